/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an archive: the gate, the bag layer, and the reading of what is damaged. What passes must be
 * written again with the very same bytes. */
#include <glib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "ys-bag.h"

/* A gate that lets two forms of one thing pass is no canonical gate. */
static void
assert_canonical (const YsZipReader *reader, int fd, const uint8_t *data, size_t size)
{
  int again = memfd_create ("again", MFD_CLOEXEC);
  g_autoptr (YsZipWriter) writer = ys_zip_writer_new (again);
  g_autofree guint8 *bytes = g_malloc (size + 1);

  for (guint i = 0; i < ys_zip_reader_get_n (reader); i++)
    {
      const YsZipEntry *entry = ys_zip_reader_get (reader, i);

      if (!ys_zip_writer_add_fd (writer, entry->name, fd, entry->data_offset, entry->size, NULL, NULL, NULL))
        g_error ("an accepted entry cannot be written");
    }
  if (!ys_zip_writer_finish (writer, NULL))
    g_error ("an accepted archive cannot be written");
  g_assert_cmpint (pread (again, bytes, size + 1, 0), ==, size);
  g_assert_cmpmem (bytes, size, data, size);
  close (again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  int fd = memfd_create ("archive", MFD_CLOEXEC);
  g_autoptr (YsZipReader) reader = NULL;
  g_autoptr (YsZipReader) damaged = NULL;
  g_autofree char *top = NULL;

  g_assert_cmpint (pwrite (fd, data, size, 0), ==, size);
  reader = ys_zip_reader_open (fd, NULL);
  damaged = ys_zip_reader_open_damaged (fd, NULL);
  g_assert_true (reader == NULL || damaged != NULL);
  top = ys_zip_reader_peek_top (fd);
  g_assert_true (top == NULL || g_utf8_validate (top, -1, NULL));
  if (reader != NULL)
    {
      g_autoptr (YsBagSource) source = ys_bag_source_new_for_zip (reader, fd);
      g_autoptr (YsFaults) faults = ys_faults_new ();
      g_autoptr (YsBag) bag = ys_bag_verify (source, YS_BAG_ARCHIVE_ORDER, NULL, NULL, NULL, faults, NULL);

      g_assert_true (bag == NULL || ys_bag_is_sound (bag) == (ys_faults_get_n (faults) == 0));
      if (bag != NULL && ys_bag_is_sound (bag))
        assert_canonical (reader, fd, data, size);
    }
  close (fd);
  return 0;
}
