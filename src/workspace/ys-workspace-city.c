/* SPDX-License-Identifier: GPL-3.0-or-later */
/* States of a submission at the city: reviewed, settled, and opened again where an appeal was granted.
 * What its figures were when it was settled is kept with the act, so that nothing changes later without a trace. */
#include "ys-workspace-city.h"

#include "ys-id.h"
#include "ys-scoring.h"
#include "ys-workspace-feedback.h"
#include "ys-workspace-review-private.h"
#include "ys-workspace-submit.h"

#include <glib/gi18n-lib.h>

/* ---- reading ---- */

YsSubmissionState
ys_workspace_get_unit_state (YsWorkspace *self, const char *unit, guint *revision)
{
  YsSubmissionState state = YS_SUBMISSION_DRAFT;

  g_mutex_lock (&self->lock);
  const YsSubmissionRow *row = ys_workspace_peek_received (self, unit);
  if (row != NULL)
    state = row->state;
  if (revision != NULL)
    *revision = row != NULL ? row->revision : 0;
  g_mutex_unlock (&self->lock);
  return state;
}

typedef struct {
  const char *unit;
  GPtrArray *rows;
} TransitionReading;

static gboolean
read_transitions (YsConnection *connection, gpointer data, GError **error)
{
  TransitionReading *reading = data;

  reading->rows = ys_transition_list (connection, reading->unit, error);
  return reading->rows != NULL;
}

GPtrArray *
ys_workspace_dup_unit_transitions (YsWorkspace *self, const char *unit, GError **error)
{
  TransitionReading reading = { unit, NULL };
  GPtrArray *list;

  if (!ys_store_call (self->store, read_transitions, &reading, error))
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_transition_free);
  for (guint i = 0; i < reading.rows->len; i++)
    {
      YsTransitionRow *row = g_ptr_array_index (reading.rows, i);
      YsTransition *transition = g_new0 (YsTransition, 1);

      transition->revision = row->revision;
      transition->state = row->state;
      transition->person = g_steal_pointer (&row->person);
      transition->reason = g_steal_pointer (&row->reason);
      transition->at = row->at;
      g_ptr_array_add (list, transition);
    }
  g_ptr_array_unref (reading.rows);
  return list;
}

void
ys_settlement_free (YsSettlement *self)
{
  if (self == NULL)
    return;
  g_free (self->grade);
  g_free (self->person);
  g_free (self->approver);
  g_free (self->reason);
  g_free (self);
}

static const char *
grade_name (YsWorkspace *self, const char *id)
{
  for (guint i = 0; i < self->standard->grades->len; i++)
    {
      const YsGrade *grade = g_ptr_array_index (self->standard->grades, i);
      if (g_strcmp0 (grade->id, id) == 0)
        return grade->name;
    }
  return id;
}

GPtrArray *
ys_workspace_dup_settlements (YsWorkspace *self, const char *unit)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_settlement_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; self->settlements != NULL && i < self->settlements->len; i++)
    {
      const YsSettlementRow *row = g_ptr_array_index (self->settlements, i);
      YsSettlement *settlement;

      if (g_strcmp0 (row->unit, unit) != 0)
        continue;
      settlement = g_new0 (YsSettlement, 1);
      settlement->number = row->number;
      settlement->revision = row->revision;
      settlement->total = row->total;
      settlement->grade = g_strdup (grade_name (self, row->grade));
      settlement->person = g_strdup (row->person);
      settlement->approver = g_strdup (row->approver);
      settlement->reason = g_strdup (row->reason);
      settlement->at = row->at;
      g_ptr_array_add (list, settlement);
    }
  g_mutex_unlock (&self->lock);
  return list;
}

/* ---- steps ---- */

