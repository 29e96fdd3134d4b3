/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each fault of a catalogue or standard that scoring.md 13 names, made by one change to a small sound
 * document. Each must be refused with its code, its line and words that say what is wrong. */
#include <string.h>

#include "small-documents.h"

typedef struct
{
  const char *name;
  const char *find, *replace; /* the one change */
  const char *code;           /* NULL: the schema may be first to say it; any code will do */
  const char *at;             /* text on the line of the fault; NULL: of the whole, so the root's */
  const char *says;           /* part of the message */
} Case;

static const Case cases[] = {
  { "part-unknown", "<part ref=\"I-2\"", "<part ref=\"I-9\"", "unknown-reference", "I-9", "no part I-9" },
  { "part-lacking", "<part ref=\"I-2\"", "<part ref=\"I-9\"", "standard", NULL, "lacks part I-2" },
  { "part-twice", "<part ref=\"I-2\"", "<part ref=\"I-1\"", "standard", "ref=\"I-1\" points=\"40\"",
    "I-1 stands twice" },
  { "part-without-points", "ref=\"I-2\" points=\"40\"", "ref=\"I-2\" points=\"0\"", "standard", "I-2",
    "has no points" },
  { "task-lacking", "    <task ref=\"3\" points=\"0\"/>\n", "", "standard", NULL, "lacks task 3" },
  { "task-unknown", "<task ref=\"3\"", "<task ref=\"7\"", "unknown-reference", "ref=\"7\"", "no task 7" },
  { "task-twice", "<part ref=\"I-2\" points=\"40\">\n    <task ref=\"3\" points=\"0\"/>",
    "<part ref=\"I-2\" points=\"40\">\n    <task ref=\"3\" points=\"0\"/>\n    <task ref=\"2\" "
    "points=\"0\"/>",
    "standard", "ref=\"2\" points=\"0\"", "stands twice" },
  { "points-of-task", "<task ref=\"1\" points=\"20\">", "<task ref=\"1\" points=\"20.5\">", "standard",
    "20.5", "points of task 1 add up to 20, not 20.5" },
  { "id-twice", "<point id=\"P1.2\"", "<point id=\"P1.1\"", "id-twice", "title=\"文件\"", "P1.1" },
  { "id-twice-over-kinds", "<factor id=\"F1\"", "<factor id=\"G1\"", "id-twice", "重复发生", "G1" },
  { "item-lacking",
    "    <item ref=\"N2.2\">\n      <amount severity=\"S1\" points=\"8\"/>\n      <amount severity=\"S2\" "
    "points=\"0\"/>\n    </item>\n",
    "", "standard", NULL, "nothing about item N2.2" },
  { "item-unknown", "<item ref=\"N2.2\">", "<item ref=\"N2.9\">", "unknown-reference", "N2.9",
    "no item N2.9" },
  { "grades-not-falling", "from=\"60.5\"", "from=\"95\"", "standard", "from=\"95\"", "does not begin below" },
  { "grades-not-to-zero", "from=\"0\"", "from=\"1\"", "standard", "from=\"1\"", "must begin at 0" },
  { "places-on-last", "from=\"0\"/>", "from=\"0\" places=\"2\"/>", "standard", "places=\"2\"",
    "number of places" },
  { "places-twice", "places=\"3\"", "places=\"3\" places-permille=\"5\"", "standard", "places-permille=\"5\"",
    "both as a number" },
  { "row-unreachable", "<row is=\"eq\" bound=\"90.5\" points=\"2\"/>",
    "<row is=\"gt\" bound=\"98\" points=\"2\"/>", "standard", "is=\"gt\" bound=\"98\"", "never be reached" },
  { "row-unreachable-own", "<row is=\"eq\" bound=\"90.5\" points=\"2\"/>",
    "<row is=\"ge\" bound=\"own\" plus=\"2\" points=\"2\"/>", "standard", "plus=\"2\"", "never be reached" },
  { "row-unreachable-covered", "<row is=\"eq\" bound=\"90.5\" points=\"2\"/>",
    "<row is=\"lt\" bound=\"98\" points=\"2\"/>", "standard", "is=\"reported\"", "never be reached" },
  { "row-word-twice", "<row word=\"差\"", "<row word=\"好\"", "standard", "word=\"好\" points=\"1\"",
    "never be reached" },
  { "row-after-reported", "<row is=\"reported\" points=\"1\"/>",
    "<row is=\"reported\" points=\"1\"/>\n          <row is=\"ge\" bound=\"1\" points=\"0\"/>", "standard",
    "bound=\"1\" points=\"0\"", "never be reached" },
  { "bound-on-late", "<row is=\"eq\" bound=\"0\" points=\"5\"/>",
    "<row is=\"eq\" bound=\"mean\" points=\"5\"/>", "standard", "bound=\"mean\" points=\"5\"",
    "\"mean\" does not fit" },
  { "bound-own-on-records", "<row is=\"le\" bound=\"best\"", "<row is=\"le\" bound=\"own\"", "standard",
    "is=\"le\" bound=\"own\"", "\"own\" does not fit" },
  { "bound-before-on-growth", "bound=\"mean\" plus=\"0.5\"", "bound=\"before\" plus=\"0.5\"", "standard",
    "bound=\"before\"", "\"before\" does not fit" },
  { "word-unknown", "word=\"proven\"", "word=\"done\"", "standard", "word=\"done\" permille",
    "no word of its measure" },
  { "number-row-on-word", "<row word=\"差\" points=\"1\"/>", "<row is=\"ge\" bound=\"1\" points=\"1\"/>",
    "standard", "bound=\"1\" points=\"1\"", "every row names a word" },
  { "reported-on-document", "<row word=\"recorded\" points=\"0.5\"/>",
    "<row is=\"reported\" points=\"0.5\"/>", "standard", "is=\"reported\" points=\"0.5\"",
    "every row names a word" },
  { "word-row-on-number", "<row is=\"reported\" points=\"1\"/>", "<row word=\"好\" points=\"1\"/>",
    "standard", "word=\"好\" points=\"1\"", "is a number" },
  { "metric-of-city", "<metric ref=\"M1\"/>\n        <line>", "<metric ref=\"M3\"/>\n        <line>",
    "standard", "<point id=\"P1.5\"", "no county answers" },
  { "metric-of-city-in-gate", "<metric ref=\"M1\"/>\n        </gate>",
    "<metric ref=\"M3\"/>\n        </gate>", "standard", "<gate id=\"GP\"", "no county answers" },
  { "metric-of-city-in-bonus", "<metric ref=\"M4\"/>", "<metric ref=\"M3\"/>", "standard", "<point id=\"B2\"",
    "no county answers" },
  { "metric-unknown", "<metric ref=\"M4\"/>", "<metric ref=\"M9\"/>", "unknown-reference", "<point id=\"B2\"",
    "M9" },
  { "document-of-city", "<document ref=\"D1-2\"/>", "<document ref=\"D1-1\"/>", "standard",
    "<point id=\"P1.2\"", "the city issues" },
  { "low-above-high", "<low points=\"0\"", "<low points=\"8\"", "standard", "<point id=\"P1.5\"",
    "above its high" },
  { "line-not-better", "<high points=\"7\" bound=\"100\"/>", "<high points=\"7\" bound=\"90\"/>", "standard",
    "<point id=\"P1.5\"", "not better" },
  { "range-swapped", "amount=\"0.5\" to=\"2\"", "amount=\"3\" to=\"2\"", "standard", "to=\"2\"", "swapped" },
  { "step-zero", "by=\"1\" in=\"unit\" partial=\"started\"", "by=\"0\" in=\"unit\" partial=\"started\"", NULL,
    "by=\"0\"", "" },
  { "permille-late", "<late month=\"50\"", "<late month=\"1001\"", NULL, NULL, "permille for a month" },
  { "permille-evidence", "<evidence without=\"0\"", "<evidence without=\"1001\"", NULL, NULL,
    "without evidence" },
  { "permille-gate", "<gate id=\"GP\" permille=\"0\"", "<gate id=\"GP\" permille=\"1001\"", NULL, "id=\"GP\"",
    "permille of the gate" },
  { "permille-share", "share=\"500\"", "share=\"1500\"", NULL, "share=\"1500\"", "share" },
  { "decimals-maximum", "maximum=\"100\"", "maximum=\"100.005\"", "standard", NULL, "maximum 100.005" },
  { "decimals-bonus", "<bonus cap=\"10\">", "<bonus cap=\"10.125\">", "standard", NULL, "10.125" },
  { "decimals-item", "ref=\"N1.1\" cap=\"15\"", "ref=\"N1.1\" cap=\"15.001\"", "standard", "15.001",
    "15.001" },
  { "decimals-group", "ref=\"N1\" cap=\"20\"", "ref=\"N1\" cap=\"20.001\"", "standard", "20.001", "20.001" },
  { "group-without-cap-unknown", "<negative cap=\"60\">", "<negative cap=\"60\"><group ref=\"N9\"/>",
    "unknown-reference", "N9", "no group N9" },
  { "decimals-whole", "<negative cap=\"60\">", "<negative cap=\"60.001\">", "standard", NULL, "60.001" },
  { "threshold-per-record", "<flat amount=\"5\"/>",
    "<record id=\"CX\" title=\"x\" act=\"take\" amount=\"5\"/>", NULL, "CX", "per record" },
  { "threshold-percent", "<step amount=\"1\" by=\"1\" partial",
    "<step amount=\"1\" by=\"1\" in=\"percent\" partial", NULL, "in=\"percent\" partial=\"started\" cap",
    "percent" },
  { "threshold-bound", "side=\"below\" bound=\"90\"/>", "side=\"below\" bound=\"mean\"/>", NULL,
    "bound=\"mean\"/>", "numbers as bounds" },
  { "severity-lacking", "      <amount severity=\"S2\" points=\"10\"/>\n", "", "standard", "ref=\"N2.1\"",
    "lacks an amount for severity S2" },
  { "severity-twice", "severity=\"S2\" points=\"10\"", "severity=\"S1\" points=\"10\"", "standard",
    "ref=\"N2.1\"", "twice" },
  { "gate-neither", "<gate id=\"GP\" permille=\"0\"", "<gate id=\"GP\"", "standard", "id=\"GP\"",
    "either a permille" },
  { "gate-both", "<gate id=\"GP\" permille=\"0\"", "<gate id=\"GP\" permille=\"0\" grade=\"C\"", "standard",
    "id=\"GP\"", "either a permille" },
  { "gate-grade-unknown", "<gate id=\"GT\" grade=\"C\"", "<gate id=\"GT\" grade=\"Z\"", "unknown-reference",
    "id=\"GT\"", "names Z" },
  { "gate-word-measure",
    "<gate id=\"GP\" permille=\"0\" is=\"lt\" bound=\"80\">\n          <metric ref=\"M1\"/>",
    "<gate id=\"GP\" permille=\"0\" word=\"好\">\n          <word/>", NULL, "id=\"GP\"", "" },
  { "gate-without-task", "<state task=\"1\"/>", "<state/>", "standard", "id=\"GT\"", "names the task" },
  { "gate-without-point", "<document point=\"P1.2\"/>", "<document/>", "standard", "word=\"none\"",
    "names the point" },
  { "gate-point-without-document", "<document point=\"P1.2\"/>", "<document point=\"P1.1\"/>", "standard",
    "word=\"none\"", "which measures none" },
  { "gate-word-on-number", "is=\"gt\" bound=\"2\"", "word=\"done\"", "standard", "permille=\"500\" word",
    "compares it with a bound" },
  { "gate-clause-unknown", "<records clause=\"C5\"/>", "<records clause=\"C9\"/>", "unknown-reference",
    "is=\"ge\" bound=\"4\"", "names C9" },
  { "group-unknown", "groups=\"G1 G2\"", "groups=\"G1 G9\"", "unknown-reference", "<point id=\"P1.1\"",
    "names G9" },
  { "least-above-zero", "least=\"-2\"", "least=\"2\"", NULL, "<point id=\"P2.1\"", "least" },
  { "manual-measures-records", "<none/>\n        <manual/>", "<records/>\n        <manual/>", NULL,
    "<point id=\"P2.5\"", "" },
  { "bands-on-clauses", "<records id=\"C5\" title=\"督办\"/>", "<records/>", "standard", "<point id=\"P2.3\"",
    "need a measure" },
  { "steps-record-on-number", "<records/>\n        <steps start=\"10\">",
    "<late in=\"days\"/>\n        <steps start=\"10\">", "standard", "id=\"C1\"", "per record" },
  { "bonus-takes", "<record id=\"CB1\" title=\"省级\" act=\"give\"",
    "<record id=\"CB1\" title=\"省级\" act=\"take\"", NULL, "<point id=\"B1\"", "" },
  { "bonus-without-most", "title=\"亮点\" most=\"4\"", "title=\"亮点\"", NULL, "<point id=\"B1\"", "" },
  { "factor-without-name", "name=\"折算\"", "name=\"\"", NULL, "id=\"F2\"", "name" },
  { "other-catalogue", "catalogue-version=\"2\"", "catalogue-version=\"9\"", "unknown-reference", NULL,
    "version 9" },
  { "row-both", "points=\"2\"/>\n          <row is=\"reported\"",
    "points=\"2\" permille=\"5\"/>\n          <row is=\"reported\"", "value", "permille=\"5\"",
    "either points or permille" },
  { "plus-on-number", "<row is=\"ge\" bound=\"98\"", "<row is=\"ge\" bound=\"98\" plus=\"1\"", "value",
    "plus=\"1\"", "bound that is named" },
};

