/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked before every change of the review: who acts, on which revision, in which state, and whether the facts
 * would still hold afterwards. And the small things that its files share: values as typed, reasons, words. */
#include "ys-workspace-review-private.h"

#include "ys-id.h"
#include "ys-scoring.h"

#include <glib/gi18n-lib.h>

/* ---- words ---- */

char *
ys_point_label (const YsPoint *point)
{
  return g_strdup_printf ("%s %s", point->id, point->title != NULL ? point->title : "");
}

char *
ys_point_value_label (gboolean has_points, YsPoints points, const char *word)
{
  g_autofree char *text = has_points ? ys_points_to_display (points) : NULL;

  return has_points ? g_strdup_printf ("%s分", text) : g_strdup (word);
}

gboolean
ys_reason_clean (const char *reason, char **clean, GError **error)
{
  *clean = ys_text_clean (reason != NULL ? reason : "", -1);
  g_strstrip (*clean);
  if ((*clean)[0] != '\0')
    return TRUE;
  ys_set_error (error, YS_ERROR_VALUE, "reason", _("This needs a reason"));
  return FALSE;
}

static gboolean
has_word (const YsPoint *point, const char *word)
{
  for (guint i = 0; point->measure.kind == YS_MEASURE_WORD && i < point->rows->len; i++)
    {
      const YsBandRow *row = g_ptr_array_index (point->rows, i);
      if (row->kind == YS_ROW_WORD && g_strcmp0 (row->word, word) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
ys_point_value_parse (const YsPoint *point, const char *text, gboolean *has_points, YsPoints *points, char **word,
                      GError **error)
{
  g_autofree char *clean = ys_text_clean_line (text != NULL ? text : "", -1);
  g_autofree char *plain = NULL;
  gboolean percent = FALSE;

  *has_points = FALSE;
  *word = NULL;
  if (has_word (point, clean))
    {
      *word = g_steal_pointer (&clean);
      return TRUE;
    }
  plain = ys_number_normalize (clean, &percent);
  *has_points = plain != NULL && !percent && ys_points_parse (plain, points) && *points >= point->least
                && *points <= point->most;
  if (*has_points)
    return TRUE;
  g_autofree char *least = ys_points_to_short (point->least);
  g_autofree char *most = ys_points_to_short (point->most);
  ys_set_error (error, YS_ERROR_VALUE, point->id,
                point->measure.kind == YS_MEASURE_WORD
                  ? _("“%s” is neither a word of point %s nor points from %s to %s")
                  : _("“%s” cannot be the score of point %s, which takes points from %s to %s"),
                clean, point->id, least, most);
  return FALSE;
}

/* ---- beginning a change ---- */

void
ys_reviewing_clear (YsReviewing *self)
{
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->assessor, ys_assessor_free);
  g_clear_pointer (&self->review, ys_unit_review_free);
}

static gboolean
refuse_state (const YsReviewing *self, GError **error)
{
  const char *unit = self->info->id, *name = self->info->name;

  if (self->state == YS_SUBMISSION_FINAL)
    ys_set_error (error, YS_ERROR_STATE, unit,
                  _("%s is settled; later changes need an appeal that was granted"), name);
  else if (self->state == YS_SUBMISSION_SCORED)
    ys_set_error (error, YS_ERROR_STATE, unit,
                  _("The scoring of %s is finished; the lead can open it again"), name);
  else
    ys_set_error (error, YS_ERROR_STATE, unit, _("The submission of %s is %s and is not being reviewed"), name,
                  ys_submission_state_label (self->state));
  return FALSE;
}

static gboolean
is_among (YsSubmissionState state, guint states)
{
  return (state == YS_SUBMISSION_ACCEPTED && (states & YS_REVIEWING_ACCEPTED) != 0)
         || (state == YS_SUBMISSION_SCORED && (states & YS_REVIEWING_SCORED) != 0);
}

/* With the lock held: who acts and what stands now; FALSE where nothing of the unit came in. */
static gboolean
take_present (YsReviewing *self, YsWorkspace *workspace)
{
  const YsSubmissionRow *row = ys_workspace_peek_received (workspace, self->info->id);
  const YsAssessor *assessor = ys_workspace_peek_assessor (workspace, workspace->person);

  if (row == NULL)
    return FALSE;
  self->revision = row->revision;
  self->state = row->state;
  self->person = g_strdup (workspace->person);
  self->new_assessor = assessor == NULL;
  self->assessor = assessor != NULL ? ys_assessor_copy (assessor) : ys_assessor_new ();
  if (assessor == NULL)
    {
      self->assessor->id = ys_id_new ();
      self->assessor->name = g_strdup (workspace->person);
    }
  self->assessor->lead = (workspace->roles & YS_ROLE_LEAD) != 0;
  self->review = ys_workspace_build_unit_review (workspace, self->info->id);
  return TRUE;
}

gboolean
ys_reviewing_begin (YsReviewing *self, YsWorkspace *workspace, const char *unit, guint states, GError **error)
{
  gboolean received;

  if (workspace->office != YS_OFFICE_CITY)
    {
      ys_set_error (error, YS_ERROR_ROLE, NULL, _("Submissions are reviewed by the city"));
      return FALSE;
    }
  self->workspace = workspace;
  self->info = ys_assessment_get_unit (workspace->assessment, unit);
  if (self->info == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _("The round names no unit %s"), unit);
      return FALSE;
    }
  g_mutex_lock (&workspace->lock);
  received = take_present (self, workspace);
  g_mutex_unlock (&workspace->lock);
  if (!received)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _("No submission of unit %s was received"), unit);
      return FALSE;
    }
  if (!is_among (self->state, states))
    return refuse_state (self, error);
  if (self->assessor->unit != NULL && g_strcmp0 (self->assessor->unit, unit) == 0)
    {
      ys_set_error (error, YS_ERROR_ROLE, self->person, _("%s belongs to %s and takes no part in its review"),
                    self->person, self->info->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
can_begin (YsWorkspace *self, const char *unit, guint states, char **why)
{
  g_auto (YsReviewing) reviewing = { 0 };
  g_autoptr (GError) refusal = NULL;

  if (ys_reviewing_begin (&reviewing, self, unit, states, &refusal))
    return TRUE;
  if (why != NULL)
    *why = g_strdup (refusal->message);
  return FALSE;
}

gboolean
ys_workspace_can_score (YsWorkspace *self, const char *unit, char **why)
{
  return can_begin (self, unit, YS_REVIEWING_ACCEPTED, why);
}

gboolean
ys_workspace_can_decide (YsWorkspace *self, const char *unit, char **why)
{
  return can_begin (self, unit, YS_REVIEWING_ACCEPTED | YS_REVIEWING_SCORED, why);
}

/* With the lock held: the facts of this unit alone, with the review as it would stand. */
static YsFacts *
build_facts (const YsReviewing *self)
{
  YsWorkspace *workspace = self->workspace;
  YsFacts *facts = ys_facts_new ();
  YsReview *review = ys_workspace_build_review (workspace, NULL);
  const YsSubmission *submission = ys_workspace_peek_submission (workspace, self->info->id);

  facts->assessment = ys_assessment_ref (workspace->effective != NULL ? workspace->effective : workspace->assessment);
  if (submission != NULL)
    g_ptr_array_add (facts->submissions, ys_submission_ref ((YsSubmission *) submission));
  for (guint i = 0; i < workspace->occurrences->len; i++)
    {
      const YsOccurrence *occurrence = ((YsOccurrenceRow *) g_ptr_array_index (workspace->occurrences, i))->occurrence;
      if (g_strcmp0 (occurrence->unit, self->info->id) == 0)
        g_ptr_array_add (facts->ledger->occurrences, ys_workspace_copy_occurrence (occurrence));
    }
  g_ptr_array_set_size (review->units, 0);
  if (self->new_assessor)
    g_ptr_array_add (review->assessors, ys_assessor_copy (self->assessor));
  facts->review = review;
  return facts;
}

gboolean
ys_reviewing_check (const YsReviewing *self, GError **error)
{
  YsWorkspace *workspace = self->workspace;
  g_autoptr (YsFaults) faults = ys_faults_new ();
  gboolean holds;

  g_mutex_lock (&workspace->lock);
  g_autoptr (YsFacts) facts = build_facts (self);
  g_mutex_unlock (&workspace->lock);
  /* lent for the check: it stays the caller's */
  g_ptr_array_add (facts->review->units, self->review);
  holds = ys_facts_check (facts, workspace->standard, faults);
  g_ptr_array_steal_index (facts->review->units, 0);
  if (!holds)
    ys_set_error_from_faults (error, faults);
  return holds;
}

gboolean
ys_reviewing_store_assessor (const YsReviewing *self, YsConnection *connection, GError **error)
{
  return !self->new_assessor || ys_assessor_set (connection, self->assessor, error);
}

const YsPoint *
ys_reviewing_find_point (const YsReviewing *self, const char *id, GError **error)
{
  const YsPoint *point = ys_standard_get_point (self->workspace->standard, id);

  if (point != NULL && point->task != NULL)
    return point;
  ys_set_error (error, YS_ERROR_NOT_FOUND, id,
                point != NULL ? _("%s is a bonus point; nobody scores it") : _("The standard has no scoring point %s"), id);
  return NULL;
}

gboolean
ys_workspace_must_be_unsettled (YsWorkspace *self, const char *unit, GError **error)
{
  g_autofree char *settled = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; self->received != NULL && i < self->received->len && settled == NULL; i++)
    {
      const YsSubmission *submission = g_ptr_array_index (self->received, i);
      const YsSubmissionRow *row = ys_workspace_peek_received (self, submission->unit);

      if ((unit == NULL || g_strcmp0 (unit, submission->unit) == 0) && row != NULL
          && row->state == YS_SUBMISSION_FINAL)
        settled = g_strdup (submission->unit);
    }
  g_mutex_unlock (&self->lock);
  if (settled == NULL)
    return TRUE;
  const YsUnitInfo *info = ys_assessment_get_unit (self->assessment, settled);
  ys_set_error (error, YS_ERROR_STATE, settled, _("%s is settled; later changes need an appeal that was granted"),
                info != NULL ? info->name : settled);
  return FALSE;
}
