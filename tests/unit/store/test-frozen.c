/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stores of released versions, kept as they were written, open with all that is in them.
 * tests/data/store/version-N.db is never made anew; a new version adds its own. */
#include "store-fixture.h"
#include "ys-facts-parts.h"

#include <glib/gstdio.h>

static const char *frozen;

static void
set_up (StoreFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("ys-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "workspace.db", NULL);
  store_copy_bytes (frozen, fixture->path);
}

static gboolean
check_rows (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) entries = ys_entry_list (connection, 1, error);
  g_autoptr (GPtrArray) drafts = ys_draft_list (connection, error);
  g_autoptr (GPtrArray) evidence = ys_evidence_list (connection, error);
  g_autoptr (GPtrArray) citations = ys_citation_list (connection, 1, error);
  g_autoptr (GPtrArray) occurrences = ys_occurrence_list (connection, error);
  g_autoptr (GPtrArray) journal = ys_journal_list (connection, 0, 100, error);
  g_autofree char *person = ys_setting_get (connection, "person", error);
  g_autoptr (GBytes) catalogue = ys_plan_get (connection, "catalogue", error);

  g_assert_no_error (*error);
  g_assert_cmpint (ys_connection_get_version (connection), ==, YS_STORE_VERSION);
  g_assert_cmpuint (entries->len, ==, 8);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((YsDraftRow *) g_ptr_array_index (drafts, 0))->text, ==, "写到一半的");
  g_assert_cmpuint (evidence->len, ==, 1);
  g_assert_cmpstr (((YsEvidenceRow *) g_ptr_array_index (evidence, 0))->title, ==, "综治中心建设通知");
  g_assert_cmpuint (citations->len, ==, 1);
  g_assert_cmpstr (((YsCitation *) g_ptr_array_index (citations, 0))->note, ==, "文号在首页");
  g_assert_cmpuint (occurrences->len, ==, 1);
  const YsOccurrence *occurrence = ((YsOccurrenceRow *) g_ptr_array_index (occurrences, 0))->occurrence;
  g_assert_cmpstr (occurrence->title, ==, "“4·12”事件");
  g_assert_cmpuint (occurrence->date, ==, ys_date_new (2021, 4, 12));
  g_assert_cmpuint (occurrence->ticks->len, ==, 1);
  g_assert_cmpuint (journal->len, ==, 8);
  g_assert_cmpstr (((YsJournalRow *) g_ptr_array_index (journal, 7))->action, ==, "新建工作区");
  g_assert_cmpstr (person, ==, "李建国");
  g_assert_cmpuint (g_bytes_get_size (catalogue), ==, 3042);
  return TRUE;
}

static void
test_content (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  store_reopen (fixture);
  g_assert_true (ys_store_call (fixture->store, check_rows, NULL, &error));
  text = store_get (fixture->store, 1, "document.D1-2.number");
  g_assert_cmpstr (text, ==, "东办发〔2021〕6号");
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

static void
test_goes_on (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;
  guint task = 0;

  store_reopen (fixture);
  /* what the old program did can be taken back, and the chain goes on from its head */
  g_assert_true (ys_store_undo (fixture->store, FALSE, NULL, "李建国", "填报人", &task, &key, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (task, ==, 2);
  g_assert_cmpstr (key, ==, "person");
  text = store_get (fixture->store, 2, "person");
  g_assert_null (text);
  g_assert_true (store_put (fixture->store, 3, "person", "王秀英", NULL));
  store_reopen (fixture);
  g_assert_cmpuint (store_count_journal (fixture->store), ==, 10);
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

static void
test_read_only (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture->store = ys_store_open (fixture->folder, YS_STORE_READ_ONLY, "李建国", &error);
  g_assert_no_error (error);
  text = store_get (fixture->store, 2, "person");
  g_assert_cmpstr (text, ==, "赵敏");
}

#define FROZEN_CASE(path, func) g_test_add (path, StoreFixture, NULL, set_up, func, store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  frozen = argv[1];
  FROZEN_CASE ("/frozen/content", test_content);
  FROZEN_CASE ("/frozen/goes-on", test_goes_on);
  FROZEN_CASE ("/frozen/read-only", test_read_only);
  return g_test_run ();
}
