/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One PDF as a row of the list, or as a tile of the grid, of 佐证材料. */
#pragma once

#include "ys-evidence-thumbnails.h"

G_BEGIN_DECLS

#define YS_TYPE_EVIDENCE_CELL (ys_evidence_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsEvidenceCell, ys_evidence_cell, YS, EVIDENCE_CELL, GtkBox)

/* @tile: for the grid. Its menu activates "evidence.rename" and "evidence.remove" with the digest. */
GtkWidget *ys_evidence_cell_new (YsWorkspace *workspace, gboolean tile);
/* NULL: shows nothing any more. */
void ys_evidence_cell_set_entry (YsEvidenceCell *self, YsEvidenceEntry *entry);
/* Makes the rows of a list or, with @thumbnails (nullable), the tiles of a grid. */
GtkListItemFactory *ys_evidence_cell_factory_new (YsWorkspace *workspace, YsEvidenceThumbnails *thumbnails);

G_END_DECLS
