/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part 负面情形 of the place 负面清单: one row an occurrence, however many items it falls under, with
 * filters. Signals: "selected" (char *id), "register" (). */
#pragma once

#include <gtk/gtk.h>

#include "ys-negative-view.h"

G_BEGIN_DECLS

#define YS_TYPE_OCCURRENCE_LIST (ys_occurrence_list_get_type ())
G_DECLARE_FINAL_TYPE (YsOccurrenceList, ys_occurrence_list, YS, OCCURRENCE_LIST, GtkBox)

void ys_occurrence_list_update (YsOccurrenceList *self, const YsNegativeView *view);
/* Marks the row of @id without telling; NULL: none. */
void ys_occurrence_list_select (YsOccurrenceList *self, const char *id);
/* The row next to the marked one, as it is filtered; NULL at the end. Unowned. */
const char *ys_occurrence_list_get_next (YsOccurrenceList *self, gboolean backward);
/* "all", "suspected", "confirmed", "cleared"; FALSE for other words. */
gboolean ys_occurrence_list_set_filter (YsOccurrenceList *self, const char *nick);

G_END_DECLS
