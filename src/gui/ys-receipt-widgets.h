/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small widgets that the pages of packages are made of: words, figures, chips, facts. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label that wraps, flush left; @styles: css classes separated by blanks, NULL for none. */
GtkWidget *ys_words_new (const char *text, const char *styles);
/* The same, to be selected and copied. */
GtkWidget *ys_copyable_words_new (const char *text, const char *styles);
/* One line, flush right, with figures of one width. */
GtkWidget *ys_figure_new (const char *text, const char *styles);
/* A verdict: sign and word on a coloured ground; @style: "ok", "bad", "open", "info" or NULL. */
GtkWidget *ys_chip_new (const char *text, const char *style);
/* The name that a screen reader says. */
void ys_name_widget (GtkWidget *widget, const char *name);
void ys_box_empty (GtkWidget *box);
/* A card that keeps its content inside its round corners; vertical. */
GtkWidget *ys_card_new (void);
/* Title of a card, with small words at the right (nullable). */
GtkWidget *ys_card_title_new (const char *title, const char *aside);
/* A row of @grid: what it is called and what it is, which can be copied; gives the label of the latter. Unowned. */
GtkWidget *ys_grid_add_fact (GtkGrid *grid, int row, const char *name, const char *value);

G_END_DECLS
