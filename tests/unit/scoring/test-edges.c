/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edges of several rules, each worked by hand: what is open and what is not, what does not apply, what is
 * rounded where. */
#include "round.h"

#include <string.h>

#define FILE_1 "0000000000000000000000000000000000000000000000000000000000000001"
#define EVIDENCE "<evidence id='" FILE_1 "' title='佐证' pages='3' size='10' present='true'/>"
#define CITATION "<citation id='c1' evidence='" FILE_1 "' pages='1'/>"
#define TASK_2 \
  "<task ref='2' points='3'><point id='Q' title='另一点' points='3'><none/><manual/></point></task>"
#define POINT_5(content) \
  "<task ref='1' points='5'><point id='P' title='得分点' points='5'>" content "</point></task>" TASK_2
#define STATE_3 \
  "<task ref='3' points='2'><point id='R' title='第三点' points='2'><state/><bands/></point></task>"
#define MET                                                                                    \
  "<threshold unit='990101' item='N1.1' year='2021' value='97' source='统计局' by='city'/>" \
  "<threshold unit='990101' item='N1.2' year='2021' value='0' source='统计局' by='city'/>"

static void
check_open (const char *part1, const char *submission, const char *ledger, YsOpen open, const char *score)
{
  Round round = { .part1 = part1, .ledger = ledger, .submission = { submission } };
  g_autoptr (YsSheet) sheet = round_score (&round, YS_SCORE_DEFAULT);

  assert_open (sheet, A, "P", YS_COMPUTED, open);
  assert_point (sheet, A, "P", YS_COMPUTED, score);
}

static void
test_percent_of_nothing (void)
{
#define PERCENT(bound)                                                                                      \
  POINT_5 (                                                                                                 \
      "<metric ref='M1'/><steps start='5'><step act='take' amount='1' by='10' in='percent' partial='full' " \
      "side='above' bound='" bound "'/></steps>")
  const char *figure = "<item task='1' state='not'><figure metric='M1' year='2021' value='3'/></item>";

  check_open (PERCENT ("0"), figure, NULL, YS_OPEN_BOUND,
              "0.000");                                           /* past a bound of 0: no step has a size */
  check_open (PERCENT ("4"), figure, NULL, YS_OPEN_NOT, "5.000"); /* not past it */
  check_open (PERCENT ("2"), figure, NULL, YS_OPEN_NOT, "0.000"); /* 1 beyond in steps of 0.2: five */
  check_open (PERCENT ("2.5"), figure, NULL, YS_OPEN_NOT, "3.000"); /* 0.5 in steps of 0.25: exactly two */
}

static void
test_settled_amounts (void)
{
#define RANGE                                                                                        \
  POINT_5 ("<records/><steps start='3'><record id='C1' title='扣' act='take' amount='0.5' to='2'/>" \
           "<record id='C2' title='加' act='give' amount='0.2' to='1'/></steps>")
#define RECORD(id, clause, more)                      \
  "<record id='" id "' unit='990101' clause='" clause \
  "' title='记录' date='2021-05-01' count='1' state='confirmed' " more
  check_open (RANGE, "", RECORD ("r1", "C1", "/>"), YS_OPEN_AMOUNT, "1.000"); /* taken at its larger end */
  check_open (RANGE, "", RECORD ("r1", "C2", "/>"), YS_OPEN_AMOUNT, "3.200"); /* given at its smaller end */
  check_open (RANGE, "", RECORD ("r1", "C1", "settled='0.75'><settled-reason>轻微</settled-reason></record>"),
              YS_OPEN_NOT, "2.250");
}

static void
test_range_of_amounts (void)
{
  Round round = { .part1 = RANGE,
                  .thresholds = MET,
                  .submission = { EVIDENCE "<item task='1' state='done' completed='2020-12-01'>" CITATION
                                           "</item>" } };
  g_autoptr (YsSheet) sheet = NULL;
  const YsSheetPoint *point;

  round.ledger = RECORD ("r1", "C1", "/>") RECORD ("r2", "C2", "/>");
  sheet = round_score (&round, YS_SCORE_FIGURE_COMPUTED);
  point = ys_sheet_unit_get_point (ys_sheet_get_unit (sheet, A), "P");
  assert_amount (point->low, "1.200");  /* 3 − 2 + 0.2 */
  assert_amount (point->high, "3.500"); /* 3 − 0.5 + 1 */
}

