/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons of tasks and parts (rules 4 to 8): why a task does not apply, what lateness and missing evidence
 * cost, and what a task brings to the total. They speak of the figure that the total rests on. */
#include "ys-score-explain.h"

static YsWhy *
not_applicable (const YsScore *self, const YsScoreUnit *unit, const YsTask *task)
{
  if (!task->counties)
    return ys_why_new (YS_WHY_TASK_NOT_COUNTIES, NULL);
  if ((unit->task_flags[task->index] & YS_TASK_CLAIMED) != 0)
    return ys_why_new (YS_WHY_TASK_CLAIM, NULL);
  if ((unit->task_flags[task->index] & YS_TASK_APPLICABLE) == 0)
    return ys_why_new (YS_WHY_TASK_NOT_DUE, "due", ys_date_to_text (ys_score_due (unit, task)), NULL,
                       "closing", ys_date_to_text (self->assessment->closing), NULL, NULL);
  return ys_why_new (YS_WHY_TASK_EMPTY, NULL);
}

static char *
completed_text (const YsScore *self, const YsScoreUnit *unit, const YsTask *task)
{
  g_autofree char *day = ys_date_to_text (ys_score_completed (self, unit, task));

  if (ys_score_done_in_time (self, unit, task))
    return g_strdup_printf ("%s完成", day);
  if ((unit->task_flags[task->index] & YS_TASK_LATE_OPEN) != 0)
    return g_strdup_printf ("完成日期待补，暂按截止日%s计", day);
  return g_strdup_printf ("截止日前未完成，按截止日%s计", day);
}

static void
explain_late (const YsScore *self, const YsScoreUnit *unit, YsSheetTask *sheet, YsScoreFigure figure)
{
  const YsTask *task = sheet->standard->task;
  const YsExtension *extension = unit->extensions != NULL ? unit->extensions[task->index] : NULL;
  gboolean by_point = (unit->task_flags[task->index] & YS_TASK_NO_LATE_LOSS) != 0;
  guint permille = MIN (sheet->months * self->standard->late_month, self->standard->late_cap);

  if (sheet->months == 0)
    return;
  ys_sheet_add_why (
      &sheet->why,
      ys_why_new (by_point ? YS_WHY_LATE_POINT : YS_WHY_LATE, "due",
                  ys_date_to_text (ys_score_due (unit, task)), NULL, "extension",
                  extension != NULL ? g_strdup_printf ("（延期：%s）", extension->reason) : NULL, NULL,
                  "completed", completed_text (self, unit, task), NULL, "months",
                  g_strdup_printf ("%u", sheet->months), NULL, "permille", g_strdup_printf ("%u", permille),
                  NULL, "loss", ys_points_to_display (sheet->late[figure]), NULL, NULL));
}

static void
explain_evidence (const YsScore *self, const YsScoreUnit *unit, YsSheetTask *sheet)
{
  YsPoints cap = ys_score_permille (sheet->points, self->standard->evidence_without);
  YsWhy *why = ys_why_new (sheet->has_evidence ? YS_WHY_EVIDENCE_JUDGED : YS_WHY_EVIDENCE_NONE, "cap",
                           ys_points_to_display (cap), NULL, NULL);

  for (guint i = 0; i < unit->citations->len; i++)
    {
      const YsScoreCitation *cited = &g_array_index (unit->citations, YsScoreCitation, i);

      if (cited->task == sheet->standard->task->index && cited->judged)
        ys_why_take_input (why, "citation", g_strdup (ys_verdict_nick (cited->verdict)), cited->citation->id);
    }
  ys_sheet_add_why (&sheet->why, why);
}

/* What the task brings: its part's points × its score / the part's applicable points. */
static void
set_brings (const YsScoreUnit *unit, YsSheetTask *sheet, YsScoreFigure figure)
{
  guint part = sheet->standard->task->part;
  YsExact share = { .n = (YsWide)unit->part_points[part] * sheet->score[figure],
                    .d = (YsWide)unit->part_tasks[part] * YS_POINTS_ONE };

  sheet->brings = ys_exact_to_text (unit->part_tasks[part] > 0 ? share : ys_exact_from_integer (0), 2);
}

