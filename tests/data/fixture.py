# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixture of real rule lines reaches the whole vocabulary, and every point of it has a figure worked by hand.

That the program gives those figures is shown by rules.py.
"""
import csv
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap
from shipped import HERE, load

FOLDER = HERE / "rules"


class Fixture(unittest.TestCase):
    def setUp(self):
        self.root = load(FOLDER / "standard.xml")
        self.points = list(self.root.iter("point"))

    def children(self, names):
        return {child.tag for point in self.points for child in point if child.tag in names}

    def values(self, element, attribute):
        return {e.get(attribute) for e in self.root.iter(element) if e.get(attribute)}

    def test_lines(self):
        text = " ".join(p.get("title") for p in self.points)
        lines = {n for group in re.findall("第([0-9、]+)行", text) for n in group.split("、")}
        self.assertGreaterEqual(len(lines), 40)

    def test_measures_and_rules(self):
        measures = {"state", "document", "word", "metric", "records", "late", "none"}
        self.assertEqual(self.children(measures), measures)
        rules = {"bands", "line", "steps", "manual"}
        self.assertEqual(self.children(rules), rules)
        self.assertEqual(self.values("metric", "as"), {"growth", "place"})
        self.assertEqual(self.values("late", "in"), {"days", "months"})
        kinds = {(e.get("id") is not None, e.get("clause") is not None) for e in self.root.iter("records")}
        self.assertEqual(kinds, {(True, False), (False, True), (False, False)})

    def test_bounds_and_rows(self):
        words = {value for element in ("row", "low", "high", "once", "step", "gate")
                 for value in self.values(element, "bound") if value[-1].isalpha()}
        self.assertEqual(words, {"own", "published", "before", "mean", "best", "worst"})
        self.assertTrue(self.values("row", "plus"))
        self.assertEqual(self.values("row", "is"), {"ge", "gt", "le", "lt", "eq", "reported"})
        self.assertTrue(self.values("row", "word") and self.values("row", "permille"))

    def test_steps(self):
        self.assertEqual(self.values("step", "partial"), {"started", "full", "exact"})
        self.assertEqual(self.values("step", "in"), {"unit", "percent"})
        for name in ("record", "once", "step"):
            self.assertEqual(self.values(name, "act") - {"take", "give"}, set())
        self.assertTrue(self.values("record", "to") and self.values("record", "cap") and self.values("step", "cap"))
        self.assertEqual(self.values("point", "highest-only"), {"true"})

    def test_gates_and_not_applicable(self):
        gates = {(parent.tag, "grade" if gate.get("grade") else "permille")
                 for parent in self.root.iter() for gate in parent.findall("gate")}
        self.assertEqual(gates, {("point", "permille"), ("point", "grade"), ("task", "permille"),
                                 ("part", "permille"), ("total", "permille"), ("total", "grade")})
        self.assertEqual({gate[0].tag for gate in self.root.iter("gate")},
                         {"state", "document", "metric", "records", "late"})
        self.assertEqual(self.values("gate", "permille"), {"0", "1000"})
        self.assertEqual(self.values("point", "na"), {"out", "share", "mean"})
        self.assertTrue(self.values("point", "groups") and self.values("point", "least") and self.values("point", "most"))

    def test_every_point_is_worked(self):
        with open(FOLDER / "expected.tsv", encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
        self.assertEqual({p.get("id") for p in self.points} - {row["id"] for row in rows}, {"P22.1"})
        self.assertTrue(all(row["arithmetic"] for row in rows))


if __name__ == "__main__":
    tap.main()
