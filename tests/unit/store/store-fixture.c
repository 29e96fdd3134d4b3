/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens, changes and tampers with a store in a folder of its own.
 * Tampering goes through a second SQLite handle or plain writes, never through the store. */
#include "store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

void
store_set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ys-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "workspace.db", NULL);
  fixture->store = ys_store_open (fixture->folder, YS_STORE_CREATE, "李建国", &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *inner = g_build_filename (path, name, NULL);
          remove_tree (inner);
        }
    }
  g_remove (path);
}

void
store_tear_down (StoreFixture *fixture, gconstpointer data)
{
  store_shut (fixture);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
store_shut (StoreFixture *fixture)
{
  g_clear_pointer (&fixture->store, ys_store_close);
}

void
store_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  store_shut (fixture);
  fixture->store = ys_store_open (fixture->folder, 0, "李建国", &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
}

typedef struct {
  guint task;
  const char *key, *text;
} Entry;

static gboolean
set_entry (YsConnection *connection, gpointer data, GError **error)
{
  const Entry *entry = data;

  return ys_entry_set (connection, 1, entry->task, entry->key, entry->text, error);
}

gboolean
store_put (YsStore *store, guint task, const char *key, const char *text, GError **error)
{
  Entry entry = { task, key, text };
  YsJournalRecord record = { .person = "李建国", .role = "填报人", .action = "修改", .subject = key,
                             .task = task, .after = text, .undo_label = key, .undo_key = key };

  return ys_store_change (store, &record, set_entry, &entry, error);
}

typedef struct {
  guint task;
  const char *key;
  char *text;
} Found;

static gboolean
find_entry (YsConnection *connection, gpointer data, GError **error)
{
  Found *found = data;
  g_autoptr (GPtrArray) rows = ys_entry_list (connection, 1, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const YsEntryRow *row = g_ptr_array_index (rows, i);
      if (row->task == found->task && g_strcmp0 (row->key, found->key) == 0)
        found->text = g_strdup (row->text);
    }
  return rows != NULL;
}

char *
store_get (YsStore *store, guint task, const char *key)
{
  Found found = { task, key, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_store_call (store, find_entry, &found, &error));
  g_assert_no_error (error);
  return found.text;
}

guint64
store_count_journal (YsStore *store)
{
  g_autoptr (GError) error = NULL;
  guint64 number = G_MAXUINT64;

  g_assert_true (ys_store_get_journal_head (store, &number, NULL, &error));
  g_assert_no_error (error);
  return number;
}

guint
store_count_faults (YsStore *store, char **where)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_store_verify_database (store, faults, &error));
  g_assert_true (ys_store_verify_journal (store, faults, &error));
  g_assert_no_error (error);
  if (where != NULL)
    *where = ys_faults_get_n (faults) > 0 ? g_strdup (ys_faults_get (faults, 0)->where) : NULL;
  return ys_faults_get_n (faults);
}

void
store_tamper (StoreFixture *fixture, const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_null (fixture->store);
  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

void
store_overwrite (const char *path, goffset offset, const void *data, gsize length)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, data, length, offset), ==, (gssize) length);
  close (fd);
}

void
store_copy_bytes (const char *from, const char *to)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int fd;

  g_assert_true (g_file_get_contents (from, &content, &length, &error));
  fd = open (to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, content, length), ==, (gssize) length);
  close (fd);
}
