/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences of two units, level by level as scoring.md 8 to 10 build the total.
 * What a level makes of its lines beyond their sum is a rest line of that level, so that nothing is lost. */
#include "ys-gap.h"

#include "ys-id.h"

static void
line_free (gpointer data)
{
  YsGapLine *line = data;

  g_free (line->id);
  g_free (line->title);
  g_free (line);
}

/* Takes @id and @title. Returns the difference. */
static YsPoints
add (YsGap *self, YsGapKind kind, char *id, char *title, YsPoints own, YsPoints other)
{
  YsGapLine line = { kind, id, title, own, other, own - other };

  if (line.difference == 0)
    {
      g_free (id);
      g_free (title);
      return 0;
    }
  g_ptr_array_add (line.difference < 0 ? self->costs : self->gains, g_memdup2 (&line, sizeof line));
  return line.difference;
}

static void
add_rest (YsGap *self, const char *title, YsPoints own, YsPoints other)
{
  add (self, YS_GAP_REST, NULL, g_strdup (title), own, other);
}

/* ---- base: tasks, folded into parts (rule 8) ---- */

static YsPoints
possible_of (const YsSheetPart *part)
{
  YsPoints possible = 0;

  for (guint i = 0; i < part->tasks->len; i++)
    {
      const YsSheetTask *task = g_ptr_array_index (part->tasks, i);
      possible += task->applicable ? task->points : 0;
    }
  return possible;
}

/* What a task brings to the total, to the nearest thousandth: its points are weights within the part. */
static YsPoints
brings (const YsSheetPart *part, YsPoints possible, const YsSheetTask *task, YsScoreFigure figure)
{
  YsPoints size = ABS (task->score[figure]), brought;

  if (!task->applicable || possible <= 0)
    return 0;
  brought = (part->points * size * 2 + possible) / (possible * 2);
  return task->score[figure] < 0 ? -brought : brought;
}

static void
add_part (YsGap *self, const YsSheetUnit *unit, const YsSheetPart *own, const YsSheetUnit *other_unit,
          const YsSheetPart *other)
{
  YsPoints own_possible = possible_of (own), other_possible = possible_of (other), own_sum = 0, other_sum = 0;
  g_autofree char *rest = g_strdup_printf ("%s：折算与取整", own->heading->name);

  for (guint i = 0; i < own->tasks->len; i++)
    {
      const YsSheetTask *task = g_ptr_array_index (own->tasks, i);
      YsPoints got = brings (own, own_possible, task, unit->figure);
      YsPoints others = brings (other, other_possible, g_ptr_array_index (other->tasks, i), other_unit->figure);
      const YsTask *named = task->standard->task;

      own_sum += got;
      other_sum += others;
      add (self, YS_GAP_TASK, g_strdup_printf ("%u", named->number),
           g_strdup_printf ("%u %s", named->number, named->title), got, others);
    }
  add_rest (self, rest, own->score[unit->figure] - own_sum, other->score[other_unit->figure] - other_sum);
}

/* ---- bonus ---- */

static YsPoints
bonus_of (const YsSheetUnit *unit, guint index)
{
  const YsSheetPoint *point = &unit->bonus_points[index];

  return point->applies ? point->score[unit->figure] : 0;
}

static void
add_bonus (YsGap *self, const YsSheet *sheet, const YsSheetUnit *unit, const YsSheetUnit *other)
{
  YsPoints own_sum = 0, other_sum = 0, maximum = sheet->standard->maximum;
  YsPoints own_earned = unit->base + unit->bonus, other_earned = other->base + other->bonus;

  for (guint i = 0; i < unit->n_bonus_points; i++)
    {
      const YsPoint *point = unit->bonus_points[i].point;

      own_sum += bonus_of (unit, i);
      other_sum += bonus_of (other, i);
      add (self, YS_GAP_BONUS, g_strdup (point->id), g_strdup_printf ("加分 · %s", point->title), bonus_of (unit, i),
           bonus_of (other, i));
    }
  add_rest (self, "加分封顶与取整", unit->bonus - own_sum, other->bonus - other_sum);
  add_rest (self, "超过满分不计", MIN (own_earned, maximum) - own_earned, MIN (other_earned, maximum) - other_earned);
}

