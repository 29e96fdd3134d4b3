/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 9, threshold items: a figure that fails the catalogue's comparator takes flat amounts and steps.
 * A missing figure takes all its flat amounts and no steps, and stands open. */
#include "ys-score.h"

#include "ys-score-explain.h"

/* The figure with @cases taken off its numerator; a bare value contains none. */
static YsExact
figure_without (const YsFigure *figure, YsUnit unit, gint64 cases)
{
  YsFigure reduced = *figure;

  if (reduced.kind != YS_FIGURE_VALUE)
    reduced.numerator = MAX (0, reduced.numerator - cases);
  return ys_exact_from_figure (&reduced, unit);
}

static gboolean
holds (const YsNegativeRule *rule, const YsFigure *figure, gint64 cases, YsExact value)
{
  if (ys_score_compares (value, rule->item->comparator, ys_exact_from_decimal (rule->item->target)))
    return TRUE;
  return rule->has_holds_up_to && figure->kind != YS_FIGURE_VALUE && figure->has_numerator
         && MAX (0, figure->numerator - cases) <= rule->holds_up_to;
}

/* A clause without a bound steps beyond the target, on the side where the comparator fails. */
static YsPoints
clause_amount (YsScore *self, const YsNegativeRule *rule, const YsClause *clause, YsExact value)
{
  YsClause beyond = *clause;
  YsPoints amount = 0;
  YsDecimal bound = clause->has_bound ? clause->bound.number : rule->item->target;

  if (clause->kind == YS_CLAUSE_FLAT)
    return clause->has_cap ? MIN (clause->amount, clause->cap) : clause->amount;
  if (!clause->has_bound)
    beyond.below = rule->item->comparator == YS_COMPARE_GE || rule->item->comparator == YS_COMPARE_GT;
  beyond.in_percent = FALSE;
  ys_score_clause_beyond (self, &beyond, value, ys_exact_from_decimal (bound), &amount);
  return amount;
}

static YsPoints
flat_amounts (const YsNegativeRule *rule)
{
  YsPoints sum = 0;

  for (guint i = 0; i < rule->clauses->len; i++)
    {
      const YsClause *clause = g_ptr_array_index (rule->clauses, i);

      if (clause->kind != YS_CLAUSE_STEP)
        sum += clause->has_cap ? MIN (clause->amount, clause->cap) : clause->amount;
    }
  return sum;
}

YsThresholdOutcome
ys_score_threshold (YsScore *self, const YsScoreUnit *unit, const YsNegativeRule *rule, gint64 cases,
                    YsSheetThreshold *sheet)
{
  const YsThresholdValue *value = unit->thresholds != NULL ? unit->thresholds[rule->item->index] : NULL;
  YsThresholdOutcome outcome = { .met = TRUE };
  YsExact figure;

  if (value == NULL || ys_figure_is_missing (&value->figure))
    {
      outcome = (YsThresholdOutcome){ .open = TRUE, .deduction = flat_amounts (rule) };
      if (sheet != NULL && self->reasons)
        ys_score_explain_threshold_missing (self, rule, outcome.deduction, sheet);
      return outcome;
    }
  figure = figure_without (&value->figure, rule->item->unit, cases);
  if (!holds (rule, &value->figure, cases, figure))
    {
      outcome.met = FALSE;
      outcome.fails = TRUE;
      for (guint i = 0; i < rule->clauses->len; i++)
        outcome.deduction += clause_amount (self, rule, g_ptr_array_index (rule->clauses, i), figure);
    }
  if (sheet != NULL && self->reasons)
    ys_score_explain_threshold (self, rule, value, figure, &outcome, sheet);
  return outcome;
}
