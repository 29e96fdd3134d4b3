/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of packages, the documents of received ones, and rows of the journal.
 * Received documents are kept as they came, beside their digest. */
#include "ys-repository-private.h"
#include "ys-id.h"

#include <glib/gi18n-lib.h>

void
ys_package_row_free (YsPackageRow *self)
{
  if (self == NULL)
    return;
  char *const texts[] = { self->id, self->kind, self->sender, self->receiver, self->round,
                          self->digest, self->name, self->state, self->replaces, self->reply };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (self);
}

static gpointer
read_package (sqlite3_stmt *row)
{
  YsPackageRow *package = g_new0 (YsPackageRow, 1);

  package->id = ys_column_dup_text (row, 0);
  package->sequence = (guint64) sqlite3_column_int64 (row, 1);
  package->kind = ys_column_dup_text (row, 2);
  package->incoming = sqlite3_column_int64 (row, 3) != 0;
  package->sender = ys_column_dup_text (row, 4);
  package->receiver = ys_column_dup_text (row, 5);
  package->round = ys_column_dup_text (row, 6);
  package->number = (guint) sqlite3_column_int64 (row, 7);
  package->revision = (guint) sqlite3_column_int64 (row, 8);
  package->digest = ys_column_dup_text (row, 9);
  package->name = ys_column_dup_text (row, 10);
  package->size = (guint64) sqlite3_column_int64 (row, 11);
  package->at = sqlite3_column_int64 (row, 12);
  package->state = ys_column_dup_text (row, 13);
  package->replaces = ys_column_dup_text (row, 14);
  package->reply = ys_column_dup_text (row, 15);
  return package;
}

GPtrArray *
ys_package_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "package-list", ""),
                                read_package, (GDestroyNotify) ys_package_row_free, error);
}

gboolean
ys_package_add (YsConnection *connection, const YsPackageRow *row, GError **error)
{
  return ys_connection_run (connection, error, "package-add", "ssisssiissiisss", row->id, row->kind,
                            (gint64) row->incoming, row->sender, row->receiver, row->round, (gint64) row->number,
                            (gint64) row->revision, row->digest, row->name, (gint64) row->size, row->at, row->state,
                            row->replaces, row->reply);
}

gboolean
ys_package_set_state (YsConnection *connection, const char *id, const char *state, const char *reply, GError **error)
{
  return ys_connection_run (connection, error, "package-set-state", "sss", id, state, reply);
}

GBytes *
ys_received_get (YsConnection *connection, const char *package, const char *stem, GError **error)
{
  sqlite3_stmt *row = ys_connection_query (connection, error, "received-get", "ss", package, stem);
  GBytes *content = NULL;

  if (row != NULL && ys_connection_step (connection, row, error))
    {
      content = ys_column_dup_bytes (row, 0);
      ys_connection_done (row);
    }
  return content;
}

gboolean
ys_received_set (YsConnection *connection, const char *package, const char *stem, GBytes *content, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (content, &size);
  g_autofree char *digest = ys_digest_of_bytes (data, size);

  return ys_connection_run (connection, error, "received-set", "sssb", package, stem, digest, data, size);
}

static void
check_document (sqlite3_stmt *row, int digest_column, const char *where, YsFaults *faults)
{
  g_autofree char *found = ys_digest_of_bytes (sqlite3_column_blob (row, digest_column + 1),
                                               (gsize) sqlite3_column_bytes (row, digest_column + 1));

  if (g_strcmp0 (found, (const char *) sqlite3_column_text (row, digest_column)) != 0)
    ys_faults_add (faults, YS_ERROR_STORE_DAMAGED, "workspace.db", 0, where,
                   _("A kept document was changed inside the store"));
}

gboolean
ys_documents_verify (YsConnection *connection, YsFaults *faults, GError **error)
{
  static const char *const kinds[] = { "catalogue", "standard", "assessment" };
  sqlite3_stmt *row = ys_connection_query (connection, error, "received-list", "");
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return FALSE;
  while (ys_connection_step (connection, row, &local))
    {
      g_autofree char *where = g_strdup_printf ("%s/%s.xml", (const char *) sqlite3_column_text (row, 0),
                                                (const char *) sqlite3_column_text (row, 1));
      check_document (row, 2, where, faults);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) plan = NULL;
      g_autoptr (GBytes) content = ys_plan_get (connection, kinds[i], &plan);
      if (content == NULL)
        ys_faults_add (faults, YS_ERROR_STORE_DAMAGED, "workspace.db", 0, kinds[i], "%s", plan->message);
    }
  return TRUE;
}

void
ys_journal_row_free (YsJournalRow *self)
{
  if (self == NULL)
    return;
  char *const texts[] = { self->person, self->role, self->action, self->subject, self->before,
                          self->after, self->reason, self->previous, self->hash };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (self);
}

static gpointer
read_journal (sqlite3_stmt *row)
{
  YsJournalRow *entry = g_new0 (YsJournalRow, 1);

  entry->number = (guint64) sqlite3_column_int64 (row, 0);
  entry->at = sqlite3_column_int64 (row, 1);
  entry->person = ys_column_dup_text (row, 2);
  entry->role = ys_column_dup_text (row, 3);
  entry->action = ys_column_dup_text (row, 4);
  entry->subject = ys_column_dup_text (row, 5);
  entry->task = (guint) sqlite3_column_int64 (row, 6);
  entry->before = ys_column_dup_text (row, 7);
  entry->after = ys_column_dup_text (row, 8);
  entry->reason = ys_column_dup_text (row, 9);
  entry->previous = ys_column_dup_text (row, 10);
  entry->hash = ys_column_dup_text (row, 11);
  return entry;
}

GPtrArray *
ys_journal_list (YsConnection *connection, guint64 before, guint limit, GError **error)
{
  gint64 end = before == 0 || before > G_MAXINT64 ? G_MAXINT64 : (gint64) before;

  return ys_repository_collect (connection,
                                ys_connection_query (connection, error, "journal-list", "ii", end, (gint64) limit),
                                read_journal, (GDestroyNotify) ys_journal_row_free, error);
}
