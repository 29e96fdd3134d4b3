/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reports' bar of a total, and its legend, as widgets of the window: the same drawing code (ys-chart.h). */
#pragma once

#include <gtk/gtk.h>

#include "ys-points.h"
#include "ys-sheet.h"

G_BEGIN_DECLS

/* @most: the points that fill the width. */
GtkWidget *ys_ranking_bar_new (const YsSheetUnit *unit, YsPoints most);
/* The legend of the bars of @unit, on one line. */
GtkWidget *ys_ranking_legend_new (const YsSheetUnit *unit);

G_END_DECLS
