/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the queue of 审阅: the city, a county, or one task or deduction of a county. */
#pragma once

#include <gtk/gtk.h>

#include "ys-examine-data.h"

G_BEGIN_DECLS

#define YS_TYPE_EXAMINE_ROW (ys_examine_row_get_type ())
G_DECLARE_FINAL_TYPE (YsExamineRow, ys_examine_row, YS, EXAMINE_ROW, GObject)
/* Signal "changed" (): it says something else now. */

struct _YsExamineRow {
  GObject parent_instance;
  YsExamineData *data;       /* owned reference; what follows points into it */
  const char *unit;          /* code of the county or city */
  const YsQueueEntry *entry; /* NULL: the unit as a whole */
  gboolean is_city, open;    /* open: the rows of the county are shown */
};

YsExamineRow *ys_examine_row_new (YsExamineData *data, const char *unit, const YsQueueEntry *entry);
/* The same subject: unit, task and item. */
gboolean ys_examine_row_is (YsExamineRow *self, const char *unit, guint task, const char *item);
guint ys_examine_row_get_task (YsExamineRow *self);      /* 0: none */
const char *ys_examine_row_get_item (YsExamineRow *self); /* NULL: none */
/* Takes over what @newer says of the same subject. */
void ys_examine_row_renew (YsExamineRow *self, YsExamineRow *newer);

/* A cell for the list: made once, shows one row after the other. */
#define YS_TYPE_EXAMINE_CELL (ys_examine_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsExamineCell, ys_examine_cell, YS, EXAMINE_CELL, GtkBox)
GtkWidget *ys_examine_cell_new (void);
/* @row NULL: forgets it. */
void ys_examine_cell_set_row (YsExamineCell *self, YsExamineRow *row);
/* Gives the focus to the row of @list that shows @row; FALSE where it is not there. */
gboolean ys_examine_cell_focus (GtkWidget *list, YsExamineRow *row);
/* Makes such cells for a list view. Full. */
GtkListItemFactory *ys_examine_cell_factory_new (void);

G_END_DECLS
