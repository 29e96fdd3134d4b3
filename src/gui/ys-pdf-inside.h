/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files inside a PDF (文件包): which they are, and attaching the PDFs among them as evidence of their own. */
#pragma once

#include "ys-pdf-document.h"
#include "ys-workspace-evidence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks which of the files to attach for @task (0: none), and attaches them. @document is open. */
void ys_pdf_inside_offer (GtkWidget *from, YsWorkspace *workspace, YsPdfDocument *document, guint task);

G_END_DECLS
