/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an assessor does: scores with their reasons, the computed ones accepted at once, second looks, verdicts.
 * A score states whether it was the computed one when it was saved; only that decides whether a reason is asked. */
#include "ys-workspace-review-private.h"

#include "ys-id.h"
#include "ys-scoring.h"

#include <glib/gi18n-lib.h>

/* The computed figures as they stand, without reasons. Full. */
static YsSheet *
compute (YsWorkspace *self, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (self);
  YsSheet *sheet = ys_score (self->standard, facts, YS_SCORE_FIGURE_COMPUTED, faults);

  if (sheet == NULL)
    ys_set_error_from_faults (error, faults);
  return sheet;
}

static YsReviewScore *
find_score (const YsUnitReview *review, const char *assessor, const char *point)
{
  for (guint i = 0; i < review->scores->len; i++)
    {
      YsReviewScore *score = g_ptr_array_index (review->scores, i);
      if (g_str_equal (score->point, point) && g_str_equal (score->assessor, assessor))
        return score;
    }
  return NULL;
}

static char *
score_label (const YsReviewScore *score)
{
  return score != NULL ? ys_point_value_label (score->has_points, score->points, score->word) : NULL;
}

/* "990102 P7.1 澜川区 知晓率": the ids first, so that the journal can tell whose score it is before all are in. */
static char *
subject_of (const YsReviewing *reviewing, const YsPoint *point)
{
  return g_strdup_printf ("%s %s %s %s", reviewing->info->id, point->id, reviewing->info->name,
                          point->title != NULL ? point->title : "");
}

static gboolean
must_be_assigned (const YsReviewing *reviewing, const YsPoint *point, GError **error)
{
  if (ys_review_is_assigned (reviewing->review, reviewing->assessor->id, point->task->number))
    return TRUE;
  ys_set_error (error, YS_ERROR_ROLE, reviewing->person, _("%s is not assigned to task %u of %s"), reviewing->person,
                point->task->number, reviewing->info->name);
  return FALSE;
}

/* ---- one score ---- */

typedef struct {
  const YsReviewing *reviewing;
  GPtrArray *scores; /* YsReviewScore, unowned */
  const char *cleared;
} ScoreChange;

static gboolean
store_scores (YsConnection *connection, gpointer data, GError **error)
{
  const ScoreChange *change = data;
  const YsReviewing *reviewing = change->reviewing;

  if (!ys_reviewing_store_assessor (reviewing, connection, error))
    return FALSE;
  if (change->cleared != NULL)
    return ys_review_score_delete (connection, reviewing->info->id, reviewing->revision, change->cleared,
                                   reviewing->assessor->id, error);
  for (guint i = 0; i < change->scores->len; i++)
    if (!ys_review_score_set (connection, reviewing->info->id, reviewing->revision,
                              g_ptr_array_index (change->scores, i), error))
      return FALSE;
  return TRUE;
}

static YsReviewScore *
new_score (const YsReviewing *reviewing, const YsPoint *point)
{
  YsReviewScore *score = ys_review_score_new ();

  score->assessor = g_strdup (reviewing->assessor->id);
  score->point = g_strdup (point->id);
  return score;
}

/* Fills @score from what was typed and says whether it is the computed one; its reason is asked for accordingly. */
static gboolean
fill_score (const YsReviewing *reviewing, const YsPoint *point, const char *value, const char *reason,
            YsReviewScore *score, GError **error)
{
  g_autoptr (YsSheet) sheet = NULL;
  const YsSheetUnit *unit;
  YsPoints computed, points;

  if (!ys_point_value_parse (point, value, &score->has_points, &score->points, &score->word, error))
    return FALSE;
  sheet = compute (reviewing->workspace, error);
  unit = sheet != NULL ? ys_sheet_get_unit (sheet, reviewing->info->id) : NULL;
  if (unit == NULL)
    return FALSE;
  computed = unit->points[point->index].score[YS_COMPUTED];
  points = score->has_points ? score->points : ys_score_word_points (point, score->word);
  score->computed = points == computed;
  score->reason = ys_text_clean (reason != NULL ? reason : "", -1);
  g_strstrip (score->reason);
  if (score->reason[0] != '\0')
    return TRUE;
  g_clear_pointer (&score->reason, g_free);
  if (score->computed && point->rule != YS_RULE_MANUAL)
    return TRUE;
  g_autofree char *text = ys_points_to_display (computed);
  ys_set_error (error, YS_ERROR_VALUE, "reason",
                point->rule == YS_RULE_MANUAL ? _("Point %s is given by the assessor and needs a reason (computed: %s)")
                                              : _("The score of point %s differs from the computed %s and needs a reason"),
                point->id, text);
  return FALSE;
}

