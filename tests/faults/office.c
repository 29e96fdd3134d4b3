/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office at work, for the fault tests: `office FOLDER VERB WORDS…` does one thing in the workspace FOLDER and prints
 * "ok" with what came of it, or the error's name, place, words and advice, tab-separated; `work` goes on until killed. */
#include "ys-date.h"
#include "ys-workspace-evidence.h"
#include "ys-workspace-form.h"
#include "ys-workspace-keeping.h"
#include "ys-workspace-negative.h"
#include "ys-workspace-submit.h"
#include "office.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static int
say_error (const GError *error)
{
  const char *where = ys_error_get_where (error);

  g_print ("%s\t%s\t%s\t%s\n", ys_error_code_nick ((YsErrorCode) error->code), where != NULL ? where : "-",
           error->message, ys_error_code_advice ((YsErrorCode) error->code));
  return 1;
}

static gboolean
create (const char *folder, char **words, GError **error)
{
  YsWorkspaceSetup setup = { .unit = words[0], .person = "李建国", .ballast = g_getenv ("OFFICE_BALLAST") != NULL };
  const char *plan = words[1];
  g_autofree char *catalogue = plan != NULL ? g_build_filename (plan, "catalogue.xml", NULL) : NULL;
  g_autofree char *standard = plan != NULL ? g_build_filename (plan, "standard.xml", NULL) : NULL;
  g_autofree char *assessment = plan != NULL ? g_build_filename (plan, "assessment.xml", NULL) : NULL;

  setup.office = strlen (words[0]) == 4 ? YS_OFFICE_CITY : YS_OFFICE_COUNTY;
  setup.catalogue_file = catalogue;
  setup.standard_file = standard;
  setup.assessment_file = assessment;
  return ys_workspace_create (folder, &setup, error);
}

static gboolean
attach (YsWorkspace *workspace, char **words, GError **error)
{
  g_autofree char *digest = ys_workspace_attach (workspace, words[0], NULL, NULL, NULL, NULL, NULL, NULL, error);

  if (digest != NULL)
    g_print ("ok\t%s\n", digest);
  return digest != NULL;
}

static gboolean
cite (YsWorkspace *workspace, char **words, GError **error)
{
  const YsCitationTarget target = { .task = (guint) g_ascii_strtoull (words[1], NULL, 10) };
  g_autofree char *id = ys_workspace_cite (workspace, words[0], &target, "1", NULL, "结论", error);

  if (id != NULL)
    g_print ("ok\t%s\n", id);
  return id != NULL;
}

static gboolean
export (YsWorkspace *workspace, char **words, GError **error)
{
  g_autofree char *path = ys_workspace_export (workspace, words[0], NULL, words[1], FALSE, FALSE, NULL, NULL, NULL, error);

  if (path != NULL)
    g_print ("ok\t%s\n", path);
  return path != NULL;
}

static gboolean
backup (YsWorkspace *workspace, char **words, GError **error)
{
  g_autofree char *path = ys_workspace_backup (workspace, words[0], error);

  if (path != NULL)
    g_print ("ok\t%s\n", path);
  return path != NULL;
}

/* One line for each fault: its name, file, place, words. */
static gboolean
verify (YsWorkspace *workspace, char **words, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  gboolean sound = ys_workspace_verify (workspace, faults, NULL, NULL, NULL, error);

  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);
      g_print ("%s\t%s\t%s\t%s\n", ys_error_code_nick (fault->code), fault->file, fault->where, fault->message);
    }
  if (sound)
    g_print ("ok\n");
  return sound || ys_faults_get_n (faults) > 0;
}

static gboolean
set (YsWorkspace *workspace, char **words, GError **error)
{
  const char *const keys[] = { words[1], NULL };
  const char *const texts[] = { words[2], NULL };

  return ys_workspace_set_entries (workspace, (guint) g_ascii_strtoull (words[0], NULL, 10), keys, texts, FALSE, error);
}

/* As set, and again for each line on standard input, until it succeeds. */
static gboolean
persist (YsWorkspace *workspace, char **words, GError **error)
{
  char buffer[16];

  do
    {
      g_autoptr (GError) local = NULL;
      if (set (workspace, words, &local))
        {
          printf ("ok\n");
          return TRUE;
        }
      say_error (local);
      fflush (stdout);
    }
  while (fgets (buffer, sizeof buffer, stdin) != NULL);
  return FALSE;
}

/* What the window shows of a field. */
static gboolean
get (YsWorkspace *workspace, char **words, GError **error)
{
  g_autofree char *text = ys_workspace_dup_entry (workspace, (guint) g_ascii_strtoull (words[0], NULL, 10), words[1]);

  g_print ("ok\t%s\n", text);
  return TRUE;
}

static gboolean
approve (YsWorkspace *workspace, char **words, GError **error)
{
  return ys_workspace_approve (workspace, error);
}

