/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scoring standard as records: making, sharing and looking up.
 * What holds between the records is checked in ys-standard-seal.c. */
#include "ys-standard-parts.h"

static void
clear_measure (YsMeasure *measure)
{
  g_free (measure->reference);
  g_free (measure->title);
}

YS_DEFINE_PART (YsBandRow, band_row, {}, { g_free (self->word); })

YS_DEFINE_PART (
    YsClause, clause, { self->clause = G_MAXUINT; },
    {
      g_free (self->id);
      g_free (self->title);
    })

YS_DEFINE_PART (
    YsGate, gate, { self->measure.clause = G_MAXUINT; },
    {
      g_free (self->id);
      g_free (self->grade_id);
      g_free (self->word);
      clear_measure (&self->measure);
    })

YS_DEFINE_PART (
    YsPoint, point,
    {
      self->measure.clause = G_MAXUINT;
      self->rows = YS_PARTS (band_row);
      self->clauses = YS_PARTS (clause);
      self->gates = YS_PARTS (gate);
    },
    {
      g_free (self->id);
      g_free (self->title);
      g_strfreev (self->group_ids);
      clear_measure (&self->measure);
      g_ptr_array_unref (self->rows);
      g_ptr_array_unref (self->clauses);
      g_ptr_array_unref (self->gates);
    })

YS_DEFINE_PART (
    YsTaskStandard, task_standard,
    {
      self->gates = YS_PARTS (gate);
      self->items = YS_PARTS (point);
    },
    {
      g_ptr_array_unref (self->gates);
      g_ptr_array_unref (self->items);
    })

YS_DEFINE_PART (
    YsPartStandard, part_standard,
    {
      self->gates = YS_PARTS (gate);
      self->tasks = YS_PARTS (task_standard);
    },
    {
      g_free (self->id);
      g_ptr_array_unref (self->gates);
      g_ptr_array_unref (self->tasks);
    })

#define YS_DEFINE_NAMED_PART(Type, stem) \
  YS_DEFINE_PART (Type, stem, {}, {      \
    g_free (self->id);                   \
    g_free (self->name);                 \
  })

YS_DEFINE_NAMED_PART (YsUnitGroup, unit_group)
YS_DEFINE_NAMED_PART (YsSeverity, severity)
YS_DEFINE_NAMED_PART (YsFactor, factor)
YS_DEFINE_NAMED_PART (YsGrade, grade)

YS_DEFINE_PART (
    YsNegativeRule, negative_rule,
    {
      self->severity_ids = g_ptr_array_new_with_free_func (g_free);
      self->amounts = g_array_new (FALSE, TRUE, sizeof (YsPoints));
      self->clauses = YS_PARTS (clause);
    },
    {
      g_free (self->item_id);
      g_free (self->grade_id);
      g_ptr_array_unref (self->severity_ids);
      g_array_unref (self->amounts);
      g_ptr_array_unref (self->clauses);
    })

YS_DEFINE_PART (YsGroupCap, group_cap, {}, { g_free (self->group_id); })

YS_DEFINE_PART (YsRecordClause, record_clause, {}, {
  g_free (self->id);
  g_free (self->title);
})

YsStandard *
ys_standard_new (void)
{
  YsStandard *self = g_atomic_rc_box_new0 (YsStandard);

  self->groups = YS_PARTS (unit_group);
  self->severities = YS_PARTS (severity);
  self->factors = YS_PARTS (factor);
  self->grades = YS_PARTS (grade);
  self->total_gates = YS_PARTS (gate);
  self->parts = YS_PARTS (part_standard);
  self->group_caps = YS_PARTS (group_cap);
  self->negative = YS_PARTS (negative_rule);
  self->bonus = YS_PARTS (point);
  self->points = g_ptr_array_new ();
  self->clauses = YS_PARTS (record_clause);
  self->by_task = g_ptr_array_new ();
  self->point_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->clause_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

char *
ys_standard_dup_name (const YsStandard *self)
{
  return self->sample ? g_strdup_printf ("示范标准 第%u版，得分仅供演练", self->version)
                      : g_strdup_printf ("%s 第%u版", self->title, self->version);
}

YsStandard *
ys_standard_ref (YsStandard *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear_standard (gpointer data)
{
  YsStandard *self = data;

  /* The tables use ids that the records own. */
  g_hash_table_unref (self->clause_by_id);
  g_hash_table_unref (self->point_by_id);
  g_ptr_array_unref (self->by_task);
  g_ptr_array_unref (self->clauses);
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->bonus);
  g_ptr_array_unref (self->negative);
  g_ptr_array_unref (self->group_caps);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->total_gates);
  g_ptr_array_unref (self->grades);
  g_ptr_array_unref (self->factors);
  g_ptr_array_unref (self->severities);
  g_ptr_array_unref (self->groups);
  g_strfreev (self->notes);
  g_free (self->id);
  g_free (self->title);
  g_free (self->number);
  g_free (self->catalogue_id);
  g_clear_pointer (&self->catalogue, ys_catalogue_unref);
}

void
ys_standard_unref (YsStandard *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear_standard);
}

YsPoint *
ys_standard_get_point (const YsStandard *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  return id != NULL ? g_hash_table_lookup (self->point_by_id, id) : NULL;
}

YsRecordClause *
ys_standard_get_clause (const YsStandard *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  return id != NULL ? g_hash_table_lookup (self->clause_by_id, id) : NULL;
}

gboolean
ys_point_high_is_better (const YsPoint *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  const YsMeasure *measure = &self->measure;

  if (measure->kind == YS_MEASURE_METRIC && measure->as != YS_METRIC_AS_PLACE && measure->metric != NULL)
    return measure->metric->high_is_better;
  return self->better == YS_BETTER_HIGH;
}
