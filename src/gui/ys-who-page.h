/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is working, asked at the start where a workspace knows more than one person. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace.h"

G_BEGIN_DECLS

#define YS_TYPE_WHO_PAGE (ys_who_page_get_type ())
G_DECLARE_FINAL_TYPE (YsWhoPage, ys_who_page, YS, WHO_PAGE, GtkBox)

/* A page of the window, which shows its frame once somebody is chosen. */
GtkWidget *ys_who_page_new (YsWorkspace *workspace);

G_END_DECLS