gboolean
ys_workspace_save_score (YsWorkspace *self, const char *unit, const char *point_id, const char *value,
                         const char *reason, GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  g_autoptr (YsReviewScore) score = NULL;
  const YsPoint *point;

  if (!ys_reviewing_begin (&reviewing, self, unit, YS_REVIEWING_ACCEPTED, error)
      || (point = ys_reviewing_find_point (&reviewing, point_id, error)) == NULL
      || !must_be_assigned (&reviewing, point, error))
    return FALSE;
  score = new_score (&reviewing, point);
  if (!fill_score (&reviewing, point, value, reason, score, error))
    return FALSE;
  YsReviewScore *old = find_score (reviewing.review, reviewing.assessor->id, point_id);
  g_autofree char *before = score_label (old);
  g_autofree char *after = score_label (score);
  g_autofree char *subject = subject_of (&reviewing, point);
  g_autofree char *undo = g_strdup_printf ("评分：%s %s", reviewing.info->name, point->id);
  if (old != NULL)
    g_ptr_array_remove (reviewing.review->scores, old);
  g_ptr_array_add (reviewing.review->scores, ys_review_score_copy (score));
  if (!ys_reviewing_check (&reviewing, error))
    return FALSE;
  g_autoptr (GPtrArray) scores = g_ptr_array_new ();
  g_ptr_array_add (scores, score);
  ScoreChange change = { &reviewing, scores, NULL };
  YsAction action = { .role_needed = YS_ROLE_ASSESSOR | YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = "评分", .subject = subject, .task = point->task->number, .before = before,
                                  .after = after, .reason = score->reason, .undo_label = undo } };
  return ys_workspace_act (self, &action, store_scores, &change, error);
}

gboolean
ys_workspace_clear_score (YsWorkspace *self, const char *unit, const char *point_id, GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  const YsPoint *point;

  if (!ys_reviewing_begin (&reviewing, self, unit, YS_REVIEWING_ACCEPTED, error)
      || (point = ys_reviewing_find_point (&reviewing, point_id, error)) == NULL)
    return FALSE;
  const YsReviewScore *old = find_score (reviewing.review, reviewing.assessor->id, point_id);
  if (old == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, point_id, _("%s has not scored point %s"), reviewing.person, point_id);
      return FALSE;
    }
  g_autofree char *before = score_label (old);
  g_autofree char *subject = subject_of (&reviewing, point);
  g_autofree char *undo = g_strdup_printf ("取消评分：%s %s", reviewing.info->name, point->id);
  ScoreChange change = { &reviewing, NULL, point_id };
  YsAction action = { .role_needed = YS_ROLE_ASSESSOR | YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = "取消评分", .subject = subject, .task = point->task->number,
                                  .before = before, .undo_label = undo } };
  return ys_workspace_act (self, &action, store_scores, &change, error);
}

/* ---- the computed ones at once ---- */

/* Whether the computed score of @point may be taken over without looking: a rule gives it, and it counts. */
static gboolean
can_accept (const YsReviewing *reviewing, const YsSheetUnit *unit, const YsPoint *point)
{
  const YsSheetTask *task = ys_sheet_unit_get_task (unit, point->task->number);

  return task != NULL && task->applicable && unit->points[point->index].applies && point->rule != YS_RULE_MANUAL
         && point->measure.kind != YS_MEASURE_WORD
         && ys_review_is_assigned (reviewing->review, reviewing->assessor->id, point->task->number)
         && find_score (reviewing->review, reviewing->assessor->id, point->id) == NULL;
}

