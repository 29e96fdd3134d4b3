/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks (xlsx) of a sheet: real numbers, sums as formulas, codes as text, dates as dates, blanks blank.
 * Same sheet and clock, same bytes, under any locale. Always Chinese. */
#pragma once

#include "ys-sheet.h"

G_BEGIN_DECLS

/* The score sheet of a unit: summary, tasks, scoring points, figures, negative list. NULL with NOT_FOUND where the sheet
 * has no such unit, or a machine's error. Uses a temporary file. */
GBytes *ys_workbook_of_unit (const YsSheet *sheet, const char *unit, GError **error);
/* The ranking of all units of the sheet. */
GBytes *ys_workbook_of_ranking (const YsSheet *sheet, GError **error);

G_END_DECLS
