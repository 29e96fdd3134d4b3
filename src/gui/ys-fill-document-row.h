/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document that the county has to issue: what is recorded of it in two lines, and a form that opens in
 * place. One that nothing is recorded of is open from the start. */
#pragma once

#include "ys-fill-card.h"

G_BEGIN_DECLS

#define YS_TYPE_FILL_DOCUMENT_ROW (ys_fill_document_row_get_type ())
G_DECLARE_FINAL_TYPE (YsFillDocumentRow, ys_fill_document_row, YS, FILL_DOCUMENT_ROW, GtkBox)

GtkWidget *ys_fill_document_row_new (const YsFillView *view, const YsCatalogueDocument *document);
void ys_fill_document_row_update (YsFillDocumentRow *self, const YsFillView *view);
/* Opens the fields and focuses that of @key; FALSE if the key is of another document. */
gboolean ys_fill_document_row_focus_key (YsFillDocumentRow *self, const char *key);
/* Whether the newest sheet finds the document issued and proven, or at least recorded. */
gboolean ys_fill_document_is_recorded (const YsFillView *view, const YsCatalogueDocument *document);

G_END_DECLS
