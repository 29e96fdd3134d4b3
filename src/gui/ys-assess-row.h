/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scoring point in the pane of 县区评审: 满分 | 自评 | 测算 | 评审 | 认定, the reason directly below where
 * a figure is changed, and on demand how the computed figure came about. */
#pragma once

#include <gtk/gtk.h>

#include "ys-assess-view.h"

G_BEGIN_DECLS

#define YS_TYPE_ASSESS_ROW (ys_assess_row_get_type ())
G_DECLARE_FINAL_TYPE (YsAssessRow, ys_assess_row, YS, ASSESS_ROW, GtkBox)
/* Signal "commit" (): Enter in a figure or its reason. */

GtkWidget *ys_assess_row_new (const YsAssessView *view, const YsAssessPoint *point);
/* New figures of the same point: what is being typed stays. */
void ys_assess_row_update (YsAssessRow *self, const YsAssessView *view, const YsAssessPoint *point);
/* Id of the point, and its title. Unowned. */
const char *ys_assess_row_get_point (YsAssessRow *self);
const char *ys_assess_row_get_title (YsAssessRow *self);
/* Appends what was typed and is not saved yet (YsAssessChange); it is kept as typed until then. FALSE where a
 * reason is missing: with @ask its field gets the focus. */
gboolean ys_assess_row_collect (YsAssessRow *self, gboolean ask, GPtrArray *changes);
gboolean ys_assess_row_is_changed (YsAssessRow *self);
/* Focus to the figure that is typed and not stored; FALSE where there is none. */
gboolean ys_assess_row_focus_changed (YsAssessRow *self);
/* Whether the acting person still has to score it. */
gboolean ys_assess_row_is_open (YsAssessRow *self);
/* Whether it waits for the acting person: to be scored, or, where the lead scores nothing himself, to be
 * decided. */
gboolean ys_assess_row_is_waiting (YsAssessRow *self);
/* Begins a change with @digits in the field that the acting person may fill; NULL: only the focus. FALSE
 * where there is none. */
gboolean ys_assess_row_begin (YsAssessRow *self, const char *digits);
/* Columns of figures, in pixels: head, rows and sum share them; the last two may be fields. */
#define YS_ASSESS_COLUMN 44
#define YS_ASSESS_FIELD 52

G_END_DECLS
