/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reading consists of, shared by the client of the reader (ys-package-client.c), the comparison with
 * package.xml (ys-package-check.c) and the public functions (ys-package-read.c). */
#pragma once

#include "ys-bag-source.h"
#include "ys-package-read.h"

G_BEGIN_DECLS

/* A file of the package, as the reader found it and this side checked it. */
typedef struct
{
  char *name;
  guint64 size, offset;
  char *digest; /* NULL where it is not sound */
} YsPackageFile;

struct _YsPackageReading
{
  char *path, *name, *digest, *info_id;
  GPtrArray *files;      /* YsPackageFile */
  GHashTable *documents; /* stem → GBytes */
  GPtrArray *ignored;    /* char* */
  YsPackageFacts *facts;
  YsFaults *faults;
  YsPackageVerdict verdict;
  YsSignatureState signature;
  guint64 size;
  int fd; /* the archive, or the folder */
  gboolean is_folder, sound, usable;
};

/* Runs the confined reader over @self, whose path, fd, size and form are set, and fills in what it found.
 * @listing: the files of a folder, NULL for an archive. */
gboolean ys_package_client_run (YsPackageReading *self, YsBagSource *listing, YsPackageProgress progress,
                                gpointer progress_data, GCancellable *cancellable, GError **error);
/* Compares package.xml with the archive's name, bag-info.txt, documents and evidence; adds BAG_LAYOUT faults.
 */
void ys_package_check_facts (YsPackageReading *self);
/* The file @name, NULL where there is none. */
const YsPackageFile *ys_package_reading_find (const YsPackageReading *self, const char *name);

G_END_DECLS
