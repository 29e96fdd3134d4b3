/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules 5 to 8: lateness, evidence and verdicts, parts and the pool of those without content. */
#include "round.h"

#define FILE_1 "0000000000000000000000000000000000000000000000000000000000000001"
#define EVIDENCE "<evidence id='" FILE_1 "' title='佐证' pages='3' size='10' present='true'/>"
#define GONE "<evidence id='" FILE_1 "' title='佐证' pages='3' size='10' present='false'/>"
#define CITED(attributes) "<citation id='c1' evidence='" FILE_1 "' pages='1' " attributes "/>"
#define ITEM_1(attributes, content) "<item task='1' " attributes ">" content "</item>"
#define STATE_TASKS                                                                                           \
  "<task ref='1' points='5'><point id='P' title='得分点' points='5' most='10' least='-10'><state/><bands>" \
  "<row word='done' points='10'/><row word='mostly' points='10'/><row word='not' "                            \
  "points='-1'/></bands></point></task>"                                                                      \
  "<task ref='2' points='3'><point id='Q' title='另一点' points='3'><none/><manual/></point></task>"

static void
check_late (const char *item, const char *assessment, const char *late, const char *score)
{
  g_autofree char *submission = g_strconcat (EVIDENCE, item, NULL);
  Round round = { .part1 = STATE_TASKS, .assessment = assessment, .submission = { submission } };
  g_autoptr (YsSheet) sheet = round_score (&round, YS_SCORE_DEFAULT);

  assert_amount (ys_sheet_unit_get_task (ys_sheet_get_unit (sheet, A), 1)->late[YS_COMPUTED], late);
  assert_task (sheet, A, 1, YS_COMPUTED, score);
}

static void
test_late (void)
{
  const char *extension = "<extension unit='990101' task='1' due='2021-02-28'>疫情</extension>";

  /* due 2020-12-31: the second month ends on 2021-02-28, the last day of February */
  check_late (ITEM_1 ("state='done' completed='2021-02-28'", CITED ("")), NULL, "1.000", "9.000");
  check_late (ITEM_1 ("state='done' completed='2021-03-01'", CITED ("")), NULL, "1.500", "8.500");
  check_late (ITEM_1 ("state='done' completed='2020-12-31'", CITED ("")), NULL, "0.000", "10.000");
  check_late (ITEM_1 ("state='done' completed='2021-03-01'", CITED ("")), extension, "0.500", "9.500");
  check_late (ITEM_1 ("state='done'", CITED ("")), NULL, "3.000",
              "7.000"); /* as on the closing date: the cap */
  check_late (ITEM_1 ("state='not'", CITED ("")), NULL, "0.000", "-1.000"); /* nothing off a sum below 0 */
}

static void
test_late_measured (void)
{
  Round round = { .submission = { EVIDENCE ITEM_1 ("state='done' completed='2021-03-01'", CITED ("")) } };
  g_autoptr (YsSheet) sheet = NULL;

  round.part1 =
      "<task ref='1' points='5'><point id='P' title='进展' points='4'><state/><bands/></point>"
      "<point id='P2' title='及时' points='1'><late in='months'/><bands><row is='le' bound='3' points='1'/>"
      "</bands></point></task><task ref='2' points='3'><point id='Q' title='另一点' "
      "points='3'><none/><manual/>"
      "</point></task>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_task (sheet, A, 1, YS_COMPUTED, "5.000"); /* a point measures lateness, so no loss beside it */
}

static void
test_evidence (void)
{
  check_late (ITEM_1 ("state='done' completed='2020-12-31'", ""), NULL, "0.000", "0.000");
  check_late (ITEM_1 ("state='done' completed='2020-12-31'", CITED ("point='P'")), NULL, "0.000", "10.000");
  check_late (ITEM_1 ("state='not'", ""), NULL, "0.000", "-1.000"); /* a cap lifts nothing */
  {
    Round round = { .part1 = STATE_TASKS,
                    .submission = { GONE ITEM_1 ("state='done' completed='2020-12-31'", CITED ("")) } };
    g_autoptr (YsSheet) sheet = round_score (&round, YS_SCORE_DEFAULT);

    assert_task (sheet, A, 1, YS_COMPUTED, "0.000"); /* the file is not there */
  }
}

#define ASSESSORS \
  "<assessor id='A1' name='甲'/><assessor id='A2' name='乙'/><assessor id='L' name='组长' lead='true'/>"
