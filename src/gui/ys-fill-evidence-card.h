/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card 佐证材料: the PDFs cited by the task, with pages and notes, and the place to drop new ones.
 * What a page shows is shown beside the form. */
#pragma once

#include "ys-fill-card.h"

G_BEGIN_DECLS

#define YS_TYPE_FILL_EVIDENCE_CARD (ys_fill_evidence_card_get_type ())
G_DECLARE_FINAL_TYPE (YsFillEvidenceCard, ys_fill_evidence_card, YS, FILL_EVIDENCE_CARD, GtkBox)

G_END_DECLS
