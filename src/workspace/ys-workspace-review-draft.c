/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores that are typed and not saved, kept as the form's drafts are so that a crash takes none along. Each
 * belongs to who typed it: nobody sees another's, and they change no figure. */
#include "ys-workspace-review-private.h"
#include "ys-workspace-typed.h"

#define PREFIX "score."

gboolean
ys_review_key_is_score (const char *key)
{
  return g_str_has_prefix (key, PREFIX);
}

gboolean
ys_workspace_draft_stays (const char *key)
{
  return ys_occurrence_key_is_new (key) || ys_review_key_is_score (key) || ys_workspace_key_is_typed (key);
}

/* "score.UNIT.POINT.PERSON". Full. */
static char *
dup_key (YsWorkspace *self, const char *unit, const char *point)
{
  g_autofree char *person = ys_workspace_dup_person (self);

  return g_strdup_printf (PREFIX "%s.%s.%s", unit, point, person != NULL ? person : "");
}

void
ys_workspace_type_score (YsWorkspace *self, const char *unit, const char *point, const YsTypedScore *typed)
{
  g_autofree char *key = dup_key (self, unit, point);
  /* a letter before each, so that no text of it is empty; the reason comes last, for it may have lines */
  g_autofree char *text = g_strdup_printf ("s%s\nd%s\nr%s", typed->score, typed->decision, typed->reason);

  ys_workspace_type (self, 0, key, text);
}

YsTypedScore *
ys_workspace_dup_typed_score (YsWorkspace *self, const char *unit, const char *point)
{
  g_autofree char *key = dup_key (self, unit, point);
  g_autofree char *text = ys_workspace_dup_entry (self, 0, key);
  g_auto (GStrv) parts = g_strsplit (text, "\n", 3);
  YsTypedScore *typed;

  if (g_strv_length (parts) != 3)
    return NULL;
  typed = g_new0 (YsTypedScore, 1);
  typed->score = g_strdup (parts[0] + 1);
  typed->decision = g_strdup (parts[1] + 1);
  typed->reason = g_strdup (parts[2] + 1);
  return typed;
}

void
ys_typed_score_free (YsTypedScore *self)
{
  g_free (self->score);
  g_free (self->decision);
  g_free (self->reason);
  g_free (self);
}

gboolean
ys_workspace_forget_typed_score (YsWorkspace *self, const char *unit, const char *point, GError **error)
{
  g_autofree char *key = dup_key (self, unit, point);

  return ys_workspace_forget_typed (self, key, error);
}
