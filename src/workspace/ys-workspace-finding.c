/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings: raised, changed, verified. A change of what has travelled is a new version, which the next package carries;
 * state follows from what was done: answered by an answer, verified by who raised it, open again by a new version. */
#include "ys-workspace-finding.h"

#include "ys-id.h"
#include "ys-workspace-opinion-private.h"

#include <glib/gi18n-lib.h>

/* ---- reading ---- */

/* Not verified first, nearest deadline first, then the older one. */
static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const YsFinding *one = *(YsFinding *const *) a, *other = *(YsFinding *const *) b;
  gboolean one_done = one->state == YS_FINDING_VERIFIED, other_done = other->state == YS_FINDING_VERIFIED;

  if (one_done != other_done)
    return one_done ? 1 : -1;
  if (one->due != other->due)
    return one->due == 0 ? 1 : other->due == 0 ? -1 : one->due < other->due ? -1 : 1;
  return g_strcmp0 (one->id, other->id);
}

GPtrArray *
ys_workspace_dup_findings (YsWorkspace *self, const char *unit)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->opinions->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (self->opinions->findings, i);
      if (unit == NULL || g_strcmp0 (finding->unit, unit) == 0)
        g_ptr_array_add (list, ys_finding_copy (finding));
    }
  g_mutex_unlock (&self->lock);
  g_ptr_array_sort (list, compare_findings);
  return list;
}

YsFinding *
ys_workspace_dup_finding (YsWorkspace *self, const char *id)
{
  g_mutex_lock (&self->lock);
  const YsFinding *found = ys_opinion_desk_get_finding (self->opinions, id);
  YsFinding *finding = found != NULL ? ys_finding_copy (found) : NULL;
  g_mutex_unlock (&self->lock);
  return finding;
}

gboolean
ys_workspace_is_finding_unsent (YsWorkspace *self, const char *id)
{
  g_mutex_lock (&self->lock);
  const YsFinding *finding = ys_opinion_desk_get_finding (self->opinions, id);
  gboolean unsent
    = finding != NULL && !ys_opinion_desk_has_travelled (self->opinions, finding->id, finding->version);
  g_mutex_unlock (&self->lock);
  return unsent;
}

void
ys_workspace_count_findings (YsWorkspace *self, const char *unit, YsDate today, YsFindingCounts *counts)
{
  *counts = (YsFindingCounts) { 0 };
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->opinions->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (self->opinions->findings, i);

      if (unit != NULL && g_strcmp0 (finding->unit, unit) != 0)
        continue;
      counts->open += finding->state == YS_FINDING_OPEN;
      counts->answered += finding->state == YS_FINDING_ANSWERED;
      counts->verified += finding->state == YS_FINDING_VERIFIED;
      counts->overdue += finding->state != YS_FINDING_VERIFIED && finding->due != 0 && finding->due < today;
      counts->unsent += !ys_opinion_desk_has_travelled (self->opinions, finding->id, finding->version);
    }
  g_mutex_unlock (&self->lock);
}

YsFinding *
ys_workspace_new_finding_from_opinion (YsWorkspace *self, const char *id)
{
  YsFinding *finding = NULL;

  g_mutex_lock (&self->lock);
  const YsOpinion *opinion = ys_opinion_desk_get_opinion (self->opinions, id);
  if (opinion != NULL)
    {
      finding = ys_finding_new ();
      finding->unit = g_strdup (opinion->unit);
      finding->task = opinion->task;
      finding->point = g_strdup (opinion->point);
      finding->opinion = g_strdup (opinion->id);
      finding->source = YS_FINDING_OF_OPINION;
      finding->title = ys_workspace_dup_subject_title (self, opinion->unit, opinion->task, opinion->item);
      finding->text = g_strdup (opinion->reason);
    }
  g_mutex_unlock (&self->lock);
  return finding;
}

/* ---- who may ---- */

static guint
raising_roles (YsWorkspace *self)
{
  return ys_workspace_is_upper (self) ? YS_ROLE_REVIEWER : YS_ROLE_ASSESSOR | YS_ROLE_LEAD;
}

