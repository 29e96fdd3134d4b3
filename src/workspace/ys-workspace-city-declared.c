/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A county declares, the city verifies (scoring.md, rule 9): whatever a package says of state, selection and amounts, it
 * enters the city's ledger as suspected, and only what is about the sender enters at all. */
#include "ys-workspace-city-declared.h"

void
ys_declared_clean (YsLedger *ledger, const char *unit)
{
  for (guint i = ledger->occurrences->len; i > 0; i--)
    {
      YsOccurrence *occurrence = g_ptr_array_index (ledger->occurrences, i - 1);

      if (g_strcmp0 (occurrence->unit, unit) != 0)
        {
          g_ptr_array_remove_index (ledger->occurrences, i - 1);
          continue;
        }
      occurrence->state = YS_VERIFY_SUSPECTED;
      g_clear_pointer (&occurrence->merged_into, g_free);
    }
  for (guint i = ledger->records->len; i > 0; i--)
    {
      YsRecord *record = g_ptr_array_index (ledger->records, i - 1);

      if (g_strcmp0 (record->unit, unit) != 0)
        {
          g_ptr_array_remove_index (ledger->records, i - 1);
          continue;
        }
      record->state = YS_VERIFY_SUSPECTED;
      record->selected = record->has_settled = FALSE;
      g_clear_pointer (&record->settled_reason, g_free);
    }
  for (guint i = ledger->thresholds->len; i > 0; i--)
    {
      YsThresholdValue *value = g_ptr_array_index (ledger->thresholds, i - 1);

      if (value->by_city || g_strcmp0 (value->unit, unit) != 0)
        g_ptr_array_remove_index (ledger->thresholds, i - 1);
    }
}

static const YsOccurrenceRow *
find_occurrence (const GPtrArray *rows, const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const YsOccurrenceRow *row = g_ptr_array_index (rows, i);
      if (g_strcmp0 (row->occurrence->id, id) == 0)
        return row;
    }
  return NULL;
}

static const YsRecord *
find_record (const GPtrArray *records, const char *id)
{
  for (guint i = 0; i < records->len; i++)
    {
      const YsRecord *record = g_ptr_array_index (records, i);
      if (g_strcmp0 (record->id, id) == 0)
        return record;
    }
  return NULL;
}

/* Still as the county entered it, as far as the city is concerned. */
static gboolean
is_untouched (const YsOccurrenceRow *row, const char *unit)
{
  return g_strcmp0 (row->declared_by, "county") == 0 && g_strcmp0 (row->occurrence->unit, unit) == 0
         && row->occurrence->state == YS_VERIFY_SUSPECTED && row->occurrence->merged_into == NULL;
}

gboolean
ys_declared_store (const YsLedger *ledger, const char *unit, YsConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) rows = ys_occurrence_list (connection, error);
  g_autoptr (GPtrArray) records = rows != NULL ? ys_record_list (connection, error) : NULL;

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < ledger->occurrences->len; i++)
    {
      const YsOccurrence *occurrence = g_ptr_array_index (ledger->occurrences, i);
      const YsOccurrenceRow *row = find_occurrence (rows, occurrence->id);

      if ((row == NULL || is_untouched (row, unit))
          && !ys_occurrence_set (connection, occurrence, "county", row != NULL ? row->answer : NULL, error))
        return FALSE;
    }
  for (guint i = 0; i < ledger->records->len; i++)
    {
      const YsRecord *record = g_ptr_array_index (ledger->records, i);
      const YsRecord *held = find_record (records, record->id);

      if ((held == NULL || (held->state == YS_VERIFY_SUSPECTED && !held->selected && !held->has_settled
                            && g_strcmp0 (held->unit, unit) == 0))
          && !ys_record_set (connection, record, error))
        return FALSE;
    }
  return TRUE;
}
