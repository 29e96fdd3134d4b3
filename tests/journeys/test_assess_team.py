#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A team reviews: assessors unseen by each other, combined once all are in, the lead where they differ too much; who is
assigned, who stands back; what the lead grants."""
import beginning
import pdfs
import sample_city
import tap
from assessing import BUILD, FIRST, LEAD, NAME, SECOND, UNIT, Assessing


class Team(Assessing):
    def test_unseen_then_combined(self):
        self.assign(2, FIRST, SECOND)
        self.cli("review", "set", self.city, UNIT, 2, "P2.2", "3", "--reason=全市最好", "--as=" + FIRST)
        app = self.enter(SECOND)
        app.key("Down")
        app.wait("label", "^已有 1/2 人评分，全部评完后才能看到。$")
        self.assertIsNone(app.find("label", "全市最好"))
        app.key("Return", "6", "Return")             # as computed: no reason asked for
        app.wait("text box", "^工作质效：评审$")
        app.key("0", "Return")
        app.paste("没有看到成效")
        app.key("Return")
        app.wait("label", "全市最好")                 # now that both are in
        self.leave()
        app = self.enter(LEAD)                       # 0 and 3 of 3 points lie too far apart
        app.click("button", "^差异大 1$")
        app.click("grid cell", "^%s，第2项 .*待组长处理" % NAME)
        app.wait("label", "^评分从 0.00 到 3.00，相差过大，由组长认定。")
        app.key("Return", "2", "Return")
        app.paste("两人各有道理")
        app.key("Return")
        self.wait_text("^工作质效：认定$", "2.00")
        self.assertEqual(app.unnamed(), [])
        self.leave()
        self.assertEqual(self.point("P2.2")["decision"], "2.00")
        self.assertEqual(self.scores("P2.2")[SECOND], ("0.00", "没有看到成效"))

    def test_own_county(self):
        app = self.enter(LEAD)
        app.press("button", "^分工")
        app.press("button", "^%s回避%s" % (FIRST, NAME))
        app.press("button", "^分工")
        app.press("button", "^分给%s" % FIRST)
        app.wait("label", "回避")                     # the workspace's own words
        app.press("button", "^分工")
        app.press("button", "^分给%s" % SECOND)
        app.wait("label", "^%s$" % SECOND)
        app.wait("text box", "^任务进展：认定$")
        app.press("button", "^分工")
        app.press("button", "^%s回避%s" % (LEAD, NAME))
        app.wait("label", "^%s是%s的人，应当回避$" % (LEAD, NAME))
        self.assertIsNone(app.find("text box", "^任务进展：认定$"))
        self.leave()
        self.assertEqual(self.point("P1.1")["assigned"], 1)

    def test_filters(self):
        self.assign(2, FIRST)
        self.assign(5, FIRST)
        app = self.enter(FIRST)
        app.click("button", "^我的 2$")
        app.key("Escape")
        app.click("grid", "^各县区各项任务得分$")
        app.key("ctrl+Home", "Down")
        app.wait("grid cell", "第2项 ")
        app.key("Down")
        app.wait("grid cell", "第5项 ")
        app.click("button", "^查找任务$")
        app.paste("pajs")                            # initials of 平安建设
        app.wait("label", "^没有任务$|^这里没有任务$", gone=True)
        app.key("Escape")
        app.click("button", "^佐证存疑$")
        app.wait("label", "^这里没有任务$")
        app.click("button", "^显示全部任务$")
        app.wait("grid cell", "第1项 |第2项 |第5项 ")
        self.leave()

    def test_doubted_evidence(self):
        self.assign(1, FIRST)
        app = self.enter(FIRST)
        app.wait("document", "^第2页，共2页$")
        app.press("button", "的佐证评价：未评")
        app.press("button", "^\\? 不足$")
        app.wait("button", "的佐证评价：\\? 不足")
        app.wait("grid cell", "第1项 .*佐证存疑")
        app.wait("label", "^\\? 佐证存疑$")
        app.click("button", "^打开整个 PDF$")
        app.wait("window", "^佐证材料$")
        self.assertEqual(app.unnamed(), [])
        app.shot("assess-pdf")
        app.key("Escape")
        app.wait("window", "^佐证材料$", gone=True)
        self.leave()

    def test_the_city_adds_evidence(self):
        letter = pdfs.make(self.home / "核查记录.pdf", [["现场核查记录", "综治中心已建成"], ["第二页"]])
        app = self.enter(LEAD)
        app.press("button", "^市补佐证$")
        app.wait("text box", "^引用的页码$")
        app.key("Tab", "Tab")                        # from what it is for over the search to the pages
        app.paste("1")
        self.wait_text("^引用的页码$", "1")
        app.press("button", "^添加 PDF…$")
        app.pick_file(letter)
        app.wait("label", "^整项任务 · 市补$")
        self.assertEqual(app.unnamed(), [])
        app.wait("button", "^显示核查记录 第1页$")
        app.shot("assess-city-evidence")
        app.press("button", "^撤下市补佐证：")
        app.wait("label", "· 市补", gone=True)
        app.key("ctrl+z")                            # taking it away is undone as every other change
        app.wait("label", "· 市补")
        self.leave()
        self.assertIn("市补佐证", self.cli("journal", self.city))

    def test_a_later_due_date(self):
        app = self.enter(LEAD)
        app.wait("label", "^完成期限 2020-12-31$")
        app.press("button", "^修改：完成期限")
        app.paste("2021年6月30日")
        app.key("Tab")
        app.paste("受汛情影响")
        app.key("Return")
        app.wait("label", "^完成期限 2020-12-31，延至 2021-06-30：受汛情影响$")
        self.leave()
        self.assertIn("批准延期", self.cli("journal", self.city))


class Claims(beginning.Beginning):
    def cli(self, *argv):
        ended = sample_city.run_cli(BUILD, *argv)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended.stdout

    def test_not_applicable_is_granted(self):
        county, city, package = self.make_workspace(), self.home / "宝鸡市", self.home / "报送.yanshou.zip"
        self.cli("item", "set", county, "1", "state=na", "na_reason=本区没有乡镇")
        for step in ("request", "approve", "submit"):
            self.cli(step, county)
        self.cli("package", "export", county, package, "--kind=submission")
        self.cli("init", city, "--office=city", "--unit=6103", "--person=周文涛")
        self.cli("package", "import", city, package)
        app = self.start(city)
        app.wait("label", "^工作台$")
        app.key("alt+2")
        app.wait("label", "申请本项任务不适用：本区没有乡镇|^县区申请")
        app.wait("label", "^待组长答复。$")
        app.click("text box", "本项任务：答复的理由")
        app.paste("情况属实")
        app.key("Return")
        app.wait("label", "^已同意：情况属实$")
        app.wait("grid cell", "第1项 .*不适用")
        self.assertEqual(app.unnamed(), [])
        self.assertEqual(app.quit(), 0, app.log_end())
        self.assertIn("情况属实", self.cli("journal", city))


tap.main()
