/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Giving opinions, drawing conclusions, answering. What has travelled never changes: a later word follows it.
 * No figure changes here: whoever follows an opinion changes a score and names it in the answer. */
#include "ys-workspace-opinion-private.h"

#include "ys-id.h"

#include <glib/gi18n-lib.h>

static gint64
whole_seconds_now (void)
{
  return ys_clock_now () / G_USEC_PER_SEC * G_USEC_PER_SEC;
}

/* @text without what forms leave around it; NULL for nothing. Full. */
static char *
clean_or_null (const char *text)
{
  g_autofree char *clean = text != NULL ? g_strstrip (ys_text_clean (text, -1)) : NULL;

  return clean != NULL && clean[0] != '\0' ? g_steal_pointer (&clean) : NULL;
}

/* ---- who may give opinions ---- */

/* Whether a province let the city of @unit pass, with rectification or without; with the lock held. */
static gboolean
has_passed_first_review (YsWorkspace *self, const char *unit)
{
  const GPtrArray *conclusions = self->opinions->said->conclusions;

  for (guint i = conclusions->len; i > 0; i--) /* the newest holds */
    {
      const YsConclusion *conclusion = g_ptr_array_index (conclusions, i - 1);
      if ((g_str_equal (conclusion->unit, unit) || ys_workspace_is_above (self, conclusion->unit, unit))
          && ys_workspace_get_kind_of (self, conclusion->office) == YS_OFFICE_PROVINCE)
        return conclusion->verdict != YS_CONCLUSION_FAIL;
    }
  return FALSE;
}

gboolean
ys_workspace_can_give_opinion (YsWorkspace *self, const char *unit, char **why)
{
  const char *reason = NULL;

  if (ys_workspace_is_read_only (self))
    reason = _("This workspace is open for reading only.");
  else if (!ys_workspace_is_upper (self))
    reason = _("Opinions are given by the province and the central body.");
  else if ((ys_workspace_get_person_roles (self) & YS_ROLE_REVIEWER) == 0)
    reason = _("Opinions are given by a reviewer.");
  else
    {
      g_mutex_lock (&self->lock);
      if (self->opinions->rounds->len > 0 && ys_workspace_peek_round_of (self, unit) == NULL)
        reason = _("No dossier of this unit came in");
      else if (self->office == YS_OFFICE_CENTRAL && !has_passed_first_review (self, unit))
        reason = _("The re-examination opens only what passed the first review.");
      g_mutex_unlock (&self->lock);
    }
  if (reason != NULL && why != NULL)
    *why = g_strdup (reason);
  return reason == NULL;
}

static gboolean
must_give_opinion (YsWorkspace *self, const char *unit, GError **error)
{
  g_autofree char *why = NULL;

  if (ys_workspace_can_give_opinion (self, unit, &why))
    return TRUE;
  ys_set_error (error, ys_workspace_is_upper (self) && (ys_workspace_get_person_roles (self) & YS_ROLE_REVIEWER) != 0
                         ? YS_ERROR_STATE : YS_ERROR_ROLE,
                unit, "%s", why);
  return FALSE;
}

/* ---- opinions ---- */

/* The revision that is looked at: a county's own, or what the dossier holds; 0: none. With the lock held. */
static guint
peek_revision (YsWorkspace *self, const char *unit)
{
  const YsOpinionRound *round = ys_workspace_peek_round_of (self, unit);

  if (self->office == YS_OFFICE_COUNTY)
    return self->revision;
  return round != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (round->revisions, unit)) : 0;
}

static gboolean
check_opinion (YsWorkspace *self, const YsOpinion *opinion, GError **error)
{
  g_autoptr (YsOpinions) alone = ys_opinions_new ();
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsStandard) standard = NULL;
  g_autoptr (YsAssessment) assessment = NULL;

  ys_workspace_dup_round_of (self, opinion->unit, &standard, &assessment);
  g_ptr_array_add (alone->opinions, ys_opinion_copy (opinion));
  if (ys_opinions_check (alone, standard, assessment, NULL, faults))
    return TRUE;
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

