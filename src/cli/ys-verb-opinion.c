/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs of opinions: the queue of a reviewing office, what it says, its conclusion, the answers of those below, and what
 * travels between them. */
#include "ys-verb-said.h"
#include "ys-verbs.h"
#include "ys-date.h"
#include "ys-workspace-appeal-days.h"
#include "ys-workspace-appeal.h"
#include "ys-workspace-opinion.h"

#include <glib/gi18n-lib.h>

/* ---- giving opinions ---- */

/* UNIT [N]: the task where there are @with arguments, else 0. */
static gboolean
take_subject (YsCli *cli, guint with, char **unit, guint *task, GError **error)
{
  guint64 number = 0;

  *unit = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  if (*unit == NULL
      || (cli->arguments->len == with
          && !ys_cli_parse_number (ys_cli_argument (cli, 2), "N", 1, 9999, &number, error)))
    return FALSE;
  *task = (guint) number;
  return TRUE;
}

static gboolean
run_opinion_set (YsCli *cli, GError **error)
{
  static const char *const words[] = { "agree", "query", "disagree", NULL };
  g_autofree char *unit = NULL;
  YsOpinionDraft draft = { .item = ys_cli_option (cli, "item"), .points = ys_cli_option (cli, "points"),
                           .reason = ys_cli_option (cli, "reason"), .point = ys_cli_option (cli, "point"),
                           .pages = ys_cli_option (cli, "pages") };
  int word = ys_cli_choose (ys_cli_argument (cli, cli->arguments->len - 1), "agree|query|disagree", words, error);
  YsWorkspace *workspace;

  if (word < 0 || !take_subject (cli, 4, &unit, &draft.task, error)
      || (workspace = ys_cli_open (cli, TRUE, error)) == NULL)
    return FALSE;
  draft.unit = unit;
  draft.verdict = (YsOpinionVerdict) word;
  g_autofree char *id = ys_workspace_set_opinion (workspace, &draft, error);
  if (id == NULL)
    return FALSE;
  ys_cli_print (cli, _ ("Opinion %s: %s"), id, ys_opinion_verdict_label (draft.verdict));
  ys_json_string (&cli->fields, "id", id);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_integer (&cli->fields, "task", draft.task);
  ys_json_string (&cli->fields, "verdict", words[word]);
  return TRUE;
}

static gboolean
run_opinion_clear (YsCli *cli, GError **error)
{
  g_autofree char *unit = NULL;
  guint task = 0;
  YsWorkspace *workspace;

  if (!take_subject (cli, 3, &unit, &task, error) || (workspace = ys_cli_open (cli, TRUE, error)) == NULL
      || !ys_workspace_clear_opinion (workspace, unit, task, ys_cli_option (cli, "item"), error))
    return FALSE;
  ys_cli_print (cli, _ ("The opinion is taken away"));
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_integer (&cli->fields, "task", task);
  return TRUE;
}

static gboolean
run_conclude (YsCli *cli, GError **error)
{
  static const char *const words[] = { "pass", "rectify", "fail", NULL };
  int word = ys_cli_choose (ys_cli_argument (cli, 2), "pass|rectify|fail", words, error);
  g_autofree char *unit = word >= 0 ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  YsWorkspace *workspace = unit != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL
      || !ys_workspace_conclude (workspace, unit, (YsConclusionVerdict) word, ys_cli_option (cli, "reason"), error))
    return FALSE;
  ys_cli_print (cli, "%s: %s", unit, ys_conclusion_verdict_label ((YsConclusionVerdict) word));
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_string (&cli->fields, "conclusion", words[word]);
  return TRUE;
}

/* ---- reading ---- */

static void
tell_statement (YsCli *cli, const YsStatement *statement)
{
  g_autofree char *at = ys_time_to_display (statement->at);
  g_autofree char *points = statement->has_points ? ys_points_to_display (statement->points) : NULL;

  if (statement->is_opinion)
    ys_cli_print (cli, _ ("  %s · %s %s, round %u: %s%s%s %s%s"), statement->office_name, statement->person, at,
                  statement->round, ys_opinion_verdict_label (statement->verdict), points != NULL ? " " : "",
                  points != NULL ? points : "", statement->text != NULL ? statement->text : "",
                  statement->sent ? "" : _ (" (not sent)"));
  else
    ys_cli_print (cli, _ ("  %s · %s %s: %s%s"), statement->office_name, statement->person, at,
                  statement->text != NULL ? statement->text : "", statement->sent ? "" : _ (" (not sent)"));
  ys_said_statement_to_json (&cli->fields, statement);
}