static GPtrArray *
collect_computed (const YsReviewing *reviewing, const YsSheetUnit *unit, const char *const *wanted)
{
  const GPtrArray *points = reviewing->workspace->standard->points;
  GPtrArray *scores = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_review_score_free);

  for (guint i = 0; i < points->len; i++)
    {
      const YsPoint *point = g_ptr_array_index (points, i);
      YsReviewScore *score;

      if ((wanted != NULL && !g_strv_contains (wanted, point->id)) || !can_accept (reviewing, unit, point))
        continue;
      score = new_score (reviewing, point);
      score->computed = score->has_points = TRUE;
      score->points = unit->points[point->index].score[YS_COMPUTED];
      g_ptr_array_add (scores, score);
    }
  return scores;
}

gboolean
ys_workspace_accept_computed (YsWorkspace *self, const char *unit_id, const char *const *points, guint *accepted,
                              GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  g_autoptr (YsSheet) sheet = NULL;
  g_autoptr (GPtrArray) scores = NULL;

  if (accepted != NULL)
    *accepted = 0;
  if (!ys_reviewing_begin (&reviewing, self, unit_id, YS_REVIEWING_ACCEPTED, error))
    return FALSE;
  for (guint i = 0; points != NULL && points[i] != NULL; i++)
    if (ys_reviewing_find_point (&reviewing, points[i], error) == NULL)
      return FALSE;
  sheet = compute (self, error);
  const YsSheetUnit *unit = sheet != NULL ? ys_sheet_get_unit (sheet, unit_id) : NULL;
  if (unit == NULL)
    return FALSE;
  scores = collect_computed (&reviewing, unit, points);
  if (scores->len == 0)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, unit_id,
                    _("Nothing here waits for %s that could be taken over as computed"), reviewing.person);
      return FALSE;
    }
  for (guint i = 0; i < scores->len; i++)
    g_ptr_array_add (reviewing.review->scores, ys_review_score_copy (g_ptr_array_index (scores, i)));
  if (!ys_reviewing_check (&reviewing, error))
    return FALSE;
  g_autofree char *subject = g_strdup_printf ("%s %s %u个得分点", unit_id, reviewing.info->name, scores->len);
  g_autofree char *undo = g_strdup_printf ("按测算评分：%s %u个得分点", reviewing.info->name, scores->len);
  ScoreChange change = { &reviewing, scores, NULL };
  YsAction action = { .role_needed = YS_ROLE_ASSESSOR | YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = "按测算评分", .subject = subject, .undo_label = undo } };
  if (!ys_workspace_act (self, &action, store_scores, &change, error))
    return FALSE;
  if (accepted != NULL)
    *accepted = scores->len;
  return TRUE;
}

/* ---- second looks ---- */

static gboolean
store_second_look (YsConnection *connection, gpointer data, GError **error)
{
  return ys_second_look_set (connection, data, error);
}

gboolean
ys_workspace_ask_second_look (YsWorkspace *self, const char *unit, const char *point_id, const char *reason,
                              GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  g_autofree char *clean = NULL;
  const YsPoint *point;

  if (!ys_reviewing_begin (&reviewing, self, unit, YS_REVIEWING_ACCEPTED, error)
      || (point = ys_reviewing_find_point (&reviewing, point_id, error)) == NULL
      || !must_be_assigned (&reviewing, point, error) || !ys_reason_clean (reason, &clean, error))
    return FALSE;
  g_autofree char *subject = subject_of (&reviewing, point);
  g_autofree char *undo = g_strdup_printf ("提请复核：%s %s", reviewing.info->name, point->id);
  YsSecondLookRow row = { (char *) unit, (char *) point_id, reviewing.assessor->id, clean, reviewing.revision };
  YsAction action = { .role_needed = YS_ROLE_ASSESSOR | YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = "提请复核", .subject = subject, .task = point->task->number,
                                  .reason = clean, .undo_label = undo } };
  return ys_workspace_act (self, &action, store_second_look, &row, error);
}
