/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs that score: documents without a workspace, or what a workspace holds; and the order of the units.
 * Every figure comes with its reasons; --explain shows them to people, programs get them anyway. */
#include "ys-verbs.h"
#include "ys-score-text.h"
#include "ys-sheet-json.h"
#include "ys-workspace-score-files.h"

#include <glib/gi18n-lib.h>

static const char *const figures[] = { "computed", "self", "decided", NULL }; /* as YsScoreFigure */

static gboolean
take_figure (YsCli *cli, YsScoreFigure *figure, gboolean *given, GError **error)
{
  const char *word = ys_cli_option (cli, "figure");
  int choice = word != NULL ? ys_cli_choose (word, "--figure", figures, error) : YS_COMPUTED;

  *given = word != NULL;
  *figure = (YsScoreFigure) MAX (choice, 0);
  return choice >= 0;
}

static YsSheet *
score_files (YsCli *cli, GError **error)
{
  const char *catalogue = ys_cli_need (cli, "catalogue", error);
  const char *standard = catalogue != NULL ? ys_cli_need (cli, "standard", error) : NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (YsFaults) faults = ys_faults_new ();
  YsScoreFigure figure;
  gboolean given;
  YsSheet *sheet;

  if (standard == NULL || !take_figure (cli, &figure, &given, error))
    return NULL;
  for (guint i = 0; i < cli->arguments->len; i++)
    g_ptr_array_add (paths, (gpointer) ys_cli_argument (cli, i));
  g_ptr_array_add (paths, NULL);
  sheet = ys_score_files (catalogue, standard, (const char *const *) paths->pdata, figure, given, faults);
  if (sheet == NULL)
    ys_set_error_from_faults (error, faults);
  return sheet;
}

static YsSheet *
score_workspace (YsCli *cli, GError **error)
{
  YsScoreFigure figure;
  gboolean given;
  YsWorkspace *workspace;

  if (cli->arguments->len > 1)
    {
      ys_set_error (error, YS_ERROR_USAGE, ys_cli_argument (cli, 1),
                    _ ("One workspace, or files with --catalogue=… and --standard=…"));
      return NULL;
    }
  if (!take_figure (cli, &figure, &given, error))
    return NULL;
  workspace = ys_cli_open (cli, FALSE, error);
  return workspace != NULL ? ys_workspace_score (workspace, figure, given, error) : NULL;
}

static gboolean
check_filter (const YsSheet *sheet, const char *unit, guint task, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", task);

  if (unit != NULL && ys_sheet_get_unit (sheet, unit) == NULL)
    ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _ ("There is no submission of unit %s"), unit);
  else if (task != 0 && ys_catalogue_get_task (sheet->standard->catalogue, task) == NULL)
    ys_set_error (error, YS_ERROR_NOT_FOUND, number, _ ("The catalogue has no task %s"), number);
  else
    return TRUE;
  return FALSE;
}

static gboolean
run_score (YsCli *cli, GError **error)
{
  gboolean files = ys_cli_has (cli, "catalogue") || ys_cli_has (cli, "standard")
                   || g_file_test (ys_cli_argument (cli, 0), G_FILE_TEST_IS_REGULAR);
  const char *unit = ys_cli_option (cli, "unit");
  guint64 task = 0;
  g_autoptr (YsSheet) sheet = NULL;

  if (!ys_cli_number (cli, "task", 1, 9999, &task, error))
    return FALSE;
  sheet = files ? score_files (cli, error) : score_workspace (cli, error);
  if (sheet == NULL || !check_filter (sheet, unit, (guint) task, error))
    return FALSE;
  for (guint i = 0; i < sheet->units->len; i++)
    {
      const YsSheetUnit *one = g_ptr_array_index (sheet->units, i);

      if (unit == NULL || g_str_equal (one->submission->unit, unit))
        ys_score_text_unit (cli, sheet, one, (guint) task, ys_cli_has (cli, "explain"));
    }
  cli->document = ys_sheet_part_to_json (sheet, unit, (guint) task);
  return TRUE;
}

static gboolean
run_rank (YsCli *cli, GError **error)
{
  g_autoptr (YsSheet) sheet = score_workspace (cli, error);

  if (sheet == NULL)
    return FALSE;
  ys_score_text_ranks (cli, sheet);
  cli->document = ys_sheet_to_json (sheet);
  return TRUE;
}

static const YsVerbOption score_options[] = {
  { "catalogue", YS_OPTION_FILE, N_ ("FILE"), N_ ("score files without a workspace, by this catalogue") },
  { "standard", YS_OPTION_FILE, N_ ("FILE"), N_ ("and this scoring standard") },
  { "figure", YS_OPTION_TEXT, "computed|self|decided",
    N_ ("what total and rank rest on; left out: decided where the city has scored, else computed") },
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("only this unit") },
  { "task", YS_OPTION_NUMBER, N_ ("N"), N_ ("only this task") },
  { "explain", YS_OPTION_FLAG, NULL, N_ ("every figure with its reasons") },
  { NULL },
};
static const YsVerbOption rank_options[] = {
  { "figure", YS_OPTION_TEXT, "computed|self|decided",
    N_ ("what total and rank rest on; left out: decided where the city has scored, else computed") },
  { NULL },
};

const YsVerb ys_verbs_score[] = {
  { "score", N_ ("WORKSPACE | FACTS.xml…"), 1, 0,
    N_ ("compute the score of a workspace, or of files with --catalogue and --standard"), score_options, FALSE, run_score },
  { "rank", N_ ("WORKSPACE"), 1, 1, N_ ("the units of a city by rank"), rank_options, FALSE, run_rank },
  { NULL },
};
