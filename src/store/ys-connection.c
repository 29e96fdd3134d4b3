/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite handle with its prepared statements and the settings that keep a store safe.
 * The reasons for each pragma stand in DESIGN.md under Store. */
#include "ys-connection.h"
#include "ys-debug.h"
#include "ys-store-resources.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

struct _YsConnection {
  char *path;
  GHashTable *statements; /* name → sqlite3_stmt, owned */
  sqlite3 *handle;
};

/* On a full disk one wants to know how much room there is. */
static void
set_full (YsConnection *self, GError **error, const char *doing)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *available = NULL;
  struct statvfs disk;

  if (statvfs (folder, &disk) == 0)
    available = g_format_size ((guint64) disk.f_bavail * disk.f_frsize);
  ys_set_error (error, YS_ERROR_NO_SPACE, self->path, _("%s did not succeed: the disk is full (free: %s)"), doing,
                available != NULL ? available : "?");
}

void
ys_connection_set_error (YsConnection *self, GError **error, const char *doing)
{
  int code = self->handle != NULL ? sqlite3_extended_errcode (self->handle) : SQLITE_NOMEM;
  YsErrorCode ours = YS_ERROR_IO;

  switch (code == SQLITE_CANTOPEN_SYMLINK ? SQLITE_NOTADB : code & 0xff)
    {
    case SQLITE_FULL:
      ours = YS_ERROR_NO_SPACE;
      break;
    case SQLITE_READONLY:
      ours = YS_ERROR_READ_ONLY;
      break;
    case SQLITE_CORRUPT:
    case SQLITE_ERROR: /* a statement of ours does not fit: tables are no longer as we made them */
      ours = YS_ERROR_STORE_DAMAGED;
      break;
    case SQLITE_NOTADB: /* a link in its place too: it may lead anywhere */
      ours = YS_ERROR_NOT_WORKSPACE;
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      ours = YS_ERROR_STORE_BUSY;
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      ours = YS_ERROR_NO_PERMISSION;
      break;
    case SQLITE_CONSTRAINT:
      ours = YS_ERROR_FAILED;
      break;
    default:
      break;
    }
  if (ours == YS_ERROR_NO_SPACE)
    {
      set_full (self, error, doing);
      return;
    }
  ys_debug (YS_DEBUG_STORE, "%s: %s (%d)", doing, self->handle ? sqlite3_errmsg (self->handle) : "", code);
  /* Translators: what was being done, then a number that helps an administrator */
  ys_set_error (error, ours, self->path, _("%s did not succeed (store error %d)"), doing, code);
}

gboolean
ys_connection_exec (YsConnection *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  ys_connection_set_error (self, error, _("Using the store"));
  return FALSE;
}

/* A foreign SQLite file is never opened: the header is looked at before SQLite gets the file. */
static gboolean
check_header (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  guint8 header[100];
  gsize got = 0;
  g_autoptr (GError) local = NULL;

  stream = g_file_read (file, NULL, &local);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), header, sizeof header, &got, NULL, &local))
    {
      ys_set_error_from_foreign (error, g_steal_pointer (&local), path, _("Opening the workspace"));
      return FALSE;
    }
  if (got < sizeof header || memcmp (header, "SQLite format 3", 16) != 0)
    {
      ys_set_error (error, YS_ERROR_STORE_DAMAGED, path, _("The store of this workspace is not readable: its head is damaged"));
      return FALSE;
    }
  guint32 application = (guint32) header[68] << 24 | (guint32) header[69] << 16 | (guint32) header[70] << 8 | header[71];
  if (application != YS_STORE_APPLICATION_ID)
    {
      ys_set_error (error, YS_ERROR_NOT_WORKSPACE, path, _("This database belongs to another program"));
      return FALSE;
    }
  return TRUE;
}

char *
ys_connection_describe_damage (const char *row)
{
  const char *place = row != NULL ? strstr (row, "age ") : NULL;
  guint64 page = place != NULL ? g_ascii_strtoull (place + strlen ("age "), NULL, 10) : 0;

  return page > 0 ? g_strdup_printf (_("page %u"), (guint) page) : NULL;
}

static gboolean
quick_check (YsConnection *self, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean sound = FALSE;

  if (sqlite3_prepare_v2 (self->handle, "PRAGMA quick_check (1)", -1, &statement, NULL) != SQLITE_OK)
    {
      ys_connection_set_error (self, error, _("Checking the store"));
      return FALSE;
    }
  int step = sqlite3_step (statement);
  if (step == SQLITE_ROW)
    sound = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  else
    ys_connection_set_error (self, error, _("Checking the store"));
  if (step == SQLITE_ROW && !sound)
    {
      const char *row = (const char *) sqlite3_column_text (statement, 0);
      g_autofree char *place = ys_connection_describe_damage (row);
      ys_debug (YS_DEBUG_STORE, "quick_check: %s", row);
      ys_set_error (error, YS_ERROR_STORE_DAMAGED, self->path, _("The store of this workspace is damaged: %s"),
                    place != NULL ? place : _("its pages do not fit together"));
    }
  sqlite3_finalize (statement);
  return sound;
}

static gboolean
apply_settings (YsConnection *self, gboolean create, gboolean read_only, GError **error)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_extended_result_codes (self->handle, 1);
  if (create && !ys_connection_exec (self, "PRAGMA application_id = 1499557491;", error))
    return FALSE;
  /* The harness of fault tests proves its own bite by a run with synchronous=OFF; nobody else sets this. */
  const char *synchronous = g_strcmp0 (g_getenv ("YANSHOU_TEST_SYNCHRONOUS"), "OFF") == 0
                              ? "PRAGMA synchronous = OFF;" : "PRAGMA synchronous = EXTRA;";
  return ys_connection_exec (self,
                             "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                             /* so that REPLACE meets the journal's DELETE trigger too */
                             "PRAGMA recursive_triggers = ON;"
                             "PRAGMA locking_mode = EXCLUSIVE;", error)
         && (read_only || ys_connection_exec (self, "PRAGMA journal_mode = DELETE;", error))
         && ys_connection_exec (self, synchronous, error);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* FALSE with the cause where any part of the file can't be read. */
