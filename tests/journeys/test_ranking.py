#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the ranking to 定档: a county is settled and locked, appeals, is answered and opened again, with every reason kept."""
import reviewing
import sample_city
import tap

LAKE, CITY, APPROVER = "990103", "9901", "孔令辉"


class Settling(reviewing.Reviewing):
    def cli(self, *argv, status=0):
        ended = sample_city.run_cli(reviewing.BUILD, *argv)
        self.assertEqual(ended.returncode, status, ended.stdout + ended.stderr)

    def open_window(self):
        app = self.start_on("认定排名", "^不排名次$|^名次$|^县区$")
        app.click("button", "^定档…$")
        app.click("list item", "^青浦区 ")
        app.wait("label", "^青浦区 · ")
        return app

    def leave(self, title):
        """Out of the window in front, then out of the program; a message at its foot takes the first Escape."""
        for _ in range(3):
            if self.app.find(None, "^%s$" % title):
                self.app.key("Escape")
        self.app.wait(None, "^%s$" % title, gone=True)
        self.close()

    def give_reason(self, reason):
        self.app.click("text box", "^理由$")
        self.app.paste(reason)

    def settle(self, against):
        """The dialog says in numbers what will happen; its safe button has the focus."""
        self.app.click("button", "^定档…$")
        self.app.wait("label", r"^现为.*分，.*定档后该县区的评分和负面清单即锁定")
        self.app.wait("label", "1 起情形仍待核实，不扣分。")
        self.app.wait("label", against)                                # what stands against it, and a field for the reason
        self.app.key("Return")
        self.app.wait("label", "^将青浦区定档？$", gone=True)
        self.app.click("button", "^定档…$")
        self.app.click("text box", "^理由$")
        self.app.paste("县区书面表示无异议")
        self.app.click("button", r"^定档\(_S\)")
        self.app.wait("list item", "^青浦区 已定档$")

    def test_settled_is_locked_until_an_appeal(self):
        app = self.open_window()
        self.assertEqual(app.unnamed(), [])
        self.settle("尚未向该县区反馈评审结果，申诉期未开始")
        app.click("button", "^批准申诉…$")
        app.paste("市验收领导小组")                                     # who approved has the focus
        self.give_reason("佐证已补交")
        app.key("Return")
        app.wait("list item", "^青浦区 已评审$")
        self.settle(r"县区可在\d{4}-\d\d-\d\d前申诉（申诉期7日，反馈日")
        app.wait("label", "^申诉后改动：.* → .*；批准人 市验收领导小组；理由：佐证已补交$")
        self.leave("定档与申诉")
        self.cli("threshold", "set", self.workspace, LAKE, "N1.1", "99/100", "--source=抽查", status=1)
        done = [one["action"] for one in self.ask("journal", self.workspace)["entries"]]
        kinds = ["申诉后定档", "批准申诉", "定档"]                          # newest first
        self.assertEqual([one for one in done if one in kinds], kinds)
        self.assertEqual(self.ask("rank", self.workspace)["units"][0]["unit"], LAKE)

    def test_an_appeal_is_filed_and_answered(self):
        county = sample_city.copy(sample_city.sample_city(reviewing.BUILD) / ("county-" + LAKE), self.place / "青浦区")
        feedback, appeal = self.place / "反馈.zip", self.place / "申诉.zip"
        self.cli("decide", self.workspace, LAKE, "--reason=评审到期")
        self.cli("package", "export", self.workspace, "--kind=feedback", "--to=" + LAKE, feedback)
        self.cli("package", "import", county, feedback)
        app = self.session.start([reviewing.BUILD / "src/gui/yanshou", county])
        app.click("list item", "^" + APPROVER)
        app.click("list item", "^检查报送")
        app.click("button", "^市里反馈…$")
        app.wait("label", "^已定档 · 总分 .* · 第1名$")
        app.wait("label", r"^可在 \d{4}-\d\d-\d\d 前申诉（含当日）。$")
        app.click("list item", " 得 .*/")
        app.wait("text box", "^认为应得分$")
        self.assertEqual(app.unnamed(), [])
        self.app = app
        self.give_reason("佐证已补交，见第3页")
        app.key("Return")
        app.wait("label", "^尚未报送$")
        app.click("button", "^报送申诉$")
        app.wait("label", "^已报送，待答复$")
        self.leave("市里反馈")
        self.cli("package", "export", county, "--kind=appeal", "--to=" + CITY, appeal)
        self.cli("package", "import", self.workspace, appeal)
        app = self.open_window()
        app.wait("label", "^佐证已补交，见第3页$")
        app.click("button", "^答复… 青浦区")
        self.give_reason("采纳，退回评审")
        app.key("Return")
        app.wait("label", "^已答复：采纳，退回评审$")
        self.leave("定档与申诉")
        self.cli("package", "export", self.workspace, "--kind=opinion", "--to=" + LAKE, self.place / "答复.zip")

    def test_keyboard_alone(self):
        app = self.start_on("认定排名", "^不排名次$|^名次$|^县区$")
        app.key("F6", "F6")                                           # from the navigation over the head into the page
        for _ in range(12):                                           # figures, output, then the button that settles
            app.key("Tab")
            if self.has_focus("^定档…$"):
                app.key("Return")
                break
        app.wait("list item", "^青浦区 ")
        app.key("Tab", "Escape")
        app.wait("list item", "^青浦区 ", gone=True)

    def has_focus(self, name):
        ref = self.app.find("button", name)
        return ref is not None and self.app.state(ref, 12)            # bit of the AT-SPI state set


tap.main()
