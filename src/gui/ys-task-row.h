/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the list of tasks: a task, or the heading of a group of them. What can change is in
 * YsTaskFigures. Signal "changed" (): other figures. */
#pragma once

#include <gio/gio.h>

#include "ys-facts.h"

G_BEGIN_DECLS

#define YS_TYPE_TASK_ROW (ys_task_row_get_type ())
G_DECLARE_FINAL_TYPE (YsTaskRow, ys_task_row, YS, TASK_ROW, GObject)

typedef struct
{
  YsItemState state;
  gboolean scored;     /* the points below are known */
  gboolean applicable; /* takes part in this round */
  gboolean unfinished, late, lacks, mine;
  guint days_late, citations;
  YsPoints got, possible; /* computed; a group's sums */
  guint done, all;        /* group only */
  gboolean collapsed;     /* group only */
} YsTaskFigures;

/* @task NULL: the group row of @heading (level 2). Both stay the catalogue's. */
YsTaskRow *ys_task_row_new (const YsHeading *heading, const YsTask *task);
const YsTask *ys_task_row_get_task (YsTaskRow *self);       /* NULL for a group */
const YsHeading *ys_task_row_get_heading (YsTaskRow *self); /* level 2 */
const YsTaskFigures *ys_task_row_get_figures (YsTaskRow *self);
const char *ys_task_row_get_person (YsTaskRow *self); /* in charge, "" where none */
void ys_task_row_set_figures (YsTaskRow *self, const YsTaskFigures *figures, const char *person);
/* Whether each word of @query, folded and divided by blanks, is in number, title, requirement, units or their
 * pinyin initials; a word of digits is a number. "" matches all. */
gboolean ys_task_row_matches (YsTaskRow *self, const char *query);
/* What a screen reader says: "任务 7 群众满意率，基本完成，缺 1 份佐证". Full. */
char *ys_task_row_dup_name (YsTaskRow *self);

G_END_DECLS
