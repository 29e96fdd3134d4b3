#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries the house's one script: what it installs and how, what it passes on, and how the runner counts.

Installing is tried with stand-ins for Debian's tools that write down how they were called.
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import run
import tap

ROOT = pathlib.Path(__file__).resolve().parent.parent
APT = """#!/bin/sh
echo "$DEBIAN_FRONTEND $*" >> "$CALLS"
"""
DPKG = """#!/bin/sh
shift 2
for name in "$@"; do [ "$name" = gettext ] || echo "$name installed"; done
"""


class Script(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.place = pathlib.Path(self.folder.name)

    def dev(self, *argv, **env):
        return subprocess.run([ROOT / "dev", *argv], cwd=self.place, env=dict(os.environ, **env), capture_output=True,
                              text=True, timeout=300, check=False)

    def stand_in(self, name, text):
        path = self.place / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def test_unknown_command(self):
        ended = self.dev("unheard-of")
        self.assertEqual(2, ended.returncode)
        self.assertIn("unheard-of", ended.stderr)

    def test_missing_packages_are_named_and_installed(self):
        """One package is missing: it alone is named and installed, without questions and recommendations."""
        self.stand_in("dpkg-query", DPKG)
        self.stand_in("apt-get", APT)
        calls = self.place / "calls"
        ended = self.dev("build", PATH="%s:%s" % (self.place / "bin", os.environ["PATH"]), CALLS=str(calls))
        self.assertEqual(0, ended.returncode, ended.stderr)
        self.assertIn("\n  gettext\n", ended.stderr)
        update, install = calls.read_text().splitlines()
        self.assertTrue(update.startswith("noninteractive ") and update.endswith(" update"), update)
        self.assertTrue(install.startswith("noninteractive ") and " -y " in install, install)
        self.assertTrue(install.endswith("install --no-install-recommends gettext"), install)

    def test_nothing_missing_installs_nothing(self):
        self.stand_in("dpkg-query", DPKG.replace('[ "$name" = gettext ] || ', ""))
        self.stand_in("apt-get", APT)
        ended = self.dev("build", PATH="%s:%s" % (self.place / "bin", os.environ["PATH"]),
                         CALLS=str(self.place / "calls"))
        self.assertEqual(0, ended.returncode, ended.stderr)
        self.assertFalse((self.place / "calls").exists())

    def test_command_line_is_passed_on(self):
        """Arguments, status and the caller's folder; silent but for what the program itself says."""
        ended = self.dev("cli", "--json", "catalogue", "check", "catalogue.xml")
        self.assertEqual(1, ended.returncode, ended.stderr)
        self.assertFalse(json.loads(ended.stdout)["ok"])
        (self.place / "catalogue.xml").write_bytes((ROOT / "data/catalogue.xml").read_bytes())
        ended = self.dev("cli", "--json", "catalogue", "check", "catalogue.xml")
        self.assertEqual((0, True, ""), (ended.returncode, json.loads(ended.stdout)["ok"], ended.stderr))
        self.assertEqual(2, self.dev("cli", "unheard-of").returncode)


class Runner(unittest.TestCase):
    """The counts of the test runner."""

    def test_points_count_singly(self):
        results = [{"name": "a", "result": "OK"}, {"name": "b", "result": "FAIL"}, {"name": "c", "result": "OK"}]
        points = {"a": (3, []), "b": (2, ["1 x", "4 y"])}
        self.assertEqual((6, ["b: 1 x", "b: 4 y"]), run.count(results, points))

    def test_a_crash_after_good_points_counts(self):
        self.assertEqual((2, ["a: error"]), run.count([{"name": "a", "result": "ERROR"}], {"a": (2, [])}))

    def test_what_a_test_prints_cannot_hide_the_others(self):
        """Meson's log is no XML any more when a test printed a control character."""
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder, "meson-logs", run.LOG + ".junit.xml")
            log.parent.mkdir()
            log.write_text('<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="p.a">'
                           '<testcase name="1 x"/><testcase name="2 y"><failure/></testcase>'
                           "<system-out>\x1b[1mbold\x00</system-out></testsuite></testsuites>", "utf-8")
            self.assertEqual({"a": (1, ["2 y"])}, run.read_points(pathlib.Path(folder)))

    def test_a_skip_is_no_pass(self):
        self.assertEqual((0, ["a: skip"]), run.count([{"name": "a", "result": "SKIP"}], {}))
        self.assertEqual((1, ["a: 2 y"]), run.count([{"name": "a", "result": "OK"}], {"a": (1, ["2 y"])}))

    def test_a_journey_has_a_second_try_and_is_named(self):
        first = [{"name": "p:journeys / j1", "result": "ERROR"}, {"name": "p:journeys / j2", "result": "ERROR"},
                 {"name": "p:store / s", "result": "ERROR"}]
        self.assertEqual(["p:journeys / j1", "p:journeys / j2"], run.failed_journeys(first))
        again = [{"name": "p:journeys / j1", "result": "OK"}, {"name": "p:journeys / j2", "result": "ERROR"}]
        results, unsteady = run.steadied(first, again)
        self.assertEqual(["p:journeys / j1"], unsteady)
        self.assertEqual((1, ["p:journeys / j2: error", "p:store / s: error"]), run.count(results, {}))

    def test_where_much_fails_nothing_is_tried_again(self):
        self.assertEqual([], run.failed_journeys([{"name": "p:journeys / j%d" % n, "result": "ERROR"} for n in range(20)]))


if __name__ == "__main__":
    tap.main()
