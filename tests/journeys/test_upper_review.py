#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The review of a dossier: opinions by keys alone, the conclusion, sending to a stick; what the central body may not open."""
import tap
from examining import CITY, FIRST, PROVINCE, Examining

REASON = "只见一年的调查，请补充"


class Review(Examining):
    def test_keyboard_alone(self):
        self.take_in()
        app = self.start_review()
        app.key(*["Down"] * 6)                        # from task 1 on
        app.wait("list", "^得分点$")
        app.wait("label", r"^只读：宝鸡市的上报材料，\d{4}-\d\d-\d\d收到$")    # in the strip, with its jump
        app.wait("button", "^来龙去脉 · ")
        app.key("2")                                  # 质询: its reason has the focus
        app.paste(REASON)
        app.wait("label", "^%d 字$" % len(REASON))
        app.key("ctrl+Return")
        app.wait("list item", "^渭滨区，7 .*质询")
        self.assertEqual(app.unnamed(), [])
        app.key("Escape")
        app.key("ctrl+z")
        app.wait("list item", "^渭滨区，7 .*待审")
        app.key("ctrl+shift+z")
        app.wait("list item", "^渭滨区，7 .*质询")
        self.close()
        (thread,) = self.threads()
        said = thread["statements"][0]
        self.assertEqual((thread["unit"], thread["task"], said["verdict"], said["text"], said["person"]),
                         (FIRST, 7, "query", REASON, "何志远"))

    def test_a_reason_is_needed(self):
        self.take_in()
        app = self.start_review()
        app.click("list item", "^渭滨区，7 ")
        app.click("button", "^✗ 不同意$")
        app.click("button", "^记下，下一项$")
        app.wait("label", "^请写理由：市里要据此答复。$")
        app.fill("text box", "^建议分$", "99")
        app.fill("text box", "^理由$", "分数偏高")
        app.key("Escape")                             # left: saved, if it may be
        app.wait("label", "^此处的分数应在 0 至 11 之间。$")
        self.close()
        self.assertEqual(self.threads(), [])

    def test_concluded_and_sent(self):
        self.take_in()
        self.ask("opinion", "set", self.workspace, FIRST, 7, "query", "--reason=" + REASON)
        stick = self.place / "U盘"
        stick.mkdir()
        app = self.start_review()
        app.click("button", "^写结论…$")
        app.click("button", "^! 整改后通过$")
        app.paste("限期补齐")
        app.key("Tab")                                # left: saved, and shown among those drawn
        app.wait("label", "^.* · 何志远$")
        app.click("button", "^发给市里…$")
        app.wait("label", "随包发出意见 1 条。结论：整改后通过。")
        app.click("button", "^发送")
        app.pick_file(stick)
        app.wait("label", "可以拔出|安全")
        (package,) = stick.glob("*.yanshou.zip")
        self.assertIn("%s-opinion-" % PROVINCE, package.name)
        app.key("Escape")
        app.key("alt+3")
        app.wait("list item", "^渭滨区 第7项.*质询")
        self.assertEqual(app.unnamed(), [])
        self.close()
        self.assertEqual([one["conclusion"] for one in self.conclusions()], ["rectify"])
        self.assertEqual(self.ask("package", "verify", package)["complete"]["verdict"], "sound")

    def test_central_opens_what_passed(self):
        self.take_in()
        self.ask("conclude", self.workspace, CITY, "fail", "--reason=材料不实")
        self.ask("opinion", "send", self.workspace, CITY)
        self.ask("dossier", "forward", self.workspace, CITY)
        folder = self.place / "forwarded"
        folder.mkdir()
        self.ask("dossier", "export", self.workspace, folder)
        central = self.place / "central"
        self.make_office(central, "central", "CN")
        self.take_in(next(folder.iterdir()), central)
        app = self.start_review(central)
        app.click("list item", "^渭滨区，7 ")
        app.wait("label", "^复审只受理初审通过的")
        self.assertIsNone(app.find("button", "^✓ 同意$"))
        self.close()


tap.main()
