/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the PDF pane asks of the citations: which files a task cites, and which of their pages. */
#pragma once

#include "ys-workspace-evidence.h"

G_BEGIN_DECLS

/* Digests that @task cites, each once, in the order of the citations; @shown (nullable) is always among them. With
 * @task 0 only that. Of char*, full. */
GPtrArray *ys_pdf_citations_dup_digests (YsWorkspace *workspace, guint task, const char *shown);
/* Indices (guint) of the pages of @digest that are cited by @task (0: by any), of @n_pages. Full. */
GArray *ys_pdf_citations_dup_pages (YsWorkspace *workspace, guint task, const char *digest, guint n_pages);
/* The first page that the first citation names, 1-based; 1 where there is none. */
guint ys_pdf_citations_get_first_page (YsWorkspace *workspace, guint task, const char *digest);

G_END_DECLS
