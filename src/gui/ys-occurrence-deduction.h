/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part 扣分 of an occurrence's pane: every candidate item with what it would take, all but the one that
 * holds struck out, and in words why. All of it is the sheet's. */
#pragma once

#include "ys-occurrence-view.h"

G_BEGIN_DECLS

#define YS_TYPE_OCCURRENCE_DEDUCTION (ys_occurrence_deduction_get_type ())
G_DECLARE_FINAL_TYPE (YsOccurrenceDeduction, ys_occurrence_deduction, YS, OCCURRENCE_DEDUCTION, GtkBox)

void ys_occurrence_deduction_update (YsOccurrenceDeduction *self, const YsOccurrenceView *view);

G_END_DECLS
