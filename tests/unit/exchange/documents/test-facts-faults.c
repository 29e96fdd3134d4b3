/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each fault of facts that scoring.md 13 names, made by one change to small sound documents.
 * Each must be refused with its code, its line and words that say what is wrong. */
#include <string.h>

#include "small-documents.h"

typedef struct
{
  const char *name, *file;
  const char *find, *replace; /* the one change */
  const char *code;           /* NULL: the schema may be first to say it; any code will do */
  const char *at;             /* text on the line of the fault; NULL: any */
  const char *says;           /* part of the message; "" where the schema says it */
} Case;

static const Case cases[] = {
  /* assessment */
  { "unit-twice", "assessment", "<unit id=\"990302\"", "<unit id=\"990301\"", NULL, "乙区", "" },
  { "unit-group", "assessment", "group=\"G2\"", "group=\"G9\"", "unknown-reference", "group=\"G9\"",
    "no group G9" },
  { "other-standard", "assessment", "standard-version=\"3\"", "standard-version=\"4\"", "facts", NULL,
    "version 4" },
  { "other-catalogue", "assessment", "catalogue-version=\"2\"", "catalogue-version=\"4\"", "facts", NULL,
    "version 4" },
  { "round-backwards", "assessment", "last=\"2021-12-31\"", "last=\"2020-12-31\"", "facts", NULL,
    "cannot be" },
  { "phase", "assessment", "phase=\"PH1\"", "phase=\"PH9\"", "unknown-reference", NULL, "no phase PH9" },
  { "target-metric", "assessment", "metric=\"M1\" of", "metric=\"M9\" of", "unknown-reference",
    "metric=\"M9\"", "M9" },
  { "target-twice", "assessment", "  <published",
    "  <target unit=\"990301\" metric=\"M1\" of=\"value\" value=\"98\"/>\n  <published", NULL, NULL, "" },
  { "published-twice", "assessment", "  <extension",
    "  <published metric=\"M2\" of=\"growth\" value=\"98\"/>\n  <extension", NULL, NULL, "" },
  { "extension-reason", "assessment", ">疫情影响<", "> <", "facts", "<extension", "lacks a reason" },
  { "extension-task", "assessment", "task=\"1\" due", "task=\"9\" due", "unknown-reference", "<extension",
    "no task 9" },
  /* submission */
  { "unit-not-assessed", "submission", "unit=\"990301\"", "unit=\"990399\"", "unknown-reference", NULL,
    "not part of this assessment" },
  { "other-assessment", "submission", "assessment=\"r2021\"", "assessment=\"r2020\"", "facts", NULL,
    "r2020" },
  { "item-twice", "submission", "<item task=\"2\"", "<item task=\"1\"", NULL, NULL, "" },
  { "item-task", "submission", "<item task=\"2\" state=\"na\">", "<item task=\"9\" state=\"na\">",
    "unknown-reference", "task=\"9\"", "no task 9" },
  { "metric", "submission", "metric=\"M4\"", "metric=\"M9\"", "unknown-reference", "metric=\"M9\"",
    "no metric M9" },
  { "figure-twice", "submission", "metric=\"M1\" year=\"2020\"", "metric=\"M1\" year=\"2021\"", NULL, NULL,
    "" },
  { "figure-both", "submission", "numerator=\"388\" denominator=\"400\"", "numerator=\"388\" value=\"97\"",
    "value", "numerator=\"388\"", "both a value" },
  { "count-with-denominator", "submission", "numerator=\"0\"/>", "numerator=\"0\" denominator=\"3\"/>",
    "value", "metric=\"M4\"", "is a count" },
  { "figure-negative", "submission", "numerator=\"388\"", "numerator=\"-388\"", NULL, "numerator=\"-388\"",
    "" },
  { "date-impossible", "submission", "completed=\"2021-08-01\"", "completed=\"2021-02-30\"", NULL,
    "2021-02-30", "" },
  { "document", "submission", "ref=\"D1-2\"", "ref=\"D9-2\"", "unknown-reference", "ref=\"D9-2\"",
    "no document D9-2" },
  { "document-number", "submission", "number=\"甲发〔2021〕1号\"",
    "number=\"甲发〔2021〕1号\" unnumbered=\"true\"", "facts", "unnumbered", "has a number" },
  { "self-point", "submission", "<self point=\"P1.1\"", "<self point=\"P9.1\"", "unknown-reference", "P9.1",
    "P9.1" },
  { "self-above", "submission", "points=\"2.5\"", "points=\"3.001\"", "facts", "points=\"3.001\"",
    "from 0 to 3" },
  { "self-below", "submission", "points=\"2.5\"", "points=\"-0.5\"", "facts", "points=\"-0.5\"",
    "from 0 to 3" },
  { "self-bonus", "submission", "<self point=\"P1.1\"", "<self point=\"B1\"", "facts", "point=\"B1\"",
    "bonus point" },
  { "self-twice", "submission", "<self point=\"P1.4\"", "<self point=\"P1.1\"", NULL, NULL, "" },
  { "self-other-task", "submission", "<self point=\"P1.4\"", "<self point=\"P2.1\"", "facts",
    "<self point=\"P2.1\"", "belongs to task 2" },
  { "claim-point", "submission", "<claim point=\"P2.3\"", "<claim point=\"P2.9\"", "unknown-reference",
    "P2.9", "P2.9" },
  { "citation-point", "submission", "point=\"P1.2\"", "point=\"P2.2\"", "facts", "<citation id=\"c1\"",
    "belongs to task 2" },
  { "citation-twice", "submission", "<citation id=\"c2\"", "<citation id=\"c1\"", NULL, NULL, "" },
  { "citation-evidence", "submission", "<citation id=\"c2\" evidence=\"aaaa",
    "<citation id=\"c2\" evidence=\"baaa", NULL, NULL, "" },
  /* occurrences */
  { "occurrence-twice", "occurrences", "<occurrence id=\"o2\"", "<occurrence id=\"o1\"", NULL, NULL, "" },
  { "occurrence-unit", "occurrences", "<occurrence id=\"o1\" unit=\"990301\"",
    "<occurrence id=\"o1\" unit=\"990399\"", "unknown-reference", "<occurrence id=\"o1\"", "990399" },
  { "also-unit", "occurrences", "<also unit=\"990302\"/>", "<also unit=\"990399\"/>", "unknown-reference",
    "<occurrence id=\"o1\"", "990399" },
  { "confirmed-without-date", "occurrences", " date=\"2021-05-06\"", "", "facts", "<occurrence id=\"o1\"",
    "no date" },
  { "confirmed-without-severity", "occurrences", " severity=\"S2\"", "", "facts", "<tick item=\"N2.1\"",
    "severity" },
  { "severity", "occurrences", "severity=\"S2\"", "severity=\"S9\"", "unknown-reference", "S9",
    "no severity S9" },
  { "tick-item", "occurrences", "item=\"N2.2\"", "item=\"N2.9\"", "unknown-reference", "N2.9",
    "no item N2.9" },
  { "tick-cases-of-event", "occurrences", "item=\"N2.2\" severity=\"S1\"",
    "item=\"N2.2\" severity=\"S1\" cases=\"1\"", "facts", "item=\"N2.2\"", "is an event" },
  { "tick-cases-lacking", "occurrences", " cases=\"1\"", "", "facts", "item=\"N1.2\"", "number of cases" },
  { "tick-two-thresholds", "occurrences", "<tick item=\"N2.2\" severity=\"S1\"/>",
    "<tick item=\"N1.1\" cases=\"1\"/>", "facts", "<tick item=\"N1.1\"", "more than one threshold" },
  { "tick-high-is-better", "occurrences", "<tick item=\"N1.2\" cases=\"1\"/>",
    "<tick item=\"N1.1\" cases=\"1\"/>", "facts", "<tick item=\"N1.1\"", "contains no cases" },
  { "cases-beyond", "occurrences", "cases=\"1\"", "cases=\"3\"", "facts", "cases=\"3\"",
    "more than its numerator" },
  { "cases-in-bare-value", "occurrences", "numerator=\"2\" denominator=\"300000\"", "value=\"0.6\"", "facts",
    "item=\"N1.2\"", "bare value" },
  { "factors-three", "occurrences", "factors=\"F1 F2\"", "factors=\"F1 F2 F3\"", "facts",
    "<occurrence id=\"o1\"", "more than two factors" },
  { "factor", "occurrences", "factors=\"F1 F2\"", "factors=\"F9\"", "unknown-reference", "F9",
    "no factor F9" },
  { "merged-unknown", "occurrences", "merged-into=\"o1\"", "merged-into=\"o9\"", "unknown-reference", "o9",
    "unknown" },
  { "merged-circle", "occurrences", "merged-into=\"o1\"", "merged-into=\"o2\"", "facts",
    "<occurrence id=\"o2\"", "in a circle" },
  { "merged-other-unit", "occurrences", "<occurrence id=\"o2\" unit=\"990301\"",
    "<occurrence id=\"o2\" unit=\"990302\"", "facts", "<occurrence id=\"o2\"", "of another unit" },
  { "merged-lacks-item", "occurrences", "<tick item=\"N2.1\" severity=\"S2\"/>\n", "\n", "facts",
    "<occurrence id=\"o2\"", "lacks its item N2.1" },
  { "record-twice", "occurrences", "<record id=\"r2\"", "<record id=\"r1\"", NULL, NULL, "" },
  { "record-clause", "occurrences", "clause=\"C1\"", "clause=\"C9\"", "unknown-reference", "C9",
    "no clause C9" },
  { "record-without-date", "occurrences", " date=\"2021-04-01\"", "", "facts", "<record id=\"r1\"",
    "no date" },
  { "settled-above", "occurrences", "settled=\"1.5\"", "settled=\"2.5\"", "facts", "<record id=\"r2\"",
    "from 0.5 to 2" },
  { "settled-without-reason", "occurrences", "    <settled-reason>情节较轻</settled-reason>\n", "", "facts",
    "<record id=\"r2\"", "lacks a reason" },
  { "settled-without-range", "occurrences", "factors=\"F2\" state=\"confirmed\"",
    "factors=\"F2\" state=\"confirmed\" settled=\"1\"", "facts", "<record id=\"r1\"", "no range" },
  { "threshold-of-event", "occurrences", "item=\"N1.1\" year", "item=\"N2.1\" year", "unknown-reference",
    "item=\"N2.1\" year", "no threshold item N2.1" },
  { "threshold-twice", "occurrences", "  <threshold unit=\"990301\" item=\"N1.2\"",
    "  <threshold unit=\"990301\" item=\"N1.1\" year=\"2021\" value=\"3\" by=\"city\"/>\n  <threshold "
    "unit=\"990301\" "
    "item=\"N1.2\"",
    NULL, NULL, "" },
  /* review */
  { "assessor-own-unit", "review", "<assessor id=\"a1\" name=\"李四\"/>",
    "<assessor id=\"a1\" name=\"李四\" unit=\"990301\"/>", "facts", "<assignment assessor=\"a1\"",
    "his own unit" },
  { "assessor-not-assigned", "review", "    <assignment assessor=\"a1\" task=\"1\"/>\n", "", "facts",
    "<score assessor=\"a1\" point=\"P1.1\"", "not assigned to task 1" },
  { "verdict-not-assigned", "review", "<verdict citation=\"c1\" assessor=\"a3\" is=\"partial\"/>",
    "<verdict citation=\"c2\" assessor=\"a2\" is=\"partial\"/>\n    <verdict citation=\"cc1\" "
    "assessor=\"a1\" "
    "is=\"wrong\"/>",
    NULL, "is=\"wrong\"", "" },
  { "verdict-citation", "review", "<verdict citation=\"c1\" assessor=\"a3\"",
    "<verdict citation=\"c9\" assessor=\"a3\"", "unknown-reference", "c9", "Citation c9" },
  { "assessor-unknown", "review", "assessor=\"a3\" is", "assessor=\"a9\" is", NULL, NULL, "" },
  { "release-reason", "review", "released=\"出差\"", "released=\" \"", "facts", "released",
    "The release lacks" },
  { "score-above", "review", "points=\"3\" computed", "points=\"3.5\" computed", "facts", "points=\"3.5\"",
    "from 0 to 3" },
  { "score-word", "review", "word=\"好\"", "word=\"很好\"", "unknown-reference", "word=\"很好\"",
    "no word of point P1.3" },
  { "score-word-and-points", "review", "word=\"好\"", "points=\"3\" word=\"好\"", "facts",
    "points=\"3\" word", "either points or a word" },
  { "score-reason", "review", ">材料齐全<", "><", "facts", "computed=\"false\"", "The score lacks" },
  { "score-manual-reason", "review", "point=\"P1.1\" points=\"3\" computed=\"true\"/>",
    "point=\"P1.1\" points=\"3\" computed=\"true\"/>\n    <score assessor=\"a1\" point=\"P2.5\" points=\"3\" "
    "computed=\"true\"/>",
    "facts", "point=\"P2.5\"", "The score lacks" },
  { "decision-reason", "review", ">核减<", "> <", "facts", "<decision point=\"P2.1\"", "The decision lacks" },
  { "decision-limits", "review", "points=\"-1.5\"", "points=\"-2.5\"", "facts", "points=\"-2.5\"",
    "from -2 to 25" },
  { "decision-bonus", "review", "<decision point=\"P2.1\"", "<decision point=\"B1\"", "facts", "point=\"B1\"",
    "bonus point" },
  { "claim-reason", "review", ">属实<", "> <", "facts", "<claim point=\"P2.3\"", "The accepted claim lacks" },
  { "claim-both", "review", "<claim point=\"P2.3\"", "<claim task=\"2\" point=\"P2.3\"", NULL, "<claim task",
    "" },
  { "chosen-reason", "review", ">封顶后更少<", "> <", "facts", "<chosen", "The chosen item lacks" },
  { "chosen-not-ticked", "review", "item=\"N2.2\"", "item=\"N1.1\"", "facts", "<chosen",
    "does not fall under" },
  { "chosen-occurrence", "review", "occurrence=\"o1\"", "occurrence=\"o7\"", "unknown-reference", "o7",
    "o7 is unknown" },
  { "unit-unknown", "review", "<unit ref=\"990301\"", "<unit ref=\"990399\"", "unknown-reference",
    "<unit ref", "990399" },
};

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (YsStandard) standard = small_standard ();
  g_autofree char *text = small_document_change (expected->file, expected->find, expected->replace);
  g_autofree char *file = g_strconcat (expected->file, ".xml", NULL);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  guint line = expected->at != NULL ? small_line_of (text, expected->at) : 0;
  g_autofree char *found = NULL;

  g_assert_null (small_facts (standard, expected->file, text, faults));
  found = small_faults_to_text (faults);
  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);

      if ((expected->code == NULL || g_str_equal (ys_error_code_nick (fault->code), expected->code))
          && (line == 0 || fault->line == line) && strstr (fault->message, expected->says) != NULL
          && g_strcmp0 (fault->file, file) == 0)
        return;
    }
  g_test_message ("wanted %s:%u, %s: %s; found:\n%s", file, line,
                  expected->code != NULL ? expected->code : "any code", expected->says, found);
  g_test_fail ();
}

