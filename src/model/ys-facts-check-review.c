/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts of the city's review: assessors, assignments, scores, verdicts, decisions, claims (scoring.md, 11 and
 * 13). Who may score what is asked first, then whether the score can be. */
#include <glib/gi18n-lib.h>

#include "ys-facts-check.h"

typedef struct
{
  const YsUnitReview *unit;
  const char *file;
  GHashTable *assigned;  /* "assessor task" */
  GHashTable *citations; /* id → YsCitation of submission and review */
  gboolean has_submission;
} Reviewing;

static void
check_assessors (YsChecking *self, const char *file)
{
  const GPtrArray *assessors = self->facts->review->assessors;

  for (guint i = 0; i < assessors->len; i++)
    {
      YsAssessor *assessor = g_ptr_array_index (assessors, i);
      YsPlace place = { file, assessor->line, assessor->id };

      if (!g_hash_table_insert (self->assessors, assessor->id, assessor))
        ys_check_fault (self, YS_ERROR_ID_TWICE, &place, _ ("Assessor %s is given twice."), assessor->id);
    }
}

/* The assessor, if he is known and this is not his own unit. */
static const YsAssessor *
check_assessor (YsChecking *self, const Reviewing *reviewing, const YsPlace *place, const char *id)
{
  const YsAssessor *assessor = id != NULL ? g_hash_table_lookup (self->assessors, id) : NULL;

  if (assessor == NULL)
    ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, place, _ ("Assessor %s is unknown."),
                    id != NULL ? id : "");
  else if (g_strcmp0 (assessor->unit, reviewing->unit->unit) == 0)
    {
      ys_check_facts (self, place, _ ("Assessor %s cannot review his own unit %s."), id, assessor->unit);
      return NULL;
    }
  return assessor;
}

static void
check_assigned (YsChecking *self, const Reviewing *reviewing, const YsPlace *place, const char *assessor,
                guint task)
{
  g_autofree char *key = g_strdup_printf ("%s %u", assessor, task);

  if (!g_hash_table_contains (reviewing->assigned, key))
    ys_check_facts (self, place, _ ("Assessor %s is not assigned to task %u of unit %s."), assessor, task,
                    reviewing->unit->unit);
}

static void
check_assignments (YsChecking *self, const Reviewing *reviewing)
{
  const GPtrArray *assignments = reviewing->unit->assignments;

  for (guint i = 0; i < assignments->len; i++)
    {
      const YsAssignment *assignment = g_ptr_array_index (assignments, i);
      YsPlace place = { reviewing->file, assignment->line, assignment->assessor };
      char *key = g_strdup_printf ("%s %u", assignment->assessor, assignment->task);

      check_assessor (self, reviewing, &place, assignment->assessor);
      ys_check_task (self, &place, assignment->task);
      if (!g_hash_table_add (reviewing->assigned, key))
        ys_check_fault (self, YS_ERROR_ID_TWICE, &place, _ ("Assessor %s is assigned to task %u twice."),
                        assignment->assessor, assignment->task);
      if (assignment->released)
        ys_check_reason (self, &place, _ ("The release"), assignment->reason);
    }
}

static void
check_scores (YsChecking *self, const Reviewing *reviewing)
{
  const GPtrArray *scores = reviewing->unit->scores;
  g_autoptr (GHashTable) seen = ys_check_new_set ();

  for (guint i = 0; i < scores->len; i++)
    {
      const YsReviewScore *score = g_ptr_array_index (scores, i);
      YsPlace place = { reviewing->file, score->line, score->point };
      const YsPoint *point = ys_check_point (self, &place, score->point);
      const YsAssessor *assessor = check_assessor (self, reviewing, &place, score->assessor);

      ys_check_once (self, seen, &place, _ ("The score of assessor %s for point %s"), score->assessor,
                     score->point);
      if (point == NULL)
        continue;
      if (assessor != NULL)
        check_assigned (self, reviewing, &place, score->assessor, point->task->number);
      ys_check_points_or_word (self, &place, point, score->has_points, score->points, score->word);
      /* Rule 11: every manual score, and whatever was not the computed one when it was saved. */
      if (!score->computed || point->rule == YS_RULE_MANUAL)
        ys_check_reason (self, &place, _ ("The score"), score->reason);
    }
}

