/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of facts: every record of every unit put in its place by task, metric, point, clause and item.
 * Nothing is judged here but the year of figures and whether a record counts (rule 2). */
#include "ys-score.h"

#include <string.h>

gboolean
ys_score_in_round (const YsScore *self, YsDate date)
{
  return date != 0 && date >= self->assessment->first && date <= self->assessment->last;
}

/* The metric by id; those of @task, which most figures of an item are of, are looked at first. */
static const YsMetric *
find_metric (YsScore *self, const YsTask *task, const char *id)
{
  for (guint i = 0; task != NULL && i < task->metrics->len; i++)
    {
      const YsMetric *metric = g_ptr_array_index (task->metrics, i);

      if (strcmp (metric->id, id) == 0)
        return metric;
    }
  return ys_catalogue_get_metric (self->catalogue, id);
}

static void
index_figures (YsScore *self, YsScoreUnit *unit, const YsTask *task, const GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const YsRecordedFigure *figure = g_ptr_array_index (figures, i);
      const YsMetric *metric = find_metric (self, task, figure->metric);

      if (metric == NULL)
        continue;
      if (figure->year == self->assessment->year)
        unit->figures[metric->index] = figure;
      else if (figure->year == self->assessment->year - 1)
        unit->befores[metric->index] = figure;
    }
}

/* The point of a task by id; NULL for a bonus point or an unknown one. */
static const YsPoint *
find_point (YsScore *self, const char *id)
{
  const YsPoint *point = id != NULL ? ys_standard_get_point (self->standard, id) : NULL;

  return point != NULL && point->task != NULL ? point : NULL;
}

/* The same among the points of @task first. */
static const YsPoint *
find_point_of (YsScore *self, const YsTask *task, const char *id)
{
  for (guint i = self->first_point[task->index]; i < self->first_point[task->index + 1]; i++)
    {
      const YsPoint *point = g_ptr_array_index (self->standard->points, i);

      if (strcmp (point->id, id) == 0)
        return point;
    }
  return find_point (self, id);
}

static void
index_item (YsScore *self, YsScoreUnit *unit, const YsItem *item)
{
  const YsTask *task = ys_catalogue_get_task (self->catalogue, item->task);

  if (task == NULL)
    return;
  unit->items[task->index] = item;
  index_figures (self, unit, task, item->figures);
  for (guint i = 0; i < item->self->len; i++)
    {
      const YsSelfScore *score = g_ptr_array_index (item->self, i);
      const YsPoint *point = find_point_of (self, task, score->point);

      if (point != NULL && score->has_points)
        unit->self[point->index] = score;
    }
  for (guint i = 0; i < item->claims->len; i++)
    {
      const YsPointClaim *claim = g_ptr_array_index (item->claims, i);
      const YsPoint *point = find_point (self, claim->point);

      if (point != NULL)
        unit->claims[point->index] = claim;
    }
}

static void
index_review (YsScore *self, YsScoreUnit *unit)
{
  const YsUnitReview *review = unit->review;

  if (review == NULL)
    return;
  for (guint i = 0; i < review->claims->len; i++)
    {
      const YsAcceptedClaim *claim = g_ptr_array_index (review->claims, i);
      const YsPoint *point = find_point (self, claim->point);
      const YsTask *task = claim->task != 0 ? ys_catalogue_get_task (self->catalogue, claim->task) : NULL;

      if (point != NULL)
        unit->accepted[point->index] = claim->reason;
      else if (task != NULL)
        unit->task_flags[task->index] |= YS_TASK_CLAIMED;
    }
  if (review->decisions->len == 0 && review->scores->len == 0)
    return;
  unit->decisions = g_new0 (const YsDecision *, self->n_points);
  unit->scores = g_new0 (GPtrArray *, self->n_points);
  for (guint i = 0; i < review->decisions->len; i++)
    {
      const YsDecision *decision = g_ptr_array_index (review->decisions, i);
      const YsPoint *point = find_point (self, decision->point);

      if (point != NULL)
        unit->decisions[point->index] = decision;
    }
  for (guint i = 0; i < review->scores->len; i++)
    {
      YsReviewScore *score = g_ptr_array_index (review->scores, i);
      const YsPoint *point = find_point (self, score->point);

      if (point == NULL)
        continue;
      if (unit->scores[point->index] == NULL)
        unit->scores[point->index] = g_ptr_array_new ();
      g_ptr_array_add (unit->scores[point->index], score);
    }
}