/* Cases of suspected occurrences may be more than the numerator, and a missing figure contains any (rule 9).
 */
static void
test_not_refused (void)
{
  static const struct
  {
    const char *find, *replace;
  } sound[] = {
    { "<tick item=\"N2.1\"/>\n  </occurrence>",
      "<tick item=\"N2.1\"/>\n    <tick item=\"N1.2\" cases=\"9\"/>\n  </occurrence>" },
    { "numerator=\"2\" denominator=\"300000\"", "denominator=\"300000\"" },
    { "numerator=\"2\" denominator=\"300000\"", "numerator=\"1\"" },
    { "date=\"2021-05-06\" title=\"情形\" count=\"1\" deaths=\"2\" state=\"confirmed\"",
      "date=\"2020-05-06\" title=\"情形\" count=\"1\" deaths=\"2\" state=\"confirmed\"" },
  };
  g_autoptr (YsStandard) standard = small_standard ();

  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autofree char *text = small_document_change ("occurrences", sound[i].find, sound[i].replace);
      g_autoptr (YsFaults) faults = ys_faults_new ();
      g_autoptr (YsFacts) facts = small_facts (standard, "occurrences", text, faults);
      g_autofree char *found = small_faults_to_text (faults);

      g_assert_cmpstr (found, ==, "");
      g_assert_nonnull (facts);
    }
}