static gboolean
submit (YsWorkspace *workspace, char **words, GError **error)
{
  return ys_workspace_submit (workspace, NULL, NULL, NULL, error);
}

static gboolean
take_in (YsWorkspace *workspace, char **words, GError **error)
{
  return ys_workspace_import (workspace, words[0], NULL, NULL, NULL, error);
}

static gboolean
undo (YsWorkspace *workspace, char **words, GError **error)
{
  return ys_workspace_undo (workspace, NULL, NULL, error);
}

static gboolean
remove_evidence (YsWorkspace *workspace, char **words, GError **error)
{
  return ys_workspace_remove_evidence (workspace, words[0], error);
}

/* Keeps the workspace open until standard input ends. */
static gboolean
hold (YsWorkspace *workspace, char **words, GError **error)
{
  char buffer[16];

  g_print ("ok\n");
  while (fgets (buffer, sizeof buffer, stdin) != NULL)
    continue;
  return TRUE;
}

/* Types a letter every 50 ms, on and on, and tells each text. */
static gboolean
typing (YsWorkspace *workspace, char **words, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (ys_workspace_can_edit (workspace, NULL))
    {
      g_string_append_unichar (text, 0x4e00 + (gunichar) (text->len % 5000));
      ys_workspace_type (workspace, (guint) g_ascii_strtoull (words[0], NULL, 10), words[1], text->str);
      printf ("typed\t%s\n", text->str);
      fflush (stdout);
      g_usleep (50000);
    }
  return TRUE;
}

/* Journal lines, newest first: number, time, action. */
static gboolean
journal (YsWorkspace *workspace, char **words, GError **error)
{
  g_autoptr (GPtrArray) entries = ys_workspace_dup_journal (workspace, 0, 10000, NULL, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const YsJournalEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *time = ys_time_to_xml (entry->at);
      g_print ("%" G_GUINT64_FORMAT "\t%s\t%s\n", entry->number, time, entry->action);
    }
  return entries != NULL;
}

/* @prints: says "ok" itself. */
static const struct {
  const char *name;
  gboolean (*run) (YsWorkspace *workspace, char **words, GError **error);
  guint n_words;
  gboolean prints;
} verbs[] = {
  { "approve", approve, 0, FALSE },
  { "attach", attach, 1, TRUE },   { "backup", backup, 0, TRUE },   { "cite", cite, 2, TRUE },
  { "export", export, 2, TRUE },   { "get", get, 2, TRUE },         { "hold", hold, 0, TRUE },
  { "import", take_in, 1, FALSE }, { "journal", journal, 0, TRUE }, { "open", NULL, 0, FALSE },
  { "persist", persist, 3, TRUE },
  { "remove", remove_evidence, 1, FALSE }, { "set", set, 3, FALSE }, { "submit", submit, 0, FALSE },
  { "typing", typing, 2, TRUE },   { "undo", undo, 0, FALSE },      { "verify", verify, 0, TRUE },   { "work", office_work, 2, TRUE },
};

static int
run_open (const char *folder, const char *name, char **words)
{
  g_autoptr (GError) error = NULL;
  YsOpenFlags flags = g_getenv ("OFFICE_READ_ONLY") != NULL ? YS_OPEN_READ_ONLY : YS_OPEN_READ_WRITE;
  g_autoptr (YsWorkspace) workspace = NULL;

  if (g_getenv ("OFFICE_BACKUP") != NULL)
    flags |= YS_OPEN_BACKUP;
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (strcmp (verbs[i].name, name) != 0)
        continue;
      g_return_val_if_fail (g_strv_length (words) >= verbs[i].n_words, 2);
      workspace = ys_workspace_open (folder, flags, &error);
      if (workspace == NULL || (verbs[i].run != NULL && !verbs[i].run (workspace, words, &error)))
        return say_error (error);
      if (!ys_workspace_close (workspace, &error))
        return say_error (error);
      if (!verbs[i].prints)
        g_print ("ok\n");
      return 0;
    }
  g_return_val_if_reached (2);
}

/* "ok" and the path of each copy, newest first. */
static void
list_backups (const char *folder)
{
  g_autoptr (GPtrArray) backups = ys_workspace_dup_backups (folder);

  for (guint i = 0; i < backups->len; i++)
    g_print ("ok\t%s\n", (char *) g_ptr_array_index (backups, i));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  setlocale (LC_ALL, "");
  g_set_prgname ("office");
  if (argc < 3)
    return 2;
  if (strcmp (argv[2], "backups") == 0)
    {
      list_backups (argv[1]);
      return 0;
    }
  if (strcmp (argv[2], "create") == 0)
    done = create (argv[1], argv + 3, &error);
  else if (strcmp (argv[2], "restore") == 0)
    done = ys_workspace_restore (argv[1], argv[3], &error);
  else
    return run_open (argv[1], argv[2], argv + 3);
  if (!done)
    return say_error (error);
  g_print ("ok\n");
  return 0;
}
