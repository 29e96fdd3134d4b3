/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part 佐证材料 of an occurrence's pane: PDFs cited for it with their pages, and a way to cite one that
 * is in the workspace already, or to add one. */
#pragma once

#include "ys-occurrence-view.h"

G_BEGIN_DECLS

#define YS_TYPE_OCCURRENCE_EVIDENCE (ys_occurrence_evidence_get_type ())
G_DECLARE_FINAL_TYPE (YsOccurrenceEvidence, ys_occurrence_evidence, YS, OCCURRENCE_EVIDENCE, GtkBox)

void ys_occurrence_evidence_update (YsOccurrenceEvidence *self, const YsOccurrenceView *view);

G_END_DECLS
