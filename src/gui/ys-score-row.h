/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scoring point in the card 得分: possible, computed, self score; it opens to rule → filled in → evidence →
 * score, and to the reason for one's own figure. */
#pragma once

#include "ys-fill-card.h"

G_BEGIN_DECLS

#define YS_TYPE_SCORE_ROW (ys_score_row_get_type ())
G_DECLARE_FINAL_TYPE (YsScoreRow, ys_score_row, YS, SCORE_ROW, GtkBox)

GtkWidget *ys_score_row_new (const YsFillView *view, const YsPoint *point);
void ys_score_row_update (YsScoreRow *self, const YsFillView *view);
const YsPoint *ys_score_row_get_point (YsScoreRow *self);
/* Opens or closes it; opening scrolls to it by giving it the focus where @focus. */
void ys_score_row_open (YsScoreRow *self, gboolean open, gboolean focus);
/* Shows the field for why the point does not apply, in a row that is open. */
void ys_score_row_show_claim (YsScoreRow *self);

/* The columns of the card's figures, in pixels: head, rows and total share them. */
#define YS_SCORE_COLUMN 58
#define YS_SCORE_COLUMN_SELF 62
/* A right-aligned figure of such a column. */
GtkWidget *ys_score_figure_new (const char *classes, int width);

G_END_DECLS
