# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys of province and central body share: their workspaces, the small dossier, the window on it."""
import pathlib
import shutil
import tempfile
import unittest

import guidrive
import pdfs
import reviewing
import sample_city
import sample_dossier
from sample_dossier import CITY, COUNTIES, PROVINCE, REVIEWER

BUILD = reviewing.BUILD
FIRST = COUNTIES[0]


class Examining(unittest.TestCase):
    """A reviewer of the province at work; every case has workspaces of its own."""

    def setUp(self):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="examining-"))
        self.addCleanup(shutil.rmtree, self.place, ignore_errors=True)
        evidence = pdfs.make(self.place / "报告.pdf", [["满意率调查报告", "满意率97%"], ["第二页"]])
        self.dossier = sample_dossier.sample_dossier(BUILD, evidence)
        self.workspace = self.place / "province"
        self.make_office(self.workspace, "province", PROVINCE)
        parts = {name: value for name, value in sample_city.environment(BUILD, YANSHOU_DEBUG="gui,loop").items()
                 if name.startswith("YANSHOU_") or name == "GSETTINGS_SCHEMA_DIR"}
        self.session = guidrive.Session(shots=BUILD / "run" / "shots", env=parts)
        self.session.__enter__()
        self.addCleanup(self.session.__exit__)

    def make_office(self, workspace, office, unit):
        self.ask("init", workspace, "--office=" + office, "--unit=" + unit, "--person=" + REVIEWER)

    def ask(self, *argv):
        return sample_city.ask(BUILD, *argv)

    def take_in(self, dossier=None, workspace=None):
        self.ask("dossier", "import", workspace or self.workspace, dossier or self.dossier)

    def start(self, *argv):
        self.app = self.session.start([BUILD / "src/gui/yanshou", *argv])
        return self.app

    def start_review(self, workspace=None):
        """The window in 审阅, on the first entry of the queue."""
        app = self.start(workspace or self.workspace)
        app.wait("button", "^%s · " % REVIEWER)
        app.key("alt+2")
        app.wait("list item", "^渭滨区，7 群众满意率|^渭滨区，7 ")
        return app

    def close(self):
        self.app.wait("button", "^已保存", timeout=10)
        self.assertEqual(self.app.quit(), 0, self.app.log_end())

    def threads(self, workspace=None):
        return self.ask("opinion", "list", workspace or self.workspace)["threads"]

    def conclusions(self):
        return self.ask("opinion", "list", self.workspace)["conclusions"]


__all__ = ["BUILD", "CITY", "COUNTIES", "FIRST", "PROVINCE", "REVIEWER", "Examining", "sample_dossier"]
