/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 10, the range: how many points are open, and the totals with all of them at their worse and better
 * ends. Gates act as they stand; suspected occurrences are no part of it. */
#include "ys-score.h"

/* Sets the ends of one point; TRUE if it is open. */
static gboolean
set_ends (YsSheetPoint *sheet, YsScoreFigure figure, gboolean bonus)
{
  YsOpen open = sheet->open[figure];
  /* A point that its unit or the team has yet to score is open for more than an unsettled amount. */
  gboolean only_amount = open == YS_OPEN_AMOUNT && (bonus || figure == YS_COMPUTED);

  sheet->low = sheet->high = sheet->score[figure];
  if (!sheet->counts || open == YS_OPEN_NOT)
    return FALSE;
  if (bonus && open > YS_OPEN_BOUND && open != YS_OPEN_AMOUNT)
    return FALSE;
  sheet->low = only_amount ? sheet->score[figure] : sheet->point->least;
  sheet->high = only_amount ? sheet->better : sheet->point->most;
  return TRUE;
}

static YsPoints
bonus_of (const YsScore *self, YsPoints sum)
{
  return ys_points_round_places (MIN (sum, self->standard->bonus_cap), self->standard->decimals);
}

void
ys_score_range (YsScore *self, YsScoreUnit *unit)
{
  YsSheetUnit *sheet = unit->sheet;
  YsScoreRun low = { .scores = self->low, .figure = sheet->figure, .deduction = sheet->deduction };
  YsScoreRun high = { .scores = self->high, .figure = sheet->figure, .forgives_late = TRUE };
  YsPoints bonus_low = 0, bonus_high = 0;

  for (guint i = 0; i < self->n_points; i++)
    {
      YsSheetPoint *point = &sheet->points[i];

      sheet->open_points += set_ends (point, sheet->figure, FALSE) ? 1 : 0;
      self->low[i] = point->low;
      self->high[i] = point->high;
    }
  for (guint i = 0; i < self->standard->bonus->len; i++)
    {
      YsSheetPoint *point = &sheet->bonus_points[i];

      sheet->open_points += set_ends (point, sheet->figure, TRUE) ? 1 : 0;
      bonus_low += point->low;
      bonus_high += point->high;
    }
  low.bonus = bonus_of (self, bonus_low);
  high.bonus = bonus_of (self, bonus_high);
  high.deduction = ys_score_deduction_met (self, unit);
  ys_score_run (self, unit, &low);
  ys_score_run (self, unit, &high);
  sheet->low = low.total;
  sheet->high = high.total;
}
