/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts of the ledger: occurrences with their items, records with their clauses, threshold values
 * (scoring.md, 13). Merging and contained cases, which look at several of them together, are in
 * ys-facts-check-merge.c. */
#include <glib/gi18n-lib.h>

#include "ys-facts-check.h"

static gboolean
has_severity (const YsStandard *standard, const char *id)
{
  for (guint i = 0; i < standard->severities->len; i++)
    {
      const YsSeverity *severity = g_ptr_array_index (standard->severities, i);

      if (g_strcmp0 (severity->id, id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_event_tick (YsChecking *self, const YsPlace *place, const YsOccurrence *occurrence, const YsTick *tick)
{
  if (tick->has_cases)
    ys_check_facts (self, place, _ ("Occurrence %s: item %s is an event and contains no cases."),
                    occurrence->id, tick->item);
  if (tick->severity == NULL && occurrence->state == YS_VERIFY_CONFIRMED)
    ys_check_facts (self, place, _ ("Occurrence %s is confirmed, but item %s lacks its severity."),
                    occurrence->id, tick->item);
  if (tick->severity != NULL && !has_severity (self->standard, tick->severity))
    ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, place, _ ("The standard has no severity %s."),
                    tick->severity);
}

static void
check_threshold_tick (YsChecking *self, const YsPlace *place, const YsOccurrence *occurrence,
                      const YsTick *tick, const YsNegativeItem *item)
{
  if (tick->severity != NULL)
    ys_check_facts (self, place, _ ("Occurrence %s: item %s is a threshold and has no severity."),
                    occurrence->id, tick->item);
  if (!tick->has_cases || tick->cases < 1)
    ys_check_facts (self, place, _ ("Occurrence %s: the number of cases in item %s is lacking."),
                    occurrence->id, tick->item);
  if (item->comparator != YS_COMPARE_LE && item->comparator != YS_COMPARE_LT)
    ys_check_facts (self, place,
                    _ ("Occurrence %s: the figure of item %s contains no cases; more of it is better."),
                    occurrence->id, tick->item);
}

static void
check_ticks (YsChecking *self, const YsOccurrence *occurrence)
{
  g_autoptr (GHashTable) seen = ys_check_new_set ();
  guint thresholds = 0;

  for (guint i = 0; i < occurrence->ticks->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (occurrence->ticks, i);
      const YsNegativeItem *item = ys_catalogue_get_item (self->catalogue, tick->item);
      YsPlace place = { occurrence->file, tick->line, occurrence->id };

      ys_check_once (self, seen, &place, _ ("Item %s"), tick->item);
      if (item == NULL)
        ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, &place,
                        _ ("The catalogue has no item %s in its negative list."), tick->item);
      else if (item->threshold)
        {
          check_threshold_tick (self, &place, occurrence, tick, item);
          if (++thresholds == 2)
            ys_check_facts (self, &place, _ ("Occurrence %s is contained in more than one threshold item."),
                            occurrence->id);
        }
      else
        check_event_tick (self, &place, occurrence, tick);
    }
}

static void
check_occurrence (YsChecking *self, YsOccurrence *occurrence, GHashTable *evidence, GHashTable *citations)
{
  YsPlace place = { occurrence->file, occurrence->line, occurrence->id };

  if (g_hash_table_contains (self->occurrences, occurrence->id))
    ys_check_fault (self, YS_ERROR_ID_TWICE, &place, _ ("Occurrence %s is given twice."), occurrence->id);
  else
    g_hash_table_insert (self->occurrences, occurrence->id, occurrence);
  ys_check_unit (self, &place, occurrence->unit);
  for (guint i = 0; occurrence->also != NULL && occurrence->also[i] != NULL; i++)
    ys_check_unit (self, &place, occurrence->also[i]);
  if (occurrence->count < 1 || occurrence->count > YS_FIGURE_LIMIT
      || (occurrence->has_deaths && (occurrence->deaths < 0 || occurrence->deaths > YS_FIGURE_LIMIT)))
    ys_check_facts (self, &place, _ ("Occurrence %s: its count or deaths cannot be."), occurrence->id);
  if (occurrence->state == YS_VERIFY_CONFIRMED && occurrence->date == 0)
    ys_check_facts (self, &place, _ ("Occurrence %s is confirmed, but has no date."), occurrence->id);
  ys_check_factors (self, &place, occurrence->factors);
  check_ticks (self, occurrence);
  for (guint i = 0; i < occurrence->citations->len; i++)
    ys_check_citation (self, occurrence->file, g_ptr_array_index (occurrence->citations, i), evidence,
                       citations);
}

static void
check_settled (YsChecking *self, const YsPlace *place, const YsRecord *record, const YsClause *clause)
{
  if (!record->has_settled)
    return;
  ys_check_reason (self, place, _ ("The settled amount"), record->settled_reason);
  if (clause == NULL || !clause->is_range)
    ys_check_facts (self, place, _ ("Record %s: clause %s has no range to settle an amount in."), record->id,
                    record->clause);
  else if (record->settled < clause->amount || record->settled > clause->amount_to)
    {
      g_autofree char *from = ys_points_to_short (clause->amount);
      g_autofree char *to = ys_points_to_short (clause->amount_to);
      g_autofree char *given = ys_points_to_short (record->settled);

      ys_check_facts (self, place, _ ("Record %s: the amount is settled from %s to %s, not at %s."),
                      record->id, from, to, given);
    }
}

static void
check_record (YsChecking *self, const YsRecord *record, GHashTable *ids, GHashTable *evidence,
              GHashTable *citations)
{
  YsPlace place = { record->file, record->line, record->id };
  const YsRecordClause *clause = ys_standard_get_clause (self->standard, record->clause);
  gboolean bonus = clause != NULL && clause->bonus;

  ys_check_once (self, ids, &place, _ ("Record %s"), record->id);
  ys_check_unit (self, &place, record->unit);
  if (clause == NULL)
    ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, &place, _ ("The standard has no clause %s."),
                    record->clause);
  if (record->count < 1 || record->count > YS_FIGURE_LIMIT)
    ys_check_facts (self, &place, _ ("Record %s: its count cannot be."), record->id);
  if (!bonus && record->state == YS_VERIFY_CONFIRMED && record->date == 0)
    ys_check_facts (self, &place, _ ("Record %s is confirmed, but has no date."), record->id);
  ys_check_factors (self, &place, record->factors);
  if (clause != NULL)
    check_settled (self, &place, record, clause->clause);
  for (guint i = 0; i < record->citations->len; i++)
    ys_check_citation (self, record->file, g_ptr_array_index (record->citations, i), evidence, citations);
}

static void
check_threshold (YsChecking *self, YsThresholdValue *value, GHashTable *seen)
{
  YsPlace place = { value->file, value->line, value->item };
  const YsNegativeItem *item = ys_catalogue_get_item (self->catalogue, value->item);

  ys_check_unit (self, &place, value->unit);
  ys_check_once (self, seen, &place, _ ("The value of item %s for unit %s of %d (%s)"), value->item,
                 value->unit, value->year, value->by_city ? _ ("city") : _ ("county"));
  if (value->year < 1900 || value->year > 2999)
    ys_check_facts (self, &place, _ ("Figure %s: the year %d cannot be."), value->item, value->year);
  if (item == NULL || !item->threshold)
    ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, &place, _ ("The catalogue has no threshold item %s."),
                    value->item);
  else
    ys_check_figure (self, &place, &value->figure, item->unit);
  if (value->year == self->facts->assessment->year)
    {
      char *key = g_strconcat (value->unit, " ", value->item, NULL);

      if (value->by_city || !g_hash_table_contains (self->thresholds, key))
        g_hash_table_replace (self->thresholds, key, value);
      else
        g_free (key);
    }
}

void
ys_check_ledger (YsChecking *self)
{
  const YsLedger *ledger = self->facts->ledger;
  g_autoptr (GHashTable) evidence = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) citations = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) records = ys_check_new_set ();
  g_autoptr (GHashTable) values = ys_check_new_set ();
  YsPlace place = { ledger->file, ledger->line, ledger->assessment };

  if (ledger->assessment != NULL && g_strcmp0 (ledger->assessment, self->facts->assessment->id) != 0)
    ys_check_facts (self, &place, _ ("The ledger is of assessment %s, not of %s."), ledger->assessment,
                    self->facts->assessment->id);
  ys_check_evidence (self, NULL, ledger->evidence, evidence);
  for (guint i = 0; i < ledger->occurrences->len; i++)
    check_occurrence (self, g_ptr_array_index (ledger->occurrences, i), evidence, citations);
  for (guint i = 0; i < ledger->records->len; i++)
    check_record (self, g_ptr_array_index (ledger->records, i), records, evidence, citations);
  for (guint i = 0; i < ledger->thresholds->len; i++)
    check_threshold (self, g_ptr_array_index (ledger->thresholds, i), values);
}
