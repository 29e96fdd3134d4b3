#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The oracle against figures worked by hand: measures, rules, lateness, evidence and the three figures.
Every row of the table at the end of the scoring rules is here; test_oracle_round.py holds the rest."""

import unittest
from datetime import date
from fractions import Fraction

from exact import add_months, months_late, points, round_half_up, split_pool
from tiny import AMOUNTS, DIGEST, EVENTS, Tiny, figure, item, metric, metric_point, occurrence, point

UP = '<row is="ge" bound="98" points="5"/><row is="ge" bound="95" points="3"/>'


def rated(rule, figures, worth="5", form="value", better="high", **attributes):
    """Computed score of the first unit for a rule on M1; `figures` one for each unit."""
    units = {f"99010{index + 1}": item(text) for index, text in enumerate(figures)}
    return Tiny(metrics=metric(better=better), units=units,
                tasks=metric_point(rule, worth, form, **attributes)).point()["computed"]


def steps(start, *clauses):
    return f'<steps start="{start}">' + "".join(clauses) + "</steps>"


def step(act, amount, side, bound, partial, by="1", **attributes):
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return (f'<step act="{act}" amount="{amount}" by="{by}" in="{attributes.pop("unit", "unit")}" '
            f'partial="{partial}" side="{side}" bound="{bound}"{more}/>')


class Numbers(unittest.TestCase):
    def test_rounding_is_half_up_of_the_size(self):
        self.assertEqual(points(Fraction(3335, 10000)), Fraction(334, 1000))
        self.assertEqual(points(Fraction(-3335, 10000)), Fraction(-334, 1000))
        self.assertEqual(round_half_up(Fraction(25, 10), 0), 3)

    def test_mean_of_two_scores(self):
        self.assertEqual(points((Fraction("0.333") + Fraction("0.334")) / 2), Fraction("0.334"))

    def test_months_begun(self):
        self.assertEqual(add_months(date(2020, 12, 31), 2), date(2021, 2, 28))
        self.assertEqual(months_late(date(2020, 12, 31), date(2020, 12, 31)), 0)
        self.assertEqual(months_late(date(2020, 12, 31), date(2021, 2, 28)), 2)
        self.assertEqual(months_late(date(2020, 12, 31), date(2021, 3, 1)), 3)

    def test_pool_by_largest_remainder_then_order(self):
        # 10 thousandths over three equal parts: 3.33 each, the odd one to the first
        self.assertEqual(split_pool(Fraction("0.010"), [Fraction(1)] * 3),
                         [Fraction("0.004"), Fraction("0.003"), Fraction("0.003")])


class WorkedByHand(unittest.TestCase):
    def test_bands(self):
        self.assertEqual(rated(f"<bands>{UP}</bands>", [figure(388, 400)]), "3.000")

    def test_line(self):
        rule = '<line><low points="0" bound="90"/><high points="7" bound="100"/></line>'
        self.assertEqual(rated(rule, [figure(133, 141)], "7"), "3.028")

    def test_line_between_worst_and_best(self):
        rule = '<line><low points="6" bound="worst"/><high points="10" bound="best"/></line>'
        figures = [figure(value=value) for value in ("7.4", "5.1", "9.8")]
        self.assertEqual(rated(rule, figures, "10"), "7.957")

    def test_steps_above(self):
        for partial, score in (("started", "1.000"), ("full", "1.500"), ("exact", "1.300")):
            rule = steps("3", step("take", "0.5", "above", "70", partial))
            self.assertEqual(rated(rule, [figure(value="73.4")], "3"), score)

    def test_steps_below_the_mean(self):
        figures = [figure(value=value) for value in ("38.9", "41.2", "44.4")]
        for partial, score in (("started", "1.700"), ("exact", "1.740")):
            rule = steps("2", step("take", "0.1", "below", "mean", partial))
            self.assertEqual(rated(rule, figures, "2"), score)

    def test_steps_of_growth(self):
        figures = [figure(1231, 1000) + figure(1250, 1000, year=2020)]
        for partial, score in (("started", "0.000"), ("full", "7.500"), ("exact", "3.600")):
            rule = steps("15", step("take", "7.5", "below", "0", partial), step("give", "1", "above", "0", partial))
            self.assertEqual(rated(rule, figures, "15", "growth", most="25"), score)

    def test_late(self):
        for completed, months, score in (("2021-02-28", 2, "9.000"), ("2021-03-01", 3, "8.500")):
            # a task of ten points, all got: a figure that is reported gives them
            tasks = [("1", "2020-12-31", "10",
                      point('<metric ref="M1"/><bands><row is="reported" permille="1000"/></bands>', "10"))]
            unit = Tiny(metrics=metric(), tasks=tasks, late=("50", "300"),
                        units={"990101": item(figure(1, 2), "done", completed)}).unit()
            self.assertEqual((unit["tasks"][0]["months"], unit["tasks"][0]["score"]), (months, score))

    def test_occurrence_under_two_items(self):
        unit = Tiny(negative_list=EVENTS, negative=AMOUNTS, occurrences=occurrence("N1.1", "N1.2")).unit()
        self.assertEqual(unit["deduction"], "8.000")
        self.assertEqual(unit["negative"]["occurrences"][0]["counted"], "N1.2")


class Measures(unittest.TestCase):
    def state(self, **how):
        tasks = [("1", "2021-12-31", "5", point("<state/><bands/>"))]
        return Tiny(tasks=tasks, units={"990101": item(**how)}).point()

    def test_states_by_the_table(self):
        for state, score in (("mostly", "4.000"), ("partly", "2.500"), ("not", "0.000")):
            self.assertEqual(self.state(state=state)["computed"], score)

    def test_done_on_and_after_the_closing_date(self):
        self.assertEqual(self.state(state="done", completed="2022-01-25")["computed"], "5.000")
        self.assertEqual(self.state(state="done", completed="2022-01-26")["computed"], "4.000")

    def test_done_without_a_day_is_mostly_and_open(self):
        detail = self.state(state="done")
        self.assertEqual((detail["computed"], detail["open"]["computed"]), ("4.000", "late"))

    def test_claim_not_accepted_is_not_begun_and_open(self):
        detail = self.state(state="na")
        self.assertEqual((detail["computed"], detail["open"]["computed"]), ("0.000", "claim"))

    def document(self, attributes, cited):
        citation = f'<citation id="c1" evidence="{DIGEST}" point="P1"/>' if cited else ""
        tasks = [("1", "2021-12-31", "5", point('<document ref="D1-1"/><bands/>'))]
        inner = f'<document ref="D1-1" {attributes}/>' + citation
        return Tiny(tasks=tasks, units={"990101": item(inner)}).point()["computed"]

    def test_documents(self):
        self.assertEqual(self.document('number="1号" date="2021-01-01"', True), "5.000")
        self.assertEqual(self.document('unnumbered="true" issuer="县委"', True), "5.000")
        self.assertEqual(self.document('number="1号"', True), "0.000")
        self.assertEqual(self.document('number="1号" date="2021-01-01"', False), "0.000")

    def test_missing_figure_gives_least(self):
        rule = f"<bands>{UP}</bands>"
        self.assertEqual(rated(rule, [figure(5, 0)]), "0.000")
        self.assertEqual(rated(rule, [figure(5, 0)], least="-1.5"), "-1.500")

    def test_growth_from_nothing_is_missing(self):
        rule = '<bands><row is="reported" points="5"/></bands>'
        for before, score in (("0", "0.000"), ("-3", "0.000"), ("4", "5.000")):
            figures = [figure(value="8") + figure(value=before, year=2020)]
            self.assertEqual(rated(rule, figures, form="growth"), score)

    def test_place(self):
        rule = '<bands><row is="le" bound="1" points="5"/><row is="le" bound="2" points="3"/></bands>'
        figures = [figure(value=value) for value in ("90", "95", "90")]
        self.assertEqual(rated(rule, figures, form="place"), "3.000")
        self.assertEqual(rated(rule, figures[:1], form="place"), "0.000")

    def test_group_bound_needs_two(self):
        rule = '<bands><row is="ge" bound="mean" points="5"/></bands>'
        detail = Tiny(metrics=metric(), tasks=metric_point(rule), units={"990101": item(figure(9, 10))}).point()
        self.assertEqual(detail["open"]["computed"], "group")

    def test_open_bound_only_where_it_is_needed(self):
        rule = '<bands><row is="ge" bound="90" points="5"/><row is="ge" bound="own" points="3"/></bands>'
        self.assertEqual(rated(rule, [figure(95, 100)]), "5.000")
        self.assertEqual(rated(rule, [figure(80, 100)]), "0.000")

    def test_percent_of_a_bound(self):
        # 2 below 40 is 5 percent of it: five steps of one percent
        rule = steps("3", step("take", "0.2", "below", "40", "full").replace('in="unit"', 'in="percent"'))
        self.assertEqual(rated(rule, [figure(value="38")], "3"), "2.000")

    def test_falling_line_and_bounds_the_wrong_way_round(self):
        rule = '<line><low points="1" bound="10"/><high points="5" bound="before" plus="-2"/></line>'
        # before 8: b is 6; 7 lies three quarters of the way from 10 to 6
        self.assertEqual(rated(rule, [figure(value="7") + figure(value="8", year=2020)], better="low"), "4.000")
        # before 14: b is 12, no better than a
        self.assertEqual(rated(rule, [figure(value="11") + figure(value="14", year=2020)], better="low"), "5.000")
        self.assertEqual(rated(rule, [figure(value="13") + figure(value="14", year=2020)], better="low"), "1.000")


class Records(unittest.TestCase):
    CLAUSES = ('<record id="C1" title="一" act="take" amount="0.5"/>'
               '<record id="C2" title="二" act="take" amount="0.4" to="1"/>')

    def score(self, *records, **attributes):
        tasks = [("1", "2021-12-31", "5", point("<records/>" + steps("5", self.CLAUSES), **attributes))]
        return Tiny(tasks=tasks, occurrences="".join(records)).unit()

    def record(self, name, clause, extra='count="1"', inner="", day="2021-06-01"):
        return (f'<record id="{name}" unit="990101" clause="{clause}" title="记" date="{day}" state="confirmed" '
                f"{extra}>{inner}</record>")

    def detail(self, unit):
        return unit["tasks"][0]["points_detail"][0]

    def test_count_and_factors(self):
        # 0.5 × 2 × 2 × 0.25 = 0.5
        unit = self.score(self.record("r1", "C1", 'count="2" factors="F1 F2"'))
        self.assertEqual(self.detail(unit)["computed"], "4.500")

    def test_outside_the_round_counts_not(self):
        unit = self.score(self.record("r1", "C1", day="2020-12-31"), self.record("r2", "C1", day="2021-01-01"))
        self.assertEqual(self.detail(unit)["computed"], "4.500")

    def test_unsettled_amount_is_open_at_its_worse_end(self):
        unit = self.score(self.record("r1", "C2"))
        self.assertEqual((self.detail(unit)["computed"], self.detail(unit)["open"]["computed"]), ("4.000", "amount"))
        # one task, 4 of 5 points, 100 points of base; at the better end 4.6 of 5
        self.assertEqual(unit["range"], {"low": "80.000", "high": "92.000", "open_points": 1})

    def test_settled_amount(self):
        unit = self.score(self.record("r1", "C2", 'count="1" settled="0.75"',
                                      "<settled-reason>轻微</settled-reason>"))
        self.assertEqual(self.detail(unit)["computed"], "4.250")

    def test_highest_only_of_one_matter(self):
        records = [self.record("r1", "C1", 'count="1" matter="甲"'), self.record("r2", "C2", 'count="1" matter="甲"'),
                   self.record("r3", "C1")]
        self.assertEqual(self.detail(self.score(*records, highest_only="true"))["computed"], "3.500")
        self.assertEqual(self.detail(self.score(*records))["computed"], "3.000")


class Decisions(unittest.TestCase):
    ASSESSORS = "".join(f'<assessor id="A{index}" name="评"/>' for index in range(1, 7))

    def decided(self, scores, combine="mean", tolerance="1000", extra="", released=()):
        tasks = [("1", "2021-12-31", "10", point("<none/><manual/>", "10"))]
        away = {index: ' released="病假"' for index in released}
        assigned = "".join(f'<assignment assessor="A{index}" task="1"{away.get(index, "")}/>'
                           for index in range(1, len(scores) + 1))
        given = "".join(f'<score assessor="A{index}" point="P1" points="{score}" computed="false">理由</score>'
                        for index, score in enumerate(scores, 1) if score is not None)
        review = f'{self.ASSESSORS}<unit ref="990101" state="scored">{assigned}{given}{extra}</unit>'
        return Tiny(tasks=tasks, combine=combine, tolerance=tolerance, review=review).point(figure=None)["decided"]

    def test_combining(self):
        self.assertEqual(self.decided(["0.333", "0.334"]), "0.334")
        self.assertEqual(self.decided(["1", "5", "6", "7", "10"], "trimmed"), "6.000")
        self.assertEqual(self.decided(["1", "5", "6", "8"], "trimmed"), "5.000")
        self.assertEqual(self.decided(["1", "5", "6", "8"], "median"), "5.500")

    def test_tolerance_goes_to_the_lead(self):
        self.assertEqual(self.decided(["5", "6"], tolerance="100"), "5.500")
        self.assertIsNone(self.decided(["5", "6.001"], tolerance="100"))
        decision = '<decision point="P1" points="7">合议</decision>'
        self.assertEqual(self.decided(["5", "9"], tolerance="100", extra=decision), "7.000")
        # the extremes are left out before the spread is taken
        self.assertEqual(self.decided(["0", "5", "5", "6", "10"], "trimmed", "100"), "5.333")

    def test_all_have_to_score_but_the_released(self):
        self.assertIsNone(self.decided(["5", None]))
        self.assertEqual(self.decided(["5", None], released=(2,)), "5.000")
        self.assertEqual(self.decided(["5", "9"], released=(2,)), "5.000")


if __name__ == "__main__":
    unittest.main()
