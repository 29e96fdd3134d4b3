#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The oracle against figures worked by hand: gates, evidence, parts, negative list, totals, ranks and range.
The faults of rule 13 are tried one by one on rounds that are sound without them."""

import copy
import tempfile
import unittest
from pathlib import Path

import generate
from compare import Differences, fact_paths
from invalid_facts import FAULTS
from model import Refused
from oracle import Scored
from tiny import AMOUNTS, DIGEST, DONE, EVENTS, POINT, Tiny, figure, item, metric, occurrence, point

CITED = f'<citation id="c1" evidence="{DIGEST}"/>'
PROVEN = item(CITED, "done", "2021-12-31")


def state_point(identifier, points="10", **attributes):
    return point("<state/><bands/>", points, identifier, **attributes)


class Tasks(unittest.TestCase):
    def test_without_evidence_nothing(self):
        self.assertEqual(Tiny(evidence="0", units={"990101": DONE}).unit()["base"], "0.000")
        self.assertEqual(Tiny(evidence="300", units={"990101": DONE}).unit()["base"], "30.000")
        self.assertEqual(Tiny(evidence="0", units={"990101": PROVEN}).unit()["base"], "100.000")

    def test_verdicts_act_in_decided_only(self):
        review = ('<assessor id="A1" name="评"/><assessor id="AL" name="长" lead="true"/>'
                  '<unit ref="990101" state="accepted"><assignment assessor="A1" task="1"/>'
                  '<verdict citation="c1" assessor="A1" is="mismatched"/>{}</unit>')
        tiny = Tiny(evidence="0", units={"990101": PROVEN}, review=review.format(""))
        self.assertEqual(tiny.unit(figure="computed")["base"], "100.000")
        self.assertEqual(tiny.unit(figure="decided")["base"], "0.000")
        lead = review.format('<verdict citation="c1" assessor="AL" is="partial"/>')
        self.assertEqual(Tiny(evidence="0", units={"990101": PROVEN}, review=lead).unit(figure="decided")["base"],
                         "100.000")

    def test_due_after_the_closing_date_leaves_both_sums(self):
        tasks = [("1", "2021-12-31", "10", POINT), ("2", "2022-02-28", "30", state_point("P2", "30"))]
        unit = Tiny(tasks=tasks, units={"990101": DONE}).unit()
        self.assertEqual((unit["base"], unit["tasks"][1]["applicable"]), ("100.000", False))

    def test_late_loss_is_capped_and_an_extension_forgives(self):
        tasks = [("1", "2020-12-31", "10", POINT)]
        plain = Tiny(tasks=tasks, late=("50", "300"), units={"990101": DONE})
        self.assertEqual(plain.unit()["tasks"][0]["late"], "3.000")
        extended = Tiny(tasks=tasks, late=("50", "300"), units={"990101": DONE},
                        assessment='<extension unit="990101" task="1" due="2021-12-01">同意</extension>')
        self.assertEqual(extended.unit()["tasks"][0]["late"], "0.500")

    def test_points_that_do_not_apply(self):
        def base(**attributes):
            tasks = [("1", "2021-12-31", "20", POINT + state_point("P2", "10", groups="G2", **attributes))]
            return Tiny(tasks=tasks, units={"990101": DONE, "990102": item(state="partly")},
                        groups={"990102": "G2"}).unit()["base"]
        self.assertEqual(base(), "100.000")
        self.assertEqual(base(na="share", share="250"), "62.500")
        # the only unit to which it applies has half of it
        self.assertEqual(base(na="mean"), "75.000")

    def test_gates(self):
        gate = '<gate permille="{}" is="lt" bound="60"><metric ref="M1"/></gate>'
        def base(inner, place, text):
            tasks = [("1", "2021-12-31", "10", (gate.format(inner) if place == "task" else "")
                      + POINT.replace("</point>", (gate.format(inner) if place == "point" else "") + "</point>"))]
            return Tiny(tasks=tasks, metrics=metric(), units={"990101": DONE.replace("/>", f">{text}</item>")}).unit()
        self.assertEqual(base("0", "point", figure(59, 100))["base"], "0.000")
        self.assertEqual(base("333", "task", figure(59, 100))["base"], "33.300")
        self.assertEqual(base("0", "point", figure(60, 100))["base"], "100.000")
        waits = base("0", "point", "")
        self.assertEqual((waits["base"], len(waits["tasks"][0]["points_detail"][0]["waiting"])), ("100.000", 1))


class Parts(unittest.TestCase):
    def test_pool_of_parts_without_content(self):
        tasks = [("1", "2021-12-31", "10", POINT), ("2", "2022-02-28", "10", state_point("P2")),
                 ("3", "2021-12-31", "10", state_point("P3"))]
        parts = [("I-1", "30", ("1",)), ("I-2", "10", ("2",)), ("I-3", "60", ("3",))]
        unit = Tiny(tasks=tasks, parts=parts, units={"990101": DONE}).unit()
        # 10 points over 30 and 60: 3.333… and 6.666…, the odd thousandth to the larger remainder
        self.assertEqual([part["share"] for part in unit["parts"]], ["3.333", "0.000", "6.667"])
        self.assertEqual(unit["base"], "33.330")

    def test_nothing_applicable_has_no_rank(self):
        unit = Tiny(tasks=[("1", "2022-02-28", "10", POINT)]).unit()
        self.assertEqual((unit["base"], unit["rank"]), ("0.000", None))


HOMICIDE = ('<group id="N1" name="类"><item id="N1.1" kind="threshold" name="率" comparator="le" target="0.65" '
            'unit="per100k"/><item id="N1.2" kind="event" name="乙"/></group>')


def homicide(inner="", amounts=("3", "9"), extra=""):
    return (f'<negative><item ref="N1.1"{extra}><step amount="2" by="0.5" partial="started"/>{inner}</item>'
            f'<item ref="N1.2"><amount severity="S1" points="{amounts[0]}"/><amount severity="S2" '
            f'points="{amounts[1]}"/></item></negative>')


def held(numerator, denominator, by="city"):
    return (f'<threshold unit="990101" item="N1.1" year="2021" numerator="{numerator}" '
            f'denominator="{denominator}" source="局" by="{by}"/>')


class NegativeList(unittest.TestCase):
    def deduct(self, occurrences, negative=None, **pieces):
        return Tiny(negative_list=HOMICIDE, negative=negative or homicide(), occurrences=occurrences, **pieces).unit()

    def test_threshold_steps_and_small_counties(self):
        # 5 of 300,000 is 1.6667 per 100,000: 1.0167 beyond, three steps begun
        self.assertEqual(self.deduct(held(5, 300000))["deduction"], "6.000")
        self.assertEqual(self.deduct(held(1, 100000))["deduction"], "2.000")
        self.assertEqual(self.deduct(held(1, 100000), homicide(extra=' holds-up-to="1"'))["deduction"], "0.000")

    def test_the_citys_figure_holds(self):
        self.assertEqual(self.deduct(held(5, 300000, "county") + held(0, 300000))["deduction"], "0.000")

    def test_missing_figure_takes_flat_amounts(self):
        more = '<flat amount="1.5"/><once amount="1" side="above" bound="3"/>'
        unit = self.deduct(held(5, 0), homicide(more))
        self.assertEqual((unit["deduction"], unit["negative"]["thresholds"][0]["open"]), ("2.500", True))
        self.assertEqual(unit["range"]["high"], "0.000")

    def contained(self, amount, cases="2", figure_=None):
        one = occurrence("N1.2").replace("</occurrence>", f'<tick item="N1.1" cases="{cases}"/></occurrence>')
        return self.deduct(one + (figure_ or held(5, 300000)), homicide(amounts=(amount, "9")))

    def test_contained_cases(self):
        # all cases: 6; or the occurrence and 3 of 300,000 (0.35 beyond, one step, 2): 3 + 2 = 5, or 4.5 + 2 = 6.5
        self.assertEqual(self.contained("3")["deduction"], "6.000")
        self.assertEqual(self.contained("4.5")["deduction"], "6.500")
        self.assertIsNone(self.contained("4")["negative"]["occurrences"][0]["counted"])

    def test_suspected_changes_nothing_but_says_what_it_would(self):
        unit = Tiny(negative_list=EVENTS, negative=AMOUNTS.replace("<negative>", '<negative cap="12">'),
                    occurrences=occurrence("N1.1") + occurrence("N1.2", name="o2", state="suspected")).unit()
        self.assertEqual(unit["deduction"], "5.000")
        self.assertEqual(unit["negative"]["occurrences"][1]["would_deduct"], "7.000")

    def test_merged_counts_nowhere_and_chosen_item_holds(self):
        merged = occurrence("N1.1", name="o2", extra=' merged-into="o1"')
        self.assertEqual(Tiny(negative_list=EVENTS, negative=AMOUNTS,
                              occurrences=occurrence("N1.1", "N1.2") + merged).unit()["deduction"], "8.000")
        review = '<unit ref="990101" state="accepted"><chosen occurrence="o1" item="N1.1">另有规定</chosen></unit>'
        self.assertEqual(Tiny(negative_list=EVENTS, negative=AMOUNTS, review=review,
                              occurrences=occurrence("N1.1", "N1.2")).unit()["deduction"], "5.000")

    def test_veto_wherever_the_points_are_deducted(self):
        negative = AMOUNTS.replace('<item ref="N1.1">', '<item ref="N1.1" grade="C">')
        unit = Tiny(negative_list=EVENTS, negative=negative, occurrences=occurrence("N1.1", "N1.2"),
                    units={"990101": DONE}).unit()
        self.assertEqual((unit["total"], unit["grade"], unit["negative"]["veto"]), ("92.000", "C", "N1.1"))


class Totals(unittest.TestCase):
    def test_bonus_is_capped_and_the_maximum_holds_before_the_deduction(self):
        bonus = ('<bonus cap="4"><point id="B1" title="加" most="9"><records/><steps start="0">'
                 '<record id="C9" title="典型" act="give" amount="3"/></steps></point></bonus>')
        records = "".join(f'<record id="r{index}" unit="990101" clause="C9" title="典" count="1" state="suspected" '
                          f'selected="{selected}"/>' for index, selected in enumerate(("true", "true", "false")))
        unit = Tiny(bonus=bonus, negative_list=EVENTS, negative=AMOUNTS, units={"990101": DONE},
                    occurrences=records and occurrence("N1.1") + records).unit()
        self.assertEqual((unit["bonus"], unit["total"]), ("4.000", "95.000"))

    def test_ranks_and_places(self):
        half = item(state="partly")
        units = {"990101": item(state="mostly"), "990102": DONE, "990103": DONE, "990104": half}
        grades = ('<grade id="A" name="优" from="50" places="{}"/><grade id="B" name="良" from="20"/>'
                  '<grade id="C" name="差" from="0"/>')
        def standing(places):
            answer = Tiny(units=units, grades=grades.format(places)).answer()
            return {unit["unit"][-1]: (unit["rank"], unit["grade"]) for unit in answer["units"]}
        self.assertEqual(standing(3), {"2": (1, "A"), "3": (1, "A"), "1": (3, "A"), "4": (4, "B")})
        # two on the first rank do not both fit: they and all behind them take the next grade
        self.assertEqual(standing(1), {"2": (1, "B"), "3": (1, "B"), "1": (3, "B"), "4": (4, "B")})

    def test_vetoed_stand_after_all_others(self):
        negative = AMOUNTS.replace('<item ref="N1.1">', '<item ref="N1.1" grade="C">')
        answer = Tiny(negative_list=EVENTS, negative=negative, occurrences=occurrence("N1.1"),
                      units={"990101": DONE, "990102": item(state="partly")}).answer()
        self.assertEqual([(unit["unit"], unit["rank"]) for unit in answer["units"]], [("990102", 1), ("990101", 2)])

    def test_range(self):
        tasks = [("1", "2021-12-31", "20", POINT + point("<none/><manual/>", "10", "P2", least="-2"))]
        unit = Tiny(tasks=tasks, units={"990101": DONE}).unit()
        # computed −2 of the manual point; from (10 − 2) / 20 to 20 / 20
        self.assertEqual((unit["total"], unit["range"]),
                         ("40.000", {"low": "40.000", "high": "100.000", "open_points": 1}))

    def test_self_scores(self):
        unit = Tiny(units={"990101": item('<self point="P1" points="7.5">自评</self>')}).unit(figure="self")
        self.assertEqual(unit["base"], "75.000")


class Comparison(unittest.TestCase):
    def test_a_changed_figure_is_noted(self):
        ours = Tiny(negative_list=EVENTS, negative=AMOUNTS, units={"990101": DONE},
                    occurrences=occurrence("N1.1") + occurrence("N1.2", name="o2", state="suspected")).answer()
        changes = (("total",), ("rank",), ("range", "high"), ("parts", 0, "share"), ("tasks", 0, "late"),
                   ("tasks", 0, "points_detail", 0, "computed"), ("tasks", 0, "points_detail", 0, "open", "decided"),
                   ("negative", "occurrences", 1, "would_deduct"), ("negative", "occurrences", 0, "counted"))
        for path in changes:
            theirs = copy.deepcopy(ours)
            place = theirs["units"][0]
            for step in path[:-1]:
                place = place[step]
            place[path[-1]] = "changed"
            differences = Differences()
            differences.document(ours, theirs)
            with self.subTest(path):
                self.assertEqual([theirs for _where, _ours, theirs in differences.found], ["changed"])


class Refusals(unittest.TestCase):
    def test_rows_that_can_not_be_reached(self):
        def faults(*rows):
            written = "".join(f'<row is="{comparator}" points="1"' + (f' bound="{bound}"' if bound else "") + "/>"
                              for comparator, bound in rows)
            tasks = [("1", "2021-12-31", "10", point(f'<metric ref="M1"/><bands>{written}</bands>', "10"))]
            return Tiny(tasks=tasks, metrics=metric()).faults()
        self.assertEqual(faults(("ge", 98), ("ge", 95), ("reported", None)), [])
        self.assertEqual(faults(("ge", 95), ("ge", 98)), ["unreachable"])
        self.assertEqual(faults(("gt", 95), ("lt", 95), ("eq", 95)), [])
        self.assertEqual(faults(("ge", 95), ("lt", 95), ("reported", None)), ["unreachable"])
        self.assertEqual(faults(("ge", 95), ("ge", "mean"), ("ge", 98)), ["unreachable"])

    def test_every_fault_is_refused_and_the_round_without_it_is_not(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for fault in sorted(FAULTS):
                seed, documents = 0, None
                while documents is None:
                    seed += 1
                    documents = generate.make_invalid(seed, fault)
                generate.write(documents, folder)
                with self.subTest(fault), self.assertRaises(Refused):
                    Scored(folder / "catalogue.xml", folder / "standard.xml", fact_paths(folder))
            for seed in range(1, 16):
                generate.write(generate.make(seed), folder)
                answer = Scored(folder / "catalogue.xml", folder / "standard.xml", fact_paths(folder)).document()
                self.assertTrue(answer["units"])


if __name__ == "__main__":
    unittest.main()
