# SPDX-License-Identifier: GPL-3.0-or-later
"""A random but valid review of the city for generated facts.
Scores stay near one another half of the time, so that some points are decided by their assessors."""

import hashlib
import xml.etree.ElementTree as ElementTree

from generate_plan import add


class ReviewMaker:
    def __init__(self, facts):
        self.facts, self.plan, self.random = facts, facts.plan, facts.random
        self.chance, self.pick = facts.chance, facts.pick
        self.assessors = {f"A{index + 1}": facts.random.choice(facts.units) if facts.chance(30) else None
                          for index in range(6)}

    def make(self):
        root = ElementTree.Element("review", {"format": "1", "assessment": "round"})
        for name, unit in self.assessors.items():
            add(root, "assessor", id=name, name=f"评审员{name}", unit=unit)
        add(root, "assessor", id="AL", name="组长", lead="true")
        for unit in self.facts.submitted:
            if self.chance(90):
                self.unit(root, unit)
        return root

    def unit(self, root, unit):
        facts, claims = self.facts, self.facts.claims.get(unit, {"tasks": [], "points": []})
        element = add(root, "unit", ref=unit, state=self.pick("accepted", "submitted", "scored", "scored", "final"),
                      revision=1)
        digest = hashlib.sha256(f"city{unit}".encode()).hexdigest()
        add(element, "evidence", id=digest, title="市级佐证", pages=3, size=10, present="true")
        self.assigned = self.assign(element, unit)
        for point in self.plan.points:
            self.scores(element, point)
        for name, task in facts.citations[unit]:
            self.verdicts(element, name, task)
        for point in self.plan.points:
            if self.chance(15):
                self.score(element, "decision", point, None).text = "组长认定"
        for task in claims["tasks"]:
            if self.chance(50):
                add(element, "claim", task=task).text = "情况属实"
        for point in claims["points"]:
            if self.chance(70):
                add(element, "claim", point=point).text = "情况属实"
        for occurrence in facts.occurrences:
            if occurrence["unit"] == unit and len(occurrence["events"]) > 1 and self.chance(35):
                add(element, "chosen", occurrence=occurrence["id"],
                    item=self.random.choice(occurrence["events"])).text = "另项更重"
        for point, entry in self.plan.points.items():
            if self.chance(6):
                by_point = self.chance(50)
                add(element, "citation", id=facts.next("cc"), evidence=digest, task=None if by_point else entry["task"],
                    point=point if by_point else None, pages="1")

    def assign(self, element, unit):
        free = [name for name, own in self.assessors.items() if own != unit]
        assigned = {}
        for task in self.plan.tasks:
            names = self.random.sample(free, self.random.randint(0, len(free)) if self.chance(70) else 0)
            if (self.plan.combine != "lead" or self.plan.edges) and self.chance(15):
                names.append("AL")
            assigned[task] = names
            for name in names:
                add(element, "assignment", assessor=name, task=task, released="外出" if self.chance(10) else None)
        return assigned

    def scores(self, element, point):
        entry = self.plan.points[point]
        complete = self.chance(75)
        centre = self.inside(entry, self.plan.decimal(entry["least"], entry["most"], 2))
        wide = self.chance(25)
        for name in self.assigned[entry["task"]]:
            if complete or self.chance(50):
                score = self.score(element, "score", point, None if wide else centre, assessor=name)
                computed = not entry["manual"] and score.get("word") is None and self.chance(30)
                score.set("computed", "true" if computed else "false")
                if not computed:
                    score.text = "依据材料"

    def inside(self, entry, value):
        return max(entry["least"], min(entry["most"], value))

    def score(self, element, tag, point, centre, **attributes):
        entry = self.plan.points[point]
        if entry["words"] and self.chance(60):
            return add(element, tag, **attributes, point=point, word=self.random.choice(entry["words"]))
        if centre is None:
            value = self.plan.decimal(entry["least"], entry["most"], 3)
        else:
            width = (entry["most"] - entry["least"]) / 12
            value = centre + self.plan.decimal(-width, width, 3)
        return add(element, tag, **attributes, point=point, points=self.inside(entry, value))

    def verdicts(self, element, citation, task):
        judges = [name for name in self.assigned[task] if name != "AL"] + ["AL"]
        for name in self.random.sample(judges, min(len(judges), self.random.randint(0, 2))):
            if self.chance(70):
                add(element, "verdict", citation=citation, assessor=name,
                    is_=self.pick("sufficient", "partial", "insufficient", "mismatched"))