static const char *
step_refusal (YsCityStep step, YsSubmissionState state, guint revision)
{
  if (revision == 0)
    return _("Nothing was received from this unit.");
  switch (step)
    {
    case YS_CITY_FINISH:
      return state == YS_SUBMISSION_ACCEPTED ? NULL : _("Only an accepted submission is being reviewed.");
    case YS_CITY_REOPEN:
      return state == YS_SUBMISSION_SCORED ? NULL : _("Only a unit whose review is finished can be opened again.");
    case YS_CITY_SETTLE:
      return state == YS_SUBMISSION_SCORED || state == YS_SUBMISSION_ACCEPTED
               ? NULL : _("Only what was reviewed can be settled.");
    case YS_CITY_APPEAL:
    default:
      return state == YS_SUBMISSION_FINAL ? NULL : _("Only a settled unit is opened again by an appeal.");
    }
}

gboolean
ys_workspace_can_city_step (YsWorkspace *self, YsCityStep step, const char *unit, char **why)
{
  guint revision = 0;
  YsSubmissionState state = ys_workspace_get_unit_state (self, unit, &revision);
  const char *reason;

  if (ys_workspace_is_read_only (self))
    reason = _("This workspace is open for reading only.");
  else if (self->office != YS_OFFICE_CITY)
    reason = _("Submissions are reviewed by the city.");
  else if ((ys_workspace_get_person_roles (self) & YS_ROLE_LEAD) == 0)
    reason = _("This is for the lead.");
  else
    reason = step_refusal (step, state, revision);
  if (reason != NULL && why != NULL)
    *why = g_strdup (reason);
  return reason == NULL;
}

static gboolean
may_step (YsWorkspace *self, YsCityStep step, const char *unit, GError **error)
{
  g_autofree char *why = NULL;
  gboolean lead = (ys_workspace_get_person_roles (self) & YS_ROLE_LEAD) != 0;

  if (ys_assessment_get_unit (self->assessment, unit) == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _("The round names no unit %s"), unit);
      return FALSE;
    }
  if (ys_workspace_can_city_step (self, step, unit, &why))
    return TRUE;
  ys_set_error (error, self->office == YS_OFFICE_CITY && lead ? YS_ERROR_STATE : YS_ERROR_ROLE, unit, "%s", why);
  return FALSE;
}

typedef struct {
  const char *unit;
  YsTransitionRow row;
  const YsSettlementRow *settlement; /* NULL: not settled by this */
  const YsMinting *feedback;         /* NULL: none */
  const char *approver;              /* of an appeal; NULL */
} CityMove;

static char *
appeal_setting (const char *unit, const char *what)
{
  return g_strconcat ("appeal.", unit, ".", what, NULL);
}

static gboolean
store_move (YsConnection *connection, gpointer data, GError **error)
{
  const CityMove *move = data;
  g_autofree char *approver = appeal_setting (move->unit, "approver");
  g_autofree char *reason = appeal_setting (move->unit, "reason");

  if (!ys_submission_set (connection, move->unit, move->row.revision, move->row.state, NULL, error)
      || !ys_transition_add (connection, move->unit, &move->row, error))
    return FALSE;
  if (move->approver != NULL
      && (!ys_setting_set (connection, approver, move->approver, error)
          || !ys_setting_set (connection, reason, move->row.reason, error)))
    return FALSE;
  if (move->settlement != NULL && !ys_settlement_add (connection, move->settlement, error))
    return FALSE;
  if (move->feedback != NULL && !ys_feedback_register (move->feedback, connection, move->unit, error))
    return FALSE;
  /* what was settled on is never undone, only followed by a correction */
  return ys_connection_run (connection, error, "undo-clear", "");
}

static gboolean
move_to (YsWorkspace *self, CityMove *move, const char *verb, const char *before, const char *after, GError **error)
{
  const YsUnitInfo *info = ys_assessment_get_unit (self->assessment, move->unit);
  g_autofree char *subject = g_strdup_printf ("%s第%u次报送", info->name, move->row.revision);
  g_autofree char *person = ys_workspace_dup_person (self);
  YsAction action = { .role_needed = YS_ROLE_LEAD,
                      .what = YS_CHANGE_STATE | YS_CHANGE_REVIEW | YS_CHANGE_PACKAGES,
                      .record = { .action = verb, .subject = subject, .before = before, .after = after,
                                  .reason = move->row.reason } };

  move->row.person = person;
  move->row.at = ys_clock_now ();
  gboolean done = ys_workspace_act (self, &action, store_move, move, error);
  move->row.person = NULL;
  return done;
}

