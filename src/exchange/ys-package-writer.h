/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a package: facts, documents with their schemas, and evidence become a canonical archive with a
 * digest. And passes kept packages on, byte for byte or as a folder. */
#pragma once

#include "ys-package-facts.h"
#include "ys-package-output.h"

G_BEGIN_DECLS

#define YS_PACKAGE_SUFFIX ".yanshou.zip"

typedef struct _YsPackageWriter YsPackageWriter;

/* Takes @facts; their lists of documents are filled by this writer, evidence is listed in them by the caller.
 */
YsPackageWriter *ys_package_writer_new (YsPackageFacts *facts);
void ys_package_writer_free (YsPackageWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPackageWriter, ys_package_writer_free)

/* Adds data/<@stem>.xml with its shipped schema; the caller has read @document back already. In any order. */
void ys_package_writer_add_document (YsPackageWriter *self, const char *stem, GBytes *document);
/* Says where the file of the evidence @id (listed in the facts) lies; opened only while writing, links not
 * followed. */
void ys_package_writer_add_evidence (YsPackageWriter *self, const char *id, const char *path);
/* The detached signature over tagmanifest-sha256.txt, for an archive that is written with it. */
void ys_package_writer_set_signature (YsPackageWriter *self, GBytes *signature);

/* Bytes of the archive as it would be written now. */
guint64 ys_package_writer_get_size (YsPackageWriter *self, GError **error);
/* The tagmanifest-sha256.txt that a signature is made over (full). NULL with error where the facts are not
 * valid. */
GBytes *ys_package_writer_dup_tag_manifest (YsPackageWriter *self, GError **error);

/**
 * ys_package_writer_write: writes `<folder>/<top>.yanshou.zip` (ys_package_output_zip() says how).
 * @digest: (out) (optional) (transfer full): the package digest
 *
 * Refused as VALUE/XML_SCHEMA where the facts break package.xsd, as BAG_DIGEST where a kept PDF is no longer
 * what its id says, as PACKAGE_KIND where a document does not belong to the kind. Returns: (transfer full):
 * the path, NULL with error.
 */
char *ys_package_writer_write (YsPackageWriter *self, const char *folder,
                               const YsPackageOutputOptions *options, char **digest, GError **error);

/**
 * ys_package_export: passes the kept archive @package on, unchanged, after verifying it.
 * @output: a path to write to, or an existing folder, which then gets the package's own name
 * @as_folder: unpacked instead of byte for byte; the digest stays
 *
 * Returns: (transfer full): the path written.
 */
char *ys_package_export (const char *package, const char *output, gboolean as_folder,
                         const YsPackageOutputOptions *options, GError **error);

G_END_DECLS
