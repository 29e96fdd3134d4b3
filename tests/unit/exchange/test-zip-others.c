/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differential test against libzip, which serves this test only: what our gate accepts libzip accepts too,
 * with the same names and contents; what libzip writes itself our gate refuses. */
#include <locale.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zip.h>

#include "small-bag.h"
#include "ys-bag-source.h"

#define ROUNDS 300

/* An archive of random shape, from @random alone. */
static int
random_archive (GRand *random)
{
  int fd = memfd_create ("random", MFD_CLOEXEC);
  g_autoptr (YsZipWriter) writer = ys_zip_writer_new (fd);
  guint n = (guint)g_rand_int_range (random, 1, 12);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      gsize length = (gsize)g_rand_int_range (random, 0, i % 3 == 0 ? 70000 : 40);
      guint8 *data = g_malloc (length + 1);
      g_autofree char *name = g_strdup_printf ("top/%s%u.bin", i % 2 == 0 ? "data/" : "", i);
      g_autoptr (GBytes) content = NULL;

      for (gsize k = 0; k < length; k++)
        data[k] = (guint8)g_rand_int (random);
      content = g_bytes_new_take (data, length);
      ys_zip_writer_add_bytes (writer, name, content, &error);
      g_assert_no_error (error);
    }
  ys_zip_writer_finish (writer, &error);
  g_assert_no_error (error);
  return fd;
}

static zip_t *
open_with_libzip (GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  zip_error_t error;
  zip_source_t *source = zip_source_buffer_create (data, length, 0, &error);
  zip_t *archive = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, &error);

  if (archive == NULL)
    zip_source_free (source);
  return archive;
}

static void
assert_same_content (zip_t *archive, const YsZipReader *reader, YsBagSource *source, guint index)
{
  const YsZipEntry *entry = ys_zip_reader_get (reader, index);
  g_autoptr (GBytes) ours = ys_bag_source_read (source, index, G_MAXUINT32, NULL);
  g_autofree guint8 *theirs = g_malloc (entry->size + 1);
  zip_file_t *file = zip_fopen_index (archive, index, 0);

  g_assert_cmpstr (zip_get_name (archive, index, ZIP_FL_ENC_STRICT), ==, entry->name);
  g_assert_nonnull (file);
  g_assert_cmpint (zip_fread (file, theirs, entry->size + 1), ==, entry->size);
  g_assert_cmpmem (theirs, entry->size, g_bytes_get_data (ours, NULL), g_bytes_get_size (ours));
  /* Closing compares the CRC. */
  g_assert_cmpint (zip_fclose (file), ==, 0);
}

static void
test_ours_by_libzip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20211231);

  for (guint round = 0; round < ROUNDS; round++)
    {
      int fd = random_archive (random);
      g_autoptr (GBytes) bytes = small_bag_bytes (fd);
      g_autoptr (GError) error = NULL;
      g_autoptr (YsZipReader) reader = ys_zip_reader_open (fd, &error);
      g_autoptr (YsBagSource) source = NULL;
      zip_t *archive = open_with_libzip (bytes);

      g_assert_no_error (error);
      g_assert_nonnull (archive);
      g_assert_cmpint (zip_get_num_entries (archive, 0), ==, ys_zip_reader_get_n (reader));
      source = ys_bag_source_new_for_zip (reader, fd);
      for (guint i = 0; i < ys_zip_reader_get_n (reader); i++)
        assert_same_content (archive, reader, source, i);
      zip_discard (archive);
      close (fd);
    }
}

/* Every changed byte that libzip refuses we refuse too; in fact we refuse all, save in contents, whose CRC is
 * read later. */
static void
test_changes_refused_by_libzip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  int fd = small_bag_zip ("610302-submission-2021-0001-0a1b");
  g_autoptr (GBytes) bytes = small_bag_bytes (fd);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (guint round = 0; round < 10 * ROUNDS; round++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (YsZipReader) reader = NULL;
      zip_t *archive;
      int changed_fd;

      copy[g_rand_int_range (random, 0, (gint32)length)] ^= (guint8)g_rand_int_range (random, 1, 256);
      changed = g_bytes_new (copy, length);
      archive = open_with_libzip (changed);
      changed_fd = small_bag_fd (copy, length);
      reader = ys_zip_reader_open (changed_fd, NULL);
      if (archive == NULL)
        g_assert_null (reader);
      else
        zip_discard (archive);
      close (changed_fd);
    }
  close (fd);
}

static void
test_theirs_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ys-zip-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "theirs.zip", NULL);
  zip_t *archive = zip_open (path, ZIP_CREATE | ZIP_EXCL, NULL);
  zip_source_t *source = zip_source_buffer (archive, "text", 4, 0);
  zip_int64_t index = zip_file_add (archive, "top/bagit.txt", source, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;
  int fd;

  g_assert_cmpint (zip_set_file_compression (archive, (zip_uint64_t)index, ZIP_CM_STORE, 0), ==, 0);
  g_assert_cmpint (zip_close (archive), ==, 0);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  fd = small_bag_fd (data, length);
  g_assert_null (ys_zip_reader_open (fd, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_ZIP_NOT_CANONICAL);
  close (fd);
  small_bag_remove (folder);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zip/ours-by-libzip", test_ours_by_libzip);
  g_test_add_func ("/zip/changes-refused-by-libzip", test_changes_refused_by_libzip);
  g_test_add_func ("/zip/theirs-refused", test_theirs_refused);
  return g_test_run ();
}
