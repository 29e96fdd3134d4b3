# SPDX-License-Identifier: GPL-3.0-or-later
"""Random but valid facts of a round for a generated plan: assessment, submissions, occurrences, review.
Days sit on the edges that rule 6 and the closing date know; what is missing is missing in every way."""

import datetime
import hashlib
import xml.etree.ElementTree as ElementTree
from fractions import Fraction

from exact import add_months
from generate_plan import STATES, add

CLOSING, FIRST, LAST = "2022-01-25", "2021-01-01", "2021-12-31"
ROUND_DAYS = ("2021-01-01", "2021-12-31", "2021-06-15", "2021-02-28")
OTHER_DAYS = ("2020-12-31", "2022-01-01")


def day(text):
    return datetime.date.fromisoformat(text)


class FactsMaker:
    def __init__(self, plan):
        self.plan, self.random = plan, plan.random
        self.chance, self.pick, self.decimal = plan.chance, plan.pick, plan.decimal
        count = self.random.randint(2, 12 if self.chance(30) else 5)
        self.units = [f"9901{index + 1:02d}" for index in range(count)]
        self.submitted = [unit for unit in self.units if not self.chance(8)] or self.units[:1]
        self.group = {unit: self.random.choice(plan.groups) for unit in self.units}
        self.citations, self.numerators, self.serial, self.due = {}, {}, 0, {}
        self.claims = {}
        self.documents = {"assessment.xml": self.make_assessment()}
        for unit in self.submitted:
            self.documents[f"submission-{unit}.xml"] = self.make_submission(unit)
        self.make_occurrences()
        if self.chance(85):
            from generate_review import ReviewMaker
            self.documents["review.xml"] = ReviewMaker(self).make()

    def next(self, prefix):
        self.serial += 1
        return f"{prefix}-{self.serial:04d}"

    def some(self, choices, most):
        choices = list(choices)
        return self.random.sample(choices, min(len(choices), self.random.randint(0, most)))

    # --- assessment ---

    def make_assessment(self):
        root = ElementTree.Element("assessment", {
            "format": "1", "id": "round", "title": "考核", "catalogue": "cat", "catalogue-version": "1",
            "standard": "std", "standard-version": "1", "first": FIRST, "last": LAST, "closing": CLOSING,
            "year": "2021"})
        units = add(root, "units")
        add(units, "unit", id="99", name="某省", kind="province")
        add(units, "unit", id="9901", name="某市", kind="city", parent="99")
        for unit in self.units:
            add(units, "unit", id=unit, name=f"县{unit}", kind="county", parent="9901", group=None if self.plan.edges and self.chance(20) else self.group[unit])
        forms = [(metric, form) for metric in self.plan.metrics for form in ("value", "growth")]
        for unit in self.units:
            for metric, form in forms:
                if self.chance(60):
                    add(root, "target", unit=unit, metric=metric, of=form, value=self.goal(form))
        for metric, form in forms:
            if self.chance(70):
                add(root, "published", metric=metric, of=form, value=self.goal(form), source="公报")
        for unit in self.units:
            for task in self.plan.tasks:
                if self.chance(8):
                    due = self.pick("2021-03-31", "2021-12-31", "2022-01-24", "2022-01-26")
                    self.due[unit, task] = due
                    add(root, "extension", unit=unit, task=task, due=due).text = "同意延期"
        return root

    def goal(self, form):
        return self.decimal(-10, 10, 2) if form == "growth" else self.decimal(10, 100, self.pick(0, 1, 4))

    # --- submission ---

    def make_submission(self, unit):
        root = ElementTree.Element("submission", {"format": "1", "assessment": "round", "unit": unit, "revision": "1"})
        files = [(hashlib.sha256(f"{unit}{index}".encode()).hexdigest(), index < 3) for index in range(4)]
        for digest, present in files:
            add(root, "evidence", id=digest, title="佐证", pages=12, size=1000, present=str(present).lower())
        self.citations[unit] = []
        items = [task for task in self.plan.tasks if self.chance(88)]
        for task in items:
            self.make_item(root, unit, task, files)
        for metric, entry in self.plan.metrics.items():
            if entry["task"] is None and entry["by"] == "county":
                self.make_figures(root, metric, entry["unit"])
        return root

    def completion(self, unit, task):
        due = day(self.due.get((unit, task), self.plan.tasks[task]["due"]))
        edges = [due, due + datetime.timedelta(1), due - datetime.timedelta(40), day(CLOSING),
                 day(CLOSING) + datetime.timedelta(1)]
        for months in (1, 2, 3, 12):
            end = add_months(due, months)
            edges += [end, end + datetime.timedelta(1)]
        return self.random.choice(edges)

    def make_item(self, root, unit, task, files):
        # done without a date is read in two ways where the task is due after the closing date (READINGS.md)
        due_late = self.due.get((unit, task), self.plan.tasks[task]["due"]) > CLOSING
        state = self.pick("done", "done", "done", "mostly", "partly", "not", "na")
        dated = state == "done" and ((due_late and not self.plan.edges) or not self.chance(15))
        item = add(root, "item", task=task, state=state,
                   completed=self.completion(unit, task).isoformat() if dated else None)
        if state == "na":
            add(item, "na-reason").text = "本县无此项"
            self.claims.setdefault(unit, {"tasks": [], "points": []})["tasks"].append(task)
        for metric, entry in self.plan.metrics.items():
            if entry["task"] == task and (entry["by"] == "county" or self.chance(50)):
                self.make_figures(item, metric, entry["unit"])
        for document in self.plan.tasks[task]["documents"]:
            if self.chance(75):
                unnumbered = self.chance(25)
                add(item, "document", ref=document, title="通知",
                    number=None if unnumbered or self.chance(15) else "县发〔2021〕3号",
                    unnumbered="true" if unnumbered else None, issuer=self.pick(None, "县委政法委"),
                    date=self.pick("2021-03-01", "2021-03-01", "2021-03-01", None))
        points = self.plan.tasks[task]["points"]
        for point in points:
            if self.chance(12):
                add(item, "claim", point=point).text = "本县无此事项"
                self.claims.setdefault(unit, {"tasks": [], "points": []})["points"].append(point)
        for point in points:
            if self.chance(50):
                entry = self.plan.points[point]
                score = self.decimal(entry["least"], entry["most"], self.pick(1, 3))
                add(item, "self", point=point, points=max(entry["least"], min(entry["most"], score))).text = "自评"
        for point in [None] + points:
            if self.chance(60):
                self.make_citation(item, unit, task, point, self.random.choice(files)[0])

    def make_citation(self, item, unit, task, point, digest):
        name = self.next("c")
        add(item, "citation", id=name, evidence=digest, point=point, pages="1-2")
        self.citations[unit].append((name, task))

    def make_figures(self, parent, metric, unit):
        for year in (2021, 2020, 2019):
            if self.chance({2021: 90, 2020: 75, 2019: 10}[year]):
                add(parent, "figure", metric=metric, year=year, **self.figure(unit), source="统计")

    def figure(self, unit):
        if self.chance(15):
            return {"value": self.decimal(-5, 110, self.pick(0, 2, 4))}
        if unit == "count":
            return {"numerator": self.random.randint(0, 60) if not self.chance(8) else None}
        denominator = self.random.randint(3, 500)
        numerator = self.random.randint(0, denominator + (denominator // 10 if self.chance(20) else 0))
        if unit in ("per10k", "per100k", "permille"):
            denominator *= {"permille": 10, "per10k": 100, "per100k": 1000}[unit]
        if self.chance(6):
            return {"numerator": numerator, "denominator": self.pick(None, 0)}
        return {"numerator": None if self.chance(4) else numerator, "denominator": denominator}

    # --- occurrences, records, threshold values ---

    def make_occurrences(self):
        city = ElementTree.Element("occurrences", {"format": "1", "assessment": "round", "by": "city"})
        county = ElementTree.Element("occurrences", {"format": "1", "assessment": "round", "by": "county",
                                                     "unit": self.units[0]})
        self.occurrences, records, thresholds = [], [], []
        for unit in self.units:
            self.make_thresholds(thresholds, unit)
            for _ in range(self.random.randint(0, 5)):
                self.make_occurrence(city, unit)
            self.make_records(records, unit)
        for unit, tag, attributes in records + thresholds:
            target = county if attributes.get("by") == "county" and unit == self.units[0] else city
            record = add(target, tag, **attributes)
            if attributes.get("settled") is not None:
                add(record, "settled-reason").text = "情节较轻"
        self.documents["occurrences-city.xml"] = city
        if len(county):
            self.documents["occurrences-county.xml"] = county

    def make_thresholds(self, thresholds, unit):
        for name, item in self.plan.items.items():
            if item["kind"] != "threshold":
                continue
            held = None
            for by in ("county", "city"):
                if not self.chance(40 if by == "county" else 80):
                    continue
                figure = self.threshold_figure(item)
                held = figure
                thresholds.append((unit, "threshold", {"unit": unit, "item": name, "year": 2021, **figure,
                                                       "source": "公安局", "by": by}))
            # how many contained cases it bears; None where any number may be claimed of a missing figure
            self.numerators[unit, name] = held.get("numerator", 0) if held is not None else None

    def threshold_figure(self, item):
        if self.chance(8):
            return {"value": self.decimal(0, 99, 2)}
        if item["unit"] == "count":
            return {"numerator": self.random.randint(0, 6)}
        if item["unit"] == "percent":
            denominator = self.random.randint(100, 1000)
            share = self.random.randint(85, 100) if item["comparator"] in ("ge", "gt") else self.random.randint(0, 6)
            return {"numerator": denominator * share // 100, "denominator": denominator}
        return {"numerator": self.random.randint(0, 5), "denominator": self.random.randint(50000, 600000)}

    def make_occurrence(self, root, unit):
        events = [name for name, item in self.plan.items.items() if item["kind"] == "event"]
        state = self.pick("confirmed", "confirmed", "confirmed", "suspected", "cleared")
        ticked = self.some(events, 3)
        loose = state != "confirmed"
        date = None if loose and self.chance(30) else self.pick(*ROUND_DAYS * 3, *OTHER_DAYS)
        name = self.next("o")
        element = add(root, "occurrence", id=name, unit=unit, date=date, title="情形", count=self.pick(1, 1, 1, 2, 3),
                      state=state, factors=" ".join(self.some(self.plan.factors, 2)) or None)
        add(element, "summary").text = "经过"
        for item in ticked:
            severity = None if loose and self.chance(30) else self.random.choice(self.plan.severities)
            add(element, "tick", item=item, severity=severity)
        self.contain(element, unit, state)
        if self.chance(15):
            add(element, "also", unit=self.random.choice([one for one in self.units if one != unit] or self.units))
        self.occurrences.append({"id": name, "unit": unit, "events": ticked, "element": element})
        if self.chance(12):
            self.merge(root, unit, element, ticked)

    def contain(self, element, unit, state):
        items = [name for name, item in self.plan.items.items() if item.get("comparator") in ("le", "lt")]
        if not items or not self.chance(45):
            return
        item = self.random.choice(items)
        left = self.numerators.get((unit, item))
        if state != "confirmed" or left is None:
            add(element, "tick", item=item, cases=self.random.randint(1, 3))
        elif left >= 1:
            cases = self.random.randint(1, int(left))
            self.numerators[unit, item] = left - cases
            add(element, "tick", item=item, cases=cases)

    def merge(self, root, unit, target, ticked):
        """Another record of the same thing, merged into the one just made."""
        merged = add(root, "occurrence", id=self.next("o"), unit=unit, date="2021-05-05", title="重复登记", count=1,
                     state=self.pick("confirmed", "suspected"), merged_into=target.get("id"))
        for item in ticked[:1]:
            add(merged, "tick", item=item, severity=self.plan.severities[0])

    def make_records(self, records, unit):
        for register, bonus in ((self.plan.clauses, False), (self.plan.bonus_clauses, True)):
            for clause, entry in register.items():
                for _ in range(self.random.randint(0, 3)):
                    records.append((unit, "record", self.record(unit, clause, entry, bonus)))

    def record(self, unit, clause, entry, bonus):
        state = self.pick("confirmed", "confirmed", "suspected", "cleared") if not bonus else "suspected"
        settled = None
        if entry["to"] is not None and self.chance(55):
            settled = min(entry["to"], self.decimal(entry["amount"], entry["to"], 3))
            settled = max(entry["amount"], settled)
        dated = state == "confirmed" or self.chance(50)
        return {"id": self.next("r"), "unit": unit, "clause": clause, "title": "记录",
                "date": self.pick(*ROUND_DAYS * 3, *OTHER_DAYS) if dated else None, "count": self.pick(1, 1, 2, 3),
                "matter": self.pick(None, None, "甲", "乙"), "factors": " ".join(self.some(self.plan.factors, 2)) or None,
                "state": state, "selected": self.pick("true", "true", "false") if bonus else None, "settled": settled}
