/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which own targets and published figures the scoring points of a task ask for, and what stands for them now.
 * Only what some rule or gate compares with is asked for, so that nobody enters what changes nothing. */
#include "ys-workspace-review-private.h"

/* A task's bounds in the making. */
typedef struct
{
  GPtrArray *bounds;
  const YsAssessment *assessment;
  const char *unit;
} Collecting;

void
ys_task_bound_free (YsTaskBound *self)
{
  g_free (self->value);
  g_free (self->source);
  g_free (self);
}

static void
find_value (const Collecting *collecting, YsTaskBound *bound)
{
  const GPtrArray *named =
      bound->published ? collecting->assessment->published : collecting->assessment->targets;

  for (guint i = 0; i < named->len; i++)
    {
      const YsNamedBound *one = g_ptr_array_index (named, i);

      if (one->growth != bound->growth || !g_str_equal (one->metric, bound->metric->id)
          || (!bound->published && g_strcmp0 (one->unit, collecting->unit) != 0))
        continue;
      bound->value = ys_decimal_to_text (one->value);
      bound->source = g_strdup (one->source);
    }
}

static void
add_bound (const Collecting *collecting, const YsMeasure *measure, const YsBound *bound)
{
  gboolean published = bound->kind == YS_BOUND_PUBLISHED;
  gboolean growth = measure->as == YS_METRIC_AS_GROWTH;
  YsTaskBound *added;

  if (measure->kind != YS_MEASURE_METRIC || measure->metric == NULL
      || (bound->kind != YS_BOUND_OWN && !published))
    return;
  for (guint i = 0; i < collecting->bounds->len; i++)
    {
      const YsTaskBound *there = g_ptr_array_index (collecting->bounds, i);
      if (there->metric == measure->metric && there->growth == growth && there->published == published)
        return;
    }
  added = g_new0 (YsTaskBound, 1);
  added->metric = measure->metric;
  added->growth = growth;
  added->published = published;
  find_value (collecting, added);
  g_ptr_array_add (collecting->bounds, added);
}

static void
add_bounds_of_gates (const Collecting *collecting, const GPtrArray *gates)
{
  for (guint i = 0; i < gates->len; i++)
    {
      const YsGate *gate = g_ptr_array_index (gates, i);
      add_bound (collecting, &gate->measure, &gate->bound);
    }
}

static void
add_bounds_of_point (const Collecting *collecting, const YsPoint *point)
{
  for (guint i = 0; i < point->rows->len; i++)
    {
      const YsBandRow *row = g_ptr_array_index (point->rows, i);
      if (row->kind == YS_ROW_COMPARE)
        add_bound (collecting, &point->measure, &row->bound);
    }
  if (point->rule == YS_RULE_LINE)
    {
      add_bound (collecting, &point->measure, &point->low_bound);
      add_bound (collecting, &point->measure, &point->high_bound);
    }
  for (guint i = 0; i < point->clauses->len; i++)
    {
      const YsClause *clause = g_ptr_array_index (point->clauses, i);
      if (clause->kind == YS_CLAUSE_ONCE || clause->kind == YS_CLAUSE_STEP)
        add_bound (collecting, &point->measure, &clause->bound);
    }
  add_bounds_of_gates (collecting, point->gates);
}

GPtrArray *
ys_workspace_dup_task_bounds (YsWorkspace *self, const char *unit, guint number)
{
  g_autoptr (YsAssessment) assessment = ys_workspace_dup_effective_assessment (self);
  const YsTask *task = ys_catalogue_get_task (self->standard->catalogue, number);
  const YsTaskStandard *scored =
      task != NULL ? g_ptr_array_index (self->standard->by_task, task->index) : NULL;
  Collecting collecting = { g_ptr_array_new_with_free_func ((GDestroyNotify)ys_task_bound_free), assessment,
                            unit };

  for (guint i = 0; scored != NULL && i < scored->items->len; i++)
    add_bounds_of_point (&collecting, g_ptr_array_index (scored->items, i));
  if (scored != NULL)
    add_bounds_of_gates (&collecting, scored->gates);
  return collecting.bounds;
}
