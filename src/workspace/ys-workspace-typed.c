/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of words that are typed and not yet said. No rest closes such a draft into a change: only who says it does. */
#include "ys-workspace-typed.h"

#include "ys-repository.h"
#include "ys-workspace-private.h"

#define PREFIX "typed."

gboolean
ys_workspace_key_is_typed (const char *key)
{
  return g_str_has_prefix (key, PREFIX);
}

char *
ys_workspace_dup_typed_key (YsWorkspace *self, const char *what, const char *about)
{
  g_autofree char *person = ys_workspace_dup_person (self);

  return g_strdup_printf (PREFIX "%s.%s.%s", what, about, person != NULL ? person : "");
}

static gboolean
drop (YsConnection *connection, gpointer key, GError **error)
{
  return ys_draft_delete (connection, 0, key, error);
}

gboolean
ys_workspace_forget_typed (YsWorkspace *self, const char *key, GError **error)
{
  g_autofree char *own = g_strdup (key); /* the caller's may be the draft's own */
  g_autofree char *slot = ys_entry_slot (0, own);
  gboolean there;

  g_mutex_lock (&self->lock);
  there = g_hash_table_remove (self->drafts, slot);
  g_mutex_unlock (&self->lock);
  if (!there)
    return TRUE;
  if (!ys_store_write (self->store, drop, own, error))
    return FALSE;
  ys_workspace_set_save_state (self, YS_SAVE_SAVED, NULL);
  return TRUE;
}
