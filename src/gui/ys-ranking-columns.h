/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the ranking: rows stand one by one in a list, and size groups keep their cells below each other. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  YS_RANKING_RANK, YS_RANKING_COUNTY, YS_RANKING_BASE, YS_RANKING_BONUS, YS_RANKING_DEDUCTION, YS_RANKING_TOTAL,
  YS_RANKING_GRADE, YS_RANKING_GAP, YS_RANKING_N_COLUMNS
} YsRankingColumn;

typedef struct {
  GtkSizeGroup *group[YS_RANKING_N_COLUMNS];
} YsRankingColumns;

void ys_ranking_columns_init (YsRankingColumns *self);
void ys_ranking_columns_clear (YsRankingColumns *self);
/* Appends @cell to @line as its cell of @column. */
void ys_ranking_columns_add (YsRankingColumns *self, GtkWidget *line, YsRankingColumn column, GtkWidget *cell);
/* The line of column heads. */
GtkWidget *ys_ranking_columns_make_head (YsRankingColumns *self);
/* A label as a cell of @column, figures to the right; @classes beside its own. */
GtkWidget *ys_ranking_cell (YsRankingColumn column, const char *text, const char *classes);

G_END_DECLS
