/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of 县区评审 as one widget that draws its cells: heads of rows and columns stay, everything else
 * scrolls. A child without looks of its own lies over the current cell: it has the focus, and its name is
 * what a screen reader says. */
#pragma once

#include <gtk/gtk.h>

#include "ys-matrix-data.h"

G_BEGIN_DECLS

#define YS_TYPE_MATRIX (ys_matrix_get_type ())
G_DECLARE_FINAL_TYPE (YsMatrix, ys_matrix, YS, MATRIX, GtkWidget)
/* Signals:
 *  "selected" ()              another cell is the current one
 *  "activated" ()             Enter or a double click on the cell of a task
 *  "typed" (char *digits)     a digit typed on the cell of a task
 *  "total" (char *unit)       the total of a column is to be opened */

GtkWidget *ys_matrix_new (void);
/* New figures: the current cell and the scroll place stay. */
void ys_matrix_set_data (YsMatrix *self, YsMatrixData *data);
/* Which rows are shown; cells that pass the filter are tinted. Copies @query. */
void ys_matrix_set_query (YsMatrix *self, const YsMatrixQuery *query);

/* Makes a task's cell of @unit (NULL: the current column) the current one and brings it into view; FALSE
 * where it is not shown. Emits "selected". */
gboolean ys_matrix_select (YsMatrix *self, const char *unit, guint task);
/* The current cell; FALSE where there is none. @task is 0 on a heading and on the heads. Unowned. */
gboolean ys_matrix_get_selected (YsMatrix *self, const char **unit, guint *task);
/* The data of the current cell where it is a task's, or NULL. Unowned. */
const YsMatrixCell *ys_matrix_get_cell (YsMatrix *self);
/* One cell to the side, or one row up or down; passing over headings when @tasks_only. FALSE at the edge. */
gboolean ys_matrix_step (YsMatrix *self, int columns, int rows, gboolean tasks_only);
/* The next task's cell that passes @filter: down the column, then the next column, then from the beginning.
 * FALSE where there is no other. */
gboolean ys_matrix_next (YsMatrix *self, YsMatrixFilter filter);
/* How many rows are shown. */
guint ys_matrix_get_n_shown (YsMatrix *self);
double ys_matrix_get_scroll (YsMatrix *self);
void ys_matrix_set_scroll (YsMatrix *self, double scroll);

G_END_DECLS
