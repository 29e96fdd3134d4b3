/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 9, 负面清单: occurrences deduct once under their largest or chosen item, thresholds where they fail,
 * then the caps of item, group and whole. What a suspected occurrence would deduct is the same sum with it
 * confirmed. */
#include "ys-score.h"

#include <string.h>

#include "ys-score-explain.h"

/* The points of a ticked event item; where a suspected one lacks its severity, the item's largest amount. */
static YsPoints
tick_amount (YsScore *self, const YsOccurrence *occurrence, const YsTick *tick, const YsNegativeRule *rule)
{
  YsPoints points = 0;

  for (guint i = 0; i < rule->amounts->len && i < self->standard->severities->len; i++)
    {
      const YsSeverity *severity = g_ptr_array_index (self->standard->severities, i);
      YsPoints amount = g_array_index (rule->amounts, YsPoints, i);

      if (tick->severity == NULL)
        points = MAX (points, amount);
      else if (g_str_equal (tick->severity, severity->id))
        points = amount;
    }
  return ys_exact_round_points (
      ys_score_counted_amount (self, points, occurrence->count, occurrence->factors));
}

static const char *
chosen_item (const YsScoreUnit *unit, const YsOccurrence *occurrence)
{
  for (guint i = 0; unit->review != NULL && i < unit->review->chosen->len; i++)
    {
      const YsChosenItem *chosen = g_ptr_array_index (unit->review->chosen, i);

      if (g_str_equal (chosen->occurrence, occurrence->id))
        return chosen->item;
    }
  return NULL;
}

/* Under which item the occurrence deducts, how much, and in which figure its cases stand. */
static YsScoreOccurrence
resolve (YsScore *self, const YsScoreUnit *unit, const YsOccurrence *occurrence, YsSheetOccurrence *sheet)
{
  YsScoreOccurrence resolved = { .occurrence = occurrence };
  const char *chosen = chosen_item (unit, occurrence);
  gboolean settled = FALSE;

  for (guint i = 0; i < self->n_items; i++)
    {
      const YsNegativeRule *rule = g_ptr_array_index (self->standard->negative, i);

      for (guint j = 0; j < occurrence->ticks->len; j++)
        {
          const YsTick *tick = g_ptr_array_index (occurrence->ticks, j);
          YsPoints amount;

          if (!g_str_equal (tick->item, rule->item->id))
            continue;
          if (rule->item->threshold)
            {
              resolved.container = rule;
              resolved.cases = tick->has_cases ? tick->cases : 1;
              continue;
            }
          amount = tick_amount (self, occurrence, tick, rule);
          if (sheet != NULL)
            ys_score_show_candidate (self, occurrence, tick, rule, amount, sheet);
          if (settled
              || (resolved.own != NULL && amount <= resolved.amount
                  && g_strcmp0 (chosen, rule->item->id) != 0))
            continue;
          resolved.own = rule;
          resolved.amount = amount;
          settled = g_strcmp0 (chosen, rule->item->id) == 0;
        }
    }
  return resolved;
}

static gboolean
counts_now (const YsScore *self, const YsOccurrence *occurrence)
{
  return occurrence->merged_into == NULL && occurrence->state == YS_VERIFY_CONFIRMED
         && ys_score_in_round (self, occurrence->date);
}

static YsPoints
hold_to_caps (const YsScore *self, const YsPoints *by_item)
{
  g_autofree YsPoints *by_group = g_new0 (YsPoints, self->catalogue->groups->len);
  YsPoints sum = 0;

  for (guint i = 0; i < self->n_items; i++)
    {
      const YsNegativeRule *rule = g_ptr_array_index (self->standard->negative, i);

      by_group[rule->item->group] += rule->has_cap ? MIN (by_item[i], rule->cap) : by_item[i];
    }
  for (guint i = 0; i < self->standard->group_caps->len; i++)
    {
      const YsGroupCap *cap = g_ptr_array_index (self->standard->group_caps, i);

      by_group[cap->group] = MIN (by_group[cap->group], cap->cap);
    }
  for (guint i = 0; i < self->catalogue->groups->len; i++)
    sum += by_group[i];
  if (self->standard->has_negative_cap)
    sum = MIN (sum, self->standard->negative_cap);
  return ys_points_round_places (sum, self->standard->decimals);
}

static void
take_thresholds (YsScore *self, YsScoreUnit *unit, YsPoints *by_item, gboolean open_met, YsSheetUnit *sheet)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      const YsNegativeRule *rule = g_ptr_array_index (self->standard->negative, i);
      YsSheetThreshold *shown;
      YsThresholdOutcome outcome;

      if (!rule->item->threshold)
        continue;
      shown = sheet != NULL ? ys_sheet_threshold_new (rule->item) : NULL;
      outcome = ys_score_threshold (self, unit, rule, 0, shown);
      by_item[i] = open_met && outcome.open ? 0 : outcome.deduction;
      if (shown == NULL)
        continue;
      shown->value = unit->thresholds != NULL ? unit->thresholds[i] : NULL;
      shown->open = outcome.open;
      shown->met = outcome.met;
      ys_sheet_add (&sheet->thresholds, shown, (GDestroyNotify)ys_sheet_threshold_free);
      if (outcome.fails && rule->grade_id != NULL)
        ys_score_limit_grade (self, unit, ys_score_show_veto (self, rule, NULL, shown->value));
    }
}

