/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping a workspace: journal pages and full verification.
 * Copies and their return stand in ys-workspace-copies.c. */
#include "ys-workspace-keeping.h"
#include "ys-workspace-review-private.h"
#include "ys-package-read.h"
#include "ys-workspace-submit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ys_journal_entry_free (YsJournalEntry *self)
{
  if (self == NULL)
    return;
  char *const texts[] = { self->person, self->role, self->action, self->subject,
                          self->before, self->after, self->reason, self->hash };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (self);
}

typedef struct {
  guint64 before;
  guint limit;
  char *person;     /* who reads */
  GHashTable *seen; /* city: points whose scores everybody may see; NULL elsewhere */
  char *filter; /* folded, or NULL */
  GPtrArray *entries;
} JournalReading;

static gboolean
matches (const YsJournalRow *row, const char *filter)
{
  const char *const texts[] = { row->person, row->action, row->subject, row->before, row->after, row->reason };

  if (filter == NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = texts[i] != NULL ? ys_text_fold (texts[i]) : NULL;
      if (folded != NULL && strstr (folded, filter) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* An assessor's score is not read in the journal before it may be seen (scoring.md, 11); the row itself stays whole. */
static void
veil_score (const JournalReading *reading, YsJournalRow *row)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *point = NULL;

  if (reading->seen == NULL || g_strcmp0 (row->person, reading->person) == 0
      || (g_strcmp0 (row->action, "评分") != 0 && g_strcmp0 (row->action, "取消评分") != 0))
    return;
  words = g_strsplit (row->subject, " ", 3); /* unit and point stand first */
  point = words[0] != NULL && words[1] != NULL ? g_strconcat (words[0], " ", words[1], NULL) : NULL;
  if (point != NULL && g_hash_table_contains (reading->seen, point))
    return;
  g_clear_pointer (&row->before, g_free);
  g_clear_pointer (&row->reason, g_free);
  g_free (row->after);
  row->after = g_strdup ("全部评完后可见");
}

static YsJournalEntry *
take_row (YsJournalRow *row)
{
  YsJournalEntry *entry = g_new0 (YsJournalEntry, 1);

  entry->number = row->number;
  entry->at = row->at;
  entry->task = row->task;
  entry->person = g_steal_pointer (&row->person);
  entry->role = g_steal_pointer (&row->role);
  entry->action = g_steal_pointer (&row->action);
  entry->subject = g_steal_pointer (&row->subject);
  entry->before = g_steal_pointer (&row->before);
  entry->after = g_steal_pointer (&row->after);
  entry->reason = g_steal_pointer (&row->reason);
  entry->hash = g_steal_pointer (&row->hash);
  return entry;
}

static gboolean
read_journal (YsConnection *connection, gpointer data, GError **error)
{
  JournalReading *reading = data;
  guint64 before = reading->before;

  while (reading->entries->len < reading->limit)
    {
      g_autoptr (GPtrArray) rows = ys_journal_list (connection, before, 500, error);

      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len && reading->entries->len < reading->limit; i++)
        {
          YsJournalRow *row = g_ptr_array_index (rows, i);
          before = row->number;
          veil_score (reading, row);
          if (matches (row, reading->filter))
            g_ptr_array_add (reading->entries, take_row (row));
        }
      if (rows->len < 500)
        return TRUE;
    }
  return TRUE;
}

GPtrArray *
ys_workspace_dup_journal (YsWorkspace *self, guint64 before, guint limit, const char *filter, GError **error)
{
  g_autofree char *folded = filter != NULL && filter[0] != '\0' ? ys_text_fold (filter) : NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_journal_entry_free);
  g_autofree char *person = ys_workspace_dup_person (self);
  g_autoptr (GHashTable) seen = self->office == YS_OFFICE_CITY ? ys_workspace_dup_seen_points (self) : NULL;
  JournalReading reading = { before, limit, person, seen, folded, entries };

  if (!ys_store_call (self->store, read_journal, &reading, error))
    return NULL;
  return g_steal_pointer (&entries);
}

/* ---- verification ---- */

static gboolean
verify_documents (YsConnection *connection, gpointer data, GError **error)
{
  return ys_documents_verify (connection, data, error);
}

static void
add_vault_faults (YsFaults *faults, GPtrArray *digests, const char *message)
{
  for (guint i = 0; i < digests->len; i++)
    {
      g_autofree char *path = ys_vault_get_relative_path (g_ptr_array_index (digests, i));
      ys_faults_add (faults, YS_ERROR_STORE_DAMAGED, path, 0, NULL, "%s", message);
    }
}

static gboolean
verify_vault (YsWorkspace *self, YsFaults *faults, YsProgressFunc progress, gpointer data, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YsVaultReport) report = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->evidence->len; i++)
    g_ptr_array_add (known, g_strdup (((YsEvidenceRow *) g_ptr_array_index (self->evidence, i))->digest));
  g_mutex_unlock (&self->lock);
  g_ptr_array_add (known, NULL);
  report = ys_vault_check_all (self->vault, (const char *const *) known->pdata, progress, data, cancellable, error);
  if (report == NULL)
    return FALSE;
  add_vault_faults (faults, report->missing, _("This evidence file is missing"));
  add_vault_faults (faults, report->changed, _("This evidence file was changed after it was attached"));
  add_vault_faults (faults, report->unreadable, _("This evidence file can't be read"));
  return TRUE;
}

/* Every kept bag must still be the one that the register names. */
static gboolean
verify_packages (YsWorkspace *self, YsFaults *faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (self);

  for (guint i = 0; i < packages->len; i++)
    {
      const YsPackageInfo *info = g_ptr_array_index (packages, i);
      g_autofree char *path = g_build_filename (self->folder, "packages", info->name, NULL);
      g_autofree char *shown = g_build_filename ("packages", info->name, NULL);
      g_autoptr (GError) local = NULL;
      g_autoptr (YsPackageReading) reading = ys_package_read (path, NULL, NULL, cancellable, &local);

      if (g_error_matches (local, YS_ERROR, YS_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (reading == NULL)
        ys_faults_add (faults, local->code, shown, 0, NULL, "%s", local->message);
      else if (!ys_package_reading_is_sound (reading)
               || g_strcmp0 (ys_package_reading_get_digest (reading), info->digest) != 0)
        ys_faults_add (faults, YS_ERROR_STORE_DAMAGED, shown, 0, NULL, _("This package was changed after it was kept"));
    }
  return TRUE;
}

gboolean
ys_workspace_verify (YsWorkspace *self, YsFaults *faults, YsProgressFunc progress, gpointer data,
                     GCancellable *cancellable, GError **error)
{
  if (!ys_store_verify_database (self->store, faults, error)
      || !ys_store_verify_journal (self->store, faults, error)
      || !ys_store_call (self->store, verify_documents, faults, error)
      || !verify_vault (self, faults, progress, data, cancellable, error)
      || !verify_packages (self, faults, cancellable, error))
    return FALSE;
  return ys_faults_get_n (faults) == 0;
}
