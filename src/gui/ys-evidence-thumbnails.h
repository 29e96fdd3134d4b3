/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pictures of first pages, made one after the other while nobody waits for them. */
#pragma once

#include "ys-evidence-entry.h"

G_BEGIN_DECLS

#define YS_TYPE_EVIDENCE_THUMBNAILS (ys_evidence_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (YsEvidenceThumbnails, ys_evidence_thumbnails, YS, EVIDENCE_THUMBNAILS, GObject)

YsEvidenceThumbnails *ys_evidence_thumbnails_new (YsWorkspace *workspace);
/* Puts the picture on the entry when it is there; what is asked for last comes first. @scale_factor: device pixels. */
void ys_evidence_thumbnails_want (YsEvidenceThumbnails *self, YsEvidenceEntry *entry, int scale_factor);
/* Forgets what is still waiting. */
void ys_evidence_thumbnails_stop (YsEvidenceThumbnails *self);

G_END_DECLS