static void
tell_thread (YsCli *cli, const YsOpinionThread *thread)
{
  ys_cli_print (cli, "%s", thread->title);
  ys_json_begin (&cli->fields, NULL, '{');
  ys_json_string (&cli->fields, "unit", thread->unit);
  ys_json_integer (&cli->fields, "task", thread->task);
  ys_json_string (&cli->fields, "item", thread->item);
  ys_json_string (&cli->fields, "title", thread->title);
  ys_json_string (&cli->fields, "standing", thread->standing != NULL ? thread->standing->id : NULL);
  ys_json_boolean (&cli->fields, "answered", thread->answered);
  ys_json_boolean (&cli->fields, "waiting", thread->waiting);
  ys_json_string (&cli->fields, "contradiction", thread->contradiction);
  ys_json_string (&cli->fields, "gone", thread->gone);
  ys_json_begin (&cli->fields, "statements", '[');
  for (guint i = 0; i < thread->statements->len; i++)
    tell_statement (cli, g_ptr_array_index (thread->statements, i));
  ys_json_end (&cli->fields, ']');
  ys_json_end (&cli->fields, '}');
  if (thread->contradiction != NULL)
    ys_cli_print (cli, "  %s", thread->contradiction);
  if (thread->gone != NULL)
    ys_cli_print (cli, "  %s", thread->gone);
}

static void
tell_conclusions (YsCli *cli, YsWorkspace *workspace)
{
  g_autoptr (GPtrArray) conclusions = ys_workspace_dup_conclusions (workspace, NULL);

  ys_json_begin (&cli->fields, "conclusions", '[');
  for (guint i = 0; i < conclusions->len; i++)
    {
      const YsConclusion *conclusion = g_ptr_array_index (conclusions, i);

      ys_cli_print (cli, "%s → %s: %s %s", conclusion->office, conclusion->unit,
                    ys_conclusion_verdict_label (conclusion->verdict),
                    conclusion->reason != NULL ? conclusion->reason : "");
      ys_json_begin (&cli->fields, NULL, '{');
      ys_json_string (&cli->fields, "id", conclusion->id);
      ys_json_string (&cli->fields, "office", conclusion->office);
      ys_json_string (&cli->fields, "unit", conclusion->unit);
      ys_json_string (&cli->fields, "person", conclusion->person);
      ys_json_string (&cli->fields, "conclusion", ys_conclusion_verdict_nick (conclusion->verdict));
      ys_json_string (&cli->fields, "reason", conclusion->reason);
      ys_json_end (&cli->fields, '}');
    }
  ys_json_end (&cli->fields, ']');
}

static gboolean
run_opinion_list (YsCli *cli, GError **error)
{
  const char *unit = ys_cli_option (cli, "unit");
  guint64 task = 0;
  g_autoptr (GPtrArray) threads = NULL;
  YsWorkspace *workspace;

  if (!ys_cli_number (cli, "task", 1, 9999, &task, error) || (workspace = ys_cli_open (cli, FALSE, error)) == NULL)
    return FALSE;
  threads = ys_workspace_dup_opinion_threads (workspace, unit);
  ys_json_begin (&cli->fields, "threads", '[');
  for (guint i = 0; i < threads->len; i++)
    {
      const YsOpinionThread *thread = g_ptr_array_index (threads, i);
      if (task == 0 || thread->task == task)
        tell_thread (cli, thread);
    }
  ys_json_end (&cli->fields, ']');
  tell_conclusions (cli, workspace);
  return TRUE;
}

static void
tell_entry (YsCli *cli, const YsQueueEntry *entry)
{
  g_autofree char *decided = ys_points_to_display (entry->decided), *possible = ys_points_to_short (entry->possible);

  ys_cli_print (cli, entry->deduction ? "%s %s %s −%s%s %s" : "%s %s %s %s/%s %s", entry->unit,
                entry->item != NULL ? entry->item : "", entry->title, decided, entry->deduction ? "" : possible,
                entry->has_opinion ? ys_opinion_verdict_label (entry->verdict) : "");
  ys_json_begin (&cli->fields, NULL, '{');
  ys_json_string (&cli->fields, "unit", entry->unit);
  ys_json_integer (&cli->fields, "task", entry->task);
  ys_json_string (&cli->fields, "item", entry->item);
  ys_json_string (&cli->fields, "title", entry->title);
  ys_json_points (&cli->fields, "possible", entry->possible);
  ys_json_points (&cli->fields, "decided", entry->decided);
  ys_json_boolean (&cli->fields, "is_decided", entry->is_decided);
  ys_json_boolean (&cli->fields, "deduction", entry->deduction);
  ys_json_boolean (&cli->fields, "high", entry->high);
  ys_json_boolean (&cli->fields, "doubtful", entry->doubtful);
  ys_json_boolean (&cli->fields, "sampled", entry->sampled);
  ys_json_string (&cli->fields, "verdict", entry->has_opinion ? ys_opinion_verdict_nick (entry->verdict) : NULL);
  ys_json_integer (&cli->fields, "round", entry->round);
  ys_json_boolean (&cli->fields, "sent", entry->sent);
  ys_json_boolean (&cli->fields, "answered", entry->answered);
  ys_json_end (&cli->fields, '}');
}

