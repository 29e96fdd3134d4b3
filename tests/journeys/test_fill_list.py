#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds tasks and goes through them, by mouse and by keyboard alone."""
import filling
import guidrive
import sample_city
import tap

FOCUSED = 12                    # bit of the AT-SPI state set


class FindTasks(filling.Filling):
    def rows(self):
        """Names of the tasks in view."""
        return [self.app.name(ref) for ref in self.app.find("group", "^任务 ", all=True)]

    def wait_for_rows(self, *starts):
        guidrive.until(10, lambda: [name.startswith(start) for name, start in zip(self.rows(), starts)] == [True] * len(starts)
                       and len(self.rows()) == len(starts), "the list should begin with %s" % (starts,))

    def test_search_and_filters(self):
        ended = sample_city.run_cli(filling.BUILD, "item", "set", self.workspace, 32, "state=done", "completed=2020-11-30",
                                    "person=" + filling.PERSON)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        app = self.start()
        app.fill("search box", "搜索任务", "zzzxgfh")     # 综治中心规范化
        self.wait_for_rows("任务 32 综治中心规范化，已完成，缺 1 份佐证")
        app.fill("search box", "搜索任务", "综治中心 32")
        self.wait_for_rows("任务 32 ")
        app.fill("search box", "搜索任务", "没有这样的任务")
        app.click("button", "^显示全部任务$")
        self.assertEqual(app.text(app.wait("search box", "搜索任务")), "")
        app.click("button", "^缺佐证 1$")
        self.wait_for_rows("任务 32 ")
        app.click("button", "^我的 1$")
        self.wait_for_rows("任务 32 ")

    def test_narrowed_after_a_search(self):
        """Rows that the search took out of the list are not asked any more when the width changes."""
        app = self.start()
        for words in ("综治中心", "网格", "3"):
            app.fill("search box", "搜索任务", words)
        app.fill("search box", "搜索任务", "")
        window = self.session.run("xdotool", "getactivewindow")
        for width, height in ((1030, 650), (1300, 700), (1100, 650)):
            self.session.run("xdotool", "windowsize", "--sync", window, width, height)
            guidrive.until(10, lambda: abs(app.extents(app.wait("window", "自查填报"))[2] - width) < 20, "no other width")
        app.click("group", "^任务 3 ")
        app.wait("label", "^3$")
        self.close()

    def test_keyboard_alone(self):
        app = self.start()
        app.key("F6")
        self.go(7)
        app.key("ctrl+a", "BackSpace")
        app.fill("search box", "搜索任务", "")
        app.key("ctrl+Next")
        app.wait("label", "^8$")
        app.wait("label", "^街道体制改革$")
        app.key("ctrl+Prior")
        field = app.wait("text box", "满意率 分子$")
        app.key("F6")                                    # into the form
        for _ in range(30):                              # to the numerator, wherever it stands in the round
            if app.state(field, FOCUSED):
                break
            app.key("Tab")
        app.type("388")
        app.key("Tab")
        app.type("400")
        app.key("Tab")
        app.wait("label", "^97.00%$")                    # 388 ÷ 400
        app.wait("label", "^✓ 达标$")
        self.assertEqual(app.unnamed(), [])
        self.saved()
        self.close()
        self.assertEqual(self.item(7)["metric.M007"], "388/400")


if __name__ == "__main__":
    tap.main()
