/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 11: the three figures; how assessors' scores are combined and when a point is decided. */
#include "round.h"

#define PART_1                                                                                         \
  "<task ref='1' points='5'><point id='P' title='评定' points='3'><none/><manual/></point>"          \
  "<point id='W' title='等第' points='2'><word/><bands><row word='好' points='2'/><row word='中' " \
  "permille='500'/>"                                                                                   \
  "</bands></point></task><task ref='2' points='3'><point id='Q' title='另一点' "                   \
  "points='3'><none/><manual/></point></task>"
#define ASSESSORS                                                                              \
  "<assessor id='A1' name='甲'/><assessor id='A2' name='乙'/><assessor id='A3' name='丙'/>" \
  "<assessor id='A4' name='丁'/><assessor id='A5' name='戊'/><assessor id='L' name='组长' lead='true'/>"
#define ASSIGN(id) "<assignment assessor='" id "' task='1'/>"
#define SCORE(id, points) \
  "<score assessor='" id "' point='P' points='" points "' computed='false'>理由</score>"
#define BEFORE_GRADES(combine, tolerance)                                                         \
  "<states done='1000' mostly='800' partly='500' not='0'/><late month='50' cap='300'/><evidence " \
  "without='0'/>"                                                                                 \
  "<review combine='" combine "' tolerance='" tolerance "'/>"

static YsSheet *
score (const char *before_grades, const char *content)
{
  g_autofree char *review =
      g_strconcat (ASSESSORS "<unit ref='990101' state='scored'>", content, "</unit>", NULL);
  Round round = { .part1 = PART_1, .before_grades = before_grades, .review = review, .submission = { "" } };

  return round_score (&round, YS_SCORE_DEFAULT);
}

static void
check_decided (const char *before_grades, const char *content, const char *expected)
{
  g_autoptr (YsSheet) sheet = score (before_grades, content);
  const YsSheetPoint *point = ys_sheet_unit_get_point (ys_sheet_get_unit (sheet, A), "P");

  if (expected == NULL)
    {
      g_assert_false (point->is_decided);
      assert_open (sheet, A, "P", YS_DECIDED, YS_OPEN_MANUAL); /* the computed figure is open too */
      return;
    }
  g_assert_true (point->is_decided);
  assert_point (sheet, A, "P", YS_DECIDED, expected);
  assert_open (sheet, A, "P", YS_DECIDED, YS_OPEN_NOT);
}

#define THREE ASSIGN ("A1") ASSIGN ("A2") ASSIGN ("A3")
#define FIVE THREE ASSIGN ("A4") ASSIGN ("A5")
#define SCORES_5 SCORE ("A1", "1") SCORE ("A2", "2") SCORE ("A3", "2.1") SCORE ("A4", "2.2") SCORE ("A5", "3")

static void
test_combining (void)
{
  const char *two = ASSIGN ("A1") ASSIGN ("A2") SCORE ("A1", "0.333") SCORE ("A2", "0.334");

  check_decided (BEFORE_GRADES ("mean", "100"), two, "0.334"); /* 0.3335 */
  check_decided (BEFORE_GRADES ("median", "100"), two, "0.334");
  check_decided (BEFORE_GRADES ("median", "1000"), FIVE SCORES_5, "2.100");
  check_decided (BEFORE_GRADES ("mean", "1000"), FIVE SCORES_5, "2.060");
  check_decided (BEFORE_GRADES ("trimmed", "1000"), FIVE SCORES_5, "2.100"); /* (2 + 2.1 + 2.2) / 3 */
  check_decided (BEFORE_GRADES ("trimmed", "1000"),
                 THREE SCORE ("A1", "1") SCORE ("A2", "2") SCORE ("A3", "2.1"), "1.700");
  check_decided (BEFORE_GRADES ("lead", "1000"),
                 ASSIGN ("A1") ASSIGN ("L") SCORE ("A1", "1") SCORE ("L", "2.5"), "2.500");
}

