/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an occurrence's pane for what happened: title, date, times, deaths, summary, factors and the
 * other counties that it concerns. Texts are saved as one types. */
#pragma once

#include "ys-occurrence-view.h"

G_BEGIN_DECLS

#define YS_TYPE_OCCURRENCE_FACTS (ys_occurrence_facts_get_type ())
G_DECLARE_FINAL_TYPE (YsOccurrenceFacts, ys_occurrence_facts, YS, OCCURRENCE_FACTS, GtkBox)

/* Another occurrence: binds the fields. */
void ys_occurrence_facts_build (YsOccurrenceFacts *self, const YsOccurrenceView *view);
void ys_occurrence_facts_update (YsOccurrenceFacts *self, const YsOccurrenceView *view);
void ys_occurrence_facts_focus_title (YsOccurrenceFacts *self);

G_END_DECLS
