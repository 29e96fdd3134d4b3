/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a package on a disk or stick so that it is either there whole and verified, or not there at all. */
#pragma once

#include "ys-bag-source.h"

G_BEGIN_DECLS

/* @done of @total bytes; writing and reading back count alike. */
typedef void (*YsPackageProgress) (guint64 done, guint64 total, gpointer user_data);

/* How to write; all zero is a fair choice. */
typedef struct
{
  gboolean force;             /* replace an existing file; a folder is never replaced */
  YsPackageProgress progress; /* called on the calling thread; NULL */
  gpointer progress_data;
  GCancellable *cancellable;
} YsPackageOutputOptions;

/*
 * The three functions below write `<path>.part` beside @path, sync it, drop it from the cache, read it back,
 * verify it, rename it and sync the folder: when they return TRUE the stick may be pulled. A failure or
 * cancel removes what was written. Errors: EXISTS, NO_SPACE (naming the bytes needed; checked first),
 * TOO_LARGE (checked first), CANCELLED, BAG_… and ZIP_… where the source is not as it should be, or a
 * machine's error.
 */

/**
 * ys_package_output_zip: writes the files of @source, which stand in archive order, as a canonical zip under
 * @top.
 * @digest: the package digest that must come out
 */
gboolean ys_package_output_zip (YsBagSource *source, const char *top, const char *path, const char *digest,
                                const YsPackageOutputOptions *options, GError **error);
/* The same as an unpacked folder @path, which must not exist: nothing is ever merged. */
gboolean ys_package_output_folder (YsBagSource *source, const char *path, const char *digest,
                                   const YsPackageOutputOptions *options, GError **error);
/* Copies the archive of @size bytes behind @source byte for byte. */
gboolean ys_package_output_copy (int source, guint64 size, const char *path, const char *digest,
                                 const YsPackageOutputOptions *options, GError **error);

G_END_DECLS
