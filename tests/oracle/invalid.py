# SPDX-License-Identifier: GPL-3.0-or-later
"""The faults of rule 13, each put into a valid round; FAULTS names them.
A function returns False where the round has no place for its fault."""

import copy
import xml.etree.ElementTree as ElementTree
from fractions import Fraction

from generate_plan import add, text

FAULTS = {}


def fault(function):
    FAULTS[function.__name__.replace("_", "-")] = function
    return function


def elements(documents, path, root="standard"):
    """All elements of a path in documents with that root element."""
    return [element for document in documents.values() if document.tag == root for element in document.iterfind(path)]


def one(documents, path, root="standard", where=lambda element: True):
    return next((element for element in elements(documents, path, root) if where(element)), None)


def set_one(documents, path, name, value, root="standard", where=lambda element: True):
    element = one(documents, path, root, where)
    if element is None:
        return False
    if value is None:
        element.attrib.pop(name, None)
    else:
        element.set(name, value)
    return True


def twin(documents, path, root="standard", where=lambda element: True):
    """The element a second time, beside itself."""
    for document in documents.values():
        if document.tag != root:
            continue
        for parent in document.iter():
            for element in list(parent):
                if element in document.findall(path) and where(element):
                    parent.insert(list(parent).index(element), copy.deepcopy(element))
                    return True
    return False


def clear_text(documents, path, root, where=lambda element: True):
    element = one(documents, path, root, where)
    if element is None:
        return False
    element.text = None
    return True


POINT = "part/task/point"


# --- the standard ---

@fault
def part_missing(documents, _random):
    root = documents["standard.xml"]
    root.remove(root.findall("part")[-1])
    return True


@fault
def item_missing(documents, _random):
    negative = documents["standard.xml"].find("negative")
    negative.remove(negative.find("item"))
    return True


@fault
def point_twice(documents, _random):
    point = one(documents, POINT)
    other = next((element for element in elements(documents, POINT) if element is not point), None)
    if other is None:
        return False
    other.set("id", point.get("id"))
    return True


@fault
def points_do_not_add_up(documents, _random):
    task = one(documents, "part/task")
    task.set("points", text(Fraction(task.get("points")) + Fraction(1, 1000)))
    return True


@fault
def part_without_points(documents, _random):
    return set_one(documents, "part", "points", "0")


@fault
def grades_not_to_nothing(documents, _random):
    documents["standard.xml"].findall("grades/grade")[-1].set("from", "1")
    return True


@fault
def grades_rise(documents, _random):
    grades = documents["standard.xml"].findall("grades/grade")
    if len(grades) < 3:
        return False
    grades[1].set("from", grades[0].get("from"))
    return True


@fault
def places_on_the_last_grade(documents, _random):
    grade = documents["standard.xml"].findall("grades/grade")[-1]
    grade.set("places", "2")
    return True


def compared(element):
    return element.get("is") in ("ge", "gt", "le", "lt")


@fault
def row_not_reached(documents, _random):
    return twin(documents, POINT + "/bands/row")


@fault
def row_after_reported(documents, _random):
    for bands in elements(documents, POINT + "/bands"):
        rows = bands.findall("row")
        if rows and compared(rows[0]):
            bands.insert(0, ElementTree.Element("row", {"is": "reported", "permille": "1000"}))
            return True
    return False


@fault
def rows_cover_everything(documents, _random):
    for bands in elements(documents, POINT + "/bands"):
        rows = bands.findall("row")
        if rows and compared(rows[0]):
            for row in rows:
                bands.remove(row)
            for comparator in ("ge", "lt"):
                add(bands, "row", is_=comparator, bound=50, permille=500)
            add(bands, "row", is_="reported", permille=100)
            return True
    return False


@fault
def bound_before_of_growth(documents, _random):
    for point in elements(documents, POINT):
        metric, row = point.find("metric"), point.find("bands/row")
        if metric is not None and metric.get("as") == "growth" and row is not None and compared(row):
            row.set("bound", "before")
            row.attrib.pop("plus", None)
            return True
    return False


@fault
def bound_own_of_records(documents, _random):
    for point in elements(documents, POINT):
        for bound in point.iter():
            if point.find("records") is not None and bound.tag in ("row", "once", "step", "low") and bound.get("bound"):
                bound.set("bound", "own")
                return True
    return False


@fault
def bound_mean_of_late(documents, _random):
    for point in elements(documents, POINT):
        for bound in point.iter():
            if point.find("late") is not None and bound.tag in ("row", "once", "step", "low") and bound.get("bound"):
                bound.set("bound", "mean")
                return True
    return False


@fault
def word_of_another_measure(documents, _random):
    for point in elements(documents, POINT):
        row = point.find("bands/row")
        if point.find("state") is not None and row is not None:
            row.set("word", "proven")
            return True
    return False


