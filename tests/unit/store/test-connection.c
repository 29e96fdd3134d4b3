/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is opened as a store and what is not: foreign databases, damage, links, newer versions.
 * A refused file is left byte for byte as it was. */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

static char *
digest_of (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
}

/* Opening is refused with @code, the file unchanged, and no journal left beside it. */
static void
assert_refused (StoreFixture *fixture, YsStoreFlags flags, YsErrorCode code)
{
  g_autofree char *before = digest_of (fixture->path);
  g_autofree char *after = NULL;
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_store_open (fixture->folder, flags, "王秀英", &error));
  g_assert_error (error, YS_ERROR, (int) code);
  after = digest_of (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_foreign_database (StoreFixture *fixture, gconstpointer data)
{
  store_shut (fixture);
  g_unlink (fixture->path);
  sqlite3 *handle = NULL;
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE TABLE thing (name TEXT)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  assert_refused (fixture, 0, YS_ERROR_NOT_WORKSPACE);
  assert_refused (fixture, YS_STORE_READ_ONLY, YS_ERROR_NOT_WORKSPACE);
}

static void
test_no_database (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = g_build_filename (fixture->folder, "lock", NULL);

  store_shut (fixture);
  g_unlink (fixture->path);
  g_unlink (lock);
  g_assert_null (ys_store_open (fixture->folder, 0, "王秀英", &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_NOT_WORKSPACE);
  /* nothing is made in a folder that is not ours */
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_head_damaged (StoreFixture *fixture, gconstpointer data)
{
  store_shut (fixture);
  store_overwrite (fixture->path, 3, "X", 1);
  assert_refused (fixture, 0, YS_ERROR_STORE_DAMAGED);
  g_assert_cmpint (truncate (fixture->path, 60), ==, 0);
  assert_refused (fixture, 0, YS_ERROR_STORE_DAMAGED);
  g_assert_cmpint (truncate (fixture->path, 0), ==, 0);
  assert_refused (fixture, 0, YS_ERROR_STORE_DAMAGED);
}

static void
test_page_damaged (StoreFixture *fixture, gconstpointer data)
{
  static const guint8 garbage[200] = { 0xff, 0xff, 0xff, 0xff };

  for (guint i = 0; i < 40; i++)
    g_assert_true (store_put (fixture->store, i + 1, "narrative.effect", "成效", NULL));
  store_shut (fixture);
  store_overwrite (fixture->path, 4096, garbage, sizeof garbage); /* the head of page 2 */
  assert_refused (fixture, 0, YS_ERROR_STORE_DAMAGED);
  assert_refused (fixture, YS_STORE_READ_ONLY, YS_ERROR_STORE_DAMAGED);
}

static void
test_newer_version (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (store_put (fixture->store, 7, "person", "王秀英", NULL));
  store_shut (fixture);
  store_tamper (fixture, "PRAGMA user_version = 99");
  assert_refused (fixture, 0, YS_ERROR_STORE_NEWER);
  fixture->store = ys_store_open (fixture->folder, YS_STORE_READ_ONLY, "王秀英", &error);
  g_assert_no_error (error);
  text = store_get (fixture->store, 7, "person");
  g_assert_cmpstr (text, ==, "王秀英");
  g_assert_false (store_put (fixture->store, 7, "person", "李建国", &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_READ_ONLY);
}

static void
test_link (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere.db", NULL);
  g_autoptr (GError) error = NULL;

  store_shut (fixture);
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  g_assert_cmpint (symlink ("elsewhere.db", fixture->path), ==, 0);
  assert_refused (fixture, 0, YS_ERROR_NOT_WORKSPACE);
  assert_refused (fixture, YS_STORE_READ_ONLY, YS_ERROR_NOT_WORKSPACE);
}

static void
test_linked_folder (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_strconcat (fixture->folder, "-link", NULL);
  g_autoptr (GError) error = NULL;

  store_shut (fixture);
  g_assert_cmpint (symlink (fixture->folder, link), ==, 0);
  fixture->store = ys_store_open (link, 0, "李建国", &error);
  g_unlink (link);
  g_assert_no_error (error);
  /* the folder itself is resolved first: a workspace behind a link to its folder is a normal case */
  g_assert_cmpstr (ys_store_get_folder (fixture->store), ==, fixture->folder);
}

static int
pragma (YsConnection *connection, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s", name);
  sqlite3_stmt *statement = NULL;
  int value;

  g_assert_cmpint (sqlite3_prepare_v2 (ys_connection_get_handle (connection), sql, -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

static gboolean
check_settings (YsConnection *connection, gpointer data, GError **error)
{
  sqlite3 *handle = ys_connection_get_handle (connection);
  int on = 0;

  g_assert_cmpint (pragma (connection, "synchronous"), ==, 3); /* EXTRA */
  g_assert_cmpint (pragma (connection, "foreign_keys"), ==, 1);
  g_assert_cmpint (pragma (connection, "cell_size_check"), ==, 1);
  g_assert_cmpint (pragma (connection, "mmap_size"), ==, 0);
  g_assert_cmpint (pragma (connection, "application_id"), ==, YS_STORE_APPLICATION_ID);
  g_assert_cmpint (pragma (connection, "user_version"), ==, YS_STORE_VERSION);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &on);
  g_assert_cmpint (on, ==, 1);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, -1, &on);
  g_assert_cmpint (on, ==, 0);
  /* a text in double quotes is no text */
  g_assert_cmpint (sqlite3_exec (handle, "SELECT \"word\"", NULL, NULL, NULL), ==, SQLITE_ERROR);
  return TRUE;
}

static void
test_settings (StoreFixture *fixture, gconstpointer data)
{
  g_assert_true (ys_store_call (fixture->store, check_settings, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_CASE ("/connection/foreign-database", test_foreign_database);
  STORE_CASE ("/connection/no-database", test_no_database);
  STORE_CASE ("/connection/head-damaged", test_head_damaged);
  STORE_CASE ("/connection/page-damaged", test_page_damaged);
  STORE_CASE ("/connection/newer-version", test_newer_version);
  STORE_CASE ("/connection/link", test_link);
  STORE_CASE ("/connection/linked-folder", test_linked_folder);
  STORE_CASE ("/connection/settings", test_settings);
  return g_test_run ();
}
