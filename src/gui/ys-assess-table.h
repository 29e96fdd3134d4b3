/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scoring points of a cell, one row each, with head and sum. What was typed without its reason waits in
 * the workspace until one comes back to the cell. */
#pragma once

#include <gtk/gtk.h>

#include "ys-assess-view.h"

G_BEGIN_DECLS

#define YS_TYPE_ASSESS_TABLE (ys_assess_table_get_type ())
G_DECLARE_FINAL_TYPE (YsAssessTable, ys_assess_table, YS, ASSESS_TABLE, GtkBox)
/* Signal "commit" (): what is typed is to be stored. */

GtkWidget *ys_assess_table_new (void);
/* Another cell, or new figures of the same one. */
void ys_assess_table_show (YsAssessTable *self, const YsAssessView *view);
/* Appends what was typed and is not stored yet. With @ask the first field that lacks a reason gets the focus,
 * and FALSE is returned; without, what lacks a reason is kept for the next time. */
gboolean ys_assess_table_collect (YsAssessTable *self, gboolean ask, GPtrArray *changes);
/* Ids, divided by blanks, of what the acting person has neither scored nor typed a score for. Full; NULL:
 * none. */
char *ys_assess_table_dup_open (YsAssessTable *self);
/* Focus to the first point that waits for the acting person, its title; NULL where none does. Unowned. */
const char *ys_assess_table_focus_waiting (YsAssessTable *self);
/* Focus to the first figure that is typed and not stored. */
void ys_assess_table_focus_changed (YsAssessTable *self);
/* Begins a change with @digits (NULL: just the focus) in the first point that waits, else the first. FALSE
 * where the acting person may fill none. */
gboolean ys_assess_table_begin (YsAssessTable *self, const char *digits);
/* The point in which the focus is or was last; unowned, NULL where there are none. */
const char *ys_assess_table_get_current (YsAssessTable *self, const char **title);

G_END_DECLS
