/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain data of the charts, taken from a sheet: window and reports show the same figures. */
#pragma once

#include "ys-chart.h"
#include "ys-sheet.h"

G_BEGIN_DECLS

/* Arrays of the chart's own elements; names point into the sheet, its catalogue or the array. */

/* A part for each of the unit's parts with content; done counts tasks 已完成 that apply. Of YsChartPart. Full. */
GArray *ys_chart_parts_from_sheet (const YsSheetUnit *unit);
/* The bar of a unit's total. Full: free with ys_chart_bar_free(). */
YsChartBar *ys_chart_bar_from_sheet (const YsSheetUnit *unit);
void ys_chart_bar_free (YsChartBar *bar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsChartBar, ys_chart_bar_free)
/* All units of the sheet in its order. Of YsChartCounty. Full. */
GArray *ys_chart_counties_from_sheet (const YsSheet *sheet);
/* The grades' lower ends. Of YsChartLine. Full. */
GArray *ys_chart_lines_from_standard (const YsStandard *standard);
/* Base, bonus, what is beyond the maximum, each occurrence and threshold that deducts, what caps and gates change,
 * total: the steps add up to it exactly. Of YsChartStep. Full. */
GArray *ys_chart_steps_from_sheet (const YsSheet *sheet, const YsSheetUnit *unit);

G_END_DECLS
