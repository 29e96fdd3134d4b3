#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A county and the negative list: registers what happened, types threshold figures, declares what did not happen."""
import pathlib
import re
import time

import filling
import guidrive
import sample_city
import tap

STANDARD = pathlib.Path(__file__).resolve().parents[2] / "data" / "standard.xml"
FIRE = "虢镇建材市场火灾事故"
ACCIDENT, OPINION = "N6.1 特别重大、重大公共安全事故", "N5.2 具有重大负面影响的舆情事件"


class County(filling.Filling):
    def start(self):
        """The window on the negative list."""
        self.app = self.session.start([filling.BUILD / "src/gui/yanshou", self.workspace])
        self.app.click("list item", "^负面清单")
        self.app.wait("label", "^阈值指标$")
        return self.app

    def choose_severity(self, item, steps):
        """The list of severities opens with the mouse and is chosen from with the keys."""
        self.show("button", "^%s 程度" % item)
        for _ in range(3):                          # a list that is just closing takes the click for itself
            self.app.click("button", "^%s 程度" % item)
            if self.app.appears("list item", "^较大 ", 4):
                break
        self.app.key("Home", *["Down"] * steps, "Return")
        self.app.wait("list item", "^较大 ", gone=True)

    def show(self, role, name):
        """Turns the wheel over the part of the page that holds the widget until it can be clicked."""
        ref = self.app.wait(role, name)
        height = int(self.size.split("x")[1])
        for _ in range(40):
            top = self.app.extents(ref)[1]
            if 160 < top < height - 110:
                return ref
            x, _ = self.app.point(ref)
            self.session.run("xdotool", "mousemove", x, height // 2, "click", 5 if top > 160 else 4)
            time.sleep(0.1)
        raise guidrive.Failure("%s %r can't be scrolled to" % (role, name))

    def tick(self, item):
        self.show("checkbox", "^%s$" % item)
        self.app.click("checkbox", "^%s$" % item)

    def begin(self, title):
        self.app.click("button", "^登记情形…?$")
        self.app.wait("label", "^尚未登记$")
        self.app.fill("text box", "^标题", title)

    def negative(self):
        """What the scores say of the negative list, once the window has let go of the store."""
        return sample_city.ask(filling.BUILD, "score", self.workspace)["units"][0]["negative"]


class Occurrences(County):
    def more_options(self):
        """A standard whose lightest severity takes 8 under N5.2 and 5 under the others."""
        text = STANDARD.read_text("utf-8")
        changed = re.sub(r'(<item ref="N5.2">\s*<amount severity="S1" points=")5"', r'\g<1>8"', text)
        self.assertNotEqual(changed, text)
        standard = self.place / "标准.xml"
        standard.write_text(changed, "utf-8")
        return ["--standard=%s" % standard]

    def test_one_thing_under_two_items_deducts_once(self):
        app = self.start()
        self.begin(FIRE)
        app.fill("text box", "^日期$", "２０２１年９月１４日")
        self.tick(ACCIDENT)
        self.tick(OPINION)
        self.choose_severity("N5.2", 1)
        self.choose_severity("N6.1", 1)
        self.assertEqual(app.unnamed(), [])
        app.click("button", "^登记$")
        app.wait("list item", "^%s，待核实，2021-09-14，条目 N5.2 · N6.1，扣分 （−8.00）$" % FIRE)
        # in words: 8 once, and not 13
        app.wait("label", "如认定，将使扣分变动8.00分（另涉及“特别重大、重大公共安全事故”5.00分，不重复扣）。")
        app.wait("label", "1 起待核实未计；若逐起认定，各自扣分合计 −8.00$")
        self.assertIsNone(app.find("label", "13.00"))
        self.assertEqual(app.unnamed(), [])
        self.saved()
        self.close()
        listed = sample_city.ask(filling.BUILD, "occurrence", "list", self.workspace)["occurrences"]
        self.assertEqual([(one["title"], one["date"], one["state"]) for one in listed], [(FIRE, "2021-09-14", "suspected")])
        self.assertEqual([(tick["item"], tick["severity"]) for tick in listed[0]["items"]], [("N5.2", "S1"), ("N6.1", "S1")])
        scored = self.negative()["occurrences"][0]
        self.assertEqual((scored["would_deduct"], scored["counted"]), ("8.000", None))

    def test_a_title_survives_a_crash(self):
        app = self.start()
        self.begin(FIRE)
        guidrive.until(10, lambda: app.find("button", "^已保存"), "it was not saved")
        app.kill()
        app = self.start()
        app.click("button", "^登记情形…?$")
        self.assertEqual(app.text(app.wait("text box", "^标题")), FIRE)
        self.tick(ACCIDENT)
        app.click("button", "^登记$")
        app.wait("list item", "^%s，待核实，缺日期" % FIRE)
        self.assertEqual(app.log_end().count("CRITICAL"), 0)

    def test_changed_withdrawn_and_brought_back(self):
        app = self.start()
        self.begin(FIRE)
        self.tick(ACCIDENT)
        app.click("button", "^登记$")
        app.wait("list item", "^%s，待核实，缺日期" % FIRE)
        app.fill("text box", "^日期$", "去年秋天")
        app.click("text box", "^概况$")
        app.wait("label", "^这不是日期；请写成 2021-12-31 这样")
        app.type("abc")
        app.fill("text box", "^日期$", "2021/9/14")
        app.click("text box", "^死亡人数$")
        app.wait("list item", "^%s，待核实，2021-09-14" % FIRE)
        app.click("button", "^撤回$")
        app.wait("list item", "^%s" % FIRE, gone=True)
        app.click("button", "^撤销")
        app.wait("list item", "^%s，待核实，2021-09-14" % FIRE)
        self.saved()
        self.close()
        listed = sample_city.ask(filling.BUILD, "occurrence", "list", self.workspace)["occurrences"]
        self.assertEqual([(one["date"], one["summary"], len(one["items"])) for one in listed], [("2021-09-14", "abc", 1)])


class Thresholds(County):
    def test_typed_in_full_width(self):
        app = self.start()
        app.wait("label", "^2021 年 · 3 项中 0 项未达标，3 项待补$")
        app.fill("text box", "^公众安全感 分子$", "３９０")
        app.fill("text box", "^公众安全感 分母$", "４００")
        app.fill("text box", "^公众安全感 数据来源$", "2021年度省级公众安全感调查")
        app.wait("label", "^97.50%$")                                # 390 of 400
        app.wait("button", "^公众安全感：扣分 0.00$")
        app.click("button", "^公众安全感 改填公布值$")                   # begins empty
        app.fill("text box", "^公众安全感 公布值$", "９５．２")
        app.wait("button", "^公众安全感：扣分 −6.00$")                   # 5 at once, 1 for the step begun
        app.click("button", "^公众安全感：扣分 −6.00$")
        app.wait("label", "公众安全感95.2%，要求≥96%，差0.8%，扣6.00分")
        app.key("Escape")
        app.wait("label", "^2021 年 · 3 项中 1 项未达标，2 项待补$")
        self.assertEqual(app.unnamed(), [])
        self.saved()
        self.close()
        first = self.negative()["thresholds"][0]
        self.assertEqual((first["value"], first["deduction"]), ("=95.2", "6.000"))

    def test_text_that_is_no_figure_is_kept(self):
        app = self.start()
        app.fill("text box", "^群众对平安建设的知晓率 分子$", "很多")
        app.click("text box", "^群众对平安建设的知晓率 分母$")
        app.wait("label", "^这不是数值；已按原样保留，不计入得分$")
        app.wait("button", "^群众对平安建设的知晓率：扣分 −5.00$")
        app.fill("text box", "^县区特色亮点数 数量$", "３")
        app.wait("label", "^加分 9.00$")                              # three points each, nine at most
        self.saved()
        self.close()
        app = self.start()
        self.assertEqual(app.text(app.wait("text box", "^群众对平安建设的知晓率 分子$")), "很多")
        self.close()
        self.assertEqual(self.item(0)["metric.M6H"], "3")
        self.assertIsNone(self.negative()["thresholds"][1]["value"])


class Declarations(County):
    name = "^%s：声明无此情形$" % ACCIDENT

    def journal(self):
        return [entry["subject"] for entry in sample_city.ask(filling.BUILD, "journal", self.workspace)["entries"]]

    def test_declare_nothing(self):
        app = self.start()
        self.tick(ACCIDENT + "：声明无此情形")
        app.wait("label", "^共 14 条：1 条声明无此情形，0 条有情形，13 条未声明$")
        app.click("button", "^撤销")
        app.wait("label", "^共 14 条：0 条声明无此情形，0 条有情形，14 条未声明$")
        self.tick(ACCIDENT + "：声明无此情形")
        app.wait("label", "^共 14 条：1 条声明无此情形")
        # what is registered can't be declared as nothing
        self.begin(FIRE)
        self.tick(OPINION)
        app.click("button", "^登记$")
        app.wait("label", "^共 14 条：1 条声明无此情形，1 条有情形，12 条未声明$")
        app.wait("checkbox", "^%s：声明无此情形$" % OPINION, gone=True)
        self.assertEqual(app.unnamed(), [])
        self.saved()
        self.close()
        self.assertIn("%s 无此情形" % ACCIDENT, self.journal())

    def test_keyboard_alone(self):
        app = self.start()
        app.key("alt+1")
        app.wait("label", "^还要做的$")
        app.key("alt+4")                                             # the fourth place of a county
        app.wait("label", "^阈值指标$")
        app.key("F6", "F6", "F6")                                    # from the navigation over head and fields to the pane
        app.key("shift+Tab", "shift+Tab", "shift+Tab", "space")      # before it the two of the foot, then the last declaration
        app.wait("label", "^共 14 条：1 条声明无此情形")
        app.key("F6", "Return")                                      # the pane again: its button registers
        app.wait("label", "^尚未登记$")
        app.paste(FIRE)                                              # the title has the focus
        guidrive.until(10, lambda: app.text(app.wait("text box", "^标题")) == FIRE, "the title did not take the paste")


tap.main()
