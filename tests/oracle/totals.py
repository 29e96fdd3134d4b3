# SPDX-License-Identifier: GPL-3.0-or-later
"""Bonus, total, grade, places, rank and range (rule 10) of all units of a round.
`RoundSheets` holds everything that sheet.py then prints."""

from fractions import Fraction
from types import SimpleNamespace

import rules
from exact import round_half_up
from gates import Gates
from measures import Round
from negative import Negative
from units import FIGURES, Pipeline, score_points


class Bonus:
    def __init__(self, around, unit):
        self.around, self.unit = around, unit
        self.points = []
        for point in around.standard.bonus:
            applies = not (point.groups is not None and around.assessment.units.get(unit) not in point.groups)
            score, reasons = rules.computed_score(around, unit, point) if applies else (Fraction(0), set())
            self.points.append(SimpleNamespace(point=point, applies=applies, score=score, open=reasons))
        self.total = self.sum(one.score for one in self.points)

    def sum(self, scores):
        total = min(sum(scores, Fraction(0)), self.around.standard.bonus_cap)
        return round_half_up(total, self.around.standard.decimals)

    def ends(self):
        low, high = [], []
        for one in self.points:
            if not one.open:
                ends = (one.score, one.score)
            elif one.open == {"amount"}:
                ends = one.score, rules.computed_score(self.around, self.unit, one.point, rules.BETTER)[0]
            else:
                ends = one.point.least, one.point.most
            low.append(ends[0])
            high.append(ends[1])
        return self.sum(low), self.sum(high)

    def open_points(self):
        return sum(1 for one in self.points if one.open)


class UnitSheet:
    def __init__(self, around, unit, results):
        self.around, self.unit, self.results = around, unit, results
        review = around.review(unit)
        self.state = review.state if review else None
        self.settled = self.state in ("scored", "final")
        self.group = around.assessment.units.get(unit)
        self.bonus, self.negative = Bonus(around, unit), Negative(around, unit)
        self.pipelines = {figure: Pipeline(around, unit, results, figure) for figure in FIGURES}
        self.total_gates = Gates(around, unit, around.standard.gates)
        self.rank = None

    def total_of(self, base, bonus, deduction):
        standard = self.around.standard
        total = max(Fraction(0), min(base + bonus, standard.maximum) - deduction)
        if self.total_gates.permille is not None:
            total = round_half_up(standard.maximum * self.total_gates.permille / 1000, standard.decimals)
        return total

    def use(self, figure):
        """Let total, parts and range rest on one figure; None chooses by the unit's state."""
        self.figure = figure or ("decided" if self.settled else "computed")
        self.pipeline = self.pipelines[self.figure]
        self.deduction = self.negative.result.deduction
        self.total = self.total_of(self.pipeline.base, self.bonus.total, self.deduction)
        self.ranked = (figure is not None or self.settled) and not self.pipeline.nothing
        self.collect_vetoes()

    def collect_vetoes(self):
        standard = self.around.standard
        self.waiting_grades = list(self.total_gates.waiting_grades)
        gates = list(self.total_gates.grades)
        for one in ([result.gates for result in self.results.values()]
                    + [task.gates for task in self.pipeline.tasks.values()]
                    + [part.gates for part in self.pipeline.parts]):
            gates += one.grades
            self.waiting_grades += one.waiting_grades
        self.vetoes = [(gate.id, gate.grade) for gate in gates] + self.negative.vetoes()
        order = [grade.id for grade in standard.grades]
        self.limit = max((order.index(grade) for _what, grade in self.vetoes), default=0)
        self.vetoed = self.limit == len(order) - 1 and bool(self.vetoes)
        band = next(index for index, grade in enumerate(standard.grades) if self.total >= grade.start)
        self.grade = max(band, self.limit)

    def key(self):
        return self.vetoed, -self.total, self.deduction, -self.pipeline.base

    def range(self):
        low, high, count = {}, {}, self.bonus.open_points()
        for name, result in self.results.items():
            low[name], high[name] = result.ends(self.figure)
            count += 1 if result.counts and result.open[self.figure] else 0
        bonus = self.bonus.ends()
        worst = Pipeline(self.around, self.unit, self.results, self.figure, low)
        best = Pipeline(self.around, self.unit, self.results, self.figure, high, True)
        met = self.negative.deduct(self.negative.counting, True).deduction
        return (self.total_of(worst.base, bonus[0], self.deduction),
                self.total_of(best.base, bonus[1], met), count)


def rank_group(sheets):
    ranked = sorted((sheet for sheet in sheets if sheet.ranked), key=UnitSheet.key)
    for index, sheet in enumerate(ranked):
        same = index and ranked[index - 1].key() == sheet.key()
        sheet.rank = ranked[index - 1].rank if same else index + 1
    return ranked


def fill_places(grades, ranked, size):
    """Units that do not fit a grade's places, and all behind them in it, take the next one."""
    for index, grade in enumerate(grades):
        places = grade.places
        if grade.places_permille is not None:
            places = size * grade.places_permille // 1000
        if places is None:
            continue
        inside = [sheet for sheet in ranked if sheet.grade == index]
        taken = 0
        while taken < len(inside):
            together = sum(1 for sheet in inside if sheet.rank == inside[taken].rank)
            if taken + together > places:
                break
            taken += together
        for sheet in inside[taken:]:
            sheet.grade = index + 1


class RoundSheets:
    def __init__(self, catalogue, standard, facts):
        self.round = Round(catalogue, standard, facts)
        results = score_points(self.round)
        self.sheets = [UnitSheet(self.round, unit, results[unit]) for unit in self.round.units]

    def rest_on(self, figure):
        for sheet in self.sheets:
            sheet.use(figure)
            sheet.rank = None
        for group in sorted({sheet.group or "" for sheet in self.sheets}):
            members = [sheet for sheet in self.sheets if (sheet.group or "") == group]
            fill_places(self.round.standard.grades, rank_group(members), len(members))
        return sorted(self.sheets, key=lambda sheet: (sheet.rank is None, sheet.rank or 0, sheet.unit))
