/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs on the states of a submission, from filling in to handing in and back, and the people who move it on. */
#include "ys-date.h"
#include "ys-facts-parts.h"
#include "ys-verbs.h"
#include "ys-workspace-city.h"
#include "ys-workspace-submit.h"

#include <glib/gi18n-lib.h>

static void
tell_state (YsCli *cli, YsWorkspace *workspace)
{
  const YsAssessment *round = ys_workspace_get_assessment (workspace);
  gboolean county = ys_workspace_get_office (workspace) == YS_OFFICE_COUNTY;
  YsSubmissionState state = ys_workspace_get_state (workspace);
  g_autofree char *person = ys_workspace_dup_person (workspace);

  ys_json_string (&cli->fields, "unit", ys_workspace_get_unit (workspace));
  ys_json_string (&cli->fields, "name", ys_workspace_get_unit_name (workspace));
  ys_json_string (&cli->fields, "office", ys_office_kind_nick (ys_workspace_get_office (workspace)));
  ys_json_string (&cli->fields, "assessment", round->id);
  ys_json_string (&cli->fields, "state", county ? ys_submission_state_nick (state) : NULL);
  if (county)
    ys_json_integer (&cli->fields, "revision", ys_workspace_get_revision (workspace));
  else
    ys_json_null (&cli->fields, "revision");
  ys_json_string (&cli->fields, "person", person);
  ys_cli_print (cli, "%s %s（%s）", ys_workspace_get_unit (workspace), ys_workspace_get_unit_name (workspace),
                ys_office_kind_label (ys_workspace_get_office (workspace)));
  ys_cli_print (cli, "%s", round->title);
  if (county)
    ys_cli_print (cli, _ ("%s, revision %u"), ys_submission_state_label (state), ys_workspace_get_revision (workspace));
}

/* The counties that a city holds submissions of. */
static void
tell_units (YsCli *cli, YsWorkspace *workspace)
{
  const GPtrArray *units = ys_workspace_get_assessment (workspace)->units;

  ys_json_begin (&cli->fields, "units", '[');
  for (guint i = 0; i < units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (units, i);
      guint revision = 0;
      YsSubmissionState state = ys_workspace_get_unit_state (workspace, unit->id, &revision);

      if (revision == 0)
        continue;
      ys_cli_print (cli, _ ("%s %s: %s, revision %u"), unit->id, unit->name, ys_submission_state_label (state), revision);
      ys_json_begin (&cli->fields, NULL, '{');
      ys_json_string (&cli->fields, "unit", unit->id);
      ys_json_string (&cli->fields, "name", unit->name);
      ys_json_string (&cli->fields, "state", ys_submission_state_nick (state));
      ys_json_integer (&cli->fields, "revision", revision);
      ys_json_end (&cli->fields, '}');
    }
  ys_json_end (&cli->fields, ']');
}

static gboolean
run_status (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);

  if (workspace == NULL)
    return FALSE;
  tell_state (cli, workspace);
  if (ys_workspace_get_office (workspace) == YS_OFFICE_CITY)
    tell_units (cli, workspace);
  return TRUE;
}

/* ---- the county's steps ---- */

typedef gboolean (*Step) (YsWorkspace *workspace, GError **error);

static gboolean
take_step (YsCli *cli, Step step, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, TRUE, error);

  if (workspace == NULL || !step (workspace, error))
    return FALSE;
  tell_state (cli, workspace);
  return TRUE;
}

static gboolean
run_request (YsCli *cli, GError **error)
{
  return take_step (cli, ys_workspace_request_approval, error);
}

static gboolean
run_approve (YsCli *cli, GError **error)
{
  return take_step (cli, ys_workspace_approve, error);
}

static gboolean
run_take_back (YsCli *cli, GError **error)
{
  const char *reason = ys_cli_need (cli, "reason", error);
  YsWorkspace *workspace = reason != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !ys_workspace_take_back (workspace, reason, error))
    return FALSE;
  tell_state (cli, workspace);
  return TRUE;
}

/* The newest package of @kind that this workspace made, for @to where that is given. */
static void
tell_package (YsCli *cli, YsWorkspace *workspace, const char *kind, const char *to)
{
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (workspace);

  for (guint i = 0; i < packages->len; i++)
    {
      const YsPackageInfo *info = g_ptr_array_index (packages, i);

      if (info->incoming || g_strcmp0 (info->kind, kind) != 0 || (to != NULL && g_strcmp0 (info->to, to) != 0))
        continue;
      ys_cli_print (cli, _ ("Package %s"), info->name);
      ys_cli_print (cli, _ ("Digest %s"), info->digest);
      ys_json_string (&cli->fields, "package", info->name);
      ys_json_string (&cli->fields, "digest", info->digest);
      return;
    }
}

static gboolean
run_submit (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, TRUE, error);

  if (workspace == NULL || !ys_workspace_submit (workspace, ys_cli_progress, cli, cli->cancellable, error))
    return FALSE;
  tell_state (cli, workspace);
  tell_package (cli, workspace, "submission", NULL);
  return TRUE;
}

/* ---- the city's return ---- */

static gboolean
run_return (YsCli *cli, GError **error)
{
  const char *unit = ys_cli_need (cli, "unit", error);
  const char *text = unit != NULL ? ys_cli_need (cli, "reason", error) : NULL;
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_return_reason_free);
  YsReturnReason *reason = ys_return_reason_new ();
  guint64 task = 0;
  YsWorkspace *workspace;

  g_ptr_array_add (reasons, reason);
  if (text == NULL || !ys_cli_number (cli, "task", 1, 9999, &task, error)
      || (workspace = ys_cli_open (cli, TRUE, error)) == NULL)
    return FALSE;
  reason->task = (guint) task;
  reason->reason = g_strdup (text);
  if (!ys_workspace_return_submission (workspace, unit, reasons, error))
    return FALSE;
  ys_cli_print (cli, _ ("Returned the submission of %s"), unit);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_string (&cli->fields, "state", ys_submission_state_nick (YS_SUBMISSION_RETURNED));
  tell_package (cli, workspace, "return", unit);
  return TRUE;
}

static const YsVerbOption take_back_options[] = {
  { "reason", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("why; it stands in the journal") },
  { NULL },
};
static const YsVerbOption return_options[] = {
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("whose submission") },
  { "reason", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("why; the county reads it") },
  { "task", YS_OPTION_NUMBER, N_ ("N"), N_ ("the task that it is about; left out: the whole") },
  { NULL },
};

const YsVerb ys_verbs_states[] = {
  { "status", N_ ("WORKSPACE"), 1, 1, N_ ("tell whose workspace it is and how far it is"), NULL, FALSE, run_status },
  { "request", N_ ("WORKSPACE"), 1, 1, N_ ("put the self-check forward for approval"), NULL, TRUE, run_request },
  { "approve", N_ ("WORKSPACE"), 1, 1, N_ ("approve it"), NULL, TRUE, run_approve },
  { "take-back", N_ ("WORKSPACE"), 1, 1, N_ ("take it back, to be filled in again"), take_back_options, TRUE,
    run_take_back },
  { "submit", N_ ("WORKSPACE"), 1, 1, N_ ("hand it in: make the package for the city"), NULL, TRUE, run_submit },
  { "return", N_ ("WORKSPACE"), 1, 1, N_ ("return a county's submission to it"), return_options, TRUE, run_return },
  { NULL },
};
