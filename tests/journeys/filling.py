# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys of filling share: a fresh county workspace, the window on 自查填报, and the store afterwards."""
import os
import pathlib
import shutil
import tempfile
import unittest

import guidrive
import sample_city

BUILD = pathlib.Path(os.environ["YANSHOU_BUILD"])
PERSON = "李建国"
STATES = ["已完成", "基本完成", "推进中", "未开始", "不适用"]


class Filling(unittest.TestCase):
    """A county's clerk at work; every case has a workspace of its own."""

    size, pinyin = "1366x768", False

    def setUp(self):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="filling-"))
        self.addCleanup(shutil.rmtree, self.place, ignore_errors=True)
        self.workspace = self.place / "渭滨区"
        ended = sample_city.run_cli(BUILD, "init", self.workspace, "--office=county", "--unit=610302",
                                    "--person=" + PERSON, *self.more_options())
        self.assertEqual(ended.returncode, 0, ended.stderr)
        parts = {name: value for name, value in sample_city.environment(BUILD, YANSHOU_DEBUG="gui,loop").items()
                 if name.startswith("YANSHOU_") or name == "GSETTINGS_SCHEMA_DIR"}   # the rest is the session's own
        self.session = guidrive.Session(size=self.size, pinyin=self.pinyin, shots=BUILD / "run" / "shots", env=parts)
        self.session.__enter__()
        self.addCleanup(self.session.__exit__)

    def more_options(self):
        """What else the workspace is made with; @place is there already."""
        return []

    def start(self):
        """The window on the form."""
        self.app = self.session.start([BUILD / "src/gui/yanshou", self.workspace])
        self.app.wait(None, "^%s|^自查填报" % PERSON)
        if self.app.find("list item", "^" + PERSON):
            self.app.click("list item", "^" + PERSON)
        self.app.click("list item", "^自查填报")
        self.app.wait("text box", "^完成日期")
        return self.app

    def go(self, task):
        """To the task by its number, as one would: search, then its row."""
        self.app.fill("search box", "搜索任务", str(task))
        self.app.wait("group", "^任务 %d " % task)
        self.app.click("group", "^任务 %d " % task)
        self.app.wait("label", "^%d$" % task)

    def choose_state(self, state):
        """Opens the list of states with the mouse and takes one with the keys (a popover is a window of its own, the
        bus does not tell where)."""
        for _ in range(3):                          # the form may move under the mouse
            self.app.click("button", "^状态 ")
            if self.app.appears("list item", "^%s$" % state, 4):
                break
        self.app.key("Home", *["Down"] * STATES.index(state), "Return")
        self.app.wait("button", "^状态 %s$" % state)
        self.app.wait("list item", "^%s$" % STATES[-1], gone=True)
        self.app.settle()                           # fields that the state brings or takes move what lies below

    def show(self, role, name):
        """Scrolls the form with the keyboard's focus until the widget can be clicked."""
        ref = self.app.wait(role, name)
        self.session.call(ref, "Component", "GrabFocus")
        self.app.settle()
        return ref

    def saved(self):
        """Waits until the head says that all is saved."""
        self.app.wait("button", "^已保存", timeout=10)

    def close(self):
        self.assertEqual(self.app.quit(), 0, self.app.log_end())

    def item(self, task):
        """What the store holds of a task, once the window has let go of it."""
        return sample_city.ask(BUILD, "item", "show", self.workspace, task)
