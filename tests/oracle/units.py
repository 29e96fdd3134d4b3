# SPDX-License-Identifier: GPL-3.0-or-later
"""Scoring points in their three figures, then tasks, parts and base (rules 4 to 8 and 11).
One pipeline serves all figures and the range; only the scores of the points differ."""

from fractions import Fraction
from types import SimpleNamespace

import rules
from exact import permille, points, round_half_up, split_pool
from gates import NONE, Gates

FIGURES = ("computed", "self", "decided")
REASONS = ("figure", "group", "bound", "word", "manual", "claim", "late", "mean", "amount", "self", "undecided")


def first_reason(reasons):
    return next((reason for reason in REASONS if reason in reasons), None)


def released_or_assigned(review, task):
    """Assessors whose scores of a task are combined."""
    released = {one.assessor for one in review.assignments if one.task == task and one.released is not None}
    assigned = {one.assessor for one in review.assignments if one.task == task}
    return sorted(assigned - released)


def score_of(point, entry, states):
    """A score given as points, or by a word of the point's list."""
    if entry.points is not None:
        return entry.points
    return rules.hold_between(rules.word_points(point, entry.word, states), point)


def combine(scores, how):
    """The combined score and the spread of the scores that it rests on."""
    ordered = sorted(scores)
    if how == "trimmed" and len(ordered) >= 5:
        ordered = ordered[1:-1]
    middle = len(ordered) // 2
    if how == "median":
        value = ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    else:
        value = sum(ordered) / len(ordered)
    return points(value), ordered[-1] - ordered[0]


def decided_score(around, unit, point):
    """The decided score, or None while it is undecided (rule 11)."""
    review, standard = around.review(unit), around.standard
    if review is None:
        return None
    if point.id in review.decisions:
        return score_of(point, review.decisions[point.id], standard.states)
    assigned = released_or_assigned(review, point.task)
    given = {one.assessor: one for one in review.scores if one.point == point.id and one.assessor in assigned}
    if not assigned or set(given) != set(assigned):
        return None
    scores = {name: score_of(point, one, standard.states) for name, one in given.items()}
    value, spread = combine(scores.values(), standard.combine)
    if standard.combine == "lead":
        leads = [score for name, score in scores.items() if around.facts.assessors[name].lead]
        if not leads:
            return None
        value = leads[0]
    reference = point.points if point.points != 0 else point.most
    return value if spread <= reference * standard.tolerance / 1000 else None


class PointResult:
    """One point of one unit. `mode`: applies, share, mean or out."""

    def __init__(self, around, unit, point):
        self.around, self.unit, self.point = around, unit, point
        self.task_applies = around.task_applies(unit, point.task)
        excluded = around.point_excluded(unit, point)
        self.mode = "applies" if not excluded else point.na
        self.applies = self.task_applies and not excluded
        self.counts = self.task_applies and self.mode != "out"
        self.scores = dict.fromkeys(FIGURES, Fraction(0))
        self.open = {figure: set() for figure in FIGURES}
        self.given = {"self": False, "decided": False}
        self.gates, self.set_by_gate = NONE, False
        if self.counts and self.mode == "share":
            self.scores = dict.fromkeys(FIGURES, permille(point.points, point.share))
        elif self.counts and self.mode == "applies":
            self.score()

    def score(self):
        around, unit, point = self.around, self.unit, self.point
        computed, reasons = rules.computed_score(around, unit, point)
        item = around.item(unit, point.task)
        own = item.selves.get(point.id) if item else None
        decided = decided_score(around, unit, point)
        self.scores = {"computed": computed, "self": computed if own is None else own,
                       "decided": computed if decided is None else decided}
        self.given = {"self": own is not None, "decided": decided is not None}
        self.open = {"computed": set(reasons),
                     "self": set() if own is not None else reasons | {"self"},
                     "decided": set() if decided is not None else reasons | {"undecided"}}
        self.gates = Gates(around, unit, point.gates, point.task, point)
        if self.gates.permille is not None:
            self.set_by_gate = True
            self.scores = dict.fromkeys(FIGURES, permille(point.points, self.gates.permille))
            self.open = {figure: set() for figure in FIGURES}

    def ends(self, figure):
        """Lowest and highest score for the range (rule 10)."""
        score, reasons, point = self.scores[figure], self.open[figure], self.point
        if not reasons:
            return score, score
        if reasons == {"amount"}:
            return score, rules.computed_score(self.around, self.unit, point, rules.BETTER)[0]
        return point.least, point.most