static void
index_unit (YsScore *self, YsScoreUnit *unit, const YsSubmission *submission)
{
  unit->submission = submission;
  unit->info = ys_assessment_get_unit (self->assessment, submission->unit);
  unit->review =
      self->facts->review != NULL ? ys_review_get_unit (self->facts->review, submission->unit) : NULL;
  unit->group = self->n_groups;
  for (guint i = 0; unit->info != NULL && unit->info->group_id != NULL && i < self->n_groups; i++)
    {
      const YsUnitGroup *group = g_ptr_array_index (self->standard->groups, i);

      if (g_str_equal (group->id, unit->info->group_id))
        unit->group = i;
    }
  unit->items = g_new0 (const YsItem *, self->n_tasks);
  unit->figures = g_new0 (const YsRecordedFigure *, self->n_metrics);
  unit->befores = g_new0 (const YsRecordedFigure *, self->n_metrics);
  unit->self = g_new0 (const YsSelfScore *, self->n_points);
  unit->claims = g_new0 (const YsPointClaim *, self->n_points);
  unit->accepted = g_new0 (const char *, self->n_points);
  unit->point_flags = g_new0 (guint8, self->n_points);
  unit->task_flags = g_new0 (guint8, self->n_tasks);
  unit->task_gates = g_new0 (gint, self->n_tasks);
  unit->task_points = g_new0 (YsPoints, self->n_tasks);
  unit->task_months = g_new0 (guint, self->n_tasks);
  unit->part_gates = g_new0 (gint, self->n_parts);
  unit->part_points = g_new0 (YsPoints, self->n_parts);
  unit->part_tasks = g_new0 (YsPoints, self->n_parts);
  index_figures (self, unit, NULL, submission->figures);
  for (guint i = 0; i < submission->items->len; i++)
    index_item (self, unit, g_ptr_array_index (submission->items, i));
  index_review (self, unit);
}

void
ys_score_unit_clear (YsScoreUnit *unit, guint n_points, guint n_clauses)
{
  for (guint i = 0; unit->scores != NULL && i < n_points; i++)
    g_clear_pointer (&unit->scores[i], g_ptr_array_unref);
  for (guint i = 0; unit->records != NULL && i < n_clauses; i++)
    g_clear_pointer (&unit->records[i], g_ptr_array_unref);
  g_clear_pointer (&unit->occurrences, g_ptr_array_unref);
  g_clear_pointer (&unit->citations, g_array_unref);
  g_free (unit->items);
  g_free (unit->figures);
  g_free (unit->befores);
  g_free (unit->targets);
  g_free (unit->extensions);
  g_free (unit->self);
  g_free (unit->decisions);
  g_free (unit->scores);
  g_free (unit->claims);
  g_free (unit->accepted);
  g_free (unit->records);
  g_free (unit->thresholds);
  g_free (unit->point_flags);
  g_free (unit->task_flags);
  g_free (unit->task_gates);
  g_free (unit->part_gates);
  g_free (unit->part_points);
  g_free (unit->task_points);
  g_free (unit->task_months);
  g_free (unit->part_tasks);
}

static void
index_named_bounds (YsScore *self)
{
  self->published = g_new0 (const YsNamedBound *, self->n_metrics * 2);
  for (guint i = 0; i < self->assessment->published->len; i++)
    {
      const YsNamedBound *named = g_ptr_array_index (self->assessment->published, i);
      const YsMetric *metric = ys_catalogue_get_metric (self->catalogue, named->metric);

      if (metric != NULL)
        self->published[metric->index * 2 + (named->growth ? 1 : 0)] = named;
    }
  for (guint i = 0; i < self->assessment->targets->len; i++)
    {
      const YsNamedBound *named = g_ptr_array_index (self->assessment->targets, i);
      const YsMetric *metric = ys_catalogue_get_metric (self->catalogue, named->metric);
      YsScoreUnit *unit = g_hash_table_lookup (self->unit_by_id, named->unit);

      if (metric == NULL || unit == NULL)
        continue;
      if (unit->targets == NULL)
        unit->targets = g_new0 (const YsNamedBound *, self->n_metrics * 2);
      unit->targets[metric->index * 2 + (named->growth ? 1 : 0)] = named;
    }
  for (guint i = 0; i < self->assessment->extensions->len; i++)
    {
      const YsExtension *extension = g_ptr_array_index (self->assessment->extensions, i);
      const YsTask *task = ys_catalogue_get_task (self->catalogue, extension->task);
      YsScoreUnit *unit = g_hash_table_lookup (self->unit_by_id, extension->unit);

      if (task == NULL || unit == NULL)
        continue;
      if (unit->extensions == NULL)
        unit->extensions = g_new0 (const YsExtension *, self->n_tasks);
      unit->extensions[task->index] = extension;
    }
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  const YsRecord *one = *(const YsRecord *const *)a, *other = *(const YsRecord *const *)b;

  return strcmp (one->id, other->id);
}

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  const YsOccurrence *one = *(const YsOccurrence *const *)a, *other = *(const YsOccurrence *const *)b;

  return strcmp (one->id, other->id);
}

