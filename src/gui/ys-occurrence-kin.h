/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city's part of an occurrence's pane about others that are the same thing: likely duplicates that are offered, those
 * that were merged into it, and what it was merged into itself. */
#pragma once

#include "ys-occurrence-view.h"

G_BEGIN_DECLS

#define YS_TYPE_OCCURRENCE_KIN (ys_occurrence_kin_get_type ())
G_DECLARE_FINAL_TYPE (YsOccurrenceKin, ys_occurrence_kin, YS, OCCURRENCE_KIN, GtkBox)

void ys_occurrence_kin_update (YsOccurrenceKin *self, const YsOccurrenceView *view);

G_END_DECLS
