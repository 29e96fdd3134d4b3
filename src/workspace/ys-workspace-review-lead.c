/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lead decides: scores of points, claims that something does not apply, the item an occurrence deducts under.
 * Each with a reason; possible until the unit is settled (scoring.md, 9 and 11). */
#include "ys-workspace-review-private.h"

#include <glib/gi18n-lib.h>

enum { OPEN_STATES = YS_REVIEWING_ACCEPTED | YS_REVIEWING_SCORED };

/* ---- decisions ---- */

static YsDecision *
steal_decision (YsReviewing *reviewing, const char *point)
{
  GPtrArray *decisions = reviewing->review->decisions;

  for (guint i = 0; i < decisions->len; i++)
    if (g_str_equal (((YsDecision *) g_ptr_array_index (decisions, i))->point, point))
      return g_ptr_array_steal_index (decisions, i);
  return NULL;
}

static char *
decision_label (const YsDecision *decision)
{
  return decision != NULL ? ys_point_value_label (decision->has_points, decision->points, decision->word) : NULL;
}

typedef struct {
  const YsReviewing *reviewing;
  const char *point;
  const YsDecision *decision; /* NULL: withdrawn */
} DecisionChange;

static gboolean
store_decision (YsConnection *connection, gpointer data, GError **error)
{
  const DecisionChange *change = data;
  const char *unit = change->reviewing->info->id;
  guint revision = change->reviewing->revision;

  if (change->decision == NULL)
    return ys_decision_delete (connection, unit, revision, change->point, error);
  /* what was asked is answered by it */
  return ys_decision_set (connection, unit, revision, change->decision, error)
         && ys_second_look_delete (connection, unit, revision, change->point, error);
}

static gboolean
act_on_decision (YsReviewing *reviewing, const YsPoint *point, const YsDecision *decision, const char *reason,
                 GError **error)
{
  g_autoptr (YsDecision) old = steal_decision (reviewing, point->id);
  g_autofree char *label = ys_point_label (point);
  g_autofree char *before = decision_label (old);
  g_autofree char *after = decision_label (decision);
  g_autofree char *subject = g_strdup_printf ("%s %s", reviewing->info->name, label);
  g_autofree char *undo = g_strdup_printf ("%s：%s %s", decision != NULL ? "认定" : "撤销认定", reviewing->info->name,
                                           point->id);

  if (decision == NULL && old == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, point->id, _("Point %s of %s was not decided by the lead"), point->id,
                    reviewing->info->name);
      return FALSE;
    }
  if (decision != NULL)
    g_ptr_array_add (reviewing->review->decisions, ys_decision_copy (decision));
  if (!ys_reviewing_check (reviewing, error))
    return FALSE;
  DecisionChange change = { reviewing, point->id, decision };
  YsAction action = { .role_needed = YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = decision != NULL ? "认定" : "撤销认定", .subject = subject,
                                  .task = point->task->number, .before = before, .after = after, .reason = reason,
                                  .undo_label = undo } };
  return ys_workspace_act (reviewing->workspace, &action, store_decision, &change, error);
}

gboolean
ys_workspace_decide_point (YsWorkspace *self, const char *unit, const char *point_id, const char *value,
                           const char *reason, GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  g_autoptr (YsDecision) decision = ys_decision_new ();
  const YsPoint *point;

  if (!ys_reviewing_begin (&reviewing, self, unit, OPEN_STATES, error)
      || (point = ys_reviewing_find_point (&reviewing, point_id, error)) == NULL
      || !ys_point_value_parse (point, value, &decision->has_points, &decision->points, &decision->word, error)
      || !ys_reason_clean (reason, &decision->reason, error))
    return FALSE;
  decision->point = g_strdup (point_id);
  return act_on_decision (&reviewing, point, decision, decision->reason, error);
}

