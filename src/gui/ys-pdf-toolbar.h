/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of controls above the pages: page, previous and next, zoom, turning, and the way to the search. */
#pragma once

#include "ys-pdf-canvas.h"

G_BEGIN_DECLS

#define YS_TYPE_PDF_TOOLBAR (ys_pdf_toolbar_get_type ())
G_DECLARE_FINAL_TYPE (YsPdfToolbar, ys_pdf_toolbar, YS, PDF_TOOLBAR, GtkBox)

/* To be called once; the toolbar lives no longer than @canvas. @find: the state of the button for searching is bound
 * to its property "search-mode-enabled". */
void ys_pdf_toolbar_set_canvas (YsPdfToolbar *self, YsPdfCanvas *canvas, GtkSearchBar *find);
/* Of YsPdfPage; NULL: nothing is shown. */
void ys_pdf_toolbar_set_pages (YsPdfToolbar *self, GPtrArray *pages);
/* Ctrl+G: the cursor goes into the page number. */
void ys_pdf_toolbar_ask_page (YsPdfToolbar *self);
void ys_pdf_toolbar_zoom (YsPdfToolbar *self, gboolean larger);
/* Ctrl+0: back to the width of the text. */
void ys_pdf_toolbar_fit_text (YsPdfToolbar *self);

G_END_DECLS
