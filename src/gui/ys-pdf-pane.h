/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of the PDF pane beyond what ys-place.h offers to the pages. */
#pragma once

#include "ys-place.h"

G_BEGIN_DECLS

/* Opens the search with @words, at the hit on @page (1-based) of what ys_pdf_pane_show() shows next or shows now. */
void ys_pdf_pane_search (YsPdfPane *self, const char *words, guint page);
/* What is shown, NULL for nothing. Unowned. */
const char *ys_pdf_pane_get_digest (YsPdfPane *self);
/* The page in view, 1-based, 0 for none. */
guint ys_pdf_pane_get_page (YsPdfPane *self);

/* It fills a window of its own, and so has no button for that. */
void ys_pdf_pane_set_in_window (YsPdfPane *self);

G_END_DECLS
