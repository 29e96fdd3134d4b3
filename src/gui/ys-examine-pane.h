/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The right pane of 审阅: this round's opinion, what the city decided and why, earlier rounds, how far the county is; for
 * the city as a whole the conclusion. */
#pragma once

#include "ys-examine-row.h"

G_BEGIN_DECLS

#define YS_TYPE_EXAMINE_PANE (ys_examine_pane_get_type ())
G_DECLARE_FINAL_TYPE (YsExaminePane, ys_examine_pane, YS, EXAMINE_PANE, GtkBox)
/* Signals: "next" () the opinion stands, on to the next; "back" () to the queue; "conclude" () to the conclusion. */

GtkWidget *ys_examine_pane_new (YsWorkspace *workspace);
/* Another row, or the same with what stands now. */
void ys_examine_pane_show (YsExaminePane *self, YsExamineRow *row);
void ys_examine_pane_settle (YsExaminePane *self);
/* Puts the focus where work begins. */
void ys_examine_pane_begin (YsExaminePane *self);
void ys_examine_pane_choose (YsExaminePane *self, YsOpinionVerdict verdict);
void ys_examine_pane_aim (YsExaminePane *self, const char *point);

G_END_DECLS
