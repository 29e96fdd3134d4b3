/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of the ranking and their heads. A GtkColumnView row cannot open across its columns, so the rows are lines of a
 * list and each column is a size group. */
#include "ys-ranking-columns.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"

typedef struct {
  const char *title;
  gboolean figure; /* right-aligned */
} Column;

static const Column columns[] = {
  [YS_RANKING_RANK] = { N_ ("Place"), TRUE },          [YS_RANKING_COUNTY] = { N_ ("County"), FALSE },
  [YS_RANKING_BASE] = { N_ ("Base"), TRUE },           [YS_RANKING_BONUS] = { N_ ("Bonus"), TRUE },
  [YS_RANKING_DEDUCTION] = { N_ ("Deduction"), TRUE }, [YS_RANKING_TOTAL] = { N_ ("Total"), TRUE },
  [YS_RANKING_GRADE] = { N_ ("Grade"), FALSE },        [YS_RANKING_GAP] = { N_ ("Behind"), TRUE },
};

void
ys_ranking_columns_init (YsRankingColumns *self)
{
  for (guint i = 0; i < YS_RANKING_N_COLUMNS; i++)
    self->group[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

void
ys_ranking_columns_clear (YsRankingColumns *self)
{
  for (guint i = 0; i < YS_RANKING_N_COLUMNS; i++)
    g_clear_object (&self->group[i]);
}

void
ys_ranking_columns_add (YsRankingColumns *self, GtkWidget *line, YsRankingColumn column, GtkWidget *cell)
{
  gtk_size_group_add_widget (self->group[column], cell);
  gtk_box_append (GTK_BOX (line), cell);
}

GtkWidget *
ys_ranking_cell (YsRankingColumn column, const char *text, const char *classes)
{
  GtkWidget *label = ys_fill_label (text, classes);

  gtk_widget_add_css_class (label, "num");
  gtk_label_set_xalign (GTK_LABEL (label), columns[column].figure ? 1 : 0);
  return label;
}

GtkWidget *
ys_ranking_columns_make_head (YsRankingColumns *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *bar = ys_fill_label (_ ("How it comes about"), "small quiet");

  gtk_widget_add_css_class (line, "ranking-head");
  for (guint i = 0; i < YS_RANKING_N_COLUMNS; i++)
    ys_ranking_columns_add (self, line, i, ys_ranking_cell (i, _ (columns[i].title), "small quiet"));
  gtk_widget_set_tooltip_text (gtk_widget_get_last_child (line), _ ("Points behind the one above"));
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_box_append (GTK_BOX (line), bar);
  return line;
}
