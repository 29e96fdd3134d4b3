#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A package arrives: looked at before anything is imported, imported, damaged on its way, returned with reasons."""
import zipfile

import beginning
import sample_city
import tap

BUILD = beginning.BUILD
COUNTY, CITY = "610302", "6103"


class Arrival(beginning.Beginning):
    """A county that has handed in, and its city."""

    def cli(self, *argv):
        ended = sample_city.run_cli(BUILD, *argv)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended.stdout

    def setUp(self):
        super().setUp()
        self.county = self.make_workspace()
        self.cli("item", "set", self.county, "7", "state=done", "completed=2020-11-30", "metric.M007=388/400",
                 "metric.M007.source=县区年度调查")
        self.city = self.home / "宝鸡市"
        self.cli("init", self.city, "--office=city", "--unit=" + CITY, "--person=周文涛")
        self.package = self.hand_in("第1次.yanshou.zip")

    def hand_in(self, name):
        for step in ("request", "approve", "submit"):
            self.cli(step, self.county)
        package = self.home / name
        self.cli("package", "export", self.county, package, "--kind=submission")
        return package

    def open_package(self, workspace, package):
        """The window on @workspace, then the package as a file manager would open it."""
        app = self.start(workspace)
        app.wait("label", "^还要做的$|^各县区总分$|^工作台$")
        self.session.run(BUILD / "src/gui/yanshou", package, timeout=20)
        app.wait("label", "^三项校验$", timeout=30)
        return app

    def damage(self):
        """A stroke through the middle of the largest file, as a bad stick leaves it."""
        content = bytearray(self.package.read_bytes())
        with zipfile.ZipFile(self.package) as package:
            info = max(package.infolist(), key=lambda one: one.compress_size)
        at = info.header_offset + 30 + len(info.filename.encode()) + info.compress_size // 2
        content[at] ^= 0x55
        bad = self.home / "坏了.yanshou.zip"
        bad.write_bytes(content)
        return bad, info.filename


class Receipt(Arrival):
    def total(self, workspace):
        units = sample_city.ask(BUILD, "score", workspace)["units"]
        return [unit["total"] for unit in units if unit["unit"] == COUNTY]

    def test_imported_with_the_same_figures(self):
        app = self.open_package(self.city, self.package)
        app.wait("label", "^渭滨区报来的自查申报$")
        app.wait("label", "^✓ 可以导入$")
        for verdict in ("^✓ 齐全$", "^! 无签名$", "^✓ 衔接$"):
            app.wait("label", verdict)
        app.wait("label", "^两者之差$")
        app.wait("label", "^导入前不会改动任何数据$")
        self.assertEqual(app.unnamed(), [])
        app.click("button", "^导入第1次报送$")
        app.wait("dialog", "^导入第1次报送？$")
        app.key("Return")                            # the safe button has the focus
        app.wait("dialog", "^导入第1次报送？$", gone=True)
        app.wait("label", "^✓ 可以导入$")
        app.click("button", "^导入第1次报送$")
        app.click("button", "^导入\\(")
        app.wait("label", "^✓ 已导入$", timeout=30)
        app.wait("label", "^已导入。给对方的回执已生成")
        self.assertEqual(app.unnamed(), [])
        self.assertEqual(app.quit(), 0, app.log_end())
        self.assertEqual(self.total(self.city), self.total(self.county))
        self.assertIn("导入数据包", self.cli("journal", self.city))

    def test_looked_at_twice_imported_once(self):
        self.cli("package", "import", self.city, self.package)
        app = self.open_package(self.city, self.package)
        app.wait("label", "^! 重复$")
        app.wait("label", "^不能导入：同一个数据包已经导入过。$")
        self.assertIsNone(app.find("button", "^导入第"))
        app.click("button", "^关闭$")
        app.wait("label", "^三项校验$", gone=True)

    def test_damaged(self):
        bad, name = self.damage()
        app = self.open_package(self.city, bad)
        app.wait("label", "^✗ 损坏$")
        app.wait("label", "^✗ 不能导入$")
        app.wait("label", "%s　" % name.rsplit("/", maxsplit=1)[-1])
        app.wait("label", "^取自数据包，未必可靠$")
        self.assertEqual(len(app.find("label", "^– 未查$", all=True)), 2)
        self.assertIsNone(app.find("button", "^导入"))
        self.assertEqual(app.unnamed(), [])
        app.click("button", "^复制这段话$")
        app.wait("label", "^已复制")
        self.assertEqual(app.quit(), 0, app.log_end())
        self.assertNotIn("导入", self.cli("journal", self.city))

    def test_without_a_workspace(self):
        app = self.start(self.package)
        app.wait("label", "^三项校验$", timeout=30)
        app.wait("label", "^i 只供查看$")
        app.wait("label", "^没有打开工作区，只能查看")
        self.assertIsNone(app.find("button", "^导入"))
        self.assertEqual(app.unnamed(), [])
        app.click("button", "^关闭$")
        app.wait("button", "^打开收到的数据包")

    def test_returned_with_reasons(self):
        self.cli("package", "import", self.city, self.package)
        self.cli("return", self.city, "--unit=" + COUNTY, "--task=7", "--reason=请补充调查方式")
        answer = self.home / "退回.yanshou.zip"
        self.cli("package", "export", self.city, answer, "--kind=return", "--to=" + COUNTY)
        app = self.open_package(self.county, answer)
        app.wait("label", "^开始第2稿，内容照抄上一稿，可以修改$")
        app.click("button", "^导入")
        app.click("button", "^导入\\(")
        app.wait("label", "^✓ 已导入$", timeout=30)
        app.click("button", "^查看进展$")
        app.wait("label", "请补充调查方式")
        app.wait("label", "^填报中 · 第2稿$")
        self.assertEqual(app.unnamed(), [])
        self.assertEqual(app.quit(), 0, app.log_end())
        status = sample_city.ask(BUILD, "status", self.county)
        self.assertEqual((status["state"], status["revision"]), ("draft", 2))

    def test_a_resubmission_opens_to_what_differs(self):
        back, again = self.home / "退回.yanshou.zip", self.home / "再报.yanshou.zip"
        self.cli("package", "import", self.city, self.package)
        self.cli("return", self.city, "--unit=" + COUNTY, "--task=7", "--reason=请补充调查方式")
        self.cli("package", "export", self.city, back, "--kind=return", "--to=" + COUNTY)
        self.cli("package", "import", self.county, back)
        self.cli("item", "set", self.county, "7", "narrative.effect=电话访问四百人")
        self.cli("approve", self.county)
        self.cli("submit", self.county)
        self.cli("package", "export", self.county, again, "--kind=submission", "--to=" + CITY)
        app = self.open_package(self.city, again)
        app.wait("label", "^内容有变的任务 1 项：第7项$")
        app.click("button", "^逐项查看 1 处改动$")
        app.wait("label", "成效：.* → 电话访问四百人$")
        app.key("Escape")
        app.wait("button", "^导入第2次报送$")
        self.assertEqual(app.quit(), 0, app.log_end())


tap.main()
