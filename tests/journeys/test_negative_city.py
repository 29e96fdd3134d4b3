#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The city and its negative list: figures of all counties, occurrences verified, merged and split, each thing once."""
import reviewing
import tap

WATER, TALK, CROWD = "北湾镇饮用水源污染事件", "北湾镇水源地水质异常舆情", "柳林街道农贸市场拆迁引发群体聚集"
SPRINGS, LAKE, HILLS = "990125", "990103", "990121"


class Ledger(reviewing.Reviewing):
    def start(self):
        return self.start_on("负面清单", "^阈值指标$")

    def select(self, title):
        self.app.click("list item", title)
        self.app.wait("label", "^%s$" % title)

    def give_reason(self, reason):
        """The field has the focus as soon as it opens."""
        self.app.wait("text box", "^理由$")
        self.app.paste(reason)
        self.app.key("Return")

    def test_the_same_thing_counts_once(self):
        app = self.start()
        app.wait("list item", "^白泉县 %s，已认定，2021-06-30，条目 N6.2，扣分 −5.00$" % WATER)
        self.select(WATER)
        app.wait("label", "^可能是同一情形$")
        app.click("button", "^比对… %s$" % TALK)
        app.wait("label", "^合并后$")
        self.assertEqual(app.unnamed(), [])
        app.click("button", "^合并$")
        app.wait("label", "^须写明理由$")                              # nothing is merged without one
        app.click("text box", "^理由$")
        self.give_reason("同一污染事件引发的舆情")
        # once, and in words why: 5 of the two times 5 that both would take
        app.wait("list item", "^白泉县 %s，.*条目 N5.2 · N6.2，扣分 −5.00$" % WATER)
        app.wait("list item", "^白泉县 %s，.*扣分 已并入$" % TALK)
        app.wait("label", "扣5.00分（另涉及“.*”5.00分，不重复扣）")
        app.wait("label", "^并入本条的情形$")
        self.assertEqual(app.unnamed(), [])
        # both cost the same, and the one first in the catalogue holds; the lead may choose the other with a reason
        for _ in range(3):                                            # a new scoring closes it
            app.press("button", "^按哪一条扣分")
            if app.appears("list item", "^N6.2 −5.00$", 3):
                break
        app.key("Down", "Return")
        app.wait("label", "^改按 N6.2 扣：−5.00，原为 −5.00。$")
        app.shot("occurrence-choice")
        self.give_reason("以污染事件为主")
        app.wait("text box", "^理由$", gone=True)
        self.close()
        chosen = [one for one in self.unit(SPRINGS)["negative"]["occurrences"] if len(one["candidates"]) == 2]
        self.assertEqual([one["counted"] for one in chosen], ["N6.2"])
        negative = self.unit(SPRINGS)["negative"]
        counted = {one["id"]: one["deduction"] for one in negative["occurrences"]}
        self.assertEqual(sorted(counted.values()), ["0.000", "5.000"])
        entry = [one for one in self.ask("journal", self.workspace)["entries"] if one["action"] == "合并情形"][-1]
        self.assertEqual(entry["reason"], "同一污染事件引发的舆情")
        app = self.start()
        self.select(WATER)
        app.click("button", "^拆分… %s$" % TALK)
        self.give_reason("经核查是两起")
        app.wait("list item", "^白泉县 %s，已认定，2021-07-01，条目 N5.2，扣分 −5.00$" % TALK)

    def test_confirming_changes_the_totals(self):
        before = self.unit(LAKE)
        app = self.start()
        app.wait("list item", "^青浦区 %s，待核实，.*扣分 （−5.00）$" % CROWD)
        app.wait("label", "^1 起待核实未计；若逐起认定，各自扣分合计 −5.00$")
        app.click("button", "^待核实 1$")
        self.select(CROWD)
        app.click("button", "^已认定$")
        app.wait("label", "^认定后再扣 5.00 分。$")
        app.key("Return")                                             # an empty reason is refused where it is asked for
        app.wait("label", "^须写明理由$")
        self.give_reason("与信访部门核对属实")
        app.wait("label", "待核实未计", gone=True)
        app.click("button", "^全部 7$")
        app.wait("list item", "^青浦区 %s，已认定，.*扣分 −5.00$" % CROWD)
        app.wait("list item", "^青浦区 −5.00：情形 −5.00$")
        self.close()
        after = self.unit(LAKE)
        self.assertEqual((before["deduction"], after["deduction"]), ("0.000", "5.000"))
        self.assertEqual(float(before["total"]) - float(after["total"]), 5)
        app = self.start()
        self.select(CROWD)
        app.click("button", "^已排除$")
        self.give_reason("属拆迁补偿协商")
        app.wait("list item", "^青浦区 %s，已排除，.*扣分 —$" % CROWD)
        app.click("button", "^撤销")
        app.wait("list item", "^青浦区 %s，已认定，.*扣分 −5.00$" % CROWD)

    def test_a_figure_opens_and_the_city_sets_its_own(self):
        app = self.start()
        app.click("button", "^望溪县 每十万人命案发案率 0.78/10万，−7.00$")
        app.wait("label", "^“每十万人命案发案率”含有下列情形的案件1件")    # what is contained, in words
        self.assertEqual(app.unnamed(), [])
        app.key("Escape")
        app.click("button", "^青浦区 公众安全感 97.50%，✓$")
        app.wait("label", "^97.50% · 2021 · 2021年度省级公众安全感调查（县区填报）$")
        app.paste("３８０/400")                                        # the field of the city's figure has the focus
        app.key("Tab")
        app.paste("市级抽查")
        app.key("Escape")
        app.wait("button", "^青浦区 公众安全感 95.00%，−6.00$")           # 1 below 96: 5 at once and 1 for the step
        self.close()
        first = self.unit(LAKE)["negative"]["thresholds"][0]
        self.assertEqual((first["value"], first["deduction"]), ("380/400", "6.000"))

    def test_keyboard_alone(self):
        app = self.start()
        app.key("alt+1")
        app.wait("label", "^阈值指标$", gone=True)
        app.key("alt+3")
        app.wait("label", "^阈值指标$")
        app.key("F6", "F6")                                           # from the navigation over the head to the first figure
        app.key("Down", "Return")
        app.wait("label", "^澜川区 · N1.2 ")
        app.key("Escape")
        app.key("F6", "Return")                                       # the pane: its button registers
        app.wait("label", "^尚未登记$")
        app.paste("人民路火灾")                                         # the title has the focus
        app.key("shift+Tab", "Return")                                # before it comes the county
        app.wait("list item", "^青浦区$")
        app.key("Down", "Return")
        app.wait("button", "^县区 青浦区$")
        app.key("F6", "F6")
        self.select(CROWD)
        app.key("ctrl+Page_Down")
        app.wait("label", "^清河镇一案致三人死亡命案$")


tap.main()
