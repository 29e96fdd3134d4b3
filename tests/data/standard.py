# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped sample standard adds up and follows the rule that its own notes state.

The rule is worked here again from the catalogue; the negative list and the grades are stated.
"""
import pathlib
import sys
import unittest
from decimal import Decimal

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap
from shipped import DATA, load

PARTS = {"I-1": (400, 8), "I-2": (350, 8), "I-3": (250, 6)}


def points(element):
    return Decimal(element.get("points"))


class Standard(unittest.TestCase):
    def setUp(self):
        self.root = load(DATA / "standard.xml")
        self.catalogue = load(DATA / "catalogue.xml")
        self.county = [m for m in self.catalogue.iter("metric") if m.get("answered-by") == "county"]

    def weight(self, task):
        """County documents and county metrics of one task of the catalogue."""
        documents = [d.get("id") for d in task.findall("document") if d.get("by") == "county"]
        return documents, [m.get("id") for m in self.county if m.get("task") == task.get("id")]

    def test_sample(self):
        self.assertEqual([self.root.get(k) for k in ("sample", "maximum", "decimals")], ["true", "1000", "2"])
        self.assertEqual([(g.get("name"), g.get("from")) for g in self.root.iter("grade")],
                         [("优秀", "900"), ("良好", "800"), ("合格", "600"), ("不合格", "0")])
        late, evidence, states = (self.root.find(n).attrib for n in ("late", "evidence", "states"))
        self.assertEqual((late, evidence), ({"month": "50", "cap": "300"}, {"without": "0"}))
        self.assertEqual(states, {"done": "1000", "mostly": "800", "partly": "500", "not": "0"})

    def test_adds_up(self):
        for part in self.root.findall("part"):
            self.assertEqual(points(part), PARTS[part.get("ref")][0])
            self.assertEqual(sum(map(points, part.findall("task"))), points(part))
            for task in part.findall("task"):
                self.assertEqual(sum(map(points, task.findall("point"))), points(task), task.get("ref"))
        self.assertEqual(sum(map(points, self.root.findall("part"))), 1000)

    def test_rule_of_the_notes(self):
        for part in self.catalogue.findall("tasks/part"):
            whole, base = PARTS[part.get("id")]
            tasks = [t for t in part.iter("task") if t.get("counties") == "true"]
            expected = {t.get("id"): min(15, base + 3 * len(self.weight(t)[0]) + 2 * len(self.weight(t)[1]))
                        for t in tasks}
            rest = whole - sum(expected.values())
            for number in expected:
                if rest and expected[number] < 15:
                    expected[number] += 1
                    rest -= 1
            printed = {t.get("ref"): points(t) for t in self.root.findall("part[@ref='%s']/task" % part.get("id"))}
            for number in ("44", "92"):
                self.assertEqual(printed.pop(number, 0), 0)
            self.assertEqual(printed, expected)
            self.assertTrue(all(4 <= value <= 15 for value in printed.values()))

    def test_documents_and_metrics(self):
        for task in self.catalogue.iter("task"):
            documents, metrics = self.weight(task)
            found = self.root.find("part/task[@ref='%s']" % task.get("id"))
            if task.get("counties") == "false":
                self.assertEqual(len(found), 0)
                continue
            self.assertEqual([p.find("document").get("ref") for p in found if p.find("document") is not None], documents)
            self.assertEqual([p.find("metric").get("ref") for p in found.findall("point")
                              if p.find("metric") is not None], metrics)
            for point in found.findall("point"):
                if point.find("document") is not None:
                    self.assertEqual(points(point), 3)
                if point.find("metric") is not None:
                    self.assertEqual(points(point), 2)

    def test_only_metrics_of_counties(self):
        allowed = {m.get("id") for m in self.county}
        self.assertEqual({m.get("ref") for m in self.root.iter("metric")} - allowed, set())

    def test_top_band_is_the_target(self):
        for point in self.root.findall("part/task/point"):
            metric = point.find("metric")
            if metric is None:
                continue
            source = self.catalogue.find("metrics/metric[@id='%s']" % metric.get("ref"))
            row, high, step = point.find("bands/row"), point.find("line/high"), point.find("steps/step")
            if source.get("target"):
                best = row if row is not None else high if high is not None else step
                self.assertEqual(best.get("bound"), source.get("target"), metric.get("ref"))
            if row is not None and source.get("target"):
                self.assertEqual(row.get("is"), source.get("comparator"), metric.get("ref"))
        rows = self.root.findall(".//point[@id='P62.2']/bands/row")
        self.assertEqual([(r.get("is"), r.get("bound")) for r in rows], [("le", "60"), ("lt", "before")])
        first = [p.find("bands/row") for p in self.root.findall(".//task[@ref='52']/point") if p.find("metric") is not None]
        self.assertEqual([(r.get("is"), r.get("bound")) for r in first], [("gt", "before")] * 3)

    def test_negative(self):
        items = {i.get("ref"): i for i in self.root.findall("negative/item")}
        self.assertEqual(list(items), [i.get("id") for i in self.catalogue.iter("item")])
        for item in self.catalogue.iter("item"):
            rule = items[item.get("id")]
            self.assertIsNone(rule.get("cap"))
            if item.get("kind") == "event":
                self.assertEqual([(a.get("severity"), a.get("points")) for a in rule],
                                 [("S1", "5"), ("S2", "10"), ("S3", "20")])
            else:
                flat, step = rule
                by = "0.1" if item.get("id") == "N4.1" else "1"
                self.assertEqual((flat.get("amount"), step.attrib),
                                 ("5", {"amount": "1", "by": by, "partial": "started"}))
        names = {g.get("id"): g.get("name") for g in self.root.iter("grade")}
        vetoes = {ref: names[i.get("grade")] for ref, i in items.items() if i.get("grade")}
        self.assertEqual(vetoes, {"N2.1": "合格", "N3.1": "不合格", "N6.1": "合格"})
        self.assertEqual({ref for ref, i in items.items() if i.get("holds-up-to") == "1"}, {"N4.1"})

    def test_bonus(self):
        self.assertEqual(self.root.find("bonus").get("cap"), "50")
        self.assertEqual([m.get("ref") for m in self.root.findall("bonus/point/metric")], ["M6H"])
        self.assertGreaterEqual(len(self.root.findall("bonus/point//record")), 6)


if __name__ == "__main__":
    tap.main()
