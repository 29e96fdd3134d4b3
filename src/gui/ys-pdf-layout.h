/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the pages of a PDF lie on the desk, one below the other, and how large: plain geometry without widgets.
 * Lengths on the desk are application pixels, on pages points (1/72 inch), frames as in ys-pdf-info.h. */
#pragma once

#include "ys-pdf-document.h"

#include <graphene.h>

G_BEGIN_DECLS

/* TEXT: margins cut off by the box around the words (正文宽). PERCENT: 100 % is 96 dots per inch. */
typedef enum
{
  YS_PDF_FIT_TEXT,
  YS_PDF_FIT_WIDTH,
  YS_PDF_FIT_PAGE,
  YS_PDF_FIT_PERCENT
} YsPdfFit;

/* A page on the desk. @crop: what is shown of it, in points of the turned page. */
typedef struct
{
  int x, y, width, height;
  double scale; /* pixels for a point */
  YsPdfFrame crop;
} YsPdfSheet;

typedef struct _YsPdfLayout YsPdfLayout;

/* @pages: of YsPdfPage, taken a reference of. */
YsPdfLayout *ys_pdf_layout_new (GPtrArray *pages);
void ys_pdf_layout_free (YsPdfLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPdfLayout, ys_pdf_layout_free)

guint ys_pdf_layout_get_n_pages (const YsPdfLayout *self);
/* The box around the words of a page, once known; one of no size stands for the whole page. TRUE where that
 * changes the layout. */
gboolean ys_pdf_layout_set_box (YsPdfLayout *self, guint page, const YsPdfFrame *box);
/* @rotation: 0, 90, 180, 270 clockwise. @percent only for YS_PDF_FIT_PERCENT. */
void ys_pdf_layout_set_fit (YsPdfLayout *self, YsPdfFit fit, double percent, guint rotation);
/* Lays out all pages for a view of that size. */
void ys_pdf_layout_update (YsPdfLayout *self, int view_width, int view_height);

int ys_pdf_layout_get_width (const YsPdfLayout *self);
int ys_pdf_layout_get_height (const YsPdfLayout *self);
/* The percent that the page is shown at. */
double ys_pdf_layout_get_percent (const YsPdfLayout *self, guint page);
const YsPdfSheet *ys_pdf_layout_get_sheet (const YsPdfLayout *self, guint page);
/* The page at that height of the desk, the next one where it is a gap, the last one below all. */
guint ys_pdf_layout_find_page (const YsPdfLayout *self, double y);
/* A frame on a page as a rectangle of the desk, and a place of the desk on a page. */
void ys_pdf_layout_to_desk (const YsPdfLayout *self, guint page, const YsPdfFrame *frame, graphene_rect_t *rectangle);
void ys_pdf_layout_to_page (const YsPdfLayout *self, guint page, double x, double y, float *page_x, float *page_y);
/* What to ask the worker for: the sheet in device pixels. */
void ys_pdf_layout_get_view (const YsPdfLayout *self, guint page, int scale_factor, YsPdfView *view);

G_END_DECLS
