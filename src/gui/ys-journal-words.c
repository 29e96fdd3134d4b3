/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the journal's page. Several fields of a task stand in the journal as lines of key and text, of which
 * those that follow without a key belong to the text above; here each is named as the form names it. */
#include "ys-journal-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-facts.h"
#include "ys-workspace-form.h"

typedef struct {
  char *key;
  GString *text;
} Field;

static void
field_free (gpointer data)
{
  Field *field = data;

  g_free (field->key);
  g_string_free (field->text, TRUE);
  g_free (field);
}

/* Length of the key that a line begins with, 0 where it is none that the form knows. */
static gsize
measure_key (YsWorkspace *workspace, const char *line)
{
  const char *end = strchr (line, '=');
  g_autofree char *key = end != NULL ? g_strndup (line, (gsize) (end - line)) : NULL;
  g_autofree char *label = NULL;

  if (key == NULL || *key == '\0' || strpbrk (key, " \t") != NULL)
    return 0;
  label = ys_workspace_dup_entry_label (workspace, key);
  return label != NULL ? (gsize) (end - line) : 0;
}

/* The fields of a text of lines; NULL where it isn't one. */
static GPtrArray *
read_fields (YsWorkspace *workspace, const char *text)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (field_free);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize length = measure_key (workspace, lines[i]);
      if (length > 0)
        {
          Field *field = g_new0 (Field, 1);
          field->key = g_strndup (lines[i], length);
          field->text = g_string_new (lines[i] + length + 1);
          g_ptr_array_add (fields, field);
        }
      else if (fields->len == 0)
        return NULL;
      else
        g_string_append_printf (((Field *) g_ptr_array_index (fields, fields->len - 1))->text, "\n%s", lines[i]);
    }
  return g_steal_pointer (&fields);
}

static const char *
find_text (const GPtrArray *fields, const char *key)
{
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const Field *field = g_ptr_array_index (fields, i);
      if (g_str_equal (field->key, key))
        return field->text->str;
    }
  return "";
}

/* A state by its word, everything else as it was typed; said where there is nothing. */
static const char *
say (const char *text)
{
  YsItemState state;

  if (text == NULL || *text == '\0')
    return _("(empty)");
  return ys_item_state_from_nick (text, &state) ? ys_item_state_label (state) : text;
}

static void
append_fields (YsWorkspace *workspace, GString *out, const GPtrArray *before, const GPtrArray *after)
{
  for (guint i = 0; i < after->len; i++)
    {
      const Field *field = g_ptr_array_index (after, i);
      const char *was = find_text (before, field->key);
      g_autofree char *label = ys_workspace_dup_entry_label (workspace, field->key);

      if (g_str_equal (was, field->text->str))
        continue;
      if (*was == '\0')
        g_string_append_printf (out, _("%s%s: %s"), out->len > 0 ? "\n" : "", label, say (field->text->str));
      else
        g_string_append_printf (out, _("%s%s: %s → %s"), out->len > 0 ? "\n" : "", label, say (was),
                                say (field->text->str));
    }
}

/* Cited pages by their number; what only a program tells apart is not said. */
static void
append_plain (GString *out, const YsJournalEntry *entry)
{
  gboolean was = entry->before != NULL && *entry->before != '\0', is = entry->after != NULL && *entry->after != '\0';

  if ((!was && !is) || (is && g_uuid_string_is_valid (entry->after)))
    return;
  if (g_str_equal (entry->action, "引用") && is && !was && g_ascii_isdigit (*entry->after))
    g_string_append_printf (out, _("page %s"), entry->after);
  else if (was)
    g_string_append_printf (out, "%s → %s", say (entry->before), say (entry->after));
  else
    g_string_append (out, say (entry->after));
}

char *
ys_journal_dup_subject (const YsJournalEntry *entry)
{
  return entry->subject != NULL ? g_strdup_printf ("%s %s", entry->action, entry->subject) : g_strdup (entry->action);
}

char *
ys_journal_dup_change (YsWorkspace *workspace, const YsJournalEntry *entry)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) before = read_fields (workspace, entry->before);
  g_autoptr (GPtrArray) after = read_fields (workspace, entry->after);

  if (after != NULL)
    append_fields (workspace, out, before, after);
  else
    append_plain (out, entry);
  if (entry->reason != NULL && *entry->reason != '\0')
    g_string_append_printf (out, _("%sreason: %s"), out->len > 0 ? " · " : "", entry->reason);
  return g_string_free (out, FALSE);
}
