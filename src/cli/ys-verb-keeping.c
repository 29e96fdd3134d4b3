/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs of keeping: verification, the journal, copies and their return, and what of the machine the program rests on. */
#include "ys-cli-private.h"
#include "ys-date.h"
#include "ys-id.h"
#include "ys-workspace-keeping.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gboolean
run_verify (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GError) local = NULL;

  if (workspace == NULL)
    return FALSE;
  if (ys_workspace_verify (workspace, faults, ys_cli_progress, cli, cli->cancellable, &local))
    {
      ys_cli_print (cli, "%s", _ ("Verified: database, journal, evidence and packages are as they were written."));
      return TRUE;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    ys_set_error_from_faults (error, faults);
  return FALSE;
}

/* ---- journal ---- */

static void
write_entry (YsCli *cli, const YsJournalEntry *entry)
{
  YsJson *json = &cli->fields;
  g_autofree char *at = ys_time_to_display (entry->at);

  ys_cli_print (cli, "%" G_GUINT64_FORMAT "  %s  %s（%s） %s %s%s%s", entry->number, at,
                entry->person != NULL ? entry->person : "", entry->role != NULL ? entry->role : "", entry->action,
                entry->subject != NULL ? entry->subject : "", entry->reason != NULL ? " · " : "",
                entry->reason != NULL ? entry->reason : "");
  ys_json_begin (json, NULL, '{');
  ys_json_integer (json, "number", (gint64) entry->number);
  ys_json_take_string (json, "at", ys_time_to_xml (entry->at));
  ys_json_string (json, "person", entry->person);
  ys_json_string (json, "role", entry->role);
  ys_json_string (json, "action", entry->action);
  ys_json_string (json, "subject", entry->subject);
  if (entry->task != 0)
    ys_json_integer (json, "task", entry->task);
  else
    ys_json_null (json, "task");
  ys_json_string (json, "before", entry->before);
  ys_json_string (json, "after", entry->after);
  ys_json_string (json, "reason", entry->reason);
  ys_json_string (json, "hash", entry->hash);
  ys_json_end (json, '}');
}

static gboolean
run_journal (YsCli *cli, GError **error)
{
  guint64 limit = 1000, before = 0;
  YsWorkspace *workspace;
  g_autoptr (GPtrArray) entries = NULL;

  if (!ys_cli_number (cli, "limit", 1, G_MAXUINT32, &limit, error)
      || !ys_cli_number (cli, "before", 1, G_MAXINT64, &before, error)
      || (workspace = ys_cli_open (cli, FALSE, error)) == NULL
      || !(entries = ys_workspace_dup_journal (workspace, before, (guint) limit, ys_cli_option (cli, "filter"), error)))
    return FALSE;
  ys_json_begin (&cli->fields, "entries", '[');
  for (guint i = 0; i < entries->len; i++)
    write_entry (cli, g_ptr_array_index (entries, i));
  ys_json_end (&cli->fields, ']');
  return TRUE;
}

/* ---- copies ---- */

/* Beside @output and then over it, so that what is there stays until the copy is whole. */
static gboolean
replace_copy (YsWorkspace *workspace, const char *output, GError **error)
{
  g_autofree char *beside = g_strdup_printf ("%s.new-%06d", output, g_random_int_range (0, 1000000));
  g_autofree char *written = ys_workspace_backup (workspace, beside, error);

  if (written == NULL)
    return FALSE;
  if (g_rename (beside, output) == 0)
    return TRUE;
  ys_set_error_from_errno (error, errno, output, _ ("Writing the copy"));
  g_unlink (beside);
  return FALSE;
}

static gboolean
run_backup (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);
  const char *output = ys_cli_argument (cli, 1);
  g_autofree char *path = NULL;

  if (workspace == NULL)
    return FALSE;
  if (output != NULL && ys_cli_has (cli, "force"))
    path = replace_copy (workspace, output, error) ? g_strdup (output) : NULL;
  else
    path = ys_workspace_backup (workspace, output, error);
  if (path == NULL)
    return FALSE;
  g_autofree char *shown = ys_text_from_filename (path);
  ys_cli_print (cli, _ ("Copied to %s; the PDFs are not in it"), shown);
  ys_json_string (&cli->fields, "path", shown);
  return TRUE;
}

static gboolean
run_restore (YsCli *cli, GError **error)
{
  g_autofree char *shown = ys_text_from_filename (ys_cli_argument (cli, 1));

  if (!ys_workspace_restore (ys_cli_argument (cli, 0), ys_cli_argument (cli, 1), error))
    return FALSE;
  ys_cli_print (cli, _ ("Restored from %s; what was there is kept beside it"), shown);
  ys_json_string (&cli->fields, "restored", shown);
  return TRUE;
}

/* ---- diagnosis ---- */

static gboolean
run_doctor (YsCli *cli, GError **error)
{
  g_autoptr (GPtrArray) lines = ys_diagnose (ys_cli_argument (cli, 0));
  g_autoptr (YsFaults) faults = ys_faults_new ();

  cli->answers_anyway = TRUE;
  ys_json_begin (&cli->fields, "lines", '[');
  for (guint i = 0; i < lines->len; i++)
    {
      const YsDiagnosis *line = g_ptr_array_index (lines, i);
      g_autofree char *value = g_utf8_make_valid (line->value, -1);
      g_autofree char *label = g_strdup_printf ("%s %s", line->ok ? "✓" : "✗", line->name);

      ys_cli_print_pair (cli, label, 36, value);
      if (!line->ok)
        {
          ys_cli_print (cli, "  %s", line->advice);
          ys_faults_add (faults, YS_ERROR_DIAGNOSIS, NULL, 0, line->name, _ ("This is not as it should be: %s"), value);
        }
      ys_json_begin (&cli->fields, NULL, '{');
      ys_json_string (&cli->fields, "name", line->name);
      ys_json_string (&cli->fields, "value", value);
      ys_json_boolean (&cli->fields, "ok", line->ok);
      ys_json_string (&cli->fields, "advice", line->advice);
      ys_json_end (&cli->fields, '}');
    }
  ys_json_end (&cli->fields, ']');
  if (ys_faults_get_n (faults) > 0)
    ys_set_error_from_faults (error, faults);
  return ys_faults_get_n (faults) == 0;
}

static const YsVerbOption journal_options[] = {
  { "limit", YS_OPTION_NUMBER, N_ ("N"), N_ ("at most so many, newest first; left out: 1000") },
  { "before", YS_OPTION_NUMBER, N_ ("N"), N_ ("only those before this number") },
  { "filter", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("only those in which this stands") },
  { NULL },
};
static const YsVerbOption backup_options[] = {
  { "force", YS_OPTION_FLAG, NULL, N_ ("in the place of what is there") },
  { NULL },
};

const YsVerb ys_verbs_keeping[] = {
  { "verify", N_ ("WORKSPACE"), 1, 1, N_ ("verify database, journal, evidence and packages"), NULL, FALSE, run_verify },
  { "journal", N_ ("WORKSPACE"), 1, 1, N_ ("show who did what, and when"), journal_options, FALSE, run_journal },
  { "backup", N_ ("WORKSPACE [OUTPUT]"), 1, 2, N_ ("copy the database; without OUTPUT into the workspace's own folder"),
    backup_options, FALSE, run_backup },
  { "restore", N_ ("WORKSPACE COPY"), 2, 2, N_ ("put a copy in the place of the database"), NULL, FALSE, run_restore },
  { "doctor", N_ ("[WORKSPACE]"), 0, 1, N_ ("tell what of this machine is not as it should be"), NULL, FALSE, run_doctor },
  { NULL },
};
