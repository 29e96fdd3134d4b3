/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the city adds to the facts of a cell: its due date with an extension, own targets and published
 * figures that its scoring points compare with, and amounts of records whose clause gives a range. All read
 * them; the lead, and for amounts the assessors of the task, change them, with a reason or a source. */
#pragma once

#include <gtk/gtk.h>

#include "ys-assess-view.h"

G_BEGIN_DECLS

#define YS_TYPE_ASSESS_ROUND (ys_assess_round_get_type ())
G_DECLARE_FINAL_TYPE (YsAssessRound, ys_assess_round, YS, ASSESS_ROUND, GtkBox)
/* Signals "extend" (char *date, char *reason), and "bound" (char *metric, gboolean growth, gboolean
 * published, char *value, char *source), and "settle" (char *record, char *amount, char *reason); an empty
 * date, value or amount takes it back. */

GtkWidget *ys_assess_round_new (void);
void ys_assess_round_show (YsAssessRound *self, const YsAssessView *view);

G_END_DECLS
