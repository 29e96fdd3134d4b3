/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The power is cut at every moment of a store's work: what it acknowledged is there, and no change in part.
 * Run with how often each moment is tried. The same under synchronous=OFF, and on a disk that does
 * not sync the journal, must lose something: else these tests could not find it. */
#include "power-disk.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define CHANGES 14

static guint times = 1;

/* ---- the work ---- */

typedef struct {
  GRand *random;
  guint number;
} Step;

static char *
long_text (Step *step)
{
  return g_strdup_printf ("%u:%0*d", step->number, (int) g_rand_int_range (step->random, 1, 2500), 7);
}

static gboolean
set_several (YsConnection *connection, gpointer data, GError **error)
{
  Step *step = data;

  for (guint task = 1; task <= 5; task++)
    {
      g_autofree char *text = long_text (step);
      if (!ys_entry_set (connection, 1, task, "narrative.effect", g_rand_int_range (step->random, 0, 5) > 0 ? text : NULL,
                         error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_draft (YsConnection *connection, gpointer data, GError **error)
{
  g_autofree char *text = long_text (data);
  YsDraftRow row = { .task = 3, .key = (char *) "person", .text = text, .person = (char *) "李建国" };

  return ys_draft_set (connection, &row, error);
}

static gboolean
set_texts (YsConnection *connection, gpointer data, GError **error)
{
  for (guint page = 1; page <= 8; page++)
    {
      g_autofree char *text = long_text (data);
      if (!ys_page_text_set (connection, "aa", page, text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change (YsStore *store, Step *step, GError **error)
{
  YsJournalRecord record = { .person = "李建国", .role = "填报人", .action = "修改", .subject = "第1项",
                             .undo_label = "修改" };

  switch (g_rand_int_range (step->random, 0, 5))
    {
    case 0:
      return ys_store_write (store, set_draft, step, error);
    case 1:
      return ys_store_write (store, set_texts, step, error);
    case 2:
      if (ys_store_undo (store, FALSE, NULL, "李建国", "填报人", NULL, NULL, NULL))
        return TRUE;
      G_GNUC_FALLTHROUGH;
    default:
      return ys_store_change (store, &record, set_several, step, error);
    }
}

/* ---- what is there ---- */

/* All that is recorded, as one digest, read past the store's own code. */
static gboolean
read_all (YsConnection *connection, gpointer data, GError **error)
{
  static const char *const questions[]
    = { "SELECT revision, task, key, text FROM entry ORDER BY 1, 2, 3", "SELECT task, key, text FROM draft ORDER BY 1, 2",
        "SELECT digest, page, text FROM page_text ORDER BY 1, 2", "SELECT number, hash FROM journal ORDER BY 1",
        "SELECT id, undone, hex (changeset) FROM undo_step ORDER BY 1" };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char **result = data;

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      sqlite3_stmt *row = NULL;
      g_assert_cmpint (sqlite3_prepare_v2 (ys_connection_get_handle (connection), questions[i], -1, &row, NULL), ==,
                       SQLITE_OK);
      while (sqlite3_step (row) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count (row); column++)
          {
            g_checksum_update (checksum, sqlite3_column_text (row, column), -1);
            g_checksum_update (checksum, (const guchar *) "|", 1);
          }
      sqlite3_finalize (row);
    }
  *result = g_strdup (g_checksum_get_string (checksum));
  return TRUE;
}

static char *
content_of (YsStore *store)
{
  char *content = NULL;

  g_assert_true (ys_store_call (store, read_all, &content, NULL));
  return content;
}

/* ---- the cut ---- */

typedef struct {
  StoreFixture store;
  GPtrArray *contents; /* after so many changes */
  char *left;          /* the folder that a cut leaves */
  guint cuts, lost;
} Power;

static void
work (Power *power, PowerDiskKind kind)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20211231);
  g_autoptr (GError) error = NULL;
  Step step = { random, 0 };

  power->contents = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (power->contents, content_of (power->store.store));
  store_shut (&power->store);
  power_disk_begin (power->store.path, kind);
  store_reopen (&power->store);
  for (step.number = 1; step.number <= CHANGES; step.number++)
    {
      g_assert_true (change (power->store.store, &step, &error));
      g_assert_no_error (error);
      g_ptr_array_add (power->contents, content_of (power->store.store));
      power_disk_acknowledge (step.number);
    }
  store_shut (&power->store);
  power_disk_end ();
}

static void
empty_folder (const char *folder)
{
  static const char *const names[] = { "workspace.db", "workspace.db-journal", "lock" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_unlink (path);
    }
}

/* TRUE if what the cut left opens with the acknowledged changes, or with these and the one under way, whole. */
static gboolean
is_whole (Power *power, guint acknowledged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsStore) store = ys_store_open (power->left, 0, "李建国", &error);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autofree char *content = NULL;

  if (store == NULL)
    return FALSE;
  content = content_of (store);
  g_assert_true (ys_store_verify_database (store, faults, &error));
  g_assert_true (ys_store_verify_journal (store, faults, &error));
  if (ys_faults_get_n (faults) > 0)
    return FALSE;
  return g_str_equal (content, g_ptr_array_index (power->contents, acknowledged))
         || (acknowledged < CHANGES && g_str_equal (content, g_ptr_array_index (power->contents, acknowledged + 1)));
}

static void
cut_everywhere (Power *power, guint stride)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (610302);

  for (guint moment = 0; moment < power_disk_count_moments (); moment += stride)
    for (guint i = 0; i < times; i++)
      {
        guint acknowledged = power_disk_cut (moment, random, power->left);
        power->cuts++;
        if (!is_whole (power, acknowledged))
          power->lost++;
        empty_folder (power->left);
      }
  g_test_message ("%u cuts, %u with something lost", power->cuts, power->lost);
}

static void
set_up (Power *power, gconstpointer data)
{
  g_setenv ("YANSHOU_TEST_SYNCHRONOUS", g_strcmp0 (data, "OFF") == 0 ? "OFF" : "EXTRA", TRUE);
  store_set_up (&power->store, NULL);
  power->left = g_dir_make_tmp ("ys-power-XXXXXX", NULL);
  work (power, g_strcmp0 (data, "JOURNAL") == 0 ? POWER_DISK_FORGETS_JOURNAL : POWER_DISK_HONEST);
  g_setenv ("YANSHOU_TEST_SYNCHRONOUS", "OFF", TRUE); /* no cut comes while looking */
  cut_everywhere (power, g_strcmp0 (data, "EXTRA") == 0 ? 1 : 9);
}

static void
tear_down (Power *power, gconstpointer data)
{
  power_disk_clear ();
  g_ptr_array_unref (power->contents);
  g_rmdir (power->left);
  g_free (power->left);
  store_tear_down (&power->store, NULL);
}

static void
test_nothing_lost (Power *power, gconstpointer data)
{
  g_assert_cmpuint (power->cuts, >=, 200 * times);
  g_assert_cmpuint (power->lost, ==, 0);
}

static void
test_harness_bites (Power *power, gconstpointer data)
{
  g_assert_cmpuint (power->lost, >, power->cuts / 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    times = (guint) strtoul (argv[1], NULL, 10);
  g_test_add ("/power/nothing-lost", Power, "EXTRA", set_up, test_nothing_lost, tear_down);
  g_test_add ("/power/without-syncs-it-is", Power, "OFF", set_up, test_harness_bites, tear_down);
  g_test_add ("/power/without-syncs-of-the-journal-it-is", Power, "JOURNAL", set_up, test_harness_bites, tear_down);
  return g_test_run ();
}
