/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules 2 and 3: measures, bounds, bands, lines and steps; each figure worked by hand, the table of the rules
 * among them. */
#include "round.h"

#define METRIC_1(figure) "<item task='1' state='not'><figure metric='M1' year='2021' " figure "/></item>"
#define METRIC_2(figure) "<item task='1' state='not'><figure metric='M2' year='2021' " figure "/></item>"
#define METRIC_4(figure) "<item task='1' state='not'><figure metric='M4' year='2021' " figure "/></item>"
#define POINT_5(content) "<point id='P' title='得分点' points='5'>" content "</point>"

static void
test_bands (void)
{
  const char *point = POINT_5 ("<metric ref='M1'/><bands><row is='ge' bound='98' points='5'/>"
                               "<row is='ge' bound='95' points='3'/></bands>");

  assert_scored (point, METRIC_1 ("numerator='388' denominator='400'"),
                 "3.000"); /* 38,800 >= 38,000, < 39,200 */
  assert_scored (point, METRIC_1 ("numerator='392' denominator='400'"), "5.000"); /* exactly 98% */
  assert_scored (point, METRIC_1 ("numerator='379' denominator='400'"), "0.000"); /* 94.75% */
  assert_scored (point, METRIC_1 ("numerator='0' denominator='400'"), "0.000");
  assert_scored (point, METRIC_1 ("value='97.9999'"), "3.000");
  assert_scored (point, METRIC_1 ("numerator='5' denominator='0'"), "0.000"); /* missing */
  assert_scored (POINT_5 ("<metric ref='M1'/><bands><row is='eq' bound='33.3333' points='2'/>"
                          "<row is='reported' permille='333'/></bands>"),
                 METRIC_1 ("numerator='1' denominator='3'"), "1.665"); /* a third is not 33.3333; 5 × 333‰ */
}

static void
test_words (void)
{
  const char *point = POINT_5 ("<state/><bands/>");
  const char *document = POINT_5 ("<document ref='D1'/><bands><row word='proven' points='5'/>"
                                  "<row word='recorded' points='2'/></bands>");
  const char *evidence =
      "<evidence id='0000000000000000000000000000000000000000000000000000000000000001' title='佐证' "
      "pages='3' size='10' present='true'/>";
  g_autofree char *proven = g_strconcat (
      evidence,
      "<item task='1' state='not'><document ref='D1' title='办法' number='〔2021〕1号' date='2021-03-01'/>"
      "<citation id='c1' evidence='0000000000000000000000000000000000000000000000000000000000000001' "
      "point='P' "
      "pages='1'/></item>",
      NULL);
  g_autofree char *untied = g_strconcat (
      evidence,
      "<item task='1' state='not'><document ref='D1' title='办法' number='〔2021〕1号' date='2021-03-01'/>"
      "<citation id='c1' evidence='0000000000000000000000000000000000000000000000000000000000000001' "
      "pages='1'/>"
      "</item>",
      NULL);
  g_autofree char *unnumbered =
      g_strconcat (evidence,
                   "<item task='1' state='not'><document ref='D1' unnumbered='true' issuer='县委'/>"
                   "<citation id='c1' "
                   "evidence='0000000000000000000000000000000000000000000000000000000000000001' point='P' "
                   "pages='1'/></item>",
                   NULL);

  assert_scored (point, "<item task='1' state='done' completed='2022-01-25'/>", "5.000");
  assert_scored (point, "<item task='1' state='done' completed='2022-01-26'/>",
                 "4.000"); /* after closing: mostly */
  assert_scored (point, "<item task='1' state='done'/>", "4.000");
  assert_scored (point, "<item task='1' state='partly'/>", "2.500");
  assert_scored (point, "<item task='1' state='na'><na-reason>无</na-reason></item>", "0.000");
  assert_scored (point, "", "0.000");
  assert_scored (document, proven, "5.000");
  assert_scored (document, untied, "2.000"); /* the citation is not tied to this point */
  assert_scored (document, unnumbered, "5.000");
  assert_scored (document, "", "0.000");
}

static void
test_line (void)
{
  const char *line = "<point id='P' title='得分点' points='5' most='7'><metric ref='M1'/><line>"
                     "<low points='0' bound='90'/><high points='7' bound='100'/></line></point>";

  assert_scored (line, METRIC_1 ("numerator='133' denominator='141'"), "3.028");
  assert_scored (line, METRIC_1 ("value='100'"), "7.000");
  assert_scored (line, METRIC_1 ("value='90'"), "0.000");
  assert_scored (line, METRIC_1 ("value='89.9'"), "0.000");
  assert_scored (line, METRIC_1 ("value='101'"), "7.000");
  /* falling: 100 gives 0, 50 gives 5; 60 is four fifths of the way */
  assert_scored (
      POINT_5 ("<metric ref='M2'/><line><low points='0' bound='100'/><high points='5' bound='50'/></line>"),
      METRIC_2 ("value='60'"), "4.000");
}

