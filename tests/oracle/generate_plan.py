# SPDX-License-Identifier: GPL-3.0-or-later
"""Random but valid catalogues and standards, as XML elements, for comparing two readings of the rules.
`Plan` keeps what generate_facts.py has to know about them."""

import xml.etree.ElementTree as ElementTree
from fractions import Fraction

DUE = ("2020-12-31", "2021-01-31", "2021-06-30", "2021-08-31", "2021-10-31", "2021-12-31", "2022-01-25", "2022-02-28")
UNITS = ("percent", "permille", "per10k", "per100k", "count")
SCALE = {"percent": 100, "permille": 1000, "per10k": 10000, "per100k": 100000}
STATES = ("done", "mostly", "partly", "not")
DOCUMENTS = ("proven", "recorded", "none")


def text(value):
    """Shortest decimal of an exact value of at most four decimals."""
    scaled = Fraction(value) * 10000
    whole, rest = divmod(abs(int(scaled)), 10000)
    digits = f"{whole}.{rest:04d}".rstrip("0").rstrip(".")
    return ("-" if scaled < 0 else "") + digits


def add(parent, tag, /, **attributes):
    """A child with its attributes; None leaves one out, `_` becomes `-`, a final `_` goes."""
    child = ElementTree.SubElement(parent, tag)
    for name, value in attributes.items():
        if value is not None:
            value = text(value) if isinstance(value, (int, Fraction)) and not isinstance(value, bool) else str(value)
            child.set(name.rstrip("_").replace("_", "-"), value)
    return child


