/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search bar of the PDF pane: words, which hit of how many, next and previous, and how much could not be searched. */
#pragma once

#include "ys-pdf-canvas.h"

G_BEGIN_DECLS

#define YS_TYPE_PDF_FIND_BAR (ys_pdf_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (YsPdfFindBar, ys_pdf_find_bar, YS, PDF_FIND_BAR, GtkBox)

/* To be called once; the bar lives no longer than @canvas. Keys typed into @capture don't start it. */
void ys_pdf_find_bar_set_canvas (YsPdfFindBar *self, YsPdfCanvas *canvas);
/* Another document's texts, NULL for none. The words stay. */
void ys_pdf_find_bar_set_texts (YsPdfFindBar *self, YsPdfTexts *texts);
/* The bar that opens and closes; its "search-mode-enabled" is the state. */
GtkSearchBar *ys_pdf_find_bar_get_bar (YsPdfFindBar *self);
/* Ctrl+F: opens it and selects the words. */
void ys_pdf_find_bar_open (YsPdfFindBar *self);
/* Searches for @words from outside (a hit of the search in all PDFs) and shows the hit on @page (index) first. */
void ys_pdf_find_bar_search (YsPdfFindBar *self, const char *words, guint page);
void ys_pdf_find_bar_step (YsPdfFindBar *self, gboolean backward);

G_END_DECLS