def settle_means(around, results):
    """Points that count by the mean of those to which they apply; after all other points."""
    for point in [one for part in around.standard.parts for task in part.tasks for one in task.scoring]:
        applying = [results[unit][point.id] for unit in around.units if results[unit][point.id].applies]
        for unit in around.units:
            result = results[unit][point.id]
            if not result.counts or result.mode != "mean":
                continue
            for figure in FIGURES:
                if applying:
                    result.scores[figure] = points(sum(one.scores[figure] for one in applying) / len(applying))
                else:
                    result.open[figure].add("mean")


def score_points(around):
    every = [point for part in around.standard.parts for task in part.tasks for point in task.scoring]
    results = {unit: {point.id: PointResult(around, unit, point) for point in every} for unit in around.units}
    settle_means(around, results)
    return results


def worst_verdicts(around, review):
    """The verdict that holds on each citation: the lead's, else the worst."""
    order = ("sufficient", "partial", "insufficient", "mismatched")
    found = {}
    for one in review.verdicts if review else []:
        rank = (around.facts.assessors[one.assessor].lead, order.index(one.verdict))
        found[one.citation] = max(found.get(one.citation, (False, -1)), rank)
    return {citation: order[rank[1]] for citation, rank in found.items()}


def has_evidence(around, unit, task, results, figure):
    verdicts = worst_verdicts(around, around.review(unit)) if figure == "decided" else {}
    for one in around.citations(unit):
        if not one.present or verdicts.get(one.id) in ("insufficient", "mismatched"):
            continue
        if one.point is None and one.task == task.id:
            return True
        if one.point is not None and any(point.id == one.point and results[point.id].applies
                                         for point in task.scoring):
            return True
    return False


class Pipeline:
    """Tasks, parts and base of one unit in one figure; `chosen` are the scores of its points."""

    def __init__(self, around, unit, results, figure, chosen=None, forgive_open_lateness=False):
        self.around, self.unit, self.results, self.figure = around, unit, results, figure
        self.chosen = chosen or {name: result.scores[figure] for name, result in results.items()}
        self.forgive = forgive_open_lateness
        self.tasks = {task.id: self.task(task) for part in around.standard.parts for task in part.tasks}
        self.parts = self.build_parts()
        self.base = sum((part.score for part in self.parts), Fraction(0))
        self.nothing = not any(part.content for part in self.parts)

    def task(self, task):
        around, unit, results = self.around, self.unit, self.results
        applies = around.task_applies(unit, task.id)
        counted = [point for point in task.scoring if results[point.id].counts]
        done = SimpleNamespace(applies=applies, counted=bool(counted), months=0, late=Fraction(0), capped=False,
                               applicable=sum((point.points for point in counted), Fraction(0)),
                               sum=sum((self.chosen[point.id] for point in counted), Fraction(0)),
                               score=Fraction(0), gates=NONE)
        if not applies:
            return done
        done.months = around.months(unit, task.id)
        measured = any(point.measure.kind == "late" and results[point.id].applies for point in task.scoring)
        forgiven = self.forgive and around.done_without_date(unit, task.id)
        if not measured and not forgiven and done.sum > 0:
            month, cap = around.standard.late
            done.late = points(done.sum * min(done.months * month, cap) / 1000)
        done.score = done.sum - done.late
        if not has_evidence(around, unit, task, results, self.figure):
            done.capped = True
            done.score = min(done.score, permille(done.applicable, around.standard.evidence))
        if counted:
            done.gates = Gates(around, unit, task.gates, task.id)
            if done.gates.permille is not None:
                done.score = permille(done.applicable, done.gates.permille)
        return done

    def build_parts(self):
        around = self.around
        parts = []
        for part in around.standard.parts:
            tasks = [self.tasks[task.id] for task in part.tasks]
            applicable = sum(task.applicable for task in tasks)
            parts.append(SimpleNamespace(id=part.id, standard=part, tasks=tasks, points=part.points,
                                         applicable=applicable, content=applicable > 0, share=Fraction(0),
                                         score=Fraction(0), gates=NONE,
                                         counted=any(task.counted for task in tasks)))
        left = [part for part in parts if part.content]
        pool = sum(part.points for part in parts if not part.content)
        if left and pool:
            for part, share in zip(left, split_pool(pool, [one.points for one in left])):
                part.share = share
        for part in left:
            worth = part.points + part.share
            score = worth * sum(task.score for task in part.tasks) / part.applicable
            part.score = max(Fraction(0), round_half_up(score, around.standard.decimals))
            part.gates = Gates(around, self.unit, part.standard.gates)
            if part.gates.permille is not None:
                part.score = round_half_up(worth * part.gates.permille / 1000, around.standard.decimals)
        for part in parts:
            # its points are given away, but a gate on the grade still looks at it
            if part.counted and not part.content:
                part.gates = Gates(around, self.unit, part.standard.gates)
        return parts
