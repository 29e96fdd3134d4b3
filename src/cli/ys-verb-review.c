/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs of the city's review: who assesses what, scores and the lead's decisions, verdicts on evidence, claims.
 * What a person may not see yet is not shown to him here either. */
#include "ys-verbs.h"
#include "ys-workspace-review.h"

#include <glib/gi18n-lib.h>

/* ---- what they share ---- */

/* Argument @index as a task number; FALSE with USAGE. */
static gboolean
take_task (YsCli *cli, guint index, guint *task, GError **error)
{
  guint64 number = 0;

  if (!ys_cli_parse_number (ys_cli_argument (cli, index), "N", 1, 9999, &number, error))
    return FALSE;
  *task = (guint) number;
  return TRUE;
}

/* The point, which must be one of task @task. */
static const YsPoint *
find_point (YsWorkspace *workspace, guint task, const char *id, GError **error)
{
  const YsPoint *point = ys_standard_get_point (ys_workspace_get_standard (workspace), id);

  if (point != NULL && point->task != NULL && point->task->number == task)
    return point;
  ys_set_error (error, YS_ERROR_NOT_FOUND, id, _ ("Task %u has no scoring point %s"), task, id);
  return NULL;
}

/* ---- assigning ---- */

static gboolean
run_assign (YsCli *cli, GError **error)
{
  g_autofree char *unit = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  g_autofree char *person = unit != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 3), error) : NULL;
  gboolean all = g_strcmp0 (ys_cli_argument (cli, 2), "all") == 0;
  guint task = 0;
  YsWorkspace *workspace;

  if (person == NULL || (!all && !take_task (cli, 2, &task, error))
      || (workspace = ys_cli_open (cli, TRUE, error)) == NULL
      || !ys_workspace_assign (workspace, unit, &task, all ? 0 : 1, person, error))
    return FALSE;
  if (all)
    ys_cli_print (cli, _ ("%s reviews all tasks of %s"), person, unit);
  else
    ys_cli_print (cli, _ ("%s reviews task %u of %s"), person, task, unit);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_string (&cli->fields, "person", person);
  return TRUE;
}

static gboolean
run_release (YsCli *cli, GError **error)
{
  const char *reason = ys_cli_need (cli, "reason", error);
  g_autofree char *unit = reason != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  g_autofree char *person = unit != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 3), error) : NULL;
  guint task = 0;
  YsWorkspace *workspace;

  if (person == NULL || !take_task (cli, 2, &task, error) || (workspace = ys_cli_open (cli, TRUE, error)) == NULL
      || !ys_workspace_release (workspace, unit, task, person, reason, error))
    return FALSE;
  ys_cli_print (cli, _ ("%s no longer reviews task %u of %s"), person, task, unit);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_string (&cli->fields, "person", person);
  return TRUE;
}

static gboolean
run_assessor_set (YsCli *cli, GError **error)
{
  const char *unit = ys_cli_need (cli, "unit", error);
  g_autofree char *person = unit != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  YsWorkspace *workspace = person != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL
      || !ys_workspace_set_assessor_unit (workspace, person, unit[0] != '\0' ? unit : NULL, error))
    return FALSE;
  ys_cli_print (cli, _ ("%s is of %s and takes no part in its review"), person, unit);
  ys_json_string (&cli->fields, "person", person);
  ys_json_string (&cli->fields, "unit", unit[0] != '\0' ? unit : NULL);
  return TRUE;
}

/* ---- scores ---- */

static gboolean
run_review_set (YsCli *cli, GError **error)
{
  const char *reason = ys_cli_option (cli, "reason");
  g_autofree char *unit = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  g_autofree char *id = unit != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 3), error) : NULL;
  g_autofree char *value = id != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 4), error) : NULL;
  gboolean lead = ys_cli_has (cli, "lead"), done;
  guint task = 0;
  YsWorkspace *workspace;

  if (value == NULL || !take_task (cli, 2, &task, error) || (workspace = ys_cli_open (cli, TRUE, error)) == NULL
      || find_point (workspace, task, id, error) == NULL)
    return FALSE;
  if (value[0] == '\0')
    done = lead ? ys_workspace_withdraw_decision (workspace, unit, id, reason, error)
                : ys_workspace_clear_score (workspace, unit, id, error);
  else
    done = lead ? ys_workspace_decide_point (workspace, unit, id, value, reason, error)
                : ys_workspace_save_score (workspace, unit, id, value, reason, error);
  if (!done)
    return FALSE;
  ys_cli_print (cli, "%s %s = %s", unit, id, value);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_integer (&cli->fields, "task", task);
  ys_json_string (&cli->fields, "point", id);
  ys_json_string (&cli->fields, "value", value);
  return TRUE;
}

