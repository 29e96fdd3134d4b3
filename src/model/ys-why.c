/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons: the table of codes and the one function that turns a code with its inputs into a sentence.
 * A template names its inputs in braces; an input that is not there leaves its place empty. */
#include "ys-why.h"

#include <string.h>

static const struct
{
  const char *nick, *rule, *template;
} table[] = {
#define YS_WHY_CODE(NAME, nick, rule, template) { nick, rule, template },
#include "ys-why.def"
#undef YS_WHY_CODE
};

static void
free_input (gpointer data)
{
  YsWhyInput *input = data;

  g_free (input->name);
  g_free (input->text);
  g_free (input->record_id);
  g_free (input);
}

void
ys_why_take_input (YsWhy *self, const char *name, char *text, const char *record_id)
{
  YsWhyInput *input = g_new0 (YsWhyInput, 1);

  input->name = g_strdup (name);
  input->text = text != NULL ? text : g_strdup ("");
  input->record_id = g_strdup (record_id);
  g_ptr_array_add (self->inputs, input);
}

YsWhy *
ys_why_new (YsWhyCode code, ...)
{
  YsWhy *self = g_new0 (YsWhy, 1);
  va_list arguments;

  self->code = code;
  self->inputs = g_ptr_array_new_with_free_func (free_input);
  va_start (arguments, code);
  for (const char *name = va_arg (arguments, const char *); name != NULL;
       name = va_arg (arguments, const char *))
    {
      char *text = va_arg (arguments, char *);
      const char *record_id = va_arg (arguments, const char *);

      ys_why_take_input (self, name, text, record_id);
    }
  va_end (arguments);
  return self;
}

void
ys_why_free (YsWhy *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->inputs);
  g_free (self);
}

const char *
ys_why_get_rule (const YsWhy *self)
{
  return table[self->code].rule;
}

const char *
ys_why_get_nick (const YsWhy *self)
{
  return table[self->code].nick;
}

gboolean
ys_why_code_from_nick (const char *nick, YsWhyCode *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (g_strcmp0 (nick, table[i].nick) == 0)
        {
          *code = (YsWhyCode)i;
          return TRUE;
        }
    }
  return FALSE;
}

static const char *
find_text (const YsWhy *self, const char *name, gsize length)
{
  for (guint i = 0; i < self->inputs->len; i++)
    {
      const YsWhyInput *input = g_ptr_array_index (self->inputs, i);

      if (strlen (input->name) == length && strncmp (input->name, name, length) == 0)
        return input->text;
    }
  return "";
}

char *
ys_why_to_text (const YsWhy *self)
{
  GString *text = g_string_new (NULL);
  const char *rest = table[self->code].template;

  for (const char *open = strchr (rest, '{'); open != NULL; open = strchr (rest, '{'))
    {
      const char *close = strchr (open, '}');

      if (close == NULL)
        break;
      g_string_append_len (text, rest, open - rest);
      g_string_append (text, find_text (self, open + 1, (gsize)(close - open - 1)));
      rest = close + 1;
    }
  g_string_append (text, rest);
  return g_string_free (text, FALSE);
}
