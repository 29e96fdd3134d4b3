#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""督查整改: an opinion comes in, is answered and sent back; a finding is raised, and verified once it is answered."""
import beginning
import sample_city
import tap

BUILD = beginning.BUILD
PROVINCE, CITY, COUNTY = "61", "6103", "610302"
OFFICES = {PROVINCE: ("province", "何志远"), CITY: ("city", "李建国"), COUNTY: ("county", "王秀英")}


class Findings(beginning.Beginning):
    def cli(self, *argv):
        ended = sample_city.run_cli(BUILD, *argv)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended.stdout

    def ask(self, *argv):
        return sample_city.ask(BUILD, *argv)

    def setUp(self):
        super().setUp()
        for unit, (office, person) in OFFICES.items():
            self.cli("init", self.home / unit, "--office=" + office, "--unit=" + unit, "--person=" + person)
        self.package = self.home / "opinion.yanshou.zip"
        self.cli("opinion", "set", self.home / PROVINCE, COUNTY, 7, "query", "--points=4.5", "--reason=只见9份验收表",
                 "--point=P7.1")
        self.cli("opinion", "send", self.home / PROVINCE, CITY)
        self.cli("package", "export", self.home / PROVINCE, "--kind=opinion", "--to=" + CITY, self.package)

    def start_at(self, unit):
        app = self.start(self.home / unit)
        app.click("list item", "^督查整改")
        app.wait("label", "^督查整改$")
        return app

    def test_an_opinion_is_imported_answered_and_sent(self):
        app = self.start_at(CITY)
        app.wait("label", "^上级下发的意见和要整改的问题都在这里。$")
        app.click("button", "^打开收到的数据包…$")
        app.pick_file(self.package)
        app.click("button", "^导入审核意见|^导入意见")
        app.wait("button", "^导入\\(")
        app.press("button", "^导入\\(")
        app.wait("label", "^导入后|^导入的|^已导入", timeout=20)
        app.click("list item", "^督查整改")
        app.wait("list item", "第7项.*质询.*待答复")
        app.wait("label", "^只见9份验收表$")
        app.click("text box", "^答复$")
        app.paste("另三份已补齐")
        app.wait("button", "^已保存")
        app.kill()                                   # what was typed is there again
        app = self.start_at(CITY)
        app.wait("text box", "^答复$")
        self.assertEqual(app.text(app.wait("text box", "^答复$")), "另三份已补齐")
        self.assertEqual(app.unnamed(), [])
        app.click("button", "^答复$")
        app.wait("list item", "已答复，未送出")
        app.click(None, "^送出$")
        app.press("button", "^答复送")              # a popover is a window of its own
        app.press("button", "^生成数据包\\(")
        stick = self.home / "优盘"
        stick.mkdir()
        app.pick_file(stick)
        app.wait("label", "^可以安全拔出$", timeout=30)
        app.key("Escape")
        self.assertEqual(app.quit(), 0, app.log_end())
        package, = stick.iterdir()
        self.cli("package", "import", self.home / PROVINCE, package)
        thread, = self.ask("opinion", "list", self.home / PROVINCE)["threads"]
        self.assertEqual([said["text"] for said in thread["statements"]], ["只见9份验收表", "另三份已补齐"])

    def test_a_finding_is_raised_and_verified(self):
        self.cli("package", "import", self.home / CITY, self.package)
        app = self.start_at(CITY)
        app.click("button", "^转为整改问题…$")
        app.wait("label", "^提出问题$")
        app.fill("text box", "^责任人$", "政法委")
        app.click(None, "通报$")
        app.fill("text box", "^整改期限$", "下个月")
        app.click("button", "^提出$")
        app.wait("label", "^期限不是日期")
        app.fill("text box", "^整改期限$", "2022-09-30")
        app.click("button", "^提出$")
        app.wait("list item", "通报.*期限 2022-09-30，逾期.*未送出")
        app.click("button", "^核验…$")
        app.paste("现场查看")
        app.key("Return")
        app.wait("list item", "已核验")
        self.assertEqual(app.quit(), 0, app.log_end())
        finding, = self.ask("finding", "list", self.home / CITY)["findings"]
        self.assertEqual((finding["severity"], finding["due"], finding["owner"], finding["state"],
                          finding["verified_reason"]),
                         ("criticism", "2022-09-30", "政法委", "verified", "现场查看"))


tap.main()
