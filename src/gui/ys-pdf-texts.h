/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of one PDF's pages, asked for once and shared by what shows, selects and searches them. */
#pragma once

#include "ys-pdf-document.h"

G_BEGIN_DECLS

#define YS_TYPE_PDF_TEXTS (ys_pdf_texts_get_type ())
G_DECLARE_FINAL_TYPE (YsPdfTexts, ys_pdf_texts, YS, PDF_TEXTS, GObject)
/* Signal "loaded" (guint page): the text of the page is there, or it was found to have none. */

YsPdfTexts *ys_pdf_texts_new (YsPdfDocument *document, guint n_pages);
guint ys_pdf_texts_get_n_pages (YsPdfTexts *self);
/* Asks for the text of @page (index) unless it is there or on its way; @priority as in GLib. Never blocks. */
void ys_pdf_texts_want (YsPdfTexts *self, guint page, int priority);
/* Whether the answer is there; then ys_pdf_texts_get() tells it. */
gboolean ys_pdf_texts_is_known (YsPdfTexts *self, guint page);
/* NULL where it is not there yet, or the page can't be read. Unowned. */
YsPdfText *ys_pdf_texts_get (YsPdfTexts *self, guint page);

G_END_DECLS
