# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped catalogue and round say what the plan says.

Counts and facts are stated here once more, from the printed plan, and not computed from the file.
"""
import re
import sys
import unittest
import pathlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap
from shipped import DATA, load

COUNTIES = ["渭滨区", "金台区", "陈仓区", "凤翔县", "岐山县", "扶风县", "眉县", "陇县", "千阳县", "麟游县", "凤县", "太白县"]
DOCUMENTS = {5: 1, 6: 1, 8: 1, 9: 1, 14: 1, 26: 1, 32: 1, 33: 1, 37: 1, 46: 1, 50: 1, 61: 1, 80: 3, 84: 1}
# All others are due a year later.
DUE_2020 = {1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 18, 20, 24, 25, 26, 27, 32, 33, 46, 55, 57, 58, 59, 60, 61, 63, 64, 65, 66,
            68, 69, 72, 73, 78, 79, 80, 81, 82, 86, 87, 92, 93, 94, 96, 97, 98, 102, 109}
TARGETS = {
    "M005": ("ge", "100"), "M006": ("ge", "1"), "M007": ("gt", "96"), "M017A": ("ge", "90"),
    "M017B": ("ge", "100"), "M017C": ("ge", "90"), "M020": ("ge", "100"), "M025A": ("ge", "50"),
    "M025B": ("ge", "50"), "M027": ("ge", "1"), "M028A": ("ge", "13"), "M028B": ("ge", "8"),
    "M028C": ("ge", "100"), "M028D": ("ge", "100"), "M032A": ("ge", "100"), "M032B": ("ge", "100"),
    "M032C": ("ge", "1"), "M032D": ("ge", "100"), "M035": ("ge", "100"), "M035B": ("ge", "100"),
    "M036": ("ge", "100"), "M049": ("ge", "1"), "M052A": ("report", None), "M052B": ("report", None),
    "M052C": ("report", None), "M053A": ("ge", "100"), "M053B": ("ge", "100"), "M053C": ("ge", "100"),
    "M058": ("ge", "100"), "M061": ("ge", "100"), "M062": ("falling", None), "M068": ("ge", "100"),
    "M069A": ("ge", "70"), "M069B": ("ge", "50"), "M084": ("ge", "100"), "M090": ("ge", "80"),
    "M103": ("ge", "100"), "M6H": ("ge", "2"), "M6D": ("ge", "1"),
}


class Catalogue(unittest.TestCase):
    def setUp(self):
        self.root = load(DATA / "catalogue.xml")
        self.tasks = {int(task.get("id")): task for task in self.root.iter("task")}

    def test_head(self):
        self.assertEqual((self.root.get("plan"), self.root.get("issued")), ("宝发〔2020〕8号", "2020-05-05"))

    def test_headings(self):
        parts = self.root.findall("tasks/part")
        self.assertEqual([(part.get("id"), part.get("name"), len(list(part.iter("task")))) for part in parts],
                         [("I-1", "治理体制现代化", 39), ("I-2", "工作布局现代化", 38), ("I-3", "治理方式现代化", 35)])
        second = self.root.findall("tasks/part/heading")
        third = self.root.findall("tasks/part/heading/heading")
        self.assertEqual([h.get("id") for h in second], ["II-%d" % n for n in range(1, 18)])
        self.assertEqual([h.get("id") for h in third], ["III-%d" % n for n in range(1, 41)])
        self.assertEqual(second[14].get("name"), "发挥德治教化作用")
        self.assertEqual(second[1].get("name"), "完善政府负责体制")
        self.assertTrue(all(heading.findall("task") for heading in third))

    def test_tasks(self):
        self.assertEqual([int(task.get("id")) for task in self.root.iter("task")], list(range(1, 113)))
        self.assertEqual([n for n, task in self.tasks.items() if task.get("counties") == "false"], [44, 92])
        self.assertEqual({n for n, task in self.tasks.items() if task.get("due") == "2020-12-31"}, DUE_2020)
        self.assertEqual({task.get("due") for task in self.tasks.values()}, {"2020-12-31", "2021-12-31"})
        self.assertEqual(self.tasks[32].get("title"), "综治中心规范化")
        self.assertEqual(self.tasks[112].get("due"), "2021-12-31")
        self.assertEqual([e.text for e in self.tasks[62].findall("lead")],
                         ["市委政法委", "市司法局", "市中级人民法院", "市公安局"])
        self.assertEqual([e.text for e in self.tasks[44].findall("responsible")],
                         ["市委办公室", "市委组织部", "市委宣传部", "市教育局", "宝鸡文理学院", "宝鸡职业技术学院"])
        for number, task in self.tasks.items():
            self.assertTrue(task.findtext("requirement"), number)
            self.assertTrue(task.findall("lead") and task.findall("responsible"), number)
            answering = any("县区" in e.text for e in task.findall("lead") + task.findall("responsible"))
            self.assertEqual(answering, task.get("counties") == "true", number)

    def test_documents(self):
        for number, task in self.tasks.items():
            documents = {d.get("id"): d for d in task.findall("document")}
            city = [d for d in documents.values() if d.get("by") == "city"]
            own = [d for d in documents.values() if d.get("by") == "county" and not d.get("implements")]
            carried = sorted(d.get("implements") for d in documents.values() if d.get("implements"))
            self.assertEqual(len(city), DOCUMENTS.get(number, 0), number)
            self.assertEqual(sorted(d.get("id") for d in city), carried, number)
            self.assertEqual([d.get("title") for d in own],
                             {20: ["协商事项清单"], 100: ["权责清单", "执法清单"]}.get(number, []))
            self.assertEqual(list(documents), ["D%d-%d" % (number, n + 1) for n in range(len(documents))])
            for document in documents.values():
                if document.get("implements"):
                    self.assertIn("《%s》" % documents[document.get("implements")].get("title"), document.get("title"))

    def test_metrics(self):
        metrics = {m.get("id"): m for m in self.root.iter("metric")}
        self.assertEqual({i: (m.get("comparator"), m.get("target")) for i, m in metrics.items()}, TARGETS)
        for identity, metric in metrics.items():
            number = re.match(r"M(\d{3})", identity)
            self.assertEqual(metric.get("task"), str(int(number.group(1))) if number else None)
            self.assertEqual(metric.get("better"), "low" if identity == "M062" else "high")
            answers = {"M006": "city", "M6D": "department"}.get(identity, "county")
            self.assertEqual(metric.get("answered-by"), answers, identity)
            self.assertEqual(metric.get("unit") == "count", metric.get("denominator") is None, identity)
        units = {i: m.get("unit") for i, m in metrics.items() if m.get("unit") != "percent"}
        self.assertEqual(units, {"M006": "count", "M032C": "count", "M049": "permille", "M052A": "permille",
                                 "M062": "per10k", "M6H": "count", "M6D": "count"})
        self.assertIn("1‰", metrics["M049"].findtext("note"))
        self.assertEqual(metrics["M028B"].get("denominator"), "农村地区常住人口数")

    def test_negative(self):
        groups = self.root.findall("negative/group")
        self.assertEqual([(g.get("id"), len(g)) for g in groups],
                         [("N1", 2), ("N2", 2), ("N3", 2), ("N4", 6), ("N5", 2), ("N6", 3)])
        thresholds = [(i.get("id"), i.get("comparator"), i.get("target"), i.get("unit"))
                      for i in self.root.iter("item") if i.get("kind") == "threshold"]
        self.assertEqual(thresholds, [("N1.1", "ge", "96", "percent"), ("N1.2", "ge", "94", "percent"),
                                      ("N4.1", "le", "0.65", "per100k")])
        self.assertEqual(self.root.find(".//item[@id='N4.3']").get("name"), "一案死亡3人以上命案")

    def test_phases(self):
        self.assertEqual([(p.get("id"), p.get("first"), p.get("last"), len(p)) for p in self.root.iter("phase")],
                         [("P1", "2020-05-05", "2020-06-30", 3), ("P2", "2020-07-01", "2021-12-31", 5),
                          ("P3", "2022-01-01", "2022-06-30", 5), ("P4", "2022-07-01", "2022-12-31", 3)])

    def test_errata(self):
        notes = [n.text for n in self.root.findall("notes/note")]
        self.assertEqual(sum(n.startswith("勘误：") for n in notes), 9)


class Assessment(unittest.TestCase):
    def test_round(self):
        root = load(DATA / "assessment.xml")
        self.assertEqual([root.get(k) for k in ("title", "first", "last", "closing", "year")],
                         ["2021年度考核", "2021-01-01", "2021-12-31", "2022-01-25", "2021"])
        units = root.findall("units/unit")
        self.assertEqual(len(units), 15)
        self.assertEqual([u.get("name") for u in units if u.get("group") == "G1"], COUNTIES)
        self.assertEqual([u.get("kind") for u in units if not u.get("group")], ["central", "province", "city"])
        self.assertEqual({u.get("parent") for u in units if u.get("kind") == "county"}, {"6103"})
        self.assertEqual([root.get("catalogue"), root.get("standard")],
                         [load(DATA / "catalogue.xml").get("id"), load(DATA / "standard.xml").get("id")])


if __name__ == "__main__":
    tap.main()
