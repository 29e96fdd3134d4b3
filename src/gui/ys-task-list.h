/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane of tasks: search, filters with counts, the list with the current group held at its top.
 * Remembers filter and selected task. */
#pragma once

#include <gtk/gtk.h>

#include "ys-task-model.h"

G_BEGIN_DECLS

#define YS_TYPE_TASK_LIST (ys_task_list_get_type ())
G_DECLARE_FINAL_TYPE (YsTaskList, ys_task_list, YS, TASK_LIST, GtkBox)
/* Signal "selected" (guint number): the person went to another task. */

void ys_task_list_set_workspace (YsTaskList *self, YsWorkspace *workspace);
/* New figures for all rows. */
void ys_task_list_update (YsTaskList *self);
/* Selects task @number (0: what was selected last, else the first) and scrolls to it, without the signal.
 * Returns the number. */
guint ys_task_list_select (YsTaskList *self, guint number);
/* Goes to the next task shown, with the signal. */
void ys_task_list_step (YsTaskList *self, gboolean backward);
void ys_task_list_set_filter (YsTaskList *self, YsTaskFilter filter);
/* Whether persons in charge have a column. */
void ys_task_list_set_wide (YsTaskList *self, gboolean wide);

G_END_DECLS
