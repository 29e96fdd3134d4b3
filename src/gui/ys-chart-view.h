/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts in the window, drawn by the reports' own code; each says its figures to the screen reader and in its tooltip.
 * A view keeps what it draws: the sheet may go. */
#pragma once

#include <gtk/gtk.h>

#include "ys-chart-sheet.h"

G_BEGIN_DECLS

#define YS_TYPE_CHART_VIEW (ys_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (YsChartView, ys_chart_view, YS, CHART_VIEW, GtkWidget)

/* How the unit's total comes about, a row for each step, with words. */
GtkWidget *ys_chart_view_new_waterfall (YsSheet *sheet, const YsSheetUnit *unit);
/* The bars of one part, for a row that has its figures as words. The name is copied. */
GtkWidget *ys_chart_view_new_part (const YsChartPart *part);
/* The bar of one county of @sheet, to the scale of the standard's maximum; name and note are unowned by @county. */
GtkWidget *ys_chart_view_new_county (YsSheet *sheet, const YsChartCounty *county);

/* What the screen reader hears. Unowned. */
const char *ys_chart_view_get_text (YsChartView *self);

/* The ground of the window as it looks now, the words as large as the widget's. */
YsChartStyle ys_chart_style_of_widget (GtkWidget *widget);

G_END_DECLS
