#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attaching PDFs by dialog, by mouse and by clipboard, and citing their pages; screen and store agree."""
import os
import pathlib
import shutil

import evidence_work
import pdfs
import tap

class Attach(evidence_work.Evidence):
    def test_attach_three_and_cite_with_the_keyboard(self):
        self.pdf("建设情况表.pdf")
        others = [self.pdf("会议纪要.pdf", [["会议纪要"]]), self.pdf("验收通知.pdf", [["验收通知"]])]
        app = self.start()
        self.go(32)
        app.click("button", "^佐证 ")
        app.click("button", "^添加文件")
        app.pick_file(self.files / "建设情况表.pdf")
        app.wait(None, "^已附加 1 份 PDF")
        app.wait("document", "^第1页，共3页$")
        app.key("ctrl+e")
        app.wait(None, "^已引用到第32项")
        # page 3 by its number, then cited by key again
        app.fill("text box", "^页码$", "３", check=False)
        app.key("Return")
        app.wait("document", "^第3页，共3页$")
        app.key("ctrl+e")
        app.wait("button", "^取消引用：建设情况表，第3页")
        app.drop_files(others, app.wait("button", "^添加文件"))
        app.wait(None, "^已附加 2 份 PDF")
        app.wait("document", "^第1页，共1页$")
        self.assertEqual(app.unnamed(), [])
        self.close()
        attached = self.attached()
        self.assertEqual(sorted(attached), ["会议纪要", "建设情况表", "验收通知"])
        self.assertEqual(attached["建设情况表"]["pages"], 3)
        self.assertEqual(self.cited("建设情况表"), [(32, "1"), (32, "3")])

    def test_a_citation_is_taken_back(self):
        app = self.start()
        self.go(32)
        app.drop_files([self.pdf("建设情况表.pdf")], app.wait("button", "^添加文件"))
        app.wait("document", "^第1页，共3页$")
        app.click("button", "^引用本页$")
        app.wait("button", "^取消引用：建设情况表，第1页")
        app.click("button", "^撤销 撤销$")
        app.wait("button", "^取消引用：建设情况表，第1页", gone=True)
        self.close()
        self.assertEqual(self.attached()["建设情况表"]["citations"], 0)

    def test_refusals_in_words(self):
        broken = self.files / "损坏.pdf"
        broken.write_bytes(b"%PDF-1.4\n" + b"1 0 obj << /Type /Catalog >>" * 3)
        named = self.files / "通知.pdf"
        named.write_bytes("这只是一段文字。\n".encode() * 20)
        good = self.pdf("建设情况表.pdf")
        app = self.start()
        self.go(32)
        app.drop_files([broken, named, good], app.wait("button", "^添加文件"))
        app.wait("label", "^2 份文件未能附加$")
        app.wait("label", "^损坏.pdf$")
        app.wait("label", "^通知.pdf$")
        app.wait("label", "不是 PDF")
        app.key("Escape")
        app.wait("document", "^第1页，共3页$")          # the good one was attached all the same
        app.drop_files([good], app.wait("button", "^添加文件"))
        app.wait(None, "先前已附加")
        self.close()
        self.assertEqual(list(self.attached()), ["建设情况表"])

    def test_copied_files_are_pasted(self):
        """As GNOME's file manager offers them, with "cut": the originals stay where they are."""
        paths = [self.pdf("方案 一.pdf", [["甲"]]), self.pdf("方案#2.pdf", [["乙"]])]
        app = self.start()
        app.click("list item", "^佐证材料")
        app.click("button", "^添加第一批文件")
        app.key("Escape")
        self.copy_files("x-special/gnome-copied-files", "cut\n" + "\n".join(path.as_uri() for path in paths))
        app.key("ctrl+v")
        app.wait(None, "^已附加 2 份 PDF")
        app.click("search box", "^查找佐证材料$")
        app.key("ctrl+v")                               # into a field: no attaching
        self.assertTrue(all(path.exists() for path in paths))
        self.close()
        self.assertEqual(sorted(self.attached()), ["方案 一", "方案#2"])

    def test_a_transfer_that_fails_falls_back_to_addresses(self):
        path = self.pdf("方案.pdf")
        app = self.start()
        self.go(32)
        app.drop_files(["--portal=only"], app.wait("button", "^收起佐证"))
        app.wait(None, "对方程序没有交来文件")
        app.drop_files(["--portal=both", path], app.wait("button", "^收起佐证"))
        app.wait("document", "^第1页，共3页$")
        self.close()
        self.assertEqual(list(self.attached()), ["方案"])

    def test_a_password_is_kept_nowhere(self):
        pdfs.make_locked(self.files / "密.pdf", "Secret4711")
        app = self.start()
        self.go(32)
        app.drop_files([self.files / "密.pdf"], app.wait("button", "^收起佐证"))
        app.wait(None, "^这份 PDF 设有密码")
        app.type("wrong")
        app.key("Return")
        app.wait("label", "^密码不对")
        app.paste("Secret4711")
        app.key("Return")
        app.wait("text box", "^此 PDF 的密码")          # read, it is asked for again
        app.fill("text box", "^此 PDF 的密码", "Secret4711", check=False)
        app.key("Return")
        app.wait("document", "^第1页，共1页$")
        self.close()
        self.assertEqual(list(self.attached()), ["密"])
        kept = [path for folder in (self.workspace, self.session.home) for path in pathlib.Path(folder).rglob("*")
                if path.is_file() and b"Secret4711" in path.read_bytes()]
        self.assertEqual(kept, [])

    def test_names_of_old_sticks(self):
        """A name in GBK bytes, as on sticks of old systems."""
        raw = os.fsencode(self.files) + b"/" + "检查报告.pdf".encode("gbk")
        shutil.copy(self.pdf("x.pdf"), raw)
        app = self.start()
        self.go(32)
        app.drop_files([os.fsdecode(raw)], app.wait("button", "^添加文件"))
        app.wait("document", "^第1页，共3页$")
        self.close()
        self.assertEqual(list(self.attached()), ["检查报告"])


if __name__ == "__main__":
    tap.main()