#define ASSIGNED                                                                                      \
  "<assignment assessor='A1' task='1'/><assignment assessor='A2' task='1'/><assignment assessor='L' " \
  "task='1'/>"

static void
check_verdicts (const char *verdicts, const char *city, const char *computed, const char *decided)
{
  g_autofree char *review = g_strconcat (ASSESSORS "<unit ref='990101' state='scored'>", EVIDENCE, ASSIGNED,
                                         verdicts, city, "</unit>", NULL);
  Round round = { .part1 = STATE_TASKS,
                  .review = review,
                  .submission = { EVIDENCE ITEM_1 ("state='done' completed='2020-12-31'", CITED ("")) } };
  g_autoptr (YsSheet) sheet = round_score (&round, YS_SCORE_DEFAULT);

  assert_task (sheet, A, 1, YS_COMPUTED, computed);
  assert_task (sheet, A, 1, YS_DECIDED, decided);
}

static void
test_verdicts (void)
{
#define VERDICT(assessor, is) "<verdict citation='c1' assessor='" assessor "' is='" is "'/>"
  check_verdicts ("", "", "10.000", "10.000"); /* nobody judged it: it counts */
  check_verdicts (VERDICT ("A1", "insufficient"), "", "10.000", "0.000");
  check_verdicts (VERDICT ("A1", "mismatched"), "", "10.000", "0.000");
  check_verdicts (VERDICT ("A1", "sufficient") VERDICT ("A2", "insufficient"), "", "10.000",
                  "0.000"); /* the worst */
  check_verdicts (VERDICT ("A1", "mismatched") VERDICT ("L", "partial"), "", "10.000",
                  "10.000"); /* the lead's */
  check_verdicts (VERDICT ("A1", "mismatched"),
                  "<citation id='c2' evidence='" FILE_1 "' task='1' pages='2'/>", "10.000",
                  "10.000"); /* the city's own counts in all figures */
}

static void
test_pool (void)
{
  Round round = { .submission = { "" } };
  g_autoptr (YsSheet) sheet = NULL, empty = NULL;
  const YsSheetPart *first, *second;

  round.review = "<unit ref='990101' state='submitted'><claim task='1'>不涉及</claim><claim "
                 "task='2'>不涉及</claim></unit>";
  round.submission[0] = EVIDENCE "<item task='3' state='done' completed='2022-01-20'>" CITED ("") "</item>";
  round.part2 = "<task ref='3' points='2'><point id='R' title='第三点' points='2'><state/><bands>"
                "<row word='done' points='1'/></bands></point></task>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  first = g_ptr_array_index (ys_sheet_get_unit (sheet, A)->parts, 0);
  second = g_ptr_array_index (ys_sheet_get_unit (sheet, A)->parts, 1);
  assert_amount (first->points, "0.000");
  assert_amount (second->points, "10.000");
  assert_amount (second->share, "8.000");
  assert_amount (ys_sheet_get_unit (sheet, A)->base, "5.000"); /* 10 × 1/2 */
  round.submission[0] = "";
  empty = round_score (&round, YS_SCORE_FIGURE_COMPUTED);
  g_assert_true (ys_sheet_get_unit (empty, A)->no_content);
  g_assert_false (ys_sheet_get_unit (empty, A)->has_rank);
  assert_amount (ys_sheet_get_unit (empty, A)->base, "0.000");
}

static void
test_part_rounding (void)
{
  Round round = { .decimals = "2",
                  .submission = { EVIDENCE ITEM_1 ("state='done' completed='2020-12-31'", CITED ("")) } };
  g_autoptr (YsSheet) sheet = NULL;

  round.part1 = "<task ref='1' points='5'><point id='P' title='得分点' points='5'><state/><bands>"
                "<row word='done' points='1'/></bands></point></task><task ref='2' points='2'><point id='Q' "
                "title='另一点' "
                "points='2'><none/><manual/></point></task>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_amount (ys_sheet_get_unit (sheet, A)->base,
                 "1.430"); /* (8 + 2) × 1/7 = 1.4285…, part I-2 is not due */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/tasks/late", test_late);
  g_test_add_func ("/scoring/tasks/late-measured", test_late_measured);
  g_test_add_func ("/scoring/tasks/evidence", test_evidence);
  g_test_add_func ("/scoring/tasks/verdicts", test_verdicts);
  g_test_add_func ("/scoring/parts/pool", test_pool);
  g_test_add_func ("/scoring/parts/rounding", test_part_rounding);
  return g_test_run ();
}
