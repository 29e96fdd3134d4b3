/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One county of the ranking: its line with place, figures and bar. Activated, it opens what lies below it. */
#pragma once

#include "ys-ranking-columns.h"
#include "ys-ranking-view.h"

G_BEGIN_DECLS

#define YS_TYPE_RANKING_ROW (ys_ranking_row_get_type ())
G_DECLARE_FINAL_TYPE (YsRankingRow, ys_ranking_row, YS, RANKING_ROW, GtkListBoxRow)

GtkWidget *ys_ranking_row_new (const YsRankingView *view, const YsRankingEntry *entry, YsRankingColumns *columns);
/* Code of its county. */
const char *ys_ranking_row_get_unit (YsRankingRow *self);
gboolean ys_ranking_row_get_open (YsRankingRow *self);
/* Turns its arrow and says so; the page shows or hides what lies below. */
void ys_ranking_row_set_open (YsRankingRow *self, gboolean open);

G_END_DECLS
