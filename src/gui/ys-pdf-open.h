/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a stored PDF for the pane: file, worker, pages; all of it off the main loop. */
#pragma once

#include "ys-pdf-document.h"
#include "ys-workspace-evidence.h"

G_BEGIN_DECLS

/* @pages: of YsPdfPage, at least one. */
typedef struct
{
  YsPdfDocument *document;
  YsPdfInfo *info;
  GPtrArray *pages;
} YsPdfOpened;

void ys_pdf_opened_free (YsPdfOpened *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPdfOpened, ys_pdf_opened_free)

/* @password nullable: it is kept in the document's memory and nowhere else. Finish with
 * ys_workspace_run_finish(): a YsPdfOpened, full. Errors: those of ys-pdf-document.h, and where the file is missing. */
void ys_pdf_open_async (YsWorkspace *workspace, const char *digest, const char *password, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data);

/* ---- words ---- */
/* "Page 5 (printed 1)", the second only where the printed number differs from the first. @page: index. Full. */
char *ys_pdf_page_dup_words (GPtrArray *pages, guint page);
/* The printed number where it differs from @page + 1, else NULL. Unowned. */
const char *ys_pdf_page_get_label (GPtrArray *pages, guint page);
/* The printed numbers of pages @first to @last, "1" or "1—3"; NULL where none differs. Full. */
char *ys_pdf_pages_dup_labels (GPtrArray *pages, guint first, guint last);

G_END_DECLS
