/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything here runs on a worker thread; whether a step is allowed the workspace says. */
#include "ys-settle-data.h"

#include "ys-ranking-view.h"
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
  self->against = ys_workspace_dup_against_settling (workspace, self->unit);
  ys_workspace_get_appeal_days (workspace, self->unit, &self->days);
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
  g_ptr_array_unref (self->against);
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

char *
ys_settle_data_dup_days (const YsSettleData *self)
{
  g_autofree char *shown = ys_date_to_text (self->days.shown), *until = ys_date_to_text (self->days.until);

  if (self->days.days == 0)
    return g_strdup ("");
  if (self->days.shown == 0)
    return g_strdup_printf (_ ("%u days for an appeal, from the day of the feedback"), self->days.days);
  return g_strdup_printf (ys_appeal_days_are_over (&self->days, ys_clock_today ())
                              ? _ ("The county could appeal until %s (feedback of %s)")
                              : _ ("The county may appeal until %s (feedback of %s)"),
                          until, shown);
}

/* What it rests on that nobody decided or verified; "" where all is. Full. */
static char *
dup_unverified (const YsSettleData *self)
{
  const YsSheetUnit *unit = ys_settle_data_get_unit (self);
  YsPoints would = 0;
  guint decided = 0, points = unit != NULL ? ys_sheet_unit_count_points (unit, &decided) : 0,
        suspected = unit != NULL ? ys_sheet_unit_count_suspected (unit, &would) : 0;
  GString *text = g_string_new (NULL);

  if (decided < points)
    g_string_append_printf (text, _ ("\n%u of %u scoring points were not decided and stand at the computed figure."),
                            points - decided, points);
  if (suspected > 0)
    g_string_append_printf (text, _ ("\n%u occurrences are still suspected and deduct nothing."), suspected);
  return g_string_free (text, FALSE);
}

/* At most this many lines of what stands against it are told one by one. */
#define MOST_AGAINST 6

/* What stands against settling now, line by line; "" where nothing does. Full. */
static char *
dup_against (const YsSettleData *self)
{
  const GPtrArray *against = self->against;
  GString *text = g_string_new (NULL);

  if (against->len > 0)
    g_string_append (text, _ ("\nThis stands against it; settling all the same needs a reason:"));
  for (guint i = 0; i < against->len && i < MOST_AGAINST; i++)
    g_string_append_printf (text, "\n· %s", (const char *)g_ptr_array_index (against, i));
  if (against->len > MOST_AGAINST)
    g_string_append_printf (text, _ ("\nand %u more"), against->len - MOST_AGAINST);
  return g_string_free (text, FALSE);
}

char *
ys_settle_data_dup_caveats (const YsSettleData *self)
{
  g_autofree char *unverified = dup_unverified (self), *against = dup_against (self);

  return g_strconcat (unverified, against, NULL);
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
