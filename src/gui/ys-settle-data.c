/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything here runs on a worker thread; whether a step is allowed the workspace says. */
#include "ys-settle-data.h"

#include "ys-workspace-opinion.h"

#include <glib/gi18n-lib.h>

gpointer
ys_settle_data_read (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  YsSettleData *self = g_new0 (YsSettleData, 1);

  self->unit = g_strdup (data);
  self->state = ys_workspace_get_unit_state (workspace, self->unit, &self->revision);
  self->sheet = ys_workspace_score (workspace, YS_DECIDED, FALSE, NULL);
  self->unfinished = ys_workspace_dup_unfinished (workspace, self->unit);
  self->settlements = ys_workspace_dup_settlements (workspace, self->unit);
  self->appeals = ys_workspace_dup_appeals (workspace, self->unit);
  return self;
}

void
ys_settle_data_free (YsSettleData *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_clear_pointer (&self->sheet, ys_sheet_unref);
  g_ptr_array_unref (self->unfinished);
  g_ptr_array_unref (self->settlements);
  g_ptr_array_unref (self->appeals);
  g_free (self);
}

const YsSheetUnit *
ys_settle_data_get_unit (const YsSettleData *self)
{
  return self->sheet != NULL ? ys_sheet_get_unit (self->sheet, self->unit) : NULL;
}

char *
ys_settle_data_dup_result (const YsSettleData *self)
{
  const YsSheetUnit *unit = ys_settle_data_get_unit (self);
  g_autofree char *total = NULL;

  if (unit == NULL)
    return g_strdup ("—");
  total = ys_points_to_display (unit->total);
  const YsGrade *grade = g_ptr_array_index (self->sheet->standard->grades, unit->grade);
  return unit->has_rank ? g_strdup_printf (_ ("%s points, %s, place %u"), total, grade->name, unit->rank)
                        : g_strdup_printf (_ ("%s points, %s, no place yet"), total, grade->name);
}

/* ---- steps ---- */

void
ys_settle_step_free (gpointer step)
{
  YsSettleStep *self = step;

  g_free (self->unit);
  g_free (self->reason);
  g_free (self->approver);
  g_free (self->appeal);
  g_free (self);
}

static gboolean
take (YsWorkspace *workspace, const YsSettleStep *step, GError **error)
{
  g_autofree char *answer = NULL;

  switch (step->act)
    {
    case YS_SETTLE_FINISH:
      return ys_workspace_finish_review (workspace, step->unit, step->reason, error);
    case YS_SETTLE_SETTLE:
      return ys_workspace_settle_unit (workspace, step->unit, step->reason, error);
    case YS_SETTLE_FEEDBACK:
      return ys_workspace_prepare_feedback (workspace, step->unit, error);
    case YS_SETTLE_REOPEN:
      return ys_workspace_reopen_review (workspace, step->unit, step->reason, error);
    case YS_SETTLE_APPEAL:
      return ys_workspace_grant_appeal (workspace, step->unit, step->approver, step->reason, error);
    case YS_SETTLE_ANSWER:
      answer = ys_workspace_answer (workspace, step->appeal, step->reason, NULL, NULL, error);
      return answer != NULL && ys_workspace_send_opinions (workspace, step->unit, error);
    case YS_N_SETTLE_ACTS:
    default:
      return FALSE;
    }
}

gpointer
ys_settle_step_take (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (take (workspace, data, error));
}
