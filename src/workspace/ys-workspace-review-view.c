/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person may see of the review: how far the assessors are, their scores once all are in, what waits for whom.
 * Everything is taken from memory; what applies and is decided comes from the sheet. */
#include "ys-workspace-review-private.h"

#include "ys-scoring.h"

#include <string.h>

void
ys_point_review_free (YsPointReview *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->scores);
  g_ptr_array_unref (self->old_scores);
  g_ptr_array_unref (self->second_looks);
  g_clear_pointer (&self->decision, ys_decision_free);
  g_free (self);
}

static void
old_score_free (gpointer data)
{
  YsOldScore *old = data;

  g_free (old->assessor);
  g_free (old->value);
  g_free (old->reason);
  g_free (old);
}

void
ys_point_for_lead_free (YsPointForLead *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->point);
  g_free (self);
}

/* ---- with the lock held ---- */

static gboolean
is_lead (YsWorkspace *self, const char *assessor_id)
{
  const YsAssessor *assessor = ys_workspace_peek_assessor_by_id (self, assessor_id);

  for (guint i = 0; assessor != NULL && i < self->people->len; i++)
    {
      const YsPersonRow *person = g_ptr_array_index (self->people, i);
      if (g_str_equal (person->name, assessor->name))
        return (person->roles & YS_ROLE_LEAD) != 0;
    }
  return FALSE;
}

static gboolean
has_decision (const YsUnitReview *review, const char *point)
{
  for (guint i = 0; i < review->decisions->len; i++)
    if (g_str_equal (((YsDecision *) g_ptr_array_index (review->decisions, i))->point, point))
      return TRUE;
  return FALSE;
}

/* Whether the scores, all in, go to the lead because they do not combine; @low and @high their ends. */
static gboolean
is_spread (YsWorkspace *self, const YsUnitReview *review, const YsPoint *point, YsPoints *low, YsPoints *high)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (YsPoints));
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (YsPoints));
  YsPoints combined;

  for (guint i = 0; i < review->scores->len; i++)
    {
      const YsReviewScore *score = g_ptr_array_index (review->scores, i);
      YsPoints worth;

      if (!g_str_equal (score->point, point->id)
          || !ys_review_is_assigned (review, score->assessor, point->task->number))
        continue;
      worth = score->has_points ? score->points : ys_score_word_points (point, score->word);
      g_array_append_val (points, worth);
      if (is_lead (self, score->assessor))
        g_array_append_val (leads, worth);
    }
  if (points->len == 0)
    return FALSE;
  gboolean combines = ys_score_combine (self->standard, point, points, leads, &combined);
  *low = g_array_index (points, YsPoints, 0);
  *high = g_array_index (points, YsPoints, points->len - 1);
  return !combines && !has_decision (review, point->id);
}

static gboolean
second_look_wanted (YsWorkspace *self, const YsUnitReview *review, const char *point)
{
  for (guint i = 0; i < self->second_looks->len; i++)
    {
      const YsSecondLookRow *look = g_ptr_array_index (self->second_looks, i);
      if (look->revision == review->revision && g_str_equal (look->unit, review->unit)
          && g_str_equal (look->point, point))
        return TRUE;
    }
  return FALSE;
}

/* ---- one point ---- */

static void
add_scores (YsPointReview *view, const YsUnitReview *review, const YsPoint *point, const char *own, gboolean all)
{
  for (guint i = 0; i < review->scores->len; i++)
    {
      const YsReviewScore *score = g_ptr_array_index (review->scores, i);
      gboolean mine = own != NULL && g_str_equal (score->assessor, own);

      if (!g_str_equal (score->point, point->id))
        continue;
      view->mine_scored |= mine;
      if (mine || all)
        g_ptr_array_add (view->scores, ys_review_score_copy (score));
    }
}

/* The newest score that each assessor gave to the point on an earlier revision, where he has none on this one. */
static void
add_old_scores (YsWorkspace *self, YsPointReview *view, const YsUnitReview *review, const char *point, const char *own,
                gboolean all)
{
  for (guint revision = review->revision; revision > 1; revision--)
    {
      const YsUnitReview *older = ys_workspace_peek_review (self, review->unit, revision - 1);

      for (guint i = 0; older != NULL && i < older->scores->len; i++)
        {
          const YsReviewScore *score = g_ptr_array_index (older->scores, i);
          const YsAssessor *assessor = ys_workspace_peek_assessor_by_id (self, score->assessor);
          gboolean mine = own != NULL && g_str_equal (score->assessor, own);
          YsOldScore *old;

          if (!g_str_equal (score->point, point) || assessor == NULL || (!mine && !all))
            continue;
          old = g_new0 (YsOldScore, 1);
          old->assessor = g_strdup (assessor->name);
          old->value = ys_point_value_label (score->has_points, score->points, score->word);
          old->reason = g_strdup (score->reason);
          old->revision = revision - 1;
          g_ptr_array_add (view->old_scores, old);
        }
      if (view->old_scores->len > 0)
        return;
    }
}

