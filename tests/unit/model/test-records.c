/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of the model made by hand: names and words, sharing, and rows of bands that cannot be reached.
 * The rows are tried at random against a plain search over numbers. */
#include <string.h>

#include "ys-catalogue-parts.h"
#include "ys-facts-parts.h"
#include "ys-standard-parts.h"

#define TRY_NAMES(Type, stem, last)                                                \
  G_STMT_START                                                                     \
  {                                                                                \
    for (guint i = 0; i <= last; i++)                                              \
      {                                                                            \
        Type back;                                                                 \
                                                                                   \
        g_assert_true (ys_##stem##_from_nick (ys_##stem##_nick ((Type)i), &back)); \
        g_assert_cmpuint (back, ==, i);                                            \
      }                                                                            \
    Type none;                                                                     \
    g_assert_false (ys_##stem##_from_nick ("colour", &none));                      \
    g_assert_false (ys_##stem##_from_nick (NULL, &none));                          \
  }                                                                                \
  G_STMT_END

static void
test_names (void)
{
  TRY_NAMES (YsItemState, item_state, YS_STATE_NA);
  TRY_NAMES (YsSubmissionState, submission_state, YS_SUBMISSION_FINAL);
  TRY_NAMES (YsVerification, verification, YS_VERIFY_CLEARED);
  TRY_NAMES (YsVerdict, verdict, YS_VERDICT_MISMATCHED);
  TRY_NAMES (YsOfficeKind, office_kind, YS_OFFICE_COUNTY);
  TRY_NAMES (YsComparator, comparator, YS_COMPARE_REPORT);
  g_assert_cmpstr (ys_item_state_label (YS_STATE_MOSTLY), ==, "基本完成");
  g_assert_cmpstr (ys_submission_state_label (YS_SUBMISSION_PENDING), ==, "待审核");
  g_assert_cmpstr (ys_verification_label (YS_VERIFY_SUSPECTED), ==, "待核实");
  g_assert_cmpstr (ys_office_kind_label (YS_OFFICE_COUNTY), ==, "县区");
  g_assert_cmpstr (ys_comparator_sign (YS_COMPARE_GE), ==, "≥");
  g_assert_cmpstr (ys_unit_sign (YS_UNIT_PER100K), ==, "/10万");
}

static void
test_submission (void)
{
  g_autoptr (YsSubmission) submission = ys_submission_new ();
  g_autoptr (YsSubmission) shared = ys_submission_ref (submission);
  YsItem *item = ys_submission_ensure_item (submission, 7);

  g_assert_true (shared == submission);
  g_assert_cmpint (item->state, ==, YS_STATE_NOT);
  g_assert_true (ys_submission_ensure_item (submission, 7) == item);
  g_assert_true (ys_submission_get_item (submission, 7) == item);
  g_assert_null (ys_submission_get_item (submission, 8));
  g_assert_null (ys_submission_get_evidence (submission, "x"));
}

/* One part, one task, one metric of the county. */
static YsCatalogue *
make_catalogue (void)
{
  YsCatalogue *catalogue = ys_catalogue_new ();
  g_autoptr (YsFaults) faults = ys_faults_new ();
  YsHeading *part = ys_heading_new ();
  YsTask *task = ys_task_new ();
  YsMetric *metric = ys_metric_new ();

  catalogue->id = g_strdup ("c");
  catalogue->version = 1;
  part->id = g_strdup ("I-1");
  task->number = 1;
  task->due = ys_date_new (2021, 12, 31);
  task->counties = TRUE;
  metric->id = g_strdup ("M1");
  metric->task_number = 1;
  metric->comparator = YS_COMPARE_REPORT;
  metric->high_is_better = TRUE;
  g_ptr_array_add (catalogue->parts, part);
  g_ptr_array_add (catalogue->tasks, task);
  g_ptr_array_add (part->tasks, task);
  g_ptr_array_add (catalogue->metrics, metric);
  g_assert_true (ys_catalogue_seal (catalogue, "c.xml", faults));
  return catalogue;
}

static YsPoint *
make_standard (YsStandard *standard)
{
  YsGrade *grade = ys_grade_new ();
  YsPartStandard *part = ys_part_standard_new ();
  YsTaskStandard *task = ys_task_standard_new ();
  YsPoint *point = ys_point_new ();

  standard->catalogue_id = g_strdup ("c");
  standard->catalogue_version = 1;
  grade->id = g_strdup ("A");
  part->id = g_strdup ("I-1");
  part->points = task->points = point->points = YS_POINTS_ONE;
  task->number = 1;
  point->id = g_strdup ("P1");
  point->measure.kind = YS_MEASURE_METRIC;
  point->measure.reference = g_strdup ("M1");
  point->rule = YS_RULE_BANDS;
  g_ptr_array_add (standard->grades, grade);
  g_ptr_array_add (standard->parts, part);
  g_ptr_array_add (part->tasks, task);
  g_ptr_array_add (task->items, point);
  return point;
}

static gboolean
row_holds (const YsBandRow *row, YsDecimal number)
{
  switch (row->comparator)
    {
    case YS_COMPARE_GE:
      return number >= row->bound.number;
    case YS_COMPARE_GT:
      return number > row->bound.number;
    case YS_COMPARE_LE:
      return number <= row->bound.number;
    case YS_COMPARE_LT:
      return number < row->bound.number;
    case YS_COMPARE_EQ:
      return number == row->bound.number;
    case YS_COMPARE_FALLING:
    case YS_COMPARE_REPORT:
    default:
      return FALSE;
    }
}

/* Between and beyond the bounds one number stands for all of them. */
static gboolean
can_be_reached (const GPtrArray *rows, guint index)
{
  for (YsDecimal number = -1; number <= 9; number++)
    {
      guint first = 0;

      while (first < index && !row_holds (g_ptr_array_index (rows, first), number))
        first++;
      if (first == index && row_holds (g_ptr_array_index (rows, index), number))
        return TRUE;
    }
  return FALSE;
}

static void
test_rows (void)
{
  g_autoptr (YsCatalogue) catalogue = make_catalogue ();
  guint unreachable = 0;

  for (guint trial = 0; trial < 3000; trial++)
    {
      g_autoptr (YsStandard) standard = ys_standard_new ();
      g_autoptr (YsFaults) faults = ys_faults_new ();
      YsPoint *point = make_standard (standard);
      guint expected = 0;

      for (guint i = 0; i < 5; i++)
        {
          YsBandRow *row = ys_band_row_new ();

          row->comparator = (YsComparator)g_test_rand_int_range (YS_COMPARE_GE, YS_COMPARE_EQ + 1);
          row->bound.kind = YS_BOUND_OWN;
          /* Even numbers, so that odd ones stand between. */
          row->bound.number = 2 * g_test_rand_int_range (0, 5);
          row->line = i + 1;
          g_ptr_array_add (point->rows, row);
          expected += !can_be_reached (point->rows, i);
        }
      ys_standard_seal (standard, catalogue, "s.xml", faults);
      g_assert_cmpuint (ys_faults_get_n (faults), ==, expected);
      for (guint i = 0; i < expected; i++)
        g_assert_nonnull (strstr (ys_faults_get (faults, i)->message, "never be reached"));
      unreachable += expected;
    }
  g_assert_cmpuint (unreachable, >, 100);
}

/* Bounds of different kinds are not compared: own may be above or below 5. */
static void
test_kinds_of_bounds (void)
{
  g_autoptr (YsCatalogue) catalogue = make_catalogue ();
  g_autoptr (YsStandard) standard = ys_standard_new ();
  g_autoptr (YsFaults) faults = ys_faults_new ();
  YsPoint *point = make_standard (standard);

  for (guint i = YS_BOUND_NUMBER; i <= YS_BOUND_WORST; i++)
    {
      YsBandRow *row = ys_band_row_new ();

      row->comparator = YS_COMPARE_GE;
      row->bound.kind = (YsBoundKind)i;
      row->bound.number = 5;
      g_ptr_array_add (point->rows, row);
    }
  g_assert_true (ys_standard_seal (standard, catalogue, "s.xml", faults));
  /* A standard that was edited is sealed again. */
  g_assert_true (ys_standard_seal (standard, catalogue, "s.xml", faults));
  g_assert_true (ys_standard_get_point (standard, "P1") == point);
  g_assert_cmpint (point->most, ==, YS_POINTS_ONE);
}

static void
test_better (void)
{
  YsMetric low = { .high_is_better = FALSE };
  g_autoptr (YsPoint) point = ys_point_new ();

  point->measure.kind = YS_MEASURE_METRIC;
  point->measure.metric = &low;
  g_assert_false (ys_point_high_is_better (point));
  low.high_is_better = TRUE;
  g_assert_true (ys_point_high_is_better (point));
  point->measure.as = YS_METRIC_AS_PLACE;
  g_assert_false (ys_point_high_is_better (point));
  point->better = YS_BETTER_HIGH;
  g_assert_true (ys_point_high_is_better (point));
  point->measure.kind = YS_MEASURE_RECORDS;
  point->better = YS_BETTER_DEFAULT;
  g_assert_false (ys_point_high_is_better (point));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/names", test_names);
  g_test_add_func ("/model/submission", test_submission);
  g_test_add_func ("/model/rows", test_rows);
  g_test_add_func ("/model/kinds-of-bounds", test_kinds_of_bounds);
  g_test_add_func ("/model/better", test_better);
  return g_test_run ();
}
