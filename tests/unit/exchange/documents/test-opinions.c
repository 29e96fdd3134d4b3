/* SPDX-License-Identifier: GPL-3.0-or-later */
/* opinion.xml and finding.xml: written as they were read, and refused where what they say can't be.
 * The small documents hold every element and attribute of the two formats. */
#include <string.h>

#include "small-documents.h"
#include "ys-opinion-xml.h"

static YsOpinions *
read_opinions (const char *text)
{
  g_autoptr (GBytes) bytes = small_document_bytes (text);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  YsOpinions *opinions = ys_opinions_read_xml (bytes, "opinion.xml", faults);
  g_autofree char *shown = small_faults_to_text (faults);

  g_assert_cmpstr (shown, ==, "");
  return opinions;
}

static YsFindings *
read_findings (const char *text)
{
  g_autoptr (GBytes) bytes = small_document_bytes (text);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  YsFindings *findings = ys_findings_read_xml (bytes, "finding.xml", faults);
  g_autofree char *shown = small_faults_to_text (faults);

  g_assert_cmpstr (shown, ==, "");
  return findings;
}

static void
assert_bytes (GBytes *written, const char *text)
{
  g_autofree char *shown = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));

  g_assert_cmpstr (shown, ==, text);
}

static void
test_round_trip (void)
{
  g_autofree char *opinion_text = small_document_load ("opinion");
  g_autofree char *finding_text = small_document_load ("finding");
  g_autoptr (YsOpinions) opinions = read_opinions (opinion_text);
  g_autoptr (YsFindings) findings = read_findings (finding_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) opinion = ys_opinions_write_xml (opinions, &error);
  g_autoptr (GBytes) finding = ys_findings_write_xml (findings, &error);

  g_assert_no_error (error);
  assert_bytes (opinion, opinion_text);
  assert_bytes (finding, finding_text);
}

/* A copy is written as what it was made from, in whatever order things were gathered. */
static void
test_copies (void)
{
  g_autofree char *opinion_text = small_document_load ("opinion");
  g_autofree char *finding_text = small_document_load ("finding");
  g_autoptr (YsOpinions) opinions = read_opinions (opinion_text), copies = ys_opinions_new ();
  g_autoptr (YsFindings) findings = read_findings (finding_text);

  copies->assessment = g_strdup (opinions->assessment);
  g_ptr_array_extend_and_steal (copies->evidence, g_steal_pointer (&opinions->evidence));
  opinions->evidence = g_ptr_array_new ();
  for (guint i = opinions->opinions->len; i > 0; i--)
    g_ptr_array_add (copies->opinions, ys_opinion_copy (g_ptr_array_index (opinions->opinions, i - 1)));
  g_ptr_array_add (copies->answers, ys_answer_copy (g_ptr_array_index (opinions->answers, 0)));
  g_ptr_array_add (copies->conclusions, ys_conclusion_copy (g_ptr_array_index (opinions->conclusions, 0)));
  g_autoptr (GBytes) opinion = ys_opinions_write_xml (copies, NULL);
  assert_bytes (opinion, opinion_text);
  g_assert_true (ys_opinion_equal (g_ptr_array_index (copies->opinions, 2), g_ptr_array_index (opinions->opinions, 0)));
  g_assert_false (ys_opinion_equal (g_ptr_array_index (copies->opinions, 1), g_ptr_array_index (opinions->opinions, 0)));

  for (guint i = 0; i < findings->findings->len; i++)
    {
      YsFinding *old = g_ptr_array_index (findings->findings, i);
      g_ptr_array_index (findings->findings, i) = ys_finding_copy (old);
      ys_finding_free (old);
    }
  g_autoptr (GBytes) finding = ys_findings_write_xml (findings, NULL);
  assert_bytes (finding, finding_text);
}

static YsAssessment *
small_round (void)
{
  g_autofree char *text = small_document_load ("assessment");
  g_autoptr (GBytes) bytes = small_document_bytes (text);
  g_autoptr (YsFaults) faults = ys_faults_new ();

  return ys_assessment_read_xml (bytes, "assessment.xml", faults);
}

