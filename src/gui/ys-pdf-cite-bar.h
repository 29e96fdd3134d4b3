/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The foot of the PDF pane: what is cited for, and the one button that cites the page in view or what is selected. */
#pragma once

#include "ys-pdf-canvas.h"
#include "ys-workspace-evidence.h"

G_BEGIN_DECLS

#define YS_TYPE_PDF_CITE_BAR (ys_pdf_cite_bar_get_type ())
G_DECLARE_FINAL_TYPE (YsPdfCiteBar, ys_pdf_cite_bar, YS, PDF_CITE_BAR, GtkBox)
/* Signal "cited" (char *citation): a citation was made and is stored. */

/* To be called once; the bar lives no longer than @canvas. */
void ys_pdf_cite_bar_set_canvas (YsPdfCiteBar *self, YsWorkspace *workspace, YsPdfCanvas *canvas);
/* What is shown; @pages of YsPdfPage, @copying: whether its maker allows to copy text. NULL both: nothing. */
void ys_pdf_cite_bar_set_evidence (YsPdfCiteBar *self, const char *digest, GPtrArray *pages, gboolean copying);
/* What for: hides the bar where @task is 0; @point NULL: the whole task. */
void ys_pdf_cite_bar_set_target (YsPdfCiteBar *self, guint task, const char *point);
/* The scoring point chosen, NULL for the whole task. Unowned. */
const char *ys_pdf_cite_bar_get_point (YsPdfCiteBar *self);
/* The workspace or its state has changed: whether one may cite is asked again. */
void ys_pdf_cite_bar_update (YsPdfCiteBar *self);
/* Ctrl+E. */
void ys_pdf_cite_bar_cite (YsPdfCiteBar *self);

G_END_DECLS
