#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Types with an input method and without one: nothing is lost, doubled or moved by saving (cases 1, 3, 5 and 98)."""
import time

import filling
import guidrive
import tap

SAVINGS = 4                     # seconds of slow typing: several savings fall into them


class TypeWithPinyin(filling.Filling):
    pinyin = True

    def type_fast(self, keys, times):
        """Without pauses, 30 ms a key, as a practised typist does."""
        self.session.run("xdotool", "key", "--delay", 30, *list(keys) * times)
        time.sleep(0.6)

    def test_twenty_phrases_without_pauses(self):
        app = self.start()
        search = app.click("search box", "^搜索任务$")
        self.type_fast([*"zhili", "space"], 1)
        guidrive.until(5, lambda: len(app.text(search)) == 2, "the word did not arrive in the search")
        self.go(7)
        number = app.click("text box", "满意率 分子$")
        self.type_fast("388", 1)
        field = app.click("text box", "^成效$")
        self.assertEqual(app.text(number), "388")
        self.type_fast([*"zhili", "space"], 20)
        guidrive.until(10, lambda: len(app.text(field)) >= 40, "the phrases did not arrive")
        text = app.text(field)
        self.assertEqual(text, text[:2] * 20)
        self.saved()
        self.close()
        self.assertEqual(self.item(7)["narrative.effect"], text)

    def test_a_composition_left_by_the_mouse_takes_nothing_along(self):
        app = self.start()
        self.go(7)
        field = app.click("text box", "^成效$")
        self.type_fast([*"zhili", "space"], 1)
        self.type_fast("shehu", 1)                       # not taken: given up when the focus leaves
        app.click("text box", "^问题$")
        self.type_fast([*"zhili", "space"], 1)
        time.sleep(2)
        begun = app.text(field)
        self.assertEqual(len(app.text(app.wait("text box", "^问题$"))), 2)
        app.kill()
        app = self.start()
        self.go(7)
        self.assertEqual(app.text(app.wait("text box", "^成效$")), begun)
        self.assertEqual(len(app.text(app.wait("text box", "^问题$"))), 2)


class Type(filling.Filling):
    def test_killed_while_typing(self):
        app = self.start()
        self.go(7)
        app.click("text box", "^成效$")
        app.type("abcdefgh")
        time.sleep(1.2)                                  # a draft is written within a second
        app.kill()
        app = self.start()
        self.go(7)
        self.assertEqual(app.text(app.wait("text box", "^成效$")), "abcdefgh")
        self.close()
        self.assertEqual(self.item(7)["narrative.effect"], "abcdefgh")

    def test_saving_leaves_the_cursor_and_undo_the_words(self):
        app = self.start()
        self.go(7)
        field = app.fill("text box", "^成效$", "社会治理" * 50)
        app.key("ctrl+Home", *["Right"] * 6)
        for _ in range(SAVINGS):
            self.session.run("xdotool", "key", "5")
            time.sleep(1)
        self.assertEqual(app.text(field), "社会治理社会" + "5" * SAVINGS + "治理" + "社会治理" * 48)
        field = app.click("text box", "^问题$")           # and undo goes word by word while the change is open
        app.type("one two")
        app.key("ctrl+z")
        self.assertEqual(app.text(field), "one ")
        app.key("ctrl+z", "ctrl+z")
        self.assertEqual(app.text(field), "")
        app.key("ctrl+shift+z")
        self.assertEqual(app.text(field), "one")

    def test_a_state_wipes_no_text(self):
        app = self.start()
        self.go(7)
        field = app.click("text box", "^成效$")
        app.type("draft")
        self.choose_state("推进中")
        self.choose_state("不适用")
        app.wait("text box", "^不适用理由$")
        self.assertEqual(app.text(field), "draft")
        self.saved()
        app.key("ctrl+z")                                # the last change only: the state
        app.wait("button", "^状态 推进中$")
        self.assertEqual(app.text(field), "draft")
        self.close()
        item = self.item(7)
        self.assertEqual((item["state"], item["narrative.effect"]), ("partly", "draft"))


if __name__ == "__main__":
    tap.main()
