/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifies a bag: every file has a rule, every file is listed, every byte is as listed. The same for zip and
 * folder. */
#pragma once

#include "ys-bag-source.h"
#include "ys-bag-text.h"

G_BEGIN_DECLS

typedef enum
{
  YS_BAG_ANY_ORDER = 0,
  YS_BAG_ARCHIVE_ORDER = 1 << 0, /* files must stand in the order of packages.md: for a zip */
} YsBagFlags;

typedef struct _YsBag YsBag;

/**
 * ys_bag_verify: checks @source as a whole and collects every fault (up to some 200).
 *
 * Names and limits (BAG_LAYOUT, BAG_EXTRA), order, bagit.txt, bag-info.txt with Payload-Oxum, both manifests
 * (each listing exactly the files that are there), SHA-256 of every file (BAG_DIGEST), CRC where stated
 * (ZIP_DAMAGED), evidence named by its SHA-256. Faults name the file.
 *
 * Returns: (transfer full): what was found, sound or not; NULL with CANCELLED or a machine's error.
 */
YsBag *ys_bag_verify (YsBagSource *source, YsBagFlags flags, YsZipProgress progress, gpointer user_data,
                      GCancellable *cancellable, YsFaults *faults, GError **error);
void ys_bag_free (YsBag *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsBag, ys_bag_free)

/* TRUE if ys_bag_verify() added no fault. */
gboolean ys_bag_is_sound (const YsBag *self);
/* The package digest: SHA-256 of tagmanifest-sha256.txt, equal for zip and folder; NULL where that is
 * missing. */
const char *ys_bag_get_digest (const YsBag *self);
const YsBagInfo *ys_bag_get_info (const YsBag *self);
/* SHA-256 of file @index of the source if it is as its manifest says, else NULL. */
const char *ys_bag_get_file_digest (const YsBag *self, guint index);
gboolean ys_bag_has_signature (const YsBag *self);

G_END_DECLS