static void
test_steps (void)
{
#define ABOVE_70(partial)                                                          \
  "<point id='P' title='得分点' points='5'><metric ref='M2'/><steps start='3'>" \
  "<step act='take' amount='0.5' by='1' in='unit' partial='" partial               \
  "' side='above' bound='70'/></steps></point>"
  assert_scored (ABOVE_70 ("started"), METRIC_2 ("value='73.4'"), "1.000");
  assert_scored (ABOVE_70 ("full"), METRIC_2 ("value='73.4'"), "1.500");
  assert_scored (ABOVE_70 ("exact"), METRIC_2 ("value='73.4'"), "1.300");
  assert_scored (ABOVE_70 ("started"), METRIC_2 ("value='73'"), "1.500"); /* exactly three steps are three */
  assert_scored (ABOVE_70 ("started"), METRIC_2 ("value='70'"), "3.000");
  assert_scored (ABOVE_70 ("started"), METRIC_2 ("value='90'"), "0.000"); /* held at least 0 */
  /* once, with a cap that holds it: 5 − min (2, 1.5) */
  assert_scored (
      POINT_5 ("<metric ref='M1'/><steps start='5'><once act='take' amount='2' side='below' bound='95' "
               "cap='1.5'/></steps>"),
      METRIC_1 ("value='94'"), "3.500");
  /* 10 below 100 in steps of 4% of the bound: 2.5 steps, started 3 */
  assert_scored (
      POINT_5 ("<metric ref='M1'/><steps start='5'><step act='take' amount='1' by='4' in='percent' "
               "partial='started' side='below' bound='100'/></steps>"),
      METRIC_1 ("value='90'"), "2.000");
}

static void
test_growth (void)
{
#define GROWTH(partial)                                                                                   \
  "<point id='P' title='得分点' points='5' most='25'><metric ref='M4' as='growth'/><steps start='15'>" \
  "<step act='take' amount='7.5' by='1' in='unit' partial='" partial "' side='below' bound='0'/>"         \
  "<step act='give' amount='1' by='1' in='unit' partial='" partial                                        \
  "' side='above' bound='0'/></steps></point>"
  const char *fallen = "<item task='1' state='not'><figure metric='M4' year='2021' numerator='1231'/>"
                       "<figure metric='M4' year='2020' numerator='1250'/></item>";
  const char *risen = "<item task='1' state='not'><figure metric='M4' year='2021' numerator='1300'/>"
                      "<figure metric='M4' year='2020' numerator='1250'/></item>";
  const char *from_zero = "<item task='1' state='not'><figure metric='M4' year='2021' numerator='1231'/>"
                          "<figure metric='M4' year='2020' numerator='0'/></item>";

  assert_scored (GROWTH ("started"), fallen, "0.000"); /* −1.52%: two steps begun */
  assert_scored (GROWTH ("full"), fallen, "7.500");
  assert_scored (GROWTH ("exact"), fallen, "3.600");
  assert_scored (GROWTH ("exact"), risen, "19.000"); /* 4% */
  assert_scored (GROWTH ("exact"), from_zero, "0.000");
  /* a third: 100 × 1 / 3 is rounded to 33.3333, so it is not above 33.3333 */
  assert_scored (
      POINT_5 ("<metric ref='M4' as='growth'/><bands><row is='gt' bound='33.3333' points='5'/></bands>"),
      "<item task='1' state='not'><figure metric='M4' year='2021' numerator='4'/>"
      "<figure metric='M4' year='2020' numerator='3'/></item>",
      "0.000");
}

static void
test_own_before_late (void)
{
  Round round = { .submission = { METRIC_1 ("value='96'") },
                  .assessment = "<target unit='990101' metric='M1' of='value' value='97'/>" };
  g_autoptr (YsSheet) sheet = NULL;

  round.part1 =
      "<task ref='1' points='5'>"
      "<point id='P' title='得分点' points='2'><metric ref='M1'/><bands><row is='ge' bound='own' plus='-1' "
      "points='2'/></bands></point>"
      "<point id='P2' title='得分点' points='2'><metric ref='M1'/><bands><row is='ge' bound='before' "
      "points='2'/></bands></point>"
      "<point id='P3' title='得分点' points='1'><late in='days'/><bands><row is='ge' bound='390' points='1'/>"
      "</bands></point></task><task ref='2' points='3'><point id='Q' title='另一点' "
      "points='3'><none/><manual/>"
      "</point></task>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_point (sheet, A, "P", YS_COMPUTED, "2.000"); /* 96 >= 97 − 1 */
  assert_point (sheet, A, "P2", YS_COMPUTED, "0.000");
  assert_open (sheet, A, "P2", YS_COMPUTED, YS_OPEN_BOUND);
  assert_point (sheet, A, "P3", YS_COMPUTED, "1.000"); /* 2020-12-31 to 2022-01-25: 390 days */
}

