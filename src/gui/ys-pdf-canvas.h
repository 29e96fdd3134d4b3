/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a PDF one below the other on a desk, to be put into a GtkScrolledWindow: pages are drawn in device
 * pixels when they come near the view, text can be selected and hits are framed. */
#pragma once

#include "ys-pdf-finder.h"
#include "ys-pdf-layout.h"
#include "ys-pdf-texts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_PDF_CANVAS (ys_pdf_canvas_get_type ())
G_DECLARE_FINAL_TYPE (YsPdfCanvas, ys_pdf_canvas, YS, PDF_CANVAS, GtkWidget)
/* Signals: "page-changed" (), "zoom-changed" (), "selection-changed" (), and "fonts-missing" (gboolean maps), which
 * see ys-pdf-pictures.h. Page numbers are indices from 0. */

GtkWidget *ys_pdf_canvas_new (void);
/* @document is open, @pages (of YsPdfPage) and @texts are its own. NULL all: nothing is shown. */
void ys_pdf_canvas_set_document (YsPdfCanvas *self, YsPdfDocument *document, GPtrArray *pages, YsPdfTexts *texts);

guint ys_pdf_canvas_get_page (YsPdfCanvas *self);
/* Shows the top of the page. */
void ys_pdf_canvas_go_to (YsPdfCanvas *self, guint page);
/* Scrolls as little as is needed for a frame on the page to be in view. */
void ys_pdf_canvas_reveal (YsPdfCanvas *self, guint page, const YsPdfFrame *frame);

void ys_pdf_canvas_set_fit (YsPdfCanvas *self, YsPdfFit fit, double percent);
YsPdfFit ys_pdf_canvas_get_fit (YsPdfCanvas *self);
/* The percent that the page in view has. */
double ys_pdf_canvas_get_percent (YsPdfCanvas *self);
/* The next step larger or smaller than now. */
void ys_pdf_canvas_zoom (YsPdfCanvas *self, gboolean larger);
/* A quarter to the right. */
void ys_pdf_canvas_rotate (YsPdfCanvas *self);

/* Of YsPdfHit, NULL for none; all are framed, @current stands out. */
void ys_pdf_canvas_set_hits (YsPdfCanvas *self, GPtrArray *hits, guint current);
/* Pages (guint indices) marked as cited; NULL for none. */
void ys_pdf_canvas_set_marks (YsPdfCanvas *self, GArray *pages);

/* The pages that the selection covers; FALSE where nothing is selected. */
gboolean ys_pdf_canvas_get_selected_pages (YsPdfCanvas *self, guint *first, guint *last);
char *ys_pdf_canvas_dup_selected_text (YsPdfCanvas *self); /* full, NULL where nothing is selected */

G_END_DECLS
