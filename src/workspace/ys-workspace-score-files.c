/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring files without a workspace, as the command line does it for those who wrote them by hand.
 * All files are read before anything is refused, so that one run tells everything that is wrong. */
#include "ys-workspace-score-files.h"

#include <glib/gi18n-lib.h>

#include "ys-catalogue-xml.h"
#include "ys-data.h"
#include "ys-facts-xml.h"
#include "ys-id.h"
#include "ys-workspace-private.h"

/* Adds @error, taken, as a fault of @file. */
static void
add_error (YsFaults *faults, const char *file, GError *error)
{
  ys_faults_add (faults, (YsErrorCode) error->code, file, 0, NULL, "%s", error->message);
  g_error_free (error);
}

static GBytes *
load (const char *path, const char *shown, YsFaults *faults)
{
  g_autoptr (GError) error = NULL;
  GError *ours = NULL;
  char *content;
  gsize size;

  if (g_file_get_contents (path, &content, &size, &error))
    return g_bytes_new_take (content, size);
  ys_set_error_from_foreign (&ours, g_steal_pointer (&error), path, _("Reading the file"));
  add_error (faults, shown, ours);
  return NULL;
}

YsCatalogue *
ys_check_catalogue_file (const char *path, YsFaults *faults)
{
  g_autofree char *shown = ys_text_from_filename (path);
  g_autoptr (GBytes) document = load (path, shown, faults);

  return document != NULL ? ys_catalogue_read_xml (document, shown, faults) : NULL;
}

static YsCatalogue *
shipped_catalogue (YsFaults *faults)
{
  GError *error = NULL;
  YsCatalogue *catalogue = ys_data_load_default_catalogue (&error);

  if (catalogue == NULL)
    add_error (faults, "catalogue.xml", error);
  return catalogue;
}

static YsStandard *
read_standard (const char *path, YsCatalogue *catalogue, YsFaults *faults)
{
  g_autofree char *shown = ys_text_from_filename (path);
  g_autoptr (GBytes) document = load (path, shown, faults);

  return document != NULL ? ys_standard_read_xml (document, shown, catalogue, faults) : NULL;
}

YsStandard *
ys_check_standard_file (const char *path, const char *catalogue_path, YsFaults *faults)
{
  g_autoptr (YsCatalogue) catalogue
    = catalogue_path != NULL ? ys_check_catalogue_file (catalogue_path, faults) : shipped_catalogue (faults);

  return catalogue != NULL ? read_standard (path, catalogue, faults) : NULL;
}

/* ---- facts ---- */

static void
add_twice (YsFaults *faults, const char *file)
{
  ys_faults_add (faults, YS_ERROR_FACTS, file, 0, NULL, _("A document of this kind was already given"));
}

static gboolean
read_submission (YsFacts *facts, GBytes *document, const char *file, const YsCatalogue *catalogue, YsFaults *faults)
{
  YsSubmission *submission = ys_submission_read_xml (document, file, catalogue, faults);

  if (submission != NULL)
    g_ptr_array_add (facts->submissions, submission);
  return submission != NULL;
}

static gboolean
read_once (YsFacts *facts, GBytes *document, YsDocumentKind kind, const char *file, YsFaults *faults)
{
  if (kind == YS_DOCUMENT_ASSESSMENT ? facts->assessment != NULL : facts->review != NULL)
    {
      add_twice (faults, file);
      return FALSE;
    }
  if (kind == YS_DOCUMENT_ASSESSMENT)
    return (facts->assessment = ys_assessment_read_xml (document, file, faults)) != NULL;
  return (facts->review = ys_review_read_xml (document, file, faults)) != NULL;
}

static gboolean
read_facts (YsFacts *facts, const char *path, const YsCatalogue *catalogue, YsFaults *faults)
{
  g_autofree char *file = ys_text_from_filename (path);
  g_autoptr (GBytes) document = load (path, file, faults);
  YsDocumentKind kind = document != NULL ? ys_document_kind_detect (document, file, faults) : YS_DOCUMENT_UNKNOWN;

  if (document == NULL)
    return FALSE;
  switch ((int) kind)
    {
    case YS_DOCUMENT_ASSESSMENT:
    case YS_DOCUMENT_REVIEW:
      return read_once (facts, document, kind, file, faults);
    case YS_DOCUMENT_SUBMISSION:
      return read_submission (facts, document, file, catalogue, faults);
    case YS_DOCUMENT_OCCURRENCES:
      return ys_ledger_read_xml (facts->ledger, document, file, catalogue, faults);
    case YS_DOCUMENT_SHEET:
      return TRUE; /* what another program computed is not what is scored */
    case YS_DOCUMENT_UNKNOWN:
      return FALSE;
    default:
      ys_faults_add (faults, YS_ERROR_XML_ROOT, file, 0, NULL, _("A document of this kind (%s) holds no facts"),
                     ys_document_kind_nick (kind));
      return FALSE;
    }
}

YsSheet *
ys_score_files (const char *catalogue_path, const char *standard_path, const char *const *paths, YsScoreFigure figure,
                gboolean figure_given, YsFaults *faults)
{
  g_autoptr (YsCatalogue) catalogue = ys_check_catalogue_file (catalogue_path, faults);
  g_autoptr (YsStandard) standard = catalogue != NULL ? read_standard (standard_path, catalogue, faults) : NULL;
  g_autoptr (YsFacts) facts = ys_facts_new ();
  gboolean read = standard != NULL;

  if (catalogue == NULL)
    return NULL;
  if (facts->ledger == NULL)
    facts->ledger = ys_ledger_new ();
  for (const char *const *path = paths; *path != NULL; path++)
    read = read_facts (facts, *path, catalogue, faults) && read;
  if (facts->assessment == NULL && read)
    {
      ys_faults_add (faults, YS_ERROR_FACTS, NULL, 0, "assessment", _("The assessment of the round is not among the files"));
      return NULL;
    }
  return read ? ys_score (standard, facts, ys_score_flags_of_figure (figure, figure_given), faults) : NULL;
}
