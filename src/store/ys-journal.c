/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal: append-only, each entry bound to the one before by SHA-256.
 * The fields are length-prefixed, so no two different entries have the same bytes. */
#include "ys-store-private.h"
#include "ys-date.h"
#include "ys-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define JOURNAL_TAG "yanshou-journal-1"
#define NO_HASH "0000000000000000000000000000000000000000000000000000000000000000"

static void
hash_bytes (YsDigest *digest, const void *data, guint64 length)
{
  guint8 prefix[8];

  for (int i = 0; i < 8; i++)
    prefix[i] = (guint8) (length >> (56 - 8 * i));
  ys_digest_update (digest, prefix, sizeof prefix);
  ys_digest_update (digest, data, length);
}

static void
hash_text (YsDigest *digest, const char *text)
{
  /* a missing text differs from an empty one */
  hash_bytes (digest, text != NULL ? "1" : "0", 1);
  hash_bytes (digest, text != NULL ? text : "", text != NULL ? strlen (text) : 0);
}

static void
hash_number (YsDigest *digest, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  hash_bytes (digest, text, strlen (text));
}

char *
ys_journal_hash (const char *previous, guint64 number, gint64 at, const char *person, const char *role,
                 const char *action, const char *subject, guint task, const char *before, const char *after,
                 const char *reason)
{
  g_autoptr (YsDigest) digest = ys_digest_new ();
  const char *const texts[] = { person, role, action, subject };
  const char *const more[] = { before, after, reason };

  ys_digest_update (digest, JOURNAL_TAG, strlen (JOURNAL_TAG));
  hash_text (digest, previous);
  hash_number (digest, (gint64) number);
  hash_number (digest, at);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    hash_text (digest, texts[i]);
  hash_number (digest, task);
  for (gsize i = 0; i < G_N_ELEMENTS (more); i++)
    hash_text (digest, more[i]);
  return ys_digest_finish (digest);
}

static gboolean
read_head (YsConnection *connection, guint64 *number, char **hash, GError **error)
{
  sqlite3_stmt *statement = ys_connection_query (connection, error, "journal-head", "");
  g_autoptr (GError) local = NULL;

  *number = 0;
  if (statement == NULL)
    return FALSE;
  if (ys_connection_step (connection, statement, &local))
    {
      *number = (guint64) sqlite3_column_int64 (statement, 0);
      *hash = ys_column_dup_text (statement, 1);
      ys_connection_done (statement);
    }
  else
    *hash = g_strdup (NO_HASH);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return error == NULL || *error == NULL;
}

gboolean
ys_journal_add (YsConnection *connection, const YsJournalRecord *record, GError **error)
{
  guint64 number;
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  gint64 at = ys_clock_now ();

  if (!read_head (connection, &number, &previous, error))
    return FALSE;
  number++;
  hash = ys_journal_hash (previous, number, at, record->person, record->role, record->action, record->subject,
                          record->task, record->before, record->after, record->reason);
  return ys_connection_run (connection, error, "journal-add", "iissssisssss", (gint64) number, at, record->person,
                            record->role, record->action, record->subject, (gint64) record->task, record->before,
                            record->after, record->reason, previous, hash);
}

typedef struct {
  guint64 number;
  char *hash;
} Head;

static gboolean
get_head (YsConnection *connection, gpointer data, GError **error)
{
  Head *head = data;

  return read_head (connection, &head->number, &head->hash, error);
}

gboolean
ys_store_get_journal_head (YsStore *self, guint64 *number, char **hash, GError **error)
{
  Head head = { 0, NULL };

  if (!ys_store_call (self, get_head, &head, error))
    {
      g_free (head.hash);
      return FALSE;
    }
  if (number != NULL)
    *number = head.number;
  if (hash != NULL)
    *hash = head.hash;
  else
    g_free (head.hash);
  return TRUE;
}

static const char *
text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

static gboolean
verify_chain (YsConnection *connection, gpointer data, GError **error)
{
  YsFaults *faults = data;
  sqlite3_stmt *row = ys_connection_query (connection, error, "journal-all", "");
  g_autofree char *previous = g_strdup (NO_HASH);
  guint64 expected = 1;
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return FALSE;
  for (; ys_connection_step (connection, row, &local); expected++)
    {
      guint64 number = (guint64) sqlite3_column_int64 (row, 0);
      g_autofree char *hash = ys_journal_hash (text (row, 10), number, sqlite3_column_int64 (row, 1), text (row, 2),
                                               text (row, 3), text (row, 4), text (row, 5),
                                               (guint) sqlite3_column_int64 (row, 6), text (row, 7), text (row, 8),
                                               text (row, 9));
      g_autofree char *where = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

      if (number != expected)
        {
          ys_faults_add (faults, YS_ERROR_STORE_DAMAGED, "workspace.db", 0, where,
                         _("The journal lacks an entry before this number"));
          expected = number;
        }
      if (g_strcmp0 (text (row, 10), previous) != 0 || g_strcmp0 (text (row, 11), hash) != 0)
        ys_faults_add (faults, YS_ERROR_STORE_DAMAGED, "workspace.db", 0, where,
                       _("This journal entry was changed after it was written"));
      g_free (previous);
      previous = g_strdup (text (row, 11));
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
ys_store_verify_journal (YsStore *self, YsFaults *faults, GError **error)
{
  return ys_store_call (self, verify_chain, faults, error);
}
