/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the documents of a small round from the pieces a test gives, reads them and scores them.
 * The catalogue is always the same; its figures are easy to work by hand. */
#include "round.h"

#include <string.h>

#include "ys-catalogue-xml.h"
#include "ys-facts-xml.h"

static const char catalogue_text[] =
    "<catalogue format='1' id='c' version='1' title='考核目录' plan='文号' issued='2020-05-05'>"
    "<tasks><part id='I-1' name='第一部分'><heading id='II-1' name='二级'><heading id='III-1' name='三级'>"
    "<task id='1' title='任务一' due='2020-12-31' counties='true'><requirement>要求</requirement>"
    "<lead>牵头单位</lead><responsible>各县区</responsible><document id='D1' title='办法' "
    "by='county'/></task>"
    "<task id='2' title='任务二' due='2021-12-31' counties='true'><requirement>要求</requirement>"
    "<lead>牵头单位</lead><responsible>各县区</responsible></task></heading></heading></part>"
    "<part id='I-2' name='第二部分'><heading id='II-2' name='二级'><heading id='III-2' name='三级'>"
    "<task id='3' title='任务三' due='2022-06-30' counties='true'><requirement>要求</requirement>"
    "<lead>牵头单位</lead><responsible>各县区</responsible></task></heading></heading></part></tasks>"
    "<metrics>"
    "<metric id='M1' task='1' name='知晓率' comparator='ge' target='95' unit='percent' better='high' "
    "answered-by='county'/>"
    "<metric id='M2' task='1' name='发案率' comparator='le' target='70' unit='per10k' better='low' "
    "answered-by='county'/>"
    "<metric id='M3' task='1' name='案件数' comparator='falling' unit='count' better='low' "
    "answered-by='county'/>"
    "<metric id='M4' task='1' name='产值' comparator='report' unit='count' better='high' "
    "answered-by='county'/>"
    "</metrics><negative>"
    "<group id='N1' name='阈值'><item id='N1.1' kind='threshold' name='满意度' comparator='ge' target='96' "
    "unit='percent'/><item id='N1.2' kind='threshold' name='命案率' comparator='le' target='1' "
    "unit='per100k'/>"
    "</group><group id='N2' name='事件'><item id='N2.1' kind='event' name='重大事故'/>"
    "<item id='N2.2' kind='event' name='群体事件'/></group></negative></catalogue>";

static const char *
or_text (const char *text, const char *otherwise)
{
  return text != NULL ? text : otherwise;
}

static const char plain_part1[] =
    "<task ref='1' points='5'><point id='P' title='得分点' points='5'><none/><manual/>"
    "</point></task><task ref='2' points='3'><point id='Q' title='另一点' points='3'>"
    "<none/><manual/></point></task>";
static const char plain_part2[] =
    "<task ref='3' points='2'><point id='R' title='第三点' points='2'><none/><manual/>"
    "</point></task>";
static const char plain_before_grades[] = "<states done='1000' mostly='800' partly='500' not='0'/>"
                                          "<late month='50' cap='300'/><evidence without='0'/>"
                                          "<review combine='mean' tolerance='100'/>";
static const char plain_grades[] = "<grade id='A' name='优秀' from='8'/><grade id='B' name='合格' from='5'/>"
                                   "<grade id='C' name='不合格' from='0'/>";
static const char plain_negative[] = "<item ref='N1.1'/><item ref='N1.2'/>"
                                     "<item ref='N2.1'><amount severity='S1' points='0'/>"
                                     "<amount severity='S2' points='0'/></item>"
                                     "<item ref='N2.2'><amount severity='S1' points='0'/>"
                                     "<amount severity='S2' points='0'/></item>";

static char *
standard_text (const Round *round)
{
  g_autofree char *negative_cap =
      round->negative_cap != NULL ? g_strdup_printf (" cap='%s'", round->negative_cap) : g_strdup ("");
  g_autofree char *bonus =
      round->bonus != NULL
          ? g_strdup_printf ("<bonus cap='%s'>%s</bonus>", or_text (round->bonus_cap, "5"), round->bonus)
          : g_strdup ("");
  g_autofree char *total =
      round->total != NULL ? g_strdup_printf ("<total>%s</total>", round->total) : g_strdup ("");

  return g_strdup_printf (
      "<standard format='1' id='s' version='1' title='标准' sample='true' catalogue='c' "
      "catalogue-version='1' "
      "maximum='%s' decimals='%s'><groups><group id='G1' name='县区'/><group id='G2' name='开发区'/></groups>"
      "<severities><severity id='S1' name='较大'/><severity id='S2' name='重大'/></severities>"
      "<factors><factor id='F1' name='重复发生' permille='2000'/><factor id='F2' name='上级已扣' "
      "permille='250'/></factors>"
      "%s<grades>%s</grades>%s<part ref='I-1' points='8'>%s</part><part ref='I-2' points='2'>%s</part>"
      "<negative%s>%s</negative>%s</standard>",
      or_text (round->maximum, "10"), or_text (round->decimals, "3"),
      or_text (round->before_grades, plain_before_grades), or_text (round->grades, plain_grades), total,
      or_text (round->part1, plain_part1), or_text (round->part2, plain_part2), negative_cap,
      or_text (round->negative, plain_negative), bonus);
}

