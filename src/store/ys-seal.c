/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals: a digest of each table's rows, renewed in the transaction that changes them, so that any byte changed outside
 * is found. Tables that grow large are sealed in parts, so that a change costs no more than what it touches. */
#include "ys-store-private.h"
#include "ys-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEALED_FROM_VERSION 3

/* Tables sealed in parts: the column (their first, of the primary key) that says to which part a row belongs. */
static const struct {
  const char *table, *column;
} divided[] = { { "page_text", "digest" }, { "received_document", "package" } };

static const char *
find_part_column (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (divided); i++)
    if (strcmp (divided[i].table, table) == 0)
      return divided[i].column;
  return NULL;
}

static void
append_number (GByteArray *bytes, guint64 number)
{
  guint64 ordered = GUINT64_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &ordered, sizeof ordered);
}

/* A column as type and number, or type, length and bytes: no two different rows look alike. */
static void
append_column (GByteArray *bytes, sqlite3_stmt *row, int column)
{
  const guint8 type = (guint8) sqlite3_column_type (row, column);
  const void *data;
  int length;

  g_byte_array_append (bytes, &type, 1);
  if (type == SQLITE_INTEGER)
    append_number (bytes, (guint64) sqlite3_column_int64 (row, column));
  if (type == SQLITE_INTEGER || type == SQLITE_NULL)
    return;
  data = type == SQLITE_BLOB ? sqlite3_column_blob (row, column) : (const void *) sqlite3_column_text (row, column);
  length = sqlite3_column_bytes (row, column);
  append_number (bytes, (guint64) length);
  if (length > 0)
    g_byte_array_append (bytes, data, (guint) length);
}

/* Hashed in large pieces: a call for each column would take longer than all the rest. */
#define PIECE 65536

/* Where tables lie differs between a store and its copy, what they are does not. */
#define SCHEMA "sqlite_schema"
#define SELECT_SCHEMA "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"

/* The rows of @table in the order of their key. The name comes from our own schema, and is quoted all the same. Free
 * with sqlite3_free(). */
static char *
select_rows (const char *table, const char *column)
{
  if (strcmp (table, SCHEMA) == 0)
    return sqlite3_mprintf ("%s", SELECT_SCHEMA);
  if (column != NULL)
    return sqlite3_mprintf ("SELECT * FROM \"%w\" NOT INDEXED WHERE \"%w\" = ?1", table, column);
  return sqlite3_mprintf ("SELECT * FROM \"%w\" NOT INDEXED", table);
}

/* Digest of the rows of @table (of @part, where it is divided); NULL without @error where there are none. */
static char *
digest_rows (YsConnection *connection, const char *table, const char *part, GError **error)
{
  const char *column = find_part_column (table);
  char *sql = select_rows (table, column);
  g_autoptr (YsDigest) digest = ys_digest_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (PIECE);
  sqlite3_stmt *row = NULL;
  gboolean any = FALSE;
  int result = sqlite3_prepare_v2 (ys_connection_get_handle (connection), sql, -1, &row, NULL);

  sqlite3_free (sql);
  if (result == SQLITE_OK && column != NULL)
    sqlite3_bind_text (row, 1, part, -1, SQLITE_TRANSIENT);
  while (result == SQLITE_OK && (result = sqlite3_step (row)) == SQLITE_ROW)
    {
      any = TRUE;
      for (int i = 0; i < sqlite3_column_count (row); i++)
        append_column (bytes, row, i);
      if (bytes->len >= PIECE)
        {
          ys_digest_update (digest, bytes->data, bytes->len);
          g_byte_array_set_size (bytes, 0);
        }
      result = SQLITE_OK;
    }
  ys_digest_update (digest, bytes->data, bytes->len);
  if (result != SQLITE_DONE)
    ys_connection_set_error (connection, error, _("Checking the store"));
  sqlite3_finalize (row);
  return result == SQLITE_DONE && any ? ys_digest_finish (digest) : NULL;
}

