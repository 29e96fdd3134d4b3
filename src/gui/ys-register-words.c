/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for packages, the same on every page. Digests are cut into groups here and nowhere else in the window. */
#include "ys-register-words.h"

#include <glib/gi18n-lib.h>

#include "ys-id.h"

/* Groups of four digits in one line: what an eye compares in one go. */
#define GROUPS_IN_LINE 4

const char *
ys_register_kind_label (const char *kind)
{
  static const struct {
    const char *nick, *label;
  } kinds[] = {
    { "plan", N_ ("plan of the round") }, { "submission", N_ ("self-check") }, { "return", N_ ("return") },
    { "receipt", N_ ("receipt") },        { "feedback", N_ ("feedback") },     { "finding", N_ ("finding") },
    { "appeal", N_ ("appeal") },          { "answer", N_ ("answer") },         { "dossier", N_ ("dossier") },
    { "opinion", N_ ("opinion") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].nick, kind) == 0)
      return _ (kinds[i].label);
  return kind;
}

char *
ys_register_dup_number (const char *kind, guint number, guint revision)
{
  if (g_strcmp0 (kind, "submission") == 0)
    return g_strdup_printf (_("handing-in %u"), revision);
  return g_strdup_printf (_("no. %u"), number);
}

const char *
ys_register_unit_name (YsWorkspace *workspace, const char *id)
{
  const YsUnitInfo *unit = workspace != NULL && id != NULL
                             ? ys_assessment_get_unit (ys_workspace_get_assessment (workspace), id) : NULL;

  return unit != NULL ? unit->name : id;
}

char *
ys_register_dup_digest_lines (const char *digest)
{
  g_autofree char *groups = ys_digest_to_groups (digest);
  guint blanks = 0;

  for (char *at = groups; *at != '\0'; at++)
    if (*at == ' ' && ++blanks % GROUPS_IN_LINE == 0)
      *at = '\n';
  return g_steal_pointer (&groups);
}

char *
ys_register_dup_path (YsWorkspace *workspace, const YsPackageInfo *info)
{
  return g_build_filename (ys_workspace_get_folder (workspace), "packages", info->name, NULL);
}
