/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs made by the tests: good ones by cairo, odd and bad ones byte by byte. None is taken from elsewhere. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Objects numbered from 1 to a whole PDF with a right cross-reference table. @objects: NULL-terminated; the
 * first is the catalog. @trailer: further entries of the trailer, e.g. "/Encrypt 5 0 R". */
GString *test_pdf_from_objects (const char *const *objects, const char *trailer);
/* "<</Length n>>stream…endstream" of @content, with further dictionary @entries. */
char *test_pdf_stream (const char *entries, const char *content);

/* Drawn by cairo with Chinese text: @n_pages pages of A4, each saying 第 n 页 and @text at 72 points from the
 * left, 100 from the top, in letters of 16 points. */
void test_pdf_draw (const char *path, guint n_pages, const char *text);
/* One page of a font that is not embedded: @text as UCS-2 under a character map of the collection @ordering;
 * "GB1" is simplified Chinese. */
GString *test_pdf_not_embedded (const char *text, const char *ordering);
/* Each page 300×200 points with a mark at 20..40, 30..50 from the shown top left, turned by 0, 90, 180, 270
 * and, the fifth, cropped; the mark's word is "MARK". */
GString *test_pdf_turned (void);

G_END_DECLS
