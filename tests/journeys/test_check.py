#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the check list to the stick: put right what must be, approve, hand in, export, take back."""
import pathlib
import sys
import zipfile

import beginning
import sample_city
import tap

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "unit/exchange"))
import bags

BUILD = beginning.BUILD
SENSITIVE = 24                                       # bit of the AT-SPI state set


class Check(beginning.Beginning):
    def cli(self, *argv):
        ended = sample_city.run_cli(BUILD, *argv)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended.stdout

    def setUp(self):
        super().setUp()
        self.county = self.make_workspace()

    def start_on_list(self):
        app = self.start(self.county)
        app.wait("label", "^还要做的$")
        app.click("list item", "^检查报送")
        app.wait("label", "^报送前检查$")
        return app

    def test_a_fault_leads_to_its_field(self):
        self.cli("item", "set", self.county, "7", "state=done", "metric.M007=388/400", "metric.M007.source=年度调查")
        app = self.start_on_list()
        app.wait(None, "^必须 1$")
        self.assertFalse(app.state(app.wait("button", "^提交审核$"), SENSITIVE))
        app.wait("label", "^还有 ?1 ?项必须改好")
        self.assertEqual(app.unnamed(), [])
        # the fault leads to its field, and goes when it is mended
        app.click("label", "没有完成日期$")
        app.wait("text box", "^完成日期")
        app.fill("text box", "^完成日期", "2020-11-30")
        app.key("alt+Left")
        app.wait(None, "^必须 1$", gone=True)
        self.assertTrue(app.state(app.wait("button", "^提交审核$"), SENSITIVE))

    def test_from_draft_to_the_stick(self):
        app = self.start_on_list()
        # one person with both roles approves in two steps
        app.click("button", "^提交审核$")
        app.click("button", "^审核通过$")
        app.click("button", "^报送…$")
        app.wait("dialog", "^进行第1次报送？$")
        app.key("Return")                            # the safe button has the focus
        app.wait("dialog", "^进行第1次报送？$", gone=True)
        app.click("button", "^报送…$")
        app.click("button", "^报送\\(")
        app.wait("label", "^已完成第1次报送$", timeout=30)
        app.wait("label", "^([0-9a-f]{4} ){3}[0-9a-f]{4}\n")
        self.assertEqual(app.unnamed(), [])
        stick = self.home / "优盘"
        stick.mkdir()
        app.click("button", "^导出到")
        app.pick_file(stick)
        app.wait("label", "^可以安全拔出$", timeout=30)
        app.key("Escape")
        self.assertEqual(app.quit(), 0, app.log_end())
        self.assertEqual(sample_city.ask(BUILD, "status", self.county)["state"], "submitted")
        package, = stick.iterdir()
        self.cli("package", "verify", package)
        with zipfile.ZipFile(package) as opened:
            files = {name.split("/", 1)[1]: opened.read(name) for name in opened.namelist() if not name.endswith("/")}
        self.assertEqual(bags.rfc8493_faults(files), [])

    def test_taken_back_with_a_reason(self):
        self.cli("request", self.county)
        app = self.start_on_list()
        app.click("button", "^撤回")
        app.fill("text box", "^理由", "数字还要核对")
        app.click("button", "^撤回\\(")
        app.wait("button", "^提交审核$")
        self.assertEqual(app.quit(), 0, app.log_end())
        self.assertEqual(sample_city.ask(BUILD, "status", self.county)["state"], "draft")
        self.assertIn("数字还要核对", self.cli("journal", self.county))


tap.main()
