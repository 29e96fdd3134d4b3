/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading order of a page by where its words stand: columns go down before they go across, page numbers stand
 * apart. Private to src/evidence. */
#pragma once

#include "ys-pdf-text.h"

G_BEGIN_DECLS

/* A run of characters on one line of one column. */
typedef struct
{
  guint first, end; /* characters; @end is not part of it */
  YsPdfFrame frame;
  gboolean is_page_number; /* a line like "— 3 —" or "第3页 共9页" at the edge of the page */
} YsPdfLine;

/* The lines of @text in reading order, page numbers last. Element type YsPdfLine. */
GArray *ys_pdf_lines_in_order (const YsPdfText *text);

G_END_DECLS
