/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city's feedback: sheet, review and occurrences of one county, before it is settled and when it is.
 * A package is made anew only where it would say something else. */
#include "ys-workspace-feedback.h"

#include "ys-facts-xml.h"
#include "ys-id.h"
#include "ys-scoring.h"
#include "ys-sheet-xml.h"
#include "ys-workspace-city.h"
#include "ys-workspace-review-private.h"

#include <glib/gi18n-lib.h>

static const char *const stems[] = { "sheet", "review", "occurrences" };

typedef struct {
  GBytes *documents[G_N_ELEMENTS (stems)];
  GPtrArray *evidence; /* digests of PDFs that the city added */
  guint revision;
} Feedback;

static void
feedback_clear (Feedback *feedback)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    g_clear_pointer (&feedback->documents[i], g_bytes_unref);
  g_clear_pointer (&feedback->evidence, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Feedback, feedback_clear)

/* ---- the documents ---- */

/* Takes out of @review what is not about @unit, assessors without a part in it too. */
static void
keep_unit (YsReview *review, const char *unit)
{
  const YsUnitReview *kept;

  for (guint i = review->units->len; i > 0; i--)
    if (g_strcmp0 (((YsUnitReview *) g_ptr_array_index (review->units, i - 1))->unit, unit) != 0)
      g_ptr_array_remove_index (review->units, i - 1);
  kept = g_ptr_array_index (review->units, 0);
  for (guint i = review->assessors->len; i > 0; i--)
    {
      const YsAssessor *assessor = g_ptr_array_index (review->assessors, i - 1);
      gboolean named = FALSE;

      for (guint a = 0; a < kept->assignments->len && !named; a++)
        named = g_str_equal (((YsAssignment *) g_ptr_array_index (kept->assignments, a))->assessor, assessor->id);
      for (guint v = 0; v < kept->verdicts->len && !named; v++)
        named = g_str_equal (((YsCitationVerdict *) g_ptr_array_index (kept->verdicts, v))->assessor, assessor->id);
      if (!named)
        g_ptr_array_remove_index (review->assessors, i - 1);
    }
}

static void
add_cited (GHashTable *cited, const GPtrArray *citations)
{
  for (guint i = 0; i < citations->len; i++)
    g_hash_table_add (cited, g_strdup (((YsCitation *) g_ptr_array_index (citations, i))->evidence));
}

/* Takes out of @ledger what is not about @unit; @cited gets the PDFs of what stays. */
static void
keep_ledger (YsLedger *ledger, const char *unit, GHashTable *cited)
{
  for (guint i = ledger->occurrences->len; i > 0; i--)
    if (g_strcmp0 (((YsOccurrence *) g_ptr_array_index (ledger->occurrences, i - 1))->unit, unit) != 0)
      g_ptr_array_remove_index (ledger->occurrences, i - 1);
    else
      add_cited (cited, ((YsOccurrence *) g_ptr_array_index (ledger->occurrences, i - 1))->citations);
  for (guint i = ledger->records->len; i > 0; i--)
    if (g_strcmp0 (((YsRecord *) g_ptr_array_index (ledger->records, i - 1))->unit, unit) != 0)
      g_ptr_array_remove_index (ledger->records, i - 1);
    else
      add_cited (cited, ((YsRecord *) g_ptr_array_index (ledger->records, i - 1))->citations);
  for (guint i = ledger->thresholds->len; i > 0; i--)
    if (g_strcmp0 (((YsThresholdValue *) g_ptr_array_index (ledger->thresholds, i - 1))->unit, unit) != 0)
      g_ptr_array_remove_index (ledger->thresholds, i - 1);
  for (guint i = ledger->evidence->len; i > 0; i--)
    if (!g_hash_table_contains (cited, ((YsEvidence *) g_ptr_array_index (ledger->evidence, i - 1))->digest))
      g_ptr_array_remove_index (ledger->evidence, i - 1);
}

static void
forget_evidence (GHashTable *cited, const GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    g_hash_table_remove (cited, ((YsEvidence *) g_ptr_array_index (evidence, i))->digest);
}

/* Of the PDFs in @cited those that the county did not send itself. With the lock held. */
static void
keep_added (YsWorkspace *self, const char *unit, GHashTable *cited)
{
  for (guint i = 0; i < self->received->len; i++)
    {
      const YsSubmission *submission = g_ptr_array_index (self->received, i);

      if (g_strcmp0 (submission->unit, unit) != 0)
        continue;
      forget_evidence (cited, submission->evidence);
      forget_evidence (cited, ((YsLedger *) g_ptr_array_index (self->received_ledgers, i))->evidence);
    }
}

static GBytes *
write_sheet (YsWorkspace *self, YsFacts *facts, const char *unit, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsSheet) sheet = ys_score (self->standard, facts, YS_SCORE_WITH_REASONS, faults);

  if (sheet == NULL)
    {
      ys_set_error_from_faults (error, faults);
      return NULL;
    }
  return ys_sheet_write_xml (sheet, unit, error);
}

