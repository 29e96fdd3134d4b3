/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closed list of files that a package may hold, relative to its folder, and the order in which they
 * stand. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the order of the archive (packages.md, Container). */
typedef enum
{
  YS_BAG_DECLARATION,  /* bagit.txt */
  YS_BAG_INFO,         /* bag-info.txt */
  YS_BAG_README,       /* README.txt */
  YS_BAG_MANIFEST,     /* manifest-sha256.txt */
  YS_BAG_TAG_MANIFEST, /* tagmanifest-sha256.txt */
  YS_BAG_SIGNATURE,    /* tagmanifest-sha256.txt.p7s */
  YS_BAG_PACKAGE,      /* data/package.xml */
  YS_BAG_DOCUMENT,     /* data/<stem>.xml */
  YS_BAG_SCHEMA,       /* data/schema/<stem>.xsd */
  YS_BAG_EVIDENCE,     /* data/evidence/<sha256>.pdf */
  YS_BAG_UNKNOWN,
} YsBagRole;

/* Names of the roles that have one file, and the folders. */
#define YS_BAG_PACKAGE_NAME "data/package.xml"
#define YS_BAG_MANIFEST_NAME "manifest-sha256.txt"
#define YS_BAG_TAG_MANIFEST_NAME "tagmanifest-sha256.txt"
#define YS_BAG_SIGNATURE_NAME YS_BAG_TAG_MANIFEST_NAME ".p7s"

YsBagRole ys_bag_role_of (const char *name);
/* TRUE for what the manifest lists (under data/), FALSE for tag files and unknown names. */
gboolean ys_bag_role_is_payload (YsBagRole role);
/* The name of the one file of @role, NULL for documents, schemas, evidence. */
const char *ys_bag_role_get_name (YsBagRole role);
/* Bytes that a file of @role may have at most. */
guint64 ys_bag_role_get_limit (YsBagRole role);
/* Order in the archive; both names known. Documents as packages.md lists them, schemas and evidence by name.
 */
int ys_bag_compare_names (const char *a, const char *b);
/* The document stems in their order without "package": "catalogue", "standard", …; NULL-terminated. */
const char *const *ys_bag_document_stems (void);
/* Why @name is not accepted: fetch.txt, a bag inside, another manifest, or a name without a rule. Translated.
 */
const char *ys_bag_explain_unknown (const char *name);
/* Files that Windows and macOS put into every folder: Thumbs.db, desktop.ini, .DS_Store. @base: last part of
 * a name. */
gboolean ys_bag_is_system_file (const char *base);

G_END_DECLS