static gboolean
check_readable (const char *path, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (65536);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  ssize_t got = fd >= 0 ? 1 : -1;

  while (got > 0)
    got = read (fd, buffer, 65536);
  if (got < 0)
    ys_set_error_from_errno (error, errno, path, _("Opening the workspace"));
  if (fd >= 0)
    close (fd);
  return got == 0;
}

static YsConnection *
open_once (const char *path, gboolean create, gboolean read_only, GError **error)
{
  g_autoptr (YsConnection) self = g_new0 (YsConnection, 1);
  int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
              | (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | (create ? SQLITE_OPEN_CREATE : 0);

  ys_store_get_resource (); /* a static library's resources are linked in only where they are named */
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  if (!create && !check_header (path, error))
    return NULL;
  if (sqlite3_open_v2 (path, &self->handle, flags, NULL) != SQLITE_OK)
    {
      ys_connection_set_error (self, error, _("Opening the store"));
      return NULL;
    }
  if (!apply_settings (self, create, read_only, error) || !quick_check (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
ys_connection_move_to_memory (YsConnection *self, GError **error)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup = NULL;

  if (sqlite3_open_v2 (":memory:", &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL)
      == SQLITE_OK)
    backup = sqlite3_backup_init (copy, "main", self->handle, "main");
  if (backup != NULL)
    sqlite3_backup_step (backup, -1);
  if (backup == NULL || sqlite3_backup_finish (backup) != SQLITE_OK)
    {
      ys_connection_set_error (self, error, _("Reading the store"));
      sqlite3_close_v2 (copy);
      return FALSE;
    }
  g_hash_table_remove_all (self->statements);
  sqlite3_close_v2 (self->handle);
  self->handle = copy;
  return apply_settings (self, FALSE, TRUE, error);
}

YsConnection *
ys_connection_open (const char *path, gboolean create, gboolean read_only, GError **error)
{
  g_autoptr (GError) local = NULL;
  YsConnection *self = open_once (path, create, read_only, &local);

  /* SQLite calls damaged what a stumbling disk did not give it: only what can be read and is refused twice is damaged */
  if (g_error_matches (local, YS_ERROR, YS_ERROR_STORE_DAMAGED))
    {
      g_clear_error (&local);
      self = check_readable (path, &local) ? open_once (path, create, read_only, &local) : NULL;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return self;
}

void
ys_connection_close (YsConnection *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
ys_connection_get_handle (YsConnection *self)
{
  return self->handle;
}

const char *
ys_connection_get_path (YsConnection *self)
{
  return self->path;
}

static sqlite3_stmt *
lookup_statement (YsConnection *self, const char *name, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, name);
  g_autofree char *resource = NULL;
  g_autoptr (GBytes) text = NULL;

  if (statement != NULL)
    return statement;
  resource = g_strdup_printf ("/io/github/yanshou/store/sql/%s.sql", name);
  text = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (text == NULL)
    return NULL;
  if (sqlite3_prepare_v3 (self->handle, g_bytes_get_data (text, NULL), (int) g_bytes_get_size (text),
                          SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      ys_connection_set_error (self, error, _("Using the store"));
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (name), statement);
  return statement;
}

static sqlite3_stmt *
bind_statement (YsConnection *self, GError **error, const char *name, const char *types, va_list arguments)
{
  sqlite3_stmt *statement = lookup_statement (self, name, error);

  if (statement == NULL)
    return NULL;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  for (int i = 0; types[i] != '\0'; i++)
    {
      if (types[i] == 'i')
        sqlite3_bind_int64 (statement, i + 1, va_arg (arguments, gint64));
      else if (types[i] == 's')
        sqlite3_bind_text (statement, i + 1, va_arg (arguments, const char *), -1, SQLITE_TRANSIENT);
      else
        {
          const void *data = va_arg (arguments, const void *);
          gsize length = va_arg (arguments, gsize);
          sqlite3_bind_blob64 (statement, i + 1, data != NULL ? data : "", length, SQLITE_TRANSIENT);
        }
    }
  return statement;
}

sqlite3_stmt *
ys_connection_query (YsConnection *self, GError **error, const char *name, const char *types, ...)
{
  va_list arguments;

  va_start (arguments, types);
  sqlite3_stmt *statement = bind_statement (self, error, name, types, arguments);
  va_end (arguments);
  return statement;
}

gboolean
ys_connection_step (YsConnection *self, sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step (statement);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    ys_connection_set_error (self, error, _("Using the store"));
  sqlite3_reset (statement);
  return FALSE;
}

void
ys_connection_done (sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
}

gboolean
ys_connection_run (YsConnection *self, GError **error, const char *name, const char *types, ...)
{
  va_list arguments;
  g_autoptr (GError) local = NULL;

  va_start (arguments, types);
  sqlite3_stmt *statement = bind_statement (self, error, name, types, arguments);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;
  ys_connection_step (self, statement, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  sqlite3_reset (statement);
  return TRUE;
}

char *
ys_column_dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

GBytes *
ys_column_dup_bytes (sqlite3_stmt *statement, int column)
{
  return g_bytes_new (sqlite3_column_blob (statement, column), (gsize) sqlite3_column_bytes (statement, column));
}
