/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts that several occurrences state together: merging, and cases contained in a threshold figure (rule 9).
 * Only occurrences that count contain cases that must fit; supposed ones may be too many. */
#include <glib/gi18n-lib.h>

#include "ys-facts-check.h"

static gboolean
ticks_item (const YsOccurrence *occurrence, const char *item)
{
  for (guint i = 0; i < occurrence->ticks->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (occurrence->ticks, i);

      if (g_strcmp0 (tick->item, item) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_target (YsChecking *self, const YsPlace *place, const YsOccurrence *occurrence,
              const YsOccurrence *into)
{
  if (g_strcmp0 (occurrence->unit, into->unit) != 0)
    ys_check_facts (self, place, _ ("Occurrence %s is merged into %s of another unit."), occurrence->id,
                    into->id);
  for (guint i = 0; i < occurrence->ticks->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (occurrence->ticks, i);

      if (!ticks_item (into, tick->item))
        ys_check_facts (self, place, _ ("Occurrence %s is merged into %s, which lacks its item %s."),
                        occurrence->id, into->id, tick->item);
    }
}

/* The occurrences that stand in a circle. Each one is walked once: who meets a trace of his own walk closes a
 * circle, who meets that of an earlier one does not. */
static GHashTable *
find_circles (YsChecking *self)
{
  const GPtrArray *occurrences = self->facts->ledger->occurrences;
  GHashTable *circles = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) walks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < occurrences->len; i++)
    {
      YsOccurrence *at = g_ptr_array_index (occurrences, i);

      while (at != NULL && !g_hash_table_contains (walks, at))
        {
          g_hash_table_insert (walks, at, GUINT_TO_POINTER (i));
          at = at->merged_into != NULL ? g_hash_table_lookup (self->occurrences, at->merged_into) : NULL;
        }
      if (at == NULL || GPOINTER_TO_UINT (g_hash_table_lookup (walks, at)) != i)
        continue;
      while (g_hash_table_add (circles, at))
        at = g_hash_table_lookup (self->occurrences, at->merged_into);
    }
  return circles;
}

void
ys_check_merges (YsChecking *self)
{
  const GPtrArray *occurrences = self->facts->ledger->occurrences;
  g_autoptr (GHashTable) circles = find_circles (self);

  for (guint i = 0; i < occurrences->len; i++)
    {
      const YsOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      YsPlace place = { occurrence->file, occurrence->line, occurrence->id };
      const YsOccurrence *into;

      if (occurrence->merged_into == NULL)
        continue;
      into = g_hash_table_lookup (self->occurrences, occurrence->merged_into);
      if (into == NULL)
        ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, &place,
                        _ ("Occurrence %s is merged into %s, which is unknown."), occurrence->id,
                        occurrence->merged_into);
      else if (g_hash_table_contains (circles, occurrence))
        ys_check_facts (self, &place, _ ("Occurrence %s is merged in a circle."), occurrence->id);
      else
        check_target (self, &place, occurrence, into);
    }
}

static gboolean
counts (const YsChecking *self, const YsOccurrence *occurrence)
{
  const YsAssessment *assessment = self->facts->assessment;

  return occurrence->state == YS_VERIFY_CONFIRMED && occurrence->merged_into == NULL
         && occurrence->date >= assessment->first && occurrence->date <= assessment->last;
}

static void
check_sum (YsChecking *self, const YsOccurrence *occurrence, const YsTick *tick, GHashTable *sums)
{
  g_autofree char *key = g_strconcat (occurrence->unit, " ", tick->item, NULL);
  const YsThresholdValue *value = g_hash_table_lookup (self->thresholds, key);
  YsPlace place = { occurrence->file, tick->line, occurrence->id };
  gint64 *sum = g_hash_table_lookup (sums, key);

  /* A missing figure is open, and both readings take its flat amounts. */
  if (value == NULL || value->figure.kind == YS_FIGURE_NONE)
    return;
  if (!value->figure.has_numerator)
    {
      if (value->figure.kind == YS_FIGURE_VALUE)
        ys_check_facts (self, &place,
                        _ ("Occurrence %s: the figure of item %s is a bare value and contains no cases."),
                        occurrence->id, tick->item);
      return;
    }
  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (sums, g_steal_pointer (&key), sum);
    }
  if (*sum <= value->figure.numerator && tick->cases > value->figure.numerator - *sum)
    ys_check_facts (self, &place,
                    _ ("The cases contained in item %s of unit %s are more than its numerator."), tick->item,
                    occurrence->unit);
  *sum = MIN (*sum + MIN (tick->cases, YS_FIGURE_LIMIT), 2 * YS_FIGURE_LIMIT);
}

void
ys_check_contained (YsChecking *self)
{
  const GPtrArray *occurrences = self->facts->ledger->occurrences;
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < occurrences->len; i++)
    {
      const YsOccurrence *occurrence = g_ptr_array_index (occurrences, i);

      if (!counts (self, occurrence))
        continue;
      for (guint j = 0; j < occurrence->ticks->len; j++)
        {
          const YsTick *tick = g_ptr_array_index (occurrence->ticks, j);
          const YsNegativeItem *item = ys_catalogue_get_item (self->catalogue, tick->item);

          if (item != NULL && item->threshold && tick->has_cases && tick->cases > 0)
            check_sum (self, occurrence, tick, sums);
        }
    }
}
