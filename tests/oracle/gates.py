# SPDX-License-Identifier: GPL-3.0-or-later
"""Gates: what settles a point, task, part, total or grade outright (rule 4).
A gate holds, waits for a missing figure or an open bound, or does neither."""

from exact import holds

HOLDS, WAITS, IDLE = "holds", "waits", "idle"


def gate_state(around, unit, gate, task=None, point=None):
    """`task` and `point`: the ones the gate stands in, if any."""
    measure = gate.measure
    looked_at = measure.task or task
    if measure.kind in ("state", "late"):
        if not around.task_applies(unit, looked_at):
            return IDLE
    if measure.kind == "state":
        return HOLDS if around.state_word(unit, looked_at)[0] == gate.word else IDLE
    if measure.kind == "document":
        other = around.standard.points[measure.point] if measure.point else point
        if not around.point_applies(unit, other):
            return IDLE
        return HOLDS if around.document_word(unit, other) == gate.word else IDLE
    value, why = around.measure_value(unit, measure, task)
    if why:
        return WAITS
    bound, why = around.bound_value(unit, gate.bound, measure)
    if why:
        return WAITS
    return HOLDS if holds(value, gate.comparator, bound) else IDLE


class Gates:
    """What the gates of one thing say of one unit."""

    def __init__(self, around, unit, gates, task=None, point=None):
        self.permille, self.grades, self.waiting, self.waiting_grades = None, [], [], []
        for gate in gates:
            state = gate_state(around, unit, gate, task, point)
            if state == WAITS:
                (self.waiting if gate.permille is not None else self.waiting_grades).append(gate)
            elif state == HOLDS and gate.permille is not None:
                self.permille = gate.permille if self.permille is None else min(self.permille, gate.permille)
            elif state == HOLDS:
                self.grades.append(gate)


NONE = Gates(None, None, [])
