/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Issuing the plan: the city's catalogue, standard and round for one county, made when first asked for, and made anew
 * when the city has added to the round. */
#include "ys-workspace-plan-package.h"

#include "ys-facts-xml.h"
#include "ys-id.h"
#include "ys-workspace-mint.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *to;
  const YsAssessment *effective; /* NULL: as it was issued */
  char *said, *says;             /* digests of the assessment in the newest package, and as it would be now */
  const YsMinting *minting;
} Issue;

static char *
setting_name (const char *to)
{
  return g_strconcat ("plan.", to, NULL);
}

static gboolean
read_said (YsConnection *connection, gpointer data, GError **error)
{
  Issue *issue = data;
  g_autofree char *name = setting_name (issue->to);
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) assessment = issue->effective != NULL ? ys_assessment_write_xml (issue->effective, error)
                                                           : ys_plan_get (connection, "assessment", error);
  gsize size;

  if (assessment == NULL)
    return FALSE;
  const void *bytes = g_bytes_get_data (assessment, &size);
  issue->says = ys_digest_of_bytes (bytes, size);
  issue->said = ys_setting_get (connection, name, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
store_issue (YsConnection *connection, gpointer data, GError **error)
{
  const Issue *issue = data;
  g_autofree char *name = setting_name (issue->to);

  return ys_minting_register (issue->minting, connection, "待送出", error)
         && ys_setting_set (connection, name, issue->says, error);
}

static gboolean
mint (YsWorkspace *self, Issue *issue, GError **error)
{
  g_auto (YsMinting) minting = { 0 };
  const YsUnitInfo *info = ys_assessment_get_unit (self->assessment, issue->to);
  YsAction action = { .what = YS_CHANGE_PACKAGES,
                      .record = { .action = "下发方案", .subject = info != NULL ? info->name : issue->to } };

  if (!ys_minting_begin (&minting, self, YS_PACKAGE_PLAN, issue->to, 0, error)
      || !ys_minting_add_plan (&minting, self, error)
      || !ys_minting_add_journal (&minting, self, G_MAXUINT64, error)
      || !ys_minting_write (&minting, self, NULL, NULL, NULL, error))
    return FALSE;
  issue->minting = &minting;
  if (ys_workspace_act (self, &action, store_issue, issue, error))
    return TRUE;
  ys_minting_drop (&minting);
  return FALSE;
}

gboolean
ys_workspace_prepare_plan (YsWorkspace *self, const char *to, GError **error)
{
  g_autoptr (YsAssessment) effective = NULL;
  Issue issue = { .to = to };

  g_mutex_lock (&self->lock);
  if (self->effective != NULL)
    effective = ys_assessment_ref (self->effective);
  g_mutex_unlock (&self->lock);
  issue.effective = effective;
  if (!ys_store_call (self->store, read_said, &issue, error))
    return FALSE;
  g_autofree char *said = issue.said;
  g_autofree char *says = issue.says;
  if (said != NULL && (ys_workspace_is_read_only (self) || g_str_equal (said, says)))
    return TRUE;
  return mint (self, &issue, error);
}
