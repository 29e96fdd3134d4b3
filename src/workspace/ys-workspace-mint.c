/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minting packages: numbers, predecessors, journal and plan documents that go into every kind alike.
 * The file is written and verified before the change that settles it; if that fails the file goes again. */
#include "ys-workspace-mint.h"
#include "ys-facts-xml.h"
#include "ys-id.h"
#include "ys-package-journal.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

void
ys_minting_clear (YsMinting *self)
{
  g_clear_pointer (&self->writer, ys_package_writer_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->digest, g_free);
}

/* The newest package of this kind that went to @to in this round; with the lock held. */
static const YsPackageRow *
find_previous (YsWorkspace *workspace, const char *round, const char *kind, const char *to)
{
  for (guint i = 0; i < workspace->packages->len; i++)
    {
      const YsPackageRow *row = g_ptr_array_index (workspace->packages, i);
      if (!row->incoming && g_strcmp0 (row->kind, kind) == 0 && g_strcmp0 (row->receiver, to) == 0
          && g_strcmp0 (row->round, round) == 0)
        return row;
    }
  return NULL;
}

/* A newer one of these says the same thing anew; the others each say something of their own. */
static gboolean
gives_way (YsPackageKind kind)
{
  return kind == YS_PACKAGE_SUBMISSION || kind == YS_PACKAGE_PLAN;
}

gboolean
ys_minting_begin (YsMinting *self, YsWorkspace *workspace, YsPackageKind kind, const char *to, guint revision,
                  GError **error)
{
  return ys_minting_begin_in_round (self, workspace, workspace->assessment, kind, to, revision, error);
}

gboolean
ys_minting_begin_in_round (YsMinting *self, YsWorkspace *workspace, const YsAssessment *round, YsPackageKind kind,
                           const char *to, guint revision, GError **error)
{
  const YsUnitInfo *receiver = ys_assessment_get_unit (round, to);
  YsPackageFacts *facts;

  if (receiver == NULL)
    {
      ys_set_error (error, YS_ERROR_UNKNOWN_REFERENCE, to, _("The round names no unit %s"), to);
      return FALSE;
    }
  facts = ys_package_facts_new ();
  facts->id = ys_id_new ();
  facts->kind = kind;
  facts->year = (guint) ys_date_get_year (round->last);
  facts->revision = revision;
  facts->time = ys_clock_now () / G_USEC_PER_SEC * G_USEC_PER_SEC;
  facts->person = ys_workspace_dup_person (workspace);
  facts->from = g_strdup (workspace->unit);
  facts->from_name = g_strdup (workspace->unit_name);
  facts->to = g_strdup (to);
  facts->to_name = g_strdup (receiver->name);
  facts->round = g_strdup (round->id);
  facts->round_title = g_strdup (round->title);
  g_mutex_lock (&workspace->lock);
  const YsPackageRow *previous = find_previous (workspace, round->id, ys_package_kind_nick (kind), to);
  facts->number = kind == YS_PACKAGE_SUBMISSION ? revision : previous != NULL ? previous->number + 1 : 1;
  if (previous != NULL)
    {
      facts->previous = g_strdup (previous->digest);
      if (gives_way (kind))
        facts->replaces = g_strdup (previous->id);
    }
  g_mutex_unlock (&workspace->lock);
  self->facts = facts;
  self->writer = ys_package_writer_new (facts);
  return ys_store_get_journal_head (workspace->store, &facts->journal_number, &facts->journal_digest, error);
}

gboolean
ys_minting_add (YsMinting *self, const char *stem, GBytes *document)
{
  if (document == NULL)
    return FALSE;
  ys_package_writer_add_document (self->writer, stem, document);
  g_bytes_unref (document);
  return TRUE;
}

typedef struct {
  YsMinting *minting;
  const YsAssessment *effective; /* NULL: as it was issued */
} PlanReading;

static gboolean
add_plan (YsConnection *connection, gpointer data, GError **error)
{
  PlanReading *reading = data;
  YsMinting *minting = reading->minting;

  return ys_minting_add (minting, "catalogue", ys_plan_get (connection, "catalogue", error))
         && ys_minting_add (minting, "standard", ys_plan_get (connection, "standard", error))
         && ys_minting_add (minting, "assessment", reading->effective != NULL
                                                     ? ys_assessment_write_xml (reading->effective, error)
                                                     : ys_plan_get (connection, "assessment", error));
}

