/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The current cell of the matrix: where it goes, what it stands for; and which rows are shown. */
#include "ys-matrix-private.h"

#include <string.h>

/* ---- the current cell ---- */

const YsMatrixRow *
ys_matrix_get_row (YsMatrix *self, int row)
{
  if (row < 0 || row >= (int)self->rows->len)
    return NULL;
  return g_ptr_array_index (self->data->rows, g_array_index (self->rows, guint, row));
}

const YsMatrixCell *
ys_matrix_get_cell_at (YsMatrix *self, int row, int column)
{
  if (row < 0 || row >= (int)self->rows->len || column < 0 || column >= ys_matrix_get_n_columns (self))
    return NULL;
  return ys_matrix_data_get_cell (self->data, g_array_index (self->rows, guint, row), column);
}

void
ys_matrix_name_cursor (YsMatrix *self)
{
  g_autofree char *name =
      self->column >= 0 ? ys_matrix_dup_name (self, self->row, self->column) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cursor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
reveal (YsMatrix *self)
{
  double top = self->row * (double)self->row_height, left = self->column * (double)self->column_width;

  if (self->row != YS_MATRIX_HEADS)
    gtk_adjustment_clamp_page (self->adjustments[1], top, top + self->row_height);
  gtk_adjustment_clamp_page (self->adjustments[0], left, left + self->column_width);
}

void
ys_matrix_move (YsMatrix *self, int row, int column)
{
  if (self->row == row && self->column == column)
    return;
  self->row = row;
  self->column = column;
  ys_matrix_name_cursor (self);
  reveal (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  ys_matrix_emit_selected (self);
}

gboolean
ys_matrix_step (YsMatrix *self, int columns, int rows, gboolean tasks_only)
{
  int row = self->row + rows, column = self->column + columns;

  while (tasks_only && rows != 0 && row >= 0 && row < (int)self->rows->len
         && ys_matrix_get_row (self, row)->heading)
    row += rows > 0 ? 1 : -1;
  if (!tasks_only)
    {
      row = CLAMP (row, YS_MATRIX_HEADS, (int)self->rows->len - 1);
      column = CLAMP (column, 0, ys_matrix_get_n_columns (self) - 1);
    }
  if (row < (tasks_only ? 0 : YS_MATRIX_HEADS) || row >= (int)self->rows->len || column < 0
      || column >= ys_matrix_get_n_columns (self) || (row == self->row && column == self->column))
    return FALSE;
  ys_matrix_move (self, row, column);
  return TRUE;
}

gboolean
ys_matrix_next (YsMatrix *self, YsMatrixFilter filter)
{
  int n_rows = (int)self->rows->len, n = n_rows * ys_matrix_get_n_columns (self);
  int from = MAX (self->column, 0) * n_rows + MAX (self->row, 0);

  for (int i = 1; i < n; i++)
    {
      int at = (from + i) % n, row = at % n_rows, column = at / n_rows;
      const YsMatrixCell *cell = ys_matrix_get_cell_at (self, row, column);

      if (ys_matrix_get_row (self, row)->heading || !cell->review.received
          || !ys_review_cell_passes (&cell->review, self->query.has_own, filter))
        continue;
      ys_matrix_move (self, row, column);
      return TRUE;
    }
  return FALSE;
}

int
ys_matrix_find_column (YsMatrix *self, const char *unit)
{
  for (int i = 0; i < ys_matrix_get_n_columns (self); i++)
    if (unit != NULL
        && g_str_equal (((const YsMatrixColumn *)g_ptr_array_index (self->data->columns, i))->unit, unit))
      return i;
  return unit == NULL ? self->column : -1;
}

static int
find_row (YsMatrix *self, guint task)
{
  for (int i = 0; i < (int)self->rows->len; i++)
    if (ys_matrix_get_row (self, i)->number == task && task != 0)
      return i;
  return -1;
}

gboolean
ys_matrix_select (YsMatrix *self, const char *unit, guint task)
{
  int row = find_row (self, task), column = ys_matrix_find_column (self, unit);

  if (row < 0 || column < 0)
    return FALSE;
  ys_matrix_move (self, row, column);
  return TRUE;
}

gboolean
ys_matrix_get_selected (YsMatrix *self, const char **unit, guint *task)
{
  const YsMatrixRow *row;

  if (self->column < 0 || self->column >= ys_matrix_get_n_columns (self))
    return FALSE;
  row = ys_matrix_get_row (self, self->row);
  *unit = ((const YsMatrixColumn *)g_ptr_array_index (self->data->columns, self->column))->unit;
  *task = row != NULL ? row->number : 0;
  return TRUE;
}

const YsMatrixCell *
ys_matrix_get_cell (YsMatrix *self)
{
  const YsMatrixRow *row = ys_matrix_get_row (self, self->row);

  return row != NULL && !row->heading ? ys_matrix_get_cell_at (self, self->row, self->column) : NULL;
}

void
ys_matrix_activate_current (YsMatrix *self)
{
  const YsMatrixRow *row = ys_matrix_get_row (self, self->row);

  if (self->column < 0)
    return;
  if (self->row == YS_MATRIX_HEADS)
    ys_matrix_emit_total (
        self, ((const YsMatrixColumn *)g_ptr_array_index (self->data->columns, self->column))->unit);
  else if (row != NULL && row->heading)
    ys_matrix_fold (self, row->id);
  else if (row != NULL)
    ys_matrix_emit_activated (self);
}

/* ---- rows ---- */

/* Shows the rows of @data, the current cell staying with its county and its task or heading. */
static void
show_rows (YsMatrix *self, YsMatrixData *data)
{
  const YsMatrixRow *before = ys_matrix_get_row (self, self->row);
  gboolean heading = before != NULL && before->heading, first = self->data == NULL || self->rows->len == 0;
  guint number = before != NULL ? before->number : 0;
  g_autofree char *id = before != NULL ? g_strdup (before->id) : NULL, *unit = NULL;
  const char *selected = NULL;
  guint task = 0, task_before;
  int row = MIN (self->row, (int)data->rows->len - 1);

  if (ys_matrix_get_selected (self, &selected, &task))
    unit = g_strdup (selected);
  task_before = task;
  ys_matrix_data_ref (data);
  ys_matrix_data_unref (self->data);
  self->data = data;
  g_array_unref (self->rows);
  self->rows = ys_matrix_data_dup_rows (data, &self->query, self->folded);
  for (int i = 0; i < (int)self->rows->len; i++)
    {
      const YsMatrixRow *of = ys_matrix_get_row (self, i);
      if ((number != 0 && of->number == number) || (heading && of->heading && g_str_equal (of->id, id)))
        row = i;
    }
  if (first) /* begin on the first task, below its heading */
    row = 1;
  self->row = MIN (row, (int)self->rows->len - 1);
  self->column = unit != NULL ? ys_matrix_find_column (self, unit) : MIN (0, (int)data->columns->len - 1);
  ys_matrix_name_cursor (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (ys_matrix_get_selected (self, &selected, &task)
      && (task != task_before || g_strcmp0 (unit, selected) != 0))
    ys_matrix_emit_selected (self);
}

void
ys_matrix_fold (YsMatrix *self, const char *heading)
{
  g_autofree char *id = g_strdup (heading);

  if (!g_hash_table_remove (self->folded, id))
    g_hash_table_add (self->folded, g_strdup (id));
  show_rows (self, self->data);
}

void
ys_matrix_set_data (YsMatrix *self, YsMatrixData *data)
{
  show_rows (self, data);
}

void
ys_matrix_set_query (YsMatrix *self, const YsMatrixQuery *query)
{
  char *words = g_strdup (query->words);

  self->query = *query;
  g_free (self->words);
  self->words = words;
  self->query.words = words;
  if (self->data != NULL)
    show_rows (self, self->data);
}

guint
ys_matrix_get_n_shown (YsMatrix *self)
{
  return self->rows->len;
}
