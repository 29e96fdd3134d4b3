/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states of a county's own submission: filled in, to be approved, approved, and back with a reason.
 * Submitting and returning, which make packages, stand in ys-workspace-submit.c. */
#include "ys-id.h"
#include "ys-workspace-form.h"
#include "ys-workspace-private.h"
#include "ys-workspace-submit.h"

#include <glib/gi18n-lib.h>

void
ys_transition_free (YsTransition *self)
{
  if (self == NULL)
    return;
  g_free (self->person);
  g_free (self->reason);
  g_free (self);
}

GPtrArray *
ys_workspace_dup_transitions (YsWorkspace *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_transition_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->transitions->len; i++)
    {
      const YsTransitionRow *row = g_ptr_array_index (self->transitions, i);
      YsTransition *transition = g_new0 (YsTransition, 1);

      transition->revision = row->revision;
      transition->state = row->state;
      transition->person = g_strdup (row->person);
      transition->reason = g_strdup (row->reason);
      transition->at = row->at;
      g_ptr_array_add (list, transition);
    }
  g_mutex_unlock (&self->lock);
  return list;
}

GPtrArray *
ys_workspace_dup_return_reasons (YsWorkspace *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_return_reason_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->returns->len; i++)
    {
      const YsReturnReason *row = g_ptr_array_index (self->returns, i);
      YsReturnReason *reason = ys_return_reason_new ();

      reason->task = row->task;
      reason->reason = g_strdup (row->reason);
      g_ptr_array_add (list, reason);
    }
  g_mutex_unlock (&self->lock);
  return list;
}

/* Why @step can't be taken in @state by somebody with @roles; NULL where it can. */
static const char *
refusal (YsStep step, YsSubmissionState state, guint roles)
{
  switch (step)
    {
    case YS_STEP_REQUEST:
      if (state != YS_SUBMISSION_DRAFT)
        return _("Only what is being filled in can be put forward for approval.");
      return roles & YS_ROLE_CLERK ? NULL : _("Putting forward is for a clerk.");
    case YS_STEP_APPROVE:
      if (state == YS_SUBMISSION_DRAFT && (roles & YS_ROLE_CLERK) != 0 && (roles & YS_ROLE_APPROVER) != 0)
        return NULL; /* passes through 待审核 by itself */
      if (state != YS_SUBMISSION_PENDING)
        return _("Only what was put forward can be approved.");
      return roles & YS_ROLE_APPROVER ? NULL : _("Approving is for an approver.");
    case YS_STEP_TAKE_BACK:
      return state == YS_SUBMISSION_PENDING || state == YS_SUBMISSION_APPROVED
               ? NULL : _("Only what was put forward or approved can be taken back.");
    case YS_STEP_SUBMIT:
    default:
      return state == YS_SUBMISSION_APPROVED ? NULL : _("Only an approved submission can be handed in.");
    }
}

gboolean
ys_workspace_can_step (YsWorkspace *self, YsStep step, char **why)
{
  const char *reason;

  g_mutex_lock (&self->lock);
  if (self->store == NULL || ys_store_is_read_only (self->store))
    reason = _("This workspace is open for reading only.");
  else if (self->office != YS_OFFICE_COUNTY)
    reason = _("Submissions are a county's.");
  else
    reason = refusal (step, self->state, self->roles);
  g_mutex_unlock (&self->lock);
  if (reason != NULL && why != NULL)
    *why = g_strdup (reason);
  return reason == NULL;
}

typedef struct {
  const char *unit;
  YsTransitionRow row;
} StateChange;

static gboolean
store_state (YsConnection *connection, gpointer data, GError **error)
{
  const StateChange *change = data;

  return ys_submission_set (connection, change->unit, change->row.revision, change->row.state, NULL, error)
         && ys_transition_add (connection, change->unit, &change->row, error);
}

static gboolean
move_to (YsWorkspace *self, YsSubmissionState state, guint role, const char *verb, const char *reason, GError **error)
{
  g_autofree char *person = ys_workspace_dup_person (self);
  guint revision = ys_workspace_get_revision (self);
  g_autofree char *subject = g_strdup_printf ("第%u稿", revision);
  StateChange change = { self->unit, { revision, state, person, (char *) reason, ys_clock_now () } };
  YsAction action = { .role_needed = role,
                      .what = YS_CHANGE_STATE,
                      .record = { .action = verb, .subject = subject,
                                  .before = ys_submission_state_label (ys_workspace_get_state (self)),
                                  .after = ys_submission_state_label (state), .reason = reason } };

  return ys_workspace_act (self, &action, store_state, &change, error);
}

static gboolean
may_step (YsWorkspace *self, YsStep step, GError **error)
{
  g_autofree char *why = NULL;

  if (ys_workspace_can_step (self, step, &why))
    return TRUE;
  ys_set_error (error, YS_ERROR_STATE, ys_submission_state_label (ys_workspace_get_state (self)), "%s", why);
  return FALSE;
}

gboolean
ys_workspace_must_pass_checks (YsWorkspace *self, GError **error)
{
  g_autoptr (GPtrArray) checks = ys_workspace_dup_checks (self, NULL);
  g_autoptr (YsFaults) faults = ys_faults_new ();

  for (guint i = 0; i < checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);
      g_autofree char *where = NULL;

      if (check->level != YS_CHECK_MUST)
        continue;
      where = check->task != 0 ? g_strdup_printf ("%u%s%s", check->task, check->key != NULL ? "." : "",
                                                  check->key != NULL ? check->key : "")
                               : g_strdup (check->item != NULL ? check->item : check->evidence);
      ys_faults_add (faults, YS_ERROR_CHECKS, NULL, 0, where, "%s", check->what);
    }
  if (ys_faults_get_n (faults) == 0)
    return TRUE;
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

gboolean
ys_workspace_request_approval (YsWorkspace *self, GError **error)
{
  return may_step (self, YS_STEP_REQUEST, error) && ys_workspace_settle (self, 0, NULL, error)
         && ys_workspace_must_pass_checks (self, error)
         && move_to (self, YS_SUBMISSION_PENDING, YS_ROLE_CLERK, "提交审核", NULL, error);
}

gboolean
ys_workspace_approve (YsWorkspace *self, GError **error)
{
  if (!may_step (self, YS_STEP_APPROVE, error))
    return FALSE;
  if (ys_workspace_get_state (self) == YS_SUBMISSION_DRAFT && !ys_workspace_request_approval (self, error))
    return FALSE;
  return ys_workspace_must_pass_checks (self, error)
         && move_to (self, YS_SUBMISSION_APPROVED, YS_ROLE_APPROVER, "审核通过", NULL, error);
}

gboolean
ys_workspace_take_back (YsWorkspace *self, const char *reason, GError **error)
{
  g_autofree char *clean = reason != NULL ? ys_text_clean (reason, -1) : NULL;

  if (!may_step (self, YS_STEP_TAKE_BACK, error))
    return FALSE;
  if (clean == NULL || clean[0] == '\0')
    {
      ys_set_error (error, YS_ERROR_VALUE, "reason", _("Taking back needs a reason"));
      return FALSE;
    }
  return move_to (self, YS_SUBMISSION_DRAFT, 0, "撤回", clean, error);
}
