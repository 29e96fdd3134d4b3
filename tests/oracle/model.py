# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogue and standard read from their XML into plain objects.
Nothing is judged here beyond what reading itself needs; check_standard.py finds the faults."""

import xml.etree.ElementTree as ElementTree
from fractions import Fraction
from types import SimpleNamespace

from exact import parse_date, parse_decimal


class Refused(Exception):
    """All faults at once, as a list of (category, place)."""

    def __init__(self, faults):
        super().__init__(str(faults))
        self.faults = list(faults)


def read_root(path):
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise Refused([("xml", f"{path}: {error}")]) from error
    if root.get("format") != "1":
        raise Refused([("xml-version", path)])
    return root


def number(element, name, default=None):
    """A decimal attribute; a wrong one is a fault of the file."""
    text = element.get(name)
    if text is None or text == "":
        return default
    value = parse_decimal(text)
    if value is None:
        raise Refused([("value", f"{element.tag}/@{name}={text}")])
    return value


def integer(element, name, default=None):
    value = number(element, name, default)
    if value is not None and Fraction(value).denominator != 1:
        raise Refused([("value", f"{element.tag}/@{name}")])
    return int(value) if value is not None else None


def true(element, name):
    return element.get(name) == "true"


def read_catalogue(path):
    root = read_root(path)
    catalogue = SimpleNamespace(id=root.get("id"), version=root.get("version"), parts=[], tasks={}, metrics={},
                                groups=[], items={}, documents={}, repeated=[])
    for part in root.iterfind("tasks/part"):
        tasks = []
        for element in part.iter("task"):
            task = SimpleNamespace(id=element.get("id"), due=parse_date(element.get("due")),
                                   counties=element.get("counties") != "false", part=part.get("id"))
            if task.id in catalogue.tasks:
                catalogue.repeated.append(task.id)
            catalogue.tasks[task.id] = task
            tasks.append(task.id)
            for document in element.iterfind("document"):
                catalogue.documents[document.get("id")] = task.id
        catalogue.parts.append(SimpleNamespace(id=part.get("id"), tasks=tasks))
    for element in root.iterfind("metrics/metric"):
        if element.get("id") in catalogue.metrics:
            catalogue.repeated.append(element.get("id"))
        catalogue.metrics[element.get("id")] = SimpleNamespace(
            id=element.get("id"), unit=element.get("unit"), better=element.get("better"),
            by=element.get("answered-by"))
    for group in root.iterfind("negative/group"):
        catalogue.groups.append(group.get("id"))
        for element in group.iterfind("item"):
            if element.get("id") in catalogue.items:
                catalogue.repeated.append(element.get("id"))
            catalogue.items[element.get("id")] = SimpleNamespace(
                id=element.get("id"), group=group.get("id"), kind=element.get("kind"),
                comparator=element.get("comparator"), target=number(element, "target"),
                unit=element.get("unit") or "count")
    return catalogue


def read_bound(element):
    text = element.get("bound")
    if text is None:
        return None
    value = parse_decimal(text)
    kind = "number" if value is not None else text
    return SimpleNamespace(kind=kind, value=value, plus=number(element, "plus", Fraction(0)),
                           has_plus=element.get("plus") is not None)


MEASURES = ("state", "document", "word", "metric", "records", "late", "none")
RULES = ("bands", "line", "steps", "manual")


def read_measure(element):
    return SimpleNamespace(kind=element.tag, ref=element.get("ref"), form=element.get("as") or "value",
                           id=element.get("id"), clause=element.get("clause") or element.get("id"),
                           unit=element.get("in") or "days", task=element.get("task"), point=element.get("point"))


def read_gate(element, place):
    children = [child for child in element if child.tag in MEASURES]
    if len(children) != 1:
        raise Refused([("measure", f"gate at {place}")])
    return SimpleNamespace(id=element.get("id"), permille=integer(element, "permille"), grade=element.get("grade"),
                           comparator=element.get("is"), bound=read_bound(element), word=element.get("word"),
                           measure=read_measure(children[0]), place=place)


def read_gates(element, place):
    return [read_gate(child, place) for child in element.iterfind("gate")]


def read_row(element):
    return SimpleNamespace(comparator=element.get("is"), bound=read_bound(element), word=element.get("word"),
                           points=number(element, "points"), permille=integer(element, "permille"))


def read_clause(element):
    return SimpleNamespace(kind=element.tag, id=element.get("id"), act=element.get("act"),
                           amount=number(element, "amount"), to=number(element, "to"), cap=number(element, "cap"),
                           side=element.get("side"), bound=read_bound(element), by=number(element, "by"),
                           unit=element.get("in") or "unit", partial=element.get("partial"))


def read_rule(element):
    rule = SimpleNamespace(kind=element.tag)
    if rule.kind == "bands":
        rule.rows = [read_row(row) for row in element.iterfind("row")]
    elif rule.kind == "line":
        low, high = element.find("low"), element.find("high")
        rule.low, rule.high = number(low, "points"), number(high, "points")
        rule.a, rule.b = read_bound(low), read_bound(high)
    elif rule.kind == "steps":
        rule.start = number(element, "start", Fraction(0))
        rule.clauses = [read_clause(child) for child in element]
    return rule


def read_point(element, task):
    value = number(element, "points", Fraction(0))
    groups = element.get("groups")
    measure = [child for child in element if child.tag in MEASURES]
    rule = [child for child in element if child.tag in RULES]
    if len(measure) != 1 or len(rule) != 1:
        raise Refused([("measure", element.get("id"))])
    return SimpleNamespace(
        id=element.get("id"), points=value, groups=groups.split() if groups else None, task=task,
        least=number(element, "least", Fraction(0)), most=number(element, "most", value),
        has_most=element.get("most") is not None, better=element.get("better"), na=element.get("na") or "out",
        has_na=element.get("na") is not None, share=integer(element, "share", 0),
        has_share=element.get("share") is not None, highest_only=true(element, "highest-only"),
        measure=read_measure(measure[0]), rule=read_rule(rule[0]), gates=read_gates(element, "point"))


def read_negative(root, standard):
    negative = root.find("negative")
    standard.negative_cap, standard.group_caps, standard.items = None, [], []
    if negative is None:
        return
    standard.negative_cap = number(negative, "cap")
    for element in negative.iterfind("group"):
        standard.group_caps.append((element.get("ref"), number(element, "cap")))
    for element in negative.iterfind("item"):
        standard.items.append(SimpleNamespace(
            id=element.get("ref"), cap=number(element, "cap"), grade=element.get("grade"),
            holds_up_to=integer(element, "holds-up-to"),
            amounts=[(amount.get("severity"), number(amount, "points")) for amount in element.iterfind("amount")],
            clauses=[read_clause(child) for child in element if child.tag != "amount"]))


def read_standard(path):
    root = read_root(path)
    standard = SimpleNamespace(
        id=root.get("id"), version=root.get("version"), sample=true(root, "sample"),
        catalogue=(root.get("catalogue"), root.get("catalogue-version")), maximum=number(root, "maximum"),
        decimals=integer(root, "decimals", 2))
    standard.groups = [element.get("id") for element in root.iterfind("groups/group")]
    standard.severities = [element.get("id") for element in root.iterfind("severities/severity")]
    standard.factors = [(element.get("id"), integer(element, "permille"))
                        for element in root.iterfind("factors/factor")]
    standard.factor = dict(standard.factors)
    states = root.find("states")
    standard.states = {word: integer(states, word) for word in ("done", "mostly", "partly", "not")}
    standard.late = (integer(root.find("late"), "month"), integer(root.find("late"), "cap"))
    standard.evidence = integer(root.find("evidence"), "without")
    review = root.find("review")
    standard.combine, standard.tolerance = review.get("combine"), integer(review, "tolerance")
    standard.grades = [SimpleNamespace(id=element.get("id"), start=number(element, "from"),
                                       places=integer(element, "places"),
                                       places_permille=integer(element, "places-permille"))
                       for element in root.iterfind("grades/grade")]
    total = root.find("total")
    standard.gates = read_gates(total, "total") if total is not None else []
    standard.parts = []
    for element in root.iterfind("part"):
        tasks = [SimpleNamespace(id=task.get("ref"), points=number(task, "points"), gates=read_gates(task, "task"),
                                 scoring=[read_point(point, task.get("ref")) for point in task.iterfind("point")])
                 for task in element.iterfind("task")]
        standard.parts.append(SimpleNamespace(id=element.get("ref"), points=number(element, "points"),
                                              gates=read_gates(element, "part"), tasks=tasks))
    read_negative(root, standard)
    bonus = root.find("bonus")
    standard.bonus_cap = number(bonus, "cap") if bonus is not None else Fraction(0)
    standard.bonus = [read_point(point, None) for point in bonus.iterfind("point")] if bonus is not None else []
    index_standard(standard)
    return standard


def index_standard(standard):
    """Points, tasks and clauses by id; repeated ids are kept for the check."""
    standard.points, standard.tasks, standard.clauses, standard.repeated = {}, {}, {}, []
    seen = set()

    def note(identifier, kind):
        if (kind, identifier) in seen:
            standard.repeated.append(identifier)
        seen.add((kind, identifier))

    for part in standard.parts:
        note(part.id, "part")
        for task in part.tasks:
            note(task.id, "task")
            standard.tasks[task.id] = task
    every = [point for part in standard.parts for task in part.tasks for point in task.scoring] + standard.bonus
    for identifier in standard.groups + standard.severities + [name for name, _ in standard.factors] + [
            grade.id for grade in standard.grades]:
        note(identifier, "own")
    for item in standard.items:
        note(item.id, "item")
    for point in every:
        note(point.id, "own")
        standard.points[point.id] = point
        if point.measure.kind == "records" and point.measure.id:
            note(point.measure.id, "own")
            standard.clauses[point.measure.id] = SimpleNamespace(bonus=point.task is None, clause=None)
        for clause in point.rule.clauses if point.rule.kind == "steps" else []:
            if clause.kind == "record":
                note(clause.id, "own")
                standard.clauses[clause.id] = SimpleNamespace(bonus=point.task is None, clause=clause)
    gates = standard.gates + [gate for part in standard.parts for gate in part.gates] + [
        gate for task in standard.tasks.values() for gate in task.gates] + [
        gate for point in every for gate in point.gates]
    for gate in gates:
        if gate.id:
            note(gate.id, "own")
