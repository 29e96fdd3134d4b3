# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores the fixture of real rule lines, and the worked example of docs/formats.md, against figures worked by hand.

Each expected.tsv names unit, thing and figure, the expected value and the arithmetic in words. YANSHOU_SCORE is the
command that scores: the program's `score`, its library alone, or the oracle; all take the same arguments.
"""
import csv
import json
import os
import pathlib
import shlex
import re
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap
from shipped import HERE, load, shown_blocks

METRIC = '<metric id="%s" name="指标" comparator="report" unit="%s" better="%s" answered-by="county"/>'
# What the scoring points in docs/formats.md measure beside the example's own.
SHOWN = [("M2", "percent", "low"), ("M3", "percent", "high"), ("M4", "per10k", "low"), ("M5", "count", "high")]
FIGURES = ("computed", "self", "decided")


def score(folder, figure):
    """The units of the answer of `score`, by their code."""
    facts = [p for p in sorted(folder.glob("*.xml")) if load(p).tag not in ("catalogue", "standard")]
    command = shlex.split(os.environ["YANSHOU_SCORE"])
    command += ["--catalogue=%s" % (folder / "catalogue.xml"),
                "--standard=%s" % (folder / "standard.xml"), "--figure=" + figure] + list(map(str, facts))
    run = subprocess.run(command, capture_output=True, timeout=60, check=False)
    answer = json.loads(run.stdout)
    if run.returncode or not answer["ok"]:
        raise AssertionError("score said %d: %s" % (run.returncode, run.stdout.decode()[:2000]))
    return {unit["unit"]: unit for unit in answer["units"]}


def find(unit, what, figure):
    """What the answer says of the thing that a row of expected.tsv names."""
    kind, _, name = what.rpartition(" ")
    tasks = {str(task["no"]): task for task in unit["tasks"]}
    if kind == "task":
        return tasks[name][figure]
    if kind in ("months", "points"):
        return tasks[name]["months"] if kind == "months" else applicable_points(tasks[name])
    if kind == "part":
        return next(part["score"] for part in unit["parts"] if part["id"] == name)
    points = {p["id"]: p for task in unit["tasks"] for p in task["points_detail"]}
    points.update({p["id"]: p for p in unit["bonus_detail"]})
    if kind == "applies":
        return str(points[name]["applies"]).lower()
    if kind == "open":
        return points[name]["open"][figure]
    return points[what][figure] if what in points else unit[what]


def find_task(unit, number):
    return next(task for task in unit["tasks"] if task["no"] == number)


def applicable_points(task):
    """Points of the task's scoring points that apply; enough where none counts by share or mean."""
    return sum(Decimal(point["points"]) for point in task["points_detail"] if point["applies"])


class Worked(unittest.TestCase):
    maxDiff = None

    def check(self, name):
        folder = HERE / name
        units = {figure: score(folder, figure) for figure in FIGURES}
        with open(folder / "expected.tsv", encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
        wrong = []
        for row in rows:
            found = find(units[row["figure"]][row["unit"]], row["id"], row["figure"])
            expected = row["expected"]
            same = Decimal(found) == Decimal(expected) if "." in expected and found is not None else str(found) == expected
            if not same:
                wrong.append("%s %s %s: %s, not %s: %s" % (row["unit"], row["id"], row["figure"], found, expected,
                                                           row["arithmetic"]))
        self.assertEqual(wrong, [])

    def test_lines_of_real_standards(self):
        self.check("rules")

    def test_points_of_the_formats_make_a_sound_standard(self):
        points = "".join(block for block in shown_blocks() if block.startswith("<point"))
        whole = sum(map(Decimal, re.findall(r'<point [^>]*?points="([0-9.]+)"', points)))
        changes = {
            "standard.xml": [('<task ref="4" points="0"/>', '<task ref="4" points="%s">%s</task>' % (whole, points))],
            "catalogue.xml": [('counties="false"', 'counties="true"'),
                              ("</metrics>", "".join(METRIC % one for one in SHOWN) + "</metrics>")],
        }
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for path in (HERE / "example").glob("*.xml"):
                text = path.read_text(encoding="utf-8")
                for old, new in changes.get(path.name, []):
                    self.assertIn(old, text)
                    text = text.replace(old, new)
                (folder / path.name).write_text(text, encoding="utf-8")
            detail = find_task(score(folder, "computed")["990101"], 4)["points_detail"]
        self.assertGreater(len(detail), 30)

    def test_worked_example(self):
        self.check("example")


if __name__ == "__main__":
    tap.main()
