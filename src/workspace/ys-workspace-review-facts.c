/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The review as facts for scoring, packages and screens: rows of the store become one YsUnitReview for each unit.
 * Assessors do not see each other until all have scored (scoring.md, 11), so what is not yet to be seen is left out here. */
#include "ys-workspace-review-private.h"

/* ---- copies ---- */

YsAssessor *
ys_assessor_copy (const YsAssessor *assessor)
{
  YsAssessor *copy = ys_assessor_new ();

  copy->id = g_strdup (assessor->id);
  copy->name = g_strdup (assessor->name);
  copy->unit = g_strdup (assessor->unit);
  copy->lead = assessor->lead;
  return copy;
}

static YsAssignment *
copy_assignment (const YsAssignment *assignment)
{
  YsAssignment *copy = ys_assignment_new ();

  copy->assessor = g_strdup (assignment->assessor);
  copy->task = assignment->task;
  copy->released = assignment->released;
  copy->reason = g_strdup (assignment->reason);
  return copy;
}

YsReviewScore *
ys_review_score_copy (const YsReviewScore *score)
{
  YsReviewScore *copy = ys_review_score_new ();

  copy->assessor = g_strdup (score->assessor);
  copy->point = g_strdup (score->point);
  copy->has_points = score->has_points;
  copy->points = score->points;
  copy->word = g_strdup (score->word);
  copy->computed = score->computed;
  copy->reason = g_strdup (score->reason);
  return copy;
}

YsCitationVerdict *
ys_citation_verdict_copy (const YsCitationVerdict *verdict)
{
  YsCitationVerdict *copy = ys_citation_verdict_new ();

  copy->citation = g_strdup (verdict->citation);
  copy->assessor = g_strdup (verdict->assessor);
  copy->verdict = verdict->verdict;
  return copy;
}

YsDecision *
ys_decision_copy (const YsDecision *decision)
{
  YsDecision *copy = ys_decision_new ();

  copy->point = g_strdup (decision->point);
  copy->has_points = decision->has_points;
  copy->points = decision->points;
  copy->word = g_strdup (decision->word);
  copy->reason = g_strdup (decision->reason);
  return copy;
}

YsAcceptedClaim *
ys_accepted_claim_copy (const YsAcceptedClaim *claim)
{
  YsAcceptedClaim *copy = ys_accepted_claim_new ();

  copy->task = claim->task;
  copy->point = g_strdup (claim->point);
  copy->reason = g_strdup (claim->reason);
  return copy;
}

static YsChosenItem *
copy_chosen (const YsChosenItem *chosen)
{
  YsChosenItem *copy = ys_chosen_item_new ();

  copy->occurrence = g_strdup (chosen->occurrence);
  copy->item = g_strdup (chosen->item);
  copy->reason = g_strdup (chosen->reason);
  return copy;
}

/* Appends copies of what @from holds to @to. */
#define COPY_ALL(to, from, copy)                                                                                       \
  for (guint copied = 0; copied < (from)->len; copied++)                                                               \
    g_ptr_array_add (to, copy (g_ptr_array_index (from, copied)))

/* ---- looking up ---- */

const YsSubmissionRow *
ys_workspace_peek_received (YsWorkspace *self, const char *unit)
{
  for (guint i = 0; i < self->submissions->len; i++) /* newest revision first */
    {
      const YsSubmissionRow *row = g_ptr_array_index (self->submissions, i);
      if (row->package != NULL && g_strcmp0 (row->unit, unit) == 0)
        return row;
    }
  return NULL;
}

const YsSubmission *
ys_workspace_peek_submission (YsWorkspace *self, const char *unit)
{
  for (guint i = 0; self->received != NULL && i < self->received->len; i++)
    {
      const YsSubmission *submission = g_ptr_array_index (self->received, i);
      if (g_strcmp0 (submission->unit, unit) == 0)
        return submission;
    }
  return NULL;
}

