#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The place for evidence and reading a PDF: search in the text, printed page numbers, selecting, files inside."""
import evidence_work
import pdfs
import sample_city
import tap
from evidence_work import filling

PLAN = [["社会治理实施方案"], ["网格化管理覆盖全部村（社区）。"], ["综治中心实体化运行。"], ["附则"], ["一、总则"], ["二、任务"]]


class Read(evidence_work.Evidence):
    """Somebody who looks for what a PDF says."""

    def add(self, path, **options):
        argv = ["evidence", "add", self.workspace, path] + ["--%s=%s" % pair for pair in options.items()]
        ended = sample_city.run_cli(filling.BUILD, *argv)
        self.assertEqual(ended.returncode, 0, ended.stderr)

    def open_place(self):
        app = self.start()
        app.click("list item", "^佐证材料")
        app.wait("search box", "^查找佐证材料$")
        return app

    def test_search_in_the_text(self):
        self.add(self.pdf("方案.pdf", PLAN), task=35, pages="2")
        self.add(self.pdf("扫描件.pdf", [[]]))
        app = self.open_place()
        app.wait("grid cell", "^扫描件，1 页，未被引用，无可检索文字$")
        self.assertEqual(app.unnamed(), [])
        app.click("search box", "^查找佐证材料$")
        app.paste("网格化管理")
        app.wait("list item", "^方案，第2页：.*网格化管理")
        app.wait("button", "^有 1 份无可检索文字，未能查找$")
        app.click("list item", "^方案，第2页")
        app.wait("document", "^第2页，共6页$")
        app.wait(None, "^1/1$")
        self.assertEqual(app.unnamed(), [])
        app.click("button", "^有 1 份无可检索文字，未能查找$")
        app.wait("grid cell", "^方案", gone=True)
        app.wait("grid cell", "^扫描件")
        app.click(None, "^全部$")
        # from where it is cited to the task
        app.click("button", "^方案：在哪里引用")
        app.wait("button", "^35 .*第2页$")
        app.key("Return")
        app.wait("label", "^35$")
        app.wait("text box", "^完成日期")

    def test_printed_page_numbers(self):
        """Pages i–iv, then 1 and 2 in print: the number is the place in the file, and both are offered."""
        self.pdf("方案.pdf", PLAN, labels="0 << /S /r >> 4 << /S /D >>")
        app = self.start()
        self.go(32)
        app.drop_files([self.files / "方案.pdf"], app.wait("button", "^收起佐证"))
        app.wait("document", "^第1页，共6页$")
        app.fill("text box", "^页码$", "1")
        app.key("Return")
        app.wait("button", "^第1页（标注i）$")
        app.wait("button", "^第5页（标注1）$")
        app.key("Tab", "Return")
        app.wait("document", "^第5页，共6页$")
        app.key("ctrl+e")
        app.wait("button", "^取消引用：方案，第5页")
        app.fill("text box", "^页码$", "iii")
        app.key("Return")
        app.wait("document", "^第3页，共6页$")
        self.close()
        shown = sample_city.ask(filling.BUILD, "evidence", "show", self.workspace, self.attached()["方案"]["digest"])
        self.assertEqual([(one["pages"], one["labels"]) for one in shown["cited"]], [("5", "1")])

    def test_a_selection_is_cited_with_its_words(self):
        self.pdf("情况表.pdf")
        app = self.start()
        self.go(32)
        app.drop_files([self.files / "情况表.pdf"], app.wait("button", "^收起佐证"))
        pages = app.wait("document", "^第1页，共3页$")
        left, top = app.origin()
        x, y, width, _height = app.extents(pages)
        # a line near the top, dragged over from left to right
        self.session.run("xdotool", "mousemove", left + x + 60, top + y + 90, "mousedown", 1)
        for step in range(1, 12):
            self.session.run("xdotool", "mousemove", left + x + 60 + step * (width - 80) // 12, top + y + 90)
        self.session.run("xdotool", "mouseup", 1)
        app.wait("button", "^引用所选$")
        app.key("ctrl+c")
        copied = self.session.run("xclip", "-selection", "clipboard", "-out")
        self.assertRegex(copied, "[已验收建成率]{2,}")
        app.key("ctrl+e")
        app.wait("button", "^取消引用：情况表，第1页")
        self.close()
        shown = sample_city.ask(filling.BUILD, "evidence", "show", self.workspace, self.attached()["情况表"]["digest"])
        self.assertEqual(shown["cited"][0]["note"], copied)

    def test_files_inside_become_evidence(self):
        inside = pdfs.make(self.files / "内.pdf", [["内文"]]).read_bytes()
        self.pdf("文件包.pdf", [["封面"]], files={"通知一.pdf": inside, "说明.txt": b"text"})
        app = self.open_place()
        app.click("button", "^添加第一批文件")
        app.pick_file(self.files / "文件包.pdf")
        app.wait("button", "^附加其中的文件")
        app.click("button", "^附加其中的文件")
        app.wait("checkbox", "^通知一.pdf")
        app.click("button", "^附加( 附加)?$")
        app.wait("label", "^1 份文件未能附加$")
        app.key("Escape")
        app.wait("grid cell", "^通知一，1 页")
        self.close()
        self.assertEqual(sorted(self.attached()), ["文件包", "通知一"])

    def test_title_and_taking_out(self):
        self.add(self.pdf("a.pdf", [["甲"]]))
        app = self.open_place()
        app.click("button", "^a 的操作$")
        app.wait("menu item", "^修改标题和文号")
        app.key("Return")
        app.fill("text box", "^标题", "关于验收的通知")
        app.fill("text box", "^文号", "宝政法发〔2020〕3号")
        app.key("Return")
        app.wait("grid cell", "^关于验收的通知")
        app.click("button", "^关于验收的通知 的操作$")
        app.wait("menu item", "^移出清单")
        app.key("Down", "Return")
        app.click("button", "^移出")
        app.wait("button", "^添加第一批文件")
        self.close()
        self.assertEqual(self.attached(), {})


if __name__ == "__main__":
    tap.main()
