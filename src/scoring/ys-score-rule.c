/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 3, 给分: from a measure to the computed score of a point by bands, line, steps or an assessor.
 * A missing measure, or an open bound that the rule comes to need, gives 0 or `least`, open. */
#include "ys-score.h"

#include "ys-score-explain.h"

YsPoints
ys_score_permille (YsPoints points, guint permille)
{
  return ys_exact_round_points (ys_exact_from_ratio (points * (gint64)permille, YS_POINTS_ONE * 1000));
}

YsPoints
ys_score_row_points (const YsPoint *point, const YsBandRow *row)
{
  return row->permille ? ys_score_permille (point->points, (guint)row->amount) : row->amount;
}

static YsPointOutcome
open_outcome (const YsPoint *point, YsOpen open)
{
  YsPoints score = MIN (0, point->least);

  return (YsPointOutcome){ .score = score, .better = score, .open = open };
}

/* Whether a row holds; @open is set where its bound has no value. */
static gboolean
row_holds (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsBandRow *row,
           const YsMeasured *measured, YsExact *bound, YsOpen *open)
{
  switch (row->kind)
    {
    case YS_ROW_WORD:
      return measured->is_word && ys_score_word (point->measure.kind, row->word) == measured->word;
    case YS_ROW_REPORTED:
      return TRUE;
    case YS_ROW_COMPARE:
    default:
      {
        YsOpen why_open = YS_OPEN_NOT;
        gboolean high = ys_point_high_is_better (point);

        if (!ys_score_bound (self, unit, &point->measure, &row->bound, high, bound, &why_open))
          {
            *open = why_open;
            return FALSE;
          }
        return ys_score_compares (measured->value, row->comparator, *bound);
      }
    }
}

static YsPoints
default_words (const YsStandard *standard, const YsPoint *point, const YsMeasured *measured)
{
  if (point->measure.kind == YS_MEASURE_STATE)
    return ys_score_permille (point->points, standard->state_permille[measured->word]);
  return measured->word == 0 ? point->points : 0;
}

static YsPointOutcome
score_bands (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsMeasured *measured,
             YsSheetPoint *sheet)
{
  YsPointOutcome outcome = { .open = measured->open };
  YsBandsReason reason = { .measured = measured };

  if (point->rows->len == 0)
    outcome.score = default_words (self->standard, point, measured);
  for (guint i = 0; i < point->rows->len; i++)
    {
      const YsBandRow *row = g_ptr_array_index (point->rows, i);
      YsOpen open = YS_OPEN_NOT;
      YsExact bound = ys_exact_from_integer (0);

      if (row_holds (self, unit, point, row, measured, &bound, &open))
        {
          outcome.score = ys_score_row_points (point, row);
          reason.held = row;
          reason.held_bound = bound;
          break;
        }
      if (open != YS_OPEN_NOT)
        {
          ys_score_explain_open_bound (self, unit, point, &row->bound, sheet);
          return open_outcome (point, open);
        }
      reason.failed = row;
      reason.failed_bound = bound;
    }
  outcome.score = CLAMP (outcome.score, point->least, point->most);
  outcome.better = outcome.score;
  if (self->reasons)
    ys_score_explain_bands (self, unit, point, &reason, outcome.score, sheet);
  return outcome;
}

static gboolean
is_better (YsExact a, YsExact b, gboolean high_is_better)
{
  int order = ys_exact_compare (a, b);

  return high_is_better ? order > 0 : order < 0;
}

/* low + (high − low) × (value − a) / (b − a), flat beyond both ends. */
static YsPoints
interpolate (YsScore *self, const YsPoint *point, YsExact value, YsExact a, YsExact b)
{
  gboolean high = ys_point_high_is_better (point);

  if (!is_better (b, a, high))
    return is_better (b, value, high) ? point->low_points : point->high_points;
  if (!is_better (value, a, high))
    return point->low_points;
  if (!is_better (b, value, high))
    return point->high_points;

  YsExact span = ys_exact_from_points (point->high_points - point->low_points);
  YsExact part = ys_exact_divide (self->pool, ys_exact_subtract (self->pool, value, a),
                                  ys_exact_subtract (self->pool, b, a));

  part = ys_exact_multiply (self->pool, span, part);
  return ys_exact_round_points (ys_exact_add (self->pool, ys_exact_from_points (point->low_points), part));
}

static YsPointOutcome
score_line (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsMeasured *measured,
            YsSheetPoint *sheet)
{
  gboolean high = ys_point_high_is_better (point);
  YsPointOutcome outcome = { .open = measured->open };
  YsOpen open_a = YS_OPEN_NOT, open_b = YS_OPEN_NOT;
  YsExact a, b;
  gboolean has_a = ys_score_bound (self, unit, &point->measure, &point->low_bound, high, &a, &open_a);
  gboolean has_b = ys_score_bound (self, unit, &point->measure, &point->high_bound, high, &b, &open_b);

  if (!has_a || !has_b)
    {
      const YsBound *missing = has_a ? &point->high_bound : &point->low_bound;

      ys_score_explain_open_bound (self, unit, point, missing, sheet);
      if (has_a || has_b)
        return open_outcome (point, has_a ? open_b : open_a);
      return open_outcome (point, MIN (open_a, open_b));
    }
  outcome.score = interpolate (self, point, measured->value, a, b);
  outcome.score = CLAMP (outcome.score, point->least, point->most);
  outcome.better = outcome.score;
  if (self->reasons)
    ys_score_explain_line (self, unit, point, measured, a, b, outcome.score, sheet);
  return outcome;
}

YsPointOutcome
ys_score_rule (YsScore *self, YsScoreUnit *unit, const YsPoint *point, YsSheetPoint *sheet)
{
  YsMeasured measured = ys_score_measure (self, unit, &point->measure, point->task, point);

  if (self->reasons)
    sheet->measure_text = ys_score_value_text (self, unit, &point->measure, &measured);
  ys_score_set_attained (self, unit, point, &measured, sheet);
  if (measured.missing || point->rule == YS_RULE_MANUAL)
    {
      YsOpen open = measured.missing ? measured.open : YS_OPEN_MANUAL;

      if (self->reasons)
        ys_score_explain_missing (self, unit, point, open, sheet);
      return open_outcome (point, open);
    }
  switch (point->rule)
    {
    case YS_RULE_LINE:
      return score_line (self, unit, point, &measured, sheet);
    case YS_RULE_STEPS:
      return ys_score_steps (self, unit, point, &measured, sheet);
    case YS_RULE_BANDS:
    case YS_RULE_MANUAL:
    default:
      return score_bands (self, unit, point, &measured, sheet);
    }
}
