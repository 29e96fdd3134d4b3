/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling a page how broad its window is: what lies beside the page, and how broad, depends on it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Calls @func with @widget and the window's width when the widget is shown and each time that width changes; never
 * while sizes are given. */
typedef void (*YsWidthFunc) (GtkWidget *widget, int width);
void ys_width_watch (GtkWidget *widget, YsWidthFunc func);

G_END_DECLS
