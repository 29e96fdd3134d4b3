/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One threshold item in the grid of 阈值指标: fields for numerator and denominator or for the published
 * value, source, value against target, verdict, and the deduction with its reason. */
#pragma once

#include <gtk/gtk.h>

#include "ys-negative-view.h"

G_BEGIN_DECLS

typedef struct _YsThresholdRow YsThresholdRow;

/* Attaches the row to @grid from line *@top on and moves *@top behind it. */
YsThresholdRow *ys_threshold_row_new (GtkGrid *grid, int *top, YsWorkspace *workspace,
                                      const YsNegativeItem *item);
void ys_threshold_row_free (YsThresholdRow *self);
/* New figures: changes labels in place, touches no field. */
void ys_threshold_row_update (YsThresholdRow *self, const YsNegativeView *view);
/* Focuses the field of @key, or the first field where @key is the item's id, or "open" and the figure is
 * missing; FALSE: not of this row. */
gboolean ys_threshold_row_focus (YsThresholdRow *self, const char *key);

G_END_DECLS