static void
explain_sum (const YsScoreUnit *unit, YsSheetTask *sheet, YsScoreFigure figure)
{
  YsWhy *why = ys_why_new (YS_WHY_TASK_SUM, "sum", ys_points_to_display (sheet->sum[figure]), NULL, "points",
                           ys_points_to_display (sheet->points), NULL, NULL);

  for (guint i = 0; i < unit->citations->len; i++)
    {
      const YsScoreCitation *cited = &g_array_index (unit->citations, YsScoreCitation, i);

      if (cited->task == sheet->standard->task->index && cited->tied && cited->present)
        ys_why_take_input (why, "citation", g_strdup (cited->citation->pages), cited->citation->id);
    }
  ys_sheet_add_why (&sheet->why, why);
}

static void
explain_task (const YsScore *self, const YsScoreUnit *unit, YsSheetTask *sheet, YsScoreFigure figure)
{
  const YsTask *task = sheet->standard->task;
  const YsSheetGate *gate = ys_score_lowest_gate (sheet->gates);

  if ((unit->task_flags[task->index] & YS_TASK_COUNTS) == 0)
    {
      ys_sheet_add_why (&sheet->why, not_applicable (self, unit, task));
      return;
    }
  explain_sum (unit, sheet, figure);
  explain_late (self, unit, sheet, figure);
  if (sheet->evidence_cap[figure])
    explain_evidence (self, unit, sheet);
  if (gate != NULL)
    ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_SET, "title", g_strdup (gate->title), gate->id, "score",
                                               ys_points_to_display (sheet->score[figure]), NULL, NULL));
  set_brings (unit, sheet, figure);
  ys_sheet_add_why (&sheet->why,
                    ys_why_new (YS_WHY_TASK, "score", ys_points_to_display (sheet->score[figure]), NULL,
                                "brings", g_strdup (sheet->brings), NULL, NULL));
}

static void
explain_part (const YsScoreUnit *unit, YsSheetPart *sheet, guint index, YsScoreFigure figure)
{
  const YsSheetGate *gate = ys_score_lowest_gate (sheet->gates);
  g_autofree char *share = ys_points_to_display (sheet->share);
  YsPoints sum = 0;

  for (guint i = 0; i < sheet->tasks->len; i++)
    sum += ((YsSheetTask *)g_ptr_array_index (sheet->tasks, i))->score[figure];
  if (!sheet->has_content)
    ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_PART_EMPTY, "part", g_strdup (sheet->heading->name),
                                               sheet->heading->id, NULL));
  else
    ys_sheet_add_why (&sheet->why,
                      ys_why_new (YS_WHY_PART, "part", g_strdup (sheet->heading->name), sheet->heading->id,
                                  "points", ys_points_to_display (sheet->points), NULL, "share",
                                  sheet->share != 0 ? g_strdup_printf ("（含分入%s分）", share) : NULL, NULL,
                                  "sum", ys_points_to_display (sum), NULL, "of",
                                  ys_points_to_display (unit->part_tasks[index]), NULL, "score",
                                  ys_points_to_display (sheet->score[figure]), NULL, NULL));
  if (gate != NULL)
    ys_sheet_add_why (&sheet->why,
                      ys_why_new (YS_WHY_PART_GATE, "part", g_strdup (sheet->heading->name),
                                  sheet->heading->id, "title", g_strdup (gate->title), gate->id, "score",
                                  ys_points_to_display (sheet->score[figure]), NULL, NULL));
}

void
ys_score_explain_parts (YsScore *self, YsScoreUnit *unit)
{
  for (guint i = 0; i < unit->sheet->parts->len; i++)
    {
      YsSheetPart *part = g_ptr_array_index (unit->sheet->parts, i);

      for (guint j = 0; j < part->tasks->len; j++)
        explain_task (self, unit, g_ptr_array_index (part->tasks, j), unit->sheet->figure);
      explain_part (unit, part, i, unit->sheet->figure);
    }
}
