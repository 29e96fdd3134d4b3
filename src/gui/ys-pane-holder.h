/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds a pane to a width: however long the words in it are, its natural width is the one given, so that a
 * flap never takes more from the page beside. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_PANE_HOLDER (ys_pane_holder_get_type ())
G_DECLARE_FINAL_TYPE (YsPaneHolder, ys_pane_holder, YS, PANE_HOLDER, GtkWidget)

/* Takes @pane as its child. @width in pixels; a pane whose least width is more gets that. */
GtkWidget *ys_pane_holder_new (GtkWidget *pane, int width);
void ys_pane_holder_set_width (YsPaneHolder *self, int width);
/* Takes the scrolled window inside an AdwStatusPage, which has no name to say, out of the round of the Tab
 * key. */
void ys_status_page_skip_inside (GtkWidget *status_page);

G_END_DECLS
