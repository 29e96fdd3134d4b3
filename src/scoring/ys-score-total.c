/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 10: base, bonus and deduction make the total, in each of the three figures by the same run.
 * The figure that rank, grade and range rest on is chosen by the caller or by the unit's state. */
#include "ys-score.h"

void
ys_score_run (YsScore *self, YsScoreUnit *unit, YsScoreRun *run)
{
  ys_score_base (self, unit, run);
  run->total = MAX (0, MIN (run->base + run->bonus, self->standard->maximum) - run->deduction);
  if (unit->total_gate != YS_NO_GATE)
    run->total = ys_score_share (self, self->standard->maximum, unit->total_gate, 1000);
}

static YsScoreFigure
choose_figure (const YsScore *self, const YsScoreUnit *unit)
{
  if ((self->flags & YS_SCORE_FIGURE_COMPUTED) != 0)
    return YS_COMPUTED;
  if ((self->flags & YS_SCORE_FIGURE_SELF) != 0)
    return YS_SELF;
  if ((self->flags & YS_SCORE_FIGURE_DECIDED) != 0)
    return YS_DECIDED;
  return unit->sheet->state >= YS_SUBMISSION_SCORED ? YS_DECIDED : YS_COMPUTED;
}

static void
choose_grade (const YsScore *self, const YsScoreUnit *unit)
{
  const GPtrArray *grades = self->standard->grades;
  guint grade = 0;

  while (grade + 1 < grades->len && unit->sheet->total < ((YsGrade *)g_ptr_array_index (grades, grade))->from)
    grade++;
  unit->sheet->grade = MAX (grade, unit->grade_limit);
}

void
ys_score_total (YsScore *self, YsScoreUnit *unit)
{
  YsSheetUnit *sheet = unit->sheet;

  for (guint figure = 0; figure < YS_N_FIGURES; figure++)
    {
      YsScoreRun run = { .scores = self->scores,
                         .figure = (YsScoreFigure)figure,
                         .bonus = sheet->bonus,
                         .deduction = sheet->deduction,
                         .fills_sheet = TRUE };

      for (guint i = 0; i < self->n_points; i++)
        self->scores[i] = sheet->points[i].score[figure];
      ys_score_run (self, unit, &run);
      sheet->base_by_figure[figure] = run.base;
      sheet->total_by_figure[figure] = run.total;
    }
  sheet->figure = choose_figure (self, unit);
  sheet->base = sheet->base_by_figure[sheet->figure];
  sheet->total = sheet->total_by_figure[sheet->figure];
  choose_grade (self, unit);
}
