/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of one task: head, anchors, cards, and the foot with the three figures always in view.
 * The fields themselves speak with the workspace; the form shows what came of it. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace.h"

G_BEGIN_DECLS

#define YS_TYPE_FILL_FORM (ys_fill_form_get_type ())
G_DECLARE_FINAL_TYPE (YsFillForm, ys_fill_form, YS, FILL_FORM, GtkBox)

/* Shows task @number from its beginning. */
void ys_fill_form_show_task (YsFillForm *self, YsWorkspace *workspace, guint number);
/* New figures for the task that is shown; fields are left alone. */
void ys_fill_form_update (YsFillForm *self);
/* Focuses the field of a form key, or opens the scoring point of "point:ID". FALSE if the task has no such
 * thing. */
gboolean ys_fill_form_focus_key (YsFillForm *self, const char *key);
/* The scoring point that the field around @focus belongs to, NULL for none. Full. */
char *ys_fill_form_dup_point_at (YsFillForm *self, GtkWidget *focus);
double ys_fill_form_get_scroll (YsFillForm *self);
/* Scrolls there once the cards have their place. */
void ys_fill_form_set_scroll (YsFillForm *self, double scroll);
/* The form became broader or narrower: what is cut is looked at anew. */
void ys_fill_form_width_changed (YsFillForm *self);
/* Whether the pane of evidence is folded away: then its button stands in the head. */
void ys_fill_form_set_folded (YsFillForm *self, gboolean folded);

G_END_DECLS
