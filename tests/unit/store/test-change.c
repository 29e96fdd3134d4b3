/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes with their journal entry: both or nothing; the chain finds what was changed or taken out behind its back.
 * Undo and redo are changes too, and a file that was replaced from outside is never written again. */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_entry (StoreFixture *fixture, guint task, const char *key, const char *expected)
{
  g_autofree char *text = store_get (fixture->store, task, key);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_change_and_entry (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (store_count_journal (fixture->store), ==, 0);
  g_assert_true (store_put (fixture->store, 7, "person", "王秀英", NULL));
  g_assert_cmpuint (store_count_journal (fixture->store), ==, 1);
  store_reopen (fixture);
  assert_entry (fixture, 7, "person", "王秀英");
  g_assert_cmpuint (store_count_journal (fixture->store), ==, 1);
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

static gboolean
set_then_fail (YsConnection *connection, gpointer data, GError **error)
{
  g_assert_true (ys_entry_set (connection, 1, 7, "person", "半个", error));
  ys_set_error (error, YS_ERROR_VALUE, "person", "no");
  return FALSE;
}

static void
test_failed_change (StoreFixture *fixture, gconstpointer data)
{
  YsJournalRecord record = { .person = "李建国", .role = "填报人", .action = "修改", .subject = "第7项" };
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_store_change (fixture->store, &record, set_then_fail, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_VALUE);
  assert_entry (fixture, 7, "person", NULL);
  g_assert_cmpuint (store_count_journal (fixture->store), ==, 0);
  /* the next one finds no transaction left open */
  g_assert_true (store_put (fixture->store, 7, "person", "王秀英", NULL));
  g_assert_cmpuint (store_count_journal (fixture->store), ==, 1);
}

static void
test_entry_refused (StoreFixture *fixture, gconstpointer data)
{
  /* a person is NOT NULL in the journal: the entry fails, and the change with it */
  YsJournalRecord record = { .role = "填报人", .action = "修改", .subject = "第7项" };
  g_autoptr (GError) error = NULL;

  g_assert_true (store_put (fixture->store, 7, "person", "王秀英", NULL));
  record.person = NULL;
  g_assert_false (ys_store_change (fixture->store, &record, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (store_count_journal (fixture->store), ==, 1);
}

static gboolean
try_sql (YsConnection *connection, gpointer data, GError **error)
{
  return ys_connection_exec (connection, data, error);
}

static void
test_journal_only_grows (StoreFixture *fixture, gconstpointer data)
{
  static char *const attempts[] = { "UPDATE journal SET person = '别人'", "DELETE FROM journal",
                                    "REPLACE INTO journal SELECT number, at, '别人', role, action, subject, task, before, "
                                    "after, reason, previous, hash FROM journal" };

  g_assert_true (store_put (fixture->store, 7, "person", "王秀英", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (ys_store_call (fixture->store, try_sql, attempts[i], &error));
      g_assert_nonnull (error);
    }
  g_assert_cmpuint (store_count_journal (fixture->store), ==, 1);
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

/* Five entries; @sql does its harm to the closed file with the triggers taken out. The chain's first fault is at @place;
 * that the triggers are gone is the seals' to find. */
static void
check_tampered (StoreFixture *fixture, const char *sql, const char *place)
{
  g_autofree char *all = g_strconcat ("DROP TRIGGER journal_never_changes; DROP TRIGGER journal_never_shrinks;", sql, NULL);
  g_autoptr (YsFaults) faults = ys_faults_new ();

  for (guint i = 1; i <= 5; i++)
    g_assert_true (store_put (fixture->store, i, "person", "王秀英", NULL));
  store_shut (fixture);
  store_tamper (fixture, all);
  fixture->store = ys_store_open (fixture->folder, YS_STORE_READ_ONLY, "李建国", NULL);
  g_assert_nonnull (fixture->store);
  g_assert_true (ys_store_verify_journal (fixture->store, faults, NULL));
  g_assert_cmpuint (ys_faults_get_n (faults), >=, 1);
  g_assert_cmpstr (ys_faults_get (faults, 0)->where, ==, place);
}

static void
test_chain_changed (StoreFixture *fixture, gconstpointer data)
{
  check_tampered (fixture, "UPDATE journal SET person = '别人' WHERE number = 3", "3");
}

static void
test_chain_text_moved (StoreFixture *fixture, gconstpointer data)
{
  /* the same bytes in a row, cut at another place: length prefixes tell them apart */
  check_tampered (fixture, "UPDATE journal SET role = role || action, action = '' WHERE number = 2", "2");
}

static void
test_chain_null_is_not_empty (StoreFixture *fixture, gconstpointer data)
{
  check_tampered (fixture, "UPDATE journal SET reason = '' WHERE number = 4", "4");
}

static void
test_chain_removed (StoreFixture *fixture, gconstpointer data)
{
  check_tampered (fixture, "DELETE FROM journal WHERE number = 3", "4");
}

static void
test_chain_renumbered (StoreFixture *fixture, gconstpointer data)
{
  check_tampered (fixture, "DELETE FROM journal WHERE number = 3; UPDATE journal SET number = number - 1 WHERE number > 3",
                  "3");
}

static void
test_chain_begins_at_one (StoreFixture *fixture, gconstpointer data)
{
  check_tampered (fixture, "DELETE FROM journal WHERE number = 1", "2");
}

static void
test_undo_and_redo (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  g_autofree char *label = NULL;
  guint task = 0;

  g_assert_true (store_put (fixture->store, 7, "person", "王秀英", NULL));
  g_assert_true (store_put (fixture->store, 7, "person", "李建国", NULL));
  g_assert_true (ys_store_undo (fixture->store, FALSE, NULL, "李建国", "填报人", &task, &key, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (task, ==, 7);
  g_assert_cmpstr (key, ==, "person");
  assert_entry (fixture, 7, "person", "王秀英");
  store_reopen (fixture); /* undo outlives the program */
  label = ys_store_dup_undo_label (fixture->store, TRUE, NULL);
  g_assert_cmpstr (label, ==, "person");
  g_assert_true (ys_store_undo (fixture->store, TRUE, NULL, "李建国", "填报人", NULL, NULL, &error));
  assert_entry (fixture, 7, "person", "李建国");
  g_assert_false (ys_store_undo (fixture->store, TRUE, NULL, "李建国", "填报人", NULL, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_NOTHING_TO_UNDO);
  g_assert_cmpuint (store_count_journal (fixture->store), ==, 4);
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

static void
test_new_change_ends_redo (StoreFixture *fixture, gconstpointer data)
{
  g_assert_true (store_put (fixture->store, 7, "person", "王秀英", NULL));
  g_assert_true (ys_store_undo (fixture->store, FALSE, NULL, "李建国", "填报人", NULL, NULL, NULL));
  g_assert_true (store_put (fixture->store, 8, "person", "赵敏", NULL));
  g_assert_null (ys_store_dup_undo_label (fixture->store, TRUE, NULL));
}

static gboolean
overwrite_entry (YsConnection *connection, gpointer data, GError **error)
{
  return ys_entry_set (connection, 1, 7, "person", "城里改的", error);
}

static void
test_undo_conflict (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (store_put (fixture->store, 7, "person", "王秀英", NULL));
  /* a change that can't be undone touches the same row */
  g_assert_true (ys_store_write (fixture->store, overwrite_entry, NULL, NULL));
  g_assert_false (ys_store_undo (fixture->store, FALSE, NULL, "李建国", "填报人", NULL, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_NOTHING_TO_UNDO);
  assert_entry (fixture, 7, "person", "城里改的");
  g_assert_cmpuint (store_count_journal (fixture->store), ==, 1);
}

/* ---- a file replaced under the open store (cases 76) ---- */

static void
assert_writing_stopped (StoreFixture *fixture, const char *numbers)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, length_after;

  g_assert_true (g_file_get_contents (fixture->path, &before, &length, NULL));
  g_assert_false (store_put (fixture->store, 9, "person", "丢失", &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_STORE_CHANGED);
  g_assert_nonnull (strstr (error->message, numbers));
  g_clear_error (&error);
  g_assert_false (store_put (fixture->store, 9, "person", "丢失", &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_STORE_CHANGED);
  store_shut (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

static void
prepare_older_copy (StoreFixture *fixture, const char *copy)
{
  g_assert_true (store_put (fixture->store, 7, "person", "王秀英", NULL));
  g_assert_true (ys_store_backup (fixture->store, copy, NULL));
  for (guint i = 1; i <= 4; i++)
    g_assert_true (store_put (fixture->store, i, "person", "赵敏", NULL));
}

static void
test_replaced_by_copying (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);

  prepare_older_copy (fixture, copy);
  store_copy_bytes (copy, fixture->path);
  assert_writing_stopped (fixture, "here 5, there 1)"); /* which is newer, by journal number */
}

static void
test_replaced_by_renaming (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);

  prepare_older_copy (fixture, copy);
  g_assert_cmpint (g_rename (copy, fixture->path), ==, 0);
  assert_writing_stopped (fixture, "here 5, there 1)");
}

static void
test_file_taken_away (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_unlink (fixture->path);
  g_assert_false (store_put (fixture->store, 9, "person", "丢失", &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_STORE_CHANGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_CASE ("/change/with-entry", test_change_and_entry);
  STORE_CASE ("/change/failed", test_failed_change);
  STORE_CASE ("/change/entry-refused", test_entry_refused);
  STORE_CASE ("/journal/only-grows", test_journal_only_grows);
  STORE_CASE ("/journal/changed", test_chain_changed);
  STORE_CASE ("/journal/text-moved", test_chain_text_moved);
  STORE_CASE ("/journal/null-is-not-empty", test_chain_null_is_not_empty);
  STORE_CASE ("/journal/removed", test_chain_removed);
  STORE_CASE ("/journal/renumbered", test_chain_renumbered);
  STORE_CASE ("/journal/begins-at-one", test_chain_begins_at_one);
  STORE_CASE ("/undo/and-redo", test_undo_and_redo);
  STORE_CASE ("/undo/new-change-ends-redo", test_new_change_ends_redo);
  STORE_CASE ("/undo/conflict", test_undo_conflict);
  STORE_CASE ("/replaced/by-copying", test_replaced_by_copying);
  STORE_CASE ("/replaced/by-renaming", test_replaced_by_renaming);
  STORE_CASE ("/replaced/taken-away", test_file_taken_away);
  return g_test_run ();
}
