/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The left pane of 审阅: search, filters with their counts, and the queue of a city: itself, its counties, their tasks and
 * deductions. The county one works in is open, the others are folded; under a filter or a search all are open. */
#pragma once

#include "ys-examine-row.h"

G_BEGIN_DECLS

#define YS_TYPE_EXAMINE_QUEUE (ys_examine_queue_get_type ())
G_DECLARE_FINAL_TYPE (YsExamineQueue, ys_examine_queue, YS, EXAMINE_QUEUE, GtkBox)
/* Signals: "selected" () another row; "activated" () Enter; "verdict" (int) one of the keys 1 to 3; "dossier" (char *)
 * another one was chosen. */

GtkWidget *ys_examine_queue_new (void);
void ys_examine_queue_set_data (YsExamineQueue *self, YsExamineData *data);
/* The row in view, NULL: none. Unowned. */
YsExamineRow *ys_examine_queue_get_selected (YsExamineQueue *self);
/* Selects it, opening its county; FALSE where there is no such row. */
gboolean ys_examine_queue_select (YsExamineQueue *self, const char *unit, guint task, const char *item);
/* The next or previous row of the filter in view that is no county; with @open the next that has no opinion yet. FALSE at
 * the end. */
gboolean ys_examine_queue_step (YsExamineQueue *self, gboolean backward, gboolean open);
void ys_examine_queue_focus_list (YsExamineQueue *self);
YsQueueFilter ys_examine_queue_get_filter (YsExamineQueue *self);
void ys_examine_queue_set_filter (YsExamineQueue *self, YsQueueFilter filter);

G_END_DECLS
