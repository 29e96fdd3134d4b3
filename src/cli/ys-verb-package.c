/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs on packages: writing them out, judging them before anything is taken in, and taking them in.
 * A verdict is an answer even where it is bad; the exit status says whether one may rely on the package. */
#include "ys-cli-private.h"
#include "ys-date.h"
#include "ys-id.h"
#include "ys-workspace-submit.h"

#include <glib/gi18n-lib.h>

static const char *const complete_nicks[] = { "sound", "damaged" };
static const char *const origin_nicks[] = { "registered", "unregistered", "unsigned", "mismatch", "unchecked" };
static const char *const order_nicks[] = { "new", "repeat", "older", "gap", "unchecked" };
static const char *const kinds[] = { "plan", "submission", "return", "receipt", "feedback", "finding", "appeal", "answer",
                                     "dossier", "opinion", NULL };
static const char *const kind_labels[]
  = { NC_ ("package", "plan"), NC_ ("package", "submission"), NC_ ("package", "return"), NC_ ("package", "receipt"),
      NC_ ("package", "feedback"), NC_ ("package", "finding"), NC_ ("package", "appeal"), NC_ ("package", "answer"),
      NC_ ("package", "dossier"), NC_ ("package", "opinion") };

/* ---- export ---- */

static gboolean
run_export (YsCli *cli, GError **error)
{
  const char *kind = ys_cli_need (cli, "kind", error);
  int choice = kind != NULL ? ys_cli_choose (kind, "--kind", kinds, error) : -1;
  YsWorkspace *workspace = choice >= 0 ? ys_cli_open (cli, TRUE, error) : NULL;
  g_autofree char *path = NULL;

  if (workspace == NULL)
    return FALSE;
  path = ys_workspace_export (workspace, kind, ys_cli_option (cli, "to"), ys_cli_argument (cli, 1),
                              ys_cli_has (cli, "folder"), ys_cli_has (cli, "force"), ys_cli_progress, cli,
                              cli->cancellable, error);
  if (path == NULL)
    return FALSE;
  g_autofree char *shown = ys_text_from_filename (path);
  ys_cli_print (cli, _ ("Written and verified: %s"), shown);
  ys_json_string (&cli->fields, "path", shown);
  return TRUE;
}

/* ---- verdicts ---- */

static void
write_verdict (YsCli *cli, const char *name, const char *label, const char *nick, const char *detail)
{
  ys_cli_print (cli, "%s: %s", label, detail != NULL ? detail : nick);
  ys_json_begin (&cli->fields, name, '{');
  ys_json_string (&cli->fields, "verdict", nick);
  ys_json_string (&cli->fields, "detail", detail);
  ys_json_end (&cli->fields, '}');
}

static void
write_verdicts (YsCli *cli, const YsReceipt *receipt)
{
  g_autofree char *groups = receipt->digest != NULL ? ys_digest_to_groups (receipt->digest) : NULL;

  ys_json_string (&cli->fields, "digest", receipt->digest);
  write_verdict (cli, "complete", _ ("Complete and unchanged"), complete_nicks[receipt->complete],
                 receipt->complete_detail);
  write_verdict (cli, "origin", _ ("Origin"), origin_nicks[receipt->origin], receipt->origin_detail);
  write_verdict (cli, "order", _ ("Order"), order_nicks[receipt->order], receipt->order_detail);
  if (groups != NULL)
    ys_cli_print (cli, _ ("Digest %s"), groups);
}

/* Whether one may rely on the package as such: unchanged, from whom it says, with scores that can be recomputed. */
static gboolean
judge (const YsReceipt *receipt, GError **error)
{
  if (ys_faults_get_n (receipt->faults) > 0)
    ys_set_error_from_faults (error, receipt->faults);
  else if (receipt->complete != YS_COMPLETE_SOUND)
    ys_set_error (error, YS_ERROR_BAG_DIGEST, receipt->name, "%s", receipt->complete_detail);
  else if (receipt->origin == YS_ORIGIN_MISMATCH)
    ys_set_error (error, YS_ERROR_BAG_DIGEST, receipt->name, "%s", receipt->origin_detail);
  else if (receipt->has_scores && !receipt->scores_equal)
    ys_set_error (error, YS_ERROR_PACKAGE_SCORES, receipt->name, _ ("The stated scores are not those that its facts give"));
  else
    return TRUE;
  return FALSE;
}