static gboolean
compose (Feedback *feedback, YsWorkspace *self, const char *unit, YsSubmissionState state, GError **error)
{
  g_autoptr (GHashTable) cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (YsFacts) facts = NULL;
  YsUnitReview *review;

  g_mutex_lock (&self->lock);
  facts = ys_workspace_build_facts (self);
  g_clear_pointer (&facts->review, ys_review_unref);
  facts->review = ys_workspace_build_review (self, NULL); /* what nobody may see yet does not leave the house */
  g_mutex_unlock (&self->lock);
  review = ys_review_get_unit (facts->review, unit);
  if (review == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _("No submission of unit %s was received"), unit);
      return FALSE;
    }
  feedback->revision = review->revision;
  review->state = state;
  feedback->documents[0] = write_sheet (self, facts, unit, error);
  if (feedback->documents[0] == NULL)
    return FALSE;
  keep_unit (facts->review, unit);
  add_cited (cited, review->citations);
  keep_ledger (facts->ledger, unit, cited);
  feedback->documents[1] = ys_review_write_xml (facts->review, error);
  feedback->documents[2] = feedback->documents[1] != NULL
                             ? ys_ledger_write_xml (facts->ledger, self->assessment->id, NULL, error) : NULL;
  g_mutex_lock (&self->lock);
  keep_added (self, unit, cited);
  g_mutex_unlock (&self->lock);
  feedback->evidence = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer digest;
  g_hash_table_iter_init (&iter, cited);
  while (g_hash_table_iter_next (&iter, &digest, NULL))
    g_ptr_array_add (feedback->evidence, g_strdup (digest));
  return feedback->documents[2] != NULL;
}

/* ---- minting ---- */

/* What a feedback says, as one text: the digests of its documents. Full. */
static char *
content_of_minting (const YsMinting *minting)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      g_autofree char *name = g_strconcat (stems[i], ".xml", NULL);
      for (guint d = 0; d < minting->facts->documents->len; d++)
        {
          const YsPackageDocument *document = g_ptr_array_index (minting->facts->documents, d);
          if (g_str_equal (document->name, name))
            g_string_append_printf (text, "%s ", document->digest);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
content_of_feedback (const Feedback *feedback)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      gsize size;
      const void *data = g_bytes_get_data (feedback->documents[i], &size);
      g_autofree char *digest = ys_digest_of_bytes (data, size);
      g_string_append_printf (text, "%s ", digest);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
mint (YsMinting *minting, YsWorkspace *self, const char *unit, Feedback *feedback, GError **error)
{
  if (!ys_minting_begin (minting, self, YS_PACKAGE_FEEDBACK, unit, feedback->revision, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    ys_minting_add (minting, stems[i], g_steal_pointer (&feedback->documents[i]));
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const YsEvidenceRow *row = g_ptr_array_index (self->evidence, i);
      if (g_ptr_array_find_with_equal_func (feedback->evidence, row->digest, g_str_equal, NULL))
        ys_minting_add_evidence (minting, self, row);
    }
  g_mutex_unlock (&self->lock);
  return ys_minting_add_journal (minting, self, G_MAXUINT64, error)
         && ys_minting_write (minting, self, NULL, NULL, NULL, error);
}

gboolean
ys_feedback_mint (YsMinting *self, YsWorkspace *workspace, const char *unit, YsSubmissionState state, const char *said,
                  GError **error)
{
  g_auto (Feedback) feedback = { 0 };

  if (!compose (&feedback, workspace, unit, state, error))
    return FALSE;
  g_autofree char *fresh = content_of_feedback (&feedback);
  return g_strcmp0 (fresh, said) == 0 || mint (self, workspace, unit, &feedback, error);
}

static char *
content_setting (const char *unit)
{
  return g_strconcat ("feedback.", unit, NULL);
}

gboolean
ys_feedback_register (const YsMinting *self, YsConnection *connection, const char *unit, GError **error)
{
  g_autofree char *content = content_of_minting (self);
  g_autofree char *setting = content_setting (unit);

  if (self->path == NULL) /* nothing new was to be said */
    return TRUE;
  return ys_minting_register (self, connection, "待送出", error)
         && ys_setting_set (connection, setting, content, error);
}

/* ---- asked for beforehand ---- */

typedef struct {
  const char *unit;
  char *content;
  const YsMinting *minting;
} Said;

static gboolean
read_said (YsConnection *connection, gpointer data, GError **error)
{
  Said *said = data;
  g_autofree char *setting = content_setting (said->unit);
  g_autoptr (GError) local = NULL;

  said->content = ys_setting_get (connection, setting, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
store_feedback (YsConnection *connection, gpointer data, GError **error)
{
  const Said *said = data;

  return ys_feedback_register (said->minting, connection, said->unit, error);
}

gboolean
ys_feedback_read_said (YsWorkspace *self, const char *unit, char **content, GError **error)
{
  Said said = { .unit = unit };

  if (!ys_store_call (self->store, read_said, &said, error))
    return FALSE;
  *content = said.content;
  return TRUE;
}

gboolean
ys_workspace_prepare_feedback (YsWorkspace *self, const char *unit, GError **error)
{
  const YsUnitInfo *info = ys_assessment_get_unit (self->assessment, unit);
  YsSubmissionState state = ys_workspace_get_unit_state (self, unit, NULL);
  g_auto (YsMinting) minting = { 0 };
  g_autofree char *content = NULL;
  Said said = { .unit = unit, .minting = &minting };

  if (self->office != YS_OFFICE_CITY || info == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _("Feedback goes from the city to a county of the round"));
      return FALSE;
    }
  if (!ys_feedback_read_said (self, unit, &content, error))
    return FALSE;
  /* a settled unit's feedback was made when it was settled, and stays what it is */
  if ((state == YS_SUBMISSION_FINAL || ys_workspace_is_read_only (self)) && content != NULL)
    return TRUE;
  if (!ys_feedback_mint (&minting, self, unit, state, content, error))
    return FALSE;
  if (minting.path == NULL)
    return TRUE;
  YsAction action = { .role_needed = YS_ROLE_ASSESSOR | YS_ROLE_LEAD,
                      .what = YS_CHANGE_PACKAGES,
                      .record = { .action = "反馈", .subject = info->name, .after = minting.digest } };
  if (ys_workspace_act (self, &action, store_feedback, &said, error))
    return TRUE;
  ys_minting_drop (&minting);
  return FALSE;
}
