/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start: three ways to begin, and the workspaces of before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_FIRST_PAGE (ys_first_page_get_type ())
G_DECLARE_FINAL_TYPE (YsFirstPage, ys_first_page, YS, FIRST_PAGE, GtkBox)

GtkWidget *ys_first_page_new (void);
/* Lets the person choose a workspace folder, or a package file, and opens it in @window (a YsWindow). */
void ys_first_page_choose (GtkWindow *window, gboolean package);

G_END_DECLS