static gboolean
is_expected (const YsFault *fault, const Case *expected, guint line)
{
  return (expected->code == NULL || g_str_equal (ys_error_code_nick (fault->code), expected->code))
         && fault->line == line && strstr (fault->message, expected->says) != NULL
         && g_strcmp0 (fault->file, "standard.xml") == 0;
}

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  g_autofree char *text = small_document_change ("standard", expected->find, expected->replace);
  g_autoptr (GBytes) bytes = small_document_bytes (text);
  g_autoptr (YsCatalogue) catalogue = small_catalogue ();
  g_autoptr (YsFaults) faults = ys_faults_new ();
  guint line = small_line_of (text, expected->at != NULL ? expected->at : "<standard ");
  g_autofree char *found = NULL;

  g_assert_null (ys_standard_read_xml (bytes, "standard.xml", catalogue, faults));
  found = small_faults_to_text (faults);
  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      if (is_expected (ys_faults_get (faults, i), expected, line))
        return;
    }
  g_test_message ("wanted line %u, %s: %s; found:\n%s", line,
                  expected->code != NULL ? expected->code : "any code", expected->says, found);
  g_test_fail ();
}

/* Faults of schema and of meaning, in several places, come together. */
static void
test_all_at_once (void)
{
  g_autofree char *text = small_document_change ("standard", "<task ref=\"1\" points=\"20\">",
                                                 "<task ref=\"1\" points=\"21\" colour=\"red\">");
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YsCatalogue) catalogue = small_catalogue ();
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autofree char *found = NULL;

  g_string_replace (changed, "from=\"60.5\"", "from=\"95\"", 1);
  g_string_replace (changed, "<document ref=\"D1-2\"/>", "<document ref=\"D1-1\"/>", 1);
  bytes = small_document_bytes (changed->str);
  g_assert_null (ys_standard_read_xml (bytes, "standard.xml", catalogue, faults));
  found = small_faults_to_text (faults);
  g_test_message ("%s", found);
  g_assert_nonnull (strstr (found, "colour"));
  g_assert_nonnull (strstr (found, "add up to 20, not 21"));
  g_assert_nonnull (strstr (found, "does not begin below"));
  g_assert_nonnull (strstr (found, "the city issues"));
}

