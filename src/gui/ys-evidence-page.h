/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 佐证材料: all PDFs of the workspace as list or grid, search in their text, and the one chosen beside them. */
#pragma once

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_EVIDENCE_PAGE (ys_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (YsEvidencePage, ys_evidence_page, YS, EVIDENCE_PAGE, GtkBox)

G_END_DECLS
