/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 10: bonus, total, grades and their places, ranks with ties, and the range. */
#include "round.h"

#define ALL_EVIDENCE                                                                           \
  "<states done='1000' mostly='800' partly='500' not='0'/><late month='0' cap='0'/><evidence " \
  "without='1000'/>"                                                                           \
  "<review combine='mean' tolerance='100'/>"
#define MET(unit)                                                                                \
  "<threshold unit='" unit "' item='N1.1' year='2021' value='97' source='统计局' by='city'/>" \
  "<threshold unit='" unit "' item='N1.2' year='2021' value='0' source='统计局' by='city'/>"
#define FIGURE(value) "<item task='1' state='not'><figure metric='M1' year='2021' value='" value "'/></item>"
#define DIRECT                                                                                        \
  "<task ref='1' points='5'><point id='P' title='得分点' points='5'><metric ref='M1'/><line><low " \
  "points='0' bound='0'/>"                                                                            \
  "<high points='5' bound='100'/></line></point></task>"                                              \
  "<task ref='2' points='3'><point id='Q' title='另一点' points='3' "                              \
  "groups='G2'><none/><manual/></point></task>"

/* Base and total of a unit are a tenth of the figure: parts I-2 and task 2 do not count. */
static Round
direct_round (const char *a, const char *b, const char *c, const char *d)
{
  return (Round){ .before_grades = ALL_EVIDENCE,
                  .part1 = DIRECT,
                  .submission = { a, b, c, d },
                  .thresholds = MET (A) MET (B) MET (C) MET (D) };
}

static void
assert_rank (YsSheet *sheet, const char *unit, guint rank, guint grade)
{
  const YsSheetUnit *found = ys_sheet_get_unit (sheet, unit);

  g_assert_true (found->has_rank);
  g_assert_cmpuint (found->rank, ==, rank);
  g_assert_cmpuint (found->grade, ==, grade);
}

static void
test_ranks (void)
{
  Round round = direct_round (FIGURE ("90"), FIGURE ("80"), FIGURE ("80"), FIGURE ("70"));
  g_autoptr (YsSheet) sheet = round_score (&round, YS_SCORE_FIGURE_COMPUTED), unscored = NULL;

  assert_amount (ys_sheet_get_unit (sheet, A)->total, "9.000");
  assert_rank (sheet, A, 1, 0);
  assert_rank (sheet, B, 2, 0);
  assert_rank (sheet, C, 2, 0);
  assert_rank (sheet, D, 4, 1);
  round.review = "<unit ref='990102' state='scored'/><unit ref='990104' state='accepted'/>";
  unscored = round_score (&round, YS_SCORE_DEFAULT);
  assert_rank (unscored, B, 1, 0); /* undecided: it stands at the computed score */
  g_assert_false (ys_sheet_get_unit (unscored, A)->has_rank);
  g_assert_nonnull (ys_sheet_get_unit (unscored, D)->no_rank_reason);
  g_assert_cmpstr (((YsSheetUnit *)g_ptr_array_index (unscored->units, 0))->unit->id, ==, B);
}

static void
test_ties_by_deduction_and_base (void)
{
  Round round = direct_round (FIGURE ("80"), FIGURE ("90"), FIGURE ("80"), NULL);
  g_autoptr (YsSheet) sheet = NULL;

  round.negative =
      "<item ref='N1.1'><flat amount='1'/></item><item ref='N1.2'/>"
      "<item ref='N2.1'><amount severity='S1' points='0'/><amount severity='S2' points='0'/></item>"
      "<item ref='N2.2'><amount severity='S1' points='0'/><amount severity='S2' points='0'/></item>";
  round.thresholds = MET (A)
      MET (C) "<threshold unit='990102' item='N1.1' year='2021' value='90' source='统计局' by='city'/>";
  round.second_group = C;
  sheet = round_score (&round, YS_SCORE_FIGURE_COMPUTED);
  assert_amount (ys_sheet_get_unit (sheet, B)->total, "8.000"); /* 9 − 1 */
  assert_rank (sheet, A, 1, 0);
  assert_rank (sheet, B, 2, 0);
  g_assert_cmpuint (ys_sheet_get_unit (sheet, C)->rank, ==, 1); /* alone in its group */
}

