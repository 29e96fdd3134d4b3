/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text area that is as high as its text and lets the page around it scroll: it asks for its height once it
 * is laid out, and keeps the line one writes in within view. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_FILL_AREA (ys_fill_area_get_type ())
G_DECLARE_FINAL_TYPE (YsFillArea, ys_fill_area, YS, FILL_AREA, GtkTextView)

GtkWidget *ys_fill_area_new (void);
/* Puts @text in; the caret goes to @caret, or stays as near as it can where that is negative. */
void ys_fill_area_set_text (YsFillArea *self, const char *text, int caret);
char *ys_fill_area_dup_text (YsFillArea *self);

G_END_DECLS
