/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence in the review: verdicts on citations, and citations that the city adds itself (scoring.md, 7). */
#include "ys-workspace-review-private.h"

#include "ys-id.h"

#include <glib/gi18n-lib.h>

/* ---- verdicts ---- */

/* The citation among the county's and the city's own, or NULL. Unowned. */
static const YsCitation *
find_citation (const YsReviewing *reviewing, const char *id)
{
  YsWorkspace *self = reviewing->workspace;
  const YsCitation *found = NULL;

  for (guint i = 0; i < reviewing->review->citations->len && found == NULL; i++)
    {
      const YsCitation *citation = g_ptr_array_index (reviewing->review->citations, i);
      if (g_strcmp0 (citation->id, id) == 0)
        found = citation;
    }
  g_mutex_lock (&self->lock);
  const YsSubmission *submission = ys_workspace_peek_submission (self, reviewing->info->id);
  for (guint i = 0; submission != NULL && found == NULL && i < submission->items->len; i++)
    {
      const YsItem *item = g_ptr_array_index (submission->items, i);
      for (guint c = 0; c < item->citations->len && found == NULL; c++)
        {
          const YsCitation *citation = g_ptr_array_index (item->citations, c);
          if (g_strcmp0 (citation->id, id) == 0)
            found = citation;
        }
    }
  g_mutex_unlock (&self->lock);
  return found;
}

static guint
task_of_citation (const YsReviewing *reviewing, const YsCitation *citation)
{
  const YsPoint *point = citation->point != NULL
                           ? ys_standard_get_point (reviewing->workspace->standard, citation->point) : NULL;

  return citation->task != 0 ? citation->task : point != NULL && point->task != NULL ? point->task->number : 0;
}

typedef struct {
  const YsReviewing *reviewing;
  const YsCitationVerdict *verdict;
  gboolean cleared;
} VerdictChange;

static gboolean
store_verdict (YsConnection *connection, gpointer data, GError **error)
{
  const VerdictChange *change = data;
  const YsReviewing *reviewing = change->reviewing;
  const char *unit = reviewing->info->id;

  if (!ys_reviewing_store_assessor (reviewing, connection, error))
    return FALSE;
  return change->cleared ? ys_verdict_delete (connection, unit, reviewing->revision, change->verdict->citation,
                                              change->verdict->assessor, error)
                         : ys_verdict_set (connection, unit, reviewing->revision, change->verdict, error);
}

static const char *
verdict_word (YsVerdict verdict)
{
  switch (verdict)
    {
    case YS_VERDICT_SUFFICIENT:
      return "充分";
    case YS_VERDICT_PARTIAL:
      return "部分充分";
    case YS_VERDICT_INSUFFICIENT:
      return "不足";
    case YS_VERDICT_MISMATCHED:
    default:
      return "不相符";
    }
}

/* Takes the acting person's verdict on @id out of the review and gives it back; NULL where he has none. */
static YsCitationVerdict *
steal_verdict (YsReviewing *reviewing, const char *id)
{
  GPtrArray *verdicts = reviewing->review->verdicts;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const YsCitationVerdict *verdict = g_ptr_array_index (verdicts, i);
      if (g_str_equal (verdict->citation, id) && g_str_equal (verdict->assessor, reviewing->assessor->id))
        return g_ptr_array_steal_index (verdicts, i);
    }
  return NULL;
}

static gboolean
may_judge (const YsReviewing *reviewing, guint task, GError **error)
{
  gboolean lead = (ys_workspace_get_person_roles (reviewing->workspace) & YS_ROLE_LEAD) != 0;

  if (lead || task == 0 || ys_review_is_assigned (reviewing->review, reviewing->assessor->id, task))
    return TRUE;
  ys_set_error (error, YS_ERROR_ROLE, reviewing->person, _("%s is not assigned to task %u of %s"), reviewing->person,
                task, reviewing->info->name);
  return FALSE;
}

/* @verdict NULL clears it. */
static gboolean
change_verdict (YsWorkspace *self, const char *unit, const char *id, const YsVerdict *verdict, GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  const YsCitation *citation;

  if (!ys_reviewing_begin (&reviewing, self, unit, YS_REVIEWING_ACCEPTED | YS_REVIEWING_SCORED, error))
    return FALSE;
  citation = find_citation (&reviewing, id);
  if (citation == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, id, _("The submission of %s has no citation %s"), reviewing.info->name, id);
      return FALSE;
    }
  guint task = task_of_citation (&reviewing, citation);
  g_autoptr (YsCitationVerdict) old = steal_verdict (&reviewing, id);
  if (!may_judge (&reviewing, task, error))
    return FALSE;
  YsCitationVerdict fresh = { (char *) id, reviewing.assessor->id, verdict != NULL ? *verdict : YS_VERDICT_SUFFICIENT, 0 };
  if (verdict != NULL)
    g_ptr_array_add (reviewing.review->verdicts, ys_citation_verdict_copy (&fresh));
  if (!ys_reviewing_check (&reviewing, error))
    return FALSE;
  g_autofree char *subject = g_strdup_printf ("%s 第%u项 %s", reviewing.info->name, task,
                                              citation->note != NULL ? citation->note : "佐证");
  g_autofree char *undo = g_strdup_printf ("判断佐证：%s 第%u项", reviewing.info->name, task);
  VerdictChange change = { &reviewing, &fresh, verdict == NULL };
  YsAction action = { .role_needed = YS_ROLE_ASSESSOR | YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = "判断佐证", .subject = subject, .task = task,
                                  .before = old != NULL ? verdict_word (old->verdict) : NULL,
                                  .after = verdict != NULL ? verdict_word (*verdict) : NULL, .undo_label = undo } };
  return ys_workspace_act (self, &action, store_verdict, &change, error);
}

