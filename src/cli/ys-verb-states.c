/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs on the states of a submission, from filling in to handing in and back, and the people who move it on. */
#include "ys-date.h"
#include "ys-facts-parts.h"
#include "ys-verbs.h"
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

static gboolean
run_status (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);

  if (workspace == NULL)
    return FALSE;
  tell_state (cli, workspace);
  return TRUE;
}

const YsVerb ys_verbs_states[] = {
  { "status", N_ ("WORKSPACE"), 1, 1, N_ ("tell whose workspace it is and how far it is"), NULL, FALSE, run_status },
  { NULL },
};
