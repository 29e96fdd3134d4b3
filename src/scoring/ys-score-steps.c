/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 3, 每…扣、每…加: from a start each clause takes or gives, per record, once, or per step beyond a
 * bound. A clause is rounded once and then held to its cap; amounts that nobody settled count at their worse
 * end. */
#include "ys-score.h"

#include <string.h>

#include "ys-score-explain.h"

/* One counting record under one clause of the point. */
typedef struct
{
  const YsClause *clause;
  guint place; /* of the clause in the point */
  const YsRecord *record;
  YsExact amount;
  gboolean dropped; /* by highest_only */
} CountedRecord;

static guint
factor_permille (const YsStandard *standard, const char *id)
{
  for (guint i = 0; i < standard->factors->len; i++)
    {
      const YsFactor *factor = g_ptr_array_index (standard->factors, i);

      if (g_str_equal (factor->id, id))
        return factor->permille;
    }
  return 1000;
}

YsExact
ys_score_counted_amount (YsScore *self, YsPoints amount, gint64 count, const GStrv factors)
{
  YsExact product =
      ys_exact_multiply (self->pool, ys_exact_from_points (amount), ys_exact_from_integer (count));

  for (guint i = 0; factors != NULL && factors[i] != NULL; i++)
    {
      YsExact factor = ys_exact_from_ratio (factor_permille (self->standard, factors[i]), 1000);

      product = ys_exact_multiply (self->pool, product, factor);
    }
  return product;
}

/* The amount that a record counts at; where it is a range nobody settled, at its worse or better end. */
static YsPoints
record_amount (const YsClause *clause, const YsRecord *record, gboolean better)
{
  if (!clause->is_range)
    return clause->amount;
  if (record->has_settled)
    return record->settled;
  return clause->gives == better ? clause->amount_to : clause->amount;
}

static gboolean
beats (const CountedRecord *one, const CountedRecord *other)
{
  int order = ys_exact_compare (one->amount, other->amount);

  if (order == 0 && one->place != other->place)
    return one->place < other->place;
  return order > 0 || (order == 0 && strcmp (one->record->id, other->record->id) < 0);
}

/* Of the records of one matter only the largest that takes and the largest that gives stay. */
static void
drop_smaller (GArray *counted)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < counted->len; i++)
    {
      CountedRecord *one = &g_array_index (counted, CountedRecord, i), *largest;
      GHashTable *matters = one->clause->gives ? given : taken;
      char *matter = one->record->matter;

      if (matter == NULL || *matter == '\0')
        continue;
      largest = g_hash_table_lookup (matters, matter);
      if (largest == NULL || beats (one, largest))
        {
          g_hash_table_insert (matters, matter, one);
          if (largest != NULL)
            largest->dropped = TRUE;
        }
      else
        one->dropped = TRUE;
    }
}

static GArray *
count_records (YsScore *self, const YsScoreUnit *unit, const YsPoint *point, gboolean better,
               gboolean *unsettled)
{
  GArray *counted = g_array_new (FALSE, FALSE, sizeof (CountedRecord));

  for (guint i = 0; i < point->clauses->len; i++)
    {
      const YsClause *clause = g_ptr_array_index (point->clauses, i);
      const GPtrArray *records;

      if (clause->kind != YS_CLAUSE_RECORD || unit->records == NULL)
        continue;
      records = unit->records[clause->clause];
      for (guint j = 0; records != NULL && j < records->len; j++)
        {
          CountedRecord one = { .clause = clause, .place = i, .record = g_ptr_array_index (records, j) };
          YsPoints amount = record_amount (clause, one.record, better);

          one.amount = ys_score_counted_amount (self, amount, one.record->count, one.record->factors);
          *unsettled = *unsettled || (clause->is_range && !one.record->has_settled);
          g_array_append_val (counted, one);
        }
    }
  if (point->highest_only)
    drop_smaller (counted);
  return counted;
}

static YsPoints
held_to_cap (const YsClause *clause, YsPoints amount)
{
  return clause->has_cap ? MIN (amount, clause->cap) : amount;
}

static YsPoints
record_clause (YsScore *self, const YsClause *clause, guint place, const GArray *counted)
{
  YsExact sum = ys_exact_from_integer (0);

  for (guint i = 0; i < counted->len; i++)
    {
      const CountedRecord *one = &g_array_index (counted, CountedRecord, i);

      if (one->place == place && !one->dropped)
        sum = ys_exact_add (self->pool, sum, one->amount);
    }
  return held_to_cap (clause, ys_exact_round_points (sum));
}

static YsExact
count_steps (YsScore *self, const YsClause *clause, YsExact distance, YsExact size)
{
  YsExact steps = ys_exact_divide (self->pool, distance, size);

  switch (clause->partial)
    {
    case YS_PARTIAL_STARTED:
      return ys_exact_ceiling (self->pool, steps);
    case YS_PARTIAL_FULL:
      return ys_exact_floor (self->pool, steps);
    case YS_PARTIAL_EXACT:
    default:
      return steps;
    }
}

