/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all PDFs of a workspace as a model of YsEvidenceEntry, kept up to date. */
#pragma once

#include "ys-evidence-entry.h"

G_BEGIN_DECLS

/* Takes files that came or went in or out, and tells the entries what has changed. */
void ys_evidence_model_update (GListStore *self, YsWorkspace *workspace);
/* How many pass @filter. */
guint ys_evidence_model_count (GListStore *self, YsEvidenceFilter filter);

G_END_DECLS
