/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs on evidence: attaching PDFs and citing their pages, listing them, and checking files without a workspace.
 * Of several files all are attached or, where one can't be, none. */
#include "ys-cli-private.h"
#include "ys-date.h"
#include "ys-facts-parts.h"
#include "ys-id.h"
#include "ys-workspace-evidence.h"
#include "ys-workspace-review.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- check ---- */

static void
add_error (YsFaults *faults, const char *file, const GError *error)
{
  ys_faults_add (faults, error->domain == YS_ERROR ? (YsErrorCode) error->code : YS_ERROR_FAILED, file, 0, NULL, "%s",
                 error->message);
}

/* Looks at each file from argument @first on; TRUE where all could be attached. */
static gboolean
check_files (YsCli *cli, guint first, const char *password, gboolean tell, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();

  for (guint i = first; i < cli->arguments->len && !g_cancellable_is_cancelled (cli->cancellable); i++)
    {
      g_autofree char *shown = ys_text_from_filename (ys_cli_argument (cli, i));
      g_autofree char *description = NULL;
      g_autoptr (GError) local = NULL;
      gboolean good = ys_evidence_check_file (ys_cli_argument (cli, i), password, &description, &local);

      if (!good)
        add_error (faults, shown, local);
      if (!tell)
        continue;
      if (good)
        ys_cli_print (cli, _ ("%s: can be attached. %s"), shown, description);
      ys_json_begin (&cli->fields, NULL, '{');
      ys_json_string (&cli->fields, "file", shown);
      ys_json_boolean (&cli->fields, "ok", good);
      ys_json_string (&cli->fields, "description", description);
      ys_json_end (&cli->fields, '}');
    }
  if (ys_faults_get_n (faults) > 0)
    ys_set_error_from_faults (error, faults);
  return ys_faults_get_n (faults) == 0;
}

static gboolean
run_check (YsCli *cli, GError **error)
{
  gboolean good;

  cli->answers_anyway = TRUE;
  ys_json_begin (&cli->fields, "files", '[');
  good = check_files (cli, 0, NULL, TRUE, error);
  ys_json_end (&cli->fields, ']');
  return good;
}

/* ---- add ---- */

/* What the pages are cited for; nothing where the files are only attached. */
static gboolean
take_target (YsCli *cli, YsCitationTarget *target, gboolean *cites, GError **error)
{
  static const char *const names[] = { "task", "point", "occurrence", "record" };
  static const char *const of_citations[] = { "pages", "labels", "note" };
  guint64 task = 0;
  guint given = 0;

  if (!ys_cli_number (cli, "task", 1, 9999, &task, error))
    return FALSE;
  *target = (YsCitationTarget){ (guint) task, ys_cli_option (cli, "point"), ys_cli_option (cli, "occurrence"),
                                ys_cli_option (cli, "record") };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    given += ys_cli_has (cli, names[i]);
  *cites = given == 1;
  for (gsize i = 0; i < G_N_ELEMENTS (of_citations) && given == 0; i++)
    if (ys_cli_has (cli, of_citations[i]))
      given = 2;
  if (ys_cli_has (cli, "unit") && given != 2 && target->task == 0 && target->point == NULL)
    {
      ys_set_error (error, YS_ERROR_USAGE, "unit", _ ("The city cites for a county's --task or --point"));
      return FALSE;
    }
  if (given > 1)
    ys_set_error (error, YS_ERROR_USAGE, NULL, _ ("Pages are cited for one of --task, --point, --occurrence and --record"));
  return given <= 1;
}

/* The city's own citation of a county's task or point, or one of the office's own. */
static char *
cite (YsCli *cli, YsWorkspace *workspace, const char *digest, const YsCitationTarget *target, GError **error)
{
  const char *unit = ys_cli_option (cli, "unit"), *pages = ys_cli_option (cli, "pages");
  const char *labels = ys_cli_option (cli, "labels"), *note = ys_cli_option (cli, "note");

  return unit != NULL ? ys_workspace_cite_for_unit (workspace, unit, digest, target->task, target->point, pages, labels,
                                                    note, error)
                      : ys_workspace_cite (workspace, digest, target, pages, labels, note, error);
}

