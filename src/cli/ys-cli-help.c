/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help on every level: all verbs, those of one group, one verb with its options.
 * Made from the table of verbs, so that it can't tell anything else than what is there. */
#include "ys-cli-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

guint
ys_cli_columns (const char *text)
{
  guint columns = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      columns += g_unichar_iszerowidth (letter) ? 0 : g_unichar_iswide (letter) ? 2 : 1;
    }
  return columns;
}

static void
add_row (GString *text, const char *left, guint width, const char *right)
{
  guint used = ys_cli_columns (left);

  if (used > width)
    g_string_append_printf (text, "  %s\n  %*s  %s\n", left, (int) width, "", right);
  else
    g_string_append_printf (text, "  %s%*s  %s\n", left, (int) (width - used), "", right);
}

static void
add_option (GString *text, const char *name, const char *value, const char *help)
{
  g_autofree char *left = value != NULL ? g_strdup_printf ("--%s=%s", name, value) : g_strconcat ("--", name, NULL);

  add_row (text, left, 26, help);
}

static void
help_verb (const YsVerb *verb, GString *text)
{
  g_string_append_printf (text, "%s yanshou-cli %s %s\n\n%s\n\n", _ ("Usage:"), verb->words, _ (verb->arguments),
                          _ (verb->summary));
  g_string_append_printf (text, "%s\n", _ ("Options:"));
  for (const YsVerbOption *option = verb->options; option != NULL && option->name != NULL; option++)
    add_option (text, option->name, option->value != NULL ? _ (option->value) : NULL, _ (option->help));
  if (verb->acts)
    add_option (text, "as", _ ("NAME"), _ ("who acts; left out: who works in the workspace now"));
  add_option (text, "json", NULL, _ ("answer as one document for programs, also where it fails"));
  add_option (text, "help", NULL, _ ("this help"));
}

static void
help_group (const char *words, GString *text)
{
  g_autoptr (GPtrArray) verbs = ys_verbs_list ();
  gsize length = strlen (words);

  g_string_append_printf (text, "%s yanshou-cli [--json] %s%s%s\n\n", _ ("Usage:"), words, length > 0 ? " " : "",
                          _ ("VERB ARGUMENT… [--option=value]"));
  for (guint i = 0; i < verbs->len; i++)
    {
      const YsVerb *verb = g_ptr_array_index (verbs, i);
      g_autofree char *left = g_strdup_printf ("%s %s", verb->words, _ (verb->arguments));

      if (length == 0 || (g_str_has_prefix (verb->words, words) && verb->words[length] == ' '))
        add_row (text, left, 40, _ (verb->summary));
    }
  g_string_append_printf (text, "\n%s\n", _ ("“yanshou-cli VERB --help” tells the options of a verb. Exit status: 0 done, "
                                             "1 refused or failed, 2 wrong use, 3 trouble of the machine."));
}

char *
ys_cli_help (const char *words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const YsVerb *verb = ys_verbs_find (words);

  if (verb != NULL)
    help_verb (verb, text);
  else
    help_group (words, text);
  return g_strdup (text->str);
}