static void
test_tolerance (void)
{
  /* 100‰ of 3 points are 0.3 */
  check_decided (BEFORE_GRADES ("mean", "100"),
                 ASSIGN ("A1") ASSIGN ("A2") SCORE ("A1", "2") SCORE ("A2", "2.3"), "2.150");
  check_decided (BEFORE_GRADES ("mean", "100"),
                 ASSIGN ("A1") ASSIGN ("A2") SCORE ("A1", "2") SCORE ("A2", "2.301"), NULL);
  check_decided (BEFORE_GRADES ("trimmed", "100"), FIVE SCORES_5, "2.100"); /* 0.2 between those left */
}

static void
test_when_decided (void)
{
  check_decided (BEFORE_GRADES ("mean", "1000"), ASSIGN ("A1") ASSIGN ("A2") SCORE ("A1", "2"), NULL);
  check_decided (BEFORE_GRADES ("mean", "1000"),
                 ASSIGN ("A1") "<assignment assessor='A2' task='1' released='回避'/>" SCORE ("A1", "2")
                     SCORE ("A2", "0"),
                 "2.000");
  check_decided (BEFORE_GRADES ("mean", "1000"), "", NULL);
  check_decided (BEFORE_GRADES ("mean", "1000"),
                 ASSIGN ("A1") SCORE ("A1", "2") "<decision point='P' points='1.5'>复核</decision>", "1.500");
}

static void
test_words (void)
{
  g_autoptr (YsSheet) open = score (BEFORE_GRADES ("mean", "1000"), "");
  g_autoptr (YsSheet) assessed = score (
      BEFORE_GRADES ("mean", "1000"),
      ASSIGN ("A1") ASSIGN ("A2") "<score assessor='A1' point='W' word='好' computed='false'>理由</score>"
                                  "<score assessor='A2' point='W' word='中' computed='false'>理由</score>");
  g_autoptr (YsSheet) decided =
      score (BEFORE_GRADES ("mean", "1000"), "<decision point='W' word='中'>复核</decision>");

  assert_open (open, A, "W", YS_COMPUTED, YS_OPEN_WORD);
  assert_point (open, A, "W", YS_COMPUTED, "0.000");
  assert_point (assessed, A, "W", YS_DECIDED, "1.500"); /* 2 and 500‰ of 2 */
  assert_point (decided, A, "W", YS_DECIDED, "1.000");
}

static void
test_self (void)
{
  Round round = { .part1 = PART_1,
                  .submission = {
                      "<item task='1' state='not'><self point='P' points='2.5'>自评</self></item>" } };
  g_autoptr (YsSheet) sheet = round_score (&round, YS_SCORE_FIGURE_SELF);

  assert_point (sheet, A, "P", YS_SELF, "2.500");
  assert_open (sheet, A, "P", YS_SELF, YS_OPEN_NOT);
  assert_open (sheet, A, "W", YS_SELF, YS_OPEN_WORD);
  assert_point (sheet, A, "P", YS_DECIDED, "0.000");
  g_assert_cmpint (ys_sheet_get_unit (sheet, A)->figure, ==, YS_SELF);
}

static void
test_refused (void)
{
  Round round = { .part1 = PART_1,
                  .submission = {
                      "<item task='1' state='not'><self point='P' points='3.001'>多</self></item>" } };
  g_autoptr (YsFaults) faults = round_refuse (&round);

  g_assert_cmpint (ys_faults_get (faults, 0)->code, ==, YS_ERROR_FACTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/review/combining", test_combining);
  g_test_add_func ("/scoring/review/tolerance", test_tolerance);
  g_test_add_func ("/scoring/review/when-decided", test_when_decided);
  g_test_add_func ("/scoring/review/words", test_words);
  g_test_add_func ("/scoring/review/self", test_self);
  g_test_add_func ("/scoring/review/refused", test_refused);
  return g_test_run ();
}
