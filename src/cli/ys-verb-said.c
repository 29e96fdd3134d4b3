/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs of opinions and of findings share. */
#include "ys-verb-said.h"

#include <glib/gi18n-lib.h>

#include "ys-workspace-submit.h"

const YsVerbOption ys_said_answer_options[] = {
  { "text", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("the answer") },
  { "changed", YS_OPTION_TEXT, N_ ("ID"), N_ ("scoring point, record or appeal that was changed because of it") },
  { "evidence", YS_OPTION_TEXT, N_ ("DIGEST"), N_ ("a PDF of the workspace that shows it") },
  { "pages", YS_OPTION_TEXT, N_ ("PAGES"), N_ ("its pages") },
  { NULL },
};

GPtrArray *
ys_said_dup_citations (YsCli *cli)
{
  GPtrArray *citations = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_citation_free);

  if (ys_cli_has (cli, "evidence"))
    {
      YsCitation *citation = ys_citation_new ();

      citation->evidence = g_strdup (ys_cli_option (cli, "evidence"));
      citation->pages = g_strdup (ys_cli_option (cli, "pages"));
      g_ptr_array_add (citations, citation);
    }
  return citations;
}

gboolean
ys_said_answer (YsCli *cli, GError **error)
{
  const char *text = ys_cli_need (cli, "text", error);
  g_autofree char *subject = text != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  g_autoptr (GPtrArray) citations = ys_said_dup_citations (cli);
  YsWorkspace *workspace = subject != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL)
    return FALSE;
  g_autofree char *id
    = ys_workspace_answer (workspace, subject, text, ys_cli_option (cli, "changed"), citations, error);
  if (id == NULL)
    return FALSE;
  ys_cli_print (cli, _ ("Answer %s"), id);
  ys_json_string (&cli->fields, "id", id);
  ys_json_string (&cli->fields, "to", subject);
  return TRUE;
}

void
ys_said_tell_package (YsCli *cli, YsWorkspace *workspace, const char *kind)
{
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (workspace);

  for (guint i = 0; i < packages->len; i++) /* newest first */
    {
      const YsPackageInfo *package = g_ptr_array_index (packages, i);

      if (package->incoming || !g_str_equal (package->kind, kind))
        continue;
      ys_cli_print (cli, _ ("Package %s for %s; take it out with package export"), package->name, package->to);
      ys_json_string (&cli->fields, "package", package->id);
      ys_json_string (&cli->fields, "kind", kind);
      ys_json_string (&cli->fields, "to", package->to);
      ys_json_string (&cli->fields, "name", package->name);
      ys_json_string (&cli->fields, "digest", package->digest);
      return;
    }
}

gboolean
ys_said_send (YsCli *cli, gboolean (*send) (YsWorkspace *workspace, const char *to, GError **error), const char *kind,
              GError **error)
{
  g_autofree char *unit = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  YsWorkspace *workspace = unit != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !send (workspace, unit, error))
    return FALSE;
  ys_said_tell_package (cli, workspace, kind);
  return TRUE;
}

void
ys_said_citations_to_json (YsJson *json, const GPtrArray *citations)
{
  ys_json_begin (json, "citations", '[');
  for (guint i = 0; i < citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (citations, i);

      ys_json_begin (json, NULL, '{');
      ys_json_string (json, "evidence", citation->evidence);
      ys_json_string (json, "pages", citation->pages);
      ys_json_string (json, "note", citation->note);
      ys_json_end (json, '}');
    }
  ys_json_end (json, ']');
}

void
ys_said_statement_to_json (YsJson *json, const YsStatement *statement)
{
  ys_json_begin (json, NULL, '{');
  ys_json_string (json, "id", statement->id);
  ys_json_string (json, "kind", statement->is_opinion ? "opinion" : "answer");
  ys_json_string (json, "office", statement->office);
  ys_json_string (json, "person", statement->person);
  ys_json_take_string (json, "time", ys_time_to_xml (statement->at));
  ys_json_string (json, "text", statement->text);
  ys_json_boolean (json, "sent", statement->sent);
  if (statement->is_opinion)
    {
      ys_json_string (json, "verdict", ys_opinion_verdict_nick (statement->verdict));
      ys_json_take_string (json, "points", statement->has_points ? ys_points_to_exact (statement->points) : NULL);
      ys_json_integer (json, "round", statement->round);
      ys_json_string (json, "point", statement->point);
      ys_json_string (json, "pages", statement->pages);
      ys_json_integer (json, "revision", statement->revision);
    }
  else
    {
      ys_json_string (json, "changed", statement->changed);
      ys_said_citations_to_json (json, statement->citations);
    }
  ys_json_end (json, '}');
}
