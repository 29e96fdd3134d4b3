/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries changes of the review to the use cases, one after the other, on a worker thread. */
#include "ys-assess-job.h"

#include <glib/gi18n-lib.h>

#include "ys-workspace-evidence.h"

YsAssessChange *
ys_assess_change_new (YsAssessChangeKind kind, const char *unit, const char *point, const char *value,
                      const char *reason)
{
  YsAssessChange *change = g_new0 (YsAssessChange, 1);

  change->kind = kind;
  change->unit = g_strdup (unit);
  change->point = g_strdup (point);
  change->value = g_strdup (value);
  change->reason = g_strdup (reason);
  return change;
}

void
ys_assess_change_free (gpointer data)
{
  YsAssessChange *change = data;

  g_free (change->unit);
  g_free (change->point);
  g_free (change->value);
  g_free (change->reason);
  g_free (change->person);
  g_free (change);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
assign (YsWorkspace *workspace, const YsAssessChange *change, GError **error)
{
  const GPtrArray *units = ys_workspace_get_assessment (workspace)->units;
  const guint *tasks = change->task != 0 ? &change->task : NULL;

  if (change->unit != NULL)
    return ys_workspace_assign (workspace, change->unit, tasks, tasks != NULL ? 1 : 0, change->person, error);
  for (guint i = 0; i < units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (units, i);
      if (unit->kind == YS_OFFICE_COUNTY && g_strcmp0 (unit->parent, ys_workspace_get_unit (workspace)) == 0
          && !ys_workspace_assign (workspace, unit->id, tasks, tasks != NULL ? 1 : 0, change->person, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
accept_computed (YsWorkspace *workspace, const YsAssessChange *change, YsAssessDone *done, GError **error)
{
  g_auto (GStrv) points = g_strsplit (change->point, " ", -1);
  guint accepted = 0;

  if (!ys_workspace_accept_computed (workspace, change->unit, (const char *const *)points, &accepted, error))
    return FALSE;
  done->accepted += accepted;
  return TRUE;
}

static gboolean
extend (YsWorkspace *workspace, const YsAssessChange *change, GError **error)
{
  YsDate due = is_empty (change->value) ? 0 : ys_date_parse_typed (change->value);

  if (due == 0 && !is_empty (change->value))
    {
      ys_set_error (error, YS_ERROR_VALUE, "due", _ ("“%s” is no date; a date is written 2021-12-31"),
                    change->value);
      return FALSE;
    }
  return ys_workspace_extend (workspace, change->unit, change->task, due, change->reason, error);
}

/* A PDF from outside is attached first, and taken out again where it could not be cited. */
static gboolean
cite (YsWorkspace *workspace, const YsAssessChange *change, GError **error)
{
  gboolean already = TRUE;
  g_autofree char *digest =
      change->number == 0 ? g_strdup (change->value)
                          : ys_workspace_attach (workspace, change->value, NULL, NULL, &already, NULL, NULL, NULL, error);
  g_autofree char *citation = NULL;

  if (digest == NULL)
    return FALSE;
  citation = ys_workspace_cite_for_unit (workspace, change->unit, digest, change->task, change->point, change->reason,
                                         NULL, NULL, error);
  if (citation == NULL && !already)
    ys_workspace_remove_evidence (workspace, digest, NULL);
  return citation != NULL;
}

static gboolean
apply (YsWorkspace *workspace, const YsAssessChange *change, YsAssessDone *done, GError **error)
{
  switch (change->kind)
    {
    case YS_ASSESS_SCORE:
      return is_empty (change->value)
                 ? ys_workspace_clear_score (workspace, change->unit, change->point, error)
                 : ys_workspace_save_score (workspace, change->unit, change->point, change->value,
                                            change->reason, error);
    case YS_ASSESS_COMPUTED:
      return accept_computed (workspace, change, done, error);
    case YS_ASSESS_LOOK:
      return ys_workspace_ask_second_look (workspace, change->unit, change->point, change->reason, error);
    case YS_ASSESS_DECIDE:
      return is_empty (change->value) ? ys_workspace_withdraw_decision (workspace, change->unit,
                                                                        change->point, change->reason, error)
                                      : ys_workspace_decide_point (workspace, change->unit, change->point,
                                                                   change->value, change->reason, error);
    case YS_ASSESS_VERDICT:
      return change->number < 0 ? ys_workspace_clear_verdict (workspace, change->unit, change->point, error)
                                : ys_workspace_set_verdict (workspace, change->unit, change->point,
                                                            (YsVerdict)change->number, error);
    case YS_ASSESS_CITE:
      return cite (workspace, change, error);
    case YS_ASSESS_UNCITE:
      return ys_workspace_uncite_for_unit (workspace, change->unit, change->point, error);
    case YS_ASSESS_CLAIM:
      return change->number == 0 ? ys_workspace_refuse_claim (workspace, change->unit, change->task,
                                                              change->point, change->reason, error)
                                 : ys_workspace_accept_claim (workspace, change->unit, change->task,
                                                              change->point, change->reason, error);
    case YS_ASSESS_ASSIGN:
      return assign (workspace, change, error);
    case YS_ASSESS_RELEASE:
      return ys_workspace_release (workspace, change->unit, change->task, change->person, change->reason,
                                   error);
    case YS_ASSESS_OWN_UNIT:
      return ys_workspace_set_assessor_unit (workspace, change->person,
                                             change->number != 0 ? change->unit : NULL, error);
    case YS_ASSESS_EXTEND:
      return extend (workspace, change, error);
    case YS_ASSESS_SETTLE:
      return ys_workspace_settle_record (workspace, change->point, change->value, change->reason, error);
    case YS_ASSESS_BOUND:
      return ys_workspace_set_bound (workspace, change->unit, change->point, change->number != 0,
                                     change->value, change->reason, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

typedef struct
{
  GPtrArray *changes;
  char *by; /* who typed them */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->changes);
  g_free (job->by);
  g_free (job);
}

static gboolean
forget_typed (YsWorkspace *workspace, const YsAssessChange *change, GError **error)
{
  return (change->kind != YS_ASSESS_SCORE && change->kind != YS_ASSESS_DECIDE)
         || ys_workspace_forget_typed_score (workspace, change->unit, change->point, error);
}

static gpointer
run (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  g_autofree YsAssessDone *done = g_new0 (YsAssessDone, 1);

  for (guint i = 0; i < job->changes->len; i++)
    {
      g_autofree char *person = ys_workspace_dup_person (workspace);
      if (g_strcmp0 (person, job->by)
          != 0) /* another one took over: it stays typed until he who typed it comes back */
        return g_steal_pointer (&done);
      if (!apply (workspace, g_ptr_array_index (job->changes, i), done, error))
        return NULL;
    }
  for (guint i = 0; i < job->changes->len; i++)
    if (!forget_typed (workspace, g_ptr_array_index (job->changes, i), error))
      return NULL;
  return g_steal_pointer (&done);
}

void
ys_assess_run_async (YsWorkspace *workspace, GPtrArray *changes, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->changes = changes;
  job->by = ys_workspace_dup_person (workspace);
  ys_workspace_run_async (workspace, run, job, job_free, g_free, NULL, callback, user_data);
}

gboolean
ys_assess_run_finish (YsWorkspace *workspace, GAsyncResult *result, YsAssessDone *done, GError **error)
{
  g_autofree YsAssessDone *answer = ys_workspace_run_finish (workspace, result, error);

  if (answer != NULL && done != NULL)
    *done = *answer;
  return answer != NULL;
}
