/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs with which the city's lead brings the round to its end: additions to the round, what records count, finishing
 * and settling a unit, appeals, and what changed between two revisions. */
#include "ys-verbs.h"
#include "ys-date.h"
#include "ys-workspace-city.h"
#include "ys-workspace-review.h"

#include <glib/gi18n-lib.h>

/* ---- what they share ---- */

static char *
dup_unit (YsCli *cli, GError **error)
{
  return ys_cli_dup_text (ys_cli_argument (cli, 1), error);
}

static void
tell_unit (YsCli *cli, YsWorkspace *workspace, const char *unit)
{
  guint revision = 0;
  YsSubmissionState state = ys_workspace_get_unit_state (workspace, unit, &revision);
  const YsUnitInfo *info = ys_assessment_get_unit (ys_workspace_get_assessment (workspace), unit);

  ys_cli_print (cli, _ ("%s %s: %s, revision %u"), unit, info != NULL ? info->name : "", ys_submission_state_label (state),
                revision);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_string (&cli->fields, "state", ys_submission_state_nick (state));
  ys_json_integer (&cli->fields, "revision", revision);
}

/* ---- finishing, settling, appeals ---- */

typedef gboolean (*UnitStep) (YsWorkspace *workspace, const char *unit, const char *reason, GError **error);

static gboolean
take_step (YsCli *cli, UnitStep step, GError **error)
{
  g_autofree char *unit = dup_unit (cli, error);
  YsWorkspace *workspace = unit != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !step (workspace, unit, ys_cli_option (cli, "reason"), error))
    return FALSE;
  tell_unit (cli, workspace, unit);
  return TRUE;
}

static gboolean
run_finish (YsCli *cli, GError **error)
{
  return take_step (cli, ys_workspace_finish_review, error);
}

static gboolean
run_reopen (YsCli *cli, GError **error)
{
  return take_step (cli, ys_workspace_reopen_review, error);
}

static gboolean
run_decide (YsCli *cli, GError **error)
{
  g_autofree char *unit = dup_unit (cli, error);
  YsWorkspace *workspace = unit != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !ys_workspace_settle_unit (workspace, unit, ys_cli_option (cli, "reason"), error))
    return FALSE;
  tell_unit (cli, workspace, unit);
  g_autoptr (GPtrArray) settlements = ys_workspace_dup_settlements (workspace, unit);
  const YsSettlement *settled = g_ptr_array_index (settlements, settlements->len - 1);
  g_autofree char *total = ys_points_to_display (settled->total);
  ys_cli_print (cli, _ ("Settled with %s points, grade %s"), total, settled->grade);
  ys_json_points (&cli->fields, "total", settled->total);
  ys_json_string (&cli->fields, "grade", settled->grade);
  return TRUE;
}

static gboolean
run_appeal_grant (YsCli *cli, GError **error)
{
  const char *approver = ys_cli_need (cli, "approver", error);
  const char *reason = approver != NULL ? ys_cli_need (cli, "reason", error) : NULL;
  g_autofree char *unit = reason != NULL ? dup_unit (cli, error) : NULL;
  YsWorkspace *workspace = unit != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !ys_workspace_grant_appeal (workspace, unit, approver, reason, error))
    return FALSE;
  tell_unit (cli, workspace, unit);
  return TRUE;
}

/* ---- additions to the round ---- */

static gboolean
run_extend (YsCli *cli, GError **error)
{
  const char *reason = ys_cli_need (cli, "reason", error);
  const char *text = ys_cli_argument (cli, 3);
  YsDate due = text[0] != '\0' ? ys_date_parse_typed (text) : 0;
  g_autofree char *unit = reason != NULL ? dup_unit (cli, error) : NULL;
  guint64 task = 0;
  YsWorkspace *workspace;

  if (unit == NULL || !ys_cli_parse_number (ys_cli_argument (cli, 2), "N", 1, 9999, &task, error))
    return FALSE;
  if (text[0] != '\0' && due == 0)
    {
      ys_set_error (error, YS_ERROR_USAGE, "DATE", _ ("“%s” is no date; write it like 2021-12-31"), text);
      return FALSE;
    }
  if ((workspace = ys_cli_open (cli, TRUE, error)) == NULL
      || !ys_workspace_extend (workspace, unit, (guint) task, due, reason, error))
    return FALSE;
  g_autofree char *shown = ys_date_to_text (due);
  ys_cli_print (cli, _ ("Task %u of %s is due on %s"), (guint) task, unit, due != 0 ? shown : _ ("the plan's day"));
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_integer (&cli->fields, "task", (gint64) task);
  ys_json_string (&cli->fields, "due", due != 0 ? shown : NULL);
  return TRUE;
}