typedef struct
{
  const char *name, *find, *replace, *code, *at, *says;
} CatalogueCase;

static const CatalogueCase catalogue_cases[] = {
  { "id-twice", "<item id=\"N2.2\"", "<item id=\"M1\"", "id-twice", "name=\"情形二\"", "M1" },
  { "metric-of-unknown-task", "id=\"M2\" task=\"2\"", "id=\"M2\" task=\"9\"", "unknown-reference",
    "id=\"M2\"", "task 9" },
  { "target-lacking", " target=\"95\"", "", "value", "id=\"M1\"", "names none" },
  { "implements-unknown", "implements=\"D1-1\"", "implements=\"D9-9\"", "unknown-reference", "D9-9", "D9-9" },
  { "threshold-without-target", " comparator=\"le\" target=\"0.5\"", " comparator=\"le\"", "value",
    "id=\"N1.2\"", "must name comparator" },
  { "event-that-compares", "kind=\"event\" name=\"情形一\"", "kind=\"event\" name=\"情形一\" target=\"3\"",
    "value", "target=\"3\"", "compares with nothing" },
  { "phase-backwards", "last=\"2021-12-31\" who", "last=\"2019-12-31\" who", "value", "id=\"PH1\"",
    "before it begins" },
  { "unknown-element", "<requirement>要求二</requirement>", "<colour/>", "xml-schema", "<colour/>", "" },
};

static void
test_catalogue_case (gconstpointer data)
{
  const CatalogueCase *expected = data;
  g_autofree char *text = small_document_change ("catalogue", expected->find, expected->replace);
  g_autoptr (GBytes) bytes = small_document_bytes (text);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  guint line = small_line_of (text, expected->at);
  g_autofree char *found = NULL;

  g_assert_null (ys_catalogue_read_xml (bytes, "catalogue.xml", faults));
  found = small_faults_to_text (faults);
  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);

      if (g_str_equal (ys_error_code_nick (fault->code), expected->code) && fault->line == line
          && strstr (fault->message, expected->says) != NULL)
        return;
    }
  g_test_message ("wanted line %u, %s: %s; found:\n%s", line, expected->code, expected->says, found);
  g_test_fail ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/standard-faults/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/exchange/standard-faults/all-at-once", test_all_at_once);
  for (guint i = 0; i < G_N_ELEMENTS (catalogue_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/catalogue-faults/", catalogue_cases[i].name, NULL);

      g_test_add_data_func (path, &catalogue_cases[i], test_catalogue_case);
    }
  return g_test_run ();
}
