/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations: schema/NNN.sql brings a store from version NNN-1 to NNN.
 * Each step is one immediate transaction that also sets user_version; released steps never change. */
#include "ys-store-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

int
ys_connection_get_version (YsConnection *self)
{
  sqlite3_stmt *statement = NULL;
  int version = -1;

  if (sqlite3_prepare_v2 (ys_connection_get_handle (self), "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return version;
}

static gboolean
run_step (YsConnection *self, int version, GError **error)
{
  g_autofree char *resource = g_strdup_printf ("/io/github/yanshou/store/schema/%03d.sql", version);
  g_autoptr (GBytes) text = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *sql = NULL;

  if (text == NULL)
    return FALSE;
  sql = g_strdup_printf ("BEGIN IMMEDIATE; %.*s; PRAGMA user_version = %d;", (int) g_bytes_get_size (text),
                         (const char *) g_bytes_get_data (text, NULL), version);
  if (ys_connection_exec (self, sql, error)
      && (version < YS_STORE_VERSION || ys_seal_all (self, error)) /* whatever the steps did to the rows */
      && ys_connection_exec (self, "COMMIT", error))
    return TRUE;
  sqlite3_exec (ys_connection_get_handle (self), "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
ys_connection_migrate (YsConnection *self, gboolean read_only, GError **error)
{
  int version = ys_connection_get_version (self);

  if (version > YS_STORE_VERSION)
    {
      if (read_only)
        return TRUE;
      ys_set_error (error, YS_ERROR_STORE_NEWER, ys_connection_get_path (self),
                    _("This workspace was written by a newer version of the program (store version %d, known %d)"),
                    version, YS_STORE_VERSION);
      return FALSE;
    }
  if (version < YS_STORE_VERSION && read_only && !ys_connection_move_to_memory (self, error))
    return FALSE;
  while (version < YS_STORE_VERSION)
    {
      if (!run_step (self, version + 1, error))
        return FALSE;
      version++;
    }
  return TRUE;
}