gboolean
ys_workspace_can_raise_finding (YsWorkspace *self, char **why)
{
  const char *reason = NULL;

  if (ys_workspace_is_read_only (self))
    reason = _("This workspace is open for reading only.");
  else if (self->office == YS_OFFICE_COUNTY)
    reason = _("Findings are raised by the city and the offices above it.");
  else if ((ys_workspace_get_person_roles (self) & raising_roles (self)) == 0)
    reason = _("Your role does not raise findings.");
  if (reason != NULL && why != NULL)
    *why = g_strdup (reason);
  return reason == NULL;
}

static gboolean
must_raise (YsWorkspace *self, GError **error)
{
  g_autofree char *why = NULL;

  if (ys_workspace_can_raise_finding (self, &why))
    return TRUE;
  ys_set_error (error, ys_workspace_is_read_only (self) ? YS_ERROR_STATE : YS_ERROR_ROLE, NULL, "%s", why);
  return FALSE;
}

/* A copy of the own finding @id; NOT_FOUND, ROLE (another office's), STATE (@open_only and verified). Full. */
static YsFinding *
dup_own (YsWorkspace *self, const char *id, gboolean open_only, GError **error)
{
  g_autoptr (YsFinding) finding = ys_workspace_dup_finding (self, id);

  if (finding == NULL)
    ys_set_error (error, YS_ERROR_NOT_FOUND, id, _("There is no such finding"));
  else if (g_strcmp0 (finding->office, self->unit) != 0)
    ys_set_error (error, YS_ERROR_ROLE, id, _("Another office raised this finding; answer it instead"));
  else if (open_only && finding->state == YS_FINDING_VERIFIED)
    ys_set_error (error, YS_ERROR_STATE, id, _("This finding is verified; raise a new one"));
  else
    return g_steal_pointer (&finding);
  return NULL;
}

/* ---- changing ---- */

static gboolean
store_finding (YsConnection *connection, gpointer data, GError **error)
{
  return ys_finding_set (connection, data, error);
}

static gboolean
remove_finding (YsConnection *connection, gpointer data, GError **error)
{
  return ys_finding_delete (connection, data, error);
}

/* The unit must be one below this office, and what is said must make sense. */
static gboolean
check_finding (YsWorkspace *self, const YsFinding *finding, GError **error)
{
  g_autoptr (YsFindings) alone = ys_findings_new ();
  g_autoptr (YsFaults) faults = ys_faults_new ();

  g_ptr_array_add (alone->findings, ys_finding_copy (finding));
  ys_findings_check (alone, self->standard, self->assessment, NULL, faults);
  if (ys_faults_get_n (faults) == 0 && !ys_workspace_is_above (self, self->unit, finding->unit))
    ys_faults_add (faults, YS_ERROR_VALUE, NULL, 0, "unit", _("A finding is for a unit below this office"));
  g_mutex_lock (&self->lock);
  if (finding->opinion != NULL && ys_opinion_desk_get_opinion (self->opinions, finding->opinion) == NULL)
    ys_faults_add (faults, YS_ERROR_OPINION_GONE, NULL, 0, finding->opinion,
                   _("The opinion that this finding rests on is not in this workspace"));
  g_mutex_unlock (&self->lock);
  if (ys_faults_get_n (faults) == 0)
    return TRUE;
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

static gboolean
save (YsWorkspace *self, const YsFinding *finding, const char *verb, const char *before, const char *after,
      const char *reason, GError **error)
{
  g_autofree char *undo = g_strconcat (verb, "：", finding->title, NULL);
  g_autofree char *key = g_strconcat (YS_SAID_KEY, finding->id, NULL);
  YsAction action = { .role_needed = raising_roles (self),
                      .what = YS_CHANGE_OPINIONS,
                      .record = { .action = verb, .subject = finding->title, .task = finding->task, .before = before,
                                  .after = after, .reason = reason, .undo_label = undo, .undo_key = key } };

  return check_finding (self, finding, error) && ys_workspace_must_hold_cited (self, finding->citations, error)
         && ys_workspace_act (self, &action, store_finding, (gpointer) finding, error);
}

static void
clean_texts (YsFinding *finding)
{
  char **const texts[] = { &finding->title, &finding->text, &finding->owner, &finding->measures };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *clean = *texts[i] != NULL ? g_strstrip (ys_text_clean (*texts[i], -1)) : NULL;
      g_free (*texts[i]);
      *texts[i] = clean;
      if (clean != NULL && clean[0] == '\0' && i >= 2) /* the last two may be left out */
        g_clear_pointer (texts[i], g_free);
    }
}

