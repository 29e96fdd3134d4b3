#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds docs/promises.md to its word: a promise that is called kept names a test, a measurement or a check that exists.

A name is that of a meson test, of a script in tests/bench, or `check STEP` for a step of ./dev check.
"""
import json
import os
import pathlib
import re
import subprocess
import unittest

import check
import tap

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROW = re.compile(r"\| (?P<promise>.+) \| (?P<shown>[^|]+) \| (?P<state>[^|]+) \|")


def rows():
    for line in (ROOT / "docs/promises.md").read_text("utf-8").splitlines():
        found = ROW.fullmatch(line)
        if found and found["state"] not in ("state", "---"):
            yield found["promise"], re.findall(r"`([^`]+)`", found["shown"]), found["state"]


def known_names():
    """Everything that can show a promise, by the name that the table uses."""
    told = subprocess.run(["/usr/bin/meson", "introspect", "--tests", os.environ["YANSHOU_BUILD"]],
                          capture_output=True, text=True, check=True)
    names = {test["name"] for test in json.loads(told.stdout)}
    names |= {"bench " + path.stem for path in (ROOT / "tests/bench").glob("*.py")}
    return names | {"check " + name for name in check.NAMES}


class Promises(unittest.TestCase):
    def test_states(self):
        self.assertEqual([], [promise for promise, _, state in rows() if state not in ("open", "kept")])
        self.assertGreater(len(list(rows())), 100)

    def test_kept_promises_are_shown(self):
        known = known_names()
        faults = ["%s: nothing shows it" % promise for promise, shown, state in rows() if state == "kept" and not shown]
        faults += ["%s: there is no %s" % (promise, name)
                   for promise, shown, _ in rows() for name in shown if name not in known]
        self.assertEqual([], faults, "\n" + "\n".join(faults))


if __name__ == "__main__":
    tap.main()
