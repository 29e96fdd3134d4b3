/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF in a window of its own, for a second screen or a large table. */
#pragma once

#include "ys-workspace-evidence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As large as the window of @from, which it goes with. The others: as for ys_pdf_pane_show() and _set_target(). */
void ys_pdf_window_present (GtkWidget *from, YsWorkspace *workspace, guint task, const char *digest, guint page,
                            const char *point);

G_END_DECLS
