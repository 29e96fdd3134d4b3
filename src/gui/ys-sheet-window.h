/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a unit's total comes about: parts, bonus, deduction, and the sentences of the sheet. */
#pragma once

#include <gtk/gtk.h>

#include "ys-sheet.h"

G_BEGIN_DECLS

/* For @figure of @unit, which is of @sheet. */
GtkWindow *ys_sheet_window_new (GtkWindow *parent, YsSheet *sheet, const YsSheetUnit *unit, YsScoreFigure figure);

G_END_DECLS
