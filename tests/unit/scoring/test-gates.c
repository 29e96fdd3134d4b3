/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 4: gates at every level, what they wait for, and what holds for a point that does not apply. */
#include "round.h"

#define DONE_1 "<item task='1' state='done' completed='2020-12-01'/>"
#define FIGURE_1(value)                                                                              \
  "<item task='1' state='done' completed='2020-12-01'><figure metric='M1' year='2021' value='" value \
  "'/></item>"
#define MANUAL(id, points, content) \
  "<point id='" id "' title='点" id "' points='" points "'><none/><manual/>" content "</point>"
#define TASK_2 "<task ref='2' points='3'>" MANUAL ("Q", "3", "") "</task>"
#define ALL_EVIDENCE                                                                           \
  "<states done='1000' mostly='800' partly='500' not='0'/><late month='0' cap='0'/><evidence " \
  "without='1000'/>"                                                                           \
  "<review combine='mean' tolerance='100'/>"

static void
test_point_gate (void)
{
  Round round = { .before_grades = ALL_EVIDENCE, .submission = { FIGURE_1 ("59"), FIGURE_1 ("60"), DONE_1 } };
  g_autoptr (YsSheet) sheet = NULL;

  round.part1 = "<task ref='1' points='5'><point id='P' title='得分点' points='5'><state/><bands/>"
                "<gate permille='0' is='lt' bound='60'><metric ref='M1'/></gate>"
                "<gate permille='500' is='lt' bound='60'><metric ref='M1'/></gate></point></task>" TASK_2;
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_point (sheet, A, "P", YS_COMPUTED, "0.000"); /* of two that hold the lowest */
  assert_point (sheet, A, "P", YS_SELF, "0.000");
  assert_open (sheet, A, "P", YS_DECIDED, YS_OPEN_NOT);
  assert_point (sheet, B, "P", YS_COMPUTED, "5.000");
  assert_point (sheet, C, "P", YS_COMPUTED, "5.000"); /* both wait for the figure */
  g_assert_cmpuint (ys_sheet_unit_get_point (ys_sheet_get_unit (sheet, C), "P")->waiting->len, ==, 2);
}

static void
test_task_part_total_gates (void)
{
  Round round = { .before_grades = ALL_EVIDENCE, .submission = { DONE_1, "" } };
  g_autoptr (YsSheet) sheet = NULL;
  YsSheetUnit *unit;

  round.part1 =
      "<gate permille='250' word='done'><state task='1'/></gate>"
      "<task ref='1' points='5'><gate permille='400' word='done'><state/></gate><point id='P' title='得分点' "
      "points='5'><state/><bands/></point></task>" TASK_2;
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_task (sheet, A, 1, YS_COMPUTED, "2.000"); /* 400‰ of 5 */
  unit = ys_sheet_get_unit (sheet, A);
  /* part I-2 has nothing due: its 2 points go to part I-1, which the gate sets to 250‰ of 10 */
  assert_amount (((YsSheetPart *)g_ptr_array_index (unit->parts, 0))->score[YS_COMPUTED], "2.500");
  assert_amount (unit->total, "2.500");
  assert_amount (ys_sheet_get_unit (sheet, B)->total, "0.000");
}

static void
test_total_and_grade_gates (void)
{
  Round round = { .before_grades = ALL_EVIDENCE, .submission = { DONE_1 } };
  g_autoptr (YsSheet) sheet = NULL, limited = NULL;
  YsSheetUnit *unit;

  round.part1 = "<task ref='1' points='5'><point id='P' title='得分点' "
                "points='5'><state/><bands/></point></task>" TASK_2;
  round.total = "<gate permille='900' word='done'><state task='1'/></gate>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_amount (ys_sheet_get_unit (sheet, A)->total, "9.000");
  g_assert_cmpuint (ys_sheet_get_unit (sheet, A)->grade, ==, 0);
  round.total = "<gate permille='900' word='done'><state task='1'/></gate>"
                "<gate grade='B' word='done'><state task='1'/></gate>";
  limited = round_score (&round, YS_SCORE_DEFAULT);
  unit = ys_sheet_get_unit (limited, A);
  g_assert_cmpuint (unit->grade, ==, 1); /* 9 points would be A */
  g_assert_false (unit->vetoed);         /* B is not the lowest: a limit only */
  g_assert_cmpuint (unit->vetoes->len, ==, 1);
}

static void
test_gate_on_what_does_not_apply (void)
{
  Round round = { .before_grades = ALL_EVIDENCE, .submission = { DONE_1 } };
  g_autoptr (YsSheet) sheet = NULL;

  round.part1 = "<task ref='1' points='5'><point id='P' title='得分点' points='5'><state/><bands/>"
                "<gate permille='0' word='not'><state task='3'/></gate></point></task>" TASK_2;
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_point (sheet, A, "P", YS_COMPUTED, "5.000"); /* task 3 is due after the closing date and not done */
  g_assert_false (ys_sheet_unit_get_task (ys_sheet_get_unit (sheet, A), 3)->applicable);
}

static void
test_not_applicable (void)
{
  Round round = { .before_grades = ALL_EVIDENCE, .submission = { DONE_1, DONE_1, "" }, .second_group = C };
  g_autoptr (YsSheet) sheet = NULL;

  round.part1 =
      "<task ref='1' points='5'>"
      "<point id='P' title='按平均' points='2' groups='G1' na='mean'><state/><bands/></point>"
      "<point id='P2' title='按比例' points='1' groups='G1' na='share' share='600'><state/><bands/></point>"
      "<point id='P3' title='不计' points='2' groups='G1'><state/><bands/></point></task>" TASK_2;
  round.review = "<unit ref='990102' state='submitted'><claim point='P'>不涉及</claim></unit>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_point (sheet, C, "P", YS_COMPUTED, "2.000"); /* only A's counts: B's claim is accepted */
  assert_point (sheet, B, "P", YS_COMPUTED, "2.000");
  assert_point (sheet, C, "P2", YS_COMPUTED, "0.600");
  assert_point (sheet, C, "P3", YS_COMPUTED, "0.000");
  assert_amount (ys_sheet_unit_get_task (ys_sheet_get_unit (sheet, C), 1)->points, "3.000");
  assert_task (sheet, C, 1, YS_COMPUTED, "2.600");
}

static void
test_mean_of_nobody (void)
{
  Round round = { .submission = { DONE_1 }, .second_group = B };
  g_autoptr (YsSheet) sheet = NULL;

  round.part1 = "<task ref='1' points='5'><point id='P' title='按平均' points='5' groups='G2' "
                "na='mean'><state/><bands/>"
                "</point></task>" TASK_2;
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_point (sheet, A, "P", YS_COMPUTED, "0.000");
  assert_open (sheet, A, "P", YS_COMPUTED, YS_OPEN_MEAN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/gates/point", test_point_gate);
  g_test_add_func ("/scoring/gates/task-part", test_task_part_total_gates);
  g_test_add_func ("/scoring/gates/total-grade", test_total_and_grade_gates);
  g_test_add_func ("/scoring/gates/not-applying", test_gate_on_what_does_not_apply);
  g_test_add_func ("/scoring/na/out-share-mean", test_not_applicable);
  g_test_add_func ("/scoring/na/mean-of-nobody", test_mean_of_nobody);
  return g_test_run ();
}
