/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs on dossiers 上报材料: the city checks, makes and writes its own; province and central body read one,
 * take it in, look at its scores; the province forwards it. */
#include "ys-cli-private.h"
#include "ys-date.h"
#include "ys-id.h"
#include "ys-score-text.h"
#include "ys-sheet-json.h"
#include "ys-workspace-dossier.h"
#include "ys-workspace-upper.h"

#include <glib/gi18n-lib.h>

static const char *const complete_nicks[] = { "sound", "damaged" };
static const char *const origin_nicks[] = { "registered", "unregistered", "unsigned", "mismatch",
                                            "unchecked" };
static const char *const order_nicks[] = { "new", "repeat", "older", "gap", "unchecked" };

/* ---- the city's own ---- */

static void
write_line (YsCli *cli, const YsDossierLine *line)
{
  YsJson *json = &cli->fields;
  g_autofree char *label = g_strdup_printf ("%s %s", line->unit, line->name);
  g_autofree char *total = line->has_total ? ys_points_to_display (line->total) : g_strdup ("—");
  g_autofree char *ready = g_strdup_printf (_ ("%s points, place %u, %s"), total, line->rank, line->package);

  ys_cli_print_pair (cli, label, 24, line->missing != NULL ? line->missing : ready);
  ys_json_begin (json, NULL, '{');
  ys_json_string (json, "unit", line->unit);
  ys_json_string (json, "name", line->name);
  ys_json_string (json, "state", ys_submission_state_nick (line->state));
  ys_json_integer (json, "revision", line->revision);
  if (line->rank != 0)
    ys_json_integer (json, "rank", line->rank);
  else
    ys_json_null (json, "rank");
  if (line->has_total)
    ys_json_points (json, "total", line->total);
  else
    ys_json_null (json, "total");
  ys_json_string (json, "grade", line->grade);
  ys_json_string (json, "package", line->package);
  ys_json_string (json, "digest", line->digest);
  ys_json_integer (json, "size", (gint64)line->size);
  ys_json_string (json, "missing", line->missing);
  ys_json_end (json, '}');
}

static gboolean
run_check (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);
  g_autoptr (YsDossierCheck) check = workspace != NULL ? ys_workspace_check_dossier (workspace, error) : NULL;
  g_autoptr (YsFaults) faults = ys_faults_new ();

  if (check == NULL)
    return FALSE;
  cli->answers_anyway = TRUE;
  ys_json_begin (&cli->fields, "units", '[');
  for (guint i = 0; i < check->lines->len; i++)
    write_line (cli, g_ptr_array_index (check->lines, i));
  ys_json_end (&cli->fields, ']');
  ys_json_integer (&cli->fields, "ready", check->ready);
  ys_json_integer (&cli->fields, "size", (gint64)check->size);
  ys_json_string (&cli->fields, "handed_in", check->handed_in);
  ys_json_boolean (&cli->fields, "changed", check->changed);
  for (guint i = 0; i < check->missing->len; i++)
    ys_faults_add (faults, YS_ERROR_DOSSIER_INCOMPLETE, NULL, 0, NULL, "%s",
                   (const char *)g_ptr_array_index (check->missing, i));
  if (ys_faults_get_n (faults) > 0)
    ys_set_error_from_faults (error, faults);
  else
    ys_cli_print (cli, "%s",
                  check->handed_in == NULL ? _ ("Complete; it can be handed in.")
                  : check->changed ? _ ("Complete; it says something else than the one handed in before.")
                                   : _ ("Complete, and handed in as it is."));
  return ys_faults_get_n (faults) == 0;
}

static gboolean
run_make (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, TRUE, error);
  g_autofree char *id = workspace != NULL ? ys_workspace_hand_in_dossier (workspace, ys_cli_progress, cli,
                                                                          cli->cancellable, error)
                                          : NULL;

  if (id == NULL)
    return FALSE;
  ys_cli_print (cli, _ ("Handed in: %s"), id);
  ys_json_string (&cli->fields, "id", id);
  return TRUE;
}

/* ---- which one ---- */

/* The received dossier that @word names by id or by its city's code (the newest one). Full. */
static YsDossierInfo *
find_dossier (YsWorkspace *workspace, const char *word, GError **error)
{
  g_autoptr (GPtrArray) dossiers = ys_workspace_dup_dossiers (workspace);

  for (guint i = 0; i < dossiers->len; i++) /* newest first */
    {
      const YsDossierInfo *info = g_ptr_array_index (dossiers, i);
      if (g_strcmp0 (info->id, word) == 0 || g_strcmp0 (info->city, word) == 0)
        return g_ptr_array_steal_index (dossiers, i);
    }
  ys_set_error (error, YS_ERROR_NOT_FOUND, word, _ ("No dossier of %s was taken in"), word);
  return NULL;
}

