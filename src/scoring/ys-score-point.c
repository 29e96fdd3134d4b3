/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring points of one unit: the rule, the unit's own score, the decided one, what holds where the point
 * does not apply, and the bonus. Everything before the points become tasks and parts (rules 1 to 4, 10 and
 * 11). */
#include "ys-score.h"

#include "ys-score-explain.h"

void
ys_score_set_attained (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsMeasured *measured,
                       YsSheetPoint *sheet)
{
  const YsMetric *metric = point->measure.metric;
  YsBound bound = { .kind = YS_BOUND_NUMBER };
  YsComparator comparator = YS_COMPARE_GE;
  YsExact value;
  YsOpen open;

  if (measured->missing || metric == NULL || point->measure.kind != YS_MEASURE_METRIC)
    return;
  if (point->rule == YS_RULE_BANDS && point->rows->len == 1)
    {
      const YsBandRow *row = g_ptr_array_index (point->rows, 0);

      if (row->kind != YS_ROW_COMPARE)
        return;
      bound = row->bound;
      comparator = row->comparator;
    }
  else if (point->measure.as != YS_METRIC_AS_VALUE || metric->comparator == YS_COMPARE_REPORT)
    return;
  else if (metric->comparator == YS_COMPARE_FALLING)
    {
      bound.kind = YS_BOUND_BEFORE;
      comparator = YS_COMPARE_LT;
    }
  else
    {
      if (!metric->has_target)
        return;
      bound.number = metric->target;
      comparator = metric->comparator;
    }
  sheet->has_attained =
      ys_score_bound (self, unit, &point->measure, &bound, ys_point_high_is_better (point), &value, &open);
  sheet->attained = sheet->has_attained && ys_score_compares (measured->value, comparator, value);
}

/* All three figures of a point that applies, before its gates. */
static void
score_applying (YsScore *self, YsScoreUnit *unit, YsSheetPoint *sheet)
{
  const YsPoint *point = sheet->point;
  const YsSelfScore *own = unit->self[point->index];
  YsPointOutcome outcome = ys_score_rule (self, unit, point, sheet);

  sheet->better = outcome.better;
  for (guint figure = 0; figure < YS_N_FIGURES; figure++)
    {
      sheet->score[figure] = outcome.score;
      sheet->open[figure] = outcome.open;
    }
  if (own != NULL)
    {
      sheet->has_self = TRUE;
      sheet->score[YS_SELF] = own->points;
      sheet->open[YS_SELF] = YS_OPEN_NOT;
    }
  else if (outcome.open == YS_OPEN_NOT)
    sheet->open[YS_SELF] = YS_OPEN_SELF;
  if (outcome.open == YS_OPEN_NOT)
    sheet->open[YS_DECIDED] = YS_OPEN_UNDECIDED;
  ys_score_review (self, unit, sheet);
  ys_score_gate_point (self, unit, sheet);
}

/* A point that counts by share without applying; one that counts by mean waits for all others. */
static void
score_share (YsSheetPoint *sheet)
{
  const YsPoint *point = sheet->point;

  for (guint figure = 0; point->na == YS_NA_SHARE && figure < YS_N_FIGURES; figure++)
    sheet->score[figure] = ys_score_permille (point->points, point->na_permille);
}

void
ys_score_points (YsScore *self, YsScoreUnit *unit)
{
  for (guint i = 0; i < self->n_points; i++)
    {
      YsSheetPoint *sheet = &unit->sheet->points[i];

      sheet->applies = (unit->point_flags[i] & YS_POINT_APPLIES) != 0;
      sheet->counts = (unit->point_flags[i] & YS_POINT_COUNTS) != 0;
      if (sheet->applies)
        score_applying (self, unit, sheet);
      else if (sheet->counts)
        score_share (sheet);
      if (self->reasons && !sheet->applies)
        ys_score_explain_not_applying (self, unit, sheet);
    }
}

/* The mean of a point over all units of the round to which it applies, in each figure by itself. */
static guint
mean_over_units (YsScore *self, guint index, YsPoints mean[YS_N_FIGURES])
{
  gint64 sums[YS_N_FIGURES] = { 0 };
  guint n = 0;

  for (guint i = 0; i < self->n_units; i++)
    {
      const YsSheetPoint *sheet = &self->units[i].sheet->points[index];

      for (guint figure = 0; sheet->applies && figure < YS_N_FIGURES; figure++)
        sums[figure] += sheet->score[figure];
      n += sheet->applies ? 1 : 0;
    }
  for (guint figure = 0; figure < YS_N_FIGURES; figure++)
    mean[figure] =
        n > 0 ? ys_exact_round_points (ys_exact_from_ratio (sums[figure], (gint64)n * YS_POINTS_ONE)) : 0;
  return n;
}

void
ys_score_means (YsScore *self)
{
  for (guint i = 0; i < self->n_points; i++)
    {
      const YsPoint *point = g_ptr_array_index (self->standard->points, i);
      YsPoints mean[YS_N_FIGURES];
      guint n;

      if (point->na != YS_NA_MEAN)
        continue;
      n = mean_over_units (self, i, mean);
      for (guint j = 0; j < self->n_units; j++)
        {
          YsSheetPoint *sheet = &self->units[j].sheet->points[i];

          if (!sheet->counts || sheet->applies)
            continue;
          for (guint figure = 0; figure < YS_N_FIGURES; figure++)
            {
              sheet->score[figure] = mean[figure];
              sheet->open[figure] = n > 0 ? YS_OPEN_NOT : YS_OPEN_MEAN;
            }
          if (self->reasons)
            ys_score_explain_mean (self, sheet, n);
        }
    }
}

void
ys_score_bonus (YsScore *self, YsScoreUnit *unit)
{
  YsPoints sum = 0;

  for (guint i = 0; i < self->standard->bonus->len; i++)
    {
      YsSheetPoint *sheet = &unit->sheet->bonus_points[i];
      const YsPoint *point = sheet->point;
      gboolean applies =
          point->groups == 0 || (unit->group < self->n_groups && (point->groups >> unit->group & 1) != 0);

      sheet->applies = sheet->counts = applies;
      if (!applies)
        continue;

      YsPointOutcome outcome = ys_score_rule (self, unit, point, sheet);

      sheet->better = outcome.better;
      for (guint figure = 0; figure < YS_N_FIGURES; figure++)
        {
          sheet->score[figure] = outcome.score;
          sheet->open[figure] = outcome.open;
        }
      sum += outcome.score;
      ys_sheet_add (&unit->sheet->bonus_details, sheet, NULL);
    }
  unit->sheet->bonus =
      ys_points_round_places (MIN (sum, self->standard->bonus_cap), self->standard->decimals);
}