static void
add_second_looks (YsWorkspace *self, YsPointReview *view, const YsUnitReview *review, const char *point)
{
  for (guint i = 0; i < self->second_looks->len; i++)
    {
      const YsSecondLookRow *look = g_ptr_array_index (self->second_looks, i);
      const YsAssessor *assessor = ys_workspace_peek_assessor_by_id (self, look->assessor);

      if (look->revision == review->revision && g_str_equal (look->unit, review->unit)
          && g_str_equal (look->point, point) && assessor != NULL)
        g_ptr_array_add (view->second_looks, g_strdup_printf ("%s：%s", assessor->name, look->reason));
    }
}

static YsPointReview *
build_point_review (YsWorkspace *self, const YsUnitReview *review, const YsPoint *point)
{
  YsPointReview *view = g_new0 (YsPointReview, 1);
  const YsAssessor *own = ys_workspace_peek_assessor (self, self->person);
  const char *own_id = own != NULL ? own->id : NULL;
  g_auto (YsReviewProgress) progress = { 0 };
  gboolean settled = review->state == YS_SUBMISSION_SCORED || review->state == YS_SUBMISSION_FINAL;

  view->scores = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_review_score_free);
  view->old_scores = g_ptr_array_new_with_free_func (old_score_free);
  view->second_looks = g_ptr_array_new_with_free_func (g_free);
  ys_review_progress_init (&progress, self->standard, review);
  view->assigned = progress.assigned[point->task->index];
  view->scored = progress.scored[point->index];
  view->mine = ys_review_is_assigned (review, own_id, point->task->number);
  view->all_in = ys_review_progress_is_complete (&progress, point);
  add_scores (view, review, point, own_id, view->all_in || settled);
  if (view->all_in)
    view->for_lead = is_spread (self, review, point, &view->low, &view->high);
  for (guint i = 0; i < review->decisions->len; i++)
    {
      const YsDecision *decision = g_ptr_array_index (review->decisions, i);
      if (g_str_equal (decision->point, point->id))
        view->decision = ys_decision_copy (decision);
    }
  if (!view->mine_scored || view->all_in)
    add_old_scores (self, view, review, point->id, own_id, view->all_in || settled);
  add_second_looks (self, view, review, point->id);
  return view;
}

YsPointReview *
ys_workspace_dup_point_review (YsWorkspace *self, const char *unit, const char *point_id)
{
  const YsPoint *point = ys_standard_get_point (self->standard, point_id);
  YsPointReview *view = NULL;

  if (self->office != YS_OFFICE_CITY || point == NULL || point->task == NULL)
    return NULL;
  g_mutex_lock (&self->lock);
  YsUnitReview *review = ys_workspace_build_unit_review (self, unit);
  if (review != NULL)
    view = build_point_review (self, review, point);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&review, ys_unit_review_free);
  return view;
}

/* ---- the cells of a unit ---- */

typedef struct {
  YsWorkspace *self;
  const YsUnitReview *review;
  const YsSubmission *submission;
  const YsReviewProgress *progress;
  const char *own;
  GHashTable *my_scores; /* points */
  GHashTable *doubted;   /* citations judged insufficient or mismatched */
} CellMaking;

static gboolean
claim_waits (const CellMaking *making, const YsItem *item)
{
  guint claims = item->claims->len + (item->state == YS_STATE_NA ? 1 : 0), accepted = 0;

  for (guint i = 0; i < making->review->claims->len; i++)
    {
      const YsAcceptedClaim *claim = g_ptr_array_index (making->review->claims, i);
      const YsPoint *point = claim->point != NULL ? ys_standard_get_point (making->self->standard, claim->point) : NULL;
      accepted += claim->task == item->task
                  || (point != NULL && point->task != NULL && point->task->number == item->task);
    }
  return claims > accepted;
}

static gboolean
is_doubted (const CellMaking *making, guint task, const YsItem *item)
{
  for (guint i = 0; item != NULL && i < item->citations->len; i++)
    if (g_hash_table_contains (making->doubted, ((YsCitation *) g_ptr_array_index (item->citations, i))->id))
      return TRUE;
  for (guint i = 0; i < making->review->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (making->review->citations, i);
      if (citation->task == task && g_hash_table_contains (making->doubted, citation->id))
        return TRUE;
    }
  return FALSE;
}

