/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 按哪一条扣: at the city, where an occurrence falls under several items, the one under which it deducts. Another than the
 * largest asks for a reason (scoring.md, 9: when caps make the larger one cost less). */
#pragma once

#include "ys-occurrence-view.h"

G_BEGIN_DECLS

#define YS_TYPE_OCCURRENCE_CHOICE (ys_occurrence_choice_get_type ())
G_DECLARE_FINAL_TYPE (YsOccurrenceChoice, ys_occurrence_choice, YS, OCCURRENCE_CHOICE, GtkBox)

void ys_occurrence_choice_update (YsOccurrenceChoice *self, const YsOccurrenceView *view);

G_END_DECLS
