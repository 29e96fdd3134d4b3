/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs that write what leaves the office on paper or as a workbook. */
#include "ys-id.h"
#include "ys-verbs.h"
#include "ys-workspace-report.h"

#include <glib/gi18n-lib.h>

/* Tells where the file is. */
static void
answer (YsCli *cli, const char *path)
{
  g_autofree char *shown = ys_text_from_filename (path);

  ys_cli_print (cli, _ ("Written to %s"), shown);
  ys_json_string (&cli->fields, "path", shown);
}

static gboolean
run_report (YsCli *cli, GError **error)
{
  const char *kind = ys_cli_need (cli, "kind", error), *path = ys_cli_argument (cli, 1);
  g_autofree char *missing = NULL;
  YsWorkspace *workspace;

  if (kind == NULL || ys_cli_choose (kind, "--kind", ys_workspace_report_kinds (), error) < 0
      || (workspace = ys_cli_open (cli, FALSE, error)) == NULL
      || !ys_workspace_write_report (workspace, kind, ys_cli_option (cli, "unit"), path, ys_cli_has (cli, "force"),
                                     &missing, error))
    return FALSE;
  answer (cli, path);
  if (missing != NULL)
    ys_cli_print (cli, "%s", missing);
  ys_json_string (&cli->fields, "missing", missing);
  return TRUE;
}

static gboolean
run_workbook (YsCli *cli, GError **error)
{
  const char *path = ys_cli_argument (cli, 1);
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);

  if (workspace == NULL
      || !ys_workspace_write_workbook (workspace, ys_cli_option (cli, "unit"), path, ys_cli_has (cli, "force"), error))
    return FALSE;
  answer (cli, path);
  return TRUE;
}

static const YsVerbOption report_options[] = {
  { "kind", YS_OPTION_TEXT, "self-check|city|negative|opinion", N_ ("which report") },
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("of this unit; left out in a county's workspace: its own") },
  { "force", YS_OPTION_FLAG, NULL, N_ ("in the place of what is there") },
  { NULL },
};

static const YsVerbOption workbook_options[] = {
  { "unit", YS_OPTION_TEXT, N_ ("CODE"),
    N_ ("the score sheet of this unit; left out: in a county's workspace its own, elsewhere the ranking") },
  { "force", YS_OPTION_FLAG, NULL, N_ ("in the place of what is there") },
  { NULL },
};

const YsVerb ys_verbs_report[] = {
  { "report", N_ ("WORKSPACE OUTPUT.pdf"), 2, 2, N_ ("write a report as PDF"), report_options, FALSE, run_report },
  { "workbook", N_ ("WORKSPACE OUTPUT.xlsx"), 2, 2, N_ ("write a score sheet or the ranking as a workbook"),
    workbook_options, FALSE, run_workbook },
  { NULL },
};