static void
fill_cell (const CellMaking *making, const YsSheetUnit *unit, const YsTask *task, YsReviewCell *cell)
{
  const YsSheetTask *sheet_task = unit != NULL ? ys_sheet_unit_get_task (unit, task->number) : NULL;
  const YsItem *item = making->submission != NULL ? ys_submission_get_item (making->submission, task->number) : NULL;

  cell->received = TRUE;
  cell->closed = making->review->state == YS_SUBMISSION_SCORED || making->review->state == YS_SUBMISSION_FINAL;
  cell->mine = ys_review_is_assigned (making->review, making->own, task->number);
  cell->claimed = item != NULL && claim_waits (making, item);
  cell->doubted = is_doubted (making, task->number, item);
  for (guint i = 0; sheet_task != NULL && sheet_task->applicable && i < sheet_task->details->len; i++)
    {
      const YsSheetPoint *detail = g_ptr_array_index (sheet_task->details, i);
      const YsPoint *point = detail->point;
      YsPoints low, high;

      if (!detail->applies)
        continue;
      cell->points++;
      cell->decided += detail->is_decided;
      cell->to_score += cell->mine && !g_hash_table_contains (making->my_scores, point->id);
      cell->for_lead += second_look_wanted (making->self, making->review, point->id)
                        || (ys_review_progress_is_complete (making->progress, point) && !detail->is_decided
                            && is_spread (making->self, making->review, point, &low, &high));
    }
}

GArray *
ys_workspace_dup_review_cells (YsWorkspace *self, YsSheet *sheet, const char *unit_id)
{
  const GPtrArray *tasks = self->standard->catalogue->tasks;
  GArray *cells = g_array_sized_new (FALSE, TRUE, sizeof (YsReviewCell), tasks->len);
  const YsSheetUnit *unit = sheet != NULL ? ys_sheet_get_unit (sheet, unit_id) : NULL;
  g_autoptr (GHashTable) my_scores = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) doubted = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (YsReviewProgress) progress = { 0 };

  g_array_set_size (cells, tasks->len);
  if (self->office != YS_OFFICE_CITY)
    return cells;
  g_mutex_lock (&self->lock);
  YsUnitReview *review = ys_workspace_build_unit_review (self, unit_id);
  const YsAssessor *own = ys_workspace_peek_assessor (self, self->person);
  if (review != NULL)
    {
      CellMaking making = { self, review, ys_workspace_peek_submission (self, unit_id), &progress,
                            own != NULL ? own->id : NULL, my_scores, doubted };

      ys_review_progress_init (&progress, self->standard, review);
      for (guint i = 0; i < review->scores->len; i++)
        {
          const YsReviewScore *score = g_ptr_array_index (review->scores, i);
          if (own != NULL && g_str_equal (score->assessor, own->id))
            g_hash_table_add (my_scores, score->point);
        }
      for (guint i = 0; i < review->verdicts->len; i++)
        {
          const YsCitationVerdict *verdict = g_ptr_array_index (review->verdicts, i);
          if (verdict->verdict == YS_VERDICT_INSUFFICIENT || verdict->verdict == YS_VERDICT_MISMATCHED)
            g_hash_table_add (doubted, verdict->citation);
        }
      for (guint i = 0; i < tasks->len; i++)
        fill_cell (&making, unit, g_ptr_array_index (tasks, i), &g_array_index (cells, YsReviewCell, i));
    }
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&review, ys_unit_review_free);
  return cells;
}

/* ---- what waits for the lead ---- */

/* With the lock held. */
static void
collect_for_lead (YsWorkspace *self, const char *unit, GPtrArray *list)
{
  YsUnitReview *review = ys_workspace_build_unit_review (self, unit);
  g_auto (YsReviewProgress) progress = { 0 };

  if (review == NULL)
    return;
  ys_review_progress_init (&progress, self->standard, review);
  for (guint i = 0; i < self->standard->points->len; i++)
    {
      const YsPoint *point = g_ptr_array_index (self->standard->points, i);
      YsPoints low = 0, high = 0;
      gboolean spread = ys_review_progress_is_complete (&progress, point)
                        && is_spread (self, review, point, &low, &high);
      YsPointForLead *waiting;

      if (!spread && !second_look_wanted (self, review, point->id))
        continue;
      waiting = g_new0 (YsPointForLead, 1);
      waiting->unit = g_strdup (unit);
      waiting->point = g_strdup (point->id);
      waiting->spread = spread;
      waiting->low = low;
      waiting->high = high;
      g_ptr_array_add (list, waiting);
    }
  ys_unit_review_free (review);
}

GPtrArray *
ys_workspace_dup_points_for_lead (YsWorkspace *self, const char *unit)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_point_for_lead_free);

  if (self->office != YS_OFFICE_CITY)
    return list;
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->assessment->units->len; i++)
    {
      const YsUnitInfo *info = g_ptr_array_index (self->assessment->units, i);
      if (unit == NULL || g_str_equal (info->id, unit))
        collect_for_lead (self, info->id, list);
    }
  g_mutex_unlock (&self->lock);
  return list;
}
