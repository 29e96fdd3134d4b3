/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city's part 阈值指标: threshold items as rows, counties as columns; a cell shows the figure over what it deducts and
 * opens to source, shortfall and the city's own figure. */
#pragma once

#include <gtk/gtk.h>

#include "ys-negative-view.h"

G_BEGIN_DECLS

#define YS_TYPE_THRESHOLD_GRID (ys_threshold_grid_get_type ())
G_DECLARE_FINAL_TYPE (YsThresholdGrid, ys_threshold_grid, YS, THRESHOLD_GRID, GtkBox)

void ys_threshold_grid_build (YsThresholdGrid *self, YsWorkspace *workspace);
void ys_threshold_grid_update (YsThresholdGrid *self, const YsNegativeView *view);
/* The focus to the cell of @unit and @item, or (both NULL) to the first that is open; FALSE where there is none. */
gboolean ys_threshold_grid_focus (YsThresholdGrid *self, const char *unit, const char *item);

G_END_DECLS