static void
test_veto_last (void)
{
  Round round = direct_round (FIGURE ("90"), FIGURE ("20"), NULL, NULL);
  g_autoptr (YsSheet) sheet = NULL;

  round.total = "<gate grade='C' is='ge' bound='90'><metric ref='M1'/></gate>";
  sheet = round_score (&round, YS_SCORE_FIGURE_COMPUTED);
  assert_rank (sheet, B, 1, 2);
  assert_rank (sheet, A, 2, 2);
  g_assert_true (ys_sheet_get_unit (sheet, A)->vetoed);
}

#define GRADES(places)                                                                               \
  "<grade id='A' name='优秀' from='8' " places "/><grade id='B' name='合格' from='5' places='1'/>" \
  "<grade id='C' name='不合格' from='0'/>"

static void
test_places (void)
{
  Round round = direct_round (FIGURE ("95"), FIGURE ("90"), FIGURE ("90"), FIGURE ("85"));
  g_autoptr (YsSheet) two = NULL, half = NULL;

  /* two places: the two of rank 2 do not both fit, so they and the fourth take B, where none of two fits
   * either */
  round.grades = GRADES ("places='2'");
  two = round_score (&round, YS_SCORE_FIGURE_COMPUTED);
  assert_rank (two, A, 1, 0);
  assert_rank (two, B, 2, 2);
  assert_rank (two, C, 2, 2);
  assert_rank (two, D, 4, 2);
  /* 400‰ of four units: 1.6, so one; all others compete for the one place of B */
  round.grades = GRADES ("places-permille='400'");
  round.submission[2] = FIGURE ("86");
  half = round_score (&round, YS_SCORE_FIGURE_COMPUTED);
  assert_rank (half, A, 1, 0);
  assert_rank (half, B, 2, 1);
  assert_rank (half, C, 3, 2);
  assert_rank (half, D, 4, 2);
}

#define BONUS_RECORD(id, attributes) \
  "<record id='" id "' unit='990101' clause='X1' title='案例' count='1' state='suspected' " attributes "/>"

static void
test_bonus (void)
{
  Round round = direct_round (FIGURE ("50"), NULL, NULL, NULL);
  g_autoptr (YsSheet) sheet = NULL, full = NULL;

  round.bonus = "<point id='B1' title='亮点' most='3'><records/><steps start='0'>"
                "<record id='X1' title='典型案例' act='give' amount='2'/></steps></point>"
                "<point id='B2' title='产值' most='4'><metric ref='M4'/><steps start='0'><step act='give' "
                "amount='1' by='1' "
                "in='unit' partial='full' side='above' bound='0'/></steps></point>";
  round.bonus_cap = "4";
  round.ledger = BONUS_RECORD ("r1", "selected='true'") BONUS_RECORD ("r2", "");
  sheet = round_score (&round, YS_SCORE_FIGURE_COMPUTED);
  assert_amount (ys_sheet_get_unit (sheet, A)->bonus, "2.000"); /* selected without date or confirmation */
  assert_amount (ys_sheet_get_unit (sheet, A)->total, "7.000");
  assert_amount (ys_sheet_get_unit (sheet, A)->high,
                 "9.000"); /* B2 lacks its figure: at most 4, together 4 */
  g_assert_cmpuint (ys_sheet_get_unit (sheet, A)->open_points, ==, 1);
  round.submission[0] = "<item task='1' state='not'><figure metric='M1' year='2021' value='90'/>"
                        "<figure metric='M4' year='2021' numerator='9'/></item>";
  round.ledger = BONUS_RECORD ("r1", "selected='true'") BONUS_RECORD ("r2", "selected='true'");
  full = round_score (&round, YS_SCORE_FIGURE_COMPUTED);
  assert_amount (ys_sheet_get_unit (full, A)->bonus, "4.000");  /* 3 + 4, up to 4 */
  assert_amount (ys_sheet_get_unit (full, A)->total, "10.000"); /* not above the maximum */
}