/* What a schema refuses too is refused by meaning, for facts that come from the store. */
static void
test_everything_twice (void)
{
  static const char *const said[] = {
    "Unit 990301 is given twice", "two submissions of unit 990301",
    "own target of unit 990301",  "published figure of metric M2",
    "extension of task 1",        "Occurrence o1 is given twice",
    "Record r1 is given twice",   "value of item N1.1",
    "Assessor a1 is given twice", "bbbb",
    "oc1 is given twice",
  };
  g_autoptr (YsStandard) standard = small_standard ();
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsFacts) facts = small_facts (standard, NULL, NULL, faults);
  g_autoptr (YsFacts) again = small_facts (standard, NULL, NULL, faults);
  g_autofree char *found = NULL;
  GPtrArray *arrays[][2] = {
    { facts->assessment->units, again->assessment->units },
    { facts->assessment->targets, again->assessment->targets },
    { facts->assessment->published, again->assessment->published },
    { facts->assessment->extensions, again->assessment->extensions },
    { facts->submissions, again->submissions },
    { facts->ledger->evidence, again->ledger->evidence },
    { facts->ledger->occurrences, again->ledger->occurrences },
    { facts->ledger->records, again->ledger->records },
    { facts->ledger->thresholds, again->ledger->thresholds },
    { facts->review->assessors, again->review->assessors },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_ptr_array_extend_and_steal (arrays[i][0], g_ptr_array_ref (arrays[i][1]));
  g_assert_false (ys_facts_check (facts, standard, faults));
  found = small_faults_to_text (faults);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      if (strstr (found, said[i]) == NULL)
        g_test_message ("%s", found);
      g_assert_nonnull (strstr (found, said[i]));
    }
}

