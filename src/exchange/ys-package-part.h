/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The `.part` beside a file or folder that is being written: made, locked, taken into place or removed. */
#pragma once

#include "ys-error.h"

G_BEGIN_DECLS

/* @folder: descriptor of the folder it lies in; @fd: of the part itself (file or folder). */
typedef struct
{
  char *path;      /* final path */
  char *name;      /* final last part */
  char *part_name; /* "<name>.part" */
  int folder;
  int fd;
  gboolean is_folder;
} YsPackagePart;

/**
 * ys_package_part_open: makes the part of @path, after checking that @bytes (in @n_files files) fit on the
 * disk. A part that a dead writer left is reused; one that is being written by a living one is EXISTS.
 * @force: an existing file at @path is no obstacle; an existing folder always is.
 */
YsPackagePart *ys_package_part_open (const char *path, gboolean is_folder, gboolean force, guint64 bytes,
                                     guint n_files, GError **error);
/* FALSE with NO_SPACE, naming both figures, where @n_files files of @bytes in all do not fit into the folder @path. */
gboolean ys_package_check_space (const char *path, guint64 bytes, guint n_files, GError **error);
/* Removes the part unless it was taken into place, and frees. */
void ys_package_part_free (YsPackagePart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPackagePart, ys_package_part_free)

/* Syncs @fd to the device and drops it from the cache, so that the next read comes from the device. */
gboolean ys_package_part_sync (int fd, const char *path, GError **error);
/* Renames to the final name (never over something without @force) and syncs the folder. */
gboolean ys_package_part_commit (YsPackagePart *self, gboolean force, GError **error);

G_END_DECLS
