/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs of findings: raise, change, list, answer, verify, send. */
#include "ys-verb-said.h"
#include "ys-verbs.h"
#include "ys-workspace-finding.h"

#include <glib/gi18n-lib.h>

static void
take_text (YsCli *cli, const char *option, char **into)
{
  if (!ys_cli_has (cli, option))
    return;
  g_free (*into);
  *into = g_strdup (ys_cli_option (cli, option));
}

/* What the options say, over what @finding says already. */
static gboolean
take_options (YsCli *cli, YsFinding *finding, GError **error)
{
  static const char *const severities[] = { "reminder", "criticism", "summons", "supervision", NULL };
  static const char *const sources[] = { "review", "opinion", "inspection", NULL };
  const char *due = ys_cli_option (cli, "due");
  guint64 task = finding->task;
  int choice;

  if (!ys_cli_number (cli, "task", 1, 9999, &task, error))
    return FALSE;
  finding->task = (guint) task;
  if (ys_cli_has (cli, "severity"))
    {
      if ((choice = ys_cli_choose (ys_cli_option (cli, "severity"), "--severity", severities, error)) < 0)
        return FALSE;
      finding->severity = (YsFindingSeverity) choice;
    }
  if (ys_cli_has (cli, "source"))
    {
      if ((choice = ys_cli_choose (ys_cli_option (cli, "source"), "--source", sources, error)) < 0)
        return FALSE;
      finding->source = (YsFindingSource) choice;
    }
  if (due != NULL && due[0] != '\0' && (finding->due = ys_date_parse_typed (due)) == 0)
    {
      ys_set_error (error, YS_ERROR_USAGE, "due", _ ("“%s” is no date; write it like 2021-12-31"), due);
      return FALSE;
    }
  take_text (cli, "title", &finding->title);
  take_text (cli, "text", &finding->text);
  take_text (cli, "owner", &finding->owner);
  take_text (cli, "measures", &finding->measures);
  take_text (cli, "point", &finding->point);
  g_autoptr (GPtrArray) citations = ys_said_dup_citations (cli);
  while (citations->len > 0)
    g_ptr_array_add (finding->citations, g_ptr_array_steal_index (citations, 0));
  return TRUE;
}

static gboolean
save (YsCli *cli, YsWorkspace *workspace, const YsFinding *finding, GError **error)
{
  g_autofree char *id = ys_workspace_save_finding (workspace, finding, error);

  if (id == NULL)
    return FALSE;
  ys_cli_print (cli, _ ("Finding %s: %s"), id, ys_finding_severity_label (finding->severity));
  ys_json_string (&cli->fields, "id", id);
  ys_json_string (&cli->fields, "unit", finding->unit);
  ys_json_string (&cli->fields, "severity", ys_finding_severity_nick (finding->severity));
  return TRUE;
}

static gboolean
run_finding_add (YsCli *cli, GError **error)
{
  const char *opinion = ys_cli_option (cli, "opinion");
  g_autofree char *unit = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  g_autoptr (YsFinding) finding = NULL;
  YsWorkspace *workspace = unit != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL)
    return FALSE;
  finding = opinion != NULL ? ys_workspace_new_finding_from_opinion (workspace, opinion) : ys_finding_new ();
  if (finding == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, opinion, _ ("There is no such opinion"));
      return FALSE;
    }
  g_free (finding->unit);
  finding->unit = g_steal_pointer (&unit);
  return take_options (cli, finding, error) && save (cli, workspace, finding, error);
}

static gboolean
run_finding_set (YsCli *cli, GError **error)
{
  g_autofree char *id = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  YsWorkspace *workspace = id != NULL ? ys_cli_open (cli, TRUE, error) : NULL;
  g_autoptr (YsFinding) finding = workspace != NULL ? ys_workspace_dup_finding (workspace, id) : NULL;

  if (workspace == NULL)
    return FALSE;
  if (finding == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, id, _ ("There is no such finding"));
      return FALSE;
    }
  return take_options (cli, finding, error) && save (cli, workspace, finding, error);
}

/* ---- reading ---- */

static void
tell_finding (YsCli *cli, YsWorkspace *workspace, const YsFinding *finding)
{
  g_autoptr (GPtrArray) answers = ys_workspace_dup_answers (workspace, finding->id);
  g_autofree char *due = finding->due != 0 ? ys_date_to_text (finding->due) : NULL;

  ys_cli_print (cli, "%s %s %s %s %s %s", finding->id, finding->unit, ys_finding_severity_label (finding->severity),
                finding->title, due != NULL ? due : "", ys_finding_state_label (finding->state));
  ys_json_begin (&cli->fields, NULL, '{');
  ys_json_string (&cli->fields, "id", finding->id);
  ys_json_string (&cli->fields, "office", finding->office);
  ys_json_string (&cli->fields, "person", finding->person);
  ys_json_take_string (&cli->fields, "time", ys_time_to_xml (finding->at));
  ys_json_integer (&cli->fields, "version", finding->version);
  ys_json_string (&cli->fields, "unit", finding->unit);
  ys_json_integer (&cli->fields, "task", finding->task);
  ys_json_string (&cli->fields, "point", finding->point);
  ys_json_string (&cli->fields, "source", ys_finding_source_nick (finding->source));
  ys_json_string (&cli->fields, "opinion", finding->opinion);
  ys_json_string (&cli->fields, "severity", ys_finding_severity_nick (finding->severity));
  ys_json_string (&cli->fields, "state", ys_finding_state_nick (finding->state));
  ys_json_string (&cli->fields, "title", finding->title);
  ys_json_string (&cli->fields, "text", finding->text);
  ys_json_string (&cli->fields, "owner", finding->owner);
  ys_json_string (&cli->fields, "due", due);
  ys_json_string (&cli->fields, "measures", finding->measures);
  ys_json_string (&cli->fields, "verified_by", finding->verified_by);
  ys_json_string (&cli->fields, "verified_reason", finding->verified_reason);
  ys_json_boolean (&cli->fields, "sent", !ys_workspace_is_finding_unsent (workspace, finding->id));
  ys_said_citations_to_json (&cli->fields, finding->citations);
  ys_json_begin (&cli->fields, "answers", '[');
  for (guint i = 0; i < answers->len; i++)
    ys_said_statement_to_json (&cli->fields, g_ptr_array_index (answers, i));
  ys_json_end (&cli->fields, ']');
  ys_json_end (&cli->fields, '}');
}

