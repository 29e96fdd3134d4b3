/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs on the people of an office and their roles. */
#include "ys-cli-private.h"

#include <glib/gi18n-lib.h>

/* "clerk,approver", or as offices call them. */
static gboolean
parse_roles (const char *text, guint *held, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, ",+", -1);

  *held = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      static const char *const nicks[] = { "clerk", "approver", "assessor", "lead", "reviewer", NULL };
      YsRole role;

      if (!ys_role_from_nick (words[i], &role) && ys_cli_choose (words[i], "--role", nicks, error) < 0)
        return FALSE;
      *held |= role;
    }
  return TRUE;
}

static void
write_people (YsCli *cli, YsWorkspace *workspace)
{
  g_autoptr (GPtrArray) people = ys_workspace_dup_people (workspace);

  ys_json_begin (&cli->fields, "people", '[');
  for (guint i = 0; i < people->len; i++)
    {
      const YsPerson *person = g_ptr_array_index (people, i);
      g_autoptr (GString) labels = g_string_new (NULL);

      ys_json_begin (&cli->fields, NULL, '{');
      ys_json_string (&cli->fields, "name", person->name);
      ys_json_begin (&cli->fields, "roles", '[');
      for (guint role = YS_ROLE_CLERK; role <= YS_ROLE_REVIEWER; role <<= 1)
        if (person->roles & role)
          {
            ys_json_string (&cli->fields, NULL, ys_role_nick ((YsRole) role));
            g_string_append_printf (labels, "%s%s", labels->len > 0 ? "、" : "", ys_role_label ((YsRole) role));
          }
      ys_json_end (&cli->fields, ']');
      ys_json_end (&cli->fields, '}');
      ys_cli_print (cli, "%s（%s）", person->name, labels->str);
    }
  ys_json_end (&cli->fields, ']');
}

static gboolean
run_add (YsCli *cli, GError **error)
{
  const char *roles = ys_cli_need (cli, "role", error);
  g_autofree char *name = roles != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  guint held;
  YsWorkspace *workspace;

  if (name == NULL || !parse_roles (roles, &held, error) || (workspace = ys_cli_open (cli, TRUE, error)) == NULL
      || !ys_workspace_add_person (workspace, name, held, error))
    return FALSE;
  write_people (cli, workspace);
  return TRUE;
}

static gboolean
run_list (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);

  if (workspace == NULL)
    return FALSE;
  write_people (cli, workspace);
  return TRUE;
}

static const YsVerbOption add_options[] = {
  { "role", YS_OPTION_TEXT, "clerk|approver|assessor|lead|reviewer", N_ ("what the person does; several with a comma") },
  { NULL },
};

const YsVerb ys_verbs_people[] = {
  { "person add", N_ ("WORKSPACE NAME"), 2, 2, N_ ("add somebody who works in it"), add_options, TRUE, run_add },
  { "person list", N_ ("WORKSPACE"), 1, 1, N_ ("list who works in it, with their roles"), NULL, FALSE, run_list },
  { NULL },
};
