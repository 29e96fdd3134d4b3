# SPDX-License-Identifier: GPL-3.0-or-later
"""The faults of facts that rule 13 names; FAULTS holds them beside those of the standard.
Each changes a valid round in one place."""

import copy
import xml.etree.ElementTree as ElementTree

from generate_plan import add
from invalid import FAULTS, clear_text, elements, fault, one, set_one, twin

__all__ = ["FAULTS"]


def point_limits(documents):
    """The highest score of each scoring point of the base."""
    return {point.get("id"): point.get("most") or point.get("points")
            for point in documents["standard.xml"].iterfind("part/task/point")}


def kinds(documents):
    return {item.get("id"): item.get("kind") for item in documents["catalogue.xml"].iter("item")}


@fault
def unit_submits_twice(documents, _random):
    name = next(name for name in documents if name.startswith("submission-"))
    other = copy.deepcopy(documents[name])
    for citation in other.iter("citation"):
        citation.set("id", citation.get("id") + "-twin")
    documents["submission-again.xml"] = other
    return True


@fault
def occurrence_twice(documents, _random):
    return twin(documents, "occurrence", "occurrences", lambda element: element.find("citation") is None)


@fault
def record_twice(documents, _random):
    return twin(documents, "record", "occurrences")


@fault
def record_and_occurrence_of_one_id(documents, _random):
    occurrence = one(documents, "occurrence", "occurrences", lambda element: not element.get("merged-into"))
    return occurrence is not None and set_one(documents, "record", "id", occurrence.get("id"), "occurrences")


@fault
def figure_twice(documents, _random):
    return twin(documents, "item/figure", "submission")


@fault
def threshold_twice(documents, _random):
    return twin(documents, "threshold", "occurrences")


@fault
def numerator_below_nothing(documents, _random):
    return set_one(documents, "item/figure", "numerator", "-1", "submission", lambda one: one.get("numerator"))


@fault
def numerator_too_large(documents, _random):
    return set_one(documents, "item/figure", "numerator", "1000000000001", "submission",
                   lambda one: one.get("numerator"))


@fault
def figure_both_ways(documents, _random):
    return set_one(documents, "item/figure", "value", "5", "submission", lambda one: one.get("numerator"))


@fault
def count_with_denominator(documents, _random):
    counts = {metric.get("id") for metric in documents["catalogue.xml"].iter("metric") if metric.get("unit") == "count"}
    return set_one(documents, "item/figure", "denominator", "5", "submission",
                   lambda one: one.get("metric") in counts and one.get("numerator"))


@fault
def day_that_cannot_be(documents, _random):
    return set_one(documents, "item", "completed", "2021-02-30", "submission", lambda one: one.get("completed"))


@fault
def own_score_outside(documents, _random):
    return set_one(documents, "item/self", "points", "99", "submission")


@fault
def score_outside(documents, _random):
    return set_one(documents, "unit/score", "points", "99", "review", lambda one: one.get("points"))


@fault
def score_below_least(documents, _random):
    return set_one(documents, "unit/score", "points", "-99", "review", lambda one: one.get("points"))


@fault
def settled_outside(documents, _random):
    return set_one(documents, "record", "settled", "99", "occurrences", lambda one: one.get("settled"))


@fault
def settled_without_reason(documents, _random):
    return clear_text(documents, "record/settled-reason", "occurrences")


@fault
def decision_without_reason(documents, _random):
    return clear_text(documents, "unit/decision", "review")


@fault
def release_without_reason(documents, _random):
    return set_one(documents, "unit/assignment", "released", "", "review", lambda one: one.get("released"))


@fault
def extension_without_reason(documents, _random):
    return clear_text(documents, "extension", "assessment")


@fault
def claim_without_reason(documents, _random):
    return clear_text(documents, "unit/claim", "review")


@fault
def chosen_without_reason(documents, _random):
    return clear_text(documents, "unit/chosen", "review")


@fault
def score_without_reason(documents, _random):
    return clear_text(documents, "unit/score", "review", lambda one: one.get("computed") == "false")


@fault
def manual_score_without_reason(documents, _random):
    manual = {point.get("id") for point in documents["standard.xml"].iter("point") if point.find("manual") is not None}
    for score in elements(documents, "unit/score", "review"):
        if score.get("point") in manual:
            score.set("computed", "true")
            score.text = None
            return True
    return False


@fault
def assessor_of_his_own_unit(documents, _random):
    for unit in elements(documents, "unit", "review"):
        assignment = unit.find("assignment")
        if assignment is not None:
            return set_one(documents, "assessor", "unit", unit.get("ref"), "review",
                           lambda one: one.get("id") == assignment.get("assessor"))
    return False


@fault
def assessor_not_assigned(documents, _random):
    score = one(documents, "unit/score", "review")
    if score is None:
        return False
    review = documents["review.xml"]
    review.insert(0, ElementTree.Element("assessor", {"id": "AX", "name": "外人"}))
    score.set("assessor", "AX")
    return True


