/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One PDF in the lists of 佐证材料, and what the chips above them let through. */
#pragma once

#include "ys-workspace-evidence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  YS_EVIDENCE_ALL,
  YS_EVIDENCE_UNUSED,   /* not cited */
  YS_EVIDENCE_REPEATED, /* another one has the same title */
  YS_EVIDENCE_PERSONAL, /* something looks like a number of a person */
  YS_EVIDENCE_NO_TEXT,  /* nothing to search in */
  YS_N_EVIDENCE_FILTERS
} YsEvidenceFilter;

const char *ys_evidence_filter_nick (YsEvidenceFilter filter); /* "unused" …, for locations */
gboolean ys_evidence_filter_from_nick (const char *nick, YsEvidenceFilter *filter);
const char *ys_evidence_filter_label (YsEvidenceFilter filter);

#define YS_TYPE_EVIDENCE_ENTRY (ys_evidence_entry_get_type ())
G_DECLARE_FINAL_TYPE (YsEvidenceEntry, ys_evidence_entry, YS, EVIDENCE_ENTRY, GObject)
/* Signal "changed" (): other words or counts; the thumbnail has a signal of its own, "thumbnail" (). */

/* Takes @info. */
YsEvidenceEntry *ys_evidence_entry_new (YsEvidenceInfo *info);
/* Takes @info of the same digest; tells where something differs. */
void ys_evidence_entry_update (YsEvidenceEntry *self, YsEvidenceInfo *info, gboolean repeated);
const YsEvidenceInfo *ys_evidence_entry_get_info (YsEvidenceEntry *self);
gboolean ys_evidence_entry_passes (YsEvidenceEntry *self, YsEvidenceFilter filter);
/* "3 pages, cited 2 times, no text to search": for the screen reader, title first. Full. */
char *ys_evidence_entry_dup_name (YsEvidenceEntry *self);
/* What is remarkable, one word each, for chips; NULL-terminated, full. */
GStrv ys_evidence_entry_dup_marks (YsEvidenceEntry *self);
void ys_evidence_entry_set_thumbnail (YsEvidenceEntry *self, GdkTexture *thumbnail);
GdkTexture *ys_evidence_entry_get_thumbnail (YsEvidenceEntry *self); /* NULL while there is none */

G_END_DECLS