static gboolean
run_forward (YsCli *cli, GError **error)
{
  g_autofree char *word = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  YsWorkspace *workspace = word != NULL ? ys_cli_open (cli, TRUE, error) : NULL;
  g_autoptr (YsDossierInfo) info = workspace != NULL ? find_dossier (workspace, word, error) : NULL;
  g_autofree char *id = info != NULL ? ys_workspace_forward_dossier (workspace, info->id, ys_cli_progress,
                                                                     cli, cli->cancellable, error)
                                     : NULL;

  if (id == NULL)
    return FALSE;
  ys_cli_print (cli, _ ("Forwarded: %s"), id);
  ys_json_string (&cli->fields, "id", id);
  return TRUE;
}

/* The naming package to write out: of the city that was named, else the newest made here (NULL). */
static gboolean
find_made (YsCli *cli, YsWorkspace *workspace, char **id, GError **error)
{
  const char *city = ys_cli_option (cli, "city");
  g_autoptr (YsDossierInfo) info = NULL;

  *id = NULL;
  if (city == NULL)
    return TRUE;
  info = find_dossier (workspace, city, error);
  if (info == NULL)
    return FALSE;
  *id = g_strdup (info->forwarded);
  if (*id == NULL)
    ys_set_error (error, YS_ERROR_NOT_FOUND, city, _ ("The dossier of %s was not forwarded yet"),
                  info->city_name);
  return *id != NULL;
}

static gboolean
run_export (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, TRUE, error);
  g_autofree char *id = NULL;
  g_autofree char *folder = NULL;

  if (workspace == NULL || !find_made (cli, workspace, &id, error))
    return FALSE;
  folder = ys_workspace_export_dossier (workspace, id, ys_cli_argument (cli, 1), ys_cli_has (cli, "force"),
                                        ys_cli_progress, cli, cli->cancellable, error);
  if (folder == NULL)
    return FALSE;
  g_autofree char *shown = ys_text_from_filename (folder);
  ys_cli_print (cli, _ ("Written and verified: %s"), shown);
  ys_json_string (&cli->fields, "path", shown);
  return TRUE;
}

/* ---- the page of one ---- */

static void
write_verdict (YsCli *cli, const char *name, const char *label, const char *nick, const char *detail)
{
  ys_cli_print (cli, "%s: %s", label, detail);
  ys_json_begin (&cli->fields, name, '{');
  ys_json_string (&cli->fields, "verdict", nick);
  ys_json_string (&cli->fields, "detail", detail);
  ys_json_end (&cli->fields, '}');
}

static void
write_bag (YsCli *cli, const YsDossierBagInfo *bag)
{
  YsJson *json = &cli->fields;
  g_autofree char *fine = g_strdup_printf (_ ("%s, %u PDFs"), bag->unit_name, bag->evidence);

  ys_cli_print_pair (cli, bag->file, 48, bag->detail != NULL ? bag->detail : fine);
  ys_json_begin (json, NULL, '{');
  ys_json_string (json, "kind", bag->kind);
  ys_json_string (json, "unit", bag->unit);
  ys_json_string (json, "unit_name", bag->unit_name);
  ys_json_string (json, "file", bag->file);
  ys_json_string (json, "digest", bag->digest);
  ys_json_integer (json, "size", (gint64)bag->size);
  ys_json_integer (json, "evidence", bag->evidence);
  ys_json_boolean (json, "present", bag->present);
  ys_json_boolean (json, "sound", bag->sound);
  ys_json_string (json, "detail", bag->detail);
  ys_json_end (json, '}');
}

static void
write_unit (YsCli *cli, const YsDossierUnitInfo *unit)
{
  YsJson *json = &cli->fields;
  g_autofree char *label = g_strdup_printf ("%s %s", unit->unit, unit->name);
  g_autofree char *total = ys_points_to_display (unit->total);
  g_autofree char *settled = ys_time_to_xml (unit->settled);
  g_autofree char *line =
      unit->rank != 0 ? g_strdup_printf (_ ("%s points, place %u, %s"), total, unit->rank, unit->grade)
                      : g_strdup_printf ("%s，%s", total, unit->unranked);

  ys_cli_print_pair (cli, label, 24, line);
  ys_json_begin (json, NULL, '{');
  ys_json_string (json, "unit", unit->unit);
  ys_json_string (json, "name", unit->name);
  ys_json_integer (json, "revision", unit->revision);
  if (unit->rank != 0)
    ys_json_integer (json, "rank", unit->rank);
  else
    ys_json_null (json, "rank");
  ys_json_string (json, "unranked", unit->unranked);
  ys_json_string (json, "grade", unit->grade);
  ys_json_points (json, "total", unit->total);
  ys_json_points (json, "base", unit->base);
  ys_json_points (json, "bonus", unit->bonus);
  ys_json_points (json, "deduction", unit->deduction);
  ys_json_string (json, "settled", settled);
  ys_json_string (json, "person", unit->person);
  ys_json_end (json, '}');
}

