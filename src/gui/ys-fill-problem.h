/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line below a field that says what is wrong with its text and what is expected; hidden where nothing is.
 * Sign and words, so that colour is not all that tells. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *ys_fill_problem_new (void);
/* NULL: nothing is wrong. */
void ys_fill_problem_set_text (GtkWidget *problem, const char *text);

G_END_DECLS
