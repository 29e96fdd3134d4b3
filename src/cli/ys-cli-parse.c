/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting what was typed into verb, arguments and options, and refusing what is unknown with the nearest known word.
 * Options may stand anywhere behind the verb; "--" ends them. */
#include "ys-cli-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const YsVerbOption common_options[] = {
  { "json", YS_OPTION_FLAG, NULL, NULL },
  { "help", YS_OPTION_FLAG, NULL, NULL },
  { NULL },
};
static const YsVerbOption acting_options[] = {
  { "as", YS_OPTION_TEXT, NULL, NULL },
  { NULL },
};

/* ---- the verb ---- */

/* The words that may come next behind @before ("" at the start), each once. */
static GPtrArray *
list_words (const char *before)
{
  g_autoptr (GPtrArray) verbs = ys_verbs_list ();
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  gsize length = strlen (before);

  for (guint i = 0; i < verbs->len; i++)
    {
      const char *all = ((const YsVerb *) g_ptr_array_index (verbs, i))->words;
      const char *rest = all + length + (length > 0);

      if (!g_str_has_prefix (all, before) || (length > 0 && all[length] != ' '))
        continue;
      char *word = g_strndup (rest, strcspn (rest, " "));
      if (g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_free (word);
      else
        g_ptr_array_add (words, word);
    }
  g_ptr_array_add (words, NULL);
  return words;
}

static void
refuse_word (const char *before, const char *word, GPtrArray *known, GError **error)
{
  const char *nearest = ys_cli_nearest (word, (const char *const *) known->pdata);
  g_autofree char *all = g_strjoinv (", ", (char **) known->pdata);
  const char *blank = *before != '\0' ? " " : "";

  if (nearest != NULL)
    ys_set_error (error, YS_ERROR_USAGE, word, _ ("There is no verb “%s%s%s”; the nearest is “%s%s%s”"), before, blank, word,
                  before, blank, nearest);
  else
    ys_set_error (error, YS_ERROR_USAGE, word, _ ("There is no verb “%s%s%s”; there are: %s"), before, blank, word, all);
}

/* Takes the verb's words off the front of @rest. @words gets those that were understood. */
static gboolean
take_verb (YsCli *self, GPtrArray *rest, gboolean help, char **words, GError **error)
{
  *words = g_strdup ("");
  while (TRUE)
    {
      g_autoptr (GPtrArray) next = list_words (*words);
      const char *word = rest->len > 0 ? g_ptr_array_index (rest, 0) : NULL;

      if (next->len == 1) /* only its end: the verb is whole */
        {
          self->verb = ys_verbs_find (*words);
          return TRUE;
        }
      if (word == NULL)
        {
          g_autofree char *all = g_strjoinv (", ", (char **) next->pdata);

          if (!help)
            ys_set_error (error, YS_ERROR_USAGE, **words != '\0' ? *words : NULL,
                          _ ("A verb is missing; there are: %s"), all);
          return help;
        }
      if (!g_strv_contains ((const char *const *) next->pdata, word))
        {
          refuse_word (*words, word, next, error);
          return FALSE;
        }
      char *longer = **words != '\0' ? g_strconcat (*words, " ", word, NULL) : g_strdup (word);
      g_free (*words);
      *words = longer;
      g_ptr_array_remove_index (rest, 0);
    }
}

/* ---- options ---- */

static const YsVerbOption *
find_in (const YsVerbOption *options, const char *name)
{
  for (; options != NULL && options->name != NULL; options++)
    if (g_str_equal (options->name, name))
      return options;
  return NULL;
}

static const YsVerbOption *
find_option (const YsVerb *verb, const char *name)
{
  const YsVerbOption *option = find_in (common_options, name);

  if (option == NULL && verb != NULL)
    option = find_in (verb->options, name);
  return option == NULL && verb != NULL && verb->acts ? find_in (acting_options, name) : option;
}

static void
refuse_option (const YsVerb *verb, const char *name, GError **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  const YsVerbOption *const lists[] = { verb->options, verb->acts ? acting_options : NULL, common_options };
  g_autofree char *where = g_strconcat ("--", name, NULL);
  const char *nearest;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const YsVerbOption *option = lists[i]; option != NULL && option->name != NULL; option++)
      g_ptr_array_add (known, (gpointer) option->name);
  g_ptr_array_add (known, NULL);
  nearest = ys_cli_nearest (name, (const char *const *) known->pdata);
  if (nearest != NULL)
    ys_set_error (error, YS_ERROR_USAGE, where, _ ("“%s” has no option --%s; the nearest is --%s"), verb->words, name,
                  nearest);
  else
    ys_set_error (error, YS_ERROR_USAGE, where, _ ("“%s” has no option --%s"), verb->words, name);
}