static void
test_group_bounds (void)
{
  Round round = { .submission = { METRIC_2 ("value='38.9'"), METRIC_2 ("value='41.2'"),
                                  METRIC_2 ("value='44.4'") } };
  g_autoptr (YsSheet) sheet = NULL, alone = NULL;

#define BELOW_MEAN(id, partial)                                                                  \
  "<point id='" id "' title='得分点' points='1' most='2'><metric ref='M2'/><steps start='2'>" \
  "<step act='take' amount='0.1' by='1' in='unit' partial='" partial                             \
  "' side='below' bound='mean'/></steps></point>"
  round.part1 = "<task ref='1' points='5'>" BELOW_MEAN ("P", "started") BELOW_MEAN (
      "P2", "exact") "<point id='P3' title='名次' points='3'><metric ref='M2' as='place'/><bands><row "
                     "is='le' bound='1' "
                     "points='3'/><row is='le' bound='2' points='1'/></bands></point></task>"
                     "<task ref='2' points='3'><point id='Q' title='内插' points='3' most='10'><metric "
                     "ref='M2'/><line>"
                     "<low points='6' bound='worst'/><high points='10' bound='best'/></line></point></task>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_point (sheet, A, "P", YS_COMPUTED, "1.700"); /* mean 41.5, 2.6 short: three steps begun */
  assert_point (sheet, A, "P2", YS_COMPUTED, "1.740");
  assert_point (sheet, A, "P3", YS_COMPUTED, "3.000"); /* lower is better */
  assert_point (sheet, B, "P3", YS_COMPUTED, "1.000");
  assert_point (sheet, C, "P3", YS_COMPUTED, "0.000");
  assert_point (sheet, A, "Q", YS_COMPUTED, "10.000");
  assert_point (sheet, B, "Q", YS_COMPUTED, "8.327"); /* 6 + 4 × 3.2/5.5 = 8.32727… */
  assert_point (sheet, C, "Q", YS_COMPUTED, "6.000");
  round.submission[1] = round.submission[2] = NULL;
  alone = round_score (&round, YS_SCORE_DEFAULT);
  assert_open (alone, A, "P", YS_COMPUTED, YS_OPEN_GROUP);
  assert_open (alone, A, "P3", YS_COMPUTED, YS_OPEN_GROUP);
  assert_point (alone, A, "Q", YS_COMPUTED, "0.000");
}

static void
test_line_between_ends (void)
{
  Round round = { .submission = { METRIC_1 ("value='7.4'"), METRIC_1 ("value='5.1'"),
                                  METRIC_1 ("value='9.8'") } };
  g_autoptr (YsSheet) sheet = NULL;

  round.part1 =
      "<task ref='1' points='5'><point id='P' title='内插' points='5' most='10'><metric ref='M1'/><line>"
      "<low points='6' bound='worst'/><high points='10' bound='best'/></line></point></task>"
      "<task ref='2' points='3'><point id='Q' title='另一点' points='3'><none/><manual/></point></task>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_point (sheet, A, "P", YS_COMPUTED, "7.957");
}

#define RECORD(id, clause, attributes)                                                                     \
  "<record id='" id "' unit='990101' clause='" clause "' title='记录" id "' date='2021-05-01' " attributes \
  "/>"

static void
test_records (void)
{
  Round round = { .submission = { "" } };
  g_autoptr (YsSheet) sheet = NULL;

  round.part1 =
      "<task ref='1' points='5'><point id='P' title='得分点' points='5' least='-2' highest-only='true'>"
      "<records/><steps start='5'><record id='C1' title='通报' act='take' amount='1'/>"
      "<record id='C2' title='曝光' act='take' amount='0.5' to='2'/></steps></point></task>"
      "<task ref='2' points='3'><point id='Q' title='次数' points='3'><records id='C3' title='表彰'/><bands>"
      "<row is='ge' bound='2' points='3'/></bands></point></task>";
  round.ledger =
      RECORD ("r1", "C1", "count='1' matter='甲' factors='F1' state='confirmed'") /* 2, displaces r2 */
      RECORD ("r2", "C1", "count='1' matter='甲' state='confirmed'")              /* 1, the same matter */
      RECORD ("r3", "C1", "count='1' state='suspected'")                          /* counts nowhere */
      RECORD ("r4", "C2", "count='1' matter='乙' state='confirmed'")              /* unsettled: 2 */
      RECORD ("r5", "C3",
              "count='2' state='confirmed'") "<record id='r6' unit='990101' clause='C1' title='去年' "
                                             "date='2020-12-31' count='1' state='confirmed'/>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_point (sheet, A, "P", YS_COMPUTED, "1.000"); /* 5 − 2 − 2 */
  assert_open (sheet, A, "P", YS_COMPUTED, YS_OPEN_AMOUNT);
  assert_point (sheet, A, "Q", YS_COMPUTED, "3.000");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/rules/bands", test_bands);
  g_test_add_func ("/scoring/rules/words", test_words);
  g_test_add_func ("/scoring/rules/line", test_line);
  g_test_add_func ("/scoring/rules/steps", test_steps);
  g_test_add_func ("/scoring/rules/growth", test_growth);
  g_test_add_func ("/scoring/rules/own-before-late", test_own_before_late);
  g_test_add_func ("/scoring/rules/group-bounds", test_group_bounds);
  g_test_add_func ("/scoring/rules/line-between-ends", test_line_between_ends);
  g_test_add_func ("/scoring/rules/records", test_records);
  return g_test_run ();
}
