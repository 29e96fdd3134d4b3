# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures and bounds of rule 2, as far as facts alone decide them.
A value that is missing is None together with the reason by which its point is open."""

from fractions import Fraction

from exact import FACTORS, derived, months_late


def figure_value(figure, unit):
    """The exact figure, or None where it is missing (rule 0)."""
    if figure is None:
        return None
    if figure.value is not None:
        return figure.value
    if figure.numerator is None:
        return None
    if unit == "count":
        return Fraction(figure.numerator)
    if figure.denominator in (None, 0):
        return None
    return Fraction(figure.numerator) / figure.denominator * FACTORS[unit]


class Round:
    """Everything that is known of one round, with the questions that measures ask of it."""

    def __init__(self, catalogue, standard, facts):
        self.catalogue, self.standard, self.facts = catalogue, standard, facts
        self.assessment = facts.assessment
        self.units = sorted(facts.submissions)
        self.part_of = {task: part.id for part in standard.parts for task in [one.id for one in part.tasks]}
        self.threshold_figures = {}
        for (unit, item, year, by), figure in sorted(facts.thresholds.items(), key=lambda entry: entry[0][3] or ""):
            # "city" sorts before "county": the city's is taken first and kept
            self.threshold_figures.setdefault((unit, item, year), figure)

    def group_units(self, unit):
        group = self.assessment.units.get(unit)
        return [other for other in self.units if self.assessment.units.get(other) == group]

    def review(self, unit):
        return self.facts.review.get(unit)

    # --- tasks: completion, lateness, applicability ---

    def item(self, unit, task):
        return self.facts.submissions[unit].items.get(task)

    def due(self, unit, task):
        return self.assessment.extensions.get((unit, task)) or self.catalogue.tasks[task].due

    def done_without_date(self, unit, task):
        item = self.item(unit, task)
        return item is not None and item.state == "done" and item.completed is None

    def done_in_time(self, unit, task):
        """Done with a date by the closing date."""
        item = self.item(unit, task)
        return (item is not None and item.state == "done" and item.completed is not None
                and item.completed <= self.assessment.closing)

    def completion(self, unit, task):
        return self.item(unit, task).completed if self.done_in_time(unit, task) else self.assessment.closing

    def task_applies(self, unit, task):
        """Rule 4: given to counties, no accepted claim, not due only after the closing date."""
        review = self.review(unit)
        if not self.catalogue.tasks[task].counties or (review and task in review.task_claims):
            return False
        return self.due(unit, task) <= self.assessment.closing or self.done_in_time(unit, task)

    def point_applies(self, unit, point):
        """Rule 5; a point of a task that does not apply is idle."""
        if point.task is not None and not self.task_applies(unit, point.task):
            return False
        return not self.point_excluded(unit, point)

    def point_excluded(self, unit, point):
        """For other groups, or under an accepted claim."""
        if point.groups is not None and self.assessment.units.get(unit) not in point.groups:
            return True
        review = self.review(unit)
        return bool(review and point.id in review.point_claims)

    def months(self, unit, task):
        return months_late(self.due(unit, task), self.completion(unit, task))

    def late(self, unit, task, form):
        if form == "months":
            return Fraction(self.months(unit, task))
        return Fraction(max(0, (self.completion(unit, task) - self.due(unit, task)).days))

    def state_word(self, unit, task):
        """The word and, where it is open, why."""
        item = self.item(unit, task)
        if item is None:
            return "not", None
        if item.state == "na":
            return "not", "claim"
        if item.state == "done" and item.completed is None:
            return "mostly", "late"
        if item.state == "done" and item.completed > self.assessment.closing:
            return "mostly", None
        return item.state, None

    def citations(self, unit):
        review = self.review(unit)
        return self.facts.submissions[unit].citations + (review.citations if review else [])

    def document_word(self, unit, point):
        record = None
        for item in self.facts.submissions[unit].items.values():
            record = item.documents.get(point.measure.ref) or record
        if record is None:
            return "none"
        formal = (record.number and record.date) or (record.unnumbered and record.issuer)
        cited = any(one.point == point.id and one.present for one in self.citations(unit))
        return "proven" if formal and cited else "recorded"

    # --- figures and counts ---

    def metric_value(self, unit, metric, form):
        year = self.assessment.year
        figures, kind = self.facts.submissions[unit].figures, self.catalogue.metrics[metric].unit
        value = figure_value(figures.get((metric, year)), kind)
        if form in ("value", "place"):
            return value
        before = figure_value(figures.get((metric, year - 1)), kind)
        if form == "before":
            return before
        if value is None or before is None or before <= 0:
            return None
        return derived(100 * (value - before) / before)

    def record_counts(self, record):
        clause = self.standard.clauses.get(record.clause)
        if clause is not None and clause.bonus:
            return record.selected
        return (record.state == "confirmed" and record.date is not None
                and self.assessment.first <= record.date <= self.assessment.last)

    def counting_records(self, unit, clause):
        return sorted((record for record in self.facts.records.values()
                       if record.unit == unit and record.clause == clause and self.record_counts(record)),
                      key=lambda record: record.id)

    def records_value(self, unit, clause):
        return Fraction(sum(record.count for record in self.counting_records(unit, clause)))

    def group_values(self, unit, measure):
        """Values of all units of the group that have one."""
        if measure.kind == "records":
            return [self.records_value(other, measure.clause) for other in self.group_units(unit)]
        values = [self.metric_value(other, measure.ref, measure.form) for other in self.group_units(unit)]
        return [value for value in values if value is not None]

    def measure_value(self, unit, measure, task):
        """A number and None, or None and why it is missing."""
        if measure.kind == "late":
            return self.late(unit, measure.task or task, measure.unit), None
        if measure.kind == "records":
            return self.records_value(unit, measure.clause), None
        value = self.metric_value(unit, measure.ref, measure.form)
        if value is None:
            return None, "figure"
        if measure.form != "place":
            return value, None
        values = self.group_values(unit, measure)
        if len(values) < 2:
            return None, "group"
        high = self.catalogue.metrics[measure.ref].better == "high"
        return Fraction(1 + sum(1 for other in values if (other > value if high else other < value))), None

    def high_is_better(self, measure, point=None):
        if measure.kind == "metric" and measure.form != "place":
            return self.catalogue.metrics[measure.ref].better == "high"
        return point is not None and point.better == "high"

    def bound_value(self, unit, bound, measure, point=None):
        """The bound and None, or None and why it is open."""
        if bound.kind == "number":
            return bound.value, None
        if bound.kind in ("mean", "best", "worst"):
            values = self.group_values(unit, measure)
            if len(values) < 2:
                return None, "group"
            if bound.kind == "mean":
                value = derived(sum(values) / len(values))
            else:
                highest = (bound.kind == "best") == self.high_is_better(measure, point)
                value = max(values) if highest else min(values)
        elif bound.kind == "own":
            value = self.assessment.targets.get((unit, measure.ref, measure.form))
        elif bound.kind == "published":
            value = self.assessment.published.get((measure.ref, measure.form))
        else:
            value = self.metric_value(unit, measure.ref, "before")
        return (None, "bound") if value is None else (value + bound.plus, None)