/* Judged against @workspace, or against nothing. What can't even be looked at is damaged, unless the machine is why. */
static YsReceipt *
examine (YsCli *cli, YsWorkspace *workspace, const char *path, GError **error)
{
  GError *local = NULL;
  YsReceipt *receipt = ys_workspace_examine (workspace, path, ys_cli_progress, cli, cli->cancellable, &local);

  if (receipt != NULL)
    return receipt;
  if (local->domain == YS_ERROR && ys_error_code_exit_status ((YsErrorCode) local->code) == 1
      && !g_cancellable_is_cancelled (cli->cancellable))
    {
      const YsReceipt unread = { .complete = YS_COMPLETE_DAMAGED, .origin = YS_ORIGIN_UNCHECKED,
                                 .order = YS_ORDER_UNCHECKED, .complete_detail = local->message };

      write_verdicts (cli, &unread);
    }
  g_propagate_error (error, local);
  return NULL;
}

static gboolean
run_verify (YsCli *cli, GError **error)
{
  g_autoptr (YsReceipt) receipt = NULL;

  cli->answers_anyway = TRUE;
  receipt = examine (cli, NULL, ys_cli_argument (cli, 0), error);
  if (receipt == NULL)
    return FALSE;
  write_verdicts (cli, receipt);
  return judge (receipt, error);
}

/* ---- what it holds ---- */

static void
write_scores (YsCli *cli, const YsReceipt *receipt)
{
  ys_json_begin (&cli->fields, "scores", '[');
  for (gsize i = 0; i < G_N_ELEMENTS (receipt->score_names) && receipt->score_names[i] != NULL; i++)
    {
      g_autofree char *stated = ys_points_to_display (receipt->stated[i]);
      g_autofree char *recomputed = ys_points_to_display (receipt->recomputed[i]);
      g_autofree char *both = g_strdup_printf (_ ("%s stated, %s recomputed"), stated, recomputed);

      ys_cli_print_pair (cli, receipt->score_names[i], 20, both);
      ys_json_begin (&cli->fields, NULL, '{');
      ys_json_string (&cli->fields, "name", receipt->score_names[i]);
      ys_json_points (&cli->fields, "stated", receipt->stated[i]);
      ys_json_points (&cli->fields, "recomputed", receipt->recomputed[i]);
      ys_json_end (&cli->fields, '}');
    }
  ys_json_end (&cli->fields, ']');
}

static const char *
kind_label (const char *kind)
{
  for (gsize i = 0; kinds[i] != NULL; i++)
    if (g_str_equal (kinds[i], kind))
      return g_dpgettext2 (GETTEXT_PACKAGE, "package", kind_labels[i]);
  return kind;
}