static gboolean
run_review_accept (YsCli *cli, GError **error)
{
  g_autofree char *unit = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  g_autoptr (GPtrArray) points = g_ptr_array_new ();
  guint accepted = 0;
  YsWorkspace *workspace = unit != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL)
    return FALSE;
  for (guint i = 2; i < cli->arguments->len; i++)
    g_ptr_array_add (points, (gpointer) ys_cli_argument (cli, i));
  g_ptr_array_add (points, NULL);
  if (!ys_workspace_accept_computed (workspace, unit, points->len > 1 ? (const char *const *) points->pdata : NULL,
                                     &accepted, error))
    return FALSE;
  ys_cli_print (cli, _ ("%u scoring points of %s scored as computed"), accepted, unit);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_integer (&cli->fields, "accepted", accepted);
  return TRUE;
}

static gboolean
run_review_ask (YsCli *cli, GError **error)
{
  const char *reason = ys_cli_need (cli, "reason", error);
  g_autofree char *unit = reason != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  g_autofree char *id = unit != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 2), error) : NULL;
  YsWorkspace *workspace = id != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !ys_workspace_ask_second_look (workspace, unit, id, reason, error))
    return FALSE;
  ys_cli_print (cli, _ ("The lead is asked to look at %s of %s again"), id, unit);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_string (&cli->fields, "point", id);
  return TRUE;
}

/* ---- showing ---- */

static const char *
name_of (const GPtrArray *assessors, const char *id)
{
  for (guint i = 0; i < assessors->len; i++)
    {
      const YsAssessor *assessor = g_ptr_array_index (assessors, i);
      if (g_strcmp0 (assessor->id, id) == 0)
        return assessor->name;
    }
  return id;
}

static char *
value_text (gboolean has_points, YsPoints points, const char *word)
{
  return has_points ? ys_points_to_display (points) : g_strdup (word);
}

static void
write_scores (YsCli *cli, const GPtrArray *scores, const GPtrArray *assessors)
{
  ys_json_begin (&cli->fields, "scores", '[');
  for (guint i = 0; i < scores->len; i++)
    {
      const YsReviewScore *score = g_ptr_array_index (scores, i);
      const char *name = name_of (assessors, score->assessor);
      g_autofree char *value = value_text (score->has_points, score->points, score->word);

      ys_cli_print (cli, "    %s %s%s%s", name, value, score->reason != NULL ? " " : "",
                    score->reason != NULL ? score->reason : "");
      ys_json_begin (&cli->fields, NULL, '{');
      ys_json_string (&cli->fields, "assessor", name);
      ys_json_string (&cli->fields, "value", value);
      ys_json_boolean (&cli->fields, "computed", score->computed);
      ys_json_string (&cli->fields, "reason", score->reason);
      ys_json_end (&cli->fields, '}');
    }
  ys_json_end (&cli->fields, ']');
}

static void
write_decision (YsCli *cli, const YsDecision *decision)
{
  g_autofree char *value
    = decision != NULL ? value_text (decision->has_points, decision->points, decision->word) : NULL;

  ys_json_string (&cli->fields, "decision", value);
  ys_json_string (&cli->fields, "decision_reason", decision != NULL ? decision->reason : NULL);
  if (value != NULL)
    ys_cli_print (cli, _ ("    decided by the lead: %s %s"), value, decision->reason);
}

static void
write_point (YsCli *cli, const YsPoint *point, const YsPointReview *view, const GPtrArray *assessors)
{
  ys_cli_print (cli, _ ("%s %s: %u of %u scored%s"), point->id, point->title, view->scored, view->assigned,
                view->for_lead ? _ (", too far apart") : "");
  ys_json_begin (&cli->fields, NULL, '{');
  ys_json_string (&cli->fields, "point", point->id);
  ys_json_integer (&cli->fields, "task", point->task->number);
  ys_json_integer (&cli->fields, "assigned", view->assigned);
  ys_json_integer (&cli->fields, "scored", view->scored);
  ys_json_boolean (&cli->fields, "for_lead", view->for_lead);
  write_scores (cli, view->scores, assessors);
  write_decision (cli, view->decision);
  ys_json_end (&cli->fields, '}');
}

static gboolean
run_review_show (YsCli *cli, GError **error)
{
  g_autofree char *unit = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  g_autoptr (GPtrArray) assessors = NULL;
  guint task = 0;
  YsWorkspace *workspace;

  if (unit == NULL || (cli->arguments->len > 2 && !take_task (cli, 2, &task, error))
      || (workspace = ys_cli_open (cli, FALSE, error)) == NULL)
    return FALSE;
  assessors = ys_workspace_dup_assessors (workspace);
  const GPtrArray *points = ys_workspace_get_standard (workspace)->points;
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_begin (&cli->fields, "points", '[');
  for (guint i = 0; i < points->len; i++)
    {
      const YsPoint *point = g_ptr_array_index (points, i);
      g_autoptr (YsPointReview) view = NULL;

      if (task != 0 && point->task->number != task)
        continue;
      view = ys_workspace_dup_point_review (workspace, unit, point->id);
      if (view != NULL && (task != 0 || view->assigned > 0 || view->decision != NULL))
        write_point (cli, point, view, assessors);
    }
  ys_json_end (&cli->fields, ']');
  return TRUE;
}

/* ---- verdicts and claims ---- */

