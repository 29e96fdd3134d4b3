/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids that sort by time and increase within a process, and SHA-256 against the vectors of FIPS 180-2.
 * Several threads draw ids at once, because pages and the store do. */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ys-date.h"
#include "ys-error.h"
#include "ys-id.h"

#define EMPTY "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define TWO_BLOCKS "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
#define MILLION_A "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"

static void
test_form (void)
{
  static const char *const bad[] = { "",
                                     "017e4c4f-0000-7000-8000-00000000000",
                                     "017e4c4f-0000-7000-8000-0000000000000",
                                     "017E4C4F-0000-7000-8000-000000000000",
                                     "017e4c4f-0000-4000-8000-000000000000",
                                     "017e4c4f-0000-7000-c000-000000000000",
                                     "017e4c4f00000-7000-8000-000000000000",
                                     "017e4c4f-0000-7000-8000-00000000000g" };
  g_autofree char *id = ys_id_new ();

  g_assert_true (ys_id_is_valid (id));
  g_assert_true (ys_id_is_valid ("017e4c4f-0000-7000-8000-000000000000"));
  g_assert_false (ys_id_is_valid (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (ys_id_is_valid (bad[i]));
    }
}

static void
test_time_order (void)
{
  /* 1,641,954,720,000 ms is 0x17e4c20b900. */
  ys_clock_set_override (G_GINT64_CONSTANT (1641954720000000));
  g_autofree char *first = ys_id_new ();
  g_autofree char *second = ys_id_new ();
  ys_clock_set_override (G_GINT64_CONSTANT (1641954720001000));
  g_autofree char *third = ys_id_new ();
  ys_clock_set_override (G_GINT64_CONSTANT (1641954719000000));
  g_autofree char *corrected = ys_id_new ();
  ys_clock_set_override (G_GINT64_CONSTANT (1609459199000000));
  g_autofree char *year_before = ys_id_new ();
  ys_clock_set_override (0);

  g_assert_true (g_str_has_prefix (first, "017e4c20-b900-7"));
  g_assert_cmpstr (first, <, second);
  g_assert_cmpstr (second, <, third);
  g_assert_cmpstr (third, <, corrected); /* the clock was set back by a second */
  g_assert_cmpstr (year_before, <, first);
}

static gpointer
draw_ids (gpointer data)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 2000; i++)
    {
      g_ptr_array_add (ids, ys_id_new ());
      if (i > 0)
        g_assert_cmpstr (ids->pdata[i - 1], <, ids->pdata[i]);
    }
  return ids;
}

static void
test_threads (void)
{
  GThread *threads[4];
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ids", draw_ids, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GPtrArray) ids = g_thread_join (threads[i]);

      for (guint k = 0; k < ids->len; k++)
        g_assert_true (g_hash_table_add (seen, g_strdup (ids->pdata[k])));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 8000);
}

static void
test_seeded (void)
{
  g_autofree char *id = ys_id_new_seeded (7, 1, G_GINT64_CONSTANT (1641954720000000));
  g_autofree char *again = ys_id_new_seeded (7, 1, G_GINT64_CONSTANT (1641954720000000));
  g_autofree char *next = ys_id_new_seeded (7, 2, G_GINT64_CONSTANT (1641954720000000));
  g_autofree char *other_seed = ys_id_new_seeded (8, 1, G_GINT64_CONSTANT (1641954720000000));

  g_assert_true (ys_id_is_valid (id));
  g_assert_true (g_str_has_prefix (id, "017e4c20-b900-7001-"));
  g_assert_cmpstr (id, ==, again);
  g_assert_cmpstr (id, <, next);
  g_assert_cmpstr (id, !=, other_seed);
}

static void
test_digest_bytes (void)
{
  g_autofree char *empty = ys_digest_of_bytes (NULL, 0);
  g_autofree char *abc = ys_digest_of_bytes ("abc", 3);
  const char *text = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  g_autofree char *two_blocks = ys_digest_of_bytes (text, strlen (text));
  g_autoptr (YsDigest) pieces = ys_digest_new ();

  g_assert_cmpstr (empty, ==, EMPTY);
  g_assert_cmpstr (abc, ==, ABC);
  g_assert_cmpstr (two_blocks, ==, TWO_BLOCKS);

  ys_digest_update (pieces, "a", 1);
  ys_digest_update (pieces, NULL, 0);
  ys_digest_update (pieces, "bc", 2);

  g_autofree char *in_pieces = ys_digest_finish (pieces);
  g_assert_cmpstr (in_pieces, ==, ABC);
}

static void
test_digest_fd (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *million = g_strnfill (1000000, 'a');
  int fd = g_file_open_tmp ("yanshou-digest-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (write (fd, million, 1000000), ==, 1000000);

  g_autofree char *digest = ys_digest_of_fd (fd, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (digest, ==, MILLION_A);
  g_assert_cmpint (lseek (fd, 0, SEEK_CUR), ==, 1000000); /* untouched */
  g_assert_true (g_close (fd, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);

  int folder = open (g_get_tmp_dir (), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  g_assert_cmpint (folder, >=, 0);
  g_assert_null (ys_digest_of_fd (folder, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_NOT_FOUND); /* a folder, not a file */
  g_assert_true (g_close (folder, NULL));
}

static void
test_digest_text (void)
{
  g_autofree char *groups = ys_digest_to_groups (ABC);
  g_autofree char *signature = g_strconcat (ABC, "0123", NULL);
  g_autofree char *first_only = ys_digest_to_groups (signature);

  g_assert_cmpstr (groups, ==,
                   "ba78 16bf 8f01 cfea 4141 40de 5dae 2223 b003 61a3 9617 7a9c b410 ff61 f200 15ad");
  g_assert_cmpstr (first_only, ==, groups);
  g_assert_true (ys_digest_is_valid (ABC));
  g_assert_false (ys_digest_is_valid (signature));
  g_assert_false (ys_digest_is_valid (ABC + 1));
  g_assert_false (ys_digest_is_valid (NULL));
  g_assert_false (ys_digest_is_valid ("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id/form", test_form);
  g_test_add_func ("/base/id/time-order", test_time_order);
  g_test_add_func ("/base/id/threads", test_threads);
  g_test_add_func ("/base/id/seeded", test_seeded);
  g_test_add_func ("/base/digest/bytes", test_digest_bytes);
  g_test_add_func ("/base/digest/fd", test_digest_fd);
  g_test_add_func ("/base/digest/text", test_digest_text);
  return g_test_run ();
}
