/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Appeals: a county's own word on a result that the city showed it. It travels and is answered like an opinion; only the
 * city's lead opens a settled unit again (ys-workspace-city.h). */
#include "ys-workspace-appeal.h"

#include "ys-workspace-appeal-days.h"
#include "ys-workspace-opinion-private.h"

#include <glib/gi18n-lib.h>

void
ys_appeal_free (YsAppeal *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->unit);
  g_free (self->person);
  g_free (self->title);
  g_free (self->item);
  g_free (self->reason);
  g_free (self->answer);
  g_free (self->answered_by);
  g_free (self);
}

/* ---- reading ---- */

/* With the lock held: the newest answer of another office. */
static void
take_answer (YsWorkspace *self, YsAppeal *appeal)
{
  const GPtrArray *answers = self->opinions->said->answers;

  for (guint i = 0; i < answers->len; i++)
    {
      const YsAnswer *answer = g_ptr_array_index (answers, i);
      if (g_strcmp0 (answer->to, appeal->id) != 0 || answer->at < appeal->answered_at)
        continue;
      g_free (appeal->answer);
      g_free (appeal->answered_by);
      appeal->answer = g_strdup (answer->text);
      appeal->answered_by = g_strdup (answer->person);
      appeal->answered_at = answer->at;
    }
}

static int
compare_appeals (gconstpointer a, gconstpointer b)
{
  const YsAppeal *one = *(YsAppeal *const *) a, *other = *(YsAppeal *const *) b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  return g_strcmp0 (one->id, other->id);
}

GPtrArray *
ys_workspace_dup_appeals (YsWorkspace *self, const char *unit)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_appeal_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; self->opinions != NULL && i < self->opinions->said->opinions->len; i++)
    {
      const YsOpinion *opinion = g_ptr_array_index (self->opinions->said->opinions, i);
      YsAppeal *appeal;

      if (!ys_opinion_is_appeal (opinion) || g_strcmp0 (opinion->unit, unit) != 0)
        continue;
      appeal = g_new0 (YsAppeal, 1);
      appeal->id = g_strdup (opinion->id);
      appeal->unit = g_strdup (opinion->unit);
      appeal->person = g_strdup (opinion->person);
      appeal->title = ys_workspace_dup_subject_title (self, opinion->unit, opinion->task, opinion->item);
      appeal->item = g_strdup (opinion->item);
      appeal->task = opinion->task;
      appeal->revision = opinion->revision;
      appeal->has_points = opinion->has_points;
      appeal->points = opinion->points;
      appeal->reason = g_strdup (opinion->reason);
      appeal->at = opinion->at;
      appeal->sent = ys_opinion_desk_has_travelled (self->opinions, opinion->id, 0);
      appeal->late = ys_workspace_is_appeal_late (self, opinion->unit, opinion->revision, opinion->id);
      take_answer (self, appeal);
      g_ptr_array_add (list, appeal);
    }
  g_mutex_unlock (&self->lock);
  g_ptr_array_sort (list, compare_appeals);
  return list;
}

/* ---- making one ---- */

/* Why the acting person may have no appeal at all here, NULL: he may. In the reader's language. */
static const char *
get_refusal (YsWorkspace *self)
{
  YsSubmissionState state;
  gboolean shown;

  g_mutex_lock (&self->lock);
  state = self->state;
  shown = self->feedback_review != NULL;
  g_mutex_unlock (&self->lock);
  if (ys_workspace_is_read_only (self))
    return _("This workspace is open for reading only.");
  if (self->office != YS_OFFICE_COUNTY)
    return _("Appeals are a county's.");
  if (!shown || (state != YS_SUBMISSION_SCORED && state != YS_SUBMISSION_FINAL))
    return _("One appeals against a result that the city has shown.");
  if ((ys_workspace_get_person_roles (self) & (YS_ROLE_CLERK | YS_ROLE_APPROVER)) == 0)
    return _("Choose first who is working.");
  return NULL;
}

/* That the days are over, with both dates; NULL: they are not. Full. */
static char *
dup_too_late (YsWorkspace *self)
{
  YsAppealDays days;

  ys_workspace_get_appeal_days (self, self->unit, &days);
  if (!ys_appeal_days_are_over (&days, ys_clock_today ()))
    return NULL;
  g_autofree char *until = ys_date_to_text (days.until), *shown = ys_date_to_text (days.shown);
  return g_strdup_printf (_("The last day for an appeal was %s: %u days from the feedback of %s."), until, days.days, shown);
}

