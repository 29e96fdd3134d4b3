/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 9, contained cases: an occurrence whose case also stands in a threshold item's figure deducts only
 * once. Either the figure with all cases deducts, or the occurrences do and the figure is taken without them.
 */
#include "ys-score.h"

#include "ys-score-explain.h"

static void
compare_readings (YsScore *self, const YsScoreUnit *unit, const YsNegativeRule *rule, GArray *occurrences,
                  YsPoints *by_item, gboolean open_met, YsSheetUnit *sheet)
{
  YsPoints with_cases = by_item[rule->item->index], without_cases = 0;
  YsThresholdOutcome reduced;
  gint64 cases = 0;
  gboolean holds;

  for (guint i = 0; i < occurrences->len; i++)
    {
      const YsScoreOccurrence *one = &g_array_index (occurrences, YsScoreOccurrence, i);

      if (one->container != rule)
        continue;
      cases = cases > G_MAXINT64 - one->cases ? G_MAXINT64 : cases + one->cases;
      without_cases += one->amount;
    }
  reduced = ys_score_threshold (self, unit, rule, cases, NULL);
  if (open_met && reduced.open)
    reduced.deduction = 0;
  without_cases += reduced.deduction;
  holds = with_cases >= without_cases;
  for (guint i = 0; i < occurrences->len; i++)
    {
      YsScoreOccurrence *one = &g_array_index (occurrences, YsScoreOccurrence, i);

      if (one->container == rule)
        one->contained = holds;
    }
  if (!holds)
    by_item[rule->item->index] = reduced.deduction;
  if (sheet != NULL)
    {
      YsSheetContained *shown = g_new0 (YsSheetContained, 1);

      shown->item = rule->item;
      shown->with_cases = with_cases;
      shown->without_cases = without_cases;
      shown->with_cases_holds = holds;
      if (self->reasons)
        shown->why = ys_score_explain_contained (rule, occurrences, shown, reduced.deduction);
      ys_sheet_add (&sheet->contained, shown, (GDestroyNotify)ys_sheet_contained_free);
    }
}

void
ys_score_contained (YsScore *self, const YsScoreUnit *unit, GArray *occurrences, YsPoints *by_item,
                    gboolean open_met, YsSheetUnit *sheet)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      const YsNegativeRule *rule = g_ptr_array_index (self->standard->negative, i);
      gboolean contains = FALSE;

      for (guint j = 0; j < occurrences->len && !contains; j++)
        contains = g_array_index (occurrences, YsScoreOccurrence, j).container == rule;
      if (contains)
        compare_readings (self, unit, rule, occurrences, by_item, open_met, sheet);
    }
}
