# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys of the frame share: an empty home whose settings are kept, and ways through the first start."""
import os
import pathlib
import shutil
import tempfile
import unittest

import guidrive
import sample_city

BUILD = pathlib.Path(os.environ["YANSHOU_BUILD"])
PERSON = "李建国"


class Beginning(unittest.TestCase):
    """Somebody who starts the program; every case has a home of its own."""

    size, look = "1366x768", {}

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="beginning-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        parts = {name: value for name, value in sample_city.environment(BUILD).items()
                 if name.startswith("YANSHOU_") or name == "GSETTINGS_SCHEMA_DIR"}
        self.session = guidrive.Session(size=self.size, home=str(self.home), shots=BUILD / "run" / "shots",
                                        env=dict(parts, GSETTINGS_BACKEND="keyfile", **self.look))
        self.session.__enter__()
        self.addCleanup(self.session.__exit__)

    def start(self, *argv):
        self.app = self.session.start([BUILD / "src/gui/yanshou", *argv])
        return self.app

    def make_workspace(self, name="渭滨区", *people):
        """A county's workspace made by the command line, with further approvers."""
        workspace = self.home / name
        for argv in [["init", workspace, "--office=county", "--unit=610302", "--person=" + PERSON]] + [
                ["person", "add", workspace, person, "--role=approver", "--as=" + PERSON] for person in people]:
            ended = sample_city.run_cli(BUILD, *argv)
            self.assertEqual(ended.returncode, 0, ended.stderr)
        return workspace

    def find_command(self, words, finding, then):
        """Ctrl+K, some words, the finding, Enter; then what is there afterwards, unless the caller looks for it."""
        self.app.key("ctrl+k")
        self.app.wait("search box", "^查找$")
        self.app.paste(words)
        self.app.wait("list item", finding)
        self.app.key("Return")
        if then is not None:
            self.app.wait(None, then)