static gboolean
run_finding_list (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);
  g_autoptr (GPtrArray) findings = NULL;

  if (workspace == NULL)
    return FALSE;
  findings = ys_workspace_dup_findings (workspace, ys_cli_option (cli, "unit"));
  ys_json_begin (&cli->fields, "findings", '[');
  for (guint i = 0; i < findings->len; i++)
    tell_finding (cli, workspace, g_ptr_array_index (findings, i));
  ys_json_end (&cli->fields, ']');
  return TRUE;
}

/* ---- answering, verifying, sending ---- */

static gboolean
run_finding_answer (YsCli *cli, GError **error)
{
  return ys_said_answer (cli, error);
}

static gboolean
run_finding_verify (YsCli *cli, GError **error)
{
  g_autofree char *id = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  YsWorkspace *workspace = id != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !ys_workspace_verify_finding (workspace, id, ys_cli_option (cli, "reason"), error))
    return FALSE;
  ys_cli_print (cli, _ ("%s is verified"), id);
  ys_json_string (&cli->fields, "id", id);
  ys_json_string (&cli->fields, "state", "verified");
  return TRUE;
}

static gboolean
run_finding_delete (YsCli *cli, GError **error)
{
  g_autofree char *id = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  YsWorkspace *workspace = id != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !ys_workspace_delete_finding (workspace, id, error))
    return FALSE;
  ys_cli_print (cli, _ ("%s is taken away"), id);
  ys_json_string (&cli->fields, "id", id);
  return TRUE;
}

static gboolean
run_finding_send (YsCli *cli, GError **error)
{
  return ys_said_send (cli, ys_workspace_send_findings, "finding", error);
}

#define FINDING_OPTIONS                                                                                            \
  { "severity", YS_OPTION_TEXT, "reminder|criticism|summons|supervision", N_ ("how grave it is") },                \
    { "title", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("in few words") },                                                 \
    { "text", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("what is wrong") },                                                 \
    { "due", YS_OPTION_TEXT, N_ ("DATE"), N_ ("until when; needed for all but a reminder") },                      \
    { "owner", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("who sees to it") },                                               \
    { "measures", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("what is to be done") },                                        \
    { "task", YS_OPTION_NUMBER, N_ ("N"), N_ ("about this task") },                                                \
    { "point", YS_OPTION_TEXT, N_ ("ID"), N_ ("about this scoring point") },                                       \
    { "source", YS_OPTION_TEXT, "review|opinion|inspection", N_ ("where it comes from") },                         \
    { "evidence", YS_OPTION_TEXT, N_ ("DIGEST"), N_ ("a PDF of the workspace that shows it") },                    \
    { "pages", YS_OPTION_TEXT, N_ ("PAGES"), N_ ("its pages") }

static const YsVerbOption add_options[] = {
  FINDING_OPTIONS,
  { "opinion", YS_OPTION_TEXT, N_ ("ID"), N_ ("from this opinion: its task, point and reason") },
  { NULL },
};
static const YsVerbOption set_options[] = { FINDING_OPTIONS, { NULL } };
static const YsVerbOption list_options[] = {
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("of this unit only") },
  { NULL },
};
static const YsVerbOption verify_options[] = {
  { "reason", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("how it was verified; needed where nobody answered") },
  { NULL },
};

const YsVerb ys_verbs_finding[] = {
  { "finding add", N_ ("WORKSPACE UNIT"), 2, 2, N_ ("city and above: raise what a unit has to put right"), add_options,
    TRUE, run_finding_add },
  { "finding set", N_ ("WORKSPACE ID"), 2, 2, N_ ("change an own finding; what was sent gets a new version"),
    set_options, TRUE, run_finding_set },
  { "finding list", N_ ("WORKSPACE"), 1, 1, N_ ("list findings with their answers"), list_options, FALSE,
    run_finding_list },
  { "finding answer", N_ ("WORKSPACE ID"), 2, 2, N_ ("city, county: answer a finding"), ys_said_answer_options, TRUE,
    run_finding_answer },
  { "finding verify", N_ ("WORKSPACE ID"), 2, 2, N_ ("verify an own finding"), verify_options, TRUE,
    run_finding_verify },
  { "finding delete", N_ ("WORKSPACE ID"), 2, 2, N_ ("take an own finding away that was not sent"), NULL, TRUE,
    run_finding_delete },
  { "finding send", N_ ("WORKSPACE UNIT"), 2, 2, N_ ("make the package of findings for the unit below"), NULL, TRUE,
    run_finding_send },
  { NULL },
};
