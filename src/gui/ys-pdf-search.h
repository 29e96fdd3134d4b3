/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching one PDF: reads its pages in order in the background and finds again as more of them are there. */
#pragma once

#include "ys-pdf-finder.h"
#include "ys-pdf-texts.h"

G_BEGIN_DECLS

#define YS_TYPE_PDF_SEARCH (ys_pdf_search_get_type ())
G_DECLARE_FINAL_TYPE (YsPdfSearch, ys_pdf_search, YS, PDF_SEARCH, GObject)
/* Signal "changed" (): more hits, or more pages were read. */

YsPdfSearch *ys_pdf_search_new (YsPdfTexts *texts);
/* NULL or empty: nothing is searched. */
void ys_pdf_search_set_query (YsPdfSearch *self, const char *query);
/* Of YsPdfHit; unowned, replaced by each "changed". */
GPtrArray *ys_pdf_search_get_hits (YsPdfSearch *self);
/* Pages read up to now, and those among them whose text can't be searched. */
guint ys_pdf_search_get_n_read (YsPdfSearch *self);
guint ys_pdf_search_get_n_unusable (YsPdfSearch *self);
gboolean ys_pdf_search_is_done (YsPdfSearch *self);

G_END_DECLS