static void
write_facts (YsCli *cli, const YsReceipt *receipt)
{
  g_autofree char *made = receipt->made_at != 0 ? ys_time_to_xml (receipt->made_at) : NULL;
  const struct { const char *name, *text; } texts[] = {
    { "name", receipt->name },     { "id", receipt->id },           { "kind", receipt->kind },
    { "from", receipt->from },     { "from_name", receipt->from_name }, { "to", receipt->to },
    { "to_name", receipt->to_name }, { "round", receipt->round },   { "round_title", receipt->round_title },
    { "made", made },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    ys_json_string (&cli->fields, texts[i].name, texts[i].text);
  ys_json_integer (&cli->fields, "number", receipt->number);
  ys_json_integer (&cli->fields, "revision", receipt->revision);
  ys_json_integer (&cli->fields, "size", (gint64) receipt->size);
  ys_json_integer (&cli->fields, "files", receipt->files);
  ys_json_integer (&cli->fields, "evidence", receipt->evidence);
  ys_json_boolean (&cli->fields, "facts_reliable", receipt->facts_reliable);
  ys_cli_print (cli, "%s", receipt->name);
  if (receipt->kind != NULL)
    ys_cli_print (cli, _ ("%s from %s to %s, number %u, revision %u, made %s"), kind_label (receipt->kind),
                  receipt->from_name, receipt->to_name, receipt->number, receipt->revision, made != NULL ? made : "");
  ys_cli_print (cli, _ ("%u files, %u PDFs"), receipt->files, receipt->evidence);
  if (!receipt->facts_reliable)
    ys_cli_print (cli, "%s", _ ("This is what the package says of itself; it need not be true."));
  write_scores (cli, receipt);
}

static gboolean
run_show (YsCli *cli, GError **error)
{
  g_autoptr (YsReceipt) receipt = NULL;

  cli->answers_anyway = TRUE;
  receipt = examine (cli, NULL, ys_cli_argument (cli, 0), error);
  if (receipt == NULL)
    return FALSE;
  write_facts (cli, receipt);
  write_verdicts (cli, receipt);
  return judge (receipt, error);
}

/* ---- import ---- */

static void
write_changes (YsCli *cli, const YsReceipt *receipt)
{
  ys_json_begin (&cli->fields, "differences", '[');
  for (guint i = 0; i < receipt->differences->len; i++)
    ys_json_string (&cli->fields, NULL, g_ptr_array_index (receipt->differences, i));
  ys_json_end (&cli->fields, ']');
  ys_json_begin (&cli->fields, "changes", '[');
  for (guint i = 0; i < receipt->changes->len; i++)
    {
      ys_json_string (&cli->fields, NULL, g_ptr_array_index (receipt->changes, i));
      ys_cli_print (cli, "  %s", (const char *) g_ptr_array_index (receipt->changes, i));
    }
  ys_json_end (&cli->fields, ']');
}

static gboolean
try_import (YsCli *cli, GError **error)
{
  /* opened as for importing, so that it is refused for the same reasons */
  YsWorkspace *workspace = ys_cli_open (cli, TRUE, error);
  g_autoptr (YsReceipt) receipt = NULL;

  cli->answers_anyway = TRUE;
  receipt = workspace != NULL ? examine (cli, workspace, ys_cli_argument (cli, 1), error) : NULL;
  if (receipt == NULL)
    return FALSE;
  write_facts (cli, receipt);
  write_verdicts (cli, receipt);
  write_changes (cli, receipt);
  if (receipt->can_import)
    return TRUE;
  if (judge (receipt, error))
    ys_set_error (error, receipt->order == YS_ORDER_NEW ? YS_ERROR_PACKAGE_KIND : YS_ERROR_PACKAGE_ORDER, receipt->name,
                  "%s", receipt->why_not);
  return FALSE;
}

static gboolean
run_import (YsCli *cli, GError **error)
{
  YsWorkspace *workspace;
  g_autofree char *shown = ys_text_from_filename (ys_cli_argument (cli, 1));

  if (ys_cli_has (cli, "dry-run"))
    return try_import (cli, error);
  workspace = ys_cli_open (cli, TRUE, error);
  if (workspace == NULL
      || !ys_workspace_import (workspace, ys_cli_argument (cli, 1), ys_cli_progress, cli, cli->cancellable, error))
    return FALSE;
  ys_cli_print (cli, _ ("Imported %s"), shown);
  ys_json_string (&cli->fields, "imported", shown);
  return TRUE;
}

static const YsVerbOption export_options[] = {
  { "kind", YS_OPTION_TEXT, "submission|return|plan|receipt|…", N_ ("which kind of package") },
  { "to", YS_OPTION_TEXT, N_ ("CODE"), N_ ("the unit it is for; left out: the only one") },
  { "folder", YS_OPTION_FLAG, NULL, N_ ("as an open folder instead of one file") },
  { "force", YS_OPTION_FLAG, NULL, N_ ("in the place of what is there") },
  { NULL },
};
static const YsVerbOption import_options[] = {
  { "dry-run", YS_OPTION_FLAG, NULL, N_ ("only tell what importing would change") },
  { NULL },
};

const YsVerb ys_verbs_package[] = {
  { "package export", N_ ("WORKSPACE OUTPUT"), 2, 2, N_ ("write a package out, to pass it on"), export_options, TRUE,
    run_export },
  { "package verify", N_ ("PACKAGE"), 1, 1, N_ ("tell whether a package is whole and from whom it says"), NULL, FALSE,
    run_verify },
  { "package show", N_ ("PACKAGE"), 1, 1, N_ ("tell what is in a package"), NULL, FALSE, run_show },
  { "package import", N_ ("WORKSPACE PACKAGE"), 2, 2, N_ ("take a package in"), import_options, TRUE, run_import },
  { NULL },
};
