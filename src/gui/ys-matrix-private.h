/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of YsMatrix: what its files share. Rows are counted as shown, -1 being the heads of the columns. */
#pragma once

#include "ys-matrix.h"

G_BEGIN_DECLS

#define YS_MATRIX_HEADS (-1)

struct _YsMatrix
{
  GtkWidget parent_instance;
  YsMatrixData *data; /* NULL: nothing yet */
  GArray *rows;       /* guint: rows of @data that are shown */
  GHashTable *folded; /* ids of headings */
  YsMatrixQuery query;
  char *words; /* of @query */
  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
  PangoLayout *layout;          /* the one that draws all words */
  PangoAttrList *attributes[3]; /* usual, bold, small */
  GtkWidget *cursor;            /* over the current cell */
  int row, column;              /* the current cell, row as shown; column -1: none */
  int row_height, head_height, row_head, column_width, line_height, least_column;
};

/* Where a cell lies in the widget, scrolled. */
void ys_matrix_get_cell_area (YsMatrix *self, int row, int column, GdkRectangle *area);
/* The cell at a place of the widget; @column -1: the head of the row. FALSE outside. */
gboolean ys_matrix_find_cell (YsMatrix *self, double x, double y, int *row, int *column);
const YsMatrixRow *ys_matrix_get_row (YsMatrix *self, int row); /* NULL for the heads */
const YsMatrixCell *ys_matrix_get_cell_at (YsMatrix *self, int row, int column);
/* Makes it the current cell and brings it into view. */
void ys_matrix_move (YsMatrix *self, int row, int column);
void ys_matrix_fold (YsMatrix *self, const char *heading);
/* Enter or click: folds a heading, opens a total, activates a task. */
void ys_matrix_activate_current (YsMatrix *self);
int ys_matrix_find_column (YsMatrix *self, const char *unit); /* -1: there is none; NULL: the current one */
int ys_matrix_get_n_columns (YsMatrix *self);
/* Says the current cell's name anew. */
void ys_matrix_name_cursor (YsMatrix *self);
void ys_matrix_emit_selected (YsMatrix *self);
void ys_matrix_emit_activated (YsMatrix *self);
void ys_matrix_emit_total (YsMatrix *self, const char *unit);
void ys_matrix_emit_typed (YsMatrix *self, const char *digits);

/* What a screen reader says of a cell; full. */
char *ys_matrix_dup_name (YsMatrix *self, int row, int column);
void ys_matrix_draw (GtkWidget *widget, GtkSnapshot *snapshot);
void ys_matrix_add_input (YsMatrix *self);

G_END_DECLS
