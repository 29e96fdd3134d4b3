/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget of one row in the list of tasks, for tasks and group rows alike; reused by the list as it
 * scrolls. It carries the accessible name, which GTK 4.8 does not take from the list item. */
#pragma once

#include <gtk/gtk.h>

#include "ys-task-row.h"

G_BEGIN_DECLS

#define YS_TYPE_TASK_CELL (ys_task_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsTaskCell, ys_task_cell, YS, TASK_CELL, GtkBox)

GtkWidget *ys_task_cell_new (void);
/* Shows @row and follows its changes; NULL lets go. */
void ys_task_cell_set_row (YsTaskCell *self, YsTaskRow *row);
YsTaskRow *ys_task_cell_get_row (YsTaskCell *self);
/* Whether the person in charge has a column. */
void ys_task_cell_set_wide (YsTaskCell *self, gboolean wide);

G_END_DECLS
