/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the store, and the full checks of its database.
 * A copy is written beside its name, checked, and only then renamed: there is never a half one. */
#include "ys-debug.h"
#include "ys-repository.h"
#include "ys-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
vacuum_into (YsConnection *connection, gpointer data, GError **error)
{
  const char *part = data;
  sqlite3_stmt *statement = NULL;
  int result;

  if (sqlite3_prepare_v2 (ys_connection_get_handle (connection), "VACUUM INTO ?1", -1, &statement, NULL) != SQLITE_OK)
    {
      ys_connection_set_error (connection, error, _("Copying the store"));
      return FALSE;
    }
  sqlite3_bind_text (statement, 1, part, -1, SQLITE_TRANSIENT);
  result = sqlite3_step (statement);
  if (result != SQLITE_DONE)
    ys_connection_set_error (connection, error, _("Copying the store"));
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

static gboolean
sync_path (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    ys_set_error_from_errno (error, errno, path, _("Copying the store"));
  if (fd >= 0)
    close (fd);
  return done;
}

gboolean
ys_store_check_copy (const char *path, char **id, GError **error)
{
  g_autoptr (YsConnection) copy = ys_connection_open (path, FALSE, TRUE, error);
  g_autoptr (YsFaults) faults = ys_faults_new ();

  if (copy == NULL || !ys_seal_check (copy, FALSE, faults, error))
    return FALSE;
  if (ys_faults_get_n (faults) > 0)
    {
      ys_set_error_from_faults (error, faults);
      return FALSE;
    }
  if (id != NULL)
    *id = ys_setting_get (copy, "id", NULL);
  return TRUE;
}

static gboolean
get_digest (YsConnection *connection, gpointer data, GError **error)
{
  *(char **) data = ys_seal_dup_digest (connection);
  return TRUE;
}

gboolean
ys_store_is_copied (YsStore *self, const char *path)
{
  g_autoptr (YsConnection) copy = ys_connection_open (path, FALSE, TRUE, NULL);
  g_autofree char *here = NULL;
  g_autofree char *there = copy != NULL ? ys_seal_dup_digest (copy) : NULL;

  return there != NULL && ys_store_call (self, get_digest, &here, NULL) && g_strcmp0 (here, there) == 0;
}

gboolean
ys_store_backup (YsStore *self, const char *output, GError **error)
{
  g_autofree char *part = g_strconcat (output, ".part", NULL);
  g_autofree char *folder = g_path_get_dirname (output);

  if (g_file_test (output, G_FILE_TEST_EXISTS))
    {
      ys_set_error (error, YS_ERROR_EXISTS, output, _("There is a file of this name already"));
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      ys_set_error_from_errno (error, errno, folder, _("Copying the store"));
      return FALSE;
    }
  g_unlink (part); /* left by a copy that was cut short */
  if (!ys_store_call (self, vacuum_into, part, error))
    {
      g_unlink (part);
      return FALSE;
    }
  if (!ys_store_check_copy (part, NULL, error) || !sync_path (part, error))
    {
      g_unlink (part);
      return FALSE;
    }
  if (g_rename (part, output) != 0)
    {
      ys_set_error_from_errno (error, errno, output, _("Copying the store"));
      g_unlink (part);
      return FALSE;
    }
  return sync_path (folder, error);
}

/* Runs a pragma that lists faults as rows of text; a single "ok" is none. */
static gboolean
list_faults (YsConnection *connection, const char *pragma, YsFaults *faults, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result;

  if (sqlite3_prepare_v2 (ys_connection_get_handle (connection), pragma, -1, &statement, NULL) != SQLITE_OK)
    {
      ys_connection_set_error (connection, error, _("Checking the store"));
      return FALSE;
    }
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *row = (const char *) sqlite3_column_text (statement, 0);
      if (g_strcmp0 (row, "ok") != 0)
        {
          g_autofree char *place = ys_connection_describe_damage (row);
          ys_debug (YS_DEBUG_STORE, "%s: %s", pragma, row);
          /* a single word is a table whose rows refer to nothing */
          ys_faults_add (faults, YS_ERROR_STORE_DAMAGED, "workspace.db", 0,
                         place == NULL && row != NULL && strchr (row, ' ') == NULL ? row : place,
                         _("The database is damaged here"));
        }
    }
  if (result != SQLITE_DONE)
    ys_connection_set_error (connection, error, _("Checking the store"));
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

static gboolean
verify_on_thread (YsConnection *connection, gpointer data, GError **error)
{
  YsFaults *faults = data;
  g_autoptr (GError) local = NULL;

  if (!list_faults (connection, "PRAGMA integrity_check (20)", faults, &local)
      || !list_faults (connection, "PRAGMA foreign_key_check", faults, &local)
      || !ys_seal_check (connection, FALSE, faults, &local))
    {
      if (g_error_matches (local, YS_ERROR, YS_ERROR_STORE_DAMAGED))
        {
          ys_faults_add (faults, YS_ERROR_STORE_DAMAGED, "workspace.db", 0, NULL, "%s", local->message);
          return TRUE;
        }
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

gboolean
ys_store_verify_database (YsStore *self, YsFaults *faults, GError **error)
{
  return ys_store_call (self, verify_on_thread, faults, error);
}
