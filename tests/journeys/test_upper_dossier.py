#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A dossier comes in: looked at from the first page, imported, and one whose package was lost on the way."""
import sample_city
import tap
from examining import CITY, FIRST, Examining, sample_dossier


class Dossier(Examining):
    def test_read_then_imported(self):
        app = self.start(self.workspace)
        app.wait("label", "^还没有收到上报材料$")
        app.key("alt+2")
        app.click("button", "^打开上报材料文件夹…$")
        app.pick_file(self.dossier)
        app.wait("label", "^宝鸡市报来的上报材料$")
        app.wait("label", "^3 个数据包齐全，逐个校验一致$")
        app.wait("label", "^渭滨区 · 自查申报$")
        self.assertEqual(app.unnamed(), [])
        app.wait("label", "^导入前不会改动任何数据$")
        app.click("button", "^导入上报材料$")
        app.wait("label", "^将保存 3 个数据包，佐证材料 2 份")
        app.click("button", r"^导入\(")               # in the question
        app.click("button", "^开始审阅$")
        app.wait("list item", "^渭滨区，7 ")
        self.close()
        (dossier,) = self.ask("dossier", "list", self.workspace)["dossiers"]
        self.assertEqual(dossier["city"], CITY)

    def test_a_missing_package_is_named(self):
        broken = sample_dossier.copy(self.dossier, self.place)
        (lost,) = broken.glob(FIRST + "-submission-*")
        lost.unlink()
        app = self.start(broken)
        app.wait("label", "^宝鸡市报来的上报材料$")
        app.wait("label", "^✗ 缺少$")
        app.wait("label", lost.name)
        app.wait("button", "^复制这段话$")
        self.assertIsNone(app.find("button", "^导入上报材料$"))
        self.assertEqual(app.unnamed(), [])
        self.assertEqual(app.quit(), 0, app.log_end())

    def test_an_older_one_can_only_be_read(self):
        """A county's appeal was granted, so the city handed in a second one: opinions go to that."""
        city = sample_city.copy(self.dossier.parent.parent / "city", self.place / "city")
        self.ask("appeal", "grant", city, FIRST, "--approver=市委平安办", "--reason=补充材料属实")
        self.ask("decide", city, FIRST, "--reason=复核后维持")
        self.ask("dossier", "make", city)
        stick = self.place / "stick"
        stick.mkdir()
        self.take_in()
        self.take_in(self.ask("dossier", "export", city, stick)["path"])
        app = self.start_review()
        app.wait("button", r"^\? 质询$")
        app.click("button", "第2号$")
        app.wait("list item", "第1号（已被替换）$")
        app.key("Down", "Return")
        app.wait("label", "^本市有更新的上报材料，这一份只能查看。$")
        self.assertIsNone(app.find("button", "质询$"))
        app.click("button", "第1号（已被替换）$")
        app.wait("list item", "第2号$")
        app.key("Up", "Return")
        app.wait("button", r"^\? 质询$")
        app.wait("label", "^本市有更新的上报材料，这一份只能查看。$", gone=True)
        self.close()


tap.main()