YsOpinion *
ys_workspace_new_opinion (YsWorkspace *self, const YsOpinionDraft *draft, GError **error)
{
  g_autoptr (YsOpinion) opinion = ys_opinion_new ();
  g_autofree char *points = clean_or_null (draft->points);
  g_autofree char *plain = points != NULL ? ys_number_normalize (points, NULL) : NULL;

  opinion->office = g_strdup (self->unit);
  opinion->person = ys_workspace_dup_person (self);
  opinion->at = whole_seconds_now ();
  opinion->unit = g_strdup (draft->unit);
  opinion->task = draft->task;
  opinion->item = clean_or_null (draft->item);
  opinion->verdict = draft->verdict;
  opinion->reason = clean_or_null (draft->reason);
  opinion->point = clean_or_null (draft->point);
  opinion->pages = clean_or_null (draft->pages);
  if (points != NULL && (plain == NULL || !ys_points_parse (plain, &opinion->points)))
    {
      ys_set_error (error, YS_ERROR_VALUE, "points", _("“%s” are no points; write them like 7.5"), points);
      return NULL;
    }
  opinion->has_points = points != NULL;
  g_mutex_lock (&self->lock);
  const YsOpinion *newest = ys_opinion_desk_get_newest (self->opinions, self->unit, opinion);
  opinion->id = newest != NULL && !ys_opinion_desk_has_travelled (self->opinions, newest->id, 0) ? g_strdup (newest->id)
                                                                                                 : ys_id_new ();
  opinion->revision = peek_revision (self, draft->unit);
  g_mutex_unlock (&self->lock);
  return check_opinion (self, opinion, error) ? g_steal_pointer (&opinion) : NULL;
}

static char *
describe_opinion (const YsOpinion *opinion)
{
  g_autofree char *points = opinion->has_points ? ys_points_to_display (opinion->points) : NULL;

  return g_strdup_printf ("%s%s%s%s", ys_opinion_verdict_label (opinion->verdict), points != NULL ? "，建议" : "",
                          points != NULL ? points : "", points != NULL ? "分" : "");
}

static gboolean
store_opinion (YsConnection *connection, gpointer data, GError **error)
{
  return ys_opinion_set (connection, data, error);
}

static char *
dup_title (YsWorkspace *self, const char *unit, guint task, const char *item)
{
  g_mutex_lock (&self->lock);
  char *title = ys_workspace_dup_subject_title (self, unit, task, item);
  g_mutex_unlock (&self->lock);
  return title;
}

/* What stood there under the id of @opinion, in words; NULL: nothing. Full. */
static char *
dup_before (YsWorkspace *self, const char *id)
{
  g_mutex_lock (&self->lock);
  const YsOpinion *before = ys_opinion_desk_get_opinion (self->opinions, id);
  char *words = before != NULL ? describe_opinion (before) : NULL;
  g_mutex_unlock (&self->lock);
  return words;
}

gboolean
ys_workspace_save_opinion (YsWorkspace *self, const YsOpinion *opinion, const char *verb, guint roles, GError **error)
{
  g_autofree char *title = dup_title (self, opinion->unit, opinion->task, opinion->item);
  g_autofree char *before = dup_before (self, opinion->id);
  g_autofree char *after = describe_opinion (opinion);
  g_autofree char *undo = g_strconcat (verb, "：", title, NULL);
  g_autofree char *key = g_strconcat (YS_SAID_KEY, opinion->id, NULL);
  YsAction action = { .role_needed = roles,
                      .what = YS_CHANGE_OPINIONS,
                      .record = { .action = verb, .subject = title, .task = opinion->task, .before = before,
                                  .after = after, .reason = opinion->reason, .undo_label = undo, .undo_key = key } };

  return ys_workspace_act (self, &action, store_opinion, (gpointer) opinion, error);
}

char *
ys_workspace_set_opinion (YsWorkspace *self, const YsOpinionDraft *draft, GError **error)
{
  g_autoptr (YsOpinion) opinion = NULL;

  if (!must_give_opinion (self, draft->unit, error))
    return NULL;
  opinion = ys_workspace_new_opinion (self, draft, error);
  if (opinion == NULL || !ys_workspace_save_opinion (self, opinion, "审核意见", YS_ROLE_REVIEWER, error))
    return NULL;
  return g_strdup (opinion->id);
}

static gboolean
remove_opinion (YsConnection *connection, gpointer data, GError **error)
{
  return ys_opinion_delete (connection, data, error);
}

gboolean
ys_workspace_clear_opinion (YsWorkspace *self, const char *unit, guint task, const char *item, GError **error)
{
  const YsOpinion like = { .unit = (char *) unit, .task = task, .item = (char *) item };
  g_autofree char *id = NULL;
  gboolean sent = FALSE;

  if (!must_give_opinion (self, unit, error))
    return FALSE;
  g_mutex_lock (&self->lock);
  const YsOpinion *newest = ys_opinion_desk_get_newest (self->opinions, self->unit, &like);
  sent = newest != NULL && ys_opinion_desk_has_travelled (self->opinions, newest->id, 0);
  id = newest != NULL ? g_strdup (newest->id) : NULL;
  g_mutex_unlock (&self->lock);
  g_autofree char *title = dup_title (self, unit, task, item);
  if (id == NULL || sent)
    {
      ys_set_error (error, sent ? YS_ERROR_STATE : YS_ERROR_NOT_FOUND, title,
                    sent ? _("This opinion has been sent; give a new one, which follows it")
                         : _("No opinion was given there"));
      return FALSE;
    }
  g_autofree char *before = dup_before (self, id);
  g_autofree char *undo = g_strconcat ("撤销意见：", title, NULL);
  g_autofree char *key = g_strconcat (YS_SAID_KEY, id, NULL);
  YsAction action = { .role_needed = YS_ROLE_REVIEWER,
                      .what = YS_CHANGE_OPINIONS,
                      .record = { .action = "撤销审核意见", .subject = title, .task = task, .before = before,
                                  .undo_label = undo, .undo_key = key } };
  return ys_workspace_act (self, &action, remove_opinion, id, error);
}

