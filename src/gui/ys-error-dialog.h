/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An error in words: what was being done, every fault with its place, and what to do now. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A dialog over @parent (nullable) for @error, not shown yet. Errors of other domains show their own text. */
GtkWindow *ys_error_dialog_new (GtkWindow *parent, const char *title, const GError *error);
/* The same as plain text, to be copied or shown on a page. Full. */
char *ys_error_dup_text (const GError *error);

G_END_DECLS