static void
write_receipt (YsCli *cli, const YsDossierReceipt *receipt)
{
  YsJson *json = &cli->fields;
  const struct
  {
    const char *name, *text;
  } texts[] = {
    { "name", receipt->name },     { "id", receipt->id },
    { "from", receipt->from },     { "from_name", receipt->from_name },
    { "to", receipt->to },         { "to_name", receipt->to_name },
    { "city", receipt->city },     { "city_name", receipt->city_name },
    { "round", receipt->round },   { "round_title", receipt->round_title },
    { "digest", receipt->digest }, { "standard", receipt->standard },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    ys_json_string (json, texts[i].name, texts[i].text);
  ys_json_integer (json, "number", receipt->number);
  ys_json_integer (json, "size", (gint64)receipt->size);
  ys_json_integer (json, "evidence", receipt->evidence);
  ys_json_boolean (json, "sample", receipt->sample_standard);
  ys_json_boolean (json, "scores_equal", receipt->scores_equal);
  ys_cli_print (cli, _ ("Dossier of %s (%s), number %u, from %s to %s"), receipt->city_name,
                receipt->round_title, receipt->number, receipt->from_name, receipt->to_name);
  write_verdict (cli, "complete", _ ("Complete and unchanged"), complete_nicks[receipt->complete],
                 receipt->complete_detail);
  write_verdict (cli, "origin", _ ("Origin"), origin_nicks[receipt->origin], receipt->origin_detail);
  write_verdict (cli, "order", _ ("Order"), order_nicks[receipt->order], receipt->order_detail);
  ys_json_begin (json, "bags", '[');
  for (guint i = 0; i < receipt->bags->len; i++)
    write_bag (cli, g_ptr_array_index (receipt->bags, i));
  ys_json_end (json, ']');
  ys_json_begin (json, "units", '[');
  for (guint i = 0; i < receipt->units->len; i++)
    write_unit (cli, g_ptr_array_index (receipt->units, i));
  ys_json_end (json, ']');
}

static gboolean
run_verify (YsCli *cli, GError **error)
{
  g_autoptr (YsDossierReceipt) receipt = ys_workspace_examine_dossier (
      NULL, ys_cli_argument (cli, 0), ys_cli_progress, cli, cli->cancellable, error);

  if (receipt == NULL)
    return FALSE;
  cli->answers_anyway = TRUE;
  write_receipt (cli, receipt);
  if (ys_faults_get_n (receipt->faults) == 0)
    return TRUE;
  ys_set_error_from_faults (error, receipt->faults);
  return FALSE;
}

/* ---- taking in, and what is here ---- */

static gboolean
try_import (YsCli *cli, YsWorkspace *workspace, GError **error)
{
  g_autoptr (YsDossierReceipt) receipt = ys_workspace_examine_dossier (
      workspace, ys_cli_argument (cli, 1), ys_cli_progress, cli, cli->cancellable, error);

  if (receipt == NULL)
    return FALSE;
  cli->answers_anyway = TRUE;
  write_receipt (cli, receipt);
  if (receipt->can_import)
    return TRUE;
  if (ys_faults_get_n (receipt->faults) > 0)
    ys_set_error_from_faults (error, receipt->faults);
  else
    ys_set_error (error, receipt->refusal, receipt->name, "%s", receipt->why_not);
  return FALSE;
}

static gboolean
run_import (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, TRUE, error);
  g_autofree char *id = NULL;

  if (workspace == NULL)
    return FALSE;
  if (ys_cli_has (cli, "dry-run"))
    return try_import (cli, workspace, error);
  id = ys_workspace_import_dossier (workspace, ys_cli_argument (cli, 1), ys_cli_progress, cli,
                                    cli->cancellable, error);
  if (id == NULL)
    return FALSE;
  ys_cli_print (cli, _ ("Taken in: %s"), id);
  ys_json_string (&cli->fields, "id", id);
  return TRUE;
}

