/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes: one transaction each, with journal entry and changeset, and the guard against a file replaced under us.
 * A full disk releases the ballast once, so that one can still save, delete and export. */
#include "ys-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define UNDO_STEPS_KEPT ((gint64) 500)

/* The tables whose changes can be undone; never journal, drafts, search text, states or packages. */
static const char *const undoable_tables[] = { "entry", "citation", "occurrence", "occurrence_tick", "record", "score",
                                               "verdict", "decision", "claim", "chosen", "city_citation",
                                               "second_look", "extension", "named_bound", "opinion", "opinion_answer",
                                               "conclusion", "finding", "statement_citation" };

void
ys_store_remember_file (YsStore *self)
{
  if (stat (self->path, &self->last_seen) != 0)
    memset (&self->last_seen, 0, sizeof self->last_seen);
}

/* The journal number of the file that now lies in our place, for the message; "?" where it can't be read. Full.
 * Read without SQLite's locks: where the copy was written into our own file, this process holds them itself. */
static char *
foreign_journal_number (const char *path)
{
  sqlite3 *other = NULL;
  sqlite3_stmt *statement = NULL;
  char *number = NULL;

  if (sqlite3_open_v2 (path, &other, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW, "unix-none") == SQLITE_OK
      && sqlite3_prepare_v2 (other, "SELECT max (number) FROM journal", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    number = ys_column_dup_text (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (other);
  return number != NULL ? number : g_strdup ("?");
}

gboolean
ys_store_check_file (YsStore *self, GError **error)
{
  struct stat now;
  gboolean same = !self->changed_outside && stat (self->path, &now) == 0 && now.st_dev == self->last_seen.st_dev
                  && now.st_ino == self->last_seen.st_ino && now.st_size == self->last_seen.st_size
                  && now.st_mtim.tv_sec == self->last_seen.st_mtim.tv_sec
                  && now.st_mtim.tv_nsec == self->last_seen.st_mtim.tv_nsec;
  sqlite3_stmt *head;
  gint64 ours = 0;

  if (same)
    return TRUE;
  self->changed_outside = TRUE;
  head = ys_connection_query (self->connection, NULL, "journal-head", "");
  if (head != NULL && ys_connection_step (self->connection, head, NULL))
    ours = sqlite3_column_int64 (head, 0);
  if (head != NULL)
    ys_connection_done (head);
  g_autofree char *number_here = g_strdup_printf ("%" G_GINT64_FORMAT, ours);
  g_autofree char *number_there = foreign_journal_number (self->path);
  ys_set_error (error, YS_ERROR_STORE_CHANGED, self->path,
                _("The file of this workspace was replaced from outside while it was open here (journal number here %s, "
                  "there %s); nothing more is written"),
                number_here, number_there);
  return FALSE;
}

typedef struct {
  YsStore *store;
  const YsJournalRecord *record; /* NULL: no journal entry */
  YsStoreFunc func;
  gpointer data;
} Change;

static sqlite3_session *
begin_session (YsConnection *connection)
{
  sqlite3_session *session = NULL;

  if (sqlite3session_create (ys_connection_get_handle (connection), "main", &session) != SQLITE_OK)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (undoable_tables); i++)
    sqlite3session_attach (session, undoable_tables[i]);
  return session;
}

static gboolean
keep_changeset (YsConnection *connection, sqlite3_session *session, const YsJournalRecord *record, GError **error)
{
  int size = 0;
  void *changeset = NULL;
  gboolean kept = TRUE;

  if (sqlite3session_changeset (session, &size, &changeset) != SQLITE_OK)
    {
      ys_connection_set_error (connection, error, _("Keeping the change for undo"));
      return FALSE;
    }
  if (size > 0)
    kept = ys_connection_run (connection, error, "undo-forget-undone", "")
           && ys_connection_run (connection, error, "undo-add", "sisbs", record->undo_label, (gint64) record->task,
                                 record->undo_key, changeset, (gsize) size, record->person)
           && ys_connection_run (connection, error, "undo-forget-old", "i", UNDO_STEPS_KEPT);
  sqlite3_free (changeset);
  return kept;
}

static gboolean
run_transaction (YsConnection *connection, Change *change, GError **error)
{
  sqlite3_session *session = NULL;
  sqlite3_session *touched;
  gboolean done;

  if (!ys_connection_exec (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  touched = ys_seal_begin (connection);
  if (change->record != NULL && change->record->undo_label != NULL)
    session = begin_session (connection);
  done = change->func == NULL || change->func (connection, change->data, error);
  if (done && session != NULL)
    done = keep_changeset (connection, session, change->record, error);
  if (session != NULL)
    sqlite3session_delete (session);
  done = done && (change->record == NULL || ys_journal_add (connection, change->record, error))
         && ys_seal_end (connection, touched, error);
  sqlite3session_delete (touched);
  done = done && ys_connection_exec (connection, "COMMIT", error);
  if (!done)
    sqlite3_exec (ys_connection_get_handle (connection), "ROLLBACK", NULL, NULL, NULL);
  return done;
}

static gboolean
release_ballast (YsStore *self)
{
  g_autofree char *path = g_build_filename (self->folder, "ballast", NULL);

  return g_unlink (path) == 0;
}

static gboolean
change_on_thread (YsConnection *connection, gpointer data, GError **error)
{
  Change *change = data;
  YsStore *self = change->store;
  g_autoptr (GError) local = NULL;
  gboolean done;

  if (self->read_only)
    {
      ys_set_error (error, YS_ERROR_READ_ONLY, self->folder, _("This workspace is open for reading only"));
      return FALSE;
    }
  if (!ys_store_check_file (self, error))
    return FALSE;
  done = run_transaction (connection, change, &local);
  if (!done && g_error_matches (local, YS_ERROR, YS_ERROR_NO_SPACE) && release_ballast (self))
    {
      g_clear_error (&local);
      done = run_transaction (connection, change, &local);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  ys_store_remember_file (self);
  return done;
}

gboolean
ys_store_change (YsStore *self, const YsJournalRecord *record, YsStoreFunc func, gpointer data, GError **error)
{
  Change change = { self, record, func, data };

  return ys_store_call (self, change_on_thread, &change, error);
}

gboolean
ys_store_write (YsStore *self, YsStoreFunc func, gpointer data, GError **error)
{
  return ys_store_change (self, NULL, func, data, error);
}

void
ys_store_make_ballast (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "ballast", NULL);
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);

  if (fd < 0)
    return;
  /* posix_fallocate really takes the blocks; a hole would be no ballast */
  if (posix_fallocate (fd, 0, YS_BALLAST_SIZE) != 0)
    g_unlink (path);
  close (fd);
}
