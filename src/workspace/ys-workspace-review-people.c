/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who assesses what: people of the city with the role of assessor or lead, their own unit, assignments and releases.
 * Nobody is assigned to his own unit 回避 (scoring.md, 11). */
#include "ys-workspace-review-private.h"

#include "ys-id.h"

#include <glib/gi18n-lib.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return ys_text_collate ((*(YsAssessor *const *) a)->name, (*(YsAssessor *const *) b)->name);
}

GPtrArray *
ys_workspace_dup_assessors (YsWorkspace *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_assessor_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; self->office == YS_OFFICE_CITY && i < self->people->len; i++)
    {
      const YsPersonRow *person = g_ptr_array_index (self->people, i);
      const YsAssessor *row = ys_workspace_peek_assessor (self, person->name);
      YsAssessor *assessor;

      if (row == NULL && (person->roles & (YS_ROLE_ASSESSOR | YS_ROLE_LEAD)) == 0)
        continue;
      assessor = row != NULL ? ys_assessor_copy (row) : ys_assessor_new ();
      if (row == NULL)
        assessor->name = g_strdup (person->name);
      assessor->lead = (person->roles & YS_ROLE_LEAD) != 0;
      g_ptr_array_add (list, assessor);
    }
  g_mutex_unlock (&self->lock);
  g_ptr_array_sort (list, compare_names);
  return list;
}

/* The assessor of this name, with an id also where he has no row yet (@is_new); NULL with @error. Full. */
static YsAssessor *
find_assessor (YsWorkspace *self, const char *name, gboolean *is_new, GError **error)
{
  g_autoptr (GPtrArray) assessors = ys_workspace_dup_assessors (self);

  for (guint i = 0; i < assessors->len; i++)
    {
      YsAssessor *assessor = g_ptr_array_index (assessors, i);

      if (g_strcmp0 (assessor->name, name) != 0)
        continue;
      *is_new = assessor->id == NULL;
      if (*is_new)
        assessor->id = ys_id_new ();
      return g_ptr_array_steal_index (assessors, i);
    }
  ys_set_error (error, YS_ERROR_NOT_FOUND, name, _("Nobody named %s holds the role of assessor or lead here"), name);
  return NULL;
}

static gboolean
must_be_city (YsWorkspace *self, GError **error)
{
  if (self->office == YS_OFFICE_CITY)
    return TRUE;
  ys_set_error (error, YS_ERROR_ROLE, NULL, _("Submissions are reviewed by the city"));
  return FALSE;
}

static const YsUnitInfo *
find_county (YsWorkspace *self, const char *unit, GError **error)
{
  const YsUnitInfo *info = ys_assessment_get_unit (self->assessment, unit);

  if (info != NULL && info->kind == YS_OFFICE_COUNTY)
    return info;
  ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _("The round has no county %s"), unit);
  return NULL;
}

/* ---- own unit ---- */

static gboolean
store_assessor (YsConnection *connection, gpointer data, GError **error)
{
  return ys_assessor_set (connection, data, error);
}

/* Whether he was ever given a task of @unit. */
static gboolean
has_assignment (YsWorkspace *self, const YsAssessor *assessor, const char *unit)
{
  gboolean found = FALSE;

  g_mutex_lock (&self->lock);
  const YsUnitReview *unbound = ys_workspace_peek_review (self, unit, 0);
  for (guint i = 0; unbound != NULL && i < unbound->assignments->len && !found; i++)
    found = g_strcmp0 (((YsAssignment *) g_ptr_array_index (unbound->assignments, i))->assessor, assessor->id) == 0;
  g_mutex_unlock (&self->lock);
  return found;
}

gboolean
ys_workspace_set_assessor_unit (YsWorkspace *self, const char *person, const char *unit, GError **error)
{
  gboolean is_new = FALSE;
  g_autoptr (YsAssessor) assessor = must_be_city (self, error) ? find_assessor (self, person, &is_new, error) : NULL;
  const YsUnitInfo *info = NULL;

  if (assessor == NULL || (unit != NULL && (info = find_county (self, unit, error)) == NULL))
    return FALSE;
  if (unit != NULL && has_assignment (self, assessor, unit))
    {
      ys_set_error (error, YS_ERROR_STATE, person, _("%s was already assigned to %s and can't be of this unit"), person,
                    info->name);
      return FALSE;
    }
  g_autofree char *before = g_steal_pointer (&assessor->unit);
  assessor->unit = g_strdup (unit);
  YsAction action = { .role_needed = YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = "登记评审员所在单位", .subject = person, .before = before,
                                  .after = info != NULL ? info->name : NULL } };
  return ys_workspace_act (self, &action, store_assessor, assessor, error);
}

/* ---- assigning ---- */

