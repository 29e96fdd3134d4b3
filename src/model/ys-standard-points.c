/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring points of a standard: limits, measure and rule together (scoring.md, rules 1 to 4, 10 and 13).
 * The first pass gathers ids, so that a clause may be named before the place that defines it. */
#include <glib/gi18n-lib.h>

#include "ys-standard-parts.h"
#include "ys-standard-seal.h"

static void
define_clause (YsSealing *self, YsPoint *point, YsClause *clause, const char *id, const char *title,
               gboolean bonus)
{
  YsRecordClause *defined = ys_record_clause_new ();

  defined->id = g_strdup (id);
  defined->title = g_strdup (title);
  defined->point = point;
  defined->clause = clause;
  defined->bonus = bonus;
  if (clause != NULL)
    clause->clause = self->standard->clauses->len;
  g_ptr_array_add (self->standard->clauses, defined);
  if (!g_hash_table_contains (self->standard->clause_by_id, id))
    g_hash_table_insert (self->standard->clause_by_id, defined->id, defined);
}

static void
seal_groups (YsSealing *self, YsPoint *point)
{
  point->groups = 0;
  for (guint i = 0; point->group_ids != NULL && point->group_ids[i] != NULL; i++)
    {
      guint group = ys_seal_find (self, self->standard->groups, point->group_ids[i], point->id, point->line);

      if (group < 64)
        point->groups |= G_GUINT64_CONSTANT (1) << group;
    }
}

void
ys_seal_point_ids (YsSealing *self, YsPoint *point, gboolean bonus)
{
  ys_seal_id (self, point->id, point->line);
  if (!g_hash_table_contains (self->standard->point_by_id, point->id))
    g_hash_table_insert (self->standard->point_by_id, point->id, point);
  if (point->measure.kind == YS_MEASURE_RECORDS && point->measure.defines_clause
      && point->measure.reference != NULL)
    {
      ys_seal_id (self, point->measure.reference, point->line);
      define_clause (self, point, NULL, point->measure.reference, point->measure.title, bonus);
    }
  for (guint i = 0; i < point->clauses->len; i++)
    {
      YsClause *clause = g_ptr_array_index (point->clauses, i);

      ys_seal_id (self, clause->id, clause->line);
      if (clause->kind == YS_CLAUSE_RECORD && clause->id != NULL)
        define_clause (self, point, clause, clause->id, clause->title, bonus);
    }
  seal_groups (self, point);
}

static void
seal_line (YsSealing *self, const YsPoint *point)
{
  const YsBound *low = &point->low_bound, *high = &point->high_bound;

  if (ys_seal_measured (&point->measure) != YS_MEASURED_NUMBER)
    {
      ys_seal_fault (self, point->line, point->id, _ ("Point %s: a line needs a number to look at."),
                     point->id);
      return;
    }
  ys_seal_bound (self, &point->measure, low, point->id, point->line);
  ys_seal_bound (self, &point->measure, high, point->id, point->line);
  if (point->low_points > point->high_points)
    ys_seal_fault (self, point->line, point->id,
                   _ ("Point %s: the line's low points are above its high points."), point->id);
  if (low->kind != high->kind)
    return;

  gboolean better = ys_point_high_is_better (point) ? high->number > low->number : high->number < low->number;

  if (!better)
    ys_seal_fault (
        self, point->line, point->id,
        _ ("Point %s: the bound of the line's high points is not better than that of its low points."),
        point->id);
}

static void
seal_clause_amounts (YsSealing *self, const YsPoint *point, const YsClause *clause)
{
  ys_seal_amount (self, point->id, clause->line, _ ("amount"), clause->amount);
  if (clause->has_cap)
    ys_seal_amount (self, point->id, clause->line, _ ("cap"), clause->cap);
  if (!clause->is_range)
    return;
  ys_seal_amount (self, point->id, clause->line, _ ("amount"), clause->amount_to);
  if (clause->amount > clause->amount_to)
    ys_seal_fault (self, clause->line, point->id,
                   _ ("Point %s: the ends of the range of clause %s are swapped."), point->id,
                   clause->id != NULL ? clause->id : "");
}