gboolean
ys_workspace_withdraw_decision (YsWorkspace *self, const char *unit, const char *point_id, const char *reason,
                                GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  g_autofree char *clean = NULL;
  const YsPoint *point;

  return ys_reviewing_begin (&reviewing, self, unit, OPEN_STATES, error)
         && (point = ys_reviewing_find_point (&reviewing, point_id, error)) != NULL
         && ys_reason_clean (reason, &clean, error) && act_on_decision (&reviewing, point, NULL, clean, error);
}

/* ---- claims that something does not apply ---- */

/* Whether the county says so itself. */
static gboolean
is_claimed (const YsReviewing *reviewing, guint number, const char *point_id)
{
  YsWorkspace *self = reviewing->workspace;
  const YsPoint *point = point_id != NULL ? ys_standard_get_point (self->standard, point_id) : NULL;
  gboolean claimed;

  g_mutex_lock (&self->lock);
  const YsSubmission *submission = ys_workspace_peek_submission (self, reviewing->info->id);
  const YsItem *item = submission != NULL
                         ? ys_submission_get_item (submission, point != NULL ? point->task->number : number) : NULL;
  claimed = item != NULL && point == NULL && item->state == YS_STATE_NA;
  for (guint i = 0; item != NULL && point != NULL && i < item->claims->len && !claimed; i++)
    claimed = g_strcmp0 (((YsPointClaim *) g_ptr_array_index (item->claims, i))->point, point_id) == 0;
  g_mutex_unlock (&self->lock);
  return claimed;
}

static gboolean
remove_claim (YsReviewing *reviewing, guint task, const char *point)
{
  GPtrArray *claims = reviewing->review->claims;

  for (guint i = 0; i < claims->len; i++)
    {
      const YsAcceptedClaim *claim = g_ptr_array_index (claims, i);
      if (claim->task != task || g_strcmp0 (claim->point, point) != 0)
        continue;
      g_ptr_array_remove_index (claims, i);
      return TRUE;
    }
  return FALSE;
}

typedef struct {
  const YsReviewing *reviewing;
  const YsAcceptedClaim *claim;
  gboolean accepted;
} ClaimChange;

static gboolean
store_claim (YsConnection *connection, gpointer data, GError **error)
{
  const ClaimChange *change = data;
  const YsAcceptedClaim *claim = change->claim;
  const char *unit = change->reviewing->info->id;

  return change->accepted
           ? ys_claim_set (connection, unit, change->reviewing->revision, claim, error)
           : ys_claim_delete (connection, unit, change->reviewing->revision, claim->task, claim->point, error);
}

static gboolean
change_claim (YsWorkspace *self, const char *unit, guint task, const char *point, const char *reason,
              gboolean accepted, GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  g_autofree char *clean = NULL;
  const YsPoint *found = NULL;
  gboolean was;

  if (!ys_reviewing_begin (&reviewing, self, unit, OPEN_STATES, error) || !ys_reason_clean (reason, &clean, error)
      || (point != NULL && (found = ys_reviewing_find_point (&reviewing, point, error)) == NULL))
    return FALSE;
  YsAcceptedClaim claim = { point != NULL ? 0 : task, (char *) point, clean, 0 };
  was = remove_claim (&reviewing, claim.task, point);
  if (accepted ? !is_claimed (&reviewing, task, point) : !was)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, point,
                    accepted ? _("%s does not claim that this does not apply") : _("No such claim of %s was accepted"),
                    reviewing.info->name);
      return FALSE;
    }
  if (accepted)
    g_ptr_array_add (reviewing.review->claims, ys_accepted_claim_copy (&claim));
  if (!ys_reviewing_check (&reviewing, error))
    return FALSE;
  guint number = found != NULL ? found->task->number : task;
  g_autofree char *subject = g_strdup_printf ("%s 第%u项%s%s", reviewing.info->name, number, point != NULL ? " " : "",
                                              point != NULL ? point : "");
  g_autofree char *undo = g_strdup_printf ("%s：%s", accepted ? "接受不适用" : "不接受不适用", subject);
  ClaimChange change = { &reviewing, &claim, accepted };
  YsAction action = { .role_needed = YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = accepted ? "接受不适用" : "不接受不适用", .subject = subject,
                                  .task = number, .before = was ? "已接受" : "未接受",
                                  .after = accepted ? "已接受" : "未接受", .reason = clean, .undo_label = undo } };
  return ys_workspace_act (self, &action, store_claim, &change, error);
}

