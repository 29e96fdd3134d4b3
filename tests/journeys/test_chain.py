#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The acceptance played through in the window: county, city and province, each package on a stick, and the
opinion home again. The second half begins with what the first is about, made by the command line, so that
neither takes long; what is not new in a leg (settling, a second county) is done by the command line too.
"""
import beginning
import pdfs
import sample_city
import sample_dossier
import tap
from sample_dossier import CITY, COUNTIES, PROVINCE, REVIEWER

BUILD = beginning.BUILD
FIRST, SECOND = COUNTIES
REASON, ANSWER = "只见一年的调查，请补充", "两年的调查都已附上"


class Chain(beginning.Beginning):
    def setUp(self):
        super().setUp()
        self.stick = self.home / "优盘"
        self.stick.mkdir()
        self.evidence = pdfs.make(self.home / "报告.pdf", [["满意率调查报告", "满意率97%"], ["第二页"]])
        self.ask("init", self.at(PROVINCE), "--office=province", "--unit=" + PROVINCE, "--person=" + REVIEWER)

    def at(self, unit):
        return self.home / unit

    def ask(self, *argv):
        return sample_city.ask(BUILD, *argv)

    def open(self, unit, place, *more):
        """The window of an office, at a place of its navigation."""
        app = self.start(self.at(unit), *more)
        app.wait("list item", "^" + place)
        app.click("list item", "^" + place)
        app.wait("window", "^%s · " % place)
        return app

    def close(self):
        self.assertEqual(self.app.quit(), 0, self.app.log_end())

    def take(self, pattern):
        """The one file on the stick of that name, off the stick."""
        path, = self.stick.glob(pattern)
        return path.rename(self.home / path.name)

    def fill_in(self, unit):
        plan = self.home / (unit + "-plan.yanshou.zip")
        self.ask("package", "export", self.at(CITY), "--kind=plan", "--to=" + unit, plan)
        self.ask("init", self.at(unit), "--office=county", "--plan=%s" % plan, "--person=王秀英")
        self.ask("item", "set", self.at(unit), "7", "state=done", "completed=2020-11-30", "metric.M007=388/400",
                 "metric.M007.source=县区年度调查")
        self.ask("evidence", "add", self.at(unit), self.evidence, "--point=P7.1", "--pages=1")

    # ---- up ----

    def county_hands_in(self):
        app = self.open(FIRST, "检查报送")
        app.click("button", "^提交审核$")
        app.click("button", "^审核通过$")
        app.click("button", "^报送…$")
        app.click("button", "^报送\\(")
        app.wait("label", "^已完成第1次报送$", timeout=30)
        app.click("button", "^导出到")
        app.pick_file(self.stick)
        app.wait("label", "^可以安全拔出$", timeout=30)
        app.key("Escape")
        self.close()

    def city_takes_in(self, package):
        app = self.start(self.at(CITY))
        app.wait("list item", "^县区评审")
        self.session.run(BUILD / "src/gui/yanshou", package, timeout=20)
        app.click("button", "^导入第1次报送$")
        app.click("button", "^导入\\(")
        app.wait("label", "^✓ 已导入$", timeout=30)
        self.close()

    def city_hands_in(self):
        app = self.open(CITY, "上报材料")
        app.click("button", "^上报材料…$")
        app.click("button", "^报送\\(")
        app.wait("button", "^写到U盘…$", timeout=30)
        app.click("button", "^写到U盘…$")
        app.pick_file(self.stick)
        app.wait("label", "^✓ 已写到 ", timeout=30)
        self.close()

    def province_takes_in(self, folder):
        app = self.open(PROVINCE, "审阅")
        app.click("button", "^打开上报材料文件夹…$")
        app.pick_file(folder)
        app.wait("label", "^3 个数据包齐全，逐个校验一致$")
        app.click("button", "^导入上报材料$")
        app.click("button", r"^导入\(")
        app.click("button", "^开始审阅$")
        app.wait("list item", "^渭滨区，7 ")
        self.close()

    def test_up_to_the_province(self):
        self.ask("init", self.at(CITY), "--office=city", "--unit=" + CITY, "--person=李建国",
                 "--assessment=%s" % sample_dossier.small_round(self.home))
        for unit in COUNTIES:
            self.fill_in(unit)
        self.county_hands_in()
        self.city_takes_in(self.take(FIRST + "-submission-*"))
        for verb in ("approve", "submit"):
            self.ask(verb, self.at(SECOND))
        package = self.home / "second.yanshou.zip"
        self.ask("package", "export", self.at(SECOND), "--kind=submission", package)
        self.ask("package", "import", self.at(CITY), package)
        for unit in COUNTIES:
            self.ask("decide", self.at(CITY), unit, "--reason=按测算")
        self.city_hands_in()
        self.province_takes_in(next(self.stick.iterdir()))
        ranked = {one["unit"]: one["total"] for one in self.ask("rank", self.at(CITY))["units"]}
        above = {one["unit"]: one["total"] for one in self.ask("dossier", "score", self.at(PROVINCE), CITY)["units"]}
        self.assertEqual(above, ranked)

    # ---- and home again ----

    def province_asks(self):
        app = self.open(PROVINCE, "审阅")
        app.click("list item", "^渭滨区，7 ")
        app.wait("list", "^得分点$")
        app.key("2")
        app.paste(REASON)
        app.key("ctrl+Return")
        app.wait("list item", "^渭滨区，7 .*质询")
        app.click("button", "^写结论…$")
        app.click("button", "^! 整改后通过$")
        app.paste("限期补齐")
        app.key("Tab")
        app.wait("label", "^.* · " + REVIEWER)
        app.click("button", "^发给市里…$")
        app.click("button", "^发送")
        app.pick_file(self.stick)
        app.wait("label", "可以安全拔出")
        app.key("Escape")
        self.close()

    def city_answers(self, package):
        app = self.open(CITY, "督查整改")
        app.click("button", "^打开收到的数据包…$")
        app.pick_file(package)
        app.click("button", "^导入审核意见|^导入意见")
        app.wait("button", "^导入\\(")
        app.press("button", "^导入\\(")
        app.wait("label", "^导入后|^导入的|^已导入", timeout=20)
        app.click("list item", "^督查整改")
        app.wait("list item", "第7项.*质询.*待答复")
        app.click("text box", "^答复$")
        app.paste(ANSWER)
        app.click("button", "^答复$")
        app.wait("list item", "已答复，未送出")
        app.click(None, "^送出$")
        app.press("button", "^答复送")
        app.press("button", "^生成数据包\\(")
        app.pick_file(self.stick)
        app.wait("label", "^可以安全拔出$", timeout=30)
        app.key("Escape")
        self.close()

    def province_reads(self, package):
        self.ask("package", "import", self.at(PROVINCE), package)
        app = self.open(PROVINCE, "意见")
        app.click("list item", "^渭滨区 第7项")
        app.wait("label", ANSWER)
        self.close()

    def test_opinion_there_and_back(self):
        dossier = sample_dossier.sample_dossier(BUILD, self.evidence)
        sample_city.copy(dossier.parent.parent / "city", self.at(CITY))
        self.ask("dossier", "import", self.at(PROVINCE), dossier)
        self.province_asks()
        self.city_answers(self.take(PROVINCE + "-opinion-*"))
        self.province_reads(self.take(CITY + "-answer-*"))
        thread, = self.ask("opinion", "list", self.at(PROVINCE))["threads"]
        self.assertEqual([said["text"] for said in thread["statements"]], [REASON, ANSWER])


if __name__ == "__main__":
    tap.main()
