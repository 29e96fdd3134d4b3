/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store of version 5, kept as it was written, opens with the opinions and findings that are in it.
 * tests/data/store/version-5.db is never made anew; a new version adds its own. */
#include "store-fixture.h"
#include "ys-repository-opinion.h"

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
  g_autoptr (YsOpinions) all = ys_opinions_new ();
  g_autoptr (GPtrArray) findings = ys_finding_list (connection, error);
  g_autoptr (GPtrArray) deliveries = ys_delivery_list (connection, error);

  g_assert_true (ys_opinions_load (connection, all, error));
  g_assert_cmpint (ys_connection_get_version (connection), ==, YS_STORE_VERSION);
  g_assert_cmpuint (all->opinions->len, ==, 1);
  g_assert_cmpuint (all->conclusions->len, ==, 1);
  const YsOpinion *opinion = g_ptr_array_index (all->opinions, 0);
  g_assert_cmpstr (opinion->reason, ==, "请说明");
  g_assert_cmpint (opinion->points, ==, 7400);
  const YsAnswer *answer = g_ptr_array_index (all->answers, 0);
  g_assert_cmpstr (answer->text, ==, "已补齐");
  g_assert_cmpuint (answer->citations->len, ==, 1);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((YsFinding *) g_ptr_array_index (findings, 0))->title, ==, "场所未验收");
  g_assert_cmpuint (deliveries->len, ==, 2);
  return TRUE;
}

static void
test_content (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint task = 0;

  store_reopen (fixture);
  g_assert_true (ys_store_call (fixture->store, check_rows, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
  /* what the old program did can be taken back, the newest first */
  g_assert_true (ys_store_undo (fixture->store, FALSE, NULL, "何志远", "审核员", &task, NULL, &error));
  g_assert_cmpuint (task, ==, 3);
  g_assert_true (ys_store_undo (fixture->store, FALSE, NULL, "何志远", "审核员", &task, NULL, &error));
  g_assert_cmpuint (task, ==, 32);
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  frozen = argv[1];
  g_test_add ("/frozen/opinion/content", StoreFixture, NULL, set_up, test_content, store_tear_down);
  return g_test_run ();
}
