/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the list of tasks: what finds them, and what a screen reader says of them (case 21). */
#include "ys-task-row.h"

static char *leads[] = { "市委政法委", NULL };
static char *responsibles[] = { "市公安局", "重庆路街道", NULL };
static YsHeading heading = { .id = "II-7", .name = "完善纵向治理架构", .level = 2 };
static YsTask task = { .number = 32,
                       .title = "综治中心规范化",
                       .requirement = "打造镇街示范点。",
                       .leads = leads,
                       .responsibles = responsibles };

static void
test_found_by_number_word_unit_and_initials (void)
{
  g_autoptr (YsTaskRow) row = ys_task_row_new (&heading, &task);

  g_assert_true (ys_task_row_matches (row, ""));
  g_assert_true (ys_task_row_matches (row, "32"));
  g_assert_true (ys_task_row_matches (row, "3"));
  g_assert_false (ys_task_row_matches (row, "2"));
  g_assert_true (ys_task_row_matches (row, "综治中心"));
  g_assert_true (ys_task_row_matches (row, "示范点"));
  g_assert_true (ys_task_row_matches (row, "公安局"));
  g_assert_true (ys_task_row_matches (row, "zzzx"));
  g_assert_true (ys_task_row_matches (row, "swzfw"));
  g_assert_true (ys_task_row_matches (row, "cqljd")); /* 重 is read chong here */
  g_assert_true (ys_task_row_matches (row, "综治 公安 32"));
  g_assert_false (ys_task_row_matches (row, "综治 法院"));
}

static void
test_name_says_state_evidence_and_points (void)
{
  g_autoptr (YsTaskRow) row = ys_task_row_new (&heading, &task);
  YsTaskFigures figures = { .state = YS_STATE_MOSTLY,
                            .scored = TRUE,
                            .applicable = TRUE,
                            .late = TRUE,
                            .days_late = 390,
                            .citations = 3,
                            .got = 5180,
                            .possible = 15000 };
  g_autofree char *whole = NULL;
  g_autofree char *lacking = NULL;

  ys_task_row_set_figures (row, &figures, "李建国");
  whole = ys_task_row_dup_name (row);
  g_assert_cmpstr (whole, ==,
                   "Task 32 综治中心规范化, 基本完成, overdue by 390 days, evidence 3, 5.18 of 15 points");
  figures.late = FALSE;
  figures.scored = FALSE;
  figures.lacks = TRUE;
  ys_task_row_set_figures (row, &figures, "李建国");
  lacking = ys_task_row_dup_name (row);
  g_assert_cmpstr (lacking, ==, "Task 32 综治中心规范化, 基本完成, lacks 1 piece of evidence");
}

static void
count (guint *times)
{
  (*times)++;
}

static void
test_says_nothing_when_nothing_changed (void)
{
  g_autoptr (YsTaskRow) row = ys_task_row_new (&heading, &task);
  YsTaskFigures figures = { .state = YS_STATE_DONE, .got = 1000 };
  guint times = 0;

  g_signal_connect_swapped (row, "changed", G_CALLBACK (count), &times);
  ys_task_row_set_figures (row, &figures, "李建国");
  ys_task_row_set_figures (row, &figures, "李建国");
  g_assert_cmpuint (times, ==, 1);
  ys_task_row_set_figures (row, &figures, "王秀英");
  g_assert_cmpuint (times, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/task-row/found", test_found_by_number_word_unit_and_initials);
  g_test_add_func ("/task-row/name", test_name_says_state_evidence_and_points);
  g_test_add_func ("/task-row/quiet", test_says_nothing_when_nothing_changed);
  return g_test_run ();
}