/* @first: index of the argument that names the metric; @unit NULL: the published figure. */
static gboolean
set_bound (YsCli *cli, const char *unit, guint first, GError **error)
{
  g_autofree char *metric = ys_cli_dup_text (ys_cli_argument (cli, first), error);
  g_autofree char *value = metric != NULL ? ys_cli_dup_text (ys_cli_argument (cli, first + 1), error) : NULL;
  gboolean growth = ys_cli_has (cli, "growth");
  YsWorkspace *workspace = value != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL
      || !ys_workspace_set_bound (workspace, unit, metric, growth, value, ys_cli_option (cli, "source"), error))
    return FALSE;
  ys_cli_print (cli, "%s %s = %s", unit != NULL ? unit : "", metric, value);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_string (&cli->fields, "metric", metric);
  ys_json_boolean (&cli->fields, "growth", growth);
  ys_json_string (&cli->fields, "value", value);
  return TRUE;
}

static gboolean
run_target_set (YsCli *cli, GError **error)
{
  g_autofree char *unit = dup_unit (cli, error);

  return unit != NULL && set_bound (cli, unit, 2, error);
}

static gboolean
run_published_set (YsCli *cli, GError **error)
{
  return set_bound (cli, NULL, 1, error);
}

/* ---- what counts ---- */

static gboolean
run_record_settle (YsCli *cli, GError **error)
{
  const char *reason = ys_cli_need (cli, "reason", error);
  g_autofree char *id = reason != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  g_autofree char *value = id != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 2), error) : NULL;
  YsWorkspace *workspace = value != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !ys_workspace_settle_record (workspace, id, value, reason, error))
    return FALSE;
  ys_cli_print (cli, "%s = %s", id, value);
  ys_json_string (&cli->fields, "id", id);
  ys_json_string (&cli->fields, "settled", value);
  return TRUE;
}

static gboolean
run_record_select (YsCli *cli, GError **error)
{
  static const char *const words[] = { "yes", "no", NULL };
  const char *reason = ys_cli_need (cli, "reason", error);
  g_autofree char *id = reason != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  int choice = id != NULL ? ys_cli_choose (ys_cli_argument (cli, 2), "yes|no", words, error) : -1;
  YsWorkspace *workspace = choice >= 0 ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !ys_workspace_select_record (workspace, id, choice == 0, reason, error))
    return FALSE;
  ys_cli_print (cli, choice == 0 ? _ ("%s is selected and counts") : _ ("%s is not selected"), id);
  ys_json_string (&cli->fields, "id", id);
  ys_json_boolean (&cli->fields, "selected", choice == 0);
  return TRUE;
}

static gboolean
run_occurrence_choose (YsCli *cli, GError **error)
{
  const char *reason = ys_cli_need (cli, "reason", error);
  g_autofree char *id = reason != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  g_autofree char *item = id != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 2), error) : NULL;
  YsWorkspace *workspace = item != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL
      || !ys_workspace_choose_item (workspace, id, item[0] != '\0' ? item : NULL, reason, error))
    return FALSE;
  ys_cli_print (cli, _ ("%s deducts under %s"), id, item[0] != '\0' ? item : _ ("the item that takes most"));
  ys_json_string (&cli->fields, "id", id);
  ys_json_string (&cli->fields, "item", item[0] != '\0' ? item : NULL);
  return TRUE;
}

/* ---- revisions ---- */

