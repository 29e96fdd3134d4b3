/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules and gates look at: whether it exists, is a county's, and fits bound and word (scoring.md, rule
 * 2). Also the small checks that all files of the seal share. */
#include <glib/gi18n-lib.h>

#include "ys-standard-seal.h"

void
ys_seal_id (YsSealing *self, const char *id, guint line)
{
  if (id == NULL)
    return;
  if (!g_hash_table_add (self->ids, (gpointer)id))
    ys_faults_add (self->faults, YS_ERROR_ID_TWICE, self->file, line, id, _ ("The id %s is given twice."),
                   id);
}

void
ys_seal_amount (YsSealing *self, const char *where, guint line, const char *what, YsPoints points)
{
  if (points < 0 || points > YS_POINTS_MAX)
    ys_seal_fault (self, line, where, _ ("%s: the %s must be from 0 to 10,000 points."), where, what);
}

void
ys_seal_decimals (YsSealing *self, const char *where, guint line, const char *what, YsPoints points)
{
  guint decimals = MIN (self->standard->decimals, 3);

  ys_seal_amount (self, where, line, what, points);
  if (ys_points_round_places (points, decimals) != points)
    {
      g_autofree char *text = ys_points_to_short (points);

      ys_seal_fault (self, line, where, _ ("%s: the %s %s has more decimals than the standard's %u."), where,
                     what, text, decimals);
    }
}

void
ys_seal_permille (YsSealing *self, const char *where, guint line, const char *what, guint permille)
{
  if (permille > 1000)
    ys_seal_fault (self, line, where, _ ("%s: the %s must be from 0 to 1000 permille."), where, what);
}

guint
ys_seal_find (YsSealing *self, GPtrArray *array, const char *id, const char *where, guint line)
{
  for (guint i = 0; i < array->len; i++)
    {
      if (g_strcmp0 (*(char **)g_ptr_array_index (array, i), id) == 0)
        return i;
    }
  ys_faults_add (self->faults, YS_ERROR_UNKNOWN_REFERENCE, self->file, line, where,
                 _ ("%s names %s, which this standard does not define."), where, id != NULL ? id : "");
  return G_MAXUINT;
}

YsMeasured
ys_seal_measured (const YsMeasure *measure)
{
  switch (measure->kind)
    {
    case YS_MEASURE_STATE:
    case YS_MEASURE_DOCUMENT:
    case YS_MEASURE_WORD:
      return YS_MEASURED_WORD;
    case YS_MEASURE_METRIC:
    case YS_MEASURE_LATE:
      return YS_MEASURED_NUMBER;
    case YS_MEASURE_RECORDS:
      return measure->reference != NULL ? YS_MEASURED_NUMBER : YS_MEASURED_RECORDS;
    case YS_MEASURE_NONE:
    default:
      return YS_MEASURED_NOTHING;
    }
}

static void
seal_metric (YsSealing *self, YsMeasure *measure, const YsTask *task, const char *where, guint line)
{
  measure->metric = ys_catalogue_get_metric (self->catalogue, measure->reference);
  if (measure->metric == NULL)
    ys_faults_add (self->faults, YS_ERROR_UNKNOWN_REFERENCE, self->file, line, where,
                   _ ("%s measures metric %s, which the catalogue lacks."), where,
                   measure->reference != NULL ? measure->reference : "");
  else if (measure->metric->answered_by != YS_ANSWERED_BY_COUNTY && (task == NULL || task->counties))
    ys_seal_fault (self, line, where, _ ("%s measures metric %s, for which no county answers."), where,
                   measure->reference);
}

static void
seal_document (YsSealing *self, YsMeasure *measure, const char *where, guint line)
{
  measure->document = ys_catalogue_get_document (self->catalogue, measure->reference);
  if (measure->document == NULL)
    ys_faults_add (self->faults, YS_ERROR_UNKNOWN_REFERENCE, self->file, line, where,
                   _ ("%s measures document %s, which the catalogue lacks."), where,
                   measure->reference != NULL ? measure->reference : "");
  else if (!measure->document->by_county && !self->of_city_task)
    ys_seal_fault (self, line, where, _ ("%s measures document %s, which the city issues and no county."),
                   where, measure->reference);
}

void
ys_seal_measure (YsSealing *self, YsMeasure *measure, const YsTask *task, const char *where, guint line)
{
  if (measure->kind == YS_MEASURE_METRIC)
    seal_metric (self, measure, task, where, line);
  else if (measure->kind == YS_MEASURE_DOCUMENT)
    seal_document (self, measure, where, line);
  else if (measure->kind == YS_MEASURE_RECORDS && measure->reference != NULL)
    measure->clause = ys_seal_find (self, self->standard->clauses, measure->reference, where, line);
}

static gboolean
bound_fits (const YsMeasure *measure, YsBoundKind kind)
{
  gboolean of_group = kind == YS_BOUND_MEAN || kind == YS_BOUND_BEST || kind == YS_BOUND_WORST;

  if (kind == YS_BOUND_NUMBER)
    return TRUE;
  if (measure->kind == YS_MEASURE_RECORDS)
    return of_group;
  if (measure->kind != YS_MEASURE_METRIC || measure->as == YS_METRIC_AS_PLACE)
    return FALSE;
  return measure->as == YS_METRIC_AS_VALUE || kind != YS_BOUND_BEFORE;
}

void
ys_seal_bound (YsSealing *self, const YsMeasure *measure, const YsBound *bound, const char *where, guint line)
{
  static const char *const names[] = { "", "own", "published", "before", "mean", "best", "worst" };

  if (!bound_fits (measure, bound->kind))
    ys_seal_fault (self, line, where, _ ("%s: the bound \"%s\" does not fit what is measured."), where,
                   names[bound->kind]);
  if (bound->number > YS_DECIMAL_MAX || bound->number < -YS_DECIMAL_MAX)
    ys_seal_fault (self, line, where, _ ("%s: a bound can be at most 1,000,000,000 in size."), where);
}

gboolean
ys_seal_word_fits (const YsMeasure *measure, const char *word)
{
  static const char *const states[] = { "done", "mostly", "partly", "not", NULL };
  static const char *const documents[] = { "proven", "recorded", "none", NULL };

  if (measure->kind == YS_MEASURE_STATE)
    return g_strv_contains (states, word);
  if (measure->kind == YS_MEASURE_DOCUMENT)
    return g_strv_contains (documents, word);
  return TRUE;
}
