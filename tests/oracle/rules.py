# SPDX-License-Identifier: GPL-3.0-or-later
"""How a measure becomes points: bands, line, steps (rule 3).
Each returns the score and the set of reasons by which it is open."""

from fractions import Fraction

from exact import holds, permille, points

WORSE, BETTER = "worse", "better"


def row_points(row, point):
    return row.points if row.points is not None else permille(point.points, row.permille)


def hold_between(value, point):
    return max(point.least, min(point.most, value))


def word_points(point, word, states):
    """Points of a word by the rows, or by rule 3's defaults."""
    rows = point.rule.rows
    if not rows and point.measure.kind == "state":
        return permille(point.points, states[word])
    if not rows:
        return point.points if word == "proven" else Fraction(0)
    for row in rows:
        if row.word == word:
            return row_points(row, point)
    return Fraction(0)


def partial_steps(distance, step, partial):
    k = distance / step
    if partial == "started":
        return Fraction(k.__ceil__())
    return Fraction(k.__floor__()) if partial == "full" else k


def beyond(value, bound, side):
    """Distance past a bound; not above 0 when not past."""
    return bound - value if side == "below" else value - bound


def capped(amount, cap):
    amount = points(amount)
    return amount if cap is None else min(amount, cap)


class Evaluation:
    def __init__(self, around, unit, point, end=WORSE):
        self.round, self.unit, self.point, self.end = around, unit, point, end
        self.open = set()

    def result(self):
        """Score held between least and most, before gates; least where something it needs is missing."""
        rule, kind = self.point.rule.kind, self.point.measure.kind
        if rule == "manual":
            return self.nothing("manual")
        if kind == "word":
            return self.nothing("word")
        value = {"bands": self.bands, "line": self.line, "steps": self.steps}[rule]()
        return self.nothing(None) if value is None else hold_between(value, self.point)

    def nothing(self, reason):
        if reason:
            self.open.add(reason)
        return min(Fraction(0), self.point.least)

    def measure(self):
        value, why = self.round.measure_value(self.unit, self.point.measure, self.point.task)
        if why:
            self.open.add(why)
        elif self.point.measure.kind == "late" and self.round.done_without_date(self.unit, self.point.task):
            self.open.add("late")
        return value

    def bound(self, bound):
        value, why = self.round.bound_value(self.unit, bound, self.point.measure, self.point)
        if why:
            self.open.add(why)
        return value

    def bands(self):
        point = self.point
        if point.measure.kind == "state":
            word, why = self.round.state_word(self.unit, point.task)
            if why:
                self.open.add(why)
            return word_points(point, word, self.round.standard.states)
        if point.measure.kind == "document":
            return word_points(point, self.round.document_word(self.unit, point), None)
        value = self.measure()
        if value is None:
            return None
        for row in point.rule.rows:
            if row.comparator == "reported":
                return row_points(row, point)
            bound = self.bound(row.bound)
            if bound is None:
                return None
            if holds(value, row.comparator, bound):
                return row_points(row, point)
        return Fraction(0)

    def line(self):
        value = self.measure()
        if value is None:
            return None
        rule = self.point.rule
        a, b = self.bound(rule.a), self.bound(rule.b)
        if a is None or b is None:
            return None
        high = self.round.high_is_better(self.point.measure, self.point)
        if (b > a) if high else (b < a):
            fraction = max(Fraction(0), min(Fraction(1), (value - a) / (b - a)))
            return points(rule.low + (rule.high - rule.low) * fraction)
        return rule.high if (value >= b if high else value <= b) else rule.low

    def steps(self):
        rule, records = self.point.rule, self.record_amounts()
        plain = self.point.measure.kind == "records" and not self.point.measure.clause
        value = None if plain else self.measure()
        if not plain and value is None:
            return None
        total, failed = rule.start, False
        for index, clause in enumerate(rule.clauses):
            amount = capped(records[index], clause.cap) if clause.kind == "record" else self.past(clause, value)
            if amount is None:
                failed = True
                continue
            total += amount if clause.act == "give" else -amount
        return None if failed else total

    def past(self, clause, value):
        bound = self.bound(clause.bound)
        if bound is None:
            return None
        distance = beyond(value, bound, clause.side)
        if distance <= 0:
            return Fraction(0)
        if clause.kind == "once":
            return capped(clause.amount, clause.cap)
        step = clause.by
        if clause.unit == "percent":
            if bound <= 0:
                self.open.add("bound")
                return None
            step = clause.by * bound / 100
        return capped(clause.amount * partial_steps(distance, step, clause.partial), clause.cap)

    def record_amounts(self):
        """Unrounded sum for each record clause, after the matters are settled."""
        entries = []
        for index, clause in enumerate(self.point.rule.clauses):
            if clause.kind != "record":
                continue
            for record in self.round.counting_records(self.unit, clause.id):
                amount = clause.amount
                if clause.to is not None:
                    if record.settled is not None:
                        amount = record.settled
                    else:
                        self.open.add("amount")
                        take_most = (clause.act == "take") == (self.end == WORSE)
                        amount = clause.to if take_most else clause.amount
                amount = amount * record.count
                for factor in record.factors:
                    amount = amount * self.round.standard.factor[factor] / 1000
                entries.append((index, clause.act, record, amount))
        if self.point.highest_only:
            entries = largest_of_matters(entries)
        sums = {}
        for index, _act, _record, amount in entries:
            sums[index] = sums.get(index, Fraction(0)) + amount
        return {index: sums.get(index, Fraction(0)) for index in range(len(self.point.rule.clauses))}


def largest_of_matters(entries):
    kept, best = [], {}
    for entry in entries:
        index, act, record, amount = entry
        if not record.matter:
            kept.append(entry)
            continue
        rank = (-amount, index, record.id)
        key = (record.matter, act)
        if key not in best or rank < best[key][0]:
            best[key] = (rank, entry)
    return kept + [entry for _rank, entry in best.values()]


def computed_score(around, unit, point, end=WORSE):
    evaluation = Evaluation(around, unit, point, end)
    score = evaluation.result()
    return score, evaluation.open
