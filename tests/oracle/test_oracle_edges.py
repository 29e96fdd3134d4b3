#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The oracle at its edges, worked by hand: limits, caps, ties, lateness that is measured or open, shares of places.
Each check fails when the one limit that it names is taken out of the oracle."""

import unittest

from tiny import AMOUNTS, DONE, EVENTS, POINT, Tiny, figure, item, metric, metric_point, occurrence, point

TAKE = '<steps start="5"><step act="take" amount="2" by="1" in="{}" partial="full" side="above" bound="{}"{}/></steps>'


def stepped(value, bound="10", unit="unit", cap="", **attributes):
    tasks = metric_point(TAKE.format(unit, bound, cap), **attributes)
    return Tiny(metrics=metric(better="low"), tasks=tasks, units={"990101": item(figure(value=value))}).point()


class Limits(unittest.TestCase):
    def test_least_and_most(self):
        self.assertEqual(stepped("14")["computed"], "0.000")
        self.assertEqual(stepped("14", least="-2")["computed"], "-2.000")
        self.assertEqual(stepped("14", least="-4")["computed"], "-3.000")
        self.assertEqual(stepped("9", most="4")["computed"], "4.000")

    def test_cap_of_a_clause(self):
        self.assertEqual(stepped("12", cap=' cap="2.5"')["computed"], "2.500")
        self.assertEqual(stepped("11", cap=' cap="2.5"')["computed"], "3.000")

    def test_percent_of_a_bound_that_is_not_above_nothing(self):
        past = stepped("1", bound="0", unit="percent")
        self.assertEqual((past["computed"], past["open"]["computed"]), ("0.000", "bound"))
        within = stepped("0", bound="0", unit="percent")
        self.assertEqual((within["computed"], within["open"]["computed"]), ("5.000", None))

    def test_lowest_gate_holds(self):
        gates = "".join(f'<gate permille="{share}" word="done"><state/></gate>' for share in (500, 200, 800))
        tasks = [("1", "2021-12-31", "10", POINT.replace("</point>", gates + "</point>"))]
        self.assertEqual(Tiny(tasks=tasks, units={"990101": DONE}).unit()["base"], "20.000")


class Late(unittest.TestCase):
    def late(self, points, inner='<item task="1" state="done" completed="2021-03-01"/>', worth="10"):
        return Tiny(tasks=[("1", "2020-12-31", worth, points)], late=("50", "300"), units={"990101": inner}).unit()

    def test_no_loss_where_a_point_measures_it(self):
        measured = point('<late in="months"/><steps start="5"><step act="take" amount="1" by="1" in="unit" '
                         'partial="full" side="above" bound="0"/></steps>', "5", "P2")
        # three months begun: 10 of the state and 2 of lateness, nothing more comes off
        task = self.late(POINT.replace('"10"', '"5"') + measured)["tasks"][0]
        self.assertEqual((task["months"], task["late"], task["sum"], task["score"]), (3, "0.000", "7.000", "7.000"))

    def test_days(self):
        measured = point('<late in="days"/><bands><row is="le" bound="60" points="5"/></bands>', "5", "P2")
        # 31 of January, 28 of February and one of March
        self.assertEqual(self.late(measured, worth="5")["tasks"][0]["sum"], "5.000")

    def test_nothing_comes_off_a_sum_below_nothing(self):
        manual = point("<none/><manual/>", "10", least="-2")
        unit = self.late(manual)
        self.assertEqual((unit["tasks"][0]["score"], unit["tasks"][0]["late"]), ("-2.000", "0.000"))
        # and a part is not below nothing
        self.assertEqual(unit["base"], "0.000")

    def test_open_lateness_costs_until_the_closing_date_and_nothing_at_best(self):
        unit = self.late(POINT, '<item task="1" state="done"/>')
        # mostly done, 8; due 31 December 2020, closing 25 January 2022: 13 months, held at 300‰
        self.assertEqual((unit["tasks"][0]["months"], unit["tasks"][0]["score"]), (13, "5.600"))
        # the state is open too: from 0 to 10 without loss
        self.assertEqual(unit["range"], {"low": "0.000", "high": "100.000", "open_points": 1})

    def test_due_after_the_closing_date_but_done(self):
        tasks = [("1", "2022-02-28", "10", POINT)]
        done = Tiny(tasks=tasks, units={"990101": '<item task="1" state="done" completed="2022-01-25"/>'}).unit()
        self.assertEqual((done["base"], done["tasks"][0]["applicable"]), ("100.000", True))
        after = Tiny(tasks=tasks, units={"990101": '<item task="1" state="done" completed="2022-01-26"/>'}).unit()
        self.assertEqual(after["tasks"][0]["applicable"], False)


class Deductions(unittest.TestCase):
    def deduct(self, negative, occurrences):
        return Tiny(negative_list=EVENTS, negative=negative, occurrences=occurrences).unit()

    def test_equal_amounts_fall_to_the_first_item(self):
        unit = self.deduct(AMOUNTS.replace('points="8"', 'points="5"'), occurrence("N1.2", "N1.1"))
        self.assertEqual(unit["negative"]["occurrences"][0]["counted"], "N1.1")

    def test_caps_of_item_then_group_then_whole(self):
        both = occurrence("N1.1") + occurrence("N1.2", name="o2")
        item_cap = AMOUNTS.replace('ref="N1.2"', 'ref="N1.2" cap="3"')
        self.assertEqual(self.deduct(item_cap, both)["deduction"], "8.000")
        group_cap = item_cap.replace("<negative>", '<negative><group ref="N1" cap="7.5"/>')
        self.assertEqual(self.deduct(group_cap, both)["deduction"], "7.500")
        whole = group_cap.replace("<negative>", '<negative cap="6">')
        self.assertEqual(self.deduct(whole, both)["deduction"], "6.000")

    def test_both_readings_of_contained_cases_equal(self):
        catalogue = ('<group id="N1" name="类"><item id="N1.1" kind="threshold" name="数" comparator="le" target="1" '
                     'unit="count"/><item id="N1.2" kind="event" name="乙"/></group>')
        negative = ('<negative><item ref="N1.1"><step amount="2" by="1" partial="full"/></item><item ref="N1.2">'
                    '<amount severity="S1" points="4"/><amount severity="S2" points="9"/></item></negative>')
        inside = occurrence("N1.2").replace("</occurrence>", '<tick item="N1.1" cases="2"/></occurrence>')
        held = '<threshold unit="990101" item="N1.1" year="2021" numerator="3" source="局" by="city"/>'
        unit = Tiny(negative_list=catalogue, negative=negative, occurrences=inside + held).unit()
        # 3 cases are two steps, 4; or 4 for the occurrence and nothing for the one case left: equal, the first
        self.assertEqual(unit["negative"]["contained"][0]["held"], "threshold")
        self.assertIsNone(unit["negative"]["occurrences"][0]["counted"])
        self.assertEqual(unit["deduction"], "4.000")


class Standing(unittest.TestCase):
    GRADES = ('<grade id="A" name="优" from="50" places-permille="{}"/><grade id="B" name="良" from="20"/>'
              '<grade id="C" name="差" from="0"/>')

    def test_places_by_share_are_rounded_down(self):
        units = {"990101": DONE, "990102": item(state="mostly"), "990103": item(state="partly")}

        def grades(share):
            answer = Tiny(units=units, grades=self.GRADES.format(share)).answer()
            return "".join(unit["grade"] for unit in answer["units"])
        self.assertEqual(grades(1000), "AAA")
        self.assertEqual(grades(667), "AAB")
        # 666‰ of three are 1.998
        self.assertEqual(grades(666), "ABB")

    def test_equal_totals_by_the_smaller_deduction(self):
        # 100 − 20 against 80 − 0
        negative = AMOUNTS.replace('points="5"', 'points="20"')
        answer = Tiny(negative_list=EVENTS, negative=negative, occurrences=occurrence("N1.1"),
                      units={"990101": DONE, "990102": item(state="mostly")}).answer()
        self.assertEqual([(unit["unit"], unit["total"], unit["rank"]) for unit in answer["units"]],
                         [("990102", "80.000", 1), ("990101", "80.000", 2)])

    def test_groups_are_ranked_apart(self):
        answer = Tiny(units={"990101": DONE, "990102": item(state="mostly")}, groups={"990102": "G2"}).answer()
        self.assertEqual([unit["rank"] for unit in answer["units"]], [1, 1])

    def test_without_a_state_no_rank(self):
        self.assertIsNone(Tiny(units={"990101": DONE}).unit(figure=None)["rank"])
        review = '<unit ref="990101" state="scored"/>'
        unit = Tiny(units={"990101": DONE}, review=review).unit(figure=None)
        self.assertEqual((unit["rank"], unit["figure"]), (1, "decided"))


if __name__ == "__main__":
    unittest.main()
