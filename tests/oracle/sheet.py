# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON of `yanshou-cli --json score`, without names and sentences.
Fields that begin with an underscore are for compare.py alone: what stands where the program may print null."""

from exact import decimals_of, text_points
from units import FIGURES, first_reason


def waiting(gates):
    return [{"gate": gate.id, "at": gate.place} for gate in gates]


def point_detail(result):
    reasons = {figure: first_reason(result.open[figure]) for figure in FIGURES}
    fixed = result.set_by_gate or result.mode != "applies"
    given = {figure: figure == "computed" or fixed or result.given[figure] for figure in FIGURES}
    detail = {"id": result.point.id, "kind": result.point.measure.kind, "points": text_points(result.point.points),
              "applies": result.applies, "open": reasons, "waiting": waiting(result.gates.waiting),
              "_mode": result.mode if result.task_applies else "out"}
    for figure in FIGURES:
        detail[figure] = text_points(result.scores[figure]) if given[figure] else None
        detail["_" + figure] = text_points(result.scores[figure])
    return detail


def bonus_detail(one):
    reason = first_reason(one.open)
    return {"id": one.point.id, "kind": one.point.measure.kind, "points": text_points(one.point.points),
            "applies": one.applies, "computed": text_points(one.score), "self": None, "decided": None,
            "open": {figure: reason for figure in FIGURES}, "waiting": []}


def task_entry(sheet, part_task):
    task = sheet.pipeline.tasks[part_task.id]
    entry = {"no": int(part_task.id), "applicable": task.applies, "points": text_points(part_task.points),
             "_applicable_points": text_points(task.applicable), "sum": text_points(task.sum),
             "months": task.months, "late": text_points(task.late), "evidence_cap": task.capped,
             "score": text_points(task.score), "waiting": waiting(task.gates.waiting),
             "points_detail": [point_detail(sheet.results[point.id]) for point in part_task.scoring]}
    for figure in FIGURES:
        entry[figure] = text_points(sheet.pipelines[figure].tasks[part_task.id].score)
    return entry


def decimal_text(value):
    places = decimals_of(value)
    if not places:
        return str(int(value))
    whole, rest = divmod(int(abs(value) * 10 ** places), 10 ** places)
    return f"{'-' if value < 0 else ''}{whole}.{rest:0{places}d}"


def figure_text(figure):
    if figure is None:
        return None
    if figure.value is not None:
        return "=" + decimal_text(figure.value)
    parts = [str(int(part)) if part is not None else "" for part in (figure.numerator, figure.denominator)]
    return parts[0] if figure.denominator is None else "/".join(parts)


def occurrence_entry(negative, occurrence):
    counted, deduction = negative.result.took.get(occurrence.id, (None, 0))
    entry = {"id": occurrence.id, "state": occurrence.state,
             "candidates": [{"item": item, "deduction": text_points(amount)}
                            for item, amount in negative.candidates(occurrence)],
             "counted": counted, "deduction": text_points(deduction)}
    if occurrence.state == "suspected":
        entry["would_deduct"] = text_points(negative.would_deduct(occurrence))
    return entry


def negative_entry(sheet):
    negative = sheet.negative
    vetoes = negative.vetoes()
    return {"veto": vetoes[0][0] if vetoes else None,
            "occurrences": [occurrence_entry(negative, one) for one in negative.occurrences],
            "thresholds": [{"item": item, "value": figure_text(negative.figure(item)), "met": one.met,
                            "open": one.open, "deduction": text_points(one.deduction)}
                           for item, one in negative.result.thresholds.items()],
            "contained": [{"item": one.item, "threshold": text_points(one.with_all), "apart": text_points(one.apart),
                           "held": "threshold" if one.first else "occurrences"}
                          for one in negative.result.contained]}


def unit_entry(sheet):
    low, high, count = sheet.range()
    standard = sheet.around.standard
    parts = [{"id": part.id, "points": text_points(part.points), "share": text_points(part.share),
              "score": text_points(part.score), "waiting": waiting(part.gates.waiting)}
             for part in sheet.pipeline.parts]
    return {"unit": sheet.unit, "rank": sheet.rank, "group": sheet.group, "figure": sheet.figure,
            "total": text_points(sheet.total), "grade": standard.grades[sheet.grade].id,
            "base": text_points(sheet.pipeline.base), "bonus": text_points(sheet.bonus.total),
            "deduction": text_points(sheet.deduction),
            "range": {"low": text_points(low), "high": text_points(high), "open_points": count},
            "vetoes": [{"by": what, "grade": grade} for what, grade in sheet.vetoes],
            "waiting": waiting(sheet.total_gates.waiting + sheet.waiting_grades),
            "parts": parts,
            "tasks": [task_entry(sheet, task) for part in standard.parts for task in part.tasks],
            "bonus_detail": [bonus_detail(one) for one in sheet.bonus.points],
            "negative": negative_entry(sheet)}


def document(sheets, figure):
    around = sheets.round
    units = [unit_entry(sheet) for sheet in sheets.rest_on(figure)]
    return {"ok": True, "sample": around.standard.sample,
            "catalogue": {"id": around.catalogue.id, "version": around.catalogue.version},
            "standard": {"id": around.standard.id, "version": around.standard.version}, "units": units}
