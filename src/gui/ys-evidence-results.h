/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search in all PDFs found: titles first, then pages with the line around the hit, and how many PDFs could not be
 * searched. */
#pragma once

#include "ys-workspace-evidence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_EVIDENCE_RESULTS (ys_evidence_results_get_type ())
G_DECLARE_FINAL_TYPE (YsEvidenceResults, ys_evidence_results, YS, EVIDENCE_RESULTS, GtkBox)
/* Signals: "chosen" (char *digest, guint page): a hit was chosen, page 0 where it is the title;
 * "list-unsearchable" (): the list of PDFs without text is asked for. */

void ys_evidence_results_set_workspace (YsEvidenceResults *self, YsWorkspace *workspace);
/* Searches anew; what is still being searched is given up. */
void ys_evidence_results_search (YsEvidenceResults *self, const char *query);

G_END_DECLS
