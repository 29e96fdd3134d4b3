/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city's part 各县区扣分: what thresholds and occurrences take of each county, what caps give back, and who is vetoed
 * by what. A row opens how the county's total comes about. */
#pragma once

#include <gtk/gtk.h>

#include "ys-negative-view.h"

G_BEGIN_DECLS

#define YS_TYPE_DEDUCTION_LIST (ys_deduction_list_get_type ())
G_DECLARE_FINAL_TYPE (YsDeductionList, ys_deduction_list, YS, DEDUCTION_LIST, GtkBox)

void ys_deduction_list_update (YsDeductionList *self, const YsNegativeView *view);

/* ---- sums ---- */
/* What of @unit's deduction comes from its thresholds and its occurrences; @would (nullable) gets what suspected ones
 * would deduct, confirmed one by one, @suspected (nullable) how many there are. */
void ys_sheet_unit_sum_deductions (const YsSheetUnit *unit, YsPoints *thresholds, YsPoints *occurrences,
                                   YsPoints *would, guint *suspected);

G_END_DECLS
