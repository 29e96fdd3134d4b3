/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cells and rows of the matrix one looks for: the queues of the chips, a part, words. The same rule
 * counts for chips and navigation. */
#include "ys-matrix-data.h"

#include "ys-id.h"

#include <string.h>

static const char *const nicks[YS_N_MATRIX_FILTERS] = { "all", "mine", "waiting", "spread", "doubted" };

const char *
ys_matrix_filter_nick (YsMatrixFilter filter)
{
  return nicks[filter];
}

gboolean
ys_matrix_filter_from_nick (const char *nick, YsMatrixFilter *filter)
{
  for (guint i = 0; i < YS_N_MATRIX_FILTERS; i++)
    if (g_str_equal (nick, nicks[i]))
      {
        *filter = (YsMatrixFilter)i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ys_review_cell_passes (const YsReviewCell *cell, gboolean has_own, YsMatrixFilter filter)
{
  switch (filter)
    {
    case YS_MATRIX_MINE:
      return cell->received && cell->mine;
    case YS_MATRIX_WAITING:
      return cell->received && !cell->closed && (has_own ? cell->to_score > 0 : cell->decided < cell->points);
    case YS_MATRIX_SPREAD:
      return !cell->closed && (cell->for_lead > 0 || cell->claimed);
    case YS_MATRIX_DOUBTED:
      return cell->doubted;
    case YS_MATRIX_ALL:
    case YS_N_MATRIX_FILTERS:
    default:
      return TRUE;
    }
}

void
ys_matrix_count (YsWorkspace *workspace, YsSheet *sheet, guint counts[YS_N_MATRIX_FILTERS])
{
  const GPtrArray *units = ys_workspace_get_assessment (workspace)->units;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  gboolean has_own = FALSE;

  memset (counts, 0, YS_N_MATRIX_FILTERS * sizeof *counts);
  for (guint i = 0; i < units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (units, i);
      GArray *cells = ys_workspace_dup_review_cells (workspace, sheet, unit->id);

      g_ptr_array_add (all, cells);
      for (guint j = 0; j < cells->len; j++)
        has_own |= g_array_index (cells, YsReviewCell, j).mine;
    }
  for (guint i = 0; i < all->len; i++)
    {
      GArray *cells = g_ptr_array_index (all, i);
      for (guint j = 0; j < cells->len; j++)
        for (guint filter = YS_MATRIX_MINE; filter < YS_N_MATRIX_FILTERS; filter++)
          counts[filter] += ys_review_cell_passes (&g_array_index (cells, YsReviewCell, j), has_own,
                                                   (YsMatrixFilter)filter);
    }
}

/* ---- rows ---- */

static gboolean
row_passes (const YsMatrixData *self, guint index, const YsMatrixQuery *query, const char *words)
{
  const YsMatrixRow *row = g_ptr_array_index (self->rows, index);

  if (query->part >= 0 && row->part != (guint)query->part)
    return FALSE;
  if (words != NULL && strstr (row->key, words) == NULL)
    return FALSE;
  if (query->filter == YS_MATRIX_ALL)
    return TRUE;
  for (guint column = 0; column < self->columns->len; column++)
    if (ys_review_cell_passes (&ys_matrix_data_get_cell (self, index, column)->review, query->has_own,
                               query->filter))
      return TRUE;
  return FALSE;
}

GArray *
ys_matrix_data_dup_rows (const YsMatrixData *self, const YsMatrixQuery *query, GHashTable *folded)
{
  g_autofree char *words = query->words != NULL && *query->words != '\0' ? ys_text_fold (query->words) : NULL;
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));
  guint heading = 0;
  gboolean heading_shown = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const YsMatrixRow *row = g_ptr_array_index (self->rows, i);

      if (row->heading)
        {
          heading = i;
          heading_shown = FALSE;
          continue;
        }
      if (!row_passes (self, i, query, words))
        continue;
      if (!heading_shown)
        g_array_append_val (shown, heading);
      heading_shown = TRUE;
      if (!g_hash_table_contains (folded, row->id))
        g_array_append_val (shown, i);
    }
  return shown;
}
