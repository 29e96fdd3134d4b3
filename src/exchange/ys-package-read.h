/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what another office sent: the confined reader does the reading, this side starts it, believes
 * nothing it says without checking, and hands out what passed. */
#pragma once

#include "ys-package-facts.h"
#include "ys-package-output.h"
#include "ys-package-verdict.h"

G_BEGIN_DECLS

/* One package as it was read; immutable but for the order verdict. */
typedef struct _YsPackageReading YsPackageReading;

/**
 * ys_package_read: reads the package at @path, an archive or a folder, in the confined reader
 * (`yanshou-read`, or what the environment names in YANSHOU_READ). Blocks; the reader is ended on cancel,
 * when it is silent for a minute, or when it sends what was not agreed.
 * @progress: (nullable): of the bytes read; called on this thread
 *
 * Returns: (transfer full): what was found, also where the package is damaged or hostile; NULL only where it
 * cannot be looked at: NOT_FOUND, NO_PERMISSION, IO, CANCELLED, PACKAGE_READER (the reader died or sent
 * garbage).
 */
YsPackageReading *ys_package_read (const char *path, YsPackageProgress progress, gpointer progress_data,
                                   GCancellable *cancellable, GError **error);
void ys_package_reading_free (YsPackageReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPackageReading, ys_package_reading_free)

/* The three verdicts; order is unchecked until ys_package_reading_judge_order(). */
const YsPackageVerdict *ys_package_reading_get_verdict (const YsPackageReading *self);
/* @held: what was received before from this sender for this receiver, kind and round; an array, also where
 * empty. */
void ys_package_reading_judge_order (YsPackageReading *self, const YsPackageHeld *held, guint n_held);
/* All that is wrong, bytes first, then documents; empty where nothing is. */
const YsFaults *ys_package_reading_get_faults (const YsPackageReading *self);
/* TRUE if the package is sound and every document passed gate, schema and comparison with package.xml: only
 * then may its content be used. A sound package may hold documents that are not valid. */
gboolean ys_package_reading_is_usable (const YsPackageReading *self);

/* The package digest, NULL where it could not be read. */
const char *ys_package_reading_get_digest (const YsPackageReading *self);
/* What package.xml says, NULL where it could not be read. Not to be relied on unless
 * ys_package_reading_is_sound(): 取自数据包，未必可靠. */
const YsPackageFacts *ys_package_reading_get_facts (const YsPackageReading *self);
gboolean ys_package_reading_is_sound (const YsPackageReading *self);
/* Name of the top folder in the archive, decoded for display, or of the folder; never NULL. */
const char *ys_package_reading_get_name (const YsPackageReading *self);
gboolean ys_package_reading_is_folder (const YsPackageReading *self);
/* Bytes of the archive, or of the package's files in the folder. */
guint64 ys_package_reading_get_size (const YsPackageReading *self);
/* Files of the package; 0 where it could not be listed. */
guint ys_package_reading_get_n_files (const YsPackageReading *self);
/* System files in the folder that were not read, of const char*. */
const GPtrArray *ys_package_reading_get_ignored (const YsPackageReading *self);

/* The document data/<@stem>.xml, which passed gate and schema; NULL where there is none. Owned by @self. */
GBytes *ys_package_reading_get_document (const YsPackageReading *self, const char *stem);
/* The content of tagmanifest-sha256.txt and of its signature; NULL where there is none. Full. */
GBytes *ys_package_reading_dup_signed_text (const YsPackageReading *self, GError **error);
GBytes *ys_package_reading_dup_signature (const YsPackageReading *self, GError **error);

/**
 * ys_package_reading_copy_evidence: copies the PDF of @id to @output (open for writing, empty) and compares
 * its SHA-256 on the way: BAG_DIGEST if the stick gives something else now. Not synced.
 */
gboolean ys_package_reading_copy_evidence (const YsPackageReading *self, const char *id, int output,
                                           GCancellable *cancellable, GError **error);
/**
 * ys_package_reading_keep: keeps the sound package in @folder as `<top>.yanshou.zip`: byte for byte where it
 * came as an archive, as the canonical archive of the files its manifests name where it came as a folder.
 * Returns: (transfer full): the path.
 */
char *ys_package_reading_keep (const YsPackageReading *self, const char *folder,
                               const YsPackageOutputOptions *options, GError **error);

G_END_DECLS
