/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store of version 1 as its program left it: brought up with a copy kept, or read without touching the file.
 * The old store is made from the released first step, whose text is given as argument. */
#include "store-fixture.h"
#include "ys-repository-review.h"

#include <glib/gstdio.h>

static char *first_step;

/* The store of the fixture becomes one of version 1 with one entry in it. */
static void
make_old (StoreFixture *fixture)
{
  g_autofree char *sql = NULL;
  sqlite3 *handle = NULL;

  store_shut (fixture);
  g_unlink (fixture->path);
  sql = g_strconcat ("PRAGMA application_id = 1499557491; BEGIN;", first_step,
                     "INSERT INTO entry VALUES (1, 7, 'state', 'done');"
                     "INSERT INTO undo_step VALUES (1, '修改', 7, 'state', x'00', 0);"
                     "PRAGMA user_version = 1; COMMIT;", NULL);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static int
version_of_file (const char *path)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "PRAGMA user_version", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  int version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return version;
}

static gboolean
add_assessor (YsConnection *connection, gpointer data, GError **error)
{
  YsAssessor assessor = { (char *) "A1", (char *) "周明远", NULL, FALSE, 0 };

  return ys_person_set (connection, "周明远", 4, error) && ys_assessor_set (connection, &assessor, error);
}

static void
test_brought_up (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *kept = g_build_filename (fixture->folder, "backup", "before-migration-1.db", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "backup", NULL);
  g_autoptr (GError) error = NULL;

  make_old (fixture);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  store_reopen (fixture);
  g_autofree char *text = store_get (fixture->store, 7, "state");
  g_assert_cmpstr (text, ==, "done");
  g_autofree char *label = ys_store_dup_undo_label (fixture->store, FALSE, NULL);
  g_assert_cmpstr (label, ==, "修改");
  g_assert_true (ys_store_write (fixture->store, add_assessor, NULL, &error));
  g_assert_no_error (error);
  store_shut (fixture);
  g_assert_cmpint (version_of_file (fixture->path), ==, YS_STORE_VERSION);
  g_assert_cmpint (version_of_file (kept), ==, 1);
}

static gboolean
count_reviews (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) reviews = ys_unit_review_list (connection, error);

  *(guint *) data = reviews != NULL ? reviews->len : G_MAXUINT;
  return reviews != NULL;
}

static void
test_only_read (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint reviews = G_MAXUINT;

  make_old (fixture);
  fixture->store = ys_store_open (fixture->folder, YS_STORE_READ_ONLY, "李建国", &error);
  g_assert_no_error (error);
  g_autofree char *text = store_get (fixture->store, 7, "state");
  g_assert_cmpstr (text, ==, "done");
  g_assert_true (ys_store_call (fixture->store, count_reviews, &reviews, &error));
  g_assert_cmpuint (reviews, ==, 0);
  store_shut (fixture);
  g_assert_cmpint (version_of_file (fixture->path), ==, 1);
}

static gboolean
set_one (YsConnection *connection, gpointer data, GError **error)
{
  return ys_entry_set (connection, 1, 1, data, "1", error);
}

static void
step (YsStore *store, const char *person, const char *key)
{
  YsJournalRecord record = { .person = person, .role = "评审员", .action = "修改", .subject = key, .undo_label = key };
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_store_change (store, &record, set_one, (gpointer) key, &error));
  g_assert_no_error (error);
}

/* Nobody takes back another's step: each finds his own last one. */
static void
test_own_steps (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  step (fixture->store, "周明远", "one");
  step (fixture->store, "吴静怡", "two");
  g_autofree char *first = ys_store_dup_undo_label (fixture->store, FALSE, "周明远");
  g_assert_cmpstr (first, ==, "one");
  g_assert_null (ys_store_dup_undo_label (fixture->store, FALSE, "郑开平"));
  g_assert_true (ys_store_undo (fixture->store, FALSE, "周明远", "周明远", "评审员", NULL, NULL, &error));
  g_assert_null (store_get (fixture->store, 1, "one"));
  g_autofree char *other = store_get (fixture->store, 1, "two");
  g_assert_cmpstr (other, ==, "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_assert_true (g_file_get_contents (argv[1], &first_step, NULL, NULL));
  STORE_CASE ("/store/migrate/brought-up", test_brought_up);
  STORE_CASE ("/store/migrate/only-read", test_only_read);
  STORE_CASE ("/store/undo/own-steps", test_own_steps);
  int result = g_test_run ();
  g_free (first_step);
  return result;
}
