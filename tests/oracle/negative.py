# SPDX-License-Identifier: GPL-3.0-or-later
"""The negative list (rule 9): occurrences once each, threshold items, contained cases, caps, vetoes.
The deduction is one figure for all three totals."""

from fractions import Fraction
from types import SimpleNamespace

from exact import holds, points, round_half_up
from measures import figure_value
from rules import beyond, capped, partial_steps


class Negative:
    def __init__(self, around, unit):
        self.around, self.unit = around, unit
        self.order = {item: index for index, item in enumerate(around.catalogue.items)}
        self.items = {item.id: item for item in around.standard.items}
        self.occurrences = sorted((one for one in around.facts.occurrences.values()
                                   if one.unit == unit and not one.merged), key=lambda one: one.id)
        self.counting = [one for one in self.occurrences if one.state == "confirmed" and self.in_round(one)]
        self.result = self.deduct(self.counting)

    def in_round(self, occurrence):
        day = occurrence.date
        return day is not None and self.around.assessment.first <= day <= self.around.assessment.last

    # --- occurrences ---

    def amount(self, occurrence, tick):
        amounts = dict(self.items[tick.item].amounts)
        amount = amounts[tick.severity] if tick.severity else max(amounts.values())
        amount = amount * occurrence.count
        for factor in occurrence.factors:
            amount = amount * self.around.standard.factor[factor] / 1000
        return points(amount)

    def candidates(self, occurrence):
        """(item, amount) of the event items, in the catalogue's order."""
        ticks = [tick for tick in occurrence.ticks if self.around.catalogue.items[tick.item].kind == "event"]
        return sorted(((tick.item, self.amount(occurrence, tick)) for tick in ticks),
                      key=lambda entry: self.order[entry[0]])

    def counted(self, occurrence):
        candidates = self.candidates(occurrence)
        review = self.around.review(self.unit)
        if review and occurrence.id in review.chosen:
            return next(entry for entry in candidates if entry[0] == review.chosen[occurrence.id].item)
        if not candidates:
            return None, Fraction(0)
        return max(candidates, key=lambda entry: (entry[1], -self.order[entry[0]]))

    # --- thresholds ---

    def figure(self, item):
        return self.around.threshold_figures.get((self.unit, item, self.around.assessment.year))

    def threshold(self, item, fewer=0, met_if_open=False):
        """State and deduction of a threshold item, before the caps of item, group and whole."""
        rule, entry = self.items[item], self.around.catalogue.items[item]
        figure = self.figure(item)
        value = figure_value(figure, entry.unit)
        if value is None:
            flat = sum((capped(one.amount, one.cap) for one in rule.clauses if one.kind != "step"), Fraction(0))
            return SimpleNamespace(open=True, met=False, deduction=Fraction(0) if met_if_open else flat, value=None)
        if fewer and figure.numerator is not None:
            # a bare value contains none and stays as it is
            kept = max(0, figure.numerator - fewer)
            value = figure_value(SimpleNamespace(numerator=kept, denominator=figure.denominator, value=None),
                                 entry.unit)
            numerator = kept
        else:
            numerator = figure.numerator
        small = rule.holds_up_to is not None and numerator is not None and numerator <= rule.holds_up_to
        if holds(value, entry.comparator, entry.target) or small:
            return SimpleNamespace(open=False, met=True, deduction=Fraction(0), value=value)
        deduction = sum((self.clause(one, value, entry) for one in rule.clauses), Fraction(0))
        return SimpleNamespace(open=False, met=False, deduction=deduction, value=value)

    def clause(self, clause, value, entry):
        if clause.kind == "flat":
            return capped(clause.amount, clause.cap)
        side = clause.side or ("below" if entry.comparator in ("ge", "gt") else "above")
        bound = clause.bound.value if clause.bound else entry.target
        distance = beyond(value, bound, side)
        if distance <= 0:
            return Fraction(0)
        if clause.kind == "once":
            return capped(clause.amount, clause.cap)
        return capped(clause.amount * partial_steps(distance, clause.by, clause.partial), clause.cap)

    def contained_item(self, occurrence):
        for tick in occurrence.ticks:
            if tick.cases is not None:
                return tick.item, tick.cases
        return None, 0

    # --- all together ---

    def deduct(self, occurrences, met_if_open=False):
        """Everything deducted if exactly these occurrences count."""
        took = {one.id: self.counted(one) for one in occurrences}
        thresholds, contained = {}, []
        for item, entry in self.around.catalogue.items.items():
            if entry.kind != "threshold":
                continue
            thresholds[item] = self.threshold(item, 0, met_if_open)
            inside = [one for one in occurrences if self.contained_item(one)[0] == item]
            if not inside:
                continue
            cases = sum(self.contained_item(one)[1] for one in inside)
            without = self.threshold(item, cases, met_if_open).deduction
            with_all = thresholds[item].deduction
            apart = without + sum(took[one.id][1] for one in inside)
            contained.append(SimpleNamespace(item=item, with_all=with_all, apart=apart, first=with_all >= apart))
            if with_all >= apart:
                for one in inside:
                    took[one.id] = (None, Fraction(0))
            else:
                thresholds[item].deduction = without
        return SimpleNamespace(took=took, thresholds=thresholds, contained=contained,
                               deduction=self.caps(took, thresholds))

    def caps(self, took, thresholds):
        standard, catalogue = self.around.standard, self.around.catalogue
        groups = dict.fromkeys(catalogue.groups, Fraction(0))
        for item, entry in catalogue.items.items():
            total = sum((amount for name, amount in took.values() if name == item), Fraction(0))
            if item in thresholds:
                total += thresholds[item].deduction
            cap = self.items[item].cap
            groups[entry.group] += total if cap is None else min(total, cap)
        for group, cap in standard.group_caps:
            if cap is not None:
                groups[group] = min(groups[group], cap)
        whole = sum(groups.values(), Fraction(0))
        if standard.negative_cap is not None:
            whole = min(whole, standard.negative_cap)
        return round_half_up(whole, standard.decimals)

    def would_deduct(self, occurrence):
        """How the deduction would change if this suspected one alone were confirmed."""
        if occurrence.date is not None and not self.in_round(occurrence):
            return Fraction(0)
        return self.deduct(self.counting + [occurrence]).deduction - self.result.deduction

    def vetoes(self):
        """(item, grade) of the negative list's gates on the grade that hold."""
        ticked = {tick.item for one in self.counting for tick in one.ticks if tick.cases is None}
        found = []
        for item, entry in self.around.catalogue.items.items():
            grade = self.items[item].grade
            if grade is None:
                continue
            if entry.kind == "event":
                if item in ticked:
                    found.append((item, grade))
            else:
                state = self.threshold(item)
                if not state.open and not state.met:
                    found.append((item, grade))
        return found