static gboolean
run_opinion_queue (YsCli *cli, GError **error)
{
  static const char *const words[] = { "all", "deduction", "high", "doubtful", "sampled", NULL };
  const char *word = ys_cli_option (cli, "filter");
  int filter = word != NULL ? ys_cli_choose (word, "--filter", words, error) : YS_QUEUE_ALL;
  g_autoptr (YsSheet) sheet = NULL;
  g_autoptr (GPtrArray) queue = NULL;
  YsWorkspace *workspace = filter >= 0 ? ys_cli_open (cli, FALSE, error) : NULL;

  if (workspace == NULL || !(sheet = ys_workspace_dup_reviewed_sheet (workspace, ys_cli_option (cli, "unit"), error)))
    return FALSE;
  queue = ys_workspace_dup_opinion_queue (workspace, sheet, ys_cli_option (cli, "unit"), (YsQueueFilter) filter);
  ys_json_begin (&cli->fields, "queue", '[');
  for (guint i = 0; i < queue->len; i++)
    tell_entry (cli, g_ptr_array_index (queue, i));
  ys_json_end (&cli->fields, ']');
  return TRUE;
}

/* ---- answers, travelling ---- */

static gboolean
run_opinion_answer (YsCli *cli, GError **error)
{
  return ys_said_answer (cli, error);
}

static gboolean
run_opinion_send (YsCli *cli, GError **error)
{
  return ys_said_send (cli, ys_workspace_send_opinions, "opinion", error);
}

static gboolean
run_answer_send (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, TRUE, error);

  if (workspace == NULL || !ys_workspace_send_answers (workspace, ys_cli_option (cli, "to"), error))
    return FALSE;
  ys_said_tell_package (cli, workspace, "answer");
  return TRUE;
}

static gboolean
run_appeal_make (YsCli *cli, GError **error)
{
  const char *reason = ys_cli_need (cli, "reason", error);
  guint64 task = 0;
  YsWorkspace *workspace;

  if (reason == NULL || !ys_cli_parse_number (ys_cli_argument (cli, 1), "N", 1, 9999, &task, error)
      || (workspace = ys_cli_open (cli, TRUE, error)) == NULL)
    return FALSE;
  g_autofree char *id = ys_workspace_appeal (workspace, (guint) task, ys_cli_option (cli, "point"),
                                             ys_cli_option (cli, "points"), reason, error);
  if (id == NULL)
    return FALSE;
  ys_cli_print (cli, _ ("Appeal %s"), id);
  ys_json_string (&cli->fields, "id", id);
  ys_json_integer (&cli->fields, "task", (gint64) task);
  return TRUE;
}

static gboolean
run_appeal_send (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, TRUE, error);

  if (workspace == NULL || !ys_workspace_send_appeals (workspace, error))
    return FALSE;
  ys_said_tell_package (cli, workspace, "appeal");
  return TRUE;
}

static void
tell_appeal (YsCli *cli, const YsAppeal *appeal)
{
  g_autofree char *day = ys_time_to_display (appeal->at);
  const char *state = appeal->answer != NULL ? _ ("answered") : appeal->sent ? _ ("waits for an answer") : _ ("not sent");

  ys_cli_print (cli, "%s %s: %s [%s%s]", day, appeal->title, appeal->reason, state, appeal->late ? _ (", late") : "");
  ys_json_begin (&cli->fields, NULL, '{');
  ys_json_string (&cli->fields, "id", appeal->id);
  ys_json_integer (&cli->fields, "task", appeal->task);
  ys_json_string (&cli->fields, "item", appeal->item);
  ys_json_string (&cli->fields, "reason", appeal->reason);
  ys_json_boolean (&cli->fields, "sent", appeal->sent);
  ys_json_boolean (&cli->fields, "late", appeal->late);
  ys_json_string (&cli->fields, "answer", appeal->answer);
  ys_json_end (&cli->fields, '}');
}

