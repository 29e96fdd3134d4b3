/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane at the right of the place 负面清单: one occurrence, or a new one that is put together there.
 * Signals: "step" (gboolean backward), "close" (), "registered" (char *id), "withdrawn" (),
 * "register" (): a new one is wanted. */
#pragma once

#include "ys-occurrence-view.h"

G_BEGIN_DECLS

#define YS_TYPE_OCCURRENCE_PANE (ys_occurrence_pane_get_type ())
G_DECLARE_FINAL_TYPE (YsOccurrencePane, ys_occurrence_pane, YS, OCCURRENCE_PANE, GtkBox)

/* Shows @id, YS_OCCURRENCE_NEW, or nothing (NULL). */
void ys_occurrence_pane_show (YsOccurrencePane *self, YsWorkspace *workspace, const char *id);
/* New figures, or rights: changes in place what is shown. */
void ys_occurrence_pane_update (YsOccurrencePane *self, const YsNegativeView *page);
/* NULL: nothing is shown. */
const char *ys_occurrence_pane_get_id (YsOccurrencePane *self);
/* Takes @edit: into what is put together, or as a change of the store. */
void ys_occurrence_pane_edit (YsOccurrencePane *self, YsOccurrenceEdit *edit);
/* The keyboard's focus into its title. */
void ys_occurrence_pane_focus (YsOccurrencePane *self);
/* Under which item the new one falls to begin with. */
void ys_occurrence_pane_tick (YsOccurrencePane *self, const char *item);

G_END_DECLS
