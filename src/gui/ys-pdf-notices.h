/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one should know of a PDF before relying on what is seen of it, as lines above its pages. */
#pragma once

#include "ys-pdf-info.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ys_pdf_notices_clear (GtkBox *notices);
/* A line for each restriction and danger; for files inside with a button that activates "pane.inside". */
void ys_pdf_notices_show (GtkBox *notices, const YsPdfInfo *info);
/* A font, or with @maps poppler-data, is missing on this computer. */
void ys_pdf_notices_add_fonts (GtkBox *notices, gboolean maps);

G_END_DECLS