gboolean
ys_workspace_can_appeal (YsWorkspace *self, char **why)
{
  const char *reason = get_refusal (self);
  g_autofree char *refusal = reason != NULL ? g_strdup (reason) : dup_too_late (self);
  gboolean may = refusal == NULL;

  if (!may && why != NULL)
    *why = g_steal_pointer (&refusal);
  return may;
}

/* Withdrawing one asks no more than this. */
static gboolean
must_be_ours (YsWorkspace *self, GError **error)
{
  const char *refusal = get_refusal (self);

  if (refusal == NULL)
    return TRUE;
  ys_set_error (error, self->office == YS_OFFICE_COUNTY ? YS_ERROR_STATE : YS_ERROR_ROLE, NULL, "%s", refusal);
  return FALSE;
}

static gboolean
must_appeal (YsWorkspace *self, GError **error)
{
  g_autofree char *late = NULL;

  if (!must_be_ours (self, error))
    return FALSE;
  late = dup_too_late (self);
  if (late == NULL)
    return TRUE;
  ys_set_error (error, YS_ERROR_APPEAL_LATE, NULL, "%s", late);
  return FALSE;
}

char *
ys_workspace_appeal (YsWorkspace *self, guint task, const char *point, const char *points, const char *reason,
                     GError **error)
{
  const YsOpinionDraft draft = { .unit = self->unit, .task = task, .verdict = YS_OPINION_DISAGREE, .points = points,
                                 .reason = reason, .point = point };
  g_autoptr (YsOpinion) opinion = NULL;

  if (!must_appeal (self, error))
    return NULL;
  opinion = ys_workspace_new_opinion (self, &draft, error);
  if (opinion == NULL
      || !ys_workspace_save_opinion (self, opinion, "申诉", YS_ROLE_CLERK | YS_ROLE_APPROVER, error))
    return NULL;
  return g_strdup (opinion->id);
}

gboolean
ys_workspace_send_appeals (YsWorkspace *self, GError **error)
{
  g_autoptr (GPtrArray) to = NULL;

  if (!must_appeal (self, error))
    return FALSE;
  to = ys_workspace_dup_addressees (self, "appeal");
  if (to->len > 0)
    return ys_workspace_send_said (self, YS_PACKAGE_APPEAL, g_ptr_array_index (to, 0), "报送申诉", error);
  ys_set_error (error, YS_ERROR_NOT_FOUND, NULL, _("There is nothing to send that has not been sent"));
  return FALSE;
}

char *
ys_workspace_appeal_item (YsWorkspace *self, const char *item, const char *reason, GError **error)
{
  const YsOpinionDraft draft = { .unit = self->unit, .item = item, .verdict = YS_OPINION_DISAGREE, .reason = reason };
  g_autoptr (YsOpinion) opinion = NULL;

  if (!must_appeal (self, error))
    return NULL;
  opinion = ys_workspace_new_opinion (self, &draft, error);
  if (opinion == NULL
      || !ys_workspace_save_opinion (self, opinion, "申诉", YS_ROLE_CLERK | YS_ROLE_APPROVER, error))
    return NULL;
  return g_strdup (opinion->id);
}

/* ---- taking one back ---- */

static gboolean
remove_appeal (YsConnection *connection, gpointer data, GError **error)
{
  return ys_opinion_delete (connection, data, error);
}

gboolean
ys_workspace_withdraw_appeal (YsWorkspace *self, const char *id, GError **error)
{
  g_autofree char *title = NULL;
  gboolean sent;

  if (!must_be_ours (self, error))
    return FALSE;
  g_mutex_lock (&self->lock);
  const YsOpinion *appeal = ys_opinion_desk_get_opinion (self->opinions, id);
  if (appeal != NULL && ys_opinion_is_appeal (appeal))
    title = ys_workspace_dup_subject_title (self, appeal->unit, appeal->task, appeal->item);
  sent = ys_opinion_desk_has_travelled (self->opinions, id, 0);
  g_mutex_unlock (&self->lock);
  if (title == NULL || sent)
    {
      ys_set_error (error, title == NULL ? YS_ERROR_NOT_FOUND : YS_ERROR_STATE, id,
                    title == NULL ? _("There is no such appeal") : _("This appeal has been sent"));
      return FALSE;
    }
  YsAction action = { .role_needed = YS_ROLE_CLERK | YS_ROLE_APPROVER,
                      .what = YS_CHANGE_OPINIONS,
                      .record = { .action = "撤回申诉", .subject = title, .before = id } };
  return ys_workspace_act (self, &action, remove_appeal, (gpointer) id, error);
}
