/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an office is: settings, its plan documents, its people; and what all repositories share.
 * Plan documents are kept byte for byte beside their digest. */
#include "ys-repository-private.h"
#include "ys-id.h"

#include <glib/gi18n-lib.h>

GPtrArray *
ys_repository_collect (YsConnection *connection, sqlite3_stmt *statement, YsRowFunc read, GDestroyNotify free_row,
                       GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return NULL;
  while (ys_connection_step (connection, statement, &local))
    g_ptr_array_add (rows, read (statement));
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&rows);
}

GStrv
ys_column_dup_words (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL && text[0] != '\0' ? g_strsplit (text, " ", -1) : NULL;
}

char *
ys_words_join (char **words)
{
  return words != NULL && words[0] != NULL ? g_strjoinv (" ", words) : NULL;
}

YsDate
ys_date_from_column (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL ? ys_date_parse (text) : 0;
}

char *
ys_date_to_column (YsDate date)
{
  return date != 0 ? ys_date_to_text (date) : NULL;
}

char *
ys_setting_get (YsConnection *connection, const char *name, GError **error)
{
  sqlite3_stmt *row = ys_connection_query (connection, error, "setting-get", "s", name);
  char *value = NULL;

  if (row != NULL && ys_connection_step (connection, row, error))
    {
      value = ys_column_dup_text (row, 0);
      ys_connection_done (row);
    }
  return value;
}

gboolean
ys_setting_set (YsConnection *connection, const char *name, const char *value, GError **error)
{
  return ys_connection_run (connection, error, "setting-set", "ss", name, value);
}

GBytes *
ys_plan_get (YsConnection *connection, const char *kind, GError **error)
{
  sqlite3_stmt *row = ys_connection_query (connection, error, "plan-get", "s", kind);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *stated = NULL;
  g_autofree char *found = NULL;

  if (row == NULL)
    return NULL;
  if (!ys_connection_step (connection, row, error))
    {
      if (error == NULL || *error == NULL)
        ys_set_error (error, YS_ERROR_STORE_DAMAGED, kind, _("The store lacks a document of the plan"));
      return NULL;
    }
  content = ys_column_dup_bytes (row, 0);
  stated = ys_column_dup_text (row, 1);
  ys_connection_done (row);
  found = ys_digest_of_bytes (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  if (g_strcmp0 (stated, found) != 0)
    {
      ys_set_error (error, YS_ERROR_STORE_DAMAGED, kind, _("A document of the plan was changed inside the store"));
      return NULL;
    }
  return g_steal_pointer (&content);
}

gboolean
ys_plan_set (YsConnection *connection, const char *kind, GBytes *content, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (content, &size);
  g_autofree char *digest = ys_digest_of_bytes (data, size);

  return ys_connection_run (connection, error, "plan-set", "ssb", kind, digest, data, size);
}

void
ys_person_row_free (YsPersonRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

static gpointer
read_person (sqlite3_stmt *row)
{
  YsPersonRow *person = g_new0 (YsPersonRow, 1);

  person->name = ys_column_dup_text (row, 0);
  person->roles = (guint) sqlite3_column_int64 (row, 1);
  return person;
}

GPtrArray *
ys_person_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "person-list", ""), read_person,
                                (GDestroyNotify) ys_person_row_free, error);
}

gboolean
ys_person_set (YsConnection *connection, const char *name, guint roles, GError **error)
{
  return ys_connection_run (connection, error, "person-set", "si", name, (gint64) roles);
}
