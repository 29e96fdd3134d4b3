/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A province's store of version 5 with a dossier in it, kept as it was written: which packages belong together, and their
 * documents byte for byte. tests/data/store/version-5-dossier.db is never made anew. */
#include "store-fixture.h"

#include "ys-id.h"
#include "ys-repository-dossier.h"

#define OWN "017ee192-c780-709b-8770-ded27cdf185f"
#define FIRST "017ee192-c780-73c4-b6f3-31cd1392182a"
#define SECOND "017ee192-c780-70ea-87f8-2ff506e7d7ed"

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
  g_autoptr (GPtrArray) dossiers = ys_dossier_list (connection, error);
  g_autoptr (GPtrArray) bags = ys_dossier_bag_list (connection, error);
  g_autoptr (GPtrArray) packages = ys_package_list (connection, error);
  g_autoptr (GBytes) index = ys_received_get (connection, OWN, "dossier", error);
  g_autoptr (GBytes) submission = ys_received_get (connection, FIRST, "submission", error);
  g_autoptr (GBytes) none = ys_received_get (connection, SECOND, "review", error);

  g_assert_no_error (*error);
  g_assert_cmpint (ys_connection_get_version (connection), ==, YS_STORE_VERSION);
  g_assert_cmpuint (dossiers->len, ==, 1);
  const YsDossierRow *dossier = g_ptr_array_index (dossiers, 0);
  g_assert_cmpstr (dossier->package, ==, OWN);
  g_assert_cmpstr (dossier->about, ==, OWN);
  g_assert_cmpstr (dossier->city, ==, "9901");
  g_assert_cmpstr (dossier->city_name, ==, "云溪市");
  g_assert_cmpuint (bags->len, ==, 2);
  const YsDossierBagRow *first = g_ptr_array_index (bags, 0);
  const YsDossierBagRow *second = g_ptr_array_index (bags, 1);
  g_assert_cmpstr (first->package, ==, FIRST);
  g_assert_cmpstr (first->unit, ==, "990101");
  g_assert_cmpstr (second->package, ==, SECOND);
  g_assert_cmpuint (packages->len, ==, 3);
  g_assert_cmpuint (g_bytes_get_size (index), ==, 896);
  g_assert_cmpuint (g_bytes_get_size (submission), ==, 197);
  g_assert_null (none);
  return TRUE;
}

static void
test_content (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_reopen (fixture);
  g_assert_true (ys_store_call (fixture->store, check_rows, NULL, &error));
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

static gboolean
add_again (YsConnection *connection, gpointer data, GError **error)
{
  YsDossierRow row = { (char *) FIRST, (char *) OWN, (char *) "9901", (char *) "云溪市", (char *) "2021年度考核" };

  return ys_dossier_add (connection, &row, error) && ys_dossier_bag_add (connection, FIRST, data, "9901", error);
}

/* What is no package of the register is no part of a dossier. */
static void
test_goes_on (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_reopen (fixture);
  g_assert_false (ys_store_write (fixture->store, add_again, (gpointer) "none", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (ys_store_write (fixture->store, add_again, (gpointer) OWN, &error));
  g_assert_no_error (error);
  store_reopen (fixture);
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  frozen = argv[1];
  g_test_add ("/frozen/dossier/content", StoreFixture, NULL, set_up, test_content, store_tear_down);
  g_test_add ("/frozen/dossier/goes-on", StoreFixture, NULL, set_up, test_goes_on, store_tear_down);
  return g_test_run ();
}
