# SPDX-License-Identifier: GPL-3.0-or-later
"""All faults of a standard that rule 13 names, each as (category, place).
Categories are words of this oracle; only whether there are any is compared with the program."""

from exact import decimals_of
from reach import unreachable

STATES = ("done", "mostly", "partly", "not")
DOCUMENTS = ("proven", "recorded", "none")
GROUP_KINDS = ("mean", "best", "worst")


class StandardCheck:
    def __init__(self, catalogue, standard):
        self.catalogue, self.standard, self.faults = catalogue, standard, []

    def fault(self, category, place):
        self.faults.append((category, str(place)))

    def run(self):
        standard, catalogue = self.standard, self.catalogue
        for identifier in standard.repeated:
            self.fault("id-twice", identifier)
        for identifier in catalogue.repeated:
            self.fault("id-twice", f"catalogue {identifier}")
        if standard.catalogue != (catalogue.id, catalogue.version):
            self.fault("catalogue", standard.catalogue)
        self.coverage()
        self.grades()
        self.limits()
        for part in standard.parts:
            for gate in part.gates:
                self.gate(gate, part.id)
            for task in part.tasks:
                self.task(task)
        for gate in standard.gates:
            self.gate(gate, "total")
        for point in standard.bonus:
            self.bonus(point)
        for item in standard.items:
            self.item(item)
        return self.faults

    # --- what the catalogue asks for ---

    def coverage(self):
        standard, catalogue = self.standard, self.catalogue
        if [part.id for part in standard.parts] != [part.id for part in catalogue.parts]:
            self.fault("parts", "parts")
        for part in standard.parts:
            expected = next((one.tasks for one in catalogue.parts if one.id == part.id), [])
            if sorted(task.id for task in part.tasks) != sorted(expected):
                self.fault("tasks", part.id)
            if part.points <= 0:
                self.fault("part-points", part.id)
        if sorted(item.id for item in standard.items) != sorted(catalogue.items):
            self.fault("items", "negative")
        for group, _cap in standard.group_caps:
            if group not in catalogue.groups:
                self.fault("unknown", f"group {group}")

    def grades(self):
        grades = self.standard.grades
        starts = [grade.start for grade in grades]
        if not grades or starts[-1] != 0 or any(low >= high for high, low in zip(starts, starts[1:])):
            self.fault("grades", "grades")
        elif grades[-1].places is not None or grades[-1].places_permille is not None:
            self.fault("places", grades[-1].id)

    def decimals(self, value, place):
        if value is not None and (decimals_of(value) is None or decimals_of(value) > self.standard.decimals):
            self.fault("decimals", place)

    def permille(self, value, place):
        if value is not None and not 0 <= value <= 1000:
            self.fault("permille", place)

    def limits(self):
        standard = self.standard
        self.decimals(standard.maximum, "maximum")
        self.decimals(standard.bonus_cap, "bonus cap")
        self.decimals(standard.negative_cap, "negative cap")
        for group, cap in standard.group_caps:
            self.decimals(cap, f"group {group}")
        for item in standard.items:
            self.decimals(item.cap, f"item {item.id}")
        for value in standard.late + (standard.evidence,):
            self.permille(value, "late or evidence")

    # --- tasks and points ---

    def task(self, task):
        if sum(point.points for point in task.scoring) != task.points:
            self.fault("points-sum", task.id)
        for gate in task.gates:
            self.gate(gate, task.id, task.id)
        for point in task.scoring:
            self.permille(point.share if point.has_share else None, point.id)
            self.point(point)
            for gate in point.gates:
                self.gate(gate, point.id, task.id, point)

    def bonus(self, point):
        rule = point.rule
        if point.points != 0 or rule.kind != "steps" or rule.start != 0 or point.gates or point.has_na \
                or not point.has_most or point.measure.kind not in ("records", "metric"):
            self.fault("bonus", point.id)
        if rule.kind == "steps" and any(clause.act != "give" for clause in rule.clauses):
            self.fault("bonus", point.id)
        self.point(point)

    def counties(self, task):
        entry = self.catalogue.tasks.get(task)
        return entry is None or entry.counties

    def metric(self, measure, place, binding):
        """`binding`: a county's point, a gate on it or above it, or the bonus."""
        metric = self.catalogue.metrics.get(measure.ref)
        if metric is None:
            self.fault("unknown", f"metric {measure.ref} at {place}")
        elif binding and metric.by != "county":
            self.fault("answered-by", place)

    def point(self, point):
        measure, rule = point.measure, point.rule
        if point.least > 0 or point.most < 0:
            self.fault("least-most", point.id)
        for group in point.groups or []:
            if group not in self.standard.groups:
                self.fault("unknown", f"group {group}")
        if measure.kind == "metric":
            self.metric(measure, point.id, point.task is None or self.counties(point.task))
        if measure.kind == "document" and measure.ref not in self.catalogue.documents:
            self.fault("unknown", f"document {measure.ref}")
        if measure.kind == "records" and measure.clause and measure.clause not in self.standard.clauses:
            self.fault("unknown", f"clause {measure.clause}")
        if (measure.kind == "none") != (rule.kind == "manual"):
            self.fault("fit", point.id)
        if rule.kind == "bands":
            self.bands(point)
        elif rule.kind == "line":
            self.line(point)
        elif rule.kind == "steps":
            self.steps(point)

    def bound(self, bound, measure, place):
        """Rule 2: which bounds a measure takes."""
        if bound is None:
            self.fault("fit", place)
            return
        kinds = {"number"}
        if measure.kind == "records" and measure.clause:
            kinds |= set(GROUP_KINDS)
        elif measure.kind == "metric" and measure.form == "value":
            kinds |= set(GROUP_KINDS) | {"own", "published", "before"}
        elif measure.kind == "metric" and measure.form == "growth":
            kinds |= set(GROUP_KINDS) | {"own", "published"}
        elif measure.kind not in ("metric", "late"):
            kinds = set()
        if bound.kind not in kinds or (bound.kind == "number" and bound.has_plus):
            self.fault("fit", place)

    def bands(self, point):
        measure, rows = point.measure, point.rule.rows
        if measure.kind == "records" and not measure.clause:
            self.fault("fit", point.id)
        if not rows and measure.kind not in ("state", "document"):
            self.fault("fit", point.id)
        for row in rows:
            if measure.kind in ("state", "document", "word"):
                words = {"state": STATES, "document": DOCUMENTS}.get(measure.kind)
                if not row.word or (words and row.word not in words):
                    self.fault("fit", point.id)
            elif row.word is not None or row.comparator is None:
                self.fault("fit", point.id)
            elif row.comparator != "reported":
                self.bound(row.bound, measure, point.id)
        if unreachable(rows):
            self.fault("unreachable", point.id)

    def high_is_better(self, point):
        measure = point.measure
        if measure.kind == "metric" and measure.form != "place":
            metric = self.catalogue.metrics.get(measure.ref)
            return metric is None or metric.better == "high"
        return point.better == "high"

    def line(self, point):
        rule = point.rule
        self.bound(rule.a, point.measure, point.id)
        self.bound(rule.b, point.measure, point.id)
        if rule.low > rule.high:
            self.fault("low-high", point.id)
        if rule.a.kind == rule.b.kind:
            a, b = (one.value if one.kind == "number" else one.plus for one in (rule.a, rule.b))
            if not (b > a if self.high_is_better(point) else b < a):
                self.fault("line-bounds", point.id)

    def steps(self, point):
        measure = point.measure
        bare = measure.kind == "records" and not measure.clause
        if measure.kind in ("state", "document", "word", "none"):
            self.fault("fit", point.id)
        for clause in point.rule.clauses:
            if (clause.kind == "record") != bare:
                self.fault("fit", point.id)
                continue
            if clause.kind != "record":
                self.bound(clause.bound, measure, point.id)
            if clause.kind == "step" and clause.by <= 0:
                self.fault("step", point.id)
            if clause.to is not None and clause.to < clause.amount:
                self.fault("range", point.id)

    # --- gates ---

    def gate(self, gate, place, task=None, point=None):
        measure = gate.measure
        if (gate.permille is None) == (gate.grade is None):
            self.fault("gate-sets", place)
        self.permille(gate.permille, place)
        if gate.grade is not None and gate.grade not in [grade.id for grade in self.standard.grades]:
            self.fault("unknown", f"grade {gate.grade}")
        if measure.kind in ("word", "none"):
            self.fault("gate-measure", place)
            return
        if measure.kind in ("state", "document"):
            self.gate_word(gate, place, task, point)
            return
        if measure.kind == "late" and self.names_no_task(measure, task):
            self.fault("gate-names", place)
        if measure.kind == "metric":
            self.metric(measure, place, task is None or self.counties(task))
        if measure.kind == "records" and measure.clause not in self.standard.clauses:
            self.fault("unknown", f"clause {measure.clause}")
        if gate.word is not None or gate.comparator in (None, "reported"):
            self.fault("fit", place)
        self.bound(gate.bound, measure, place)

    def names_no_task(self, measure, task):
        if measure.task is not None:
            return measure.task not in self.catalogue.tasks
        return task is None

    def gate_word(self, gate, place, task, point):
        measure = gate.measure
        if gate.comparator is not None or gate.word not in (STATES if measure.kind == "state" else DOCUMENTS):
            self.fault("fit", place)
        if measure.kind == "state":
            if self.names_no_task(measure, task):
                self.fault("gate-names", place)
            return
        looked_at = self.standard.points.get(measure.point) if measure.point else point
        if looked_at is None or looked_at.measure.kind != "document" or looked_at.task is None:
            self.fault("gate-names", place)

    # --- negative list ---

    def item(self, item):
        entry = self.catalogue.items.get(item.id)
        if entry is None:
            return
        if item.grade is not None and item.grade not in [grade.id for grade in self.standard.grades]:
            self.fault("unknown", f"grade {item.grade}")
        if entry.kind == "event":
            if sorted(name for name, _points in item.amounts) != sorted(self.standard.severities) \
                    or item.clauses or item.holds_up_to is not None:
                self.fault("amounts", item.id)
            return
        if item.amounts:
            self.fault("amounts", item.id)
        for clause in item.clauses:
            if clause.kind not in ("flat", "once", "step") or clause.unit != "unit" \
                    or (clause.bound is not None and clause.bound.kind != "number") \
                    or (clause.kind == "once" and clause.bound is None):
                self.fault("threshold-clause", item.id)
            elif clause.kind == "step" and clause.by <= 0:
                self.fault("step", item.id)


def check(catalogue, standard):
    return StandardCheck(catalogue, standard).run()
