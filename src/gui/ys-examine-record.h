/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The middle of 审阅: what the county recorded and the city decided on one subject, with the cited page below it. */
#pragma once

#include "ys-examine-row.h"

G_BEGIN_DECLS

#define YS_TYPE_EXAMINE_RECORD (ys_examine_record_get_type ())
G_DECLARE_FINAL_TYPE (YsExamineRecord, ys_examine_record, YS, EXAMINE_RECORD, GtkBox)
/* Signals: "step" (int) -1 or 1; "aimed" (char *point) a scoring point was chosen; "unit" (char *county) one was chosen. */

GtkWidget *ys_examine_record_new (YsWorkspace *workspace);
/* Makes it anew only where the subject is another one, or a whole whose counts change. */
void ys_examine_record_show (YsExamineRecord *self, YsExamineRow *row);
/* A button that shows the pane at the side, which stands in the head. */
void ys_examine_record_set_pane_button (YsExamineRecord *self, GtkWidget *button);

G_END_DECLS
