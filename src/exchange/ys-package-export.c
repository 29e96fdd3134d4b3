/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passing a kept package on: byte for byte, or unpacked with the same digest. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ys-bag.h"
#include "ys-package-writer.h"

/* @output, or the package's own name in it where it is a folder. */
static char *
resolve_output (const char *output, const char *top, gboolean as_folder)
{
  g_autofree char *name = g_strconcat (top, as_folder ? "" : YS_PACKAGE_SUFFIX, NULL);

  return g_file_test (output, G_FILE_TEST_IS_DIR) ? g_build_filename (output, name, NULL) : g_strdup (output);
}

/* The digest of the sound archive behind @source, NULL with the first fault as error. */
static char *
verify_kept (YsBagSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsBag) bag =
      ys_bag_verify (source, YS_BAG_ARCHIVE_ORDER, NULL, NULL, cancellable, faults, error);

  if (bag == NULL)
    return NULL;
  if (ys_bag_is_sound (bag))
    return g_strdup (ys_bag_get_digest (bag));
  ys_set_error_from_faults (error, faults);
  return NULL;
}

static char *
export_open (int fd, const char *package, const char *output, gboolean as_folder,
             const YsPackageOutputOptions *options, GError **error)
{
  g_autoptr (YsZipReader) reader = ys_zip_reader_open (fd, error);
  g_autoptr (YsBagSource) source = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *path = NULL;
  struct stat status;
  gboolean done;

  if (reader == NULL)
    return NULL;
  source = ys_bag_source_new_for_zip (reader, fd);
  digest = verify_kept (source, options != NULL ? options->cancellable : NULL, error);
  if (digest == NULL)
    return NULL;
  path = resolve_output (output, ys_zip_reader_get_top (reader), as_folder);
  if (as_folder)
    done = ys_package_output_folder (source, path, digest, options, error);
  else if (fstat (fd, &status) == 0)
    done = ys_package_output_copy (fd, (guint64)status.st_size, path, digest, options, error);
  else
    {
      ys_set_error_from_errno (error, errno, package, _ ("Reading the package"));
      done = FALSE;
    }
  return done ? g_steal_pointer (&path) : NULL;
}

char *
ys_package_export (const char *package, const char *output, gboolean as_folder,
                   const YsPackageOutputOptions *options, GError **error)
{
  int fd = open (package, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  char *path;

  if (fd < 0)
    {
      ys_set_error_from_errno (error, errno, package, _ ("Opening the package"));
      return NULL;
    }
  path = export_open (fd, package, output, as_folder, options, error);
  close (fd);
  return path;
}
