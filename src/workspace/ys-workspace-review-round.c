/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the city adds to the round while it runs: later due dates, own targets of units, published figures.
 * They lie over the assessment as it was issued, which stays as it came. */
#include "ys-workspace-review-private.h"

#include "ys-id.h"

#include <glib/gi18n-lib.h>

/* ---- the assessment as it counts ---- */

static YsUnitInfo *
copy_unit (const YsUnitInfo *unit)
{
  YsUnitInfo *copy = ys_unit_info_new ();

  copy->id = g_strdup (unit->id);
  copy->name = g_strdup (unit->name);
  copy->parent = g_strdup (unit->parent);
  copy->group_id = g_strdup (unit->group_id);
  copy->note = g_strdup (unit->note);
  copy->kind = unit->kind;
  copy->line = unit->line;
  return copy;
}

static YsNamedBound *
copy_bound (const YsNamedBound *bound)
{
  YsNamedBound *copy = ys_named_bound_new ();

  copy->unit = g_strdup (bound->unit);
  copy->metric = g_strdup (bound->metric);
  copy->growth = bound->growth;
  copy->value = bound->value;
  copy->source = g_strdup (bound->source);
  return copy;
}

static YsExtension *
copy_extension (const YsExtension *extension)
{
  YsExtension *copy = ys_extension_new ();

  copy->unit = g_strdup (extension->unit);
  copy->task = extension->task;
  copy->due = extension->due;
  copy->reason = g_strdup (extension->reason);
  return copy;
}

static gboolean
same_bound (const YsNamedBound *one, const YsNamedBound *other)
{
  return one->growth == other->growth && g_strcmp0 (one->unit, other->unit) == 0
         && g_strcmp0 (one->metric, other->metric) == 0;
}

/* What the city entered stands in the place of what was issued under the same name. */
static void
lay_bound (GPtrArray *bounds, const YsNamedBound *bound)
{
  for (guint i = bounds->len; i > 0; i--)
    if (same_bound (g_ptr_array_index (bounds, i - 1), bound))
      g_ptr_array_remove_index (bounds, i - 1);
  g_ptr_array_add (bounds, copy_bound (bound));
}

static void
lay_extension (GPtrArray *extensions, const YsExtension *extension)
{
  for (guint i = extensions->len; i > 0; i--)
    {
      const YsExtension *other = g_ptr_array_index (extensions, i - 1);
      if (other->task == extension->task && g_strcmp0 (other->unit, extension->unit) == 0)
        g_ptr_array_remove_index (extensions, i - 1);
    }
  g_ptr_array_add (extensions, copy_extension (extension));
}

static YsAssessment *
copy_assessment (const YsAssessment *assessment)
{
  YsAssessment *copy = ys_assessment_new ();

  copy->id = g_strdup (assessment->id);
  copy->title = g_strdup (assessment->title);
  copy->catalogue_id = g_strdup (assessment->catalogue_id);
  copy->standard_id = g_strdup (assessment->standard_id);
  copy->phase = g_strdup (assessment->phase);
  copy->catalogue_version = assessment->catalogue_version;
  copy->standard_version = assessment->standard_version;
  copy->first = assessment->first;
  copy->last = assessment->last;
  copy->closing = assessment->closing;
  copy->year = assessment->year;
  copy->appeal_days = assessment->appeal_days;
  copy->file = g_strdup (assessment->file);
  for (guint i = 0; i < assessment->units->len; i++)
    g_ptr_array_add (copy->units, copy_unit (g_ptr_array_index (assessment->units, i)));
  for (guint i = 0; i < assessment->targets->len; i++)
    g_ptr_array_add (copy->targets, copy_bound (g_ptr_array_index (assessment->targets, i)));
  for (guint i = 0; i < assessment->published->len; i++)
    g_ptr_array_add (copy->published, copy_bound (g_ptr_array_index (assessment->published, i)));
  for (guint i = 0; i < assessment->extensions->len; i++)
    g_ptr_array_add (copy->extensions, copy_extension (g_ptr_array_index (assessment->extensions, i)));
  return copy;
}

YsAssessment *
ys_workspace_build_assessment (YsWorkspace *self)
{
  YsAssessment *effective;

  if (self->bounds->len == 0 && self->extensions->len == 0)
    return NULL;
  effective = copy_assessment (self->assessment);
  for (guint i = 0; i < self->bounds->len; i++)
    {
      const YsNamedBound *bound = g_ptr_array_index (self->bounds, i);
      lay_bound (bound->unit != NULL ? effective->targets : effective->published, bound);
    }
  for (guint i = 0; i < self->extensions->len; i++)
    lay_extension (effective->extensions, g_ptr_array_index (self->extensions, i));
  return effective;
}

YsAssessment *
ys_workspace_dup_effective_assessment (YsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  YsAssessment *assessment = ys_assessment_ref (self->effective != NULL ? self->effective : self->assessment);
  g_mutex_unlock (&self->lock);
  return assessment;
}

/* ---- changing it ---- */

/* The county, where it may still be changed; NULL with @error. */
static const YsUnitInfo *
find_county (YsWorkspace *self, const char *unit, GError **error)
{
  const YsUnitInfo *info = ys_assessment_get_unit (self->assessment, unit);

  if (self->office != YS_OFFICE_CITY)
    {
      ys_set_error (error, YS_ERROR_ROLE, NULL, _("Only the city adds to a round"));
      return NULL;
    }
  if (info == NULL || info->kind != YS_OFFICE_COUNTY)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _("The round has no county %s"), unit);
      return NULL;
    }
  return ys_workspace_must_be_unsettled (self, unit, error) ? info : NULL;
}

