/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 12: every figure's sentence as an official reads it out, with its rule number and the ids it rests on;
 * and the document that the command line prints. */
#include "round.h"

#include <string.h>

#include "ys-sheet-json.h"

#define BANDS_5                                                                                     \
  "<task ref='1' points='5'><point id='P' title='得分点' points='5'><metric ref='M1'/><bands>"   \
  "<row is='ge' bound='98' points='5'/><row is='ge' bound='95' points='3'/></bands></point></task>" \
  "<task ref='2' points='3'><point id='Q' title='另一点' points='3'><none/><manual/></point></task>"

static Round
plain_round (void)
{
  return (
      Round){ .part1 = BANDS_5,
              .submission = { "<item task='1' state='not'><figure metric='M1' year='2021' numerator='388' "
                              "denominator='400'/></item>" } };
}

static char *
why_of (YsSheet *sheet, const char *point)
{
  return ys_sheet_why_to_text (ys_sheet_unit_get_point (ys_sheet_get_unit (sheet, A), point)->why);
}

static void
test_band_sentence (void)
{
  Round round = plain_round ();
  g_autoptr (YsSheet) sheet = round_score (&round, YS_SCORE_DEFAULT);
  g_autofree char *text = why_of (sheet, "P"), *manual = why_of (sheet, "Q");
  const YsWhy *why = g_ptr_array_index (ys_sheet_unit_get_point (ys_sheet_get_unit (sheet, A), "P")->why, 0);
  const YsWhyInput *value = g_ptr_array_index (why->inputs, 1);

  g_assert_cmpstr (text, ==, "知晓率97.00%（388/400），达到95%档、未到98%档，得3.00分，满分5.00分。");
  g_assert_cmpstr (ys_why_get_rule (why), ==, "3");
  g_assert_cmpstr (value->name, ==, "value");
  g_assert_cmpstr (value->record_id, ==, "M1");
  g_assert_cmpstr (manual, ==, "另一点：待评定，暂按0.00分计，满分3.00分。");
}

static gboolean
has_sentence (const GPtrArray *why, const char *nick, const char *part)
{
  for (guint i = 0; i < why->len; i++)
    {
      g_autofree char *text = ys_why_to_text (g_ptr_array_index (why, i));

      if (g_str_equal (ys_why_get_nick (g_ptr_array_index (why, i)), nick) && strstr (text, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_every_figure_has_one (void)
{
  Round round = plain_round ();
  g_autoptr (YsSheet) sheet = NULL;
  const YsSheetUnit *unit;

  round.ledger =
      "<occurrence id='o1' unit='990101' title='某事故' date='2021-06-01' count='1' state='confirmed'>"
      "<tick item='N2.1' severity='S1'/><tick item='N2.2' severity='S1'/></occurrence>";
  round.negative =
      "<item ref='N1.1'><flat amount='1'/></item><item ref='N1.2'/>"
      "<item ref='N2.1'><amount severity='S1' points='3'/><amount severity='S2' points='3'/></item>"
      "<item ref='N2.2'><amount severity='S1' points='2'/><amount severity='S2' points='3'/></item>";
  sheet = round_score (&round, YS_SCORE_FIGURE_COMPUTED);
  unit = ys_sheet_get_unit (sheet, A);
  g_assert_true (has_sentence (unit->why, "total", "总分"));
  g_assert_true (has_sentence (unit->why, "base", "基础分"));
  g_assert_true (has_sentence (unit->why, "deduction", "扣4.00分"));
  g_assert_true (has_sentence (unit->why, "grade", "等次为不合格"));
  g_assert_true (has_sentence (unit->why, "rank", "在县区的1个参加排名的单位中列第1名"));
  g_assert_true (has_sentence (ys_sheet_unit_get_task (unit, 1)->why, "late", "逾期13个月"));
  g_assert_true (has_sentence (ys_sheet_unit_get_task (unit, 1)->why, "evidence-none", "最高得0.00分"));
  g_assert_true (has_sentence (ys_sheet_unit_get_task (unit, 3)->why, "task-not-due", "2022-06-30到期"));
  g_assert_true (
      has_sentence (((YsSheetPart *)g_ptr_array_index (unit->parts, 0))->why, "part", "含分入2.00分"));
  g_assert_true (has_sentence (((YsSheetThreshold *)g_ptr_array_index (unit->thresholds, 0))->why,
                               "threshold-missing", "暂扣固定部分1.00分"));
  g_assert_true (has_sentence (((YsSheetOccurrence *)g_ptr_array_index (unit->occurrences, 0))->why,
                               "occurrence-once",
                               "按扣分最多的“重大事故”扣3.00分（另涉及“群体事件”2.00分，不重复扣）"));
  g_assert_cmpuint (unit->open->len, >, 0);
}

static void
test_no_braces_left (void)
{
  for (guint code = 0; code < YS_N_WHYS; code++)
    {
      g_autoptr (YsWhy) why = ys_why_new ((YsWhyCode)code, NULL);
      g_autofree char *text = ys_why_to_text (why);
      YsWhyCode found;

      g_assert_null (strpbrk (text, "{}"));
      g_assert_true (ys_why_code_from_nick (ys_why_get_nick (why), &found));
      g_assert_cmpuint (found, ==, code); /* names are unique */
    }
}

static void
test_json (void)
{
  Round round = plain_round ();
  g_autoptr (YsSheet) sheet = round_score (&round, YS_SCORE_DEFAULT);
  g_autofree char *json = ys_sheet_to_json (sheet);

  g_assert_nonnull (strstr (json, "\"ok\":true,\"sample\":true,\"catalogue\":{\"id\":\"c\",\"version\":1}"));
  g_assert_nonnull (strstr (json, "\"unit\":\"990101\",\"name\":\"县1\",\"rank\":null"));
  g_assert_nonnull (strstr (json,
                            "\"id\":\"P\",\"kind\":\"metric\",\"points\":\"5.000\",\"applies\":true,"
                            "\"computed\":\"3.000\",\"self\":null,\"decided\":null,"
                            "\"open\":{\"computed\":null,\"self\":\"self\",\"decided\":\"undecided\"}"));
}

static void
test_json_escapes (void)
{
  Round round = plain_round ();
  g_autoptr (YsSheet) sheet = NULL;
  g_autofree char *json = NULL;

  round.ledger =
      "<occurrence id='o1' unit='990101' title='他说&quot;好&quot;\\路径' count='1' state='suspected'/>";
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  json = ys_sheet_to_json (sheet);
  g_assert_nonnull (strstr (json, "他说\\\"好\\\"\\\\路径"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/why/band", test_band_sentence);
  g_test_add_func ("/scoring/why/every-figure", test_every_figure_has_one);
  g_test_add_func ("/scoring/why/no-braces", test_no_braces_left);
  g_test_add_func ("/scoring/why/json", test_json);
  g_test_add_func ("/scoring/why/json-escapes", test_json_escapes);
  return g_test_run ();
}
