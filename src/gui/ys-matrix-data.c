/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures and counts of the matrix. A task's cell shows its decided score once all of its points are decided;
 * until then the computed one, which sums and totals use as well. */
#include "ys-matrix-data.h"

#include "ys-id.h"

#include <string.h>

/* ---- making ---- */

static void
column_free (gpointer data)
{
  YsMatrixColumn *column = data;

  g_free (column->unit);
  g_free (column->name);
  g_free (column->short_name);
  g_free (column->total);
  g_free (column->progress);
  g_free (column);
}

static void
row_free (gpointer data)
{
  YsMatrixRow *row = data;

  g_free (row->id);
  g_free (row->title);
  g_free (row->points);
  g_free (row->key);
  g_free (row);
}

YsMatrixData *
ys_matrix_data_new (void)
{
  YsMatrixData *self = g_new0 (YsMatrixData, 1);

  g_atomic_ref_count_init (&self->count);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

YsMatrixData *
ys_matrix_data_ref (YsMatrixData *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ys_matrix_data_unref (YsMatrixData *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->count))
    return;
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self->cells);
  g_free (self);
}

/* 渭滨区 → 渭滨: in a column of 50 px two characters are read at a glance. 眉县 stays. */
static char *
dup_short_name (const char *name)
{
  glong length = g_utf8_strlen (name, -1);
  const char *last = length > 0 ? g_utf8_offset_to_pointer (name, length - 1) : name;

  if (length > 2 && (g_str_equal (last, "区") || g_str_equal (last, "县") || g_str_equal (last, "市")))
    return g_strndup (name, last - name);
  return g_strdup (name);
}

YsMatrixColumn *
ys_matrix_data_add_column (YsMatrixData *self, const char *unit, const char *name)
{
  YsMatrixColumn *column = g_new0 (YsMatrixColumn, 1);

  column->unit = g_strdup (unit);
  column->name = g_strdup (name);
  column->short_name = dup_short_name (name);
  column->total = g_strdup ("");
  column->progress = g_strdup ("");
  g_ptr_array_add (self->columns, column);
  return column;
}

YsMatrixRow *
ys_matrix_data_add_row (YsMatrixData *self, guint number, const char *id, const char *title, YsPoints points,
                        guint part)
{
  YsMatrixRow *row = g_new0 (YsMatrixRow, 1);
  g_autofree char *initials = ys_text_pinyin_initials (title),
                  *words = g_strdup_printf ("%u %s %s", number, title, initials);

  row->heading = number == 0;
  row->number = number;
  row->id = g_strdup (id);
  row->title = g_strdup (title);
  row->points = ys_points_to_short (points);
  row->key = ys_text_fold (words);
  row->part = part;
  g_ptr_array_add (self->rows, row);
  return row;
}

void
ys_matrix_data_make_cells (YsMatrixData *self)
{
  g_free (self->cells);
  self->cells = g_new0 (YsMatrixCell, (gsize)self->rows->len * self->columns->len);
}

YsMatrixCell *
ys_matrix_data_get_cell (const YsMatrixData *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);
  return &self->cells[(gsize)row * self->columns->len + column];
}

void
ys_matrix_cell_set_points (YsMatrixCell *self, YsPoints points)
{
  g_autofree char *text = ys_points_to_display (points);

  self->points = points;
  g_strlcpy (self->text, text, sizeof self->text);
}

/* ---- sums ---- */

static void
add_to_heading (YsMatrixCell *heading, const YsMatrixCell *cell)
{
  if (!cell->review.received || !cell->applies)
    return;
  heading->decided = cell->decided && (heading->decided || !heading->applies);
  heading->applies = TRUE;
  heading->review.received = TRUE;
  heading->review.mine |= cell->review.mine;
  heading->review.points += cell->review.points;
  heading->review.decided += cell->review.decided;
  heading->review.to_score += cell->review.to_score;
  heading->review.for_lead += cell->review.for_lead;
  ys_matrix_cell_set_points (heading, heading->points + cell->points);
}

void
ys_matrix_data_sum (YsMatrixData *self)
{
  guint heading = 0;

  for (guint row = 0; row < self->rows->len; row++)
    {
      if (((const YsMatrixRow *)g_ptr_array_index (self->rows, row))->heading)
        {
          heading = row;
          continue;
        }
      for (guint column = 0; column < self->columns->len; column++)
        add_to_heading (ys_matrix_data_get_cell (self, heading, column),
                        ys_matrix_data_get_cell (self, row, column));
    }
}

/* ---- reading, on a worker thread ---- */