static gboolean
take_value (YsCli *self, const YsVerbOption *option, const char *value, GError **error)
{
  g_autofree char *where = g_strconcat ("--", option->name, NULL);
  char *kept;

  if (option->kind == YS_OPTION_FLAG && value != NULL)
    {
      ys_set_error (error, YS_ERROR_USAGE, where, _ ("This option takes no value"));
      return FALSE;
    }
  if (option->kind != YS_OPTION_FLAG && value == NULL)
    {
      ys_set_error (error, YS_ERROR_USAGE, where, _ ("This option needs a value: --%s=…"), option->name);
      return FALSE;
    }
  if (g_hash_table_contains (self->options, option->name))
    {
      ys_set_error (error, YS_ERROR_USAGE, where, _ ("This option was given twice"));
      return FALSE;
    }
  kept = option->kind == YS_OPTION_TEXT ? ys_cli_dup_text (value, error) : g_strdup (value != NULL ? value : "");
  if (kept == NULL)
    return FALSE;
  g_hash_table_insert (self->options, g_strdup (option->name), kept);
  return TRUE;
}

/* Takes @word ("--task=5") and, where its value stands apart, the word behind it. */
static gboolean
take_option (YsCli *self, GPtrArray *given, guint *index, GError **error)
{
  const char *word = (const char *) g_ptr_array_index (given, *index) + 2;
  const char *sign = strchr (word, '=');
  g_autofree char *bytes = sign != NULL ? g_strndup (word, (gsize) (sign - word)) : g_strdup (word);
  g_autofree char *name = ys_cli_dup_text (bytes, error);
  const YsVerbOption *option;
  const char *value = sign != NULL ? sign + 1 : NULL;

  if (name == NULL)
    return FALSE;
  option = find_option (self->verb, name);
  if (option == NULL)
    {
      refuse_option (self->verb, name, error);
      return FALSE;
    }
  if (option->kind != YS_OPTION_FLAG && value == NULL && *index + 1 < given->len)
    value = g_ptr_array_index (given, ++*index);
  return take_value (self, option, value, error);
}

static gboolean
check_count (YsCli *self, GError **error)
{
  const YsVerb *verb = self->verb;

  if (self->arguments->len < verb->least)
    ys_set_error (error, YS_ERROR_USAGE, NULL, _ ("Something is missing: yanshou-cli %s %s"), verb->words,
                  _ (verb->arguments));
  else if (verb->most > 0 && self->arguments->len > verb->most)
    ys_set_error (error, YS_ERROR_USAGE, g_ptr_array_index (self->arguments, verb->most),
                  _ ("This is too much: yanshou-cli %s %s"), verb->words, _ (verb->arguments));
  else
    return TRUE;
  return FALSE;
}

/* The common options, which may stand in front of the verb, and the words up to the first other option. */
static void
look_ahead (YsCli *self, int argc, char **argv, gboolean *help, GPtrArray *words, GPtrArray *given)
{
  gboolean ended = FALSE;

  for (int i = 0; i < argc; i++)
    {
      gboolean option = !ended && g_str_has_prefix (argv[i], "--");

      if (option && g_str_equal (argv[i], "--json"))
        self->json = TRUE;
      else if (!ended && (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h")))
        *help = TRUE;
      else
        {
          g_ptr_array_add (option || given->len > 0 ? given : words, argv[i]);
          ended = ended || g_str_equal (argv[i], "--");
        }
    }
}

gboolean
ys_cli_parse (YsCli *self, int argc, char **argv, gboolean *help, char **words, GError **error)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autoptr (GPtrArray) given = g_ptr_array_new ();
  gboolean ended = FALSE;

  look_ahead (self, argc, argv, help, first, given);
  if (!take_verb (self, first, *help, words, error))
    return FALSE;
  if (*help)
    return TRUE;
  for (guint i = 0; i < first->len; i++)
    g_ptr_array_add (self->arguments, g_strdup (g_ptr_array_index (first, i)));
  for (guint i = 0; i < given->len; i++)
    {
      const char *word = g_ptr_array_index (given, i);

      if (ended || !g_str_has_prefix (word, "--"))
        g_ptr_array_add (self->arguments, g_strdup (word));
      else if (g_str_equal (word, "--"))
        ended = TRUE;
      else if (!take_option (self, given, &i, error))
        return FALSE;
    }
  return check_count (self, error);
}
