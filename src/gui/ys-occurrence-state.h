/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the city has made of an occurrence, as three buttons: 待核实 · 已认定 · 已排除. Another one asks for a reason
 * right below and says what it does to the deduction. */
#pragma once

#include "ys-occurrence-view.h"

G_BEGIN_DECLS

#define YS_TYPE_OCCURRENCE_STATE (ys_occurrence_state_get_type ())
G_DECLARE_FINAL_TYPE (YsOccurrenceState, ys_occurrence_state, YS, OCCURRENCE_STATE, GtkBox)

void ys_occurrence_state_update (YsOccurrenceState *self, const YsOccurrenceView *view);

G_END_DECLS
