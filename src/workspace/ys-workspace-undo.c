/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo of a workspace's changes, each a journalled change of its own.
 * A county's form is one for all who fill it in; at the city nobody takes back another's review. */
#include "ys-workspace-form.h"
#include "ys-workspace-private.h"

#include <glib/gi18n-lib.h>

/* Of whom the steps are that the acting person may take back; NULL: anybody's. */
static const char *
whose_steps (YsWorkspace *self, const char *person)
{
  return self->office == YS_OFFICE_COUNTY ? NULL : person;
}

static char *
dup_step_label (YsWorkspace *self, gboolean redo)
{
  g_autofree char *person = ys_workspace_dup_person (self);

  return self->store != NULL ? ys_store_dup_undo_label (self->store, redo, whose_steps (self, person)) : NULL;
}

char *
ys_workspace_dup_undo_label (YsWorkspace *self)
{
  return dup_step_label (self, FALSE);
}

char *
ys_workspace_dup_redo_label (YsWorkspace *self)
{
  return dup_step_label (self, TRUE);
}

static gboolean
undo_or_redo (YsWorkspace *self, gboolean redo, guint *number, char **key, GError **error)
{
  const guint touched = YS_CHANGE_FORM | YS_CHANGE_EVIDENCE | YS_CHANGE_NEGATIVE | YS_CHANGE_REVIEW
                        | YS_CHANGE_OPINIONS;
  g_autofree char *person = ys_workspace_dup_person (self);
  g_autofree char *why = NULL;

  if (self->office == YS_OFFICE_COUNTY && !ys_workspace_can_edit (self, &why))
    {
      ys_set_error (error, YS_ERROR_STATE, NULL, "%s", why);
      return FALSE;
    }
  if (!ys_workspace_settle (self, 0, NULL, error)
      || !ys_store_undo (self->store, redo, whose_steps (self, person), person != NULL ? person : "",
                         ys_workspace_acting_role (self), number, key, error)
      || !ys_workspace_reload (self, touched, error))
    return FALSE;
  ys_workspace_set_save_state (self, YS_SAVE_SAVED, NULL);
  ys_workspace_want_score (self);
  ys_workspace_emit_changed (self, touched);
  return TRUE;
}

gboolean
ys_workspace_undo (YsWorkspace *self, guint *number, char **key, GError **error)
{
  return undo_or_redo (self, FALSE, number, key, error);
}

gboolean
ys_workspace_redo (YsWorkspace *self, guint *number, char **key, GError **error)
{
  return undo_or_redo (self, TRUE, number, key, error);
}
