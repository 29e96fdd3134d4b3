/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of the small round as XML: valid, with its figures, and compared with what a sender states.
 * One figure changed in the file must be found, whichever it is. */
#include <string.h>

#include "small-documents.h"
#include "ys-schema.h"
#include "ys-scoring.h"
#include "ys-sheet-xml.h"
#include "ys-xml-reader.h"

static YsSheet *
score (void)
{
  g_autoptr (YsStandard) standard = small_standard ();
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsFacts) facts = small_facts (standard, NULL, NULL, faults);
  YsSheet *sheet = ys_score (standard, facts, YS_SCORE_WITH_REASONS, faults);
  g_autofree char *found = small_faults_to_text (faults);

  g_assert_cmpstr (found, ==, "");
  g_assert_nonnull (sheet);
  return sheet;
}

static GBytes *
write_sheet (const YsSheet *sheet, const char *unit)
{
  g_autoptr (GError) error = NULL;
  GBytes *written = ys_sheet_write_xml (sheet, unit, &error);

  g_assert_no_error (error);
  return written;
}

static char *
text_of (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_valid (void)
{
  g_autoptr (YsSheet) sheet = score ();
  g_autoptr (GBytes) written = write_sheet (sheet, NULL);
  g_autoptr (GBytes) again = write_sheet (sheet, "990301");
  g_autoptr (GBytes) none = write_sheet (sheet, "990302");
  g_autoptr (GBytes) schema = ys_schema_get ("sheet");
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autofree char *found = NULL, *text = text_of (written), *empty = text_of (none);

  ys_xml_check (written, "sheet.xml", "sheet", schema, YS_XML_READ_ALL, faults);
  found = small_faults_to_text (faults);
  g_assert_cmpstr (found, ==, "");
  g_assert_true (g_bytes_equal (written, again));
  g_assert_nonnull (strstr (text, "sample=\"true\""));
  g_assert_nonnull (strstr (text, "<veto by=\"item\" ref=\"N2.1\" grade=\"C\""));
  g_assert_null (strstr (empty, "<unit"));
}

static void
test_same (void)
{
  g_autoptr (YsSheet) sheet = score ();
  g_autoptr (GBytes) written = write_sheet (sheet, NULL);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsStatedSheet) stated = ys_stated_sheet_read_xml (written, "sheet.xml", faults);

  g_assert_nonnull (stated);
  g_assert_true (ys_stated_sheet_compare (stated, sheet, faults));
  g_assert_cmpuint (ys_faults_get_n (faults), ==, 0);
}

/* The text with the value of the first @attribute behind @place replaced by 77.5, a score that none of these
 * is. */
static char *
change_attribute (const char *text, const char *place, const char *attribute)
{
  g_autofree char *begin = g_strdup_printf (" %s=\"", attribute);
  const char *at = strstr (text, place);
  const char *value = at != NULL ? strstr (at, begin) : NULL;

  g_assert_nonnull (value);
  value += strlen (begin);

  g_autofree char *before = g_strndup (text, (gsize)(value - text));

  return g_strconcat (before, "77.5", strchr (value, '"'), NULL);
}

static void
test_different (void)
{
  static const struct
  {
    const char *place, *attribute, *says;
  } changes[] = {
    { "<unit", "total", "The total of unit 990301 is stated as 77.50" },
    { "<unit", "base", "The base of unit" },
    { "<unit", "bonus", "The bonus of unit" },
    { "<unit", "deduction", "The deduction of unit" },
    { "<total figure=\"self\"", "total", "The total of unit" },
    { "<total figure=\"decided\"", "base", "The base of unit" },
    { "<task no=\"1\"", "computed", "The score of task 1 of unit" },
    { "<task no=\"1\"", "self", "The score of task 1 of unit" },
    { "<task no=\"2\"", "decided", "The score of task 2 of unit" },
  };
  g_autoptr (YsSheet) sheet = score ();
  g_autoptr (GBytes) written = write_sheet (sheet, NULL);
  g_autofree char *text = text_of (written);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *changed = change_attribute (text, changes[i].place, changes[i].attribute);
      g_autoptr (GBytes) bytes = small_document_bytes (changed);
      g_autoptr (YsFaults) faults = ys_faults_new ();
      g_autoptr (YsStatedSheet) stated = ys_stated_sheet_read_xml (bytes, "sheet.xml", faults);
      g_autofree char *found = NULL;

      g_assert_nonnull (stated);
      g_assert_false (ys_stated_sheet_compare (stated, sheet, faults));
      found = small_faults_to_text (faults);
      g_test_message ("%s", found);
      g_assert_cmpuint (ys_faults_get_n (faults), ==, 1);
      g_assert_nonnull (strstr (found, changes[i].says));
      g_assert_cmpint (ys_faults_get (faults, 0)->code, ==, YS_ERROR_PACKAGE_SCORES);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/sheet/valid", test_valid);
  g_test_add_func ("/exchange/sheet/same", test_same);
  g_test_add_func ("/exchange/sheet/different", test_different);
  return g_test_run ();
}
