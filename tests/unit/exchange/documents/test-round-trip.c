/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written reads back as the same content, and the same content gives the same bytes.
 * The small documents hold every element and attribute of their formats. */
#include <string.h>

#include "small-documents.h"
#include "ys-data.h"
#include "ys-facts-parts.h"
#include "ys-schema.h"
#include "ys-xml-reader.h"

static void
assert_same (GBytes *written, const char *name)
{
  g_autofree char *expected = small_document_load (name);
  g_autofree char *text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_autoptr (GBytes) schema = ys_schema_get (name);
  g_autoptr (YsFaults) faults = ys_faults_new ();

  g_assert_cmpstr (text, ==, expected);
  g_assert_true (ys_xml_check (written, name, name, schema, YS_XML_STOP_AT_FIRST, faults));
}

static void
test_catalogue (void)
{
  g_autoptr (YsCatalogue) catalogue = small_catalogue ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = ys_catalogue_write_xml (catalogue, &error);

  g_assert_no_error (error);
  assert_same (written, "catalogue");
}

static void
test_standard (void)
{
  g_autoptr (YsStandard) standard = small_standard ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = ys_standard_write_xml (standard, &error);

  g_assert_no_error (error);
  assert_same (written, "standard");
}

static YsFacts *
sound_facts (const YsStandard *standard)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  YsFacts *facts = small_facts (standard, NULL, NULL, faults);
  g_autofree char *text = small_faults_to_text (faults);

  g_assert_cmpstr (text, ==, "");
  g_assert_nonnull (facts);
  return facts;
}

static void
test_facts (void)
{
  g_autoptr (YsStandard) standard = small_standard ();
  g_autoptr (YsFacts) facts = sound_facts (standard);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) assessment = ys_assessment_write_xml (facts->assessment, &error);
  g_autoptr (GBytes) submission =
      ys_submission_write_xml (g_ptr_array_index (facts->submissions, 0), standard->catalogue, &error);
  g_autoptr (GBytes) ledger = ys_ledger_write_xml (facts->ledger, "r2021", NULL, &error);
  g_autoptr (GBytes) review = ys_review_write_xml (facts->review, &error);

  g_assert_no_error (error);
  assert_same (assessment, "assessment");
  assert_same (submission, "submission");
  assert_same (ledger, "occurrences");
  assert_same (review, "review");
}

static void
turn_around (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gpointer kept = array->pdata[i];

      array->pdata[i] = array->pdata[array->len - 1 - i];
      array->pdata[array->len - 1 - i] = kept;
    }
}

/* The order in which facts were gathered leaves no trace. */
static void
test_order (void)
{
  g_autoptr (YsStandard) standard = small_standard ();
  g_autoptr (YsFacts) facts = sound_facts (standard);
  YsSubmission *submission = g_ptr_array_index (facts->submissions, 0);
  YsUnitReview *unit = g_ptr_array_index (facts->review->units, 0);
  YsItem *item = ys_submission_get_item (submission, 1);
  YsOccurrence *occurrence = g_ptr_array_index (facts->ledger->occurrences, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = NULL, ledger = NULL, review = NULL, assessment = NULL;

  turn_around (submission->items);
  turn_around (item->figures);
  turn_around (item->self);
  turn_around (item->citations);
  turn_around (facts->assessment->units);
  turn_around (occurrence->ticks);
  turn_around (facts->ledger->occurrences);
  turn_around (facts->ledger->records);
  turn_around (facts->ledger->thresholds);
  turn_around (facts->review->assessors);
  turn_around (unit->assignments);
  turn_around (unit->scores);
  turn_around (unit->verdicts);
  turn_around (unit->decisions);
  written = ys_submission_write_xml (submission, standard->catalogue, &error);
  ledger = ys_ledger_write_xml (facts->ledger, "r2021", NULL, &error);
  review = ys_review_write_xml (facts->review, &error);
  assessment = ys_assessment_write_xml (facts->assessment, &error);
  g_assert_no_error (error);
  assert_same (written, "submission");
  assert_same (ledger, "occurrences");
  assert_same (review, "review");
  assert_same (assessment, "assessment");
}

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsCatalogue) catalogue = ys_data_load_default_catalogue (&error);
  g_autoptr (YsStandard) standard = ys_data_load_default_standard (catalogue, &error);
  g_autoptr (GBytes) written = ys_catalogue_write_xml (catalogue, &error);
  g_autoptr (GBytes) written_standard = ys_standard_write_xml (standard, &error);
  g_autoptr (YsCatalogue) again = ys_catalogue_read_xml (written, "catalogue.xml", faults);
  g_autoptr (YsStandard) standard_again =
      ys_standard_read_xml (written_standard, "standard.xml", again, faults);
  g_autoptr (GBytes) twice = ys_catalogue_write_xml (again, &error);
  g_autoptr (GBytes) standard_twice = ys_standard_write_xml (standard_again, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (written, twice));
  g_assert_true (g_bytes_equal (written_standard, standard_twice));
}

