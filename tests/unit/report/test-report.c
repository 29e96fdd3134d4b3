/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports of a small round: words of figures, candidates struck out, opinions, and steps that add up to the total. */
#include <string.h>

#include "round.h"
#include "ys-chart-sheet.h"
#include "ys-folio-private.h"
#include "ys-report-private.h"

#define FILE_1 "1d679e2deb1c5402097b38e55192376301dfbf101ace65e7fb0b8f32cc6bcb11"

static const Round round_with_all = {
  .maximum = "100",
  .decimals = "2",
  .part1 = "<task ref='1' points='5'><point id='P' title='知晓率得分' points='5'><metric ref='M1'/>"
           "<bands><row is='ge' bound='95' points='5'/></bands></point></task>"
           "<task ref='2' points='3'><point id='Q' title='另一点' points='3'><none/><manual/></point></task>",
  .negative = "<item ref='N1.1'><flat amount='1.5'/></item><item ref='N1.2'/>"
              "<item ref='N2.1'><amount severity='S1' points='1'/><amount severity='S2' points='2'/></item>"
              "<item ref='N2.2'><amount severity='S1' points='0.25'/><amount severity='S2' points='3'/></item>",
  .submission = { "<evidence id='" FILE_1 "' title='调查报告' number='东办发〔2021〕7号' pages='9' size='100' "
                  "present='true'/>"
                  "<item task='1' state='done' completed='2020-12-01' person='李明'>"
                  "<effect>成效很好。</effect><figure metric='M1' year='2021' numerator='388' denominator='400' "
                  "source='委托调查'/><self point='P' points='4.125'>略低</self>"
                  "<citation id='c1' evidence='" FILE_1 "' point='P' pages='3-5 7' labels='1—3 5'/></item>",
                  "<item task='1' state='mostly'><figure metric='M1' year='2021' numerator='0' "
                  "denominator='0'/></item>" },
  .ledger = "<occurrence id='o1' unit='990101' title='市场火灾' date='2021-06-01' count='1' state='confirmed'>"
            "<tick item='N2.1' severity='S2'/><tick item='N2.2' severity='S1'/></occurrence>"
            "<occurrence id='o2' unit='990101' title='网络舆情' date='2021-07-01' count='1' state='suspected'>"
            "<tick item='N2.2' severity='S2'/></occurrence>",
  .thresholds = "<threshold unit='990101' item='N1.1' year='2021' numerator='380' denominator='400' source='统计局' "
                "by='city'/><threshold unit='990101' item='N1.2' year='2021' numerator='0' denominator='1000' "
                "source='公安局' by='city'/>",
};

/* The text of all pages, a line for each thing. */
static char *
text_of (YsReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint page = 0; page < report->folio->pages->len; page++)
    {
      const GPtrArray *things = g_ptr_array_index (report->folio->pages, page);

      for (guint i = 0; i < things->len; i++)
        {
          const YsFolioThing *thing = g_ptr_array_index (things, i);

          if (thing->kind == YS_FOLIO_THING_TEXT && thing->first == 0)
            g_string_append_printf (text, "%s\n", pango_layout_get_text (thing->layout));
        }
    }
  return g_string_free (text, FALSE);
}

static char *
report_text (YsReportKind kind, YsSheet *sheet, const char *unit, const YsReportOpinions *opinions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsReport) report = ys_report_new (kind, sheet, unit, opinions, &error);

  g_assert_no_error (error);
  return text_of (report);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
test_self_check (void)
{
  g_autoptr (YsSheet) sheet = round_score (&round_with_all, YS_SCORE_DEFAULT);
  g_autofree char *text = report_text (YS_REPORT_SELF_CHECK, sheet, A, NULL);

  assert_has (text, "县1考核自查报告\n");
  assert_has (text, "第1项　任务一\n");
  assert_has (text, "已完成（2020-12-01）\n");
  assert_has (text, "388/400\n97.00%\n≥95%\n委托调查\n"); /* 388 × 100 / 400 */
  assert_has (text, "调查报告（东办发〔2021〕7号）\n第3-5、7页（页码1—3 5）\n知晓率得分\n");
  assert_has (text, "工作成效：成效很好。\n");
  /* points, computed, own with the third decimal, nothing decided */
  assert_has (text, "知晓率得分\n5\n5.00\n4.125\n—\n");
  assert_has (text, "自评理由：略低");
  assert_has (text, "应出台文件\n已出台文件\n文号\n日期\n办法\n未填\n");
}

/* Nothing is not 0: a share of 0 of 0 can't be computed, what nobody gave is a dash. */
static void
test_nothing_is_not_zero (void)
{
  g_autoptr (YsSheet) sheet = round_score (&round_with_all, YS_SCORE_DEFAULT);
  g_autofree char *text = report_text (YS_REPORT_SELF_CHECK, sheet, B, NULL);

  assert_has (text, "0/0（无法计算）\n待补\n≥95%\n");
  assert_has (text, "知晓率得分\n5\n0.00\n—\n—\n");
  assert_has (text, "佐证材料：无。\n");
}

static void
test_negative (void)
{
  g_autoptr (YsSheet) sheet = round_score (&round_with_all, YS_SCORE_DEFAULT);
  g_autofree char *text = report_text (YS_REPORT_NEGATIVE, sheet, A, NULL);

  assert_has (text, "N1.1 满意度\n≥96%\n95.00%\n380/400\n统计局\n未达到");
  assert_has (text, "1．市场火灾\n");
  assert_has (text, "N2.1 重大事故\n重大\n−2.00\n−2.00\n");
  assert_has (text, "N2.2 群体事件\n较大\n−0.25\n—\n"); /* the smaller one does not count */
  assert_has (text, "2．网络舆情\n");
  assert_has (text, "N2.2 群体事件\n重大\n−3.00\n—\n计入扣分\n0.00\n"); /* suspected */
  assert_has (text, "扣3.50分"); /* 1.5 and 2 */
}