gboolean
ys_workspace_accept_claim (YsWorkspace *self, const char *unit, guint task, const char *point, const char *reason,
                           GError **error)
{
  return change_claim (self, unit, task, point, reason, TRUE, error);
}

gboolean
ys_workspace_refuse_claim (YsWorkspace *self, const char *unit, guint task, const char *point, const char *reason,
                           GError **error)
{
  return change_claim (self, unit, task, point, reason, FALSE, error);
}

/* ---- the item under which an occurrence deducts ---- */

/* Unit and title of an occurrence; FALSE with @error where there is none. */
static gboolean
find_occurrence (YsWorkspace *self, const char *id, char **unit, char **title, GError **error)
{
  gboolean found = FALSE;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->occurrences->len && !found; i++)
    {
      const YsOccurrence *occurrence = ((YsOccurrenceRow *) g_ptr_array_index (self->occurrences, i))->occurrence;
      if (g_strcmp0 (occurrence->id, id) != 0)
        continue;
      found = TRUE;
      *unit = g_strdup (occurrence->unit);
      *title = g_strdup (occurrence->title);
    }
  g_mutex_unlock (&self->lock);
  if (!found)
    ys_set_error (error, YS_ERROR_NOT_FOUND, id, _("There is no such occurrence"));
  return found;
}

typedef struct {
  const char *unit;
  const YsChosenItem *chosen; /* item NULL: none */
} ChosenChange;

static gboolean
store_chosen (YsConnection *connection, gpointer data, GError **error)
{
  const ChosenChange *change = data;

  return change->chosen->item != NULL ? ys_chosen_set (connection, change->unit, change->chosen, error)
                                      : ys_chosen_delete (connection, change->chosen->occurrence, error);
}

static char *
steal_chosen (YsReviewing *reviewing, const char *occurrence)
{
  GPtrArray *list = reviewing->review->chosen;
  char *item = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      YsChosenItem *chosen = g_ptr_array_index (list, i);
      if (!g_str_equal (chosen->occurrence, occurrence))
        continue;
      item = g_strdup (chosen->item);
      g_ptr_array_remove_index (list, i);
      break;
    }
  return item;
}

gboolean
ys_workspace_choose_item (YsWorkspace *self, const char *occurrence, const char *item, const char *reason,
                          GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  g_autofree char *unit = NULL;
  g_autofree char *title = NULL;
  g_autofree char *clean = NULL;

  if (!find_occurrence (self, occurrence, &unit, &title, error)
      || !ys_reviewing_begin (&reviewing, self, unit, OPEN_STATES, error) || !ys_reason_clean (reason, &clean, error))
    return FALSE;
  g_autofree char *before = steal_chosen (&reviewing, occurrence);
  YsChosenItem chosen = { (char *) occurrence, (char *) item, clean, 0 };
  if (item != NULL)
    {
      YsChosenItem *copy = ys_chosen_item_new ();
      copy->occurrence = g_strdup (occurrence);
      copy->item = g_strdup (item);
      copy->reason = g_strdup (clean);
      g_ptr_array_add (reviewing.review->chosen, copy);
    }
  if (!ys_reviewing_check (&reviewing, error))
    return FALSE;
  g_autofree char *subject = g_strdup_printf ("%s %s", reviewing.info->name, title);
  g_autofree char *undo = g_strdup_printf ("指定扣分条目：%s", title);
  ChosenChange change = { unit, &chosen };
  YsAction action = { .role_needed = YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = "指定扣分条目", .subject = subject, .before = before,
                                  .after = item != NULL ? item : "按最大的扣", .reason = clean, .undo_label = undo } };
  return ys_workspace_act (self, &action, store_chosen, &change, error);
}
