/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 2, 界限: the value of a bound, among them those that rest on all units of a group that have a figure.
 * Group figures are gathered once per group and measure, when a rule first comes to need them. */
#include "ys-score.h"

gboolean
ys_score_compares (YsExact value, YsComparator comparator, YsExact bound)
{
  int order = ys_exact_compare (value, bound);

  switch (comparator)
    {
    case YS_COMPARE_GE:
      return order >= 0;
    case YS_COMPARE_GT:
      return order > 0;
    case YS_COMPARE_LE:
      return order <= 0;
    case YS_COMPARE_LT:
      return order < 0;
    case YS_COMPARE_EQ:
      return order == 0;
    case YS_COMPARE_FALLING:
    case YS_COMPARE_REPORT:
    default:
      return FALSE;
    }
}

static gboolean
group_figure (YsScore *self, YsScoreUnit *unit, const YsMeasure *measure, YsExact *value)
{
  if (measure->kind == YS_MEASURE_RECORDS)
    {
      *value = ys_exact_from_integer (ys_score_count_records (unit, measure->clause));
      return TRUE;
    }
  return ys_score_metric (self, unit, measure->metric, measure->as, value);
}

static void
gather (YsScore *self, guint group, const YsMeasure *measure, YsScoreGroupFigures *figures)
{
  figures->made = TRUE;
  figures->numbers = g_array_new (FALSE, FALSE, sizeof (YsExact));
  for (guint i = 0; i < self->n_units; i++)
    {
      YsExact value;

      if (self->units[i].group != group || !group_figure (self, &self->units[i], measure, &value))
        continue;
      if (figures->numbers->len == 0 || ys_exact_compare (value, figures->smallest) < 0)
        figures->smallest = value;
      if (figures->numbers->len == 0 || ys_exact_compare (value, figures->largest) > 0)
        figures->largest = value;
      g_array_append_val (figures->numbers, value);
    }
}

YsScoreGroupFigures *
ys_score_group_figures (YsScore *self, guint group, const YsMeasure *measure)
{
  YsScoreGroupFigures *figures;

  if (measure->kind == YS_MEASURE_RECORDS)
    figures = &self->clause_groups[group * self->n_clauses + measure->clause];
  else
    figures = &self->metric_groups[(group * self->n_metrics + measure->metric->index) * 2
                                   + (measure->as == YS_METRIC_AS_GROWTH ? 1 : 0)];
  if (!figures->made)
    gather (self, group, measure, figures);
  return figures;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return ys_exact_compare (*(const YsExact *)a, *(const YsExact *)b);
}

/* How many of the sorted numbers are below @value, or not above it. */
static guint
count_below (const GArray *numbers, YsExact value, gboolean or_equal)
{
  guint low = 0, high = numbers->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = ys_exact_compare (g_array_index (numbers, YsExact, middle), value);

      if (order < 0 || (or_equal && order == 0))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
ys_score_place (YsScore *self, YsScoreUnit *unit, const YsMetric *metric, YsExact value)
{
  YsMeasure measure = { .kind = YS_MEASURE_METRIC, .metric = (YsMetric *)metric, .as = YS_METRIC_AS_VALUE };
  YsScoreGroupFigures *figures = ys_score_group_figures (self, unit->group, &measure);

  if (figures->numbers->len < 2)
    return 0;
  if (!figures->is_sorted)
    {
      g_array_sort (figures->numbers, compare_numbers);
      figures->is_sorted = TRUE;
    }
  if (metric->high_is_better)
    return 1 + figures->numbers->len - count_below (figures->numbers, value, TRUE);
  return 1 + count_below (figures->numbers, value, FALSE);
}

static gboolean
group_bound (YsScore *self, YsScoreUnit *unit, const YsMeasure *measure, YsBoundKind kind,
             gboolean high_is_better, YsExact *value)
{
  YsScoreGroupFigures *figures = ys_score_group_figures (self, unit->group, measure);

  if (figures->numbers->len < 2)
    return FALSE;
  if (kind == YS_BOUND_MEAN && !figures->has_mean)
    {
      figures->mean = ys_exact_mean (self->pool, (const YsExact *)(gpointer)figures->numbers->data,
                                     figures->numbers->len);
      figures->has_mean = TRUE;
    }
  if (kind == YS_BOUND_MEAN)
    *value = figures->mean;
  else
    *value = (kind == YS_BOUND_BEST) == high_is_better ? figures->largest : figures->smallest;
  return TRUE;
}

/* A bound named in the assessment, or the figure of the year before. */
static gboolean
recorded_bound (YsScore *self, YsScoreUnit *unit, const YsMeasure *measure, YsBoundKind kind, YsExact *value)
{
  if (measure->metric == NULL)
    return FALSE;
  if (kind == YS_BOUND_BEFORE)
    {
      const YsRecordedFigure *before = unit->befores[measure->metric->index];

      if (before == NULL || ys_figure_is_missing (&before->figure))
        return FALSE;
      *value = ys_exact_from_figure (&before->figure, measure->metric->unit);
      return TRUE;
    }

  guint place = measure->metric->index * 2 + (measure->as == YS_METRIC_AS_GROWTH ? 1 : 0);
  const YsNamedBound *const *bounds = kind == YS_BOUND_OWN ? unit->targets : self->published;
  const YsNamedBound *named = bounds != NULL ? bounds[place] : NULL;

  if (named == NULL)
    return FALSE;
  *value = ys_exact_from_decimal (named->value);
  return TRUE;
}

gboolean
ys_score_bound (YsScore *self, YsScoreUnit *unit, const YsMeasure *measure, const YsBound *bound,
                gboolean high_is_better, YsExact *value, YsOpen *open)
{
  YsExact plus = ys_exact_from_decimal (bound->number);

  switch (bound->kind)
    {
    case YS_BOUND_OWN:
    case YS_BOUND_PUBLISHED:
    case YS_BOUND_BEFORE:
      *open = YS_OPEN_BOUND;
      if (!recorded_bound (self, unit, measure, bound->kind, value))
        return FALSE;
      break;
    case YS_BOUND_MEAN:
    case YS_BOUND_BEST:
    case YS_BOUND_WORST:
      *open = YS_OPEN_GROUP;
      if (!group_bound (self, unit, measure, bound->kind, high_is_better, value))
        return FALSE;
      break;
    case YS_BOUND_NUMBER:
    default:
      *value = plus;
      return TRUE;
    }
  if (bound->number != 0)
    *value = ys_exact_add (self->pool, *value, plus);
  return TRUE;
}