void
ys_seal_clause (YsSealing *self, const YsPoint *point, const YsClause *clause)
{
  YsMeasured measured = ys_seal_measured (&point->measure);

  seal_clause_amounts (self, point, clause);
  if (clause->kind == YS_CLAUSE_RECORD)
    {
      if (measured != YS_MEASURED_RECORDS)
        ys_seal_fault (
            self, clause->line, point->id,
            _ ("Point %s: a clause per record stands only where records are measured by their clauses."),
            point->id);
      return;
    }
  if (clause->kind == YS_CLAUSE_FLAT || measured != YS_MEASURED_NUMBER)
    {
      ys_seal_fault (self, clause->line, point->id, _ ("Point %s: this clause needs a number to look at."),
                     point->id);
      return;
    }
  ys_seal_bound (self, &point->measure, &clause->bound, point->id, clause->line);
  if (clause->kind == YS_CLAUSE_STEP && (clause->by <= 0 || clause->by > YS_DECIMAL_MAX))
    ys_seal_fault (self, clause->line, point->id, _ ("Point %s: a step must be above 0."), point->id);
}

static void
seal_rule (YsSealing *self, const YsPoint *point)
{
  YsMeasured measured = ys_seal_measured (&point->measure);

  switch (point->rule)
    {
    case YS_RULE_BANDS:
      ys_seal_rows (self, point);
      break;
    case YS_RULE_LINE:
      seal_line (self, point);
      break;
    case YS_RULE_STEPS:
      if (point->start > YS_POINTS_MAX || point->start < -YS_POINTS_MAX)
        ys_seal_fault (self, point->line, point->id, _ ("Point %s: the start is more than 10,000 points."),
                       point->id);
      if (point->clauses->len == 0)
        ys_seal_fault (self, point->line, point->id, _ ("Point %s: steps need at least one clause."),
                       point->id);
      for (guint i = 0; i < point->clauses->len; i++)
        ys_seal_clause (self, point, g_ptr_array_index (point->clauses, i));
      break;
    case YS_RULE_MANUAL:
    default:
      if (point->measure.kind == YS_MEASURE_WORD || measured == YS_MEASURED_RECORDS)
        ys_seal_fault (
            self, point->line, point->id,
            _ ("Point %s: an assessor gives it, so it cannot measure words or clauses of records."),
            point->id);
      break;
    }
}

/* Sets the limits that are left out; least is never above 0, most never below. */
static void
seal_limits (YsSealing *self, YsPoint *point)
{
  if (!point->has_most)
    point->most = point->points;
  if (!point->has_least)
    point->least = 0;
  if (point->least > 0 || point->least < -YS_POINTS_MAX)
    ys_seal_fault (self, point->line, point->id, _ ("Point %s: least must not be above 0."), point->id);
  if (point->most < 0 || point->most > YS_POINTS_MAX)
    ys_seal_fault (self, point->line, point->id, _ ("Point %s: most must not be below 0."), point->id);
}

void
ys_seal_point (YsSealing *self, YsPoint *point)
{
  ys_seal_amount (self, point->id, point->line, _ ("points"), point->points);
  seal_limits (self, point);
  if (point->na == YS_NA_SHARE)
    ys_seal_permille (self, point->id, point->line, _ ("share"), point->na_permille);
  ys_seal_measure (self, &point->measure, point->task, point->id, point->line);
  if (point->measure.kind == YS_MEASURE_STATE || point->measure.kind == YS_MEASURE_LATE)
    point->measure.task = point->task;
  if (point->measure.kind == YS_MEASURE_NONE && point->rule != YS_RULE_MANUAL)
    ys_seal_fault (self, point->line, point->id,
                   _ ("Point %s: nothing is measured, so only an assessor can give it."), point->id);
  else
    seal_rule (self, point);
  ys_seal_gates (self, point->gates, point, point->task, YS_LEVEL_POINT, point->id);
}

void
ys_seal_bonus_point (YsSealing *self, YsPoint *point)
{
  gboolean fits = point->measure.kind == YS_MEASURE_RECORDS || point->measure.kind == YS_MEASURE_METRIC;
  gboolean gives = point->rule == YS_RULE_STEPS && point->start == 0;

  for (guint i = 0; i < point->clauses->len; i++)
    gives = gives && ((const YsClause *)g_ptr_array_index (point->clauses, i))->gives;
  if (!gives || !fits)
    ys_seal_fault (self, point->line, point->id,
                   _ ("Bonus point %s: a bonus has steps from 0 that give, on records or a metric."),
                   point->id);
  if (!point->has_most)
    ys_seal_fault (self, point->line, point->id, _ ("Bonus point %s: most must be given."), point->id);
  if (point->points != 0 || point->gates->len > 0 || point->na != YS_NA_OUT)
    ys_seal_fault (
        self, point->line, point->id,
        _ ("Bonus point %s: a bonus has no points, no gates and no rule for what is not applicable."),
        point->id);
  ys_seal_point (self, point);
}
