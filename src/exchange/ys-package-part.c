/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything happens beneath one descriptor of the folder, so that a folder moved meanwhile takes its part
 * along. */
#include "ys-package-part.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "ys-bag-folder.h"

/* What file systems take beside the content: directory entries and the rest of the last block. */
#define SLACK_PER_FILE 8192

static gboolean
fail (GError **error, const char *path, const char *doing)
{
  ys_set_error_from_errno (error, errno, path, doing);
  return FALSE;
}

static gboolean
check_space (int folder, const char *path, guint64 bytes, guint n_files, GError **error)
{
  struct statvfs status;
  guint64 needed = bytes + (guint64)n_files * SLACK_PER_FILE;
  guint64 available;

  if (fstatvfs (folder, &status) != 0)
    return fail (error, path, _ ("Looking for free space"));
  available = (guint64)status.f_bavail * status.f_frsize;
  if (available >= needed)
    return TRUE;
  ys_set_error (error, YS_ERROR_NO_SPACE, path, _ ("The package needs %llu bytes; only %llu are free there."),
                (unsigned long long)needed, (unsigned long long)available);
  return FALSE;
}

gboolean
ys_package_check_space (const char *path, guint64 bytes, guint n_files, GError **error)
{
  int folder = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean fits;

  if (folder < 0)
    return fail (error, path, _ ("Looking for free space"));
  fits = check_space (folder, path, bytes, n_files, error);
  close (folder);
  return fits;
}

static gboolean
check_target (int folder, const char *name, const char *path, gboolean is_folder, gboolean force,
              GError **error)
{
  struct stat status;

  if (fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT || fail (error, path, _ ("Writing the package"));
  if (force && !is_folder && S_ISREG (status.st_mode))
    return TRUE;
  ys_set_error (error, YS_ERROR_EXISTS, path,
                is_folder ? _ ("Something of this name is there already; a package is never written into it.")
                          : _ ("A file of this name is there already."));
  return FALSE;
}

/* Removes the files of the closed list and the known folders beneath @fd; what else lies there stays. */
static void
empty_folder (int fd)
{
  g_autoptr (GPtrArray) ignored = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsBagSource) source = ys_bag_folder_open (fd, ignored, faults, NULL);

  for (guint i = 0; source != NULL && i < ys_bag_source_get_n (source); i++)
    unlinkat (fd, ys_bag_source_get (source, i)->name, 0);
  unlinkat (fd, "data/schema", AT_REMOVEDIR);
  unlinkat (fd, "data/evidence", AT_REMOVEDIR);
  unlinkat (fd, "data", AT_REMOVEDIR);
}

static int
make_part (const YsPackagePart *self)
{
  if (!self->is_folder)
    return openat (self->folder, self->part_name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK,
                   0644);
  if (mkdirat (self->folder, self->part_name, 0755) != 0 && errno != EEXIST)
    return -1;
  return openat (self->folder, self->part_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

static gboolean
open_part (YsPackagePart *self, GError **error)
{
  int fd = make_part (self);

  if (fd < 0)
    return fail (error, self->path, _ ("Writing the package"));
  /* Not every file system of a stick knows locks; only a held one is an answer. */
  if (flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    {
      close (fd);
      ys_set_error (error, YS_ERROR_EXISTS, self->path, _ ("This package is being written there right now."));
      return FALSE;
    }
  self->fd = fd;
  if (self->is_folder)
    empty_folder (fd);
  else if (ftruncate (fd, 0) != 0)
    return fail (error, self->path, _ ("Writing the package"));
  return TRUE;
}

YsPackagePart *
ys_package_part_open (const char *path, gboolean is_folder, gboolean force, guint64 bytes, guint n_files,
                      GError **error)
{
  g_autoptr (YsPackagePart) self = g_new0 (YsPackagePart, 1);
  g_autofree char *parent = g_path_get_dirname (path);

  self->fd = -1;
  self->path = g_strdup (path);
  self->name = g_path_get_basename (path);
  self->part_name = g_strconcat (self->name, ".part", NULL);
  self->is_folder = is_folder;
  self->folder = open (parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->folder < 0)
    {
      fail (error, parent, _ ("Opening the folder for the package"));
      return NULL;
    }
  if (!check_target (self->folder, self->name, path, is_folder, force, error)
      || !check_space (self->folder, path, bytes, n_files, error) || !open_part (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ys_package_part_free (YsPackagePart *self)
{
  if (self->fd >= 0 && self->part_name != NULL)
    {
      if (self->is_folder)
        empty_folder (self->fd);
      unlinkat (self->folder, self->part_name, self->is_folder ? AT_REMOVEDIR : 0);
    }
  if (self->fd >= 0)
    close (self->fd);
  if (self->folder >= 0)
    close (self->folder);
  g_free (self->path);
  g_free (self->name);
  g_free (self->part_name);
  g_free (self);
}

gboolean
ys_package_part_sync (int fd, const char *path, GError **error)
{
  if (fsync (fd) != 0)
    return fail (error, path, _ ("Writing the package to the device"));
  /* A hint only: where it does nothing the reading back still compares what the system would give others. */
  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  return TRUE;
}

/* A rename that replaces nothing, also on file systems without RENAME_NOREPLACE. */
static gboolean
rename_into_place (const YsPackagePart *self, gboolean force, GError **error)
{
  gboolean replace = force && !self->is_folder;

  if (renameat2 (self->folder, self->part_name, self->folder, self->name, replace ? 0 : RENAME_NOREPLACE)
      == 0)
    return TRUE;
  if (errno == EINVAL && !replace)
    {
      if (!check_target (self->folder, self->name, self->path, self->is_folder, FALSE, error))
        return FALSE;
      if (renameat (self->folder, self->part_name, self->folder, self->name) == 0)
        return TRUE;
    }
  return fail (error, self->path, _ ("Giving the package its name"));
}

gboolean
ys_package_part_commit (YsPackagePart *self, gboolean force, GError **error)
{
  if (!rename_into_place (self, force, error))
    return FALSE;
  /* It has its name; nothing is removed any more. */
  g_clear_pointer (&self->part_name, g_free);
  if (fsync (self->folder) != 0 && errno != EINVAL && errno != ENOTSUP)
    return fail (error, self->path, _ ("Writing the folder of the package to the device"));
  return TRUE;
}