@fault
def reported_of_a_word(documents, _random):
    for point in elements(documents, POINT):
        row = point.find("bands/row")
        if point.find("word") is not None and row is not None:
            row.attrib.pop("word")
            row.set("is", "reported")
            return True
    return False


@fault
def metric_of_the_city(documents, _random):
    counties = {task.get("id") for task in documents["catalogue.xml"].iter("task") if task.get("counties") == "true"}
    for task in elements(documents, "part/task"):
        metric = task.find("point/metric")
        if task.get("ref") in counties and metric is not None:
            metric.set("ref", "M900")
            return True
    return False


@fault
def metric_of_the_city_in_a_gate(documents, _random):
    gate = ElementTree.Element("gate", {"permille": "0", "is": "ge", "bound": "5"})
    add(gate, "metric", ref="M900")
    documents["standard.xml"].find("part").insert(0, gate)
    return True


@fault
def metric_of_the_city_in_the_bonus(documents, _random):
    return set_one(documents, "bonus/point/metric", "ref", "M900")


@fault
def low_above_high(documents, _random):
    low = one(documents, POINT + "/line/low")
    high = one(documents, POINT + "/line/high")
    if low is None:
        return False
    low.set("points", text(Fraction(high.get("points")) + 1))
    return True


@fault
def line_between_equal_bounds(documents, _random):
    line = one(documents, POINT + "/line")
    if line is None:
        return False
    for end in line:
        end.set("bound", "50")
        end.attrib.pop("plus", None)
    return True


@fault
def step_of_nothing(documents, _random):
    return set_one(documents, POINT + "/steps/step", "by", "0")


@fault
def range_ends_swapped(documents, _random):
    record = one(documents, POINT + "/steps/record", where=lambda element: element.get("to"))
    if record is None:
        return False
    record.set("amount", text(Fraction(record.get("to")) + 1))
    return True


@fault
def late_above_a_thousand(documents, _random):
    return set_one(documents, "late", "cap", "1001")


@fault
def evidence_above_a_thousand(documents, _random):
    return set_one(documents, "evidence", "without", "1001")


@fault
def gate_above_a_thousand(documents, _random):
    return set_one(documents, ".//gate", "permille", "1001", where=lambda gate: gate.get("permille"))


@fault
def share_above_a_thousand(documents, _random):
    return set_one(documents, POINT, "share", "1001", where=lambda point: point.get("na") == "share")


def finer_than(documents):
    """A value one decimal finer than the standard's; None where that is finer than a thousandth."""
    decimals = int(documents["standard.xml"].get("decimals"))
    return text(5 + Fraction(1, 10 ** (decimals + 1))) if decimals < 3 else None


def too_fine(documents, path, name):
    value = finer_than(documents)
    return bool(value) and set_one(documents, path, name, value)


@fault
def maximum_too_fine(documents, _random):
    value = finer_than(documents)
    if value:
        documents["standard.xml"].set("maximum", value)
    return bool(value)


@fault
def bonus_cap_too_fine(documents, _random):
    return too_fine(documents, "bonus", "cap")


@fault
def negative_cap_too_fine(documents, _random):
    return too_fine(documents, "negative", "cap")


@fault
def group_cap_too_fine(documents, _random):
    return too_fine(documents, "negative/group", "cap")


@fault
def item_cap_too_fine(documents, _random):
    return too_fine(documents, "negative/item", "cap")


@fault
def threshold_step_of_nothing(documents, _random):
    return set_one(documents, "negative/item/step", "by", "0")


@fault
def threshold_bound_of_a_word(documents, _random):
    return set_one(documents, "negative/item/once", "bound", "mean")


@fault
def amount_missing(documents, _random):
    for item in elements(documents, "negative/item"):
        if item.find("amount") is not None:
            item.remove(item.find("amount"))
            return True
    return False


@fault
def gate_sets_both(documents, _random):
    gate = one(documents, ".//gate", where=lambda element: element.get("permille"))
    if gate is None:
        return False
    gate.set("grade", "A")
    return True


@fault
def gate_sets_nothing(documents, _random):
    return set_one(documents, ".//gate", "permille", None, where=lambda gate: gate.get("permille"))


@fault
def gate_names_no_task(documents, _random):
    gate = ElementTree.Element("gate", {"permille": "0", "word": "not"})
    add(gate, "state")
    documents["standard.xml"].find("part").insert(0, gate)
    return True


@fault
def gate_names_no_point(documents, _random):
    gate = ElementTree.Element("gate", {"permille": "0", "word": "none"})
    add(gate, "document")
    documents["standard.xml"].find("part/task").insert(0, gate)
    return True


@fault
def gate_names_a_point_without_document(documents, _random):
    point = one(documents, POINT, where=lambda element: element.find("state") is not None)
    if point is None:
        return False
    gate = ElementTree.Element("gate", {"permille": "0", "word": "none"})
    add(gate, "document", point=point.get("id"))
    documents["standard.xml"].find("part/task").insert(0, gate)
    return True