gboolean
ys_minting_add_plan (YsMinting *self, YsWorkspace *workspace, GError **error)
{
  g_autoptr (YsAssessment) effective = NULL;
  PlanReading reading = { .minting = self };

  g_mutex_lock (&workspace->lock);
  if (workspace->office == YS_OFFICE_CITY && workspace->effective != NULL)
    effective = ys_assessment_ref (workspace->effective);
  g_mutex_unlock (&workspace->lock);
  reading.effective = effective;
  return ys_store_call (workspace->store, add_plan, &reading, error);
}

/* ---- journal ---- */

typedef struct {
  guint64 after;
  YsPackageJournal *journal;
} JournalCopy;

static char *
digest_of_text (const char *text)
{
  return text != NULL ? ys_digest_of_bytes (text, strlen (text)) : NULL;
}

static void
copy_row (YsPackageJournal *journal, const YsJournalRow *row)
{
  YsPackageJournalEntry *entry = ys_package_journal_add (journal);

  entry->number = row->number;
  entry->time = row->at / G_USEC_PER_SEC * G_USEC_PER_SEC;
  entry->person = g_strdup (row->person);
  entry->role = g_strdup (row->role);
  entry->action = g_strdup (row->action);
  entry->subject = g_strdup (row->subject);
  entry->task = row->task;
  entry->before = digest_of_text (row->before);
  entry->after = digest_of_text (row->after);
  entry->reason = g_strdup (row->reason);
  entry->digest = g_strdup (row->hash);
}

static gboolean
copy_journal (YsConnection *connection, gpointer data, GError **error)
{
  JournalCopy *copy = data;
  g_autoptr (GPtrArray) rows = ys_journal_list (connection, 0, G_MAXINT, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = rows->len; i > 0; i--) /* newest first in the store, oldest first in the document */
    {
      const YsJournalRow *row = g_ptr_array_index (rows, i - 1);
      if (row->number > copy->after)
        copy_row (copy->journal, row);
    }
  if (rows->len > 0)
    {
      const YsJournalRow *head = g_ptr_array_index (rows, 0);
      copy->journal->number = head->number;
      copy->journal->digest = g_strdup (head->hash);
    }
  return TRUE;
}

gboolean
ys_minting_add_journal (YsMinting *self, YsWorkspace *workspace, guint64 after, GError **error)
{
  JournalCopy copy = { after, ys_package_journal_new () };
  gboolean done = ys_store_call (workspace->store, copy_journal, &copy, error)
                  && ys_minting_add (self, "journal", ys_package_journal_to_xml (copy.journal, error));

  ys_package_journal_free (copy.journal);
  return done;
}

/* ---- evidence, writing ---- */

void
ys_minting_add_evidence (YsMinting *self, YsWorkspace *workspace, const YsEvidenceRow *row)
{
  g_autofree char *relative = ys_vault_get_relative_path (row->digest);
  g_autofree char *path = g_build_filename (workspace->folder, relative, NULL);

  ys_package_facts_add_evidence (self->facts, row->digest, row->title, row->number, row->original_name, row->pages,
                                 row->size);
  ys_package_writer_add_evidence (self->writer, row->digest, path);
}

gboolean
ys_minting_write (YsMinting *self, YsWorkspace *workspace, YsProgressFunc progress, gpointer data,
                  GCancellable *cancellable, GError **error)
{
  YsPackageOutputOptions options = { .progress = progress, .progress_data = data, .cancellable = cancellable };
  g_autofree char *folder = g_build_filename (workspace->folder, "packages", NULL);
  GStatBuf info;

  self->path = ys_package_writer_write (self->writer, folder, &options, &self->digest, error);
  if (self->path == NULL)
    return FALSE;
  if (g_stat (self->path, &info) == 0)
    self->size = (guint64) info.st_size;
  return TRUE;
}

gboolean
ys_minting_register (const YsMinting *self, YsConnection *connection, const char *state, GError **error)
{
  const YsPackageFacts *facts = self->facts;
  g_autofree char *name = g_path_get_basename (self->path);
  YsPackageRow row = { .id = facts->id, .kind = (char *) ys_package_kind_nick (facts->kind), .sender = facts->from,
                       .receiver = facts->to, .round = facts->round, .digest = self->digest, .name = name,
                       .state = (char *) state, .replaces = facts->replaces, .number = facts->number,
                       .revision = facts->revision, .size = self->size, .at = facts->time };

  return ys_package_add (connection, &row, error);
}

void
ys_minting_drop (YsMinting *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
}
