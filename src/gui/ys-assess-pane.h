/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The right side of 县区评审 for one cell: record, evidence, scoring points, and what one does with them. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace.h"

G_BEGIN_DECLS

#define YS_TYPE_ASSESS_PANE (ys_assess_pane_get_type ())
G_DECLARE_FINAL_TYPE (YsAssessPane, ys_assess_pane, YS, ASSESS_PANE, GtkBox)
/* Signals: "step" (int columns, int rows) to a neighbouring cell; "next" () to the next one that waits;
 * "back" () to the matrix; "close" (). */

GtkWidget *ys_assess_pane_new (YsWorkspace *workspace);
/* Shows a cell, or the same one with new figures. What was typed in the one before is stored. */
void ys_assess_pane_show (YsAssessPane *self, const char *unit, guint task);
void ys_assess_pane_update (YsAssessPane *self);
/* Hands over what is typed. */
void ys_assess_pane_settle (YsAssessPane *self);
/* Focus to the first score that may be typed; with @digits as its beginning. */
void ys_assess_pane_begin (YsAssessPane *self, const char *digits);
void ys_assess_pane_set_wide (YsAssessPane *self, gboolean wide);

G_END_DECLS