/* Each changes one place of a document that makes sense before. */
static void
test_meaning (void)
{
  static const struct
  {
    const char *name, *find, *replace, *code;
  } rows[] = {
    { "opinion", "unit=\"990301\" task=\"1\"", "unit=\"990309\" task=\"1\"", "opinion-gone" },
    { "opinion", "task=\"1\" point=\"P1.1\"", "task=\"7\" point=\"P1.1\"", "opinion-gone" },
    { "opinion", "point=\"P1.1\" pages", "point=\"P2.1\" pages", "opinion-gone" },
    { "opinion", "changed=\"P1.1\"", "changed=\"P9.9\"", "opinion-gone" },
    { "opinion", "points=\"2.5\"", "points=\"99.5\"", "value" },
    { "opinion", ">应当扣分。</remark>", "/>", "value" },
    { "opinion", ">限期补齐。</conclusion>", "/>", "value" },
    { "opinion", "time=\"2022-07-28T01:05:00Z\" unit=\"990301\" item=\"N2.2\"",
      "time=\"2022-07-28T01:00:00Z\" unit=\"990301\" task=\"1\"", "opinion-conflict" },
    { "finding", "unit=\"990301\"", "unit=\"990309\"", "opinion-gone" },
    { "finding", "task=\"1\"", "task=\"7\"", "opinion-gone" },
    { "finding", " due=\"2022-09-30\"", "", "value" },
  };
  g_autoptr (YsStandard) standard = small_standard ();
  g_autoptr (YsAssessment) assessment = small_round ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sound = small_document_load (rows[i].name);
      g_autofree char *changed = small_document_change (rows[i].name, rows[i].find, rows[i].replace);
      g_autoptr (YsFaults) none = ys_faults_new (), faults = ys_faults_new ();
      gboolean first = FALSE, second = FALSE;

      if (g_str_equal (rows[i].name, "opinion"))
        {
          g_autoptr (YsOpinions) one = read_opinions (sound), other = read_opinions (changed);
          first = ys_opinions_check (one, standard, assessment, "opinion.xml", none);
          second = ys_opinions_check (other, standard, assessment, "opinion.xml", faults);
        }
      else
        {
          g_autoptr (YsFindings) one = read_findings (sound), other = read_findings (changed);
          first = ys_findings_check (one, standard, assessment, "finding.xml", none);
          second = ys_findings_check (other, standard, assessment, "finding.xml", faults);
        }
      g_autofree char *nothing = small_faults_to_text (none);
      g_assert_cmpstr (nothing, ==, "");
      g_assert_true (first);
      g_assert_false (second);
      g_test_message ("%s", rows[i].replace);
      g_assert_cmpstr (ys_error_code_nick (ys_faults_get (faults, 0)->code), ==, rows[i].code);
      g_assert_cmpuint (ys_faults_get (faults, 0)->line, >, 0);
    }
}

/* What a schema refuses never becomes a record. */
static void
test_refused (void)
{
  static const char *const changes[][2] = {
    { "verdict=\"query\"", "verdict=\"doubt\"" },         { "time=\"2022-07-28T01:00:00Z\"", "time=\"2022-07-28\"" },
    { "is=\"rectify\"", "is=\"maybe\"" },                 { "id=\"q2\"", "id=\"q1\"" },
    { "<text>已补齐。</text>", "<text></text>" },         { " to=\"q1\"", "" },
    { "evidence=\"cccc", "evidence=\"dddd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *text = small_document_change ("opinion", changes[i][0], changes[i][1]);
      g_autoptr (GBytes) bytes = small_document_bytes (text);
      g_autoptr (YsFaults) faults = ys_faults_new ();

      g_test_message ("%s", changes[i][1]);
      g_assert_null (ys_opinions_read_xml (bytes, "opinion.xml", faults));
      g_assert_cmpuint (ys_faults_get_n (faults), >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/opinions/round-trip", test_round_trip);
  g_test_add_func ("/exchange/opinions/copies", test_copies);
  g_test_add_func ("/exchange/opinions/meaning", test_meaning);
  g_test_add_func ("/exchange/opinions/refused", test_refused);
  return g_test_run ();
}