static void
check_task_3 (const char *item, const char *assessment, gboolean applicable, const char *score)
{
  g_autofree char *submission = g_strconcat (EVIDENCE, item, NULL);
  Round round = { .part2 = STATE_3, .assessment = assessment, .submission = { submission } };
  g_autoptr (YsSheet) sheet = round_score (&round, YS_SCORE_DEFAULT);

  g_assert_cmpint (ys_sheet_unit_get_task (ys_sheet_get_unit (sheet, A), 3)->applicable, ==, applicable);
  assert_task (sheet, A, 3, YS_COMPUTED, score);
}

static void
test_due_after_closing (void)
{
  /* due 2022-06-30, closing 2022-01-25 */
  check_task_3 ("", NULL, FALSE, "0.000");
  check_task_3 ("<item task='3' state='mostly'>" CITATION "</item>", NULL, FALSE, "0.000");
  check_task_3 ("<item task='3' state='done'>" CITATION "</item>", NULL, FALSE,
                "0.000"); /* without a date is not done */
  check_task_3 ("<item task='3' state='done' completed='2022-01-26'>" CITATION "</item>", NULL, FALSE,
                "0.000");
  check_task_3 ("<item task='3' state='done' completed='2022-01-25'>" CITATION "</item>", NULL, TRUE,
                "2.000");
  /* the extension brings it before the closing date: late by one month begun, 50‰ of 1.6 */
  check_task_3 ("<item task='3' state='mostly'>" CITATION "</item>",
                "<extension unit='990101' task='3' due='2022-01-20'>提前</extension>", TRUE, "1.520");
}

static void
test_accepted_claim (void)
{
  Round round = { .part2 = STATE_3,
                  .submission = { "<item task='1' state='na'><na-reason>没有</na-reason></item>" } };
  g_autoptr (YsSheet) open = NULL, accepted = NULL;

  round.part1 = POINT_5 ("<state/><bands/>");
  open = round_score (&round, YS_SCORE_DEFAULT);
  assert_open (open, A, "P", YS_COMPUTED, YS_OPEN_CLAIM);
  assert_amount (ys_sheet_unit_get_task (ys_sheet_get_unit (open, A), 1)->points, "5.000");
  round.review = "<unit ref='990101' state='submitted'><claim task='1'>属实</claim></unit>";
  accepted = round_score (&round, YS_SCORE_DEFAULT);
  g_assert_false (ys_sheet_unit_get_task (ys_sheet_get_unit (accepted, A), 1)->applicable);
  assert_amount (((YsSheetPart *)g_ptr_array_index (ys_sheet_get_unit (accepted, A)->parts, 0))->points,
                 "10.000");
}

static void
test_rounding_of_the_deduction (void)
{
  Round round = { .decimals = "1", .maximum = "100", .thresholds = MET, .submission = { "" } };
  g_autoptr (YsSheet) sheet = NULL;

  round.negative =
      "<item ref='N1.1'/><item ref='N1.2'/>"
      "<item ref='N2.1'><amount severity='S1' points='0.125'/><amount severity='S2' points='0'/></item>"
      "<item ref='N2.2'><amount severity='S1' points='0.125'/><amount severity='S2' points='0'/></item>";
  round.ledger =
      "<occurrence id='o1' unit='990101' title='事一' date='2021-06-01' count='1' state='confirmed'>"
      "<tick item='N2.1' severity='S1'/></occurrence>"
      "<occurrence id='o2' unit='990101' title='事二' date='2021-06-01' count='1' state='confirmed'>"
      "<tick item='N2.2' severity='S1'/></occurrence>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_amount (ys_sheet_get_unit (sheet, A)->deduction, "0.300"); /* 0.25 once, not 0.1 twice */
}