static void
test_warning (void)
{
  g_autoptr (YsSheet) sheet = round_score (&round_with_all, YS_SCORE_DEFAULT);
  g_autofree char *one = ys_report_warning (sheet, ys_sheet_get_unit (sheet, A));
  g_autofree char *all = ys_report_warning (sheet, NULL);

  /* A: Q waits for an assessor, task 3 is not due yet; B: Q, P without a figure, and no thresholds */
  g_assert_cmpstr (one, ==, "示范标准，得分仅供演练；1个得分点待定；1起情形待核实，未计入");
  g_assert_cmpstr (all, ==, "示范标准，得分仅供演练；3个得分点待定；2项阈值待补；1起情形待核实，未计入");
}

static void
test_city (void)
{
  g_autoptr (YsSheet) sheet = round_score (&round_with_all, YS_SCORE_FIGURE_COMPUTED);
  g_autofree char *text = report_text (YS_REPORT_CITY, sheet, NULL, NULL);
  const YsSheetUnit *first = ys_sheet_get_unit (sheet, A);
  g_autofree char *total = ys_points_to_display (first->total);

  assert_has (text, "已收到2个县区的自查申报，2个已排名");
  assert_has (text, total);
  assert_has (text, "尚未收到自查申报的：县3、县4。");
  assert_has (text, "县1\n市场火灾\nN2.1\n−2.00\n");
  assert_has (text, "县1\n扣分合计\n−3.50\n");
}

static void
test_opinions (void)
{
  const YsReportOpinion opinions[] = {
    { .subject = "县1 第1项 任务一", .verdict = "不同意", .has_points = TRUE, .points = 3500, .reason = "佐证过期",
      .answer = "已补充", .by = "王审", .at = "2022-02-01" },
    { .subject = "县1", .verdict = "同意" },
  };
  const YsReportOpinions given = { .office = "省委政法委",
                                   .stage = "初审",
                                   .conclusion = "整改后通过",
                                   .conclusion_reason = "完成整改。",
                                   .conclusion_by = "王审",
                                   .opinions = opinions,
                                   .n_opinions = 2 };
  g_autoptr (YsSheet) sheet = round_score (&round_with_all, YS_SCORE_DEFAULT);
  g_autofree char *text = report_text (YS_REPORT_OPINION, sheet, A, &given);
  g_autofree char *none = report_text (YS_REPORT_OPINION, sheet, NULL, NULL);

  assert_has (text, "省委政法委对县1初审，提出意见2条：同意1条，质询0条，不同意1条。");
  assert_has (text, "县1 第1项 任务一\n不同意\n3.50\n佐证过期\n答复：已补充\n王审\n2022-02-01\n");
  assert_has (text, "初审结论：整改后通过。\n完成整改。\n");
  assert_has (none, "尚未提出意见");
  assert_has (none, "尚未作出");
}

static void
test_unknown_unit (void)
{
  g_autoptr (YsSheet) sheet = round_score (&round_with_all, YS_SCORE_DEFAULT);
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_report_new (YS_REPORT_SELF_CHECK, sheet, C, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_NOT_FOUND);
}

/* From the base to the total, whatever caps, the maximum and the floor do between. */
static void
check_steps (const Round *round)
{
  g_autoptr (YsSheet) sheet = round_score (round, YS_SCORE_DEFAULT);
  const YsSheetUnit *unit = ys_sheet_get_unit (sheet, A);
  g_autoptr (GArray) steps = ys_chart_steps_from_sheet (sheet, unit);
  YsPoints at = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const YsChartStep *step = &g_array_index (steps, YsChartStep, i);

      if (i == 0)
        g_assert_cmpint (step->amount, ==, unit->base);
      if (i + 1 == steps->len)
        g_assert_cmpint (at, ==, unit->total);
      at = step->is_sum ? step->amount : at + step->amount;
    }
  g_assert_cmpint (at, ==, unit->total);
}

static void
test_steps (void)
{
  Round round = round_with_all;

  check_steps (&round);
  round.negative_cap = "1"; /* 3.5 held to 1 */
  check_steps (&round);
  round.negative_cap = NULL;
  round.maximum = "1"; /* below what is earned; 3.5 off leaves nothing */
  round.grades = "<grade id='A' name='优秀' from='0.5'/><grade id='C' name='不合格' from='0'/>";
  check_steps (&round);
}

static void
test_numerals (void)
{
  const struct
  {
    guint number;
    const char *text;
  } known[] = { { 1, "一" }, { 10, "十" }, { 11, "十一" }, { 17, "十七" }, { 20, "二十" }, { 35, "三十五" } };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *text = ys_report_numeral (known[i].number);

      g_assert_cmpstr (text, ==, known[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/report/self-check", test_self_check);
  g_test_add_func ("/report/report/nothing", test_nothing_is_not_zero);
  g_test_add_func ("/report/report/negative", test_negative);
  g_test_add_func ("/report/report/warning", test_warning);
  g_test_add_func ("/report/report/city", test_city);
  g_test_add_func ("/report/report/opinions", test_opinions);
  g_test_add_func ("/report/report/unknown-unit", test_unknown_unit);
  g_test_add_func ("/report/report/steps", test_steps);
  g_test_add_func ("/report/report/numerals", test_numerals);
  return g_test_run ();
}