static gboolean
run_changes (YsCli *cli, GError **error)
{
  g_autofree char *unit = dup_unit (cli, error);
  g_autoptr (GPtrArray) changes = NULL;
  guint64 from = 0, to = 0;
  YsWorkspace *workspace;

  if (unit == NULL || !ys_cli_parse_number (ys_cli_argument (cli, 2), "FROM", 1, 9999, &from, error)
      || !ys_cli_parse_number (ys_cli_argument (cli, 3), "TO", 1, 9999, &to, error)
      || (workspace = ys_cli_open (cli, FALSE, error)) == NULL)
    return FALSE;
  changes = ys_workspace_dup_revision_changes (workspace, unit, (guint) from, (guint) to, error);
  if (changes == NULL)
    return FALSE;
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_begin (&cli->fields, "changes", '[');
  for (guint i = 0; i < changes->len; i++)
    {
      const YsRevisionChange *change = g_ptr_array_index (changes, i);

      ys_cli_print (cli, "%s：“%s” → “%s”", change->label, change->before, change->after);
      ys_json_begin (&cli->fields, NULL, '{');
      ys_json_integer (&cli->fields, "task", change->task);
      ys_json_string (&cli->fields, "key", change->key);
      ys_json_string (&cli->fields, "before", change->before);
      ys_json_string (&cli->fields, "after", change->after);
      ys_json_end (&cli->fields, '}');
    }
  ys_json_end (&cli->fields, ']');
  return TRUE;
}

static const YsVerbOption reason_options[] = {
  { "reason", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("why; it stands in the journal") },
  { NULL },
};
static const YsVerbOption finish_options[] = {
  { "reason", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("why, where assigned assessors have not scored or lie too far apart") },
  { NULL },
};
static const YsVerbOption appeal_options[] = {
  { "approver", YS_OPTION_TEXT, N_ ("NAME"), N_ ("who approved the appeal") },
  { "reason", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("why; it stands in the journal") },
  { NULL },
};
static const YsVerbOption bound_options[] = {
  { "source", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("where the figure comes from") },
  { "growth", YS_OPTION_FLAG, NULL, N_ ("of the metric's growth") },
  { NULL },
};

const YsVerb ys_verbs_city[] = {
  { "review finish", N_ ("WORKSPACE UNIT"), 2, 2, N_ ("end the review of a unit, which is then scored"), finish_options,
    TRUE, run_finish },
  { "review reopen", N_ ("WORKSPACE UNIT"), 2, 2, N_ ("let the assessors go on"), reason_options, TRUE, run_reopen },
  { "decide", N_ ("WORKSPACE UNIT"), 2, 2, N_ ("settle a unit: total and grade stand, its feedback is made"),
    finish_options, TRUE, run_decide },
  { "appeal grant", N_ ("WORKSPACE UNIT"), 2, 2, N_ ("open a settled unit again, because an appeal was granted"),
    appeal_options, TRUE, run_appeal_grant },
  { "extend", N_ ("WORKSPACE UNIT N DATE"), 4, 4, N_ ("grant a later due date; an empty date takes it back"),
    reason_options, TRUE, run_extend },
  { "target set", N_ ("WORKSPACE UNIT METRIC VALUE"), 4, 4, N_ ("enter a unit's own target; empty takes it back"),
    bound_options, TRUE, run_target_set },
  { "published set", N_ ("WORKSPACE METRIC VALUE"), 3, 3, N_ ("enter the published figure of a metric"), bound_options,
    TRUE, run_published_set },
  { "record settle", N_ ("WORKSPACE RECORD POINTS"), 3, 3, N_ ("settle the amount of a record between its ends"),
    reason_options, TRUE, run_record_settle },
  { "record select", N_ ("WORKSPACE RECORD yes|no"), 3, 3, N_ ("select a bonus record, which then counts"),
    reason_options, TRUE, run_record_select },
  { "occurrence choose", N_ ("WORKSPACE OCCURRENCE ITEM"), 3, 3, N_ ("choose the item that an occurrence deducts under"),
    reason_options, TRUE, run_occurrence_choose },
  { "changes", N_ ("WORKSPACE UNIT FROM TO"), 4, 4, N_ ("show what changed between two revisions that came in"), NULL,
    FALSE, run_changes },
  { NULL },
};