static void
write_info (YsCli *cli, const YsDossierInfo *info)
{
  YsJson *json = &cli->fields;
  g_autofree char *at = ys_time_to_xml (info->at);
  const struct
  {
    const char *name, *text;
  } texts[] = {
    { "id", info->id },
    { "head", info->head },
    { "city", info->city },
    { "city_name", info->city_name },
    { "round", info->round },
    { "round_title", info->round_title },
    { "digest", info->digest },
    { "from", info->from },
    { "at", at },
    { "forwarded", info->forwarded },
  };

  ys_cli_print (cli, _ ("%s %s (%s), number %u, %u packages%s%s"), info->city, info->city_name,
                info->round_title, info->number, info->packages + 1, info->replaced ? _ (", replaced") : "",
                info->forwarded != NULL ? _ (", forwarded") : "");
  ys_json_begin (json, NULL, '{');
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    ys_json_string (json, texts[i].name, texts[i].text);
  ys_json_integer (json, "number", info->number);
  ys_json_integer (json, "packages", info->packages);
  ys_json_integer (json, "size", (gint64)info->size);
  ys_json_boolean (json, "replaced", info->replaced);
  ys_json_end (json, '}');
}

static gboolean
run_list (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);
  g_autoptr (GPtrArray) dossiers = workspace != NULL ? ys_workspace_dup_dossiers (workspace) : NULL;

  if (dossiers == NULL)
    return FALSE;
  ys_json_begin (&cli->fields, "dossiers", '[');
  for (guint i = 0; i < dossiers->len; i++)
    write_info (cli, g_ptr_array_index (dossiers, i));
  ys_json_end (&cli->fields, ']');
  return TRUE;
}

static gboolean
run_score (YsCli *cli, GError **error)
{
  g_autofree char *word = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  const char *unit = ys_cli_option (cli, "unit");
  guint64 task = 0;
  g_autoptr (YsDossierInfo) info = NULL;
  g_autoptr (YsDossier) dossier = NULL;
  YsWorkspace *workspace;

  if (word == NULL || !ys_cli_number (cli, "task", 1, 9999, &task, error)
      || (workspace = ys_cli_open (cli, FALSE, error)) == NULL
      || !(info = find_dossier (workspace, word, error))
      || !(dossier = ys_workspace_load_dossier (workspace, info->id, error)))
    return FALSE;
  YsSheet *sheet = ys_dossier_get_sheet (dossier);
  if (unit != NULL && ys_sheet_get_unit (sheet, unit) == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _ ("There is no submission of unit %s"), unit);
      return FALSE;
    }
  for (guint i = 0; i < sheet->units->len; i++)
    {
      const YsSheetUnit *one = g_ptr_array_index (sheet->units, i);
      if (unit == NULL || g_str_equal (one->submission->unit, unit))
        ys_score_text_unit (cli, sheet, one, (guint)task, ys_cli_has (cli, "explain"));
    }
  cli->document = ys_sheet_part_to_json (sheet, unit, (guint)task);
  return TRUE;
}

static const YsVerbOption export_options[] = {
  { "city", YS_OPTION_TEXT, N_ ("CODE"),
    N_ ("province: what was forwarded about this city; left out: the newest") },
  { "force", YS_OPTION_FLAG, NULL, N_ ("in the place of what is there") },
  { NULL },
};
static const YsVerbOption import_options[] = {
  { "dry-run", YS_OPTION_FLAG, NULL, N_ ("only tell what is in it, and whether it could be taken in") },
  { NULL },
};
static const YsVerbOption score_options[] = {
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("only this unit") },
  { "task", YS_OPTION_NUMBER, N_ ("N"), N_ ("only this task") },
  { "explain", YS_OPTION_FLAG, NULL, N_ ("every figure with its reasons") },
  { NULL },
};

const YsVerb ys_verbs_dossier[] = {
  { "dossier check", N_ ("WORKSPACE"), 1, 1, N_ ("tell what the city's dossier still lacks"), NULL, FALSE,
    run_check },
  { "dossier make", N_ ("WORKSPACE"), 1, 1, N_ ("hand the city's dossier in: make its package, once"), NULL,
    TRUE, run_make },
  { "dossier forward", N_ ("WORKSPACE CITY"), 2, 2,
    N_ ("province: make the package for the central body, once"), NULL, TRUE, run_forward },
  { "dossier export", N_ ("WORKSPACE FOLDER"), 2, 2,
    N_ ("write a dossier into FOLDER, or complete one that was interrupted"), export_options, TRUE,
    run_export },
  { "dossier verify", N_ ("FOLDER"), 1, 1, N_ ("tell whether a dossier is whole, and what is in it"), NULL,
    FALSE, run_verify },
  { "dossier import", N_ ("WORKSPACE FOLDER"), 2, 2, N_ ("take a dossier in"), import_options, TRUE,
    run_import },
  { "dossier list", N_ ("WORKSPACE"), 1, 1, N_ ("the dossiers that were taken in"), NULL, FALSE, run_list },
  { "dossier score", N_ ("WORKSPACE CITY"), 2, 2,
    N_ ("the scores of a city's counties, as its dossier gives them"), score_options, FALSE, run_score },
  { NULL },
};
