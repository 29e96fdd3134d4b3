/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals: whatever another program changes in the rows is found, by table, before the next change could seal it.
 * What the store itself does, undo and migrations among it, keeps them whole. */
#include "store-fixture.h"

#define DIGEST "aa11"

static gboolean
add_texts (YsConnection *connection, gpointer data, GError **error)
{
  YsEvidenceRow row = { .digest = (char *) DIGEST, .title = (char *) "通知", .original_name = (char *) "a.pdf",
                        .pages = 2, .size = 9 };

  return ys_evidence_add (connection, &row, error) && ys_page_text_set (connection, DIGEST, 1, "第一页", error)
         && ys_page_text_set (connection, DIGEST, 2, "第二页", error)
         && ys_page_text_set (connection, "bb22", 1, "别的", error);
}

static void
fill (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= 4; i++)
    g_assert_true (store_put (fixture->store, i, "person", "王秀英", &error));
  g_assert_true (ys_store_write (fixture->store, add_texts, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

/* After @sql the store is not opened for writing and says @table; for reading it opens, and verify says it too. */
static void
check_found (StoreFixture *fixture, const char *sql, const char *table)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *where = NULL;

  fill (fixture);
  store_shut (fixture);
  store_tamper (fixture, sql);
  g_assert_null (ys_store_open (fixture->folder, 0, "李建国", &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_STORE_DAMAGED);
  g_assert_cmpstr (ys_faults_get (ys_error_get_faults (error), 0)->where, ==, table);
  g_clear_error (&error);
  fixture->store = ys_store_open (fixture->folder, YS_STORE_READ_ONLY, "李建国", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (store_count_faults (fixture->store, &where), ==, 1);
  g_assert_cmpstr (where, ==, table);
}

static void
test_text_changed (StoreFixture *fixture, gconstpointer data)
{
  check_found (fixture, "UPDATE entry SET text = '王秀莲' WHERE task = 3", "entry");
}

static void
test_row_removed (StoreFixture *fixture, gconstpointer data)
{
  check_found (fixture, "DELETE FROM entry WHERE task = 3", "entry");
}

static void
test_all_rows_removed (StoreFixture *fixture, gconstpointer data)
{
  check_found (fixture, "DELETE FROM evidence", "evidence");
}

static void
test_row_added (StoreFixture *fixture, gconstpointer data)
{
  check_found (fixture, "INSERT INTO person VALUES ('别人', 3)", "person");
}

static void
test_null_is_not_empty (StoreFixture *fixture, gconstpointer data)
{
  check_found (fixture, "UPDATE evidence SET number = ''", "evidence");
}

static void
test_undo_step_changed (StoreFixture *fixture, gconstpointer data)
{
  check_found (fixture, "UPDATE undo_step SET label = 'x' WHERE id = 1", "undo_step");
}

static void
test_journal_end_cut (StoreFixture *fixture, gconstpointer data)
{
  check_found (fixture, "DROP TRIGGER journal_never_shrinks; DELETE FROM journal WHERE number = 4;"
                        "CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal BEGIN "
                        "SELECT RAISE (ABORT, 'journal is append-only'); END;", "journal");
}

static void
test_trigger_removed (StoreFixture *fixture, gconstpointer data)
{
  check_found (fixture, "DROP TRIGGER journal_never_changes", "sqlite_schema");
}

static void
test_seal_removed (StoreFixture *fixture, gconstpointer data)
{
  check_found (fixture, "DELETE FROM seal WHERE name = 'entry'", "entry");
}

/* Large tables are looked at by verify only, and only the part that was changed is named. */
static void
test_page_text_changed (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *where = NULL;

  fill (fixture);
  store_shut (fixture);
  store_tamper (fixture, "UPDATE page_text SET text = '第三页' WHERE page = 2");
  store_reopen (fixture);
  g_assert_cmpuint (store_count_faults (fixture->store, &where), ==, 1);
  g_assert_cmpstr (where, ==, "page_text " DIGEST);
  /* a later change of another part does not seal it */
  g_assert_true (store_put (fixture->store, 9, "person", "赵敏", NULL));
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 1);
}

static void
test_page_text_removed (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *where = NULL;

  fill (fixture);
  store_shut (fixture);
  store_tamper (fixture, "DELETE FROM page_text WHERE digest = 'bb22'");
  store_reopen (fixture);
  g_assert_cmpuint (store_count_faults (fixture->store, &where), ==, 1);
  g_assert_cmpstr (where, ==, "page_text bb22");
}

static gboolean
delete_evidence (YsConnection *connection, gpointer data, GError **error)
{
  return ys_evidence_delete (connection, DIGEST, error);
}

static void
test_own_changes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_assert_true (ys_store_undo (fixture->store, FALSE, NULL, "李建国", "填报人", NULL, NULL, &error));
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
  g_assert_true (ys_store_undo (fixture->store, TRUE, NULL, "李建国", "填报人", NULL, NULL, &error));
  g_assert_true (ys_store_write (fixture->store, delete_evidence, NULL, &error));
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
  for (guint i = 1; i <= 4; i++)
    g_assert_true (store_put (fixture->store, i, "person", NULL, &error)); /* the last row goes, and its seal */
  g_assert_no_error (error);
  store_reopen (fixture);
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_CASE ("/seal/text-changed", test_text_changed);
  STORE_CASE ("/seal/row-removed", test_row_removed);
  STORE_CASE ("/seal/all-rows-removed", test_all_rows_removed);
  STORE_CASE ("/seal/row-added", test_row_added);
  STORE_CASE ("/seal/null-is-not-empty", test_null_is_not_empty);
  STORE_CASE ("/seal/undo-step-changed", test_undo_step_changed);
  STORE_CASE ("/seal/journal-end-cut", test_journal_end_cut);
  STORE_CASE ("/seal/trigger-removed", test_trigger_removed);
  STORE_CASE ("/seal/seal-removed", test_seal_removed);
  STORE_CASE ("/seal/page-text-changed", test_page_text_changed);
  STORE_CASE ("/seal/page-text-removed", test_page_text_removed);
  STORE_CASE ("/seal/own-changes", test_own_changes);
  return g_test_run ();
}
