/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the matrix of 县区评审 shows: tasks by heading as rows, counties as columns, a figure in each cell.
 * Plain records, made on a worker thread from the sheet and the review, then immutable. */
#pragma once

#include "ys-workspace-review.h"

G_BEGIN_DECLS

/* A county. */
typedef struct
{
  char *unit, *name, *short_name; /* 渭滨区, 渭滨 */
  char *total, *progress;         /* "86.43", "96%" of the points decided; "" where nothing came in */
  gboolean received;
} YsMatrixColumn;

/* A task, or the heading above tasks. */
typedef struct
{
  gboolean heading;
  guint number;       /* of the task, 0 for a heading */
  char *id, *title;   /* id of the heading itself, or of the one the task stands under */
  char *points, *key; /* possible points; @key: folded words that a search looks in */
  guint part;         /* index into the catalogue's parts */
} YsMatrixRow;

typedef struct
{
  char text[12];       /* the figure as shown; "" where nothing came in */
  YsPoints points;     /* the same as a number */
  gboolean applies;    /* the task applies to the unit; a heading: any of its tasks */
  gboolean decided;    /* the figure is the decided one; of a heading: all of them are */
  gboolean differs;    /* self and computed differ in a point */
  YsReviewCell review; /* of a heading: counts summed */
} YsMatrixCell;

typedef struct
{
  GPtrArray *columns;  /* YsMatrixColumn */
  GPtrArray *rows;     /* YsMatrixRow */
  YsMatrixCell *cells; /* row by row */
  gatomicrefcount count;
} YsMatrixData;

/* An empty sheet of figures; the caller adds columns and rows, then calls ys_matrix_data_make_cells(). */
YsMatrixData *ys_matrix_data_new (void);
/* All cells, empty, for the columns and rows that are there. */
void ys_matrix_data_make_cells (YsMatrixData *self);
YsMatrixData *ys_matrix_data_ref (YsMatrixData *self);
void ys_matrix_data_unref (YsMatrixData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsMatrixData, ys_matrix_data_unref)
/* Takes nothing; @points as printed behind the row's title. */
YsMatrixColumn *ys_matrix_data_add_column (YsMatrixData *self, const char *unit, const char *name);
YsMatrixRow *ys_matrix_data_add_row (YsMatrixData *self, guint number, const char *id, const char *title,
                                     YsPoints points, guint part);
YsMatrixCell *ys_matrix_data_get_cell (const YsMatrixData *self, guint row, guint column);
void ys_matrix_cell_set_points (YsMatrixCell *self, YsPoints points);
/* The cells of heading rows from those of the tasks below them: sums of what is shown. */
void ys_matrix_data_sum (YsMatrixData *self);

/* From the workspace of a city; what is not scored yet stays empty. For ys_workspace_run_async(). */
gpointer ys_matrix_data_read (YsWorkspace *workspace, gpointer data, GCancellable *cancellable,
                              GError **error);

/* ---- which cells one looks for ---- */
typedef enum
{
  YS_MATRIX_ALL,
  YS_MATRIX_MINE,    /* assigned to who acts */
  YS_MATRIX_WAITING, /* his that he has not scored; of who has none assigned: what is not decided */
  YS_MATRIX_SPREAD,  /* the lead has to look: spread above tolerance, second look, claim */
  YS_MATRIX_DOUBTED, /* evidence judged insufficient or mismatched */
  YS_N_MATRIX_FILTERS
} YsMatrixFilter;
const char *ys_matrix_filter_nick (YsMatrixFilter filter);
gboolean ys_matrix_filter_from_nick (const char *nick, YsMatrixFilter *filter);

/* Whether a task's cell passes; @has_own: who acts is assigned anything at all. */
gboolean ys_review_cell_passes (const YsReviewCell *cell, gboolean has_own, YsMatrixFilter filter);
/* How many tasks of all counties pass each filter, in one walk; for navigation and chips alike. */
void ys_matrix_count (YsWorkspace *workspace, YsSheet *sheet, guint counts[YS_N_MATRIX_FILTERS]);

typedef struct
{
  YsMatrixFilter filter;
  gboolean has_own;
  int part;          /* -1: all */
  const char *words; /* nullable: as typed */
} YsMatrixQuery;
/* Indices (guint) of the rows to show: tasks with a cell that passes, and the headings above them; tasks of
 * headings in @folded (ids) are left out, their headings not. Full. */
GArray *ys_matrix_data_dup_rows (const YsMatrixData *self, const YsMatrixQuery *query, GHashTable *folded);

G_END_DECLS