gboolean
ys_score_clause_beyond (YsScore *self, const YsClause *clause, YsExact value, YsExact bound, YsPoints *amount)
{
  int order = ys_exact_compare (value, bound);
  YsExact size = ys_exact_from_decimal (clause->by), steps;

  *amount = 0;
  if (clause->below ? order >= 0 : order <= 0)
    return TRUE;
  if (clause->kind == YS_CLAUSE_ONCE)
    {
      *amount = held_to_cap (clause, clause->amount);
      return TRUE;
    }
  if (clause->in_percent)
    {
      if (ys_exact_sign (bound) <= 0)
        return FALSE;
      size = ys_exact_multiply (self->pool, bound, ys_exact_from_ratio (clause->by, YS_DECIMAL_ONE * 100));
    }
  steps = clause->below ? ys_exact_subtract (self->pool, bound, value)
                        : ys_exact_subtract (self->pool, value, bound);
  steps = count_steps (self, clause, steps, size);
  steps = ys_exact_multiply (self->pool, steps, ys_exact_from_points (clause->amount));
  *amount = held_to_cap (clause, ys_exact_round_points (steps));
  return TRUE;
}

/* One clause on the figure. FALSE with @open where its bound has no value. */
static gboolean
figure_clause (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsClause *clause,
               const YsMeasured *measured, YsExact *bound, YsPoints *amount, YsOpen *open)
{
  gboolean high = ys_point_high_is_better (point);

  if (!ys_score_bound (self, unit, &point->measure, &clause->bound, high, bound, open))
    return FALSE;
  *open = YS_OPEN_BOUND;
  return ys_score_clause_beyond (self, clause, measured->value, *bound, amount);
}

static void
explain_records (YsScore *self, const YsClause *clause, guint place, const GArray *counted, YsPoints amount,
                 YsSheetPoint *sheet)
{
  for (guint i = 0; i < counted->len; i++)
    {
      const CountedRecord *one = &g_array_index (counted, CountedRecord, i);

      if (one->place == place)
        ys_score_explain_record (self, clause, one->record, one->amount, one->dropped, sheet);
    }
  ys_score_explain_record_clause (self, clause, amount, sheet);
}

/* All clauses, records as @counted. Sets @open where a bound has no value. */
static YsPoints
apply_clauses (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsMeasured *measured,
               const GArray *counted, gboolean explain, YsOpen *open, YsSheetPoint *sheet)
{
  YsPoints score = point->start;

  for (guint i = 0; i < point->clauses->len; i++)
    {
      const YsClause *clause = g_ptr_array_index (point->clauses, i);
      YsOpen why_open = YS_OPEN_NOT;
      YsPoints amount = 0;
      YsExact bound = { .n = 0, .d = 1 };

      if (clause->kind == YS_CLAUSE_RECORD)
        {
          amount = record_clause (self, clause, i, counted);
          if (explain)
            explain_records (self, clause, i, counted, amount, sheet);
        }
      else if (!figure_clause (self, unit, point, clause, measured, &bound, &amount, &why_open))
        {
          if (*open == YS_OPEN_NOT && explain)
            ys_score_explain_open_bound (self, unit, point, &clause->bound, sheet);
          *open = *open == YS_OPEN_NOT ? why_open : MIN (*open, why_open);
        }
      else if (explain)
        ys_score_explain_clause (self, unit, point, clause, measured, bound, amount, sheet);
      score += clause->gives ? amount : -amount;
    }
  return CLAMP (score, point->least, point->most);
}

YsPointOutcome
ys_score_steps (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsMeasured *measured,
                YsSheetPoint *sheet)
{
  YsOpen open = YS_OPEN_NOT;
  gboolean unsettled = FALSE;
  g_autoptr (GArray) counted = count_records (self, unit, point, FALSE, &unsettled);
  YsPointOutcome outcome = { .open = measured->open };

  outcome.score = apply_clauses (self, unit, point, measured, counted, self->reasons, &open, sheet);
  if (open != YS_OPEN_NOT)
    {
      outcome.score = MIN (0, point->least);
      outcome.better = outcome.score;
      outcome.open = open;
      return outcome;
    }
  outcome.better = outcome.score;
  if (unsettled)
    {
      g_autoptr (GArray) better = count_records (self, unit, point, TRUE, &unsettled);

      outcome.better = apply_clauses (self, unit, point, measured, better, FALSE, &open, sheet);
      if (outcome.open == YS_OPEN_NOT)
        outcome.open = YS_OPEN_AMOUNT;
    }
  if (self->reasons)
    ys_score_explain_steps (self, unit, point, measured, outcome.score, sheet);
  return outcome;
}