/* Attaches and cites one file; what was attached for nothing is taken out again. */
static char *
add_one (YsCli *cli, YsWorkspace *workspace, const char *path, const YsCitationTarget *target, GError **error)
{
  g_autofree char *citation = NULL;
  gboolean already = FALSE;
  g_autofree char *digest
    = ys_workspace_attach (workspace, path, ys_cli_option (cli, "title"), ys_cli_option (cli, "password"), &already,
                           ys_cli_progress, cli, cli->cancellable, error);

  if (digest == NULL || target == NULL)
    return g_steal_pointer (&digest);
  citation = cite (cli, workspace, digest, target, error);
  if (citation != NULL)
    return g_steal_pointer (&digest);
  if (!already)
    ys_workspace_remove_evidence (workspace, digest, NULL);
  return NULL;
}

static gboolean
run_add (YsCli *cli, GError **error)
{
  YsCitationTarget target;
  gboolean cites;
  YsWorkspace *workspace;

  if (!take_target (cli, &target, &cites, error) || (workspace = ys_cli_open (cli, TRUE, error)) == NULL)
    return FALSE;
  if (cli->arguments->len > 2 && !check_files (cli, 1, ys_cli_option (cli, "password"), FALSE, error))
    return FALSE;
  ys_json_begin (&cli->fields, "evidence", '[');
  for (guint i = 1; i < cli->arguments->len; i++)
    {
      const char *path = ys_cli_argument (cli, i);
      g_autofree char *shown = ys_text_from_filename (path);
      g_autofree char *digest = add_one (cli, workspace, path, cites ? &target : NULL, error);

      if (digest == NULL)
        return FALSE;
      ys_cli_print (cli, cites ? _ ("Attached and cited %s: %s") : _ ("Attached %s: %s"), shown, digest);
      ys_json_begin (&cli->fields, NULL, '{');
      ys_json_string (&cli->fields, "file", shown);
      ys_json_string (&cli->fields, "digest", digest);
      ys_json_end (&cli->fields, '}');
    }
  ys_json_end (&cli->fields, ']');
  return TRUE;
}

/* ---- list and show ---- */

static void
write_info (YsJson *json, const YsEvidenceInfo *info)
{
  ys_json_string (json, "digest", info->digest);
  ys_json_string (json, "title", info->title);
  ys_json_string (json, "number", info->number);
  ys_json_string (json, "file", info->original_name);
  ys_json_integer (json, "pages", info->pages);
  ys_json_integer (json, "size", (gint64) info->size);
  ys_json_take_string (json, "added", ys_time_to_xml (info->added_at));
  ys_json_boolean (json, "present", info->present);
  ys_json_boolean (json, "has_text", info->has_text);
  ys_json_boolean (json, "restricted", info->restricted);
  ys_json_integer (json, "attachments", info->attachments);
  ys_json_boolean (json, "scripts", info->has_scripts);
  ys_json_integer (json, "personal", info->personal);
  ys_json_integer (json, "citations", info->citations);
}

static gboolean
run_list (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);
  g_autoptr (GPtrArray) list = NULL;

  if (workspace == NULL)
    return FALSE;
  list = ys_workspace_dup_evidence (workspace);
  ys_json_begin (&cli->fields, "evidence", '[');
  for (guint i = 0; i < list->len; i++)
    {
      const YsEvidenceInfo *info = g_ptr_array_index (list, i);

      ys_cli_print (cli, _ ("%.12s  %s, %u pages, cited %u times%s"), info->digest, info->title, info->pages,
                    info->citations, info->present ? "" : _ (", its file is missing"));
      ys_json_begin (&cli->fields, NULL, '{');
      write_info (&cli->fields, info);
      ys_json_end (&cli->fields, '}');
    }
  ys_json_end (&cli->fields, ']');
  return TRUE;
}

/* The one whose digest begins with @word, as lists show it. */
static char *
find_digest (YsWorkspace *workspace, const char *word, GError **error)
{
  g_autoptr (GPtrArray) list = ys_workspace_dup_evidence (workspace);
  const char *found = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const YsEvidenceInfo *info = g_ptr_array_index (list, i);

      if (!g_str_has_prefix (info->digest, word))
        continue;
      if (found != NULL)
        {
          ys_set_error (error, YS_ERROR_USAGE, word, _ ("Several pieces of evidence begin like this; write more of it"));
          return NULL;
        }
      found = info->digest;
    }
  if (found == NULL)
    ys_set_error (error, YS_ERROR_NOT_FOUND, word, _ ("There is no such evidence"));
  return g_strdup (found);
}