class Plan:
    """`edges`: also what READINGS.md says is not generated, because it can be read in two ways."""

    def __init__(self, random, edges=False):
        self.random, self.edges = random, edges
        self.metrics, self.tasks, self.items, self.documents = {}, {}, {}, {}
        self.points, self.clauses, self.bonus_clauses, self.part_ids = {}, {}, {}, []
        self.groups = [f"G{n + 1}" for n in range(random.randint(1, 3))]
        self.severities = [f"S{n + 1}" for n in range(random.randint(1, 3))]
        self.factors = [f"F{n + 1}" for n in range(random.randint(1, 3))]
        self.serial = 0
        self.catalogue = self.make_catalogue()
        self.decimals = random.choice((0, 1, 2, 2, 3))
        self.standard = self.make_standard()

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, *choices):
        return self.random.choice(choices)

    def decimal(self, low, high, places=1):
        scale = 10 ** places
        return Fraction(self.random.randint(int(low * scale), int(high * scale)), scale)

    def coarse(self, low, high):
        """A figure with no more decimals than the standard's."""
        return self.decimal(low, high, min(self.decimals, 1))

    def next(self, prefix):
        self.serial += 1
        return f"{prefix}{self.serial}"

    # --- catalogue ---

    def make_catalogue(self):
        root = ElementTree.Element("catalogue", {"format": "1", "id": "cat", "version": "1", "title": "目录",
                                                 "plan": "测试〔2020〕1号", "issued": "2020-05-05"})
        tasks, number = add(root, "tasks"), 0
        for index in range(self.random.randint(1, 4)):
            part = add(tasks, "part", id=f"I-{index + 1}", name=f"部分{index + 1}")
            self.part_ids.append(f"I-{index + 1}")
            second = add(part, "heading", id=f"II-{index + 1}", name="二级")
            third = add(second, "heading", id=f"III-{index + 1}", name="三级")
            for _ in range(self.random.randint(1, 4)):
                number += 1
                self.make_task(third, str(number), part.get("id"))
        metrics = add(root, "metrics")
        for index in range(self.random.randint(3, 6)):
            self.make_metric(metrics, f"M{index + 1:03d}", "county")
        self.make_metric(metrics, "M900", "city")
        negative = add(root, "negative")
        for index in range(self.random.randint(1, 3)):
            group = add(negative, "group", id=f"N{index + 1}", name=f"类{index + 1}")
            for item in range(self.random.randint(1, 4)):
                self.make_item(group, f"N{index + 1}.{item + 1}")
        return root

    def make_task(self, parent, number, part):
        counties = not self.chance(10)
        task = add(parent, "task", id=number, title=f"任务{number}", due=self.random.choice(DUE),
                   counties="true" if counties else "false")
        add(task, "requirement").text = "要求"
        add(task, "lead").text = "牵头单位"
        add(task, "responsible").text = "各县区"
        self.tasks[number] = {"part": part, "counties": counties, "due": task.get("due"), "documents": [],
                              "points": []}
        for index in range(self.random.randint(0, 2)):
            document = f"D{number}-{index + 1}"
            add(task, "document", id=document, title="文件", by="county")
            self.documents[document] = number
            self.tasks[number]["documents"].append(document)

    def make_metric(self, parent, identifier, by):
        unit = self.random.choice(UNITS)
        comparator = self.pick("ge", "gt", "le", "falling", "report")
        better = {"ge": "high", "gt": "high", "le": "low", "falling": "low"}.get(comparator) or self.pick("high", "low")
        target = self.decimal(0, 90) if comparator in ("ge", "gt", "le") else None
        task = self.random.choice(list(self.tasks)) if self.chance(80) else None
        add(parent, "metric", id=identifier, task=task, name=f"指标{identifier}", comparator=comparator, target=target,
            unit=unit, better=better, answered_by=by, numerator="分子", denominator=None if unit == "count" else "分母")
        self.metrics[identifier] = {"unit": unit, "better": better, "task": task, "by": by}

    def make_item(self, parent, identifier):
        if self.chance(60):
            add(parent, "item", id=identifier, kind="event", name=f"情形{identifier}")
            self.items[identifier] = {"kind": "event"}
            return
        comparator, unit = self.pick("ge", "gt", "le", "lt"), self.pick("percent", "per100k", "count")
        target = self.decimal(85, 99) if comparator in ("ge", "gt") else self.pick(
            Fraction(65, 100), Fraction(2), Fraction(1))
        if unit == "count" and comparator in ("ge", "gt"):
            target = self.decimal(1, 5, 0)
        add(parent, "item", id=identifier, kind="threshold", name=f"指标{identifier}", comparator=comparator,
            target=target, unit=unit, numerator="分子", denominator=None if unit == "count" else "分母")
        self.items[identifier] = {"kind": "threshold", "comparator": comparator, "target": target, "unit": unit}

    # --- standard ---

    def make_standard(self):
        root = ElementTree.Element("standard")
        groups, severities, factors = add(root, "groups"), add(root, "severities"), add(root, "factors")
        for name in self.groups:
            add(groups, "group", id=name, name=f"组{name}")
        for name in self.severities:
            add(severities, "severity", id=name, name=f"程度{name}")
        for name in self.factors:
            add(factors, "factor", id=name, name=f"系数{name}", permille=self.pick(2000, 250, 1500, 333))
        done = self.random.randint(900, 1000)
        add(root, "states", done=done, mostly=self.random.randint(700, 899), partly=self.random.randint(1, 600),
            not_=self.pick(0, 0, 50))
        add(root, "late", month=self.pick(50, 50, 33, 0, 100), cap=self.pick(300, 300, 100, 1000))
        add(root, "evidence", without=self.pick(0, 0, 300, 333, 1000))
        self.combine = self.pick("mean", "trimmed", "median", "lead")
        add(root, "review", combine=self.combine, tolerance=self.pick(0, 100, 100, 300, 1000))
        grades, total = add(root, "grades"), add(root, "total")
        body = [self.make_part(root, part) for part in self.part_ids]
        maximum = sum(body)
        if self.decimals < 3:
            maximum = Fraction(int(maximum) + 1)
        for name, value in (("format", 1), ("id", "std"), ("version", 1), ("title", "标准"),
                            ("sample", self.pick("true", "false")), ("catalogue", "cat"), ("catalogue-version", 1),
                            ("maximum", text(maximum)), ("decimals", self.decimals)):
            root.set(name, str(value))
        self.make_grades(grades, maximum)
        self.make_negative(root)
        self.make_bonus(root)
        self.add_gates(total, 20)
        for element in list(root.iter("part")) + list(root.iter("task")):
            self.add_gates(element, 12, element.get("ref") if element.tag == "task" else None)
        for element in [point for task in root.iter("task") for point in task.iterfind("point")]:
            self.add_gates(element, 12, self.points[element.get("id")]["task"], element.get("id"))
        if not len(total):
            root.remove(total)
        return root

    def make_grades(self, grades, maximum):
        self.grades = [chr(65 + index) for index in range(self.random.randint(2, 4))]
        share = Fraction(self.random.randint(3, 8), 10)
        for index, name in enumerate(self.grades):
            last = index == len(self.grades) - 1
            start = Fraction(0) if last else Fraction(int(maximum * share * 1000), 1000)
            places = permille = None
            if not last and self.chance(45):
                places, permille = (self.random.randint(0, 4), None) if self.chance(50) else (
                    None, self.random.randint(0, 700))
            add(grades, "grade", id=name, name=f"等次{name}", from_=start, places=places, places_permille=permille)
            share /= self.pick(2, Fraction(5, 4))

    def make_part(self, root, identifier):
        value = self.pick(self.decimal(10, 100, 0), self.decimal(10, 100, 3))
        part = add(root, "part", ref=identifier, points=value)
        empty = self.chance(12)
        for number, task in self.tasks.items():
            if task["part"] != identifier:
                continue
            element = add(part, "task", ref=number)
            total = Fraction(0)
            for _ in range(self.random.randint(1, 3)):
                worth = Fraction(0) if empty else self.pick(self.decimal(1, 10, 0), self.decimal(1, 10, 1),
                                                            self.decimal(0, 5, 3), Fraction(0), Fraction(5))
                total += worth
                self.make_point(element, number, worth)
            element.set("points", text(total))
        return value

    def make_point(self, parent, task, worth):
        from generate_points import PointMaker
        PointMaker(self).make(parent, task, worth)

    def add_gates(self, element, percent, task=None, point=None):
        from generate_points import PointMaker
        maker = PointMaker(self)
        while self.chance(percent):
            gate = maker.make_gate(task, point)
            if gate is None:
                return
            # gates come before the tasks and points of a part or task, and last in a point
            index = len(element) if element.tag in ("point", "total") else len(element.findall("gate"))
            element.insert(index, gate)

    def make_negative(self, root):
        negative = add(root, "negative", cap=self.coarse(5, 40) if self.chance(40) else None)
        for group in sorted({item.split(".")[0] for item in self.items}):
            add(negative, "group", ref=group, cap=self.coarse(3, 20) if self.chance(40) else None)
        for name, item in self.items.items():
            element = add(negative, "item", ref=name, cap=self.coarse(2, 12) if self.chance(40) else None,
                          grade=self.random.choice(self.grades) if self.chance(15) else None)
            if item["kind"] == "event":
                for severity in self.severities:
                    add(element, "amount", severity=severity, points=self.pick(
                        Fraction(0), Fraction(5), self.decimal(1, 10, 1), self.decimal(0, 5, 3)))
            else:
                self.make_threshold(element, item)

    def make_threshold(self, element, item):
        if self.chance(30) and item["comparator"] in ("le", "lt"):
            element.set("holds-up-to", str(self.random.randint(0, 2)))
        below = item["comparator"] in ("ge", "gt")
        further = item["target"] + (-2 if below else 2)
        for _ in range(self.random.randint(1, 3)):
            cap = self.decimal(1, 6, 2) if self.chance(30) else None
            amount, kind = self.pick(Fraction(1), self.decimal(0, 4, 2)), self.pick("flat", "once", "step", "step")
            if kind == "flat":
                add(element, "flat", amount=amount, cap=cap)
            elif kind == "once":
                add(element, "once", amount=amount, side="below" if below else "above", bound=further, cap=cap)
            else:
                other = self.chance(30)
                add(element, "step", amount=amount, by=self.pick(Fraction(1), Fraction(1, 2), Fraction(3, 10)),
                    partial=self.pick("started", "full", "exact"),
                    side=("below" if below else "above") if other else None, bound=further if other else None,
                    cap=cap)

    def make_bonus(self, root):
        from generate_points import PointMaker
        bonus = add(root, "bonus", cap=self.coarse(1, 12))
        for _ in range(self.random.randint(0, 3)):
            PointMaker(self).make_bonus(bonus)
