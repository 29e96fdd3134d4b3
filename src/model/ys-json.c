/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON text, written only: names, commas and escapes in one place.
 * Every character that JSON forbids in a string is escaped; all else is UTF-8 as it is. */
#include "ys-json.h"

static void
append_escaped (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *c = value; *c != '\0'; c++)
    {
      switch (*c)
        {
        case '"':
        case '\\':
          g_string_append_c (text, '\\');
          g_string_append_c (text, *c);
          break;
        case '\n':
          g_string_append (text, "\\n");
          break;
        default:
          if ((guchar)*c < 0x20)
            g_string_append_printf (text, "\\u%04x", (guint)*c);
          else
            g_string_append_c (text, *c);
        }
    }
  g_string_append_c (text, '"');
}

static void
begin_value (YsJson *self, const char *name)
{
  if (self->comma)
    g_string_append_c (self->text, ',');
  self->comma = TRUE;
  if (name != NULL)
    {
      append_escaped (self->text, name);
      g_string_append_c (self->text, ':');
    }
}

void
ys_json_begin (YsJson *self, const char *name, char bracket)
{
  begin_value (self, name);
  g_string_append_c (self->text, bracket);
  self->comma = FALSE;
}

void
ys_json_end (YsJson *self, char bracket)
{
  g_string_append_c (self->text, bracket);
  self->comma = TRUE;
}

void
ys_json_string (YsJson *self, const char *name, const char *value)
{
  begin_value (self, name);
  if (value != NULL)
    append_escaped (self->text, value);
  else
    g_string_append (self->text, "null");
}

void
ys_json_take_string (YsJson *self, const char *name, char *value)
{
  ys_json_string (self, name, value);
  g_free (value);
}

void
ys_json_boolean (YsJson *self, const char *name, gboolean value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

void
ys_json_integer (YsJson *self, const char *name, gint64 value)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
ys_json_points (YsJson *self, const char *name, YsPoints value)
{
  ys_json_take_string (self, name, ys_points_to_exact (value));
}

void
ys_json_null (YsJson *self, const char *name)
{
  begin_value (self, name);
  g_string_append (self->text, "null");
}
