/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of tasks as data: a flat GListModel of group and task rows, filtered, searched and folded.
 * A row that no longer fits the filter stays until the filter is chosen anew, so that nothing vanishes under
 * the hand. */
#pragma once

#include "ys-task-row.h"
#include "ys-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  YS_TASK_FILTER_ALL,
  YS_TASK_FILTER_UNFINISHED,
  YS_TASK_FILTER_LATE,
  YS_TASK_FILTER_LACKS,
  YS_TASK_FILTER_MINE,
  YS_N_TASK_FILTERS
} YsTaskFilter;
const char *ys_task_filter_nick (YsTaskFilter filter); /* "all", "unfinished", "late", "evidence", "mine" */
gboolean ys_task_filter_from_nick (const char *nick, YsTaskFilter *filter);

#define YS_TYPE_TASK_MODEL (ys_task_model_get_type ())
G_DECLARE_FINAL_TYPE (YsTaskModel, ys_task_model, YS, TASK_MODEL, GObject)
/* A GListModel of YsTaskRow. Signal "counted" (): other counts. */

YsTaskModel *ys_task_model_new (YsWorkspace *workspace);
void ys_task_model_set_filter (YsTaskModel *self, YsTaskFilter filter, const char *query);
/* How many tasks @filter has. */
guint ys_task_model_get_count (YsTaskModel *self, YsTaskFilter filter);
/* Brings all rows up to date with the newest sheet and citations. Cheap: rows that are the same say nothing.
 */
void ys_task_model_update (YsTaskModel *self);
/* Place of task @number, G_MAXUINT where it is not shown. */
guint ys_task_model_find (YsTaskModel *self, guint number);
/* Place of the group row that @row belongs to (or is), G_MAXUINT if there is none. */
guint ys_task_model_find_group (YsTaskModel *self, YsTaskRow *row);
/* The next shown task after (or before) @number; 0 at the end. */
guint ys_task_model_get_next (YsTaskModel *self, guint number, gboolean backward);
void ys_task_model_set_collapsed (YsTaskModel *self, YsTaskRow *group, gboolean collapsed);

G_END_DECLS