static char *
assessment_text (const Round *round)
{
  g_autoptr (GString) units = g_string_new (NULL);

  for (guint i = 0; i < ROUND_UNITS; i++)
    {
      g_autofree char *id = g_strdup_printf ("99010%u", i + 1);
      gboolean second = g_strcmp0 (round->second_group, id) == 0;

      g_string_append_printf (units, "<unit id='%s' name='县%u' kind='county' group='%s'/>", id, i + 1,
                              second ? "G2" : "G1");
    }
  return g_strdup_printf ("<assessment format='1' id='a' title='考核' catalogue='c' catalogue-version='1' "
                          "standard='s' standard-version='1' first='2021-01-01' last='2021-12-31' "
                          "closing='2022-01-25' year='2021'><units>%s</units>%s</assessment>",
                          units->str, or_text (round->assessment, ""));
}

static GBytes *
take (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static void
assert_no_faults (YsFaults *faults)
{
  if (ys_faults_get_n (faults) == 0)
    return;
  g_error ("%s: %s", or_text (ys_faults_get (faults, 0)->where, ""), ys_faults_get (faults, 0)->message);
}

static YsFacts *
read_facts (const Round *round, const YsCatalogue *catalogue, YsFaults *faults)
{
  YsFacts *facts = ys_facts_new ();
  g_autoptr (GBytes) assessment = take (assessment_text (round));

  facts->assessment = ys_assessment_read_xml (assessment, "assessment.xml", faults);
  for (guint i = 0; i < ROUND_UNITS; i++)
    {
      g_autoptr (GBytes) document = NULL;

      if (round->submission[i] == NULL)
        continue;
      document = take (g_strdup_printf ("<submission format='1' assessment='a' unit='99010%u' revision='1'>%s"
                                        "</submission>",
                                        i + 1, round->submission[i]));
      g_ptr_array_add (facts->submissions,
                       ys_submission_read_xml (document, "submission.xml", catalogue, faults));
    }
  if (facts->ledger == NULL)
    facts->ledger = ys_ledger_new ();
  if (round->ledger != NULL || round->thresholds != NULL)
    {
      g_autoptr (GBytes) document =
          take (g_strdup_printf ("<occurrences format='1' assessment='a' by='city'>%s%s</occurrences>",
                                 or_text (round->ledger, ""), or_text (round->thresholds, "")));

      ys_ledger_read_xml (facts->ledger, document, "occurrences.xml", catalogue, faults);
    }
  if (round->review != NULL)
    {
      g_autoptr (GBytes) document =
          take (g_strdup_printf ("<review format='1' assessment='a'>%s</review>", round->review));

      facts->review = ys_review_read_xml (document, "review.xml", faults);
    }
  return facts;
}

static YsSheet *
try_score (const Round *round, YsScoreFlags flags, YsFaults *faults)
{
  g_autoptr (GBytes) catalogue_document = g_bytes_new_static (catalogue_text, strlen (catalogue_text));
  g_autoptr (GBytes) standard_document = take (standard_text (round));
  g_autoptr (YsCatalogue) catalogue = ys_catalogue_read_xml (catalogue_document, "catalogue.xml", faults);
  g_autoptr (YsStandard) standard = NULL;
  g_autoptr (YsFacts) facts = NULL;

  assert_no_faults (faults);
  standard = ys_standard_read_xml (standard_document, "standard.xml", catalogue, faults);
  assert_no_faults (faults);
  facts = read_facts (round, catalogue, faults);
  assert_no_faults (faults);
  return ys_score (standard, facts, flags | YS_SCORE_WITH_REASONS, faults);
}

YsSheet *
round_score (const Round *round, YsScoreFlags flags)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  YsSheet *sheet = try_score (round, flags, faults);

  assert_no_faults (faults);
  g_assert_nonnull (sheet);
  return sheet;
}

YsFaults *
round_refuse (const Round *round)
{
  YsFaults *faults = ys_faults_new ();

  g_assert_null (try_score (round, YS_SCORE_DEFAULT, faults));
  g_assert_cmpuint (ys_faults_get_n (faults), >, 0);
  return faults;
}

void
assert_amount (YsPoints points, const char *expected)
{
  g_autofree char *text = ys_points_to_exact (points);

  g_assert_cmpstr (text, ==, expected);
}

static YsSheetPoint *
find_point (YsSheet *sheet, const char *unit, const char *point)
{
  YsSheetUnit *found = ys_sheet_get_unit (sheet, unit);

  g_assert_nonnull (found);
  g_assert_nonnull (ys_sheet_unit_get_point (found, point));
  return ys_sheet_unit_get_point (found, point);
}

void
assert_point (YsSheet *sheet, const char *unit, const char *point, YsScoreFigure figure, const char *expected)
{
  assert_amount (find_point (sheet, unit, point)->score[figure], expected);
}

void
assert_open (YsSheet *sheet, const char *unit, const char *point, YsScoreFigure figure, YsOpen expected)
{
  g_assert_cmpstr (ys_open_nick (find_point (sheet, unit, point)->open[figure]), ==, ys_open_nick (expected));
}

void
assert_task (YsSheet *sheet, const char *unit, guint task, YsScoreFigure figure, const char *expected)
{
  assert_amount (ys_sheet_unit_get_task (ys_sheet_get_unit (sheet, unit), task)->score[figure], expected);
}

void
assert_scored (const char *point, const char *facts, const char *expected)
{
  g_autofree char *part1 =
      g_strdup_printf ("<task ref='1' points='5'>%s</task><task ref='2' points='3'>"
                       "<point id='Q' title='另一点' points='3'><none/><manual/></point></task>",
                       point);
  Round round = { .part1 = part1, .submission = { facts } };
  g_autoptr (YsSheet) sheet = round_score (&round, YS_SCORE_DEFAULT);

  assert_point (sheet, A, "P", YS_COMPUTED, expected);
}