static void
check_verdicts (YsChecking *self, const Reviewing *reviewing)
{
  const GPtrArray *verdicts = reviewing->unit->verdicts;
  g_autoptr (GHashTable) seen = ys_check_new_set ();

  for (guint i = 0; i < verdicts->len; i++)
    {
      const YsCitationVerdict *verdict = g_ptr_array_index (verdicts, i);
      YsPlace place = { reviewing->file, verdict->line, verdict->citation };
      const YsAssessor *assessor = check_assessor (self, reviewing, &place, verdict->assessor);
      const YsCitation *citation = g_hash_table_lookup (reviewing->citations, verdict->citation);
      const YsPoint *point =
          citation != NULL ? ys_standard_get_point (self->standard, citation->point) : NULL;
      guint task = citation != NULL ? citation->task : 0;

      if (task == 0 && point != NULL && point->task != NULL)
        task = point->task->number;
      ys_check_once (self, seen, &place, _ ("The verdict of assessor %s on citation %s"), verdict->assessor,
                     verdict->citation);
      if (citation == NULL && reviewing->has_submission)
        ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, &place, _ ("Citation %s is unknown."),
                        verdict->citation);
      /* The lead judges any citation, since his verdict holds (rule 7). */
      if (assessor != NULL && !assessor->lead && task != 0)
        check_assigned (self, reviewing, &place, verdict->assessor, task);
    }
}

static void
check_decisions (YsChecking *self, const Reviewing *reviewing)
{
  const GPtrArray *decisions = reviewing->unit->decisions;
  g_autoptr (GHashTable) seen = ys_check_new_set ();

  for (guint i = 0; i < decisions->len; i++)
    {
      const YsDecision *decision = g_ptr_array_index (decisions, i);
      YsPlace place = { reviewing->file, decision->line, decision->point };
      const YsPoint *point = ys_check_point (self, &place, decision->point);

      ys_check_once (self, seen, &place, _ ("The decision on point %s"), decision->point);
      ys_check_reason (self, &place, _ ("The decision"), decision->reason);
      if (point != NULL)
        ys_check_points_or_word (self, &place, point, decision->has_points, decision->points, decision->word);
    }
}

static void
check_claims (YsChecking *self, const Reviewing *reviewing)
{
  const GPtrArray *claims = reviewing->unit->claims;
  g_autoptr (GHashTable) seen = ys_check_new_set ();

  for (guint i = 0; i < claims->len; i++)
    {
      const YsAcceptedClaim *claim = g_ptr_array_index (claims, i);
      YsPlace place = { reviewing->file, claim->line, claim->point };

      if ((claim->task != 0) == (claim->point != NULL))
        ys_check_facts (self, &place, _ ("An accepted claim names either a task or a point."));
      if (claim->task != 0)
        ys_check_task (self, &place, claim->task);
      if (claim->point != NULL)
        ys_check_point (self, &place, claim->point);
      ys_check_once (self, seen, &place, _ ("The accepted claim for %u %s"), claim->task,
                     claim->point != NULL ? claim->point : "");
      ys_check_reason (self, &place, _ ("The accepted claim"), claim->reason);
    }
}

static void
check_chosen_item (YsChecking *self, const Reviewing *reviewing, const YsPlace *place,
                   const YsChosenItem *chosen)
{
  const YsOccurrence *occurrence = g_hash_table_lookup (self->occurrences, chosen->occurrence);
  const YsNegativeItem *item = ys_catalogue_get_item (self->catalogue, chosen->item);
  gboolean ticked = FALSE;

  if (occurrence == NULL)
    {
      ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, place, _ ("Occurrence %s is unknown."),
                      chosen->occurrence);
      return;
    }
  if (g_strcmp0 (occurrence->unit, reviewing->unit->unit) != 0)
    ys_check_facts (self, place, _ ("Occurrence %s is of another unit."), chosen->occurrence);
  for (guint i = 0; i < occurrence->ticks->len; i++)
    ticked =
        ticked || g_strcmp0 (((YsTick *)g_ptr_array_index (occurrence->ticks, i))->item, chosen->item) == 0;
  if (!ticked || item == NULL || item->threshold)
    ys_check_facts (self, place, _ ("Occurrence %s does not fall under the chosen item %s."),
                    chosen->occurrence, chosen->item);
}