/* libxml2 would write U+000B without a word, and nobody could read the file. */
static void
test_forbidden_text (void)
{
  g_autoptr (YsSubmission) submission = ys_submission_new ();
  g_autoptr (GError) error = NULL;
  YsItem *item = ys_submission_ensure_item (submission, 1);

  submission->assessment = g_strdup ("r2021");
  submission->unit = g_strdup ("990301");
  submission->revision = 1;
  item->effect = g_strdup ("从文字处理软件粘贴\v的文字");
  g_assert_null (ys_submission_write_xml (submission, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_VALUE);
  g_assert_cmpstr (ys_error_get_where (error), ==, "effect");
}

/* 0, nothing and half of a ratio are four different things, also after a journey (cases, 102). */
static void
test_figures (void)
{
  static const char *const figures[] = { "0/100", "/100", "0/0", "" };
  g_autoptr (YsStandard) standard = small_standard ();

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (YsSubmission) submission = ys_submission_new ();
      g_autoptr (YsSubmission) again = NULL;
      g_autoptr (YsFaults) faults = ys_faults_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) written = NULL;
      g_autofree char *text = NULL;
      YsItem *item = ys_submission_ensure_item (submission, 1);

      submission->assessment = g_strdup ("r2021");
      submission->unit = g_strdup ("990301");
      submission->revision = 1;
      g_assert_true (ys_item_set_entry (item, "metric.M1", figures[i], standard, 2021, &error));
      written = ys_submission_write_xml (submission, standard->catalogue, &error);
      g_assert_no_error (error);
      again = ys_submission_read_xml (written, "s.xml", standard->catalogue, faults);
      g_assert_nonnull (again);
      text = ys_item_dup_entry (ys_submission_get_item (again, 1), "metric.M1", 2021);
      g_assert_cmpstr (text, ==, figures[i]);
    }
}

static void
test_kind (void)
{
  static const struct
  {
    const char *name;
    YsDocumentKind kind;
  } rows[] = {
    { "catalogue", YS_DOCUMENT_CATALOGUE },     { "standard", YS_DOCUMENT_STANDARD },
    { "assessment", YS_DOCUMENT_ASSESSMENT },   { "submission", YS_DOCUMENT_SUBMISSION },
    { "occurrences", YS_DOCUMENT_OCCURRENCES }, { "review", YS_DOCUMENT_REVIEW },
    { "opinion", YS_DOCUMENT_OPINION },         { "finding", YS_DOCUMENT_FINDING },
  };
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) foreign = small_document_bytes ("<html/>");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = small_document_load (rows[i].name);
      g_autoptr (GBytes) bytes = small_document_bytes (text);

      g_assert_cmpint (ys_document_kind_detect (bytes, "x.xml", faults), ==, rows[i].kind);
      g_assert_cmpstr (ys_document_kind_nick (rows[i].kind), ==, rows[i].name);
    }
  g_assert_cmpuint (ys_faults_get_n (faults), ==, 0);
  g_assert_cmpint (ys_document_kind_detect (foreign, "x.xml", faults), ==, YS_DOCUMENT_UNKNOWN);
  g_assert_cmpint (ys_faults_get (faults, 0)->code, ==, YS_ERROR_XML_ROOT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/round-trip/catalogue", test_catalogue);
  g_test_add_func ("/exchange/round-trip/standard", test_standard);
  g_test_add_func ("/exchange/round-trip/facts", test_facts);
  g_test_add_func ("/exchange/round-trip/order", test_order);
  g_test_add_func ("/exchange/round-trip/shipped", test_shipped);
  g_test_add_func ("/exchange/round-trip/forbidden-text", test_forbidden_text);
  g_test_add_func ("/exchange/round-trip/figures", test_figures);
  g_test_add_func ("/exchange/round-trip/kind", test_kind);
  return g_test_run ();
}