static void
assert_refused (const YsStandard *standard, YsFacts *facts, const char *says)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autofree char *found = NULL;

  g_assert_false (ys_facts_check (facts, standard, faults));
  found = small_faults_to_text (faults);
  if (strstr (found, says) == NULL)
    g_test_message ("%s", found);
  g_assert_nonnull (strstr (found, says));
}

static void
test_figures_that_cannot_be (void)
{
  static const struct
  {
    YsFigure figure;
    const char *says;
  } rows[] = {
    { { .kind = YS_FIGURE_RATIO,
        .has_numerator = TRUE,
        .numerator = -1,
        .has_denominator = TRUE,
        .denominator = 4 },
      "whole numbers from 0" },
    { { .kind = YS_FIGURE_RATIO,
        .has_numerator = TRUE,
        .numerator = 1,
        .has_denominator = TRUE,
        .denominator = -4 },
      "whole numbers from 0" },
    { { .kind = YS_FIGURE_RATIO, .has_numerator = TRUE, .numerator = YS_FIGURE_LIMIT + 1 },
      "whole numbers from 0" },
    { { .kind = YS_FIGURE_COUNT, .has_numerator = TRUE, .numerator = 1 }, "recorded as a count" },
    { { .kind = YS_FIGURE_VALUE, .has_numerator = TRUE, .numerator = 1, .value = 5 }, "both a value" },
    { { .kind = YS_FIGURE_VALUE, .value = G_MAXINT64 }, "too large" },
  };
  g_autoptr (YsStandard) standard = small_standard ();
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsFacts) facts = small_facts (standard, NULL, NULL, faults);
  YsItem *item = ys_submission_get_item (g_ptr_array_index (facts->submissions, 0), 1);
  YsRecordedFigure *figure = g_ptr_array_index (item->figures, 0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      figure->figure = rows[i].figure;
      assert_refused (standard, facts, rows[i].says);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/exchange/facts-faults/", cases[i].file, "/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/exchange/facts-faults/not-refused", test_not_refused);
  g_test_add_func ("/exchange/facts-faults/everything-twice", test_everything_twice);
  g_test_add_func ("/exchange/facts-faults/figures-that-cannot-be", test_figures_that_cannot_be);
  return g_test_run ();
}
