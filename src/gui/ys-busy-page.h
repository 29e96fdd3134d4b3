/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page that fills the window while long work goes on. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @detail nullable: to what it is done. @cancellable nullable: then there is no button to stop it. */
GtkWidget *ys_busy_page_new (const char *title, const char *detail, GCancellable *cancellable);
/* Its box, for reporting progress; unowned. */
gpointer ys_busy_page_get_progress (GtkWidget *page);

G_END_DECLS
