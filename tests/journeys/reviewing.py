# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys of the city share: a copy of the sample city's workspace, the window on a place, the store after."""
import os
import pathlib
import shutil
import tempfile
import unittest

import guidrive
import sample_city

BUILD = pathlib.Path(os.environ["YANSHOU_BUILD"])
LEAD = "顾文涛"


class Reviewing(unittest.TestCase):
    """The city's lead at work; every case has a copy of its own."""

    size = "1366x768"

    def setUp(self):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="reviewing-"))
        self.addCleanup(shutil.rmtree, self.place, ignore_errors=True)
        self.workspace = sample_city.copy(sample_city.sample_city(BUILD) / "city", self.place / "云泽市")
        parts = {name: value for name, value in sample_city.environment(BUILD, YANSHOU_DEBUG="gui,loop").items()
                 if name.startswith("YANSHOU_") or name == "GSETTINGS_SCHEMA_DIR"}
        self.session = guidrive.Session(size=self.size, shots=BUILD / "run" / "shots", env=parts)
        self.session.__enter__()
        self.addCleanup(self.session.__exit__)

    def start_on(self, place, shown, workspace=None):
        """The window on a place of the navigation; waits for the label that it shows."""
        self.app = self.session.start([BUILD / "src/gui/yanshou", workspace or self.workspace])
        self.app.wait(None, "^%s|^%s" % (LEAD, place))
        if self.app.find("list item", "^" + LEAD):
            self.app.click("list item", "^" + LEAD)
        self.app.click("list item", "^" + place)
        self.app.wait("label", shown)
        return self.app

    def close(self):
        self.app.wait("button", "^已保存", timeout=10)
        self.assertEqual(self.app.quit(), 0, self.app.log_end())

    def ask(self, *argv):
        """What the command line answers about the workspace once the window has let go of it."""
        return sample_city.ask(BUILD, *argv)

    def unit(self, code, workspace=None):
        """The scores of a county as the store has them."""
        units = self.ask("score", workspace or self.workspace)["units"]
        return next(one for one in units if one["unit"] == code)