static void
test_range (void)
{
  Round round = { .before_grades = ALL_EVIDENCE, .submission = { "" } };
  g_autoptr (YsSheet) sheet = NULL;
  const YsSheetUnit *unit;

  round.part1 =
      "<task ref='1' points='5'><point id='P' title='得分点' points='5' least='-1'><metric ref='M1'/><bands>"
      "<row is='reported' points='5'/></bands></point></task>"
      "<task ref='2' points='5'><point id='Q' title='通报' points='5' least='0'><records/><steps start='5'>"
      "<record id='C1' title='通报' act='take' amount='0.5' to='2'/></steps></point></task>";
  round.negative =
      "<item ref='N1.1'><flat amount='1'/></item><item ref='N1.2'/>"
      "<item ref='N2.1'><amount severity='S1' points='3'/><amount severity='S2' points='3'/></item>"
      "<item ref='N2.2'><amount severity='S1' points='0'/><amount severity='S2' points='0'/></item>";
  round.ledger = "<occurrence id='o1' unit='990101' title='事' count='1' state='suspected'><tick "
                 "item='N2.1'/></occurrence>"
                 "<record id='r1' unit='990101' clause='C1' title='通报' date='2021-05-01' count='1' "
                 "state='confirmed'/>";
  sheet = round_score (&round, YS_SCORE_FIGURE_COMPUTED);
  unit = ys_sheet_get_unit (sheet, A);
  g_assert_cmpuint (unit->open_points, ==, 2);
  /* parts of 10 points over 10 task points: −1 + (5 − 2) = 2, less 1 for the missing figure of N1.1 */
  assert_amount (unit->total, "1.000");
  assert_amount (unit->low, "1.000");
  assert_amount (unit->high, "9.500"); /* 5 + 4.5, the threshold met */
}

static void
test_range_of_lateness (void)
{
  Round round = { .submission = { "" } };
  g_autoptr (YsSheet) sheet = NULL;

  round.part1 = DIRECT;
  round.submission[0] = "<item task='1' state='done'><figure metric='M1' year='2021' value='100'/></item>";
  round.before_grades = "<states done='1000' mostly='800' partly='500' not='0'/><late month='50' cap='300'/>"
                        "<evidence without='1000'/><review combine='mean' tolerance='100'/>";
  round.thresholds = MET (A);
  sheet = round_score (&round, YS_SCORE_FIGURE_COMPUTED);
  assert_amount (ys_sheet_get_unit (sheet, A)->total,
                 "7.000"); /* done without a date: as on the closing date */
  assert_amount (ys_sheet_get_unit (sheet, A)->low, "7.000");
  assert_amount (ys_sheet_get_unit (sheet, A)->high, "10.000");
}

static void
test_order_of_facts (void)
{
  Round round = direct_round (FIGURE ("90"), FIGURE ("80"), FIGURE ("70"), NULL);
  g_autoptr (YsSheet) sheet = round_score (&round, YS_SCORE_FIGURE_COMPUTED);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsSheet) turned = NULL;
  GPtrArray *submissions = sheet->facts->submissions;
  gpointer first = submissions->pdata[0];

  submissions->pdata[0] = submissions->pdata[2];
  submissions->pdata[2] = first;
  turned = ys_score (sheet->standard, sheet->facts, YS_SCORE_FIGURE_COMPUTED, faults);
  for (guint i = 0; i < 3; i++)
    {
      const YsSheetUnit *one = g_ptr_array_index (sheet->units, i),
                        *other = g_ptr_array_index (turned->units, i);

      g_assert_cmpstr (one->unit->id, ==, other->unit->id);
      g_assert_cmpint (one->total, ==, other->total);
      g_assert_cmpuint (one->rank, ==, other->rank);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/total/ranks", test_ranks);
  g_test_add_func ("/scoring/total/ties", test_ties_by_deduction_and_base);
  g_test_add_func ("/scoring/total/veto-last", test_veto_last);
  g_test_add_func ("/scoring/total/places", test_places);
  g_test_add_func ("/scoring/total/bonus", test_bonus);
  g_test_add_func ("/scoring/total/range", test_range);
  g_test_add_func ("/scoring/total/range-lateness", test_range_of_lateness);
  g_test_add_func ("/scoring/total/order-of-facts", test_order_of_facts);
  return g_test_run ();
}
