/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Write, sync, read back, verify, rename: the same five steps for archive, folder and copy. */
#include "ys-package-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ys-bag-folder.h"
#include "ys-bag.h"
#include "ys-package-part.h"

#define BLOCK (256 * 1024)

static const YsPackageOutputOptions no_options = { 0 };

/* Adds blocks up for the caller's progress. */
typedef struct
{
  const YsPackageOutputOptions *options;
  guint64 done, total;
} Meter;

static void
meter_advance (guint64 bytes, gpointer user_data)
{
  Meter *meter = user_data;

  meter->done += bytes;
  if (meter->options->progress != NULL)
    meter->options->progress (MIN (meter->done, meter->total), meter->total, meter->options->progress_data);
}

/* Runs the bag layer over what was read back and compares the digest. */
static gboolean
verify_written (YsBagSource *source, YsBagFlags flags, const char *path, const char *digest, Meter *meter,
                GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsBag) bag =
      ys_bag_verify (source, flags, meter_advance, meter, meter->options->cancellable, faults, error);

  if (bag == NULL)
    return FALSE;
  if (!ys_bag_is_sound (bag))
    {
      ys_set_error_from_faults (error, faults);
      return FALSE;
    }
  if (g_strcmp0 (ys_bag_get_digest (bag), digest) == 0)
    return TRUE;
  ys_set_error (error, YS_ERROR_BAG_DIGEST, path,
                _ ("What was written does not read back as the same package."));
  return FALSE;
}

/* ---- archive ---- */

static gboolean
check_size (YsBagSource *source, const char *top, const char *path, guint64 *size, GError **error)
{
  guint n = ys_bag_source_get_n (source);
  guint64 name_bytes = 0;

  for (guint i = 0; i < n; i++)
    name_bytes += strlen (top) + 1 + strlen (ys_bag_source_get (source, i)->name);
  *size = ys_zip_size_of (n, name_bytes, ys_bag_source_get_total_size (source));
  if (*size <= YS_ZIP_MAX_SIZE && n <= YS_ZIP_MAX_ENTRIES)
    return TRUE;
  ys_set_error (
      error, YS_ERROR_TOO_LARGE, path,
      _ ("The package would have %llu bytes in %u files; it must stay below 4 GiB and 65,535 files."),
      (unsigned long long)*size, n);
  return FALSE;
}

static gboolean
write_archive (YsBagSource *source, const char *top, int fd, Meter *meter, GError **error)
{
  g_autoptr (YsZipWriter) writer = ys_zip_writer_new (fd);

  ys_zip_writer_set_progress (writer, meter_advance, meter);
  for (guint i = 0; i < ys_bag_source_get_n (source); i++)
    {
      const YsBagFile *file = ys_bag_source_get (source, i);
      g_autofree char *name = g_strconcat (top, "/", file->name, NULL);
      int input = ys_bag_source_open (source, i, error);
      gboolean done;

      if (input < 0)
        return FALSE;
      done = ys_zip_writer_add_fd (writer, name, input, file->offset, file->size, NULL,
                                   meter->options->cancellable, error);
      ys_bag_source_close (source, input);
      if (!done)
        return FALSE;
    }
  return ys_zip_writer_finish (writer, error);
}

static gboolean
read_archive_back (int fd, const char *path, const char *digest, Meter *meter, GError **error)
{
  g_autoptr (YsZipReader) reader = ys_zip_reader_open (fd, error);
  g_autoptr (YsBagSource) source = NULL;

  if (reader == NULL)
    return FALSE;
  source = ys_bag_source_new_for_zip (reader, fd);
  return verify_written (source, YS_BAG_ARCHIVE_ORDER, path, digest, meter, error);
}

gboolean
ys_package_output_zip (YsBagSource *source, const char *top, const char *path, const char *digest,
                       const YsPackageOutputOptions *options, GError **error)
{
  Meter meter = { options != NULL ? options : &no_options, 0, 2 * ys_bag_source_get_total_size (source) };
  g_autoptr (YsPackagePart) part = NULL;
  guint64 size;

  if (!check_size (source, top, path, &size, error))
    return FALSE;
  part = ys_package_part_open (path, FALSE, meter.options->force, size, 1, error);
  return part != NULL && write_archive (source, top, part->fd, &meter, error)
         && ys_package_part_sync (part->fd, path, error)
         && read_archive_back (part->fd, path, digest, &meter, error)
         && ys_package_part_commit (part, meter.options->force, error);
}