@fault
def confirmed_without_day(documents, _random):
    return set_one(documents, "occurrence", "date", None, "occurrences", lambda one: one.get("state") == "confirmed")


@fault
def confirmed_record_without_day(documents, _random):
    return set_one(documents, "record", "date", None, "occurrences", lambda one: one.get("state") == "confirmed")


@fault
def confirmed_without_severity(documents, _random):
    for occurrence in elements(documents, "occurrence", "occurrences"):
        for tick in occurrence.iterfind("tick"):
            if occurrence.get("state") == "confirmed" and tick.get("severity"):
                tick.attrib.pop("severity")
                return True
    return False


@fault
def contained_beyond_the_numerator(documents, _random):
    held = {(figure.get("unit"), figure.get("item")) for figure in elements(documents, "threshold", "occurrences")
            if figure.get("numerator") and figure.get("by") == "city"}
    for occurrence in elements(documents, "occurrence", "occurrences"):
        for tick in occurrence.iterfind("tick"):
            if occurrence.get("state") == "confirmed" and "2021-01-01" <= occurrence.get("date") <= "2021-12-31" \
                    and tick.get("cases") and (occurrence.get("unit"), tick.get("item")) in held:
                tick.set("cases", "9999")
                return True
    return False


def merged_pair(documents):
    """A record that is merged, and the one that it is merged into."""
    merged = one(documents, "occurrence", "occurrences", lambda element: element.get("merged-into"))
    if merged is None:
        return None, None
    return merged, one(documents, "occurrence", "occurrences",
                       lambda element: element.get("id") == merged.get("merged-into"))


@fault
def merged_in_a_circle(documents, _random):
    merged, target = merged_pair(documents)
    if merged is None:
        return False
    target.set("merged-into", merged.get("id"))
    for tick in target.findall("tick"):
        target.remove(tick)
    for tick in merged.findall("tick"):
        merged.remove(tick)
    return not any(one.get("occurrence") == target.get("id") for one in elements(documents, "unit/chosen", "review"))


@fault
def merged_into_itself(documents, _random):
    occurrence = one(documents, "occurrence", "occurrences", lambda element: not element.get("merged-into"))
    if occurrence is None:
        return False
    occurrence.set("merged-into", occurrence.get("id"))
    return True


@fault
def merged_into_another_unit(documents, _random):
    merged, target = merged_pair(documents)
    if merged is None:
        return False
    units = [unit.get("id") for unit in documents["assessment.xml"].iterfind("units/unit")
             if unit.get("kind") == "county"]
    merged.set("unit", next(unit for unit in units if unit != target.get("unit")))
    return True


@fault
def merged_into_one_that_lacks_items(documents, _random):
    merged, target = merged_pair(documents)
    if merged is None:
        return False
    held = {tick.get("item") for tick in target.iterfind("tick")}
    severities = documents["standard.xml"].find("severities/severity").get("id")
    for item, kind in kinds(documents).items():
        if kind == "event" and item not in held:
            merged.insert(0, ElementTree.Element("tick", {"item": item, "severity": severities}))
            return True
    return False


@fault
def factors_more_than_two(documents, _random):
    known = [factor.get("id") for factor in documents["standard.xml"].iterfind("factors/factor")]
    return set_one(documents, "occurrence", "factors", " ".join((known * 3)[:3]), "occurrences")


@fault
def factor_unknown(documents, _random):
    return set_one(documents, "record", "factors", "F99", "occurrences")


@fault
def clause_unknown(documents, _random):
    return set_one(documents, "record", "clause", "C9999", "occurrences")


@fault
def point_unknown(documents, _random):
    return set_one(documents, "item/self", "point", "P9999", "submission")


@fault
def metric_unknown(documents, _random):
    return set_one(documents, "item/figure", "metric", "M777", "submission")


@fault
def severity_unknown(documents, _random):
    return set_one(documents, "occurrence/tick", "severity", "S9", "occurrences", lambda one: one.get("severity"))


@fault
def item_unknown(documents, _random):
    return set_one(documents, "threshold", "item", "N9.9", "occurrences")


@fault
def unit_unknown(documents, _random):
    submission = next(document for document in documents.values() if document.tag == "submission")
    submission.set("unit", "770000")
    return True


@fault
def word_unknown(documents, _random):
    return set_one(documents, "unit/score", "word", "极好", "review", lambda one: one.get("word"))


@fault
def group_unknown(documents, _random):
    return set_one(documents, "units/unit", "group", "G9", "assessment", lambda one: one.get("group"))


@fault
def contained_in_an_item_that_must_be_high(documents, _random):
    upward = {item.get("id") for item in documents["catalogue.xml"].iter("item")
              if item.get("comparator") in ("ge", "gt")}
    occurrence = one(documents, "occurrence", "occurrences")
    if occurrence is None or not upward:
        return False
    add(occurrence, "tick", item=sorted(upward)[0], cases=1)
    occurrence[:] = sorted(occurrence, key=lambda element: ("summary", "tick", "also", "citation").index(element.tag))
    return True