static gboolean
run_appeal_list (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);
  const char *unit = ys_cli_option (cli, "unit");
  YsAppealDays days;

  if (workspace == NULL)
    return FALSE;
  if (unit == NULL)
    unit = ys_workspace_get_unit (workspace);
  ys_workspace_get_appeal_days (workspace, unit, &days);
  g_autofree char *shown = ys_date_to_text (days.shown), *until = ys_date_to_text (days.until);
  g_autoptr (GPtrArray) appeals = ys_workspace_dup_appeals (workspace, unit);
  if (days.until != 0)
    ys_cli_print (cli, _ ("Feedback of %s, appeals until %s"), shown, until);
  ys_json_string (&cli->fields, "shown", days.shown != 0 ? shown : NULL);
  ys_json_string (&cli->fields, "until", days.until != 0 ? until : NULL);
  ys_json_begin (&cli->fields, "appeals", '[');
  for (guint i = 0; i < appeals->len; i++)
    tell_appeal (cli, g_ptr_array_index (appeals, i));
  ys_json_end (&cli->fields, ']');
  return TRUE;
}

static const YsVerbOption unit_options[] = {
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("city: of this county") },
  { NULL },
};
static const YsVerbOption appeal_options[] = {
  { "reason", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("why") },
  { "points", YS_OPTION_TEXT, N_ ("POINTS"), N_ ("what this office holds right") },
  { "point", YS_OPTION_TEXT, N_ ("ID"), N_ ("aimed at this scoring point") },
  { NULL },
};
static const YsVerbOption set_options[] = {
  { "points", YS_OPTION_TEXT, N_ ("POINTS"), N_ ("what this office holds right") },
  { "reason", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("why; needed unless it agrees") },
  { "item", YS_OPTION_TEXT, N_ ("ID"), N_ ("about this negative item or occurrence") },
  { "point", YS_OPTION_TEXT, N_ ("ID"), N_ ("aimed at this scoring point") },
  { "pages", YS_OPTION_TEXT, N_ ("PAGES"), N_ ("aimed at these pages") },
  { NULL },
};
static const YsVerbOption clear_options[] = {
  { "item", YS_OPTION_TEXT, N_ ("ID"), N_ ("about this negative item or occurrence") },
  { NULL },
};
static const YsVerbOption conclude_options[] = {
  { "reason", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("why; needed unless it passes with nothing queried") },
  { NULL },
};
static const YsVerbOption list_options[] = {
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("of this unit only") },
  { "task", YS_OPTION_NUMBER, N_ ("N"), N_ ("of this task only") },
  { NULL },
};
static const YsVerbOption queue_options[] = {
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("of this unit only") },
  { "filter", YS_OPTION_TEXT, "all|deduction|high|doubtful|sampled", N_ ("only these") },
  { NULL },
};
static const YsVerbOption to_options[] = {
  { "to", YS_OPTION_TEXT, N_ ("CODE"), N_ ("to this office; left out: the only one that waits for answers") },
  { NULL },
};

const YsVerb ys_verbs_opinion[] = {
  { "opinion queue", N_ ("WORKSPACE"), 1, 1, N_ ("list what there is to look at, with what makes it worth it"),
    queue_options, FALSE, run_opinion_queue },
  { "opinion set", N_ ("WORKSPACE UNIT [N] agree|query|disagree"), 3, 4,
    N_ ("province, central: give an opinion on a unit or one of its tasks"), set_options, TRUE, run_opinion_set },
  { "opinion clear", N_ ("WORKSPACE UNIT [N]"), 2, 3, N_ ("take an opinion away that was not sent"), clear_options, TRUE,
    run_opinion_clear },
  { "conclude", N_ ("WORKSPACE UNIT pass|rectify|fail"), 3, 3, N_ ("province, central: draw the conclusion on a city"),
    conclude_options, TRUE, run_conclude },
  { "opinion list", N_ ("WORKSPACE"), 1, 1, N_ ("show opinions with their answers, and conclusions"), list_options,
    FALSE, run_opinion_list },
  { "opinion send", N_ ("WORKSPACE UNIT"), 2, 2, N_ ("make the package of opinions for the unit below"), NULL, TRUE,
    run_opinion_send },
  { "opinion answer", N_ ("WORKSPACE ID"), 2, 2, N_ ("city, county: answer an opinion"), ys_said_answer_options, TRUE,
    run_opinion_answer },
  { "answer send", N_ ("WORKSPACE"), 1, 1, N_ ("make the package of answers for the office that asked"), to_options,
    TRUE, run_answer_send },
  { "appeal make", N_ ("WORKSPACE N"), 2, 2, N_ ("county: appeal against the city's result on a task"), appeal_options,
    TRUE, run_appeal_make },
  { "appeal list", N_ ("WORKSPACE"), 1, 1, N_ ("show appeals with their answers, and until when one may appeal"),
    unit_options, FALSE, run_appeal_list },
  { "appeal send", N_ ("WORKSPACE"), 1, 1, N_ ("county: make the package of appeals for the city"), NULL, TRUE,
    run_appeal_send },
  { NULL },
};
