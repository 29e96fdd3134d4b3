/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Appeals: a county's own word on a result that the city showed it. It travels and is answered like an opinion; only the
 * city's lead opens a settled unit again (ys-workspace-city.h). */
#include "ys-workspace-opinion-private.h"

#include <glib/gi18n-lib.h>

gboolean
ys_workspace_can_appeal (YsWorkspace *self, char **why)
{
  const char *reason = NULL;
  YsSubmissionState state;
  gboolean shown;

  g_mutex_lock (&self->lock);
  state = self->state;
  shown = self->feedback_review != NULL;
  g_mutex_unlock (&self->lock);
  if (ys_workspace_is_read_only (self))
    reason = _("This workspace is open for reading only.");
  else if (self->office != YS_OFFICE_COUNTY)
    reason = _("Appeals are a county's.");
  else if (!shown || (state != YS_SUBMISSION_SCORED && state != YS_SUBMISSION_FINAL))
    reason = _("One appeals against a result that the city has shown.");
  else if ((ys_workspace_get_person_roles (self) & (YS_ROLE_CLERK | YS_ROLE_APPROVER)) == 0)
    reason = _("Choose first who is working.");
  if (reason != NULL && why != NULL)
    *why = g_strdup (reason);
  return reason == NULL;
}

static gboolean
must_appeal (YsWorkspace *self, GError **error)
{
  g_autofree char *why = NULL;

  if (ys_workspace_can_appeal (self, &why))
    return TRUE;
  ys_set_error (error, self->office == YS_OFFICE_COUNTY ? YS_ERROR_STATE : YS_ERROR_ROLE, NULL, "%s", why);
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
