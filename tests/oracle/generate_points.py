# SPDX-License-Identifier: GPL-3.0-or-later
"""Random scoring points and gates that fit rule 2: every measure, rule and kind of bound.
Bands are built monotone for each kind of bound, so that each of their rows can be reached."""

import xml.etree.ElementTree as ElementTree
from fractions import Fraction

from generate_plan import DOCUMENTS, STATES, add, text

WORDS = ("好", "较好", "一般", "差")


class PointMaker:
    def __init__(self, plan):
        self.plan, self.chance, self.pick, self.decimal = plan, plan.chance, plan.pick, plan.decimal

    def make(self, parent, task, worth):
        plan = self.plan
        name = plan.next(f"P{task}.")
        kind = self.pick("state", "document", "word", "metric", "metric", "metric", "metric", "records", "count",
                         "late", "none")
        if kind == "document" and not plan.documents:
            kind = "state"
        if kind == "count" and self.chance(30) and not plan.clauses:
            kind = "records"
        least = -self.decimal(0, 2, 1) if self.chance(20) else None
        most = worth + self.decimal(0, 5, 1) if self.chance(25) else None
        groups = " ".join(sorted(plan.random.sample(plan.groups, plan.random.randint(1, len(plan.groups))))) \
            if self.chance(15) else None
        na = self.pick("out", "share", "mean") if self.chance(60) else None
        turned = ("records", "count", "late", "metric") if plan.edges else ("records", "count", "late")
        point = add(parent, "point", id=name, title=f"得分点{name}", points=worth, groups=groups, least=least,
                    most=most, better="high" if kind in turned and self.chance(15) else None,
                    na=na, share=plan.random.randint(0, 1000) if na == "share" else None,
                    highest_only="true" if kind == "records" and self.chance(50) else None)
        self.worth, self.name, self.task = worth, name, task
        self.most, self.high = (most if most is not None else worth), point.get("better") == "high"
        getattr(self, "measure_" + kind)(point)
        words = [row.get("word") for row in point.iter("row")] if kind == "word" else None
        plan.points[name] = {"task": task, "least": least or Fraction(0), "most": self.most, "words": words,
                             "kind": kind, "manual": kind == "none",
                             "document": point.find("document").get("ref") if kind == "document" else None}
        plan.tasks[task]["points"].append(name)

    def row(self, bands, rank, rows, **what):
        """Row number `rank` of `rows`, best first: points or ‰ of the point's."""
        share = Fraction(rows - rank, rows)
        if self.chance(50):
            value = Fraction(int(self.worth * share * 1000), 1000)
            add(bands, "row", **what, points=value)
        else:
            add(bands, "row", **what, permille=int(share * 1000))

    def words_bands(self, point, words, may_be_bare):
        bands = add(point, "bands")
        if may_be_bare and self.chance(60):
            return
        chosen = words[:self.plan.random.randint(1, len(words))]
        for index, word in enumerate(chosen):
            self.row(bands, index, len(chosen), word=word)

    def measure_state(self, point):
        add(point, "state")
        self.words_bands(point, STATES, True)

    def measure_document(self, point):
        own = self.plan.tasks[self.task]["documents"]
        add(point, "document", ref=self.plan.random.choice(own or list(self.plan.documents)))
        self.words_bands(point, DOCUMENTS, True)

    def measure_word(self, point):
        add(point, "word")
        self.words_bands(point, WORDS, False)

    def measure_none(self, point):
        add(point, "none")
        add(point, "manual")

    def measure_late(self, point):
        form = self.pick("days", "months")
        add(point, "late", in_=form)
        self.numbers_rule(point, ("number",), 0, 100 if form == "days" else 8, self.high)

    def measure_records(self, point):
        add(point, "records")
        take = self.chance(60)
        steps = add(point, "steps", start=self.worth if take else Fraction(0))
        for _ in range(self.plan.random.randint(1, 3)):
            self.record_clause(steps, self.plan.clauses, "take" if take != self.chance(20) else "give")

    def record_clause(self, steps, register, act):
        name, amount = self.plan.next("C"), self.pick(Fraction(1, 2), self.decimal(0, 2, 2), self.decimal(0, 1, 3))
        to = amount + self.decimal(0, 2, 1) if self.chance(35) else None
        add(steps, "record", id=name, title=f"条款{name}", act=act, amount=amount, to=to,
            cap=self.decimal(0, 4, 2) if self.chance(30) else None)
        register[name] = {"amount": amount, "to": to}

    def measure_count(self, point):
        plan = self.plan
        if plan.clauses and self.chance(40):
            add(point, "records", clause=plan.random.choice(list(plan.clauses)))
        else:
            name = plan.next("C")
            add(point, "records", id=name, title=f"条款{name}")
            plan.clauses[name] = {"amount": None, "to": None}
        self.numbers_rule(point, ("number", "number", "mean", "best", "worst"), 0, 6, self.high)

    def measure_metric(self, point):
        plan = self.plan
        county = plan.tasks[self.task]["counties"]
        metrics = [name for name, metric in plan.metrics.items() if metric["by"] == "county" or not county]
        metric, form = plan.random.choice(metrics), self.pick("value", "value", "value", "growth", "place")
        add(point, "metric", ref=metric, as_=form if form != "value" or self.chance(30) else None)
        high = plan.metrics[metric]["better"] == "high"
        if form == "value":
            low, top = (0, 60) if plan.metrics[metric]["unit"] == "count" else (20, 105)
            kinds = ("number", "number", "number", "own", "published", "before", "mean", "best", "worst")
            self.numbers_rule(point, kinds, low, top, high)
        elif form == "growth":
            self.numbers_rule(point, ("number", "number", "own", "published", "mean", "best", "worst"), -20, 20, high)
        else:
            self.numbers_rule(point, ("number",), 1, 6, self.high)

    # --- rules on numbers ---

    def numbers_rule(self, point, kinds, low, top, high):
        self.kinds, self.low, self.top = kinds, low, top
        rule = self.pick("bands", "line", "steps")
        getattr(self, "rule_" + rule)(point, high)

    def bound(self, kind, value):
        """Attributes of a bound; `value` is the number or the distance from the word."""
        if kind == "number":
            return {"bound": value}
        return {"bound": kind, "plus": value if value else None}

    def offset(self, kind):
        places = self.pick(0, 1, 1, 4)
        return self.decimal(self.low, self.top, places) if kind == "number" else self.decimal(-6, 6, self.pick(0, 1))

    def rule_bands(self, point, high):
        bands, rows, plan = add(point, "bands"), [], self.plan
        kinds = [self.pick(*self.kinds)] + ([self.pick(*self.kinds)] if self.chance(25) else [])
        for kind in dict.fromkeys(kinds):
            offsets = sorted({self.offset(kind) for _ in range(plan.random.randint(1, 3))}, reverse=high)
            rows.append([(kind, value, self.pick("ge", "gt") if high else self.pick("le", "lt"))
                         for value in offsets])
        if self.chance(20):
            kind = rows[0][0][0]
            rows[0].insert(0, (kind, self.offset(kind), "eq"))
        merged = []
        while any(rows):
            merged.append(plan.random.choice([one for one in rows if one]).pop(0))
        reported = self.chance(25)
        for index, (kind, value, comparator) in enumerate(merged):
            self.row(bands, index, len(merged) + reported, is_=comparator, **self.bound(kind, value))
        if reported:
            self.row(bands, len(merged), len(merged) + 1, is_="reported")

    def rule_line(self, point, high):
        kind = self.pick(*self.kinds)
        other = kind if self.chance(60) else self.pick(*self.kinds)
        a, b = self.offset(kind), self.offset(other)
        if kind == other:
            a, b = sorted((a, b), reverse=not high)
            if a == b:
                b += 1 if high else -1
        low, high_points = sorted((self.decimal(0, 1, 1) * self.worth, self.worth))
        line = add(point, "line")
        add(line, "low", points=Fraction(int(low * 1000), 1000), **self.bound(kind, a))
        add(line, "high", points=high_points, **self.bound(other, b))

    def rule_steps(self, point, high):
        take = self.chance(65)
        steps = add(point, "steps", start=self.worth if take else Fraction(0))
        for index in range(self.plan.random.randint(1, 3)):
            act = "take" if (take and index == 0) or (take and self.chance(60)) else "give"
            self.figure_clause(steps, act, high)

    def figure_clause(self, steps, act, high):
        kind, amount = self.pick(*self.kinds), self.pick(Fraction(1, 2), self.decimal(0, 2, 2))
        side = "below" if high == (act == "take") else "above"
        cap = self.decimal(0, 5, 2) if self.chance(25) else None
        bound = self.bound(kind, self.offset(kind))
        if self.chance(30):
            add(steps, "once", act=act, amount=amount, side=side, **bound, cap=cap)
        else:
            add(steps, "step", act=act, amount=amount,
                by=self.pick(Fraction(1), Fraction(1), Fraction(1, 2), self.decimal(1, 10, 1), Fraction(3, 10000)),
                in_="percent" if self.chance(20) else "unit", partial=self.pick("started", "full", "exact"),
                side=side, **bound, cap=cap)

    # --- bonus and gates ---

    def make_bonus(self, parent):
        plan = self.plan
        name, records = plan.next("B"), self.chance(65)
        groups = plan.random.choice(plan.groups) if self.chance(20) else None
        point = add(parent, "point", id=name, title=f"加分{name}", groups=groups, most=self.decimal(1, 6, 1),
                    highest_only="true" if records and self.chance(50) else None)
        if records:
            add(point, "records")
            steps = add(point, "steps", start=Fraction(0))
            for _ in range(plan.random.randint(1, 3)):
                self.record_clause(steps, plan.bonus_clauses, "give")
            return
        metric = plan.random.choice([one for one, entry in plan.metrics.items() if entry["by"] == "county"])
        add(point, "metric", ref=metric)
        self.low, self.top, self.worth = 20, 105, Fraction(0)
        self.kinds = ("number", "number", "own", "published", "before", "mean")
        steps = add(point, "steps", start=Fraction(0))
        for _ in range(plan.random.randint(1, 2)):
            self.figure_clause(steps, "give", plan.metrics[metric]["better"] == "high")

    def make_gate(self, task, point):
        """A gate of the total, a part, a task or a point; None where nothing fits."""
        plan = self.plan
        kind = self.pick("state", "document", "metric", "records", "late")
        gate = ElementTree.Element("gate")
        if self.chance(70):
            gate.set("id", plan.next("K"))
        if self.chance(85):
            gate.set("permille", str(self.pick(0, 1000, 500, 333)))
        else:
            gate.set("grade", plan.random.choice(plan.grades))
        looked_at = None if task is not None and self.chance(60) else plan.random.choice(list(plan.tasks))
        if kind == "state":
            gate.set("word", self.pick(*STATES))
            add(gate, "state", task=looked_at)
            return gate
        if kind == "document":
            return self.document_gate(gate, point)
        return self.number_gate(gate, kind, task, looked_at)

    def document_gate(self, gate, point):
        plan = self.plan
        documents = [name for name, entry in plan.points.items() if entry["document"]]
        if not documents:
            return None
        gate.set("word", self.pick(*DOCUMENTS))
        own = point in documents and self.chance(50)
        add(gate, "document", point=None if own else plan.random.choice(documents))
        return gate

    def number_gate(self, gate, kind, task, looked_at):
        plan = self.plan
        gate.set("is", self.pick("ge", "gt", "le", "lt", "eq"))
        bound = {"bound": self.decimal(0, 100, 1)}
        if kind == "metric":
            metric, form = plan.random.choice([one for one, entry in plan.metrics.items()
                                               if entry["by"] == "county"]), self.pick("value", "growth", "place")
            if form == "place":
                bound = {"bound": self.decimal(1, 4, 0)}
            elif self.chance(50):
                bound = {"bound": self.pick("own", "published", "mean", "best", "worst"),
                         "plus": self.pick(None, Fraction(5), Fraction(-5))}
            add(gate, "metric", ref=metric, as_=form)
        elif kind == "records":
            if not plan.clauses:
                return None
            bound = {"bound": self.pick(self.decimal(0, 5, 0), "mean")}
            add(gate, "records", clause=plan.random.choice(list(plan.clauses)))
        else:
            bound = {"bound": self.decimal(0, 6, 0)}
            add(gate, "late", in_=self.pick("days", "months"), task=looked_at)
        for name, value in bound.items():
            if value is not None:
                gate.set(name, value if isinstance(value, str) else text(value))
        return gate
