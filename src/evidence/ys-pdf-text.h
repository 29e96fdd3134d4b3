/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of one page with the place of every character: for selecting, quoting, searching and 正文宽. */
#pragma once

#include "ys-pdf-info.h"

G_BEGIN_DECLS

typedef struct _YsPdfText YsPdfText;

/* Takes a copy of @text (UTF-8) and @frames, one for each character. @box: around all words or, on a page
 * without words, around what is drawn; of no size on an empty page. */
YsPdfText *ys_pdf_text_new (guint page, const char *text, const YsPdfFrame *frames, const YsPdfFrame *box);
YsPdfText *ys_pdf_text_ref (YsPdfText *self);
void ys_pdf_text_unref (YsPdfText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPdfText, ys_pdf_text_unref)
#define YS_TYPE_PDF_TEXT (ys_pdf_text_get_type ())
GType ys_pdf_text_get_type (void);

guint ys_pdf_text_get_page (const YsPdfText *self); /* index, from 0 */
/* As the PDF has it, with line feeds; may hold Kangxi radicals and doubles. GBK bytes passed off as Latin
 * letters are put right. */
const char *ys_pdf_text_get_raw (const YsPdfText *self);
guint ys_pdf_text_get_n_characters (const YsPdfText *self);
const YsPdfFrame *ys_pdf_text_get_frames (const YsPdfText *self);
const YsPdfFrame *ys_pdf_text_get_box (const YsPdfText *self);

/* FALSE where there is nothing to search: no letters at all (a scan), or symbols only (fonts that don't say
 * which characters they draw). Such a page is marked 无可检索文字. */
gboolean ys_pdf_text_is_usable (const YsPdfText *self);

/* Characters for a person and a quotation, from @first on, @n of them: radicals as the characters they stand
 * for, one character for one sign, Chinese joined over line ends. */
char *ys_pdf_text_dup_quotation (const YsPdfText *self, guint first, guint n);

/* All words of the page for an index and for scans, as ys_pdf_text_dup_quotation() has them, but one line for
 * each line of a column, columns one after the other, and without page numbers: so that pages one after the
 * other give a phrase that goes over a page's end. */
char *ys_pdf_text_dup_reading (const YsPdfText *self);

/* The index of the character at, or nearest to, a place on the page; @n_characters if the page has none. */
guint ys_pdf_text_find_nearest (const YsPdfText *self, float x, float y);
/* Frames that cover characters @first to @first + @n - 1, one for each line. Element type YsPdfFrame. */
GArray *ys_pdf_text_dup_cover (const YsPdfText *self, guint first, guint n);

G_END_DECLS
