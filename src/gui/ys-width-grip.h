/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edge between two panes, by which the mouse makes one broader and the other narrower; the width is kept. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An edge of @pane, to be placed between it and @giver, which gives way as far as its least width; both and the edge
 * lie in @page, @pane at its beginning or at its end. What is chosen is kept in the settings under @key (static). The
 * widgets must live as long as the edge. */
GtkWidget *ys_width_grip_new (GtkWidget *page, GtkWidget *pane, GtkWidget *giver, gboolean at_end, const char *key);
/* The width kept under @key, but no more than @most; @usual where none was ever chosen. */
int ys_width_grip_get_kept (const char *key, int usual, int most);

G_END_DECLS
