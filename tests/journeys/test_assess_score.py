#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An assessor scores: by keys alone, with a reason where the score is another than the computed one, and over a crash."""
import tap
from assessing import FIRST, SECOND, Assessing


class Score(Assessing):
    def test_keyboard_alone(self):
        self.assign("all", FIRST)
        app = self.enter(FIRST)
        self.go_to(2)
        app.key("5")                                 # a figure typed in the cell begins the change
        self.wait_text("^任务进展：评审$", "5")
        app.wait("label", "^评审与测算不同，必填$")
        app.key("Return")                            # not without a reason: its field has the focus
        app.paste("会议纪要只有半年的")
        app.key("Return")
        self.wait_text("^任务进展：评审$", "5.00")
        app.key("2")                                 # the next point that is open has the focus
        app.wait("label", "^人工评定，必填$")
        app.key("Return")
        app.paste("工作有亮点")
        app.key("Return")
        self.wait_text("^工作质效：评审$", "2.00")
        self.assertEqual(app.unnamed(), [])
        app.key("Return")                            # 评定，下一个
        app.wait("grid cell", "^青浦区，第3项 ")
        app.key("Escape", "Up")                      # back in the matrix
        app.wait("grid cell", "^青浦区，第2项 .*，已认定")
        app.key("ctrl+z")
        app.wait("label", "^已撤销：评分：青浦区 P2.2$")
        self.wait_text("^工作质效：评审$", "")
        self.leave()
        self.assertEqual(self.scores("P2.1", FIRST), {FIRST: ("5.00", "会议纪要只有半年的")})
        self.assertEqual(self.scores("P2.2", FIRST), {})

    def test_what_is_refused_stays_as_typed(self):
        self.assign("all", FIRST)
        app = self.enter(FIRST)
        self.go_to(2)
        app.key("7", "Return")
        app.paste("好")
        app.key("Return")
        app.wait("label", "^“7”不能作为得分点P2.1的评分，应当在0到6之间")
        self.wait_text("^任务进展：评审$", "7")
        app.key("Escape", "Down")                    # elsewhere one is told, and it waits where it was typed
        app.wait("label", "^青浦区第2项未保存，输入的内容已保留")
        app.key("Up", "Return")
        self.wait_text("^任务进展：评审$", "7")
        app.key("6", "Return")                       # the computed one, for which nobody asks why
        app.wait("label", "不能作为", gone=True)
        self.wait_text("^任务进展：评审$", "6.00")
        self.leave()
        self.assertEqual(self.scores("P2.1", FIRST), {FIRST: ("6.00", None)})

    def test_as_computed(self):
        self.assign("all", FIRST)
        app = self.enter(FIRST)
        app.click("button", "^按测算$")
        app.wait("label", "^1 个得分点采用测算分$")
        self.wait_text("^任务进展：评审$", "4.80")
        app.click("button", "^评定，下一个$")
        app.wait("label", "^“工作质效”还没有评")
        self.leave()
        self.assertEqual(self.scores("P1.1", FIRST), {FIRST: ("4.80", None)})

    def test_killed(self):
        self.assign("all", FIRST, SECOND)
        app = self.enter(FIRST)
        self.go_to(2)
        app.key("5", "Return")
        app.paste("会议纪要只有半年的")
        app.key("Return")
        self.wait_text("^任务进展：评审$", "5.00")
        app.key("1", "Return")
        app.paste("写到一半")
        app.wait("button", "^已保存")
        app.kill()
        app = self.enter(SECOND)                     # who sees nothing of it
        self.go_to(2)
        self.wait_text("^工作质效：评审$", "")
        app.kill()
        app = self.enter(FIRST)
        self.go_to(2)
        self.wait_text("^任务进展：评审$", "5.00")
        self.wait_text("^工作质效：评审$", "1")
        self.wait_text("^工作质效：理由$", "写到一半")
        self.leave()
        self.assertEqual(self.scores("P2.1", FIRST), {FIRST: ("5.00", "会议纪要只有半年的")})


tap.main()
