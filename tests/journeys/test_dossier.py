#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""上报材料: what is missing is named and led to; handed in once; written to a stick, refused there, and gone on with."""
import pathlib
import re

import beginning
import sample_city
import tap

BUILD = beginning.BUILD
CITY, FIRST, SECOND, PERSON = "6103", "610302", "610303", "李建国"
SENSITIVE = 24                                       # bit of the AT-SPI state set


class Dossier(beginning.Beginning):
    def cli(self, *argv):
        ended = sample_city.run_cli(BUILD, *argv)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended.stdout

    def setUp(self):
        """A round of two counties, of which one has handed in."""
        super().setUp()
        text = (pathlib.Path(__file__).resolve().parents[2] / "data/assessment.xml").read_text(encoding="utf-8")
        for unit in set(re.findall(r'unit id="(6103[0-9]{2})"', text)) - {FIRST, SECOND}:
            text = re.sub(r'    <unit id="%s"[^>]*(/>|>.*?</unit>)\n' % unit, "", text, flags=re.S)
        assessment = self.home / "assessment.xml"
        assessment.write_text(text, encoding="utf-8")
        self.city = self.home / "city"
        self.cli("init", self.city, "--office=city", "--unit=" + CITY, "--person=" + PERSON,
                 "--assessment=%s" % assessment)
        self.hand_in(FIRST)

    def hand_in(self, unit):
        plan, county, package = (self.home / (unit + end) for end in (".plan.zip", "", ".yanshou.zip"))
        self.cli("package", "export", self.city, "--kind=plan", "--to=" + unit, plan)
        self.cli("init", county, "--office=county", "--plan=%s" % plan, "--person=王秀英")
        self.cli("item", "set", county, 7, "state=done", "completed=2020-11-30", "metric.M007=388/400",
                 "metric.M007.source=年度调查")
        self.cli("approve", county)
        self.cli("submit", county)
        self.cli("package", "export", county, "--kind=submission", package)
        self.cli("package", "import", self.city, package)

    def start_on_dossier(self):
        app = self.start(self.city)
        app.click("list item", "^上报材料")
        app.wait("label", "个县区齐备 · ")
        return app

    def test_what_is_missing_leads_there(self):
        app = self.start_on_dossier()
        app.wait("list item", SECOND + "）还没有收到申报, 去导入$")
        app.wait("list item", "^还没有排名：")
        self.assertFalse(app.state(app.wait("button", "^上报材料…$"), SENSITIVE))
        app.wait("label", "^还缺 ?3 ?项，补齐后可以上报$")
        self.assertEqual(app.unnamed(), [])
        app.click("list item", FIRST + "）已受理，还没有定档, 去评审$")
        app.wait("grid", "^各县区各项任务得分$")
        app.key("alt+Left")
        app.wait("label", "个县区齐备 · ")
        self.assertEqual(app.quit(), 0, app.log_end())

    def test_handed_in_and_written(self):
        self.hand_in(SECOND)
        for unit in (FIRST, SECOND):
            self.cli("decide", self.city, unit, "--reason=评审完毕")
        app = self.start_on_dossier()
        app.wait("label", "^齐备 2 个县区$")
        app.wait("label", "^已定档$")
        app.click("button", "^上报材料…$")
        app.wait("dialog", "^上报材料？$")
        app.click("button", "^报送\\(")
        app.wait("button", "^写到U盘…$", timeout=30)
        app.wait("label", "^已上报$")
        made = next(self.city.glob("packages/%s-dossier-*" % CITY)).name
        # a stranger in the folder is refused and stays; without him writing goes on in the same folder
        folder = self.home / "优盘" / made.removesuffix(".yanshou.zip")
        folder.mkdir(parents=True)
        stranger = folder / "说明.docx"
        stranger.write_bytes(b"mine")
        app.click("button", "^写到U盘…$")
        app.pick_file(folder.parent)
        app.wait("label", "^✗ 没有写完：", timeout=30)
        app.key("Escape")
        self.assertEqual([path.name for path in folder.iterdir()], [stranger.name])
        stranger.unlink()
        app.click("button", "^接着写$")
        app.wait("label", "^✓ 已写到 ", timeout=30)
        self.assertEqual(app.unnamed(), [])
        self.assertEqual(app.quit(), 0, app.log_end())
        self.assertEqual(len(list(folder.iterdir())), 3)
        self.cli("dossier", "verify", folder)
        self.assertFalse(sample_city.ask(BUILD, "dossier", "check", self.city)["changed"])


tap.main()
