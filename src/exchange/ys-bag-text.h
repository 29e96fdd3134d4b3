/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text files of a BagIt 1.0 bag (RFC 8493), in the strict form that Yanshou writes: LF, no BOM, no blank
 * lines, no folded values, nothing twice. */
#pragma once

#include "ys-error.h"

G_BEGIN_DECLS

/* bag-info.txt; every text may be NULL but the Payload-Oxum must be there. */
typedef struct
{
  char *source_organization;
  char *bagging_date;        /* YYYY-MM-DD */
  char *external_identifier; /* id of the package */
  char *software_agent;
  char *group_identifier; /* only where a package was split */
  char *count;            /* "1 of 3" */
  guint64 payload_bytes;
  guint64 payload_files;
} YsBagInfo;

void ys_bag_info_clear (YsBagInfo *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsBagInfo, ys_bag_info_clear)

/* bagit.txt, the only two lines that are accepted. */
GBytes *ys_bag_text_declaration (void);
GBytes *ys_bag_text_info (const YsBagInfo *info);
/* README.txt: what this is and how to check it with common tools, in Chinese and English; always the same. */
GBytes *ys_bag_text_readme (void);
/* A manifest of @digests (name → SHA-256 hex), sorted by the bytes of the name. */
GBytes *ys_bag_text_manifest (GHashTable *digests);

gboolean ys_bag_parse_declaration (GBytes *text, YsFaults *faults);
/* FALSE with a fault for each bad line; @info (cleared before) holds what could be read. */
gboolean ys_bag_parse_info (GBytes *text, YsBagInfo *info, YsFaults *faults);
/* Adds name → digest to @digests (owning both texts). @file is the manifest's name for faults. */
gboolean ys_bag_parse_manifest (GBytes *text, const char *file, GHashTable *digests, YsFaults *faults);

G_END_DECLS