/* ---- folder ---- */

/* Copies one file's content from @input to @output. */
static gboolean
copy_content (int input, guint64 offset, guint64 size, int output, Meter *meter, GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);

  for (guint64 done = 0; done < size;)
    {
      gsize n = (gsize)MIN (size - done, (guint64)BLOCK);

      if (g_cancellable_is_cancelled (meter->options->cancellable))
        {
          ys_set_error (error, YS_ERROR_CANCELLED, NULL, _ ("Writing the package was cancelled."));
          return FALSE;
        }
      if (!ys_zip_read_exactly (input, offset + done, block, n, NULL, error)
          || !ys_zip_write_all (output, done, block, n, error))
        return FALSE;
      done += n;
      meter_advance (n, meter);
    }
  return TRUE;
}

static gboolean
write_file (YsBagSource *source, guint index, int folder, Meter *meter, GError **error)
{
  const YsBagFile *file = ys_bag_source_get (source, index);
  int output = openat (folder, file->name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
  int input;
  gboolean done;

  if (output < 0)
    {
      ys_set_error_from_errno (error, errno, file->name, _ ("Writing the package"));
      return FALSE;
    }
  input = ys_bag_source_open (source, index, error);
  done = input >= 0 && copy_content (input, file->offset, file->size, output, meter, error)
         && ys_package_part_sync (output, file->name, error);
  ys_bag_source_close (source, input);
  close (output);
  return done;
}

static gboolean
sync_folder (int folder, const char *name, GError **error)
{
  int fd = openat (folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  gboolean done = fd >= 0 && (fsync (fd) == 0 || errno == EINVAL);

  if (!done)
    ys_set_error_from_errno (error, errno, name, _ ("Writing the package to the device"));
  if (fd >= 0)
    close (fd);
  return done;
}

static gboolean
write_folder (YsBagSource *source, int folder, Meter *meter, GError **error)
{
  const char *const folders[] = { "data", "data/schema", "data/evidence", "." };

  for (guint i = 0; i < 3; i++)
    {
      if (mkdirat (folder, folders[i], 0755) != 0)
        {
          ys_set_error_from_errno (error, errno, folders[i], _ ("Writing the package"));
          return FALSE;
        }
    }
  for (guint i = 0; i < ys_bag_source_get_n (source); i++)
    {
      if (!write_file (source, i, folder, meter, error))
        return FALSE;
    }
  /* Folders without files would not survive a zip; leave only those that hold something. */
  unlinkat (folder, "data/schema", AT_REMOVEDIR);
  unlinkat (folder, "data/evidence", AT_REMOVEDIR);
  return sync_folder (folder, "data", error) && sync_folder (folder, ".", error);
}

static gboolean
read_folder_back (int folder, const char *path, const char *digest, Meter *meter, GError **error)
{
  g_autoptr (GPtrArray) ignored = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsBagSource) source = ys_bag_folder_open (folder, ignored, faults, error);

  return source != NULL && verify_written (source, YS_BAG_ANY_ORDER, path, digest, meter, error);
}

gboolean
ys_package_output_folder (YsBagSource *source, const char *path, const char *digest,
                          const YsPackageOutputOptions *options, GError **error)
{
  guint64 size = ys_bag_source_get_total_size (source);
  Meter meter = { options != NULL ? options : &no_options, 0, 2 * size };
  g_autoptr (YsPackagePart) part =
      ys_package_part_open (path, TRUE, FALSE, size, ys_bag_source_get_n (source), error);

  return part != NULL && write_folder (source, part->fd, &meter, error)
         && read_folder_back (part->fd, path, digest, &meter, error)
         && ys_package_part_commit (part, FALSE, error);
}

/* ---- copy ---- */

gboolean
ys_package_output_copy (int source, guint64 size, const char *path, const char *digest,
                        const YsPackageOutputOptions *options, GError **error)
{
  Meter meter = { options != NULL ? options : &no_options, 0, 2 * size };
  g_autoptr (YsPackagePart) part = ys_package_part_open (path, FALSE, meter.options->force, size, 1, error);

  return part != NULL && copy_content (source, 0, size, part->fd, &meter, error)
         && ys_package_part_sync (part->fd, path, error)
         && read_archive_back (part->fd, path, digest, &meter, error)
         && ys_package_part_commit (part, meter.options->force, error);
}