static void
show_citation (YsCli *cli, const YsCitation *citation)
{
  const char *target = citation->point != NULL        ? citation->point
                       : citation->occurrence != NULL ? citation->occurrence
                                                      : citation->record;
  g_autofree char *task = citation->task != 0 ? g_strdup_printf (_ ("task %u"), citation->task) : g_strdup ("");

  ys_cli_print (cli, "  %s %s: %s%s%s", task, target != NULL ? target : "",
                citation->pages != NULL ? citation->pages : _ ("the whole"), citation->note != NULL ? " · " : "",
                citation->note != NULL ? citation->note : "");
  ys_json_begin (&cli->fields, NULL, '{');
  ys_json_string (&cli->fields, "id", citation->id);
  if (citation->task != 0)
    ys_json_integer (&cli->fields, "task", citation->task);
  else
    ys_json_null (&cli->fields, "task");
  ys_json_string (&cli->fields, "point", citation->point);
  ys_json_string (&cli->fields, "occurrence", citation->occurrence);
  ys_json_string (&cli->fields, "record", citation->record);
  ys_json_string (&cli->fields, "pages", citation->pages);
  ys_json_string (&cli->fields, "labels", citation->labels);
  ys_json_string (&cli->fields, "note", citation->note);
  ys_json_end (&cli->fields, '}');
}

static gboolean
run_show (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);
  g_autofree char *word = workspace != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  g_autofree char *digest = word != NULL ? find_digest (workspace, word, error) : NULL;
  g_autoptr (YsEvidenceInfo) info = NULL;
  g_autoptr (GPtrArray) citations = NULL;

  if (digest == NULL)
    return FALSE;
  info = ys_workspace_dup_evidence_info (workspace, digest);
  citations = ys_workspace_dup_citations (workspace, 0, digest);
  write_info (&cli->fields, info);
  ys_cli_print (cli, "%s\n%s\n%s", info->title, info->digest, info->original_name);
  ys_cli_print (cli, _ ("%u pages, cited %u times%s"), info->pages, info->citations,
                info->present ? "" : _ (", its file is missing"));
  ys_json_begin (&cli->fields, "cited", '[');
  for (guint i = 0; i < citations->len; i++)
    show_citation (cli, g_ptr_array_index (citations, i));
  ys_json_end (&cli->fields, ']');
  return TRUE;
}

static const YsVerbOption add_options[] = {
  { "task", YS_OPTION_NUMBER, N_ ("N"), N_ ("cite it for this task") },
  { "point", YS_OPTION_TEXT, N_ ("ID"), N_ ("or for this scoring point") },
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("as the city, for this county's task or scoring point") },
  { "occurrence", YS_OPTION_TEXT, N_ ("ID"), N_ ("or for this occurrence") },
  { "record", YS_OPTION_TEXT, N_ ("ID"), N_ ("or for this record") },
  { "pages", YS_OPTION_TEXT, "3-5", N_ ("the pages cited, counted from the start of the file; left out: the whole") },
  { "labels", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("the page numbers printed on them") },
  { "note", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("what they show") },
  { "title", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("the title; left out: that of the file") },
  { "password", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("opens a PDF with a password; kept nowhere") },
  { NULL },
};

const YsVerb ys_verbs_evidence[] = {
  { "evidence add", N_ ("WORKSPACE FILE…"), 2, 0, N_ ("attach PDFs, and cite their pages"), add_options, TRUE, run_add },
  { "evidence list", N_ ("WORKSPACE"), 1, 1, N_ ("list what is attached"), NULL, FALSE, run_list },
  { "evidence show", N_ ("WORKSPACE DIGEST"), 2, 2, N_ ("tell of one, and where it is cited"), NULL, FALSE, run_show },
  { "evidence check", N_ ("FILE…"), 1, 0, N_ ("tell whether files could be attached"), NULL, FALSE, run_check },
  { NULL },
};
