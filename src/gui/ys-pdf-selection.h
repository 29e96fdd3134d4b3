/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected of a PDF's text: from one character to another, also over pages. */
#pragma once

#include "ys-pdf-texts.h"

G_BEGIN_DECLS

typedef struct _YsPdfSelection YsPdfSelection;

YsPdfSelection *ys_pdf_selection_new (YsPdfTexts *texts);
void ys_pdf_selection_free (YsPdfSelection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPdfSelection, ys_pdf_selection_free)

/* Starts at the character nearest to a place of a page (points); nothing is selected yet. */
void ys_pdf_selection_begin (YsPdfSelection *self, guint page, float x, float y);
void ys_pdf_selection_extend (YsPdfSelection *self, guint page, float x, float y);
/* The whole line at that place. */
void ys_pdf_selection_take_line (YsPdfSelection *self, guint page, float x, float y);
/* TRUE where something was selected. */
gboolean ys_pdf_selection_clear (YsPdfSelection *self);
gboolean ys_pdf_selection_is_empty (const YsPdfSelection *self);
/* Which pages it covers, as indices. FALSE where empty. */
gboolean ys_pdf_selection_get_pages (const YsPdfSelection *self, guint *first, guint *last);
/* The frames to paint on a page; NULL for none. Element type YsPdfFrame. Full. */
GArray *ys_pdf_selection_dup_cover (const YsPdfSelection *self, guint page);
/* In normal characters, a line feed between pages. Full, NULL where empty. */
char *ys_pdf_selection_dup_text (const YsPdfSelection *self);

G_END_DECLS