const YsUnitReview *
ys_workspace_peek_review (YsWorkspace *self, const char *unit, guint revision)
{
  for (guint i = 0; self->reviews != NULL && i < self->reviews->len; i++)
    {
      const YsUnitReview *review = g_ptr_array_index (self->reviews, i);
      if (review->revision == revision && g_strcmp0 (review->unit, unit) == 0)
        return review;
    }
  return NULL;
}

const YsAssessor *
ys_workspace_peek_assessor (YsWorkspace *self, const char *name)
{
  for (guint i = 0; self->assessors != NULL && name != NULL && i < self->assessors->len; i++)
    {
      const YsAssessor *assessor = g_ptr_array_index (self->assessors, i);
      if (g_str_equal (assessor->name, name))
        return assessor;
    }
  return NULL;
}

const YsAssessor *
ys_workspace_peek_assessor_by_id (YsWorkspace *self, const char *id)
{
  for (guint i = 0; self->assessors != NULL && i < self->assessors->len; i++)
    {
      const YsAssessor *assessor = g_ptr_array_index (self->assessors, i);
      if (g_strcmp0 (assessor->id, id) == 0)
        return assessor;
    }
  return NULL;
}

/* ---- how far the assessors are ---- */

gboolean
ys_review_is_assigned (const YsUnitReview *review, const char *assessor, guint task)
{
  for (guint i = 0; assessor != NULL && i < review->assignments->len; i++)
    {
      const YsAssignment *assignment = g_ptr_array_index (review->assignments, i);
      if (assignment->task == task && !assignment->released && g_str_equal (assignment->assessor, assessor))
        return TRUE;
    }
  return FALSE;
}

void
ys_review_progress_init (YsReviewProgress *self, const YsStandard *standard, const YsUnitReview *review)
{
  g_autoptr (GHashTable) active = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->assigned = g_new0 (guint, standard->catalogue->tasks->len);
  self->scored = g_new0 (guint, standard->points->len);
  for (guint i = 0; i < review->assignments->len; i++)
    {
      const YsAssignment *assignment = g_ptr_array_index (review->assignments, i);
      const YsTask *task = ys_catalogue_get_task (standard->catalogue, assignment->task);

      if (task == NULL || assignment->released)
        continue;
      self->assigned[task->index]++;
      g_hash_table_add (active, g_strdup_printf ("%s %u", assignment->assessor, assignment->task));
    }
  for (guint i = 0; i < review->scores->len; i++)
    {
      const YsReviewScore *score = g_ptr_array_index (review->scores, i);
      const YsPoint *point = ys_standard_get_point (standard, score->point);

      if (point == NULL || point->task == NULL)
        continue;
      g_autofree char *key = g_strdup_printf ("%s %u", score->assessor, point->task->number);
      if (g_hash_table_contains (active, key))
        self->scored[point->index]++;
    }
}

void
ys_review_progress_clear (YsReviewProgress *self)
{
  g_clear_pointer (&self->assigned, g_free);
  g_clear_pointer (&self->scored, g_free);
}

gboolean
ys_review_progress_is_complete (const YsReviewProgress *self, const YsPoint *point)
{
  guint assigned = self->assigned[point->task->index];

  return assigned > 0 && self->scored[point->index] == assigned;
}

/* ---- building ---- */

/* The PDFs that the city's own citations name. */
static void
add_evidence (YsWorkspace *self, YsUnitReview *review)
{
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const YsEvidenceRow *row = g_ptr_array_index (self->evidence, i);
      gboolean cited = FALSE;

      for (guint c = 0; c < review->citations->len && !cited; c++)
        cited = g_strcmp0 (((YsCitation *) g_ptr_array_index (review->citations, c))->evidence, row->digest) == 0;
      if (cited)
        g_ptr_array_add (review->evidence, ys_workspace_copy_evidence (self, row));
    }
}

