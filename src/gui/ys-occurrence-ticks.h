/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part 涉及条目 of an occurrence's pane: the items of the negative list as ticks, each with its severity,
 * and how many of its cases stand in the figure of a threshold item. */
#pragma once

#include "ys-occurrence-view.h"

G_BEGIN_DECLS

#define YS_TYPE_OCCURRENCE_TICKS (ys_occurrence_ticks_get_type ())
G_DECLARE_FINAL_TYPE (YsOccurrenceTicks, ys_occurrence_ticks, YS, OCCURRENCE_TICKS, GtkBox)

/* Another occurrence. */
void ys_occurrence_ticks_build (YsOccurrenceTicks *self, const YsOccurrenceView *view);
void ys_occurrence_ticks_update (YsOccurrenceTicks *self, const YsOccurrenceView *view);

G_END_DECLS
