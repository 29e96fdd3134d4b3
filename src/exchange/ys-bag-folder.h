/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A package as an unpacked folder: listing it and opening its files without ever following a link. */
#pragma once

#include "ys-bag-source.h"

G_BEGIN_DECLS

/**
 * ys_bag_folder_open: lists the folder behind @directory (a descriptor, stays the caller's, must outlive the
 * source).
 *
 * Only names of the closed list become files, in archive order. Links, FIFOs, devices, unknown files and
 * unknown folders are faults (BAG_EXTRA) that name them. Thumbs.db, desktop.ini and .DS_Store are never read;
 * their names go to
 * @ignored (of char*, relative). The folder's own name does not matter.
 *
 * Returns: (transfer full): the files, or NULL with a machine's error.
 */
YsBagSource *ys_bag_folder_open (int directory, GPtrArray *ignored, YsFaults *faults, GError **error);

/* Opens @name (of the closed list) beneath @directory, each part with O_NOFOLLOW; only a regular file. -1 on
 * error. */
int ys_bag_folder_open_file (int directory, const char *name, GError **error);

G_END_DECLS