static void
check_chosen (YsChecking *self, const Reviewing *reviewing)
{
  const GPtrArray *array = reviewing->unit->chosen;
  g_autoptr (GHashTable) seen = ys_check_new_set ();

  for (guint i = 0; i < array->len; i++)
    {
      const YsChosenItem *chosen = g_ptr_array_index (array, i);
      YsPlace place = { reviewing->file, chosen->line, chosen->occurrence };

      ys_check_once (self, seen, &place, _ ("The item chosen for occurrence %s"), chosen->occurrence);
      ys_check_reason (self, &place, _ ("The chosen item"), chosen->reason);
      check_chosen_item (self, reviewing, &place, chosen);
    }
}

/* Citations of the submission and the city's own; both may cite what either of them holds. */
static void
check_citations (YsChecking *self, const Reviewing *reviewing, const YsSubmission *submission)
{
  g_autoptr (GHashTable) evidence = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  const YsUnitReview *unit = reviewing->unit;

  ys_check_evidence (self, reviewing->file, unit->evidence, evidence);
  for (guint i = 0; submission != NULL && i < submission->evidence->len; i++)
    g_hash_table_add (evidence, ((YsEvidence *)g_ptr_array_index (submission->evidence, i))->digest);
  for (guint i = 0; submission != NULL && i < submission->items->len; i++)
    {
      const YsItem *item = g_ptr_array_index (submission->items, i);

      for (guint j = 0; j < item->citations->len; j++)
        {
          YsCitation *citation = g_ptr_array_index (item->citations, j);

          g_hash_table_insert (reviewing->citations, citation->id, citation);
          g_hash_table_add (ids, citation->id);
        }
    }
  for (guint i = 0; i < unit->citations->len; i++)
    {
      YsCitation *citation = g_ptr_array_index (unit->citations, i);
      YsPlace place = { reviewing->file, citation->line, citation->id };

      ys_check_citation (self, reviewing->file, citation, evidence, ids);
      if (citation->task == 0 && citation->point == NULL)
        ys_check_facts (self, &place, _ ("Citation %s names neither a task nor a point."), citation->id);
      g_hash_table_insert (reviewing->citations, citation->id, citation);
    }
}

void
ys_check_review (YsChecking *self)
{
  const YsReview *review = self->facts->review;
  g_autoptr (GHashTable) units = ys_check_new_set ();
  YsPlace whole = { review->file, review->line, review->assessment };

  if (g_strcmp0 (review->assessment, self->facts->assessment->id) != 0)
    ys_check_facts (self, &whole, _ ("The review is of assessment %s, not of %s."), review->assessment,
                    self->facts->assessment->id);
  check_assessors (self, review->file);
  for (guint i = 0; i < review->units->len; i++)
    {
      const YsUnitReview *unit = g_ptr_array_index (review->units, i);
      const YsSubmission *submission = g_hash_table_lookup (self->submissions, unit->unit);
      g_autoptr (GHashTable) assigned = ys_check_new_set ();
      g_autoptr (GHashTable) citations = g_hash_table_new (g_str_hash, g_str_equal);
      Reviewing reviewing = { unit, review->file, assigned, citations, submission != NULL };
      YsPlace place = { review->file, unit->line, unit->unit };

      ys_check_unit (self, &place, unit->unit);
      ys_check_once (self, units, &place, _ ("Unit %s"), unit->unit);
      check_assignments (self, &reviewing);
      check_citations (self, &reviewing, submission);
      check_scores (self, &reviewing);
      check_verdicts (self, &reviewing);
      check_decisions (self, &reviewing);
      check_claims (self, &reviewing);
      check_chosen (self, &reviewing);
    }
}