/* The journal is sealed by its head: the chain does not see when its end is cut off. */
static char *
digest_journal (YsConnection *connection, GError **error)
{
  sqlite3_stmt *head = ys_connection_query (connection, error, "journal-head", "");
  char *digest = NULL;

  if (head != NULL && ys_connection_step (connection, head, error))
    {
      digest = ys_column_dup_text (head, 1);
      ys_connection_done (head);
    }
  return digest;
}

static char *
digest_part (YsConnection *connection, const char *table, const char *part, GError **error)
{
  return strcmp (table, "journal") == 0 ? digest_journal (connection, error)
                                        : digest_rows (connection, table, part, error);
}

static gboolean
seal_part (YsConnection *connection, const char *table, const char *part, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *digest = digest_part (connection, table, part, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return digest != NULL ? ys_connection_run (connection, error, "seal-set", "sss", table, part, digest)
                        : ys_connection_run (connection, error, "seal-delete", "ss", table, part);
}

/* ---- what there is to seal ---- */

static void
add_part (GHashTable *parts, const char *table, const char *part)
{
  g_hash_table_add (parts, g_strdup_printf ("%s\t%s", table, part));
}

static GHashTable *
new_parts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
add_parts_of_column (YsConnection *connection, GHashTable *parts, const char *table, const char *column, GError **error)
{
  char *sql = sqlite3_mprintf ("SELECT DISTINCT \"%w\" FROM \"%w\"", column, table);
  sqlite3_stmt *row = NULL;
  int result = sqlite3_prepare_v2 (ys_connection_get_handle (connection), sql, -1, &row, NULL);

  sqlite3_free (sql);
  while (result == SQLITE_OK && (result = sqlite3_step (row)) == SQLITE_ROW)
    {
      add_part (parts, table, (const char *) sqlite3_column_text (row, 0));
      result = SQLITE_OK;
    }
  if (result != SQLITE_DONE)
    ys_connection_set_error (connection, error, _("Checking the store"));
  sqlite3_finalize (row);
  return result == SQLITE_DONE;
}

/* All parts of all tables; with @small only of those that are not divided. */
static GHashTable *
list_parts (YsConnection *connection, gboolean small, GError **error)
{
  g_autoptr (GHashTable) parts = new_parts ();
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *row = ys_connection_query (connection, error, "seal-tables", "");
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return NULL;
  while (ys_connection_step (connection, row, &local))
    g_ptr_array_add (tables, ys_column_dup_text (row, 0));
  add_part (parts, "journal", "");
  add_part (parts, SCHEMA, "");
  for (guint i = 0; local == NULL && i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      const char *column = find_part_column (table);
      if (column == NULL)
        add_part (parts, table, "");
      else if (!small)
        add_parts_of_column (connection, parts, table, column, &local);
    }
  if (local == NULL)
    return g_steal_pointer (&parts);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
seal_parts (YsConnection *connection, GHashTable *parts, GError **error)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_auto (GStrv) words = g_strsplit (name, "\t", 2);
      if (!seal_part (connection, words[0], words[1], error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_seal_all (YsConnection *connection, GError **error)
{
  g_autoptr (GHashTable) parts = list_parts (connection, FALSE, error);

  return parts != NULL && seal_parts (connection, parts, error);
}

/* ---- what a change touched ---- */

sqlite3_session *
ys_seal_begin (YsConnection *connection)
{
  sqlite3_session *session = NULL;

  if (sqlite3session_create (ys_connection_get_handle (connection), "main", &session) != SQLITE_OK
      || sqlite3session_attach (session, NULL) != SQLITE_OK)
    {
      sqlite3session_delete (session);
      return NULL;
    }
  return session;
}

/* The part of a divided table that the row under @changes belongs to: its first column, old or new. */
static void
add_touched (GHashTable *parts, sqlite3_changeset_iter *changes)
{
  const char *table = NULL;
  sqlite3_value *value = NULL;
  int columns, operation;

  sqlite3changeset_op (changes, &table, &columns, &operation, NULL);
  if (strcmp (table, "seal") == 0)
    return;
  if (find_part_column (table) == NULL)
    {
      add_part (parts, table, "");
      return;
    }
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (changes, 0, &value);
  else
    sqlite3changeset_old (changes, 0, &value);
  add_part (parts, table, (const char *) sqlite3_value_text (value));
}

gboolean
ys_seal_end (YsConnection *connection, sqlite3_session *session, GError **error)
{
  g_autoptr (GHashTable) parts = new_parts ();
  sqlite3_changeset_iter *changes = NULL;
  void *changeset = NULL;
  int size = 0;
  int result = session != NULL ? sqlite3session_changeset (session, &size, &changeset) : SQLITE_NOMEM;

  if (result == SQLITE_OK && size > 0 && (result = sqlite3changeset_start (&changes, size, changeset)) == SQLITE_OK)
    {
      while (sqlite3changeset_next (changes) == SQLITE_ROW)
        add_touched (parts, changes);
      result = sqlite3changeset_finalize (changes);
    }
  sqlite3_free (changeset);
  if (result != SQLITE_OK)
    {
      ys_connection_set_error (connection, error, _("Sealing the change"));
      return FALSE;
    }
  return seal_parts (connection, parts, error);
}

/* ---- checking ---- */

static gboolean
check_part (YsConnection *connection, const char *table, const char *part, const char *stated, YsFaults *faults,
            GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *digest = digest_part (connection, table, part, &local);
  g_autofree char *where = part[0] != '\0' ? g_strdup_printf ("%s %s", table, part) : g_strdup (table);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (g_strcmp0 (digest, stated) != 0)
    ys_faults_add (faults, YS_ERROR_STORE_DAMAGED, "workspace.db", 0, where,
                   _("What is recorded here is no longer what was last saved"));
  return TRUE;
}

/* Checks what is sealed, and takes it out of @parts; then what is left there is not sealed. */
static gboolean
check_sealed (YsConnection *connection, GHashTable *parts, GPtrArray *seals, gboolean small, YsFaults *faults,
              GError **error)
{
  for (guint i = 0; i < seals->len; i++)
    {
      char **words = g_ptr_array_index (seals, i);
      g_autofree char *name = g_strdup_printf ("%s\t%s", words[0], words[1]);

      g_hash_table_remove (parts, name);
      if (small && find_part_column (words[0]) != NULL)
        continue;
      if (!check_part (connection, words[0], words[1], words[2], faults, error))
        return FALSE;
    }
  return TRUE;
}

/* Of char *[4]: name, part, digest. */
static GPtrArray *
list_seals (YsConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) seals = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  sqlite3_stmt *row = ys_connection_query (connection, error, "seal-list", "");
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return NULL;
  while (ys_connection_step (connection, row, &local))
    {
      char **words = g_new0 (char *, 4);
      for (int i = 0; i < 3; i++)
        words[i] = ys_column_dup_text (row, i);
      g_ptr_array_add (seals, words);
    }
  if (local == NULL)
    return g_steal_pointer (&seals);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

char *
ys_seal_dup_digest (YsConnection *connection)
{
  g_autoptr (GPtrArray) seals = list_seals (connection, NULL);
  g_autoptr (YsDigest) digest = ys_digest_new ();

  if (seals == NULL)
    return NULL;
  for (guint i = 0; i < seals->len; i++)
    {
      g_autofree char *line = g_strjoinv ("\t", g_ptr_array_index (seals, i));
      ys_digest_update (digest, line, strlen (line) + 1);
    }
  return ys_digest_finish (digest);
}

gboolean
ys_seal_check (YsConnection *connection, gboolean small, YsFaults *faults, GError **error)
{
  g_autoptr (GHashTable) parts = NULL;
  g_autoptr (GPtrArray) seals = NULL;
  GHashTableIter iter;
  gpointer name;

  if (ys_connection_get_version (connection) < SEALED_FROM_VERSION)
    return TRUE;
  parts = list_parts (connection, small, error);
  seals = parts != NULL ? list_seals (connection, error) : NULL;
  if (seals == NULL)
    return FALSE;
  if (!check_sealed (connection, parts, seals, small, faults, error))
    return FALSE;
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_auto (GStrv) words = g_strsplit (name, "\t", 2);
      if (!check_part (connection, words[0], words[1], NULL, faults, error))
        return FALSE;
    }
  return TRUE;
}
