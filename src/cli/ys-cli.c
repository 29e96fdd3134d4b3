/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What verbs ask of a run: the arguments and options as values, the workspace, and lines of the answer. */
#include "ys-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* ---- what was given ---- */

const char *
ys_cli_argument (YsCli *self, guint index)
{
  return index < self->arguments->len ? g_ptr_array_index (self->arguments, index) : NULL;
}

char *
ys_cli_dup_text (const char *bytes, GError **error)
{
  char *text = g_utf8_validate (bytes, -1, NULL) ? g_strdup (bytes) : g_locale_to_utf8 (bytes, -1, NULL, NULL, NULL);

  if (text == NULL)
    ys_set_error (error, YS_ERROR_USAGE, bytes, _ ("This text is in no encoding that can be read here; use UTF-8"));
  return text;
}

gboolean
ys_cli_has (YsCli *self, const char *option)
{
  return g_hash_table_contains (self->options, option);
}

const char *
ys_cli_option (YsCli *self, const char *option)
{
  return g_hash_table_lookup (self->options, option);
}

const char *
ys_cli_need (YsCli *self, const char *option, GError **error)
{
  const char *value = ys_cli_option (self, option);
  g_autofree char *where = g_strconcat ("--", option, NULL);

  if (value == NULL)
    ys_set_error (error, YS_ERROR_USAGE, where, _ ("“%s” needs the option --%s=…"), self->verb->words, option);
  return value;
}

gboolean
ys_cli_parse_number (const char *text, const char *where, guint64 least, guint64 most, guint64 *number, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (text, -1);
  g_autofree char *low = g_strdup_printf ("%" G_GUINT64_FORMAT, least);
  g_autofree char *high = g_strdup_printf ("%" G_GUINT64_FORMAT, most);

  if (g_ascii_string_to_unsigned (text, 10, least, most, number, NULL))
    return TRUE;
  ys_set_error (error, YS_ERROR_USAGE, where, _ ("“%s” is no whole number from %s to %s"), shown, low, high);
  return FALSE;
}

gboolean
ys_cli_number (YsCli *self, const char *option, guint64 least, guint64 most, guint64 *number, GError **error)
{
  const char *value = ys_cli_option (self, option);
  g_autofree char *where = g_strconcat ("--", option, NULL);

  return value == NULL || ys_cli_parse_number (value, where, least, most, number, error);
}

int
ys_cli_choose (const char *word, const char *where, const char *const *words, GError **error)
{
  const char *nearest;
  g_autofree char *all = NULL;

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  nearest = ys_cli_nearest (word, words);
  all = g_strjoinv (", ", (char **) words);
  if (nearest != NULL)
    ys_set_error (error, YS_ERROR_USAGE, where, _ ("“%s” is not known here; the nearest is “%s” (there are: %s)"), word,
                  nearest, all);
  else
    ys_set_error (error, YS_ERROR_USAGE, where, _ ("“%s” is not known here; there are: %s"), word, all);
  return -1;
}

/* ---- the workspace ---- */

/* Who acts: the one named, else the one who works here now, else the only one there is. */
static gboolean
choose_person (YsCli *self, YsWorkspace *workspace, GError **error)
{
  const char *name = ys_cli_option (self, "as");
  g_autofree char *current = ys_workspace_dup_person (workspace);
  g_autoptr (GPtrArray) people = ys_workspace_dup_people (workspace);

  if (name != NULL)
    return ys_workspace_act_as (workspace, name, error);
  if (current != NULL && ys_workspace_get_person_roles (workspace) != 0)
    return TRUE;
  if (people->len == 1)
    return ys_workspace_act_as (workspace, ((YsPerson *) g_ptr_array_index (people, 0))->name, error);
  ys_set_error (error, YS_ERROR_ROLE, "--as", _ ("Several people work here; say who acts with --as=NAME"));
  return FALSE;
}

/* Reading leaves no trace, and others may read at the same time. Only where a killed program left a change half written
 * must it be undone first, which takes writing. */
static YsWorkspace *
open_to_read (const char *folder, GError **error)
{
  GError *local = NULL;
  YsWorkspace *workspace = ys_workspace_open (folder, YS_OPEN_READ_ONLY, &local);

  if (workspace == NULL && g_error_matches (local, YS_ERROR, YS_ERROR_READ_ONLY))
    {
      g_clear_error (&local);
      workspace = ys_workspace_open (folder, YS_OPEN_READ_WRITE, &local);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return workspace;
}

YsWorkspace *
ys_cli_open (YsCli *self, gboolean change, GError **error)
{
  const char *folder = ys_cli_argument (self, 0);
  YsWorkspace *workspace = change ? ys_workspace_open (folder, YS_OPEN_READ_WRITE, error) : open_to_read (folder, error);

  if (workspace == NULL)
    return NULL;
  self->workspace = workspace;
  /* who only reads is asked for where it matters what he may see */
  return (!change && !ys_cli_has (self, "as")) || choose_person (self, workspace, error) ? workspace : NULL;
}

/* ---- the answer ---- */

void
ys_cli_print (YsCli *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->text, format, arguments);
  va_end (arguments);
  g_string_append_c (self->text, '\n');
}

void
ys_cli_print_pair (YsCli *self, const char *label, guint width, const char *value)
{
  guint used = ys_cli_columns (label);

  ys_cli_print (self, "%s%*s %s", label, (int) (width > used ? width - used : 0), "", value);
}

void
ys_cli_progress (guint64 done, guint64 total, gpointer cli)
{
  const YsCli *self = cli;

  if (self->json || !isatty (STDERR_FILENO) || total == 0)
    return;
  fprintf (stderr, "\r%3u%%%s", (guint) (MIN (done, total) * 100 / total), done >= total ? "\r    \r" : "");
}
