/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Occurrences with their ticks, and records. */
#include "ys-repository-private.h"
#include "ys-facts-parts.h"

void
ys_occurrence_row_free (YsOccurrenceRow *self)
{
  if (self == NULL)
    return;
  ys_occurrence_free (self->occurrence);
  g_free (self->declared_by);
  g_free (self->answer);
  g_free (self);
}

static gpointer
read_occurrence (sqlite3_stmt *row)
{
  YsOccurrenceRow *result = g_new0 (YsOccurrenceRow, 1);
  YsOccurrence *occurrence = ys_occurrence_new ();

  occurrence->id = ys_column_dup_text (row, 0);
  occurrence->unit = ys_column_dup_text (row, 1);
  occurrence->title = ys_column_dup_text (row, 2);
  occurrence->summary = ys_column_dup_text (row, 3);
  occurrence->date = ys_date_from_column (row, 4);
  occurrence->count = sqlite3_column_int64 (row, 5);
  occurrence->has_deaths = sqlite3_column_type (row, 6) != SQLITE_NULL;
  occurrence->deaths = sqlite3_column_int64 (row, 6);
  ys_verification_from_nick ((const char *) sqlite3_column_text (row, 7), &occurrence->state);
  occurrence->factors = ys_column_dup_words (row, 8);
  occurrence->merged_into = ys_column_dup_text (row, 9);
  occurrence->also = ys_column_dup_words (row, 10);
  result->occurrence = occurrence;
  result->declared_by = ys_column_dup_text (row, 11);
  result->answer = ys_column_dup_text (row, 12);
  return result;
}

static gboolean
add_ticks (YsConnection *connection, GPtrArray *rows, GError **error)
{
  sqlite3_stmt *row = ys_connection_query (connection, error, "tick-list", "");
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      YsOccurrenceRow *occurrence = g_ptr_array_index (rows, i);
      g_hash_table_insert (by_id, occurrence->occurrence->id, occurrence->occurrence);
    }
  while (ys_connection_step (connection, row, &local))
    {
      YsOccurrence *occurrence = g_hash_table_lookup (by_id, sqlite3_column_text (row, 0));
      YsTick *tick;

      if (occurrence == NULL)
        continue;
      tick = ys_tick_new ();
      tick->item = ys_column_dup_text (row, 1);
      tick->severity = ys_column_dup_text (row, 2);
      tick->has_cases = sqlite3_column_type (row, 3) != SQLITE_NULL;
      tick->cases = sqlite3_column_int64 (row, 3);
      g_ptr_array_add (occurrence->ticks, tick);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

GPtrArray *
ys_occurrence_list (YsConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) rows
    = ys_repository_collect (connection, ys_connection_query (connection, error, "occurrence-list", ""),
                             read_occurrence, (GDestroyNotify) ys_occurrence_row_free, error);

  if (rows == NULL || !add_ticks (connection, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}

/* A number column that may be NULL goes in as text of digits: STRICT tables convert it without loss. */
static char *
optional_number (gboolean has, gint64 number)
{
  return has ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

gboolean
ys_occurrence_set (YsConnection *connection, const YsOccurrence *occurrence, const char *declared_by,
                   const char *answer, GError **error)
{
  g_autofree char *date = ys_date_to_column (occurrence->date);
  g_autofree char *deaths = optional_number (occurrence->has_deaths, occurrence->deaths);
  g_autofree char *factors = ys_words_join (occurrence->factors);
  g_autofree char *also = ys_words_join (occurrence->also);

  if (!ys_connection_run (connection, error, "occurrence-set", "sssssisssssss", occurrence->id, occurrence->unit,
                          occurrence->title, occurrence->summary, date, occurrence->count, deaths,
                          ys_verification_nick (occurrence->state), factors, occurrence->merged_into, also,
                          declared_by, answer)
      || !ys_connection_run (connection, error, "tick-clear", "s", occurrence->id))
    return FALSE;
  for (guint i = 0; i < occurrence->ticks->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (occurrence->ticks, i);
      g_autofree char *cases = optional_number (tick->has_cases, tick->cases);
      if (!ys_connection_run (connection, error, "tick-add", "ssss", occurrence->id, tick->item, tick->severity,
                              cases))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_occurrence_delete (YsConnection *connection, const char *id, GError **error)
{
  /* ticks by hand: changesets do not see what a foreign key deletes */
  return ys_connection_run (connection, error, "tick-clear", "s", id)
         && ys_connection_run (connection, error, "occurrence-delete", "s", id);
}

static gpointer
read_record (sqlite3_stmt *row)
{
  YsRecord *record = ys_record_new ();

  record->id = ys_column_dup_text (row, 0);
  record->unit = ys_column_dup_text (row, 1);
  record->clause = ys_column_dup_text (row, 2);
  record->title = ys_column_dup_text (row, 3);
  record->date = ys_date_from_column (row, 4);
  record->count = sqlite3_column_int64 (row, 5);
  record->level = ys_column_dup_text (row, 6);
  record->matter = ys_column_dup_text (row, 7);
  record->factors = ys_column_dup_words (row, 8);
  ys_verification_from_nick ((const char *) sqlite3_column_text (row, 9), &record->state);
  record->selected = sqlite3_column_int64 (row, 10) != 0;
  record->has_settled = sqlite3_column_type (row, 11) != SQLITE_NULL
                        && ys_points_parse ((const char *) sqlite3_column_text (row, 11), &record->settled);
  record->settled_reason = ys_column_dup_text (row, 12);
  return record;
}

GPtrArray *
ys_record_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "record-list", ""), read_record,
                                (GDestroyNotify) ys_record_free, error);
}

gboolean
ys_record_set (YsConnection *connection, const YsRecord *record, GError **error)
{
  g_autofree char *date = ys_date_to_column (record->date);
  g_autofree char *factors = ys_words_join (record->factors);
  g_autofree char *settled = record->has_settled ? ys_points_to_exact (record->settled) : NULL;

  return ys_connection_run (connection, error, "record-set", "sssssissssiss", record->id, record->unit,
                            record->clause, record->title, date, record->count, record->level, record->matter,
                            factors, ys_verification_nick (record->state), (gint64) record->selected, settled,
                            record->settled_reason);
}

gboolean
ys_record_delete (YsConnection *connection, const char *id, GError **error)
{
  return ys_connection_run (connection, error, "record-delete", "s", id);
}
