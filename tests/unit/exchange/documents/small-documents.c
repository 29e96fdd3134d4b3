/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads the small documents and puts the facts together as the program does.
 * Nothing is cached, so that no test sees what another one changed. */
#include "small-documents.h"

#include <string.h>

char *
small_document_load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".xml", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "xml", file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

char *
small_document_change (const char *name, const char *find, const char *replace)
{
  g_autofree char *text = small_document_load (name);
  char *at = strstr (text, find);
  g_autofree char *before = NULL;

  if (at == NULL)
    g_error ("%s.xml does not hold %s", name, find);
  before = g_strndup (text, (gsize)(at - text));
  return g_strconcat (before, replace, at + strlen (find), NULL);
}

GBytes *
small_document_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

char *
small_faults_to_text (YsFaults *faults)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);

      g_string_append_printf (text, "%s:%u: %s: %s: %s\n", fault->file != NULL ? fault->file : "",
                              fault->line, ys_error_code_nick (fault->code),
                              fault->where != NULL ? fault->where : "", fault->message);
    }
  return g_string_free (text, FALSE);
}

guint
small_line_of (const char *text, const char *part)
{
  const char *at = strstr (text, part);
  guint line = 1;

  if (at == NULL)
    g_error ("the text does not hold %s", part);
  for (const char *c = text; c < at; c++)
    line += *c == '\n';
  return line;
}

static void
assert_none (YsFaults *faults)
{
  g_autofree char *text = small_faults_to_text (faults);

  g_assert_cmpstr (text, ==, "");
}

YsCatalogue *
small_catalogue (void)
{
  g_autofree char *text = small_document_load ("catalogue");
  g_autoptr (GBytes) bytes = small_document_bytes (text);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  YsCatalogue *catalogue = ys_catalogue_read_xml (bytes, "catalogue.xml", faults);

  assert_none (faults);
  g_assert_nonnull (catalogue);
  return catalogue;
}

YsStandard *
small_standard (void)
{
  g_autoptr (YsCatalogue) catalogue = small_catalogue ();
  g_autofree char *text = small_document_load ("standard");
  g_autoptr (GBytes) bytes = small_document_bytes (text);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  YsStandard *standard = ys_standard_read_xml (bytes, "standard.xml", catalogue, faults);

  assert_none (faults);
  g_assert_nonnull (standard);
  return standard;
}

static GBytes *
load_or_take (const char *wanted, const char *name, const char *text)
{
  g_autofree char *loaded = NULL;

  if (g_strcmp0 (wanted, name) == 0)
    return small_document_bytes (text);
  loaded = small_document_load (wanted);
  return small_document_bytes (loaded);
}

YsFacts *
small_facts (const YsStandard *standard, const char *name, const char *text, YsFaults *faults)
{
  g_autoptr (YsFacts) facts = ys_facts_new ();
  g_autoptr (GBytes) assessment = load_or_take ("assessment", name, text);
  g_autoptr (GBytes) submission = load_or_take ("submission", name, text);
  g_autoptr (GBytes) ledger = load_or_take ("occurrences", name, text);
  g_autoptr (GBytes) review = load_or_take ("review", name, text);
  YsSubmission *one;

  facts->assessment = ys_assessment_read_xml (assessment, "assessment.xml", faults);
  one = ys_submission_read_xml (submission, "submission.xml", standard->catalogue, faults);
  if (one != NULL)
    g_ptr_array_add (facts->submissions, one);
  facts->review = ys_review_read_xml (review, "review.xml", faults);
  if (!ys_ledger_read_xml (facts->ledger, ledger, "occurrences.xml", standard->catalogue, faults)
      || ys_faults_get_n (faults) > 0 || !ys_facts_check (facts, standard, faults))
    return NULL;
  return g_steal_pointer (&facts);
}
