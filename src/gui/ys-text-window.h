/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window with something to read: help, the standard's notes, results. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window over @parent with @title; its content is empty. Escape closes it. */
GtkWindow *ys_text_window_new (GtkWindow *parent, const char *title, int width, int height);
/* Adds a paragraph that wraps and can be copied; @style: a css class, NULL for plain text. */
void ys_text_window_add (GtkWindow *window, const char *text, const char *style);
/* Adds any widget below what is there. */
void ys_text_window_add_widget (GtkWindow *window, GtkWidget *widget);

G_END_DECLS
