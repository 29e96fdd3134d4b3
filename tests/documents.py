#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the documents to their word: links lead somewhere, commands work as printed, kept promises name what shows them.

In docs/promises.md a name is that of a meson test, `bench NAME` for a script in tests/bench, or `check STEP`.
"""
import glob
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest
import zipfile

import check
import sample_city
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


def documents():
    return [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


def commands(text):
    """The lines of the shell blocks, without their remarks."""
    for block in re.findall(r"```sh\n(.*?)```", text, re.S):
        for line in block.splitlines():
            yield line.partition(" #")[0].strip()


class Links(unittest.TestCase):
    def test_links_lead_somewhere(self):
        faults = ["%s: %s" % (path.name, link)
                  for path in documents() for link in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text("utf-8"))
                  if "://" not in link and not (path.parent / link).exists()]
        self.assertEqual([], faults, "\n" + "\n".join(faults))

    def test_both_readmes_print_the_same_commands(self):
        self.assertEqual(*(list(commands((ROOT / name).read_text("utf-8"))) for name in ("README.md", "README.zh_CN.md")))


class Commands(unittest.TestCase):
    def test_command_line_of_the_readme(self):
        """Every line that a newcomer may copy works, in the order in which they are printed."""
        lines = [line for line in commands((ROOT / "README.md").read_text("utf-8")) if line.startswith("./dev cli ")]
        self.assertGreater(len(lines), 8)
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            self.prepare(place)
            for line in lines:
                for command in line.split(" && "):
                    # a smaller city does as well here
                    command = command.replace("--counties=12", "--counties=3")
                    words = shlex.split(command.replace("/tmp/", folder + "/").replace("data/", str(ROOT) + "/data/"))
                    words = [name for word in words for name in (sorted(glob.glob(word, root_dir=place)) or [word])]
                    ended = sample_city.run_cli(os.environ["YANSHOU_BUILD"], *words[2:], cwd=folder)
                    self.assertEqual(0, ended.returncode, "%s\n%s%s" % (command, ended.stdout, ended.stderr))

    @staticmethod
    def prepare(place):
        """What the lines take for granted: a PDF, and the documents that packages carry."""
        city = sample_city.sample_city(os.environ["YANSHOU_BUILD"])
        pdfs = sorted(city.glob("county-*/evidence/*/*.pdf"), key=lambda path: path.stat().st_size)
        shutil.copy(pdfs[-1], place / "report.pdf")
        with zipfile.ZipFile(sorted(city.glob("packages/*-submission-*.zip"))[0]) as package:
            for name in package.namelist():
                if pathlib.PurePath(name).name in ("assessment.xml", "submission.xml", "occurrences.xml"):
                    (place / "facts").mkdir(exist_ok=True)
                    (place / "facts" / pathlib.PurePath(name).name).write_bytes(package.read(name))


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