gboolean
ys_workspace_set_verdict (YsWorkspace *self, const char *unit, const char *citation, YsVerdict verdict, GError **error)
{
  return change_verdict (self, unit, citation, &verdict, error);
}

gboolean
ys_workspace_clear_verdict (YsWorkspace *self, const char *unit, const char *citation, GError **error)
{
  return change_verdict (self, unit, citation, NULL, error);
}

/* ---- the city's own citations ---- */

typedef struct {
  const YsReviewing *reviewing;
  const YsCitation *citation; /* NULL: taken out */
  const char *id;
} CitationChange;

static gboolean
store_citation (YsConnection *connection, gpointer data, GError **error)
{
  const CitationChange *change = data;
  const YsReviewing *reviewing = change->reviewing;

  return change->citation != NULL
           ? ys_city_citation_set (connection, reviewing->info->id, reviewing->revision, change->citation, error)
           : ys_city_citation_delete (connection, reviewing->info->id, reviewing->revision, change->id, error);
}

/* With the evidence that it names, so that the check of the facts finds it. */
static gboolean
add_to_review (YsReviewing *reviewing, const YsCitation *citation, GError **error)
{
  YsWorkspace *self = reviewing->workspace;
  YsEvidence *evidence = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->evidence->len && evidence == NULL; i++)
    {
      const YsEvidenceRow *row = g_ptr_array_index (self->evidence, i);
      if (g_strcmp0 (row->digest, citation->evidence) == 0)
        evidence = ys_workspace_copy_evidence (self, row);
    }
  g_mutex_unlock (&self->lock);
  if (evidence == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, citation->evidence, _("There is no such evidence in this workspace"));
      return FALSE;
    }
  for (guint i = 0; i < reviewing->review->evidence->len; i++)
    if (g_strcmp0 (((YsEvidence *) g_ptr_array_index (reviewing->review->evidence, i))->digest, evidence->digest) == 0)
      {
        g_ptr_array_remove_index (reviewing->review->evidence, i);
        break;
      }
  g_ptr_array_add (reviewing->review->evidence, evidence);
  g_ptr_array_add (reviewing->review->citations, ys_citation_copy (citation));
  return ys_reviewing_check (reviewing, error);
}

char *
ys_workspace_cite_for_unit (YsWorkspace *self, const char *unit, const char *digest, guint task, const char *point,
                            const char *pages, const char *labels, const char *note, GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  g_autoptr (YsCitation) citation = ys_citation_new ();
  const YsPoint *cited = NULL;

  if (!ys_reviewing_begin (&reviewing, self, unit, YS_REVIEWING_ACCEPTED | YS_REVIEWING_SCORED, error)
      || (point != NULL && (cited = ys_reviewing_find_point (&reviewing, point, error)) == NULL))
    return NULL;
  citation->id = ys_id_new ();
  citation->evidence = g_strdup (digest);
  citation->task = cited != NULL ? cited->task->number : task;
  citation->point = g_strdup (point);
  citation->pages = g_strdup (pages);
  citation->labels = labels != NULL ? ys_text_clean_line (labels, -1) : NULL;
  citation->note = note != NULL ? ys_text_clean_line (note, -1) : NULL;
  citation->by_city = TRUE;
  if (!add_to_review (&reviewing, citation, error))
    return NULL;
  g_autofree char *subject = g_strdup_printf ("%s 第%u项%s%s", reviewing.info->name, citation->task,
                                              point != NULL ? " " : "", point != NULL ? point : "");
  g_autofree char *undo = g_strdup_printf ("市补佐证：%s 第%u项", reviewing.info->name, citation->task);
  CitationChange change = { &reviewing, citation, NULL };
  YsAction action = { .role_needed = YS_ROLE_ASSESSOR | YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = "市补佐证", .subject = subject, .task = citation->task, .after = digest,
                                  .reason = citation->note, .undo_label = undo } };
  return ys_workspace_act (self, &action, store_citation, &change, error) ? g_strdup (citation->id) : NULL;
}

gboolean
ys_workspace_uncite_for_unit (YsWorkspace *self, const char *unit, const char *id, GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  g_autoptr (YsCitation) citation = NULL;

  if (!ys_reviewing_begin (&reviewing, self, unit, YS_REVIEWING_ACCEPTED | YS_REVIEWING_SCORED, error))
    return FALSE;
  for (guint i = 0; i < reviewing.review->citations->len && citation == NULL; i++)
    if (g_strcmp0 (((YsCitation *) g_ptr_array_index (reviewing.review->citations, i))->id, id) == 0)
      citation = g_ptr_array_steal_index (reviewing.review->citations, i);
  if (citation == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, id, _("The city has no citation %s for %s"), id, reviewing.info->name);
      return FALSE;
    }
  /* refused while a verdict of somebody stands on it */
  if (!ys_reviewing_check (&reviewing, error))
    return FALSE;
  g_autofree char *subject = g_strdup_printf ("%s 第%u项", reviewing.info->name, citation->task);
  g_autofree char *undo = g_strdup_printf ("撤下市补佐证：%s", subject);
  CitationChange change = { &reviewing, NULL, id };
  YsAction action = { .role_needed = YS_ROLE_ASSESSOR | YS_ROLE_LEAD,
                      .what = YS_CHANGE_REVIEW,
                      .record = { .action = "撤下市补佐证", .subject = subject, .task = citation->task,
                                  .before = citation->evidence, .undo_label = undo } };
  return ys_workspace_act (self, &action, store_citation, &change, error);
}
