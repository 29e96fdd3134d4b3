/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start: three ways to begin, and the workspaces of before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_FIRST_PAGE (ys_first_page_get_type ())
G_DECLARE_FINAL_TYPE (YsFirstPage, ys_first_page, YS, FIRST_PAGE, GtkBox)

GtkWidget *ys_first_page_new (void);
typedef enum { YS_OPEN_A_WORKSPACE, YS_OPEN_A_PACKAGE, YS_OPEN_A_DOSSIER } YsToOpen;
/* Lets the person choose a folder, or the file of a package, and opens it in @window (a YsWindow). */
void ys_first_page_choose (GtkWindow *window, YsToOpen what);

G_END_DECLS