static gboolean
run_verdict_set (YsCli *cli, GError **error)
{
  static const char *const words[] = { "sufficient", "partial", "insufficient", "mismatched", "none", NULL };
  g_autofree char *unit = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  g_autofree char *citation = unit != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 2), error) : NULL;
  int choice = citation != NULL ? ys_cli_choose (ys_cli_argument (cli, 3), "VERDICT", words, error) : -1;
  YsVerdict verdict = YS_VERDICT_SUFFICIENT;
  YsWorkspace *workspace = choice >= 0 ? ys_cli_open (cli, TRUE, error) : NULL;
  gboolean judged;

  if (workspace == NULL)
    return FALSE;
  judged = ys_verdict_from_nick (words[choice], &verdict);
  if (!(judged ? ys_workspace_set_verdict (workspace, unit, citation, verdict, error)
               : ys_workspace_clear_verdict (workspace, unit, citation, error)))
    return FALSE;
  ys_cli_print (cli, "%s %s: %s", unit, citation, words[choice]);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_string (&cli->fields, "citation", citation);
  ys_json_string (&cli->fields, "verdict", judged ? words[choice] : NULL);
  return TRUE;
}

typedef gboolean (*AnswerClaim) (YsWorkspace *workspace, const char *unit, guint task, const char *point,
                                 const char *reason, GError **error);

static gboolean
answer_claim (YsCli *cli, AnswerClaim answer, GError **error)
{
  const char *reason = ys_cli_need (cli, "reason", error);
  g_autofree char *unit = reason != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  g_autofree char *point = NULL;
  guint task = 0;
  YsWorkspace *workspace;

  if (unit == NULL || !take_task (cli, 2, &task, error)
      || (cli->arguments->len > 3 && (point = ys_cli_dup_text (ys_cli_argument (cli, 3), error)) == NULL)
      || (workspace = ys_cli_open (cli, TRUE, error)) == NULL
      || (point != NULL && find_point (workspace, task, point, error) == NULL)
      || !answer (workspace, unit, point != NULL ? 0 : task, point, reason, error))
    return FALSE;
  ys_cli_print (cli, _ ("The claim of %s on task %u is answered"), unit, task);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_integer (&cli->fields, "task", task);
  ys_json_string (&cli->fields, "point", point);
  ys_json_boolean (&cli->fields, "accepted", answer == ys_workspace_accept_claim);
  return TRUE;
}

static gboolean
run_claim_accept (YsCli *cli, GError **error)
{
  return answer_claim (cli, ys_workspace_accept_claim, error);
}

static gboolean
run_claim_refuse (YsCli *cli, GError **error)
{
  return answer_claim (cli, ys_workspace_refuse_claim, error);
}

static const YsVerbOption reason_options[] = {
  { "reason", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("why; it stands in the journal") },
  { NULL },
};
static const YsVerbOption assessor_options[] = {
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("the unit that the person belongs to; empty: none") },
  { NULL },
};
static const YsVerbOption review_options[] = {
  { "reason", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("why; needed where it is not the computed score") },
  { "lead", YS_OPTION_FLAG, NULL, N_ ("as the lead's decision, which stands whatever the assessors gave") },
  { NULL },
};

const YsVerb ys_verbs_review[] = {
  { "assign", N_ ("WORKSPACE UNIT N|all NAME"), 4, 4, N_ ("let a person review a task of a unit"), NULL, TRUE, run_assign },
  { "release", N_ ("WORKSPACE UNIT N NAME"), 4, 4, N_ ("take a person off a task; the scores given are kept"),
    reason_options, TRUE, run_release },
  { "assessor set", N_ ("WORKSPACE NAME"), 2, 2, N_ ("tell an assessor's own unit, whose review is closed to him"),
    assessor_options, TRUE, run_assessor_set },
  { "review set", N_ ("WORKSPACE UNIT N POINT VALUE"), 5, 5,
    N_ ("score a point with points or a word; an empty value takes it back"), review_options, TRUE, run_review_set },
  { "review accept", N_ ("WORKSPACE UNIT [POINT…]"), 2, 0, N_ ("score points as computed, all assigned ones or these"),
    NULL, TRUE, run_review_accept },
  { "review ask", N_ ("WORKSPACE UNIT POINT"), 3, 3, N_ ("ask the lead to look at a point again"), reason_options, TRUE,
    run_review_ask },
  { "review show", N_ ("WORKSPACE UNIT [N]"), 2, 3, N_ ("show scores and decisions, as far as they may be seen"), NULL,
    TRUE, run_review_show },
  { "verdict set", N_ ("WORKSPACE UNIT CITATION sufficient|partial|insufficient|mismatched|none"), 4, 4,
    N_ ("judge the evidence that is cited"), NULL, TRUE, run_verdict_set },
  { "claim accept", N_ ("WORKSPACE UNIT N [POINT]"), 3, 4, N_ ("accept that a task or point does not apply"),
    reason_options, TRUE, run_claim_accept },
  { "claim refuse", N_ ("WORKSPACE UNIT N [POINT]"), 3, 4, N_ ("take the acceptance back"), reason_options, TRUE,
    run_claim_refuse },
  { NULL },
};
