/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The assistant for a new workspace: office, unit, people, catalogue and standard; each step has a default. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_SETUP_PAGE (ys_setup_page_get_type ())
G_DECLARE_FINAL_TYPE (YsSetupPage, ys_setup_page, YS, SETUP_PAGE, GtkBox)

/* A page of the window, which it leads to the open workspace or back to the first start. */
GtkWidget *ys_setup_page_new (void);

G_END_DECLS