/* The rounded deduction, with @supposed as if it were confirmed. */
static YsPoints
deduct (YsScore *self, YsScoreUnit *unit, const YsOccurrence *supposed, gboolean open_met, YsSheetUnit *sheet,
        YsPoints *by_item, GArray *counting)
{
  memset (by_item, 0, sizeof (YsPoints) * self->n_items);
  take_thresholds (self, unit, by_item, open_met, sheet);
  for (guint i = 0; unit->occurrences != NULL && i < unit->occurrences->len; i++)
    {
      const YsOccurrence *occurrence = g_ptr_array_index (unit->occurrences, i);

      if (occurrence == supposed || counts_now (self, occurrence))
        {
          YsScoreOccurrence resolved = resolve (self, unit, occurrence, NULL);

          g_array_append_val (counting, resolved);
        }
    }
  ys_score_contained (self, unit, counting, by_item, open_met, sheet);
  for (guint i = 0; i < counting->len; i++)
    {
      const YsScoreOccurrence *one = &g_array_index (counting, YsScoreOccurrence, i);

      if (one->own != NULL && !one->contained)
        by_item[one->own->item->index] += one->amount;
    }
  return hold_to_caps (self, by_item);
}

static gboolean
is_contained (const GArray *counting, const YsOccurrence *occurrence)
{
  for (guint i = 0; i < counting->len; i++)
    {
      const YsScoreOccurrence *one = &g_array_index (counting, YsScoreOccurrence, i);

      if (one->occurrence == occurrence)
        return one->contained;
    }
  return FALSE;
}

/* @contained (nullable): whether the cases of @supposed stand in a threshold's figure then. */
static YsPoints
deduct_only (YsScore *self, YsScoreUnit *unit, const YsOccurrence *supposed, gboolean open_met,
             gboolean *contained)
{
  g_autofree YsPoints *by_item = g_new0 (YsPoints, self->n_items);
  g_autoptr (GArray) counting = g_array_new (FALSE, FALSE, sizeof (YsScoreOccurrence));
  YsPoints deduction = deduct (self, unit, supposed, open_met, NULL, by_item, counting);

  if (contained != NULL)
    *contained = is_contained (counting, supposed);
  return deduction;
}

YsPoints
ys_score_deduction_met (YsScore *self, YsScoreUnit *unit)
{
  for (guint i = 0; i < unit->sheet->thresholds->len; i++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (unit->sheet->thresholds, i);

      if (threshold->open)
        return deduct_only (self, unit, NULL, TRUE, NULL);
    }
  return unit->sheet->deduction;
}

/* Vetoes by the event items of one counting occurrence, each item once a unit. */
static void
veto (YsScore *self, YsScoreUnit *unit, const YsOccurrence *occurrence, gboolean *vetoed)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      const YsNegativeRule *rule = g_ptr_array_index (self->standard->negative, i);

      for (guint j = 0; !rule->item->threshold && rule->grade_id != NULL && j < occurrence->ticks->len; j++)
        {
          const YsTick *tick = g_ptr_array_index (occurrence->ticks, j);

          if (vetoed[i] || !g_str_equal (tick->item, rule->item->id))
            continue;
          vetoed[i] = TRUE;
          ys_score_limit_grade (self, unit, ys_score_show_veto (self, rule, occurrence, NULL));
        }
    }
}

static void
show_occurrence (YsScore *self, YsScoreUnit *unit, const YsOccurrence *occurrence, const GArray *counting)
{
  YsSheetOccurrence *shown = ys_sheet_occurrence_new (occurrence);
  YsScoreOccurrence resolved = resolve (self, unit, occurrence, shown);

  shown->own = resolved.own != NULL ? resolved.own->item : NULL;
  shown->counts = counts_now (self, occurrence);
  shown->contained = resolved.contained = shown->counts && is_contained (counting, occurrence);
  if (shown->counts && !shown->contained && resolved.own != NULL)
    {
      shown->counted = resolved.own->item;
      shown->deduction = resolved.amount;
    }
  if (occurrence->state == YS_VERIFY_SUSPECTED && occurrence->merged_into == NULL)
    {
      gboolean possible = occurrence->date == 0 || ys_score_in_round (self, occurrence->date);

      shown->has_would_deduct = TRUE;
      if (possible)
        shown->would_deduct = deduct_only (self, unit, occurrence, FALSE, &shown->would_be_contained)
                              - unit->sheet->deduction;
    }
  if (self->reasons)
    ys_score_explain_occurrence (self, &resolved, chosen_item (unit, occurrence), shown);
  ys_sheet_add (&unit->sheet->occurrences, shown, (GDestroyNotify)ys_sheet_occurrence_free);
}

void
ys_score_negative (YsScore *self, YsScoreUnit *unit)
{
  g_autofree YsPoints *by_item = g_new0 (YsPoints, self->n_items);
  g_autofree gboolean *vetoed = g_new0 (gboolean, self->n_items);
  g_autoptr (GArray) counting = g_array_new (FALSE, FALSE, sizeof (YsScoreOccurrence));

  unit->sheet->deduction = deduct (self, unit, NULL, FALSE, unit->sheet, by_item, counting);
  for (guint i = 0; i < unit->sheet->thresholds->len; i++)
    {
      YsSheetThreshold *threshold = g_ptr_array_index (unit->sheet->thresholds, i);

      threshold->deduction = by_item[threshold->item->index];
    }
  for (guint i = 0; unit->occurrences != NULL && i < unit->occurrences->len; i++)
    {
      const YsOccurrence *occurrence = g_ptr_array_index (unit->occurrences, i);

      if (counts_now (self, occurrence))
        veto (self, unit, occurrence, vetoed);
      show_occurrence (self, unit, occurrence, counting);
    }
  if (self->reasons)
    ys_score_explain_deduction (self, unit, by_item);
}