YsUnitReview *
ys_workspace_build_unit_review (YsWorkspace *self, const char *unit)
{
  const YsSubmissionRow *row = ys_workspace_peek_received (self, unit);
  const YsUnitReview *kept, *unbound = ys_workspace_peek_review (self, unit, 0);
  YsUnitReview *review;

  if (row == NULL)
    return NULL;
  kept = ys_workspace_peek_review (self, unit, row->revision);
  review = ys_unit_review_new ();
  review->unit = g_strdup (unit);
  review->revision = row->revision;
  review->state = row->state;
  if (unbound != NULL)
    {
      COPY_ALL (review->assignments, unbound->assignments, copy_assignment);
      COPY_ALL (review->chosen, unbound->chosen, copy_chosen);
    }
  if (kept == NULL)
    return review;
  COPY_ALL (review->scores, kept->scores, ys_review_score_copy);
  COPY_ALL (review->verdicts, kept->verdicts, ys_citation_verdict_copy);
  COPY_ALL (review->decisions, kept->decisions, ys_decision_copy);
  COPY_ALL (review->claims, kept->claims, ys_accepted_claim_copy);
  COPY_ALL (review->citations, kept->citations, ys_citation_copy);
  add_evidence (self, review);
  return review;
}

/* Takes out what @viewer may not see yet; nothing of it counts in any figure before all have scored. */
static void
hide_scores (YsWorkspace *self, YsUnitReview *review, const char *viewer)
{
  const YsAssessor *assessor = ys_workspace_peek_assessor (self, viewer);
  g_auto (YsReviewProgress) progress = { 0 };

  if (review->state == YS_SUBMISSION_SCORED || review->state == YS_SUBMISSION_FINAL)
    return;
  ys_review_progress_init (&progress, self->standard, review);
  for (guint i = review->scores->len; i > 0; i--)
    {
      const YsReviewScore *score = g_ptr_array_index (review->scores, i - 1);
      const YsPoint *point = ys_standard_get_point (self->standard, score->point);
      gboolean own = assessor != NULL && g_strcmp0 (score->assessor, assessor->id) == 0;

      if (!own && point != NULL && point->task != NULL && !ys_review_progress_is_complete (&progress, point))
        g_ptr_array_remove_index (review->scores, i - 1);
    }
}

YsReview *
ys_workspace_build_review (YsWorkspace *self, const char *viewer)
{
  YsReview *review = ys_review_new ();

  review->assessment = g_strdup (self->assessment->id);
  for (guint i = 0; self->assessors != NULL && i < self->assessors->len; i++)
    {
      YsAssessor *assessor = ys_assessor_copy (g_ptr_array_index (self->assessors, i));

      for (guint p = 0; p < self->people->len; p++)
        {
          const YsPersonRow *person = g_ptr_array_index (self->people, p);
          if (g_str_equal (person->name, assessor->name))
            assessor->lead = (person->roles & YS_ROLE_LEAD) != 0;
        }
      g_ptr_array_add (review->assessors, assessor);
    }
  for (guint i = 0; self->received != NULL && i < self->received->len; i++)
    {
      const YsSubmission *submission = g_ptr_array_index (self->received, i);
      YsUnitReview *unit = ys_workspace_build_unit_review (self, submission->unit);

      if (unit == NULL)
        continue;
      hide_scores (self, unit, viewer);
      g_ptr_array_add (review->units, unit);
    }
  return review;
}

YsUnitReview *
ys_workspace_dup_unit_review (YsWorkspace *self, const char *unit)
{
  g_mutex_lock (&self->lock);
  YsUnitReview *review = ys_workspace_build_unit_review (self, unit);
  if (review != NULL)
    hide_scores (self, review, self->person);
  g_mutex_unlock (&self->lock);
  return review;
}

GHashTable *
ys_workspace_dup_seen_points (YsWorkspace *self)
{
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_mutex_lock (&self->lock);
  g_autoptr (YsReview) review = ys_workspace_build_review (self, NULL);
  g_mutex_unlock (&self->lock);
  for (guint i = 0; i < review->units->len; i++)
    {
      const YsUnitReview *unit = g_ptr_array_index (review->units, i);
      for (guint s = 0; s < unit->scores->len; s++)
        g_hash_table_add (seen, g_strdup_printf ("%s %s", unit->unit,
                                                 ((YsReviewScore *) g_ptr_array_index (unit->scores, s))->point));
    }
  return seen;
}
