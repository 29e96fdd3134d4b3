/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule in words: bands, a line between two bounds, steps, and a score that an assessor gives. */
#include "ys-facts.h"
#include "ys-score-rule-text.h"

static YsMetric rate = { .id = "M1", .name = "建设率", .unit = YS_UNIT_PERCENT };

static void
assert_text (const YsPoint *point, const char *expected)
{
  g_autoptr (YsStandard) standard = ys_standard_new ();
  g_autofree char *text = NULL;

  standard->state_permille[YS_STATE_DONE] = 1000;
  standard->state_permille[YS_STATE_MOSTLY] = 800;
  standard->state_permille[YS_STATE_PARTLY] = 500;
  text = ys_point_dup_rule_text (standard, point);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_bands (void)
{
  YsBandRow best = { .kind = YS_ROW_COMPARE,
                     .comparator = YS_COMPARE_GE,
                     .bound = { .number = 98 * YS_DECIMAL_ONE },
                     .amount = 5000 };
  YsBandRow better = { .kind = YS_ROW_COMPARE,
                       .comparator = YS_COMPARE_GT,
                       .bound = { .kind = YS_BOUND_BEFORE },
                       .permille = TRUE,
                       .amount = 600 };
  YsBandRow any = { .kind = YS_ROW_REPORTED, .amount = 1000 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  YsPoint point = { .points = 5000,
                    .rule = YS_RULE_BANDS,
                    .rows = rows,
                    .measure = { .kind = YS_MEASURE_METRIC, .metric = &rate } };

  g_ptr_array_add (rows, &best);
  g_ptr_array_add (rows, &better);
  g_ptr_array_add (rows, &any);
  assert_text (&point, "≥ 98% gives 5.00; > year before gives 3.00; any figure gives 1.00");
}

static void
test_states_without_rows_follow_the_standard (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  YsPoint point = {
    .points = 6000, .rule = YS_RULE_BANDS, .rows = rows, .measure = { .kind = YS_MEASURE_STATE }
  };

  assert_text (&point, "已完成 gives 6.00; 基本完成 gives 4.80; 推进中 gives 3.00; 未开始 gives 0.00");
}

static void
test_line_and_manual (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  YsPoint line = { .points = 2000,
                   .rule = YS_RULE_LINE,
                   .rows = rows,
                   .low_points = 0,
                   .high_points = 2000,
                   .low_bound = { .number = 80 * YS_DECIMAL_ONE },
                   .high_bound = { .number = 100 * YS_DECIMAL_ONE },
                   .measure = { .kind = YS_MEASURE_METRIC, .metric = &rate } };
  YsPoint manual = { .points = 1000, .rule = YS_RULE_MANUAL };

  assert_text (&line, "80% gives 0.00, 100% gives 2.00, in proportion between");
  assert_text (&manual, "an assessor of the city decides");
}

static void
test_steps (void)
{
  YsClause step = { .kind = YS_CLAUSE_STEP,
                    .amount = 500,
                    .has_bound = TRUE,
                    .bound = { .number = 70 * YS_DECIMAL_ONE },
                    .by = YS_DECIMAL_ONE };
  g_autoptr (GPtrArray) clauses = g_ptr_array_new ();
  YsPoint point = { .points = 3000,
                    .rule = YS_RULE_STEPS,
                    .start = 3000,
                    .clauses = clauses,
                    .measure = { .kind = YS_MEASURE_METRIC, .metric = &rate } };

  g_ptr_array_add (clauses, &step);
  assert_text (&point, "starting from 3.00 points; above 70% each 1% takes 0.50");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score-rule-text/bands", test_bands);
  g_test_add_func ("/score-rule-text/states", test_states_without_rows_follow_the_standard);
  g_test_add_func ("/score-rule-text/line-and-manual", test_line_and_manual);
  g_test_add_func ("/score-rule-text/steps", test_steps);
  return g_test_run ();
}
