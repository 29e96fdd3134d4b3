/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a dossier's folder whole: every package in it goes through the confined reader, one of them names
 * the others. Which are missing, which are strange, which are another than the one named, each with its name.
 */
#pragma once

#include "ys-dossier-xml.h"
#include "ys-package-read.h"

G_BEGIN_DECLS

typedef enum
{
  YS_DOSSIER_BAG_PRESENT, /* the named one; whether it is sound its reading says */
  YS_DOSSIER_BAG_MISSING,
  YS_DOSSIER_BAG_OTHER /* one of its name is there and has another digest */
} YsDossierBagState;

typedef struct _YsDossierReading YsDossierReading;

/**
 * ys_dossier_read: reads the folder @path (or that of the package file @path). Blocks, long.
 * @progress: (nullable): of the bytes of all files
 *
 * Returns: (transfer full): what was found, sound or not; NULL where it can't be looked at: NOT_FOUND
 * (nothing there), DOSSIER_MISSING (no package in the folder names others), CANCELLED, PACKAGE_READER or a
 * machine's error.
 */
YsDossierReading *ys_dossier_read (const char *path, YsPackageProgress progress, gpointer progress_data,
                                   GCancellable *cancellable, GError **error);
void ys_dossier_reading_free (YsDossierReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDossierReading, ys_dossier_reading_free)

/* Name of the folder, for display. */
const char *ys_dossier_reading_get_name (const YsDossierReading *self);
/* The package that names the others, and what it names. Its order may be judged. */
YsPackageReading *ys_dossier_reading_get_head (const YsDossierReading *self);
const YsDossierIndex *ys_dossier_reading_get_index (const YsDossierReading *self);
/* The city's own package and index: the head's, or in what a province forwards those of the package that it
 * names; NULL where that is missing. */
YsPackageReading *ys_dossier_reading_get_city (const YsDossierReading *self);
const YsDossierIndex *ys_dossier_reading_get_city_index (const YsDossierReading *self);
/* Of the @index-th package that the head names. @reading (nullable): NULL where it is missing or another. */
YsDossierBagState ys_dossier_reading_get_bag (const YsDossierReading *self, guint index,
                                              YsPackageReading **reading);
/* All that is wrong, each with the name of the package; empty where nothing is. */
const YsFaults *ys_dossier_reading_get_faults (const YsDossierReading *self);
/* Bytes of all packages. */
guint64 ys_dossier_reading_get_size (const YsDossierReading *self);

G_END_DECLS