typedef struct {
  const char *unit;
  const YsAssessor *assessor;
  gboolean is_new;
  GArray *tasks; /* guint */
  const char *reason; /* of a release; NULL: an assignment */
} AssignmentChange;

static gboolean
store_assignments (YsConnection *connection, gpointer data, GError **error)
{
  const AssignmentChange *change = data;

  if (change->is_new && !ys_assessor_set (connection, change->assessor, error))
    return FALSE;
  for (guint i = 0; i < change->tasks->len; i++)
    {
      const YsAssignment assignment = { change->assessor->id, g_array_index (change->tasks, guint, i),
                                        change->reason != NULL, (char *) change->reason, 0 };
      if (!ys_assignment_set (connection, change->unit, &assignment, error))
        return FALSE;
    }
  return TRUE;
}

/* The tasks, or all that counties answer for; NULL with @error. */
static GArray *
collect_tasks (YsWorkspace *self, const guint *tasks, guint n_tasks, GError **error)
{
  YsCatalogue *catalogue = self->standard->catalogue;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; n_tasks == 0 && i < catalogue->tasks->len; i++)
    {
      const YsTask *task = g_ptr_array_index (catalogue->tasks, i);
      if (task->counties)
        g_array_append_val (list, task->number);
    }
  for (guint i = 0; i < n_tasks; i++)
    {
      const YsTask *task = ys_catalogue_get_task (catalogue, tasks[i]);
      if (task == NULL || !task->counties)
        {
          ys_set_error (error, YS_ERROR_NOT_FOUND, "task", _("The catalogue has no task %u that counties answer for"),
                        tasks[i]);
          return NULL;
        }
      g_array_append_val (list, tasks[i]);
    }
  return g_steal_pointer (&list);
}

static char *
describe_tasks (const GArray *tasks)
{
  return tasks->len == 1 ? g_strdup_printf ("第%u项", g_array_index (tasks, guint, 0))
                         : g_strdup_printf ("%u项任务", tasks->len);
}

gboolean
ys_workspace_assign (YsWorkspace *self, const char *unit, const guint *tasks, guint n_tasks, const char *person,
                     GError **error)
{
  gboolean is_new = FALSE;
  const YsUnitInfo *info = must_be_city (self, error) ? find_county (self, unit, error) : NULL;
  g_autoptr (YsAssessor) assessor = info != NULL ? find_assessor (self, person, &is_new, error) : NULL;
  g_autoptr (GArray) list = assessor != NULL ? collect_tasks (self, tasks, n_tasks, error) : NULL;

  if (list == NULL || !ys_workspace_must_be_unsettled (self, unit, error))
    return FALSE;
  if (g_strcmp0 (assessor->unit, unit) == 0)
    {
      ys_set_error (error, YS_ERROR_ROLE, person, _("%s belongs to %s and takes no part in its review"), person,
                    info->name);
      return FALSE;
    }
  g_autofree char *what = describe_tasks (list);
  g_autofree char *subject = g_strdup_printf ("%s %s", info->name, what);
  AssignmentChange change = { unit, assessor, is_new, list, NULL };
  YsAction action = { .role_needed = YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = "分派评审", .subject = subject, .after = person,
                                  .task = list->len == 1 ? g_array_index (list, guint, 0) : 0 } };
  return ys_workspace_act (self, &action, store_assignments, &change, error);
}

gboolean
ys_workspace_release (YsWorkspace *self, const char *unit, guint task, const char *person, const char *reason,
                      GError **error)
{
  gboolean is_new = FALSE, assigned;
  const YsUnitInfo *info = must_be_city (self, error) ? find_county (self, unit, error) : NULL;
  g_autoptr (YsAssessor) assessor = info != NULL ? find_assessor (self, person, &is_new, error) : NULL;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *clean = NULL;

  if (assessor == NULL || !ys_reason_clean (reason, &clean, error)
      || !ys_workspace_must_be_unsettled (self, unit, error))
    return FALSE;
  g_mutex_lock (&self->lock);
  const YsUnitReview *unbound = ys_workspace_peek_review (self, unit, 0);
  assigned = unbound != NULL && ys_review_is_assigned (unbound, assessor->id, task);
  g_mutex_unlock (&self->lock);
  if (!assigned)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, person, _("%s is not assigned to task %u of %s"), person, task,
                    info->name);
      return FALSE;
    }
  g_array_append_val (list, task);
  g_autofree char *subject = g_strdup_printf ("%s 第%u项", info->name, task);
  AssignmentChange change = { unit, assessor, FALSE, list, clean };
  YsAction action = { .role_needed = YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = "解除评审", .subject = subject, .task = task, .before = person,
                                  .reason = clean } };
  return ys_workspace_act (self, &action, store_assignments, &change, error);
}
