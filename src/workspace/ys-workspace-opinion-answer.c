/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to opinions and findings, by the city and by the county that they concern.
 * An answer changes nothing itself; it may name what was changed because of what it answers. */
#include "ys-workspace-opinion-private.h"

#include "ys-id.h"

#include <glib/gi18n-lib.h>

static guint
answering_roles (YsWorkspace *self)
{
  return self->office == YS_OFFICE_COUNTY ? YS_ROLE_CLERK | YS_ROLE_APPROVER : YS_ROLE_ASSESSOR | YS_ROLE_LEAD;
}

/* An office can't answer what was superseded: with the lock held, the opinion of the same office that follows @id. */
static gboolean
is_superseded (YsWorkspace *self, const char *id)
{
  const YsOpinion *opinion = ys_opinion_desk_get_opinion (self->opinions, id);
  const YsOpinion *newest
    = opinion != NULL ? ys_opinion_desk_get_newest (self->opinions, opinion->office, opinion) : NULL;

  return newest != opinion;
}

/* With the lock held. */
static const char *
answer_refusal (YsWorkspace *self, const char *id, guint roles)
{
  const char *author = ys_opinion_desk_get_author (self->opinions, id);
  const char *unit = ys_opinion_desk_get_subject_unit (self->opinions, id);
  const YsFinding *finding = ys_opinion_desk_get_finding (self->opinions, id);

  if (self->office != YS_OFFICE_COUNTY && self->office != YS_OFFICE_CITY)
    return _("Answers are given by the city and its counties.");
  if (author == NULL)
    return _("The opinion or finding that is answered is not here.");
  if (g_str_equal (author, self->unit))
    return _("Nobody answers himself.");
  if (!g_str_equal (unit, self->unit) && !ys_workspace_is_above (self, self->unit, unit))
    return _("It concerns another unit.");
  if (is_superseded (self, id))
    return _("A newer opinion of the same office has taken its place; answer that one.");
  if (finding != NULL && finding->state == YS_FINDING_VERIFIED)
    return _("It is verified; there is nothing more to answer.");
  return roles & answering_roles (self) ? NULL : _("Your role does not answer opinions.");
}

gboolean
ys_workspace_can_answer (YsWorkspace *self, const char *id, char **why)
{
  guint roles = ys_workspace_get_person_roles (self);
  const char *reason;

  g_mutex_lock (&self->lock);
  reason = answer_refusal (self, id, roles);
  g_mutex_unlock (&self->lock);
  if (reason == NULL && ys_workspace_is_read_only (self))
    reason = _("This workspace is open for reading only.");
  if (reason != NULL && why != NULL)
    *why = g_strdup (reason);
  return reason == NULL;
}

static gboolean
must_answer (YsWorkspace *self, const char *id, GError **error)
{
  guint roles = ys_workspace_get_person_roles (self);
  const char *reason, *author;
  gboolean newer;

  g_mutex_lock (&self->lock);
  reason = answer_refusal (self, id, roles);
  author = ys_opinion_desk_get_author (self->opinions, id);
  newer = author != NULL && is_superseded (self, id);
  g_mutex_unlock (&self->lock);
  if (reason == NULL)
    return ys_workspace_must_be_writable (self, error);
  ys_set_error (error, author == NULL ? YS_ERROR_OPINION_GONE
                       : newer || (roles & answering_roles (self)) != 0 ? YS_ERROR_STATE : YS_ERROR_ROLE,
                id, "%s", reason);
  return FALSE;
}

/* ---- answering ---- */

typedef struct {
  YsAnswer *answer;
  YsFinding *finding; /* with the state that the answer gives it; NULL: an opinion is answered */
} Answering;

static gboolean
store_answer (YsConnection *connection, gpointer data, GError **error)
{
  const Answering *answering = data;

  return ys_answer_set (connection, answering->answer, error)
         && (answering->finding == NULL || ys_finding_set (connection, answering->finding, error));
}