/* FALSE with CHECKS and all of @against, unless a reason is given. */
static gboolean
must_be_free (const char *unit, const GPtrArray *against, const char *reason, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();

  if (against->len == 0 || (reason != NULL && reason[0] != '\0'))
    return TRUE;
  for (guint i = 0; i < against->len; i++)
    ys_faults_add (faults, YS_ERROR_CHECKS, NULL, 0, unit, "%s", (char *) g_ptr_array_index (against, i));
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

/* An optional reason, NULL where nothing is left of it. */
static char *
clean_optional (const char *reason)
{
  g_autofree char *clean = ys_text_clean (reason != NULL ? reason : "", -1);

  g_strstrip (clean);
  return clean[0] != '\0' ? g_steal_pointer (&clean) : NULL;
}

static gboolean
finish (YsWorkspace *self, const char *unit, char *reason, const YsMinting *feedback, GError **error)
{
  CityMove move = { .unit = unit, .row = { .state = YS_SUBMISSION_SCORED, .reason = reason }, .feedback = feedback };

  ys_workspace_get_unit_state (self, unit, &move.row.revision);
  return move_to (self, &move, "完成评审", ys_submission_state_label (YS_SUBMISSION_ACCEPTED),
                  ys_submission_state_label (YS_SUBMISSION_SCORED), error);
}

gboolean
ys_workspace_finish_review (YsWorkspace *self, const char *unit, const char *reason, GError **error)
{
  g_autofree char *clean = clean_optional (reason);
  g_autofree char *said = NULL;
  g_autoptr (GPtrArray) unfinished = NULL;
  g_auto (YsMinting) feedback = { 0 };

  if (!may_step (self, YS_CITY_FINISH, unit, error))
    return FALSE;
  unfinished = ys_workspace_dup_unfinished (self, unit);
  if (!must_be_free (unit, unfinished, clean, error) || !ys_feedback_read_said (self, unit, &said, error)
      || !ys_feedback_mint (&feedback, self, unit, YS_SUBMISSION_SCORED, said, error))
    return FALSE;
  if (finish (self, unit, clean, &feedback, error))
    return TRUE;
  ys_minting_drop (&feedback);
  return FALSE;
}

gboolean
ys_workspace_reopen_review (YsWorkspace *self, const char *unit, const char *reason, GError **error)
{
  g_autofree char *clean = NULL;
  CityMove move = { .unit = unit, .row = { .state = YS_SUBMISSION_ACCEPTED } };

  if (!may_step (self, YS_CITY_REOPEN, unit, error) || !ys_reason_clean (reason, &clean, error))
    return FALSE;
  move.row.reason = clean;
  ys_workspace_get_unit_state (self, unit, &move.row.revision);
  return move_to (self, &move, "重新评审", ys_submission_state_label (YS_SUBMISSION_SCORED),
                  ys_submission_state_label (YS_SUBMISSION_ACCEPTED), error);
}

/* ---- settling ---- */

typedef struct {
  const char *unit;
  char *approver, *reason;
} AppealReading;

static gboolean
read_appeal (YsConnection *connection, gpointer data, GError **error)
{
  AppealReading *reading = data;
  g_autofree char *approver = appeal_setting (reading->unit, "approver");
  g_autofree char *reason = appeal_setting (reading->unit, "reason");
  g_autoptr (GError) local = NULL;

  reading->approver = ys_setting_get (connection, approver, &local);
  if (local == NULL)
    reading->reason = ys_setting_get (connection, reason, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* "87.35分 良好" */
static char *
describe_result (YsPoints total, const char *grade)
{
  g_autofree char *points = ys_points_to_display (total);

  return g_strdup_printf ("%s分 %s", points, grade);
}

/* What was settled last, in words; NULL where nothing was. Full. */
static char *
describe_last (YsWorkspace *self, const char *unit)
{
  g_autoptr (GPtrArray) settlements = ys_workspace_dup_settlements (self, unit);
  const YsSettlement *last
    = settlements->len > 0 ? g_ptr_array_index (settlements, settlements->len - 1) : NULL;

  return last != NULL ? describe_result (last->total, last->grade) : NULL;
}

static gboolean
settle (YsWorkspace *self, const char *unit, const char *reason, YsMinting *feedback, GError **error)
{
  g_autoptr (YsSheet) sheet = ys_workspace_score (self, YS_DECIDED, TRUE, error);
  YsSheetUnit *figures = sheet != NULL ? ys_sheet_get_unit (sheet, unit) : NULL;
  g_autofree char *before = describe_last (self, unit);
  g_autofree char *person = ys_workspace_dup_person (self);
  AppealReading appeal = { .unit = unit };

  if (figures == NULL || !ys_store_call (self->store, read_appeal, &appeal, error)
      || !ys_feedback_mint (feedback, self, unit, YS_SUBMISSION_FINAL, NULL, error))
    return FALSE;
  g_autofree char *approver = appeal.approver;
  g_autofree char *granted = appeal.reason;
  const YsGrade *grade = g_ptr_array_index (self->standard->grades, figures->grade);
  YsSettlementRow settlement = { .unit = (char *) unit, .grade = grade->id, .person = person, .total = figures->total,
                                 .at = ys_clock_now () };
  if (before != NULL)
    {
      settlement.approver = approver;
      settlement.reason = granted;
    }
  CityMove move = { .unit = unit, .row = { .state = YS_SUBMISSION_FINAL, .reason = (char *) reason },
                    .settlement = &settlement, .feedback = feedback };
  ys_workspace_get_unit_state (self, unit, &move.row.revision);
  settlement.revision = move.row.revision;
  g_autofree char *after = describe_result (figures->total, grade->name);
  return move_to (self, &move, before != NULL ? "申诉后定档" : "定档", before, after, error);
}

gboolean
ys_workspace_settle_unit (YsWorkspace *self, const char *unit, const char *reason, GError **error)
{
  g_autofree char *clean = clean_optional (reason);
  g_autoptr (GPtrArray) against = NULL;
  g_auto (YsMinting) feedback = { 0 };

  if (!may_step (self, YS_CITY_SETTLE, unit, error))
    return FALSE;
  against = ys_workspace_dup_against_settling (self, unit);
  if (!must_be_free (unit, against, clean, error))
    return FALSE;
  /* the feedback of the settled result follows at once, so none is made of the state in between */
  if (ys_workspace_get_unit_state (self, unit, NULL) == YS_SUBMISSION_ACCEPTED && !finish (self, unit, clean, NULL, error))
    return FALSE;
  if (settle (self, unit, clean, &feedback, error))
    return TRUE;
  ys_minting_drop (&feedback);
  return FALSE;
}

gboolean
ys_workspace_grant_appeal (YsWorkspace *self, const char *unit, const char *approver, const char *reason,
                           GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *name = ys_text_clean_line (approver != NULL ? approver : "", -1);
  g_autofree char *before = describe_last (self, unit);
  g_autofree char *after = NULL;
  CityMove move = { .unit = unit, .row = { .state = YS_SUBMISSION_SCORED } };

  if (!may_step (self, YS_CITY_APPEAL, unit, error) || !ys_reason_clean (reason, &clean, error))
    return FALSE;
  if (name[0] == '\0')
    {
      ys_set_error (error, YS_ERROR_VALUE, "approver", _("Name who approved the appeal"));
      return FALSE;
    }
  move.row.reason = clean;
  move.approver = name;
  ys_workspace_get_unit_state (self, unit, &move.row.revision);
  after = g_strdup_printf ("批准人：%s", name);
  return move_to (self, &move, "批准申诉", before, after, error);
}
