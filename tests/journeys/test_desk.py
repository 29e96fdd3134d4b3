#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk of a county: every line leads to its place and 后退 back again; what was done is in the journal."""
import beginning
import sample_city
import tap

CHANGE_STATE = ["item", "set", 1, "state=done", "completed=2020-11-30"]


class Desk(beginning.Beginning):
    def open_desk(self):
        app = self.start(self.make_workspace())
        app.wait("label", "^还要做的$")
        return app

    def test_lines_lead_to_their_places(self):
        app = self.open_desk()
        for role, name, place in (("list item", "^逾期的任务, 最久的是第1项", "^自查填报 · "),
                                  ("list item", "^阈值待补, 公众安全感, 3$", "^负面清单 · "),
                                  ("list item", "^扣分, 阈值 3 项待补", "^负面清单 · "),
                                  ("button", "^全部往来$", "^往来登记 · ")):
            app.click(role, name)
            app.wait("window", place)
            app.key("alt+Left")
            app.wait("window", "^工作台 · ")
        app.click("button", "^接着填第 1 项$")
        app.wait("window", "^自查填报 · ")
        app.wait("text box", "^完成日期")

    def test_figures_follow_what_is_recorded(self):
        """One of 110 tasks done: counts of desk and navigation are the same figure, and the last change is named."""
        workspace = self.make_workspace()
        verb, action, *rest = CHANGE_STATE
        sample_city.ask(beginning.BUILD, verb, action, workspace, *rest)
        app = self.start(workspace)
        app.wait("list item", "^未完成的任务, 未开始 109, 109$")
        app.wait("list item", "^自查填报，109 项待办$")
        app.wait("label", "^还剩 109 项未完成$")
        app.wait("list item", "^治理体制现代化, 1 / 39 项")

    def test_the_journal_tells_who_changed_what(self):
        workspace = self.make_workspace()
        verb, action, *rest = CHANGE_STATE
        sample_city.ask(beginning.BUILD, verb, action, workspace, *rest)
        app = self.start(workspace)
        self.find_command("操作日志", "^操作日志", "^操作日志 · ")
        app.wait("list item", "修改 第1项2处, 完成状态：已完成\\n完成日期：2020-11-30")
        self.assertEqual(app.unnamed(), [])


if __name__ == "__main__":
    tap.main()