static gboolean
take_citations (YsWorkspace *self, YsAnswer *answer, const GPtrArray *citations, GError **error)
{
  for (guint i = 0; citations != NULL && i < citations->len; i++)
    {
      YsCitation *citation = ys_citation_copy (g_ptr_array_index (citations, i));

      if (citation->id == NULL)
        citation->id = ys_id_new ();
      g_ptr_array_add (answer->citations, citation);
    }
  return ys_workspace_must_hold_cited (self, answer->citations, error);
}

static gboolean
check_answer (YsWorkspace *self, const YsAnswer *answer, GError **error)
{
  g_autoptr (YsOpinions) alone = ys_opinions_new ();
  g_autoptr (YsFaults) faults = ys_faults_new ();

  g_ptr_array_add (alone->answers, ys_answer_copy (answer));
  if (ys_opinions_check (alone, self->standard, self->assessment, NULL, faults))
    return TRUE;
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

/* Title of what @id is about, its task, and the finding answered, where it is one. */
static char *
dup_answered (YsWorkspace *self, const char *id, guint *task, YsFinding **finding)
{
  char *title;

  g_mutex_lock (&self->lock);
  const YsOpinion *opinion = ys_opinion_desk_get_opinion (self->opinions, id);
  const YsFinding *found = ys_opinion_desk_get_finding (self->opinions, id);
  if (found != NULL)
    {
      *finding = ys_finding_copy (found);
      (*finding)->state = YS_FINDING_ANSWERED;
      *task = found->task;
      title = g_strdup (found->title);
    }
  else
    {
      *task = opinion->task;
      title = ys_workspace_dup_subject_title (self, opinion->unit, opinion->task, opinion->item);
    }
  g_mutex_unlock (&self->lock);
  return title;
}

char *
ys_workspace_answer (YsWorkspace *self, const char *id, const char *text, const char *changed,
                     const GPtrArray *citations, GError **error)
{
  g_autoptr (YsAnswer) answer = ys_answer_new ();
  g_autoptr (YsFinding) finding = NULL;
  g_autofree char *before = NULL;
  guint task = 0;

  if (!must_answer (self, id, error))
    return NULL;
  answer->to = g_strdup (id);
  answer->office = g_strdup (self->unit);
  answer->person = ys_workspace_dup_person (self);
  answer->at = ys_clock_now () / G_USEC_PER_SEC * G_USEC_PER_SEC;
  answer->text = g_strstrip (ys_text_clean (text != NULL ? text : "", -1));
  answer->changed = changed != NULL && changed[0] != '\0' ? g_strdup (changed) : NULL;
  g_mutex_lock (&self->lock);
  const YsAnswer *unsent = ys_opinion_desk_get_unsent_answer (self->opinions, id, self->unit);
  before = unsent != NULL ? g_strdup (unsent->text) : NULL;
  answer->id = unsent != NULL ? g_strdup (unsent->id) : ys_id_new ();
  g_mutex_unlock (&self->lock);
  if (!take_citations (self, answer, citations, error) || !check_answer (self, answer, error))
    return NULL;
  g_autofree char *title = dup_answered (self, id, &task, &finding);
  g_autofree char *undo = g_strconcat ("答复：", title, NULL);
  g_autofree char *key = g_strconcat (YS_SAID_KEY, answer->id, NULL);
  Answering answering = { answer, finding };
  YsAction action = { .role_needed = answering_roles (self),
                      .what = YS_CHANGE_OPINIONS,
                      .record = { .action = finding != NULL ? "答复问题" : "答复意见", .subject = title, .task = task,
                                  .before = before, .after = answer->text, .reason = answer->changed,
                                  .undo_label = undo, .undo_key = key } };
  if (!ys_workspace_act (self, &action, store_answer, &answering, error))
    return NULL;
  return g_strdup (answer->id);
}