static gboolean
store_extension (YsConnection *connection, gpointer data, GError **error)
{
  const YsExtension *extension = data;

  return extension->due != 0 ? ys_extension_set (connection, extension, error)
                             : ys_extension_delete (connection, extension->unit, extension->task, error);
}

/* The due date that holds now, "" where it is the catalogue's own. Full. */
static char *
present_extension (YsWorkspace *self, const char *unit, guint task)
{
  g_autoptr (YsAssessment) assessment = ys_workspace_dup_effective_assessment (self);
  const YsExtension *extension = ys_assessment_get_extension (assessment, unit, task);

  return ys_date_to_text (extension != NULL ? extension->due : 0);
}

gboolean
ys_workspace_extend (YsWorkspace *self, const char *unit, guint number, YsDate due, const char *reason, GError **error)
{
  const YsUnitInfo *info = find_county (self, unit, error);
  const YsTask *task = ys_catalogue_get_task (self->standard->catalogue, number);
  g_autofree char *clean = NULL;

  if (info == NULL || !ys_reason_clean (reason, &clean, error))
    return FALSE;
  if (task == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, "task", _("The catalogue has no task %u"), number);
      return FALSE;
    }
  if (due != 0 && due <= task->due)
    {
      g_autofree char *own = ys_date_to_text (task->due);
      ys_set_error (error, YS_ERROR_VALUE, "due", _("An extension ends after the due date of the plan, %s"), own);
      return FALSE;
    }
  YsExtension extension = { (char *) unit, number, due, clean, 0 };
  g_autofree char *subject = g_strdup_printf ("%s 第%u项 %s", info->name, number, task->title);
  g_autofree char *undo = g_strdup_printf ("延期：%s 第%u项", info->name, number);
  g_autofree char *before = present_extension (self, unit, number);
  g_autofree char *after = ys_date_to_text (due);
  YsAction action = { .role_needed = YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = due != 0 ? "批准延期" : "取消延期", .subject = subject, .task = number,
                                  .before = before, .after = after, .reason = clean, .undo_label = undo } };
  return ys_workspace_act (self, &action, store_extension, &extension, error);
}

typedef struct {
  const YsNamedBound *bound;
  gboolean take_back;
} BoundChange;

static gboolean
store_bound (YsConnection *connection, gpointer data, GError **error)
{
  const BoundChange *change = data;
  const YsNamedBound *bound = change->bound;

  return change->take_back ? ys_named_bound_delete (connection, bound->unit, bound->metric, bound->growth, error)
                           : ys_named_bound_set (connection, bound, error);
}

static char *
present_bound (YsWorkspace *self, const YsNamedBound *wanted)
{
  g_autoptr (YsAssessment) assessment = ys_workspace_dup_effective_assessment (self);
  const GPtrArray *bounds = wanted->unit != NULL ? assessment->targets : assessment->published;

  for (guint i = 0; i < bounds->len; i++)
    if (same_bound (g_ptr_array_index (bounds, i), wanted))
      return ys_decimal_to_text (((YsNamedBound *) g_ptr_array_index (bounds, i))->value);
  return NULL;
}

static gboolean
parse_bound (const char *text, const char *source, YsNamedBound *bound, GError **error)
{
  g_autofree char *plain = ys_number_normalize (text, NULL);

  if (plain == NULL || !ys_decimal_parse (plain, &bound->value) || ABS (bound->value) > YS_DECIMAL_MAX)
    {
      ys_set_error (error, YS_ERROR_VALUE, "value", _("“%s” is no figure with at most four decimals"), text);
      return FALSE;
    }
  bound->source = ys_text_clean_line (source != NULL ? source : "", -1);
  if (bound->source[0] != '\0')
    return TRUE;
  ys_set_error (error, YS_ERROR_VALUE, "source", _("Name the source of this figure"));
  return FALSE;
}

gboolean
ys_workspace_set_bound (YsWorkspace *self, const char *unit, const char *metric_id, gboolean growth, const char *value,
                        const char *source, GError **error)
{
  const YsMetric *metric = ys_catalogue_get_metric (self->standard->catalogue, metric_id);
  const YsUnitInfo *info = unit != NULL ? find_county (self, unit, error) : NULL;
  g_autoptr (YsNamedBound) bound = ys_named_bound_new ();
  BoundChange change = { bound, value == NULL || value[0] == '\0' };

  if (unit != NULL && info == NULL)
    return FALSE;
  if (unit == NULL && self->office != YS_OFFICE_CITY)
    {
      ys_set_error (error, YS_ERROR_ROLE, NULL, _("Only the city adds to a round"));
      return FALSE;
    }
  if (unit == NULL && !ys_workspace_must_be_unsettled (self, NULL, error))
    return FALSE;
  if (metric == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, metric_id, _("The catalogue has no metric %s"), metric_id);
      return FALSE;
    }
  bound->unit = g_strdup (unit);
  bound->metric = g_strdup (metric_id);
  bound->growth = growth;
  if (!change.take_back && !parse_bound (value, source, bound, error))
    return FALSE;
  g_autofree char *subject = g_strdup_printf ("%s%s%s %s%s", info != NULL ? info->name : "", info != NULL ? " " : "",
                                              metric_id, metric->name, growth ? "（增幅）" : "");
  g_autofree char *undo = g_strdup_printf ("%s：%s", info != NULL ? "本单位目标" : "公布值", metric->name);
  g_autofree char *before = present_bound (self, bound);
  g_autofree char *after = change.take_back ? NULL : ys_decimal_to_text (bound->value);
  YsAction action = { .role_needed = YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = info != NULL ? "填本单位目标" : "填公布值", .subject = subject,
                                  .task = metric->task_number, .before = before, .after = after,
                                  .reason = bound->source, .undo_label = undo } };
  return ys_workspace_act (self, &action, store_bound, &change, error);
}
