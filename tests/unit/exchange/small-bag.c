/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the small bag; its package.xml need not satisfy the schema, since the bag layer does not read it. */
#include "small-bag.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ys-bag-names.h"
#include "ys-bag-text.h"
#include "ys-id.h"
#include "ys-zip-writer.h"

#define EVIDENCE "%PDF-1.7\nfictional\n%%EOF\n"
#define DESCRIPTION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package/>\n"

static char *
evidence_name (void)
{
  g_autofree char *digest = ys_digest_of_bytes (EVIDENCE, strlen (EVIDENCE));

  return g_strdup_printf ("data/evidence/%s.pdf", digest);
}

GPtrArray *
small_bag_names (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (YsBagRole role = YS_BAG_DECLARATION; role <= YS_BAG_PACKAGE; role++)
    {
      if (role != YS_BAG_SIGNATURE)
        g_ptr_array_add (names, g_strdup (ys_bag_role_get_name (role)));
    }
  g_ptr_array_add (names, evidence_name ());
  return names;
}

static void
add_digest (GHashTable *digests, const char *name)
{
  g_autoptr (GBytes) content = small_bag_content (name);

  g_hash_table_insert (digests, g_strdup (name),
                       ys_digest_of_bytes (g_bytes_get_data (content, NULL), g_bytes_get_size (content)));
}

static GBytes *
manifest (gboolean of_payload)
{
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) names = small_bag_names ();

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_str_has_prefix (name, "data/") == of_payload && strcmp (name, YS_BAG_TAG_MANIFEST_NAME) != 0)
        add_digest (digests, name);
    }
  return ys_bag_text_manifest (digests);
}

GBytes *
small_bag_content (const char *name)
{
  YsBagInfo info = { .source_organization = (char *)"渭滨区", .bagging_date = (char *)"2022-01-12" };

  switch (ys_bag_role_of (name))
    {
    case YS_BAG_DECLARATION:
      return ys_bag_text_declaration ();
    case YS_BAG_INFO:
      info.payload_bytes = strlen (EVIDENCE) + strlen (DESCRIPTION);
      info.payload_files = 2;
      return ys_bag_text_info (&info);
    case YS_BAG_README:
      return ys_bag_text_readme ();
    case YS_BAG_MANIFEST:
      return manifest (TRUE);
    case YS_BAG_TAG_MANIFEST:
      return manifest (FALSE);
    case YS_BAG_PACKAGE:
      return g_bytes_new_static (DESCRIPTION, strlen (DESCRIPTION));
    case YS_BAG_EVIDENCE:
      return g_bytes_new_static (EVIDENCE, strlen (EVIDENCE));
    case YS_BAG_SIGNATURE:
    case YS_BAG_DOCUMENT:
    case YS_BAG_SCHEMA:
    case YS_BAG_UNKNOWN:
    default:
      g_assert_not_reached ();
    }
}

int
small_bag_zip (const char *top)
{
  int fd = memfd_create ("bag", MFD_CLOEXEC);
  g_autoptr (YsZipWriter) writer = ys_zip_writer_new (fd);
  g_autoptr (GPtrArray) names = small_bag_names ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_strconcat (top, "/", g_ptr_array_index (names, i), NULL);
      g_autoptr (GBytes) content = small_bag_content (g_ptr_array_index (names, i));

      ys_zip_writer_add_bytes (writer, name, content, &error);
      g_assert_no_error (error);
    }
  ys_zip_writer_finish (writer, &error);
  g_assert_no_error (error);
  return fd;
}

GBytes *
small_bag_bytes (int fd)
{
  struct stat status;
  guint8 *data;

  g_assert_cmpint (fstat (fd, &status), ==, 0);
  data = g_malloc ((gsize)status.st_size);
  g_assert_cmpint (pread (fd, data, (gsize)status.st_size, 0), ==, status.st_size);
  return g_bytes_new_take (data, (gsize)status.st_size);
}

int
small_bag_fd (const void *data, gsize length)
{
  int fd = memfd_create ("bytes", MFD_CLOEXEC);

  g_assert_cmpint (pwrite (fd, data, length, 0), ==, length);
  return fd;
}

char *
small_bag_folder (const char *name)
{
  g_autofree char *parent = g_dir_make_tmp ("ys-bag-XXXXXX", NULL);
  char *folder = g_build_filename (parent, name, NULL);
  g_autoptr (GPtrArray) names = small_bag_names ();

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *directory = g_path_get_dirname (path);
      g_autoptr (GBytes) content = small_bag_content (g_ptr_array_index (names, i));

      g_assert_cmpint (g_mkdir_with_parents (directory, 0755), ==, 0);
      g_assert_true (g_file_set_contents (path, g_bytes_get_data (content, NULL),
                                          (gssize)g_bytes_get_size (content), NULL));
    }
  return folder;
}

void
small_bag_remove (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        small_bag_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}