static void
test_two_parts (void)
{
  Round round = { .decimals = "3",
                  .part2 = STATE_3,
                  .submission = { EVIDENCE "<item task='1' state='partly'>" CITATION "</item>"
                                           "<item task='3' state='done' completed='2022-01-20'>"
                                           "<citation id='c2' evidence='" FILE_1 "' pages='2'/></item>" } };
  g_autoptr (YsSheet) sheet = NULL;

  round.part1 =
      "<task ref='1' points='4'><point id='P' title='得分点' points='4'><state/><bands/></point></task>"
      "<task ref='2' points='3'><point id='Q' title='另一点' points='3'><none/><manual/></point></task>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  /* task 1: 2 less 300‰ = 1.4; 8 × 1.4/7 = 1.6; task 3: 2 × 2/2 */
  assert_amount (ys_sheet_get_unit (sheet, A)->base, "3.600");
}

static void
test_bonus_of_a_group (void)
{
  Round round = { .submission = { "", "" }, .second_group = B };
  g_autoptr (YsSheet) sheet = NULL;

  round.bonus = "<point id='B1' title='亮点' groups='G2' most='3'><records/><steps start='0'>"
                "<record id='X1' title='典型案例' act='give' amount='2'/></steps></point>";
  round.ledger =
      "<record id='r1' unit='990101' clause='X1' title='案例' count='1' state='confirmed' date='2021-05-01' "
      "selected='true'/>"
      "<record id='r2' unit='990102' clause='X1' title='案例' count='2' state='suspected' selected='true'/>"
      "<record id='r3' unit='990102' clause='X1' title='案例' count='1' state='confirmed' "
      "date='2021-05-01'/>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_amount (ys_sheet_get_unit (sheet, A)->bonus, "0.000");
  assert_amount (ys_sheet_get_unit (sheet, B)->bonus,
                 "3.000"); /* 4, at most 3; confirmed alone is not selected */
  g_assert_cmpuint (ys_sheet_get_unit (sheet, A)->bonus_details->len, ==, 0);
}

static void
test_above_whole (void)
{
  Round round = { .submission = {
                      "<item task='1' state='not'><figure metric='M1' year='2021' numerator='101' "
                      "denominator='100'/></item>" } };
  g_autoptr (YsSheet) sheet = NULL;

  round.part1 = POINT_5 ("<metric ref='M1'/><bands><row is='ge' bound='101' points='5'/></bands>");
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_point (sheet, A, "P", YS_COMPUTED, "5.000"); /* counts as given */
  g_assert_cmpuint (ys_sheet_get_unit (sheet, A)->warnings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (ys_sheet_get_unit (sheet, A)->warnings, 0), "超过100%"));
}

static void
test_other_years_do_not_count (void)
{
  check_open (POINT_5 ("<metric ref='M1'/><bands><row is='reported' points='5'/></bands>"),
              "<item task='1' state='not'><figure metric='M1' year='2020' value='97'/>"
              "<figure metric='M1' year='2022' value='97'/></item>",
              NULL, YS_OPEN_FIGURE, "0.000");
}

static void
test_huge_figures (void)
{
  const char *growth =
      POINT_5 ("<metric ref='M2' as='growth'/><bands><row is='ge' bound='1000000000' points='5'/></bands>");

  /* 10¹² × 10⁴ against 1 / 10¹² × 10⁴: beyond 64 bits, still exact */
  check_open (
      growth,
      "<item task='1' state='not'><figure metric='M2' year='2021' numerator='1000000000000' denominator='1'/>"
      "<figure metric='M2' year='2020' numerator='1' denominator='1000000000000'/></item>",
      NULL, YS_OPEN_NOT, "5.000");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/edges/percent-of-nothing", test_percent_of_nothing);
  g_test_add_func ("/scoring/edges/settled-amounts", test_settled_amounts);
  g_test_add_func ("/scoring/edges/range-of-amounts", test_range_of_amounts);
  g_test_add_func ("/scoring/edges/due-after-closing", test_due_after_closing);
  g_test_add_func ("/scoring/edges/accepted-claim", test_accepted_claim);
  g_test_add_func ("/scoring/edges/rounding-of-the-deduction", test_rounding_of_the_deduction);
  g_test_add_func ("/scoring/edges/parts", test_two_parts);
  g_test_add_func ("/scoring/edges/bonus-of-a-group", test_bonus_of_a_group);
  g_test_add_func ("/scoring/edges/above-whole", test_above_whole);
  g_test_add_func ("/scoring/edges/other-years", test_other_years_do_not_count);
  g_test_add_func ("/scoring/edges/huge-figures", test_huge_figures);
  return g_test_run ();
}