static void
index_records (YsScore *self)
{
  g_autoptr (GHashTable) clauses = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_clauses; i++)
    {
      const YsRecordClause *clause = g_ptr_array_index (self->standard->clauses, i);

      g_hash_table_insert (clauses, clause->id, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < self->facts->ledger->records->len; i++)
    {
      YsRecord *record = g_ptr_array_index (self->facts->ledger->records, i);
      YsScoreUnit *unit = g_hash_table_lookup (self->unit_by_id, record->unit);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (clauses, record->clause));

      if (unit == NULL || place == 0)
        continue;

      const YsRecordClause *clause = g_ptr_array_index (self->standard->clauses, place - 1);
      gboolean counts = clause->bonus
                            ? record->selected
                            : record->state == YS_VERIFY_CONFIRMED && ys_score_in_round (self, record->date);

      if (!counts)
        continue;
      if (unit->records == NULL)
        unit->records = g_new0 (GPtrArray *, self->n_clauses);
      if (unit->records[place - 1] == NULL)
        unit->records[place - 1] = g_ptr_array_new ();
      g_ptr_array_add (unit->records[place - 1], record);
    }
  for (guint i = 0; i < self->n_units; i++)
    {
      for (guint j = 0; self->units[i].records != NULL && j < self->n_clauses; j++)
        {
          if (self->units[i].records[j] != NULL)
            g_ptr_array_sort (self->units[i].records[j], compare_records);
        }
    }
}

static void
index_negative (YsScore *self)
{
  const YsLedger *ledger = self->facts->ledger;

  for (guint i = 0; i < ledger->occurrences->len; i++)
    {
      YsOccurrence *occurrence = g_ptr_array_index (ledger->occurrences, i);
      YsScoreUnit *unit = g_hash_table_lookup (self->unit_by_id, occurrence->unit);

      if (unit == NULL)
        continue;
      if (unit->occurrences == NULL)
        unit->occurrences = g_ptr_array_new ();
      g_ptr_array_add (unit->occurrences, occurrence);
    }
  for (guint i = 0; i < ledger->thresholds->len; i++)
    {
      const YsThresholdValue *value = g_ptr_array_index (ledger->thresholds, i);
      const YsNegativeItem *item = ys_catalogue_get_item (self->catalogue, value->item);
      YsScoreUnit *unit = g_hash_table_lookup (self->unit_by_id, value->unit);

      if (unit == NULL || item == NULL || value->year != self->assessment->year)
        continue;
      if (unit->thresholds == NULL)
        unit->thresholds = g_new0 (const YsThresholdValue *, self->n_items);
      if (unit->thresholds[item->index] == NULL || value->by_city)
        unit->thresholds[item->index] = value;
    }
  for (guint i = 0; i < self->n_units; i++)
    {
      if (self->units[i].occurrences != NULL)
        g_ptr_array_sort (self->units[i].occurrences, compare_occurrences);
    }
}

void
ys_score_index_facts (YsScore *self)
{
  const GPtrArray *submissions = self->facts->submissions;

  self->n_units = submissions->len;
  self->units = g_new0 (YsScoreUnit, self->n_units);
  self->unit_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n_units; i++)
    {
      const YsSubmission *submission = g_ptr_array_index (submissions, i);

      index_unit (self, &self->units[i], submission);
      g_hash_table_insert (self->unit_by_id, submission->unit, &self->units[i]);
    }
  index_named_bounds (self);
  index_records (self);
  index_negative (self);
  for (guint i = 0; i < self->n_units; i++)
    {
      ys_score_index_applies (self, &self->units[i]);
      ys_score_index_citations (self, &self->units[i]);
    }
}
