/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix's records without a display: sums of headings, queues, search, folding. Sums are added up by
 * hand. */
#include "ys-matrix-data.h"

#include <locale.h>

enum
{
  ROW_HEADING,
  ROW_FIRST,
  ROW_SECOND,
  ROW_OTHER_HEADING,
  ROW_THIRD,
  N_ROWS
};

static YsMatrixCell *
set (YsMatrixData *data, guint row, guint column, YsPoints points, gboolean decided)
{
  YsMatrixCell *cell = ys_matrix_data_get_cell (data, row, column);

  cell->applies = cell->review.received = TRUE;
  cell->decided = decided;
  cell->review.points = 2;
  cell->review.decided = decided ? 2 : 1;
  ys_matrix_cell_set_points (cell, points);
  return cell;
}

/* Two counties, of which the second handed nothing in. */
static YsMatrixData *
make (void)
{
  YsMatrixData *data = ys_matrix_data_new ();

  ys_matrix_data_add_column (data, "990103", "青浦区");
  ys_matrix_data_add_column (data, "990127", "眉县");
  ys_matrix_data_add_row (data, 0, "II-1", "完善党委领导体制", 18000, 0);
  ys_matrix_data_add_row (data, 1, "II-1", "三级党委统筹", 9000, 0);
  ys_matrix_data_add_row (data, 2, "II-1", "平安建设协调机制", 9000, 0);
  ys_matrix_data_add_row (data, 0, "II-6", "公众参与体制", 8000, 1);
  ys_matrix_data_add_row (data, 27, "II-6", "社会工作人才", 8000, 1);
  ys_matrix_data_make_cells (data);
  set (data, ROW_FIRST, 0, 3360, TRUE);
  set (data, ROW_SECOND, 0, 6005, FALSE)->review.for_lead = 1;
  set (data, ROW_THIRD, 0, 8000, TRUE)->review.doubted = TRUE;
  ys_matrix_data_sum (data);
  return data;
}

static void
test_sums (void)
{
  g_autoptr (YsMatrixData) data = make ();
  const YsMatrixCell *heading = ys_matrix_data_get_cell (data, ROW_HEADING, 0);

  g_assert_cmpstr (heading->text, ==,
                   "9.365");         /* 3.36 and 6.005: the third decimal is shown where it is not zero */
  g_assert_false (heading->decided); /* one of its tasks is open */
  g_assert_cmpuint (heading->review.points, ==, 4);
  g_assert_cmpuint (heading->review.decided, ==, 3);
  g_assert_true (ys_matrix_data_get_cell (data, ROW_OTHER_HEADING, 0)->decided);
  g_assert_cmpstr (ys_matrix_data_get_cell (data, ROW_HEADING, 1)->text, ==,
                   ""); /* nothing came in, not zero */
}

static void
test_names_of_columns (void)
{
  g_autoptr (YsMatrixData) data = make ();

  g_assert_cmpstr (((YsMatrixColumn *)g_ptr_array_index (data->columns, 0))->short_name, ==, "青浦");
  g_assert_cmpstr (((YsMatrixColumn *)g_ptr_array_index (data->columns, 1))->short_name, ==, "眉县");
}

/* Whether exactly the rows @wanted, ending with N_ROWS, are shown. */
static void
assert_rows (const YsMatrixData *data, const YsMatrixQuery *query, GHashTable *folded, const guint *wanted)
{
  g_autoptr (GArray) rows = ys_matrix_data_dup_rows (data, query, folded);
  guint n = 0;

  for (; wanted[n] != N_ROWS; n++)
    {
      g_assert_cmpuint (n, <, rows->len);
      g_assert_cmpuint (g_array_index (rows, guint, n), ==, wanted[n]);
    }
  g_assert_cmpuint (rows->len, ==, n);
}

static void
test_rows_that_are_shown (void)
{
  g_autoptr (YsMatrixData) data = make ();
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  const guint all[] = { ROW_HEADING, ROW_FIRST, ROW_SECOND, ROW_OTHER_HEADING, ROW_THIRD, N_ROWS };
  const guint second[] = { ROW_HEADING, ROW_SECOND, N_ROWS };
  const guint third[] = { ROW_OTHER_HEADING, ROW_THIRD, N_ROWS };
  const guint closed[] = { ROW_HEADING, ROW_OTHER_HEADING, ROW_THIRD, N_ROWS }, none[] = { N_ROWS };
  YsMatrixQuery query = { .filter = YS_MATRIX_ALL, .part = -1 };

  assert_rows (data, &query, folded, all);
  query.filter = YS_MATRIX_WAITING; /* of who has nothing assigned: what is not decided */
  assert_rows (data, &query, folded, second);
  query.filter = YS_MATRIX_SPREAD;
  assert_rows (data, &query, folded, second);
  query.filter = YS_MATRIX_DOUBTED;
  assert_rows (data, &query, folded, third);
  query.filter = YS_MATRIX_MINE;
  assert_rows (data, &query, folded, none);
  query.filter = YS_MATRIX_ALL;
  query.part = 1;
  assert_rows (data, &query, folded, third);
  query.part = -1;
  query.words = "pajs"; /* the initials of 平安建设 */
  assert_rows (data, &query, folded, second);
  query.words = "27";
  assert_rows (data, &query, folded, third);
  query.words = NULL;
  g_hash_table_add (folded, (gpointer) "II-1");
  assert_rows (data, &query, folded, closed);
}

/* What is still to be scored waits until the county is settled. */
static void
test_nothing_of_a_settled_county_waits (void)
{
  YsReviewCell cell = { .received = TRUE, .points = 3, .decided = 1, .for_lead = 1 };

  g_assert_true (ys_review_cell_passes (&cell, FALSE, YS_MATRIX_WAITING));
  g_assert_true (ys_review_cell_passes (&cell, FALSE, YS_MATRIX_SPREAD));
  cell.closed = TRUE;
  g_assert_false (ys_review_cell_passes (&cell, FALSE, YS_MATRIX_WAITING));
  g_assert_false (ys_review_cell_passes (&cell, FALSE, YS_MATRIX_SPREAD));
  g_assert_true (ys_review_cell_passes (&cell, FALSE, YS_MATRIX_ALL));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/matrix-data/sums", test_sums);
  g_test_add_func ("/gui/matrix-data/names-of-columns", test_names_of_columns);
  g_test_add_func ("/gui/matrix-data/rows-that-are-shown", test_rows_that_are_shown);
  g_test_add_func ("/gui/matrix-data/nothing-of-a-settled-county-waits", test_nothing_of_a_settled_county_waits);
  return g_test_run ();
}
