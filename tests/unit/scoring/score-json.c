/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores documents without a workspace and prints the sheet as JSON, with the arguments of `yanshou-cli
 * score`. For tests that hold the library alone against another reading of the rules. */
#include <stdio.h>
#include <string.h>

#include "ys-facts-xml.h"
#include "ys-scoring.h"
#include "ys-sheet-json.h"
#include "ys-catalogue-xml.h"

static GBytes *
load (const char *path)
{
  char *text;
  gsize length;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  return g_bytes_new_take (text, length);
}

static gboolean
read_document (YsFacts *facts, const char *path, const YsCatalogue *catalogue, YsFaults *faults)
{
  g_autoptr (GBytes) document = load (path);
  YsSubmission *submission;

  switch ((int)ys_document_kind_detect (document, path, faults))
    {
    case YS_DOCUMENT_ASSESSMENT:
      facts->assessment = ys_assessment_read_xml (document, path, faults);
      return facts->assessment != NULL;
    case YS_DOCUMENT_SUBMISSION:
      submission = ys_submission_read_xml (document, path, catalogue, faults);
      if (submission != NULL)
        g_ptr_array_add (facts->submissions, submission);
      return submission != NULL;
    case YS_DOCUMENT_OCCURRENCES:
      return ys_ledger_read_xml (facts->ledger, document, path, catalogue, faults);
    case YS_DOCUMENT_REVIEW:
      facts->review = ys_review_read_xml (document, path, faults);
      return facts->review != NULL;
    default:
      return FALSE;
    }
}

static YsSheet *
score (const char *catalogue_path, const char *standard_path, char **paths, YsScoreFlags flags,
       YsFaults *faults)
{
  g_autoptr (GBytes) catalogue_document = load (catalogue_path);
  g_autoptr (GBytes) standard_document = load (standard_path);
  g_autoptr (YsCatalogue) catalogue = ys_catalogue_read_xml (catalogue_document, catalogue_path, faults);
  g_autoptr (YsStandard) standard = NULL;
  g_autoptr (YsFacts) facts = ys_facts_new ();
  gboolean read = TRUE;

  if (catalogue == NULL)
    return NULL;
  standard = ys_standard_read_xml (standard_document, standard_path, catalogue, faults);
  if (standard == NULL)
    return NULL;
  if (facts->ledger == NULL)
    facts->ledger = ys_ledger_new ();
  for (char **path = paths; path != NULL && *path != NULL; path++)
    read = read_document (facts, *path, catalogue, faults) && read;
  return read && facts->assessment != NULL ? ys_score (standard, facts, flags, faults) : NULL;
}

int
main (int argc, char **argv)
{
  g_autofree char *catalogue = NULL, *standard = NULL, *figure = NULL;
  g_auto (GStrv) paths = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
                                   { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &catalogue, NULL, NULL },
                                   { "standard", 0, 0, G_OPTION_ARG_FILENAME, &standard, NULL, NULL },
                                   { "figure", 0, 0, G_OPTION_ARG_STRING, &figure, NULL, NULL },
                                   { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL,
                                     NULL },
                                   { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsSheet) sheet = NULL;
  g_autofree char *text = NULL;
  YsScoreFlags flags = YS_SCORE_WITH_REASONS;
  char **documents;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || catalogue == NULL || standard == NULL
      || paths == NULL)
    return 2;
  if (g_strcmp0 (figure, "computed") == 0)
    flags |= YS_SCORE_FIGURE_COMPUTED;
  else if (g_strcmp0 (figure, "self") == 0)
    flags |= YS_SCORE_FIGURE_SELF;
  else if (g_strcmp0 (figure, "decided") == 0)
    flags |= YS_SCORE_FIGURE_DECIDED;
  documents = strcmp (paths[0], "score") == 0 ? paths + 1 : paths;
  sheet = score (catalogue, standard, documents, flags, faults);
  text = sheet != NULL ? ys_sheet_to_json (sheet) : ys_faults_to_json (faults);
  puts (text);
  return sheet != NULL ? 0 : 1;
}