/* The next version where the present one has travelled. */
static void
begin_version (YsWorkspace *self, YsFinding *finding)
{
  if (!ys_workspace_is_finding_unsent (self, finding->id))
    finding->version++;
  finding->at = ys_clock_now () / G_USEC_PER_SEC * G_USEC_PER_SEC;
  g_free (finding->person);
  finding->person = ys_workspace_dup_person (self);
}

char *
ys_workspace_save_finding (YsWorkspace *self, const YsFinding *given, GError **error)
{
  g_autoptr (YsFinding) finding = ys_finding_copy (given);
  g_autoptr (YsFinding) old = NULL;
  const char *severity;

  if (!must_raise (self, error) || (given->id != NULL && !(old = dup_own (self, given->id, TRUE, error))))
    return NULL;
  g_free (finding->office);
  finding->office = g_strdup (self->unit);
  finding->state = YS_FINDING_OPEN;
  clean_texts (finding);
  for (guint i = 0; i < finding->citations->len; i++)
    {
      YsCitation *citation = g_ptr_array_index (finding->citations, i);
      if (citation->id == NULL)
        citation->id = ys_id_new ();
    }
  if (old != NULL)
    {
      finding->version = old->version;
      begin_version (self, finding);
    }
  else
    {
      finding->id = ys_id_new ();
      finding->version = 1;
      finding->at = ys_clock_now () / G_USEC_PER_SEC * G_USEC_PER_SEC;
      g_free (finding->person);
      finding->person = ys_workspace_dup_person (self);
    }
  severity = ys_finding_severity_label (finding->severity);
  if (!save (self, finding, old != NULL ? "修改问题" : "提出问题",
             old != NULL ? ys_finding_severity_label (old->severity) : NULL, severity, finding->text, error))
    return NULL;
  return g_strdup (finding->id);
}

gboolean
ys_workspace_delete_finding (YsWorkspace *self, const char *id, GError **error)
{
  g_autoptr (YsFinding) finding = must_raise (self, error) ? dup_own (self, id, TRUE, error) : NULL;

  if (finding == NULL)
    return FALSE;
  if (finding->version > 1 || !ys_workspace_is_finding_unsent (self, id))
    {
      ys_set_error (error, YS_ERROR_STATE, id, _("This finding has been sent; verify it with a note instead"));
      return FALSE;
    }
  g_autofree char *undo = g_strconcat ("删除问题：", finding->title, NULL);
  g_autofree char *key = g_strconcat (YS_SAID_KEY, id, NULL);
  YsAction action = { .role_needed = raising_roles (self),
                      .what = YS_CHANGE_OPINIONS,
                      .record = { .action = "删除问题", .subject = finding->title, .task = finding->task,
                                  .undo_label = undo, .undo_key = key } };
  return ys_workspace_act (self, &action, remove_finding, (gpointer) id, error);
}

gboolean
ys_workspace_verify_finding (YsWorkspace *self, const char *id, const char *note, GError **error)
{
  g_autoptr (YsFinding) finding = must_raise (self, error) ? dup_own (self, id, TRUE, error) : NULL;
  g_autofree char *clean = note != NULL ? g_strstrip (ys_text_clean (note, -1)) : NULL;

  if (finding == NULL)
    return FALSE;
  if (finding->state == YS_FINDING_OPEN && (clean == NULL || clean[0] == '\0'))
    {
      ys_set_error (error, YS_ERROR_VALUE, "reason", _("Nobody has answered yet; say how it was verified"));
      return FALSE;
    }
  const char *before = ys_finding_state_label (finding->state);
  begin_version (self, finding);
  finding->state = YS_FINDING_VERIFIED;
  finding->verified_by = ys_workspace_dup_person (self);
  finding->verified_at = finding->at;
  finding->verified_reason = clean != NULL && clean[0] != '\0' ? g_strdup (clean) : NULL;
  return save (self, finding, "核验问题", before, ys_finding_state_label (finding->state), finding->verified_reason,
               error);
}
