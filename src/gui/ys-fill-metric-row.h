/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One metric in the table 指标: numerator ÷ denominator or a published value, with value, target and verdict.
 * Placed into the columns of the card's grid, so that all rows line up. */
#pragma once

#include "ys-fill-card.h"

G_BEGIN_DECLS

typedef struct _YsFillMetricRow YsFillMetricRow;

/* Puts the widgets of @metric into @grid from row *@top on, and moves *@top on. @year: which year's figure; a
 * row of another year than the round's is the line 上年 below. */
YsFillMetricRow *ys_fill_metric_row_new (GtkGrid *grid, int *top, const YsFillView *view,
                                         const YsMetric *metric, int year);
void ys_fill_metric_row_free (YsFillMetricRow *self);
void ys_fill_metric_row_update (YsFillMetricRow *self, const YsFillView *view);
/* Shows and focuses the field of @key; FALSE if it is none of this row. */
gboolean ys_fill_metric_row_focus_key (YsFillMetricRow *self, const char *key);

/* What the newest sheet says of @metric: attained, failed, or why it is open. */
typedef enum
{
  YS_METRIC_ATTAINED,
  YS_METRIC_FAILED,
  YS_METRIC_OPEN
} YsMetricVerdict;
/* @open (nullable) gets the words for an open one. Unowned, Chinese. */
YsMetricVerdict ys_fill_view_get_verdict (const YsFillView *view, const YsMetric *metric, const char **open);

G_END_DECLS
