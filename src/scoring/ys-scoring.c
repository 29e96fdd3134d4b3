/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pipeline of ys_score(): check, index, points, means, then each unit to its total, then ranks over all.
 * The units are scored in one pass each; only means and ranks look at more than one of them. */
#include "ys-score.h"

#include "ys-score-explain.h"

static void
prepare (YsScore *self)
{
  const GPtrArray *points = self->standard->points;

  self->n_points = points->len;
  self->n_tasks = self->catalogue->tasks->len;
  self->n_metrics = self->catalogue->metrics->len;
  self->n_clauses = self->standard->clauses->len;
  self->n_items = self->catalogue->items->len;
  self->n_parts = self->catalogue->parts->len;
  self->n_groups = self->standard->groups->len;
  self->first_point = g_new0 (guint, self->n_tasks + 1);
  for (guint i = 0; i < self->n_points; i++)
    self->first_point[((YsPoint *)g_ptr_array_index (points, i))->task->index + 1]++;
  for (guint i = 0; i < self->n_tasks; i++)
    self->first_point[i + 1] += self->first_point[i];
  self->metric_groups = g_new0 (YsScoreGroupFigures, (self->n_groups + 1) * self->n_metrics * 2 + 1);
  self->clause_groups = g_new0 (YsScoreGroupFigures, (self->n_groups + 1) * self->n_clauses + 1);
  self->low = g_new0 (YsPoints, self->n_points + 1);
  self->high = g_new0 (YsPoints, self->n_points + 1);
  self->scores = g_new0 (YsPoints, self->n_points + 1);
  self->leads = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; self->facts->review != NULL && i < self->facts->review->assessors->len; i++)
    {
      const YsAssessor *assessor = g_ptr_array_index (self->facts->review->assessors, i);

      if (assessor->lead)
        g_hash_table_add (self->leads, assessor->id);
    }
}

static void
clear_group_figures (YsScoreGroupFigures *figures, guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&figures[i].numbers, g_array_unref);
  g_free (figures);
}

static void
clear (YsScore *self)
{
  for (guint i = 0; i < self->n_units; i++)
    ys_score_unit_clear (&self->units[i], self->n_points, self->n_clauses);
  clear_group_figures (self->metric_groups, (self->n_groups + 1) * self->n_metrics * 2);
  clear_group_figures (self->clause_groups, (self->n_groups + 1) * self->n_clauses);
  g_clear_pointer (&self->unit_by_id, g_hash_table_unref);
  g_clear_pointer (&self->leads, g_hash_table_unref);
  g_free (self->units);
  g_free (self->published);
  g_free (self->first_point);
  g_free (self->low);
  g_free (self->high);
  g_free (self->scores);
  ys_exact_pool_free (self->pool);
}

static void
score_unit (YsScore *self, YsScoreUnit *unit)
{
  unit->sheet->state = unit->review != NULL ? unit->review->state : YS_SUBMISSION_DRAFT;
  ys_score_pool (self, unit);
  ys_score_gates (self, unit);
  ys_score_bonus (self, unit);
  ys_score_negative (self, unit);
  ys_score_total (self, unit);
  ys_score_range (self, unit);
}

static void
fill_tasks (YsScore *self, YsScoreUnit *unit)
{
  for (guint i = 0; i < unit->sheet->parts->len; i++)
    {
      YsSheetPart *part = g_ptr_array_index (unit->sheet->parts, i);

      part->points = unit->part_points[i];
      part->share = part->points - ((YsPartStandard *)g_ptr_array_index (self->standard->parts, i))->points;
      part->has_content = unit->part_tasks[i] > 0;
      for (guint j = 0; j < part->tasks->len; j++)
        {
          YsSheetTask *task = g_ptr_array_index (part->tasks, j);
          guint index = task->standard->task->index;

          task->applicable = (unit->task_flags[index] & YS_TASK_APPLICABLE) != 0;
          task->points = unit->task_points[index];
          task->months = unit->task_months[index];
          task->has_evidence = (unit->task_flags[index] & YS_TASK_EVIDENCE) != 0;
        }
    }
}

static int
compare_sheet_units (gconstpointer a, gconstpointer b)
{
  const YsSheetUnit *one = *(YsSheetUnit *const *)a, *other = *(YsSheetUnit *const *)b;

  if (one->has_rank != other->has_rank)
    return one->has_rank ? -1 : 1;
  if (one->has_rank && one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  return g_strcmp0 (one->submission->unit, other->submission->unit);
}

static void
score_all (YsScore *self)
{
  ys_score_index_facts (self);
  for (guint i = 0; i < self->n_units; i++)
    {
      YsScoreUnit *unit = &self->units[i];

      unit->sheet = ys_sheet_unit_new (self->sheet, unit->info, unit->submission);
      g_ptr_array_add (self->sheet->units, unit->sheet);
    }
  for (guint i = 0; i < self->n_units; i++)
    ys_score_points (self, &self->units[i]);
  ys_score_means (self);
  for (guint i = 0; i < self->n_units; i++)
    {
      score_unit (self, &self->units[i]);
      fill_tasks (self, &self->units[i]);
    }
  ys_score_grades (self);
  for (guint i = 0; i < self->n_units; i++)
    ys_score_explain_unit (self, &self->units[i]);
  g_ptr_array_sort (self->sheet->units, compare_sheet_units);
}

YsSheet *
ys_score (YsStandard *standard, YsFacts *facts, YsScoreFlags flags, YsFaults *faults)
{
  g_return_val_if_fail (standard != NULL && standard->catalogue != NULL && facts != NULL, NULL);

  if (!ys_facts_check (facts, standard, faults))
    return NULL;

  YsScore self = { .standard = standard,
                   .catalogue = standard->catalogue,
                   .facts = facts,
                   .assessment = facts->assessment,
                   .flags = flags,
                   .pool = ys_exact_pool_new () };

  self.reasons = (flags & YS_SCORE_WITH_REASONS) != 0;
  self.sheet = ys_sheet_new (standard, facts);
  self.sheet->with_reasons = self.reasons;
  prepare (&self);
  score_all (&self);
  clear (&self);
  return self.sheet;
}
