#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills one task as a clerk does: state, date, figures, texts, an own score with its reason; screen and store agree."""
import filling
import tap


class FillTask(filling.Filling):
    def test_fill_one_task(self):
        app = self.start()
        self.go(32)
        self.choose_state("基本完成")
        app.fill("text box", "^完成日期", "2020-12-30")
        app.fill("text box", "^镇级综治中心建设率 分子", "９")
        app.fill("text box", "^镇级综治中心建设率 分母", "10")
        app.key("Tab")
        # 9 ÷ 10 = 90.00 %, the target is 100 %: not attained; between 80 % (0) and 100 % (2) it is worth 1.00
        app.wait("label", "^90.00%$")
        app.wait("label", "^✗ 未达标$")
        self.assertEqual(app.text(app.wait("text box", "^镇级综治中心建设率 分子")), "9")
        app.click("button", "^文字 ")
        app.fill("text box", "^成效$", "九个镇（街）中心通过验收。")
        app.wait("label", "^13 字$")
        app.click("button", "^算分明细$")
        app.fill("text box", "^镇级综治中心建设率 自评$", "1.8", check=False)
        app.key("Tab")
        app.wait("label", "^自评高于测算 0.80，必填$")
        app.fill("text box", "^镇级综治中心建设率 自评理由$", "晁峪镇场所已落实。")
        # state 3 × 80 % = 2.40; nothing is cited, so that the task gets nothing, computed or self
        app.wait("label", "^2.40$")
        app.wait("label", "^没有佐证材料，最高得0.00分。$")
        self.assertEqual(app.unnamed(), [])
        self.saved()
        self.close()
        item = self.item(32)
        self.assertEqual(item["state"], "mostly")
        self.assertEqual(item["completed"], "2020-12-30")
        self.assertEqual(item["metric.M032B"], "9/10")
        self.assertEqual(item["narrative.effect"], "九个镇（街）中心通过验收。")
        scores = {key: value for key, value in item.items() if key.startswith("self.") and value}
        self.assertEqual(sorted(scores.values()), ["1.8", "晁峪镇场所已落实。"])

    def test_text_that_is_no_date_is_kept_and_said(self):
        app = self.start()
        self.go(7)
        app.fill("text box", "^完成日期", "2022年3月底")
        app.key("Tab")
        app.wait("label", "^“2022年3月底”不是日期")
        self.saved()
        self.close()
        app = self.start()
        self.go(7)
        self.assertEqual(app.text(app.wait("text box", "^完成日期")), "2022年3月底")
        app.wait("label", "^“2022年3月底”不是日期")

    def test_the_wheel_changes_nothing(self):
        app = self.start()
        self.go(32)
        app.fill("text box", "^镇级综治中心建设率 分子", "7")
        app.fill("text box", "^完成日期", "2020-12-30")
        self.saved()
        for role, name in (("button", "^状态"), ("text box", "^完成日期"), ("button", "^负责人"),
                           ("text box", "^镇级综治中心建设率 分子")):
            x, y = app.point(app.wait(role, name))
            self.session.run("xdotool", "mousemove", x, y, "click", "--repeat", 40, "--delay", 5, 5)
            self.session.run("xdotool", "click", "--repeat", 60, "--delay", 5, 4)
        self.saved()
        self.assertEqual(app.text(app.wait("text box", "^镇级综治中心建设率 分子")), "7")
        self.assertEqual(app.text(app.wait("text box", "^完成日期")), "2020-12-30")
        app.wait("button", "^状态 未开始$")


if __name__ == "__main__":
    tap.main()
