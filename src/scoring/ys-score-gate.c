/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 4, 直接定分: gates on points, tasks, parts and the total, and gates on the grade at any of them.
 * A gate holds, does not, or waits for a missing figure or an open bound; of several on one thing the lowest
 * holds. */
#include "ys-score.h"

#include "ys-score-explain.h"

typedef enum
{
  GATE_IDLE,
  GATE_HOLDS,
  GATE_WAITS
} GateState;

/* What the gate looks at must apply to the unit, where it is a task or a document's point. */
static gboolean
looks_at_something (const YsScoreUnit *unit, const YsGate *gate, const YsTask *task, const YsPoint *point)
{
  switch (gate->measure.kind)
    {
    case YS_MEASURE_STATE:
    case YS_MEASURE_LATE:
      task = gate->measure.task != NULL ? gate->measure.task : task;
      return task != NULL && (unit->task_flags[task->index] & YS_TASK_APPLICABLE) != 0;
    case YS_MEASURE_DOCUMENT:
      point = gate->measure.point != NULL ? gate->measure.point : point;
      return point != NULL && (unit->point_flags[point->index] & YS_POINT_APPLIES) != 0;
    case YS_MEASURE_NONE:
    case YS_MEASURE_WORD:
    case YS_MEASURE_METRIC:
    case YS_MEASURE_RECORDS:
    default:
      return TRUE;
    }
}

static gboolean
gate_high_is_better (const YsMeasure *measure)
{
  return measure->kind == YS_MEASURE_METRIC && measure->as != YS_METRIC_AS_PLACE
         && measure->metric->high_is_better;
}

static GateState
evaluate (YsScore *self, YsScoreUnit *unit, const YsGate *gate, YsTask *task, const YsPoint *point)
{
  YsMeasured measured;
  YsExact bound;
  YsOpen open;

  if (!looks_at_something (unit, gate, task, point))
    return GATE_IDLE;
  measured = ys_score_measure (self, unit, &gate->measure, task, point);
  if (measured.missing)
    return GATE_WAITS;
  if (measured.is_word)
    return ys_score_word (gate->measure.kind, gate->word) == measured.word ? GATE_HOLDS : GATE_IDLE;
  if (!ys_score_bound (self, unit, &gate->measure, &gate->bound, gate_high_is_better (&gate->measure), &bound,
                       &open))
    return GATE_WAITS;
  return ys_score_compares (measured.value, gate->comparator, bound) ? GATE_HOLDS : GATE_IDLE;
}

void
ys_score_limit_grade (YsScore *self, YsScoreUnit *unit, YsSheetGate *gate)
{
  unit->grade_limit = MAX (unit->grade_limit, gate->grade);
  unit->sheet->vetoed = unit->sheet->vetoed || gate->grade + 1 == self->standard->grades->len;
  ys_sheet_add (&unit->sheet->vetoes, gate, (GDestroyNotify)ys_sheet_gate_free);
}

const YsSheetGate *
ys_score_lowest_gate (const GPtrArray *gates)
{
  const YsSheetGate *lowest = NULL;

  for (guint i = 0; i < gates->len; i++)
    {
      const YsSheetGate *gate = g_ptr_array_index (gates, i);

      if (lowest == NULL || gate->permille < lowest->permille)
        lowest = gate;
    }
  return lowest;
}

/* Acts on all @gates of one thing. Returns the lowest ‰ that holds, or YS_NO_GATE. */
static gint
act (YsScore *self, YsScoreUnit *unit, const GPtrArray *gates, YsTask *task, const YsPoint *point,
     GPtrArray **holding, GPtrArray **waiting)
{
  gint lowest = YS_NO_GATE;

  for (guint i = 0; gates != NULL && i < gates->len; i++)
    {
      const YsGate *gate = g_ptr_array_index (gates, i);
      GateState state = evaluate (self, unit, gate, task, point);
      YsSheetGate *shown;

      if (state == GATE_IDLE)
        continue;
      shown = ys_score_show_gate (self, unit, gate, task, point, state == GATE_WAITS);
      if (state == GATE_WAITS)
        ys_sheet_add (gate->has_grade ? &unit->sheet->waiting : waiting, shown,
                      (GDestroyNotify)ys_sheet_gate_free);
      else if (gate->has_grade)
        ys_score_limit_grade (self, unit, shown);
      else
        {
          ys_sheet_add (holding, shown, (GDestroyNotify)ys_sheet_gate_free);
          lowest = lowest == YS_NO_GATE ? (gint)gate->permille : MIN (lowest, (gint)gate->permille);
        }
    }
  return lowest;
}

void
ys_score_gate_point (YsScore *self, YsScoreUnit *unit, YsSheetPoint *sheet)
{
  const YsPoint *point = sheet->point;
  gint permille = act (self, unit, point->gates, point->task, point, &sheet->gates, &sheet->waiting);
  YsPoints set;

  if (permille == YS_NO_GATE)
    return;
  set = ys_score_permille (point->points, (guint)permille);
  for (guint figure = 0; figure < YS_N_FIGURES; figure++)
    {
      sheet->score[figure] = set;
      sheet->open[figure] = YS_OPEN_NOT;
    }
  if (self->reasons)
    ys_score_explain_set (sheet, ys_score_lowest_gate (sheet->gates));
}

void
ys_score_gates (YsScore *self, YsScoreUnit *unit)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      YsSheetPart *part = g_ptr_array_index (unit->sheet->parts, i);
      const YsPartStandard *standard = g_ptr_array_index (self->standard->parts, i);
      gboolean counts = FALSE;

      for (guint j = 0; j < part->tasks->len; j++)
        {
          YsSheetTask *task = g_ptr_array_index (part->tasks, j);
          guint index = task->standard->task->index;

          unit->task_gates[index] = YS_NO_GATE;
          if ((unit->task_flags[index] & YS_TASK_COUNTS) == 0)
            continue;
          counts = TRUE;
          unit->task_gates[index] = act (self, unit, task->standard->gates, task->standard->task, NULL,
                                         &task->gates, &task->waiting);
        }
      unit->part_gates[i] =
          counts ? act (self, unit, standard->gates, NULL, NULL, &part->gates, &part->waiting) : YS_NO_GATE;
    }
  unit->total_gate =
      act (self, unit, self->standard->total_gates, NULL, NULL, &unit->sheet->gates, &unit->sheet->waiting);
}
