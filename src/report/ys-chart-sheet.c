/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a sheet to the data of its charts. Nothing is computed here but differences that make the steps add up. */
#include "ys-chart-sheet.h"

/* Tasks done of those that apply. */
static void
count_tasks (const YsSheetUnit *unit, const YsSheetPart *part, guint *done, guint *all)
{
  for (guint i = 0; i < part->tasks->len; i++)
    {
      const YsSheetTask *task = g_ptr_array_index (part->tasks, i);
      const YsItem *item = ys_submission_get_item (unit->submission, task->standard->number);

      if (!task->applicable)
        continue;
      ++*all;
      *done += item != NULL && item->state == YS_STATE_DONE;
    }
}

GArray *
ys_chart_parts_from_sheet (const YsSheetUnit *unit)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (YsChartPart));

  for (guint i = 0; i < unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, i);
      YsChartPart shown = { .name = part->heading->name, .points = part->points, .score = part->score[unit->figure] };

      if (!part->has_content)
        continue;
      count_tasks (unit, part, &shown.done, &shown.all);
      g_array_append_val (parts, shown);
    }
  return parts;
}

YsChartBar *
ys_chart_bar_from_sheet (const YsSheetUnit *unit)
{
  YsChartBar *bar = g_new0 (YsChartBar, 1);
  const char **names = g_new0 (const char *, unit->parts->len + 1);
  YsPoints *parts = g_new0 (YsPoints, unit->parts->len + 1);

  for (guint i = 0; i < unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, i);

      names[i] = part->heading->name;
      parts[i] = part->score[unit->figure];
    }
  bar->names = names;
  bar->parts = parts;
  bar->n_parts = unit->parts->len;
  bar->bonus = unit->bonus;
  bar->deduction = unit->deduction;
  bar->total = unit->total;
  return bar;
}

void
ys_chart_bar_free (YsChartBar *bar)
{
  if (bar == NULL)
    return;
  g_free ((gpointer)bar->names);
  g_free ((gpointer)bar->parts);
  g_free (bar);
}

GArray *
ys_chart_counties_from_sheet (const YsSheet *sheet)
{
  GArray *counties = g_array_new (FALSE, TRUE, sizeof (YsChartCounty));

  for (guint i = 0; i < sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (sheet->units, i);
      YsChartCounty shown = { .name = unit->unit != NULL ? unit->unit->name : unit->submission->unit,
                              .total = unit->total,
                              .low = unit->low,
                              .high = unit->high,
                              .waits = !unit->has_rank,
                              .note = unit->vetoed ? "一票否决" : unit->has_rank ? NULL : "未排名" };

      g_array_append_val (counties, shown);
    }
  return counties;
}

GArray *
ys_chart_lines_from_standard (const YsStandard *standard)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (YsChartLine));

  for (guint i = 0; i < standard->grades->len; i++)
    {
      const YsGrade *grade = g_ptr_array_index (standard->grades, i);
      YsChartLine line = { grade->name, grade->from };

      g_array_append_val (lines, line);
    }
  return lines;
}

static void
add_step (GArray *steps, const char *name, YsPoints amount, gboolean is_sum)
{
  YsChartStep step = { name, amount, is_sum };

  if (amount != 0 || is_sum)
    g_array_append_val (steps, step);
}

/* Adds what deducts; returns the sum before caps, below 0. */
static YsPoints
add_deductions (GArray *steps, const YsSheetUnit *unit)
{
  YsPoints sum = 0;

  for (guint i = 0; i < unit->thresholds->len; i++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (unit->thresholds, i);

      add_step (steps, threshold->item->name, -threshold->deduction, FALSE);
      sum -= threshold->deduction;
    }
  for (guint i = 0; i < unit->occurrences->len; i++)
    {
      const YsSheetOccurrence *occurrence = g_ptr_array_index (unit->occurrences, i);

      add_step (steps, occurrence->occurrence->title, -occurrence->deduction, FALSE);
      sum -= occurrence->deduction;
    }
  return sum;
}

GArray *
ys_chart_steps_from_sheet (const YsSheet *sheet, const YsSheetUnit *unit)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (YsChartStep));
  YsPoints earned = unit->base + unit->bonus, held = MIN (earned, sheet->standard->maximum), sum;

  add_step (steps, "基础分", unit->base, TRUE);
  add_step (steps, "加分", unit->bonus, FALSE);
  add_step (steps, "超过满分不计", held - earned, FALSE);
  sum = add_deductions (steps, unit);
  add_step (steps, "封顶与取整", -unit->deduction - sum, FALSE);
  add_step (steps, unit->total > held - unit->deduction && unit->gates->len == 0 ? "扣至零分为止" : "总分直接定分",
            unit->total - (held - unit->deduction), FALSE);
  add_step (steps, "总分", unit->total, TRUE);
  return steps;
}