/* ---- deduction ---- */

static YsPoints
threshold_of (const YsSheetUnit *unit, const YsNegativeItem *item)
{
  for (guint i = 0; i < unit->thresholds->len; i++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (unit->thresholds, i);
      if (threshold->item == item)
        return threshold->deduction;
    }
  return 0;
}

static YsPoints
add_occurrences (YsGap *self, const YsSheetUnit *of, gboolean own)
{
  YsPoints sum = 0;

  for (guint i = 0; i < of->occurrences->len; i++)
    {
      const YsSheetOccurrence *shown = g_ptr_array_index (of->occurrences, i);

      sum += shown->deduction;
      add (self, YS_GAP_OCCURRENCE, g_strdup (shown->occurrence->id),
           g_strdup_printf ("负面情形 · %s", shown->occurrence->title), own ? -shown->deduction : 0,
           own ? 0 : -shown->deduction);
    }
  return sum;
}

static void
add_deductions (YsGap *self, const YsSheet *sheet, const YsSheetUnit *unit, const YsSheetUnit *other)
{
  const GPtrArray *items = sheet->standard->catalogue->items;
  YsPoints own_sum = 0, other_sum = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const YsNegativeItem *item = g_ptr_array_index (items, i);
      YsPoints own = threshold_of (unit, item), others = threshold_of (other, item);

      own_sum += own;
      other_sum += others;
      add (self, YS_GAP_THRESHOLD, g_strdup (item->id), g_strdup_printf ("%s %s", item->id, item->name), -own, -others);
    }
  own_sum += add_occurrences (self, unit, TRUE);
  other_sum += add_occurrences (self, other, FALSE);
  add_rest (self, "扣分封顶与取整", own_sum - unit->deduction, other_sum - other->deduction);
}

/* What floor and gates make of the total (rule 10). */
static YsPoints
total_rest (const YsSheet *sheet, const YsSheetUnit *unit)
{
  return unit->total - (MIN (unit->base + unit->bonus, sheet->standard->maximum) - unit->deduction);
}

/* ---- put together ---- */

static int
compare_size (gconstpointer a, gconstpointer b)
{
  const YsGapLine *first = *(YsGapLine *const *)a, *second = *(YsGapLine *const *)b;
  YsPoints one = ABS (first->difference), two = ABS (second->difference);

  return one != two ? (one > two ? -1 : 1) : ys_text_collate (first->title, second->title);
}

YsPoints
ys_gap_sum_from (const GPtrArray *lines, guint from)
{
  YsPoints sum = 0;

  for (guint i = from; i < lines->len; i++)
    sum += ((const YsGapLine *)g_ptr_array_index (lines, i))->difference;
  return sum;
}

YsGap *
ys_gap_new (const YsSheet *sheet, const YsSheetUnit *unit, const YsSheetUnit *other)
{
  YsGap *self = g_new0 (YsGap, 1);

  self->costs = g_ptr_array_new_with_free_func (line_free);
  self->gains = g_ptr_array_new_with_free_func (line_free);
  self->difference = unit->total - other->total;
  for (guint i = 0; i < unit->parts->len; i++)
    add_part (self, unit, g_ptr_array_index (unit->parts, i), other, g_ptr_array_index (other->parts, i));
  add_bonus (self, sheet, unit, other);
  add_deductions (self, sheet, unit, other);
  add_rest (self, "总分直接定分或扣至零分", total_rest (sheet, unit), total_rest (sheet, other));
  g_ptr_array_sort (self->costs, compare_size);
  g_ptr_array_sort (self->gains, compare_size);
  self->cost = ys_gap_sum_from (self->costs, 0);
  self->gain = ys_gap_sum_from (self->gains, 0);
  return self;
}

void
ys_gap_free (YsGap *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->costs);
  g_ptr_array_unref (self->gains);
  g_free (self);
}