/* A point that only a person can score has no computed figure to differ from. */
static gboolean
has_differing_point (const YsSheetTask *task)
{
  for (guint i = 0; i < task->details->len; i++)
    {
      const YsSheetPoint *point = g_ptr_array_index (task->details, i);
      gboolean computed =
          point->open[YS_COMPUTED] != YS_OPEN_MANUAL && point->open[YS_COMPUTED] != YS_OPEN_WORD;
      if (point->applies && point->has_self && computed && point->score[YS_SELF] != point->score[YS_COMPUTED])
        return TRUE;
    }
  return FALSE;
}

static void
fill_cell (YsMatrixCell *cell, const YsSheetUnit *unit, guint number, const YsReviewCell *review)
{
  const YsSheetTask *task = unit != NULL ? ys_sheet_unit_get_task (unit, number) : NULL;

  cell->review = *review;
  if (!review->received || task == NULL)
    return;
  cell->applies = task->applicable;
  cell->decided = review->points > 0 && review->decided == review->points;
  cell->differs = has_differing_point (task);
  if (task->applicable)
    ys_matrix_cell_set_points (cell, task->score[cell->decided ? YS_DECIDED : YS_COMPUTED]);
  else
    g_strlcpy (cell->text, "–", sizeof cell->text);
}

static void
fill_column (YsMatrixData *self, YsWorkspace *workspace, YsSheet *sheet, guint index)
{
  YsMatrixColumn *column = g_ptr_array_index (self->columns, index);
  const YsCatalogue *catalogue = ys_workspace_get_standard (workspace)->catalogue;
  g_autoptr (GArray) reviews = ys_workspace_dup_review_cells (workspace, sheet, column->unit);
  const YsSheetUnit *unit = ys_sheet_get_unit (sheet, column->unit);
  guint points = 0, decided = 0;

  for (guint row = 0; row < self->rows->len; row++)
    {
      const YsMatrixRow *of = g_ptr_array_index (self->rows, row);
      const YsReviewCell *review;

      if (of->heading)
        continue;
      review = &g_array_index (reviews, YsReviewCell, ys_catalogue_get_task (catalogue, of->number)->index);
      fill_cell (ys_matrix_data_get_cell (self, row, index), unit, of->number, review);
      column->received |= review->received;
      points += review->points;
      decided += review->decided;
    }
  if (!column->received || unit == NULL)
    return;
  g_free (column->total);
  column->total = ys_points_to_display (unit->total);
  g_free (column->progress);
  column->progress = g_strdup_printf ("%u%%", points > 0 ? decided * 100 / points : 0);
}

/* Whether the city reviews @unit. */
static gboolean
is_reviewed (YsWorkspace *workspace, const YsUnitInfo *unit)
{
  return unit->kind == YS_OFFICE_COUNTY && g_strcmp0 (unit->parent, ys_workspace_get_unit (workspace)) == 0;
}

static void
add_rows (YsMatrixData *self, const YsStandard *standard)
{
  const YsHeading *above = NULL;
  YsMatrixRow *heading = NULL;
  YsPoints sum = 0;

  for (guint i = 0; i < standard->catalogue->tasks->len; i++)
    {
      const YsTask *task = g_ptr_array_index (standard->catalogue->tasks, i);
      const YsTaskStandard *scored = g_ptr_array_index (standard->by_task, task->index);
      const YsHeading *second = task->heading->parent;

      if (scored == NULL || second == NULL)
        continue;
      if (second != above)
        {
          heading = ys_matrix_data_add_row (self, 0, second->id, second->name, 0, task->part);
          above = second;
          sum = 0;
        }
      ys_matrix_data_add_row (self, task->number, second->id, task->title, scored->points, task->part);
      sum += scored->points;
      g_free (heading->points);
      heading->points = ys_points_to_short (sum);
    }
}

gpointer
ys_matrix_data_read (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsSheet) sheet = ys_workspace_dup_sheet (workspace);
  const GPtrArray *units = ys_workspace_get_assessment (workspace)->units;
  YsMatrixData *self = ys_matrix_data_new ();

  for (guint i = 0; i < units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (units, i);
      if (is_reviewed (workspace, unit))
        ys_matrix_data_add_column (self, unit->id, unit->name);
    }
  add_rows (self, ys_workspace_get_standard (workspace));
  ys_matrix_data_make_cells (self);
  for (guint i = 0; sheet != NULL && i < self->columns->len; i++)
    fill_column (self, workspace, sheet, i);
  ys_matrix_data_sum (self);
  return self;
}