/* ---- conclusion ---- */

/* Whether what holds of this office on @city or its counties queries or disagrees. */
static gboolean
has_open_opinions (YsWorkspace *self, const char *city)
{
  g_autoptr (GPtrArray) threads = ys_workspace_dup_opinion_threads (self, NULL);

  for (guint i = 0; i < threads->len; i++)
    {
      const YsOpinionThread *thread = g_ptr_array_index (threads, i);
      const YsStatement *own = NULL;

      if (!g_str_equal (thread->unit, city) && !ys_workspace_is_above (self, city, thread->unit))
        continue;
      for (guint s = 0; s < thread->statements->len; s++)
        {
          const YsStatement *statement = g_ptr_array_index (thread->statements, s);
          if (statement->is_opinion && statement->own)
            own = statement;
        }
      if (own != NULL && own->verdict != YS_OPINION_AGREE)
        return TRUE;
    }
  return FALSE;
}

/* The own conclusion on @city that has not travelled; with the lock held. */
static const YsConclusion *
peek_unsent_conclusion (YsWorkspace *self, const char *city)
{
  const GPtrArray *conclusions = self->opinions->said->conclusions;

  for (guint i = conclusions->len; i > 0; i--)
    {
      const YsConclusion *conclusion = g_ptr_array_index (conclusions, i - 1);
      if (g_strcmp0 (conclusion->unit, city) == 0 && g_strcmp0 (conclusion->office, self->unit) == 0
          && !ys_opinion_desk_has_travelled (self->opinions, conclusion->id, 0))
        return conclusion;
    }
  return NULL;
}

static gboolean
store_conclusion (YsConnection *connection, gpointer data, GError **error)
{
  return ys_conclusion_set (connection, data, error);
}

gboolean
ys_workspace_conclude (YsWorkspace *self, const char *city, YsConclusionVerdict verdict, const char *reason,
                       GError **error)
{
  g_autoptr (YsConclusion) conclusion = ys_conclusion_new ();

  if (!must_give_opinion (self, city, error))
    return FALSE;
  if (ys_workspace_get_kind_of (self, city) != YS_OFFICE_CITY)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, city, _("A conclusion is drawn on a city"));
      return FALSE;
    }
  conclusion->reason = clean_or_null (reason);
  if (conclusion->reason == NULL && (verdict != YS_CONCLUSION_PASS || has_open_opinions (self, city)))
    {
      ys_set_error (error, YS_ERROR_VALUE, "reason",
                    verdict != YS_CONCLUSION_PASS ? _("This conclusion needs a reason.")
                                                  : _("Something is queried or disagreed; say why it passes all the same"));
      return FALSE;
    }
  conclusion->office = g_strdup (self->unit);
  conclusion->person = ys_workspace_dup_person (self);
  conclusion->unit = g_strdup (city);
  conclusion->at = whole_seconds_now ();
  conclusion->verdict = verdict;
  g_mutex_lock (&self->lock);
  const YsConclusion *unsent = peek_unsent_conclusion (self, city);
  const char *before = unsent != NULL ? ys_conclusion_verdict_label (unsent->verdict) : NULL;
  conclusion->id = unsent != NULL ? g_strdup (unsent->id) : ys_id_new ();
  g_mutex_unlock (&self->lock);
  g_autofree char *title = dup_title (self, city, 0, NULL);
  g_autofree char *undo = g_strconcat ("审核结论：", title, NULL);
  g_autofree char *key = g_strconcat (YS_SAID_KEY, conclusion->id, NULL);
  YsAction action = { .role_needed = YS_ROLE_REVIEWER,
                      .what = YS_CHANGE_OPINIONS,
                      .record = { .action = "审核结论", .subject = title, .before = before,
                                  .after = ys_conclusion_verdict_label (verdict), .reason = conclusion->reason,
                                  .undo_label = undo, .undo_key = key } };
  return ys_workspace_act (self, &action, store_conclusion, conclusion, error);
}
