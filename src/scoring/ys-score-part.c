/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 8: parts, the pool of those in which nothing applies, and the base.
 * Task points are weights within their part, so a part's score is a share of its points. */
#include "ys-score.h"

/* Gives out what is left of the pool, one thousandth each to the largest remainders, the first part before
 * others. */
static void
give_remainders (const YsScoreUnit *unit, guint n_parts, YsPoints left, const gint64 *remainders)
{
  g_autofree gboolean *given = g_new0 (gboolean, n_parts);

  for (; left > 0; left--)
    {
      guint largest = n_parts;

      for (guint i = 0; i < n_parts; i++)
        {
          if (unit->part_tasks[i] > 0 && !given[i]
              && (largest == n_parts || remainders[i] > remainders[largest]))
            largest = i;
        }
      if (largest == n_parts)
        return;
      given[largest] = TRUE;
      unit->part_points[largest]++;
    }
}

void
ys_score_pool (YsScore *self, YsScoreUnit *unit)
{
  g_autofree gint64 *remainders = g_new0 (gint64, self->n_parts);
  YsPoints pool = 0, others = 0, left;

  for (guint i = 0; i < self->n_parts; i++)
    {
      const YsPartStandard *part = g_ptr_array_index (self->standard->parts, i);

      unit->part_points[i] = part->points;
      if (unit->part_tasks[i] > 0)
        others += part->points;
      else
        pool += part->points;
    }
  unit->sheet->no_content = others == 0;
  left = others > 0 ? pool : 0;
  for (guint i = 0; left > 0 && i < self->n_parts; i++)
    {
      if (unit->part_tasks[i] == 0)
        unit->part_points[i] = 0;
      else
        {
          gint64 product = pool * unit->part_points[i];

          unit->part_points[i] += product / others;
          remainders[i] = product % others;
          left -= product / others;
        }
    }
  give_remainders (unit, self->n_parts, left, remainders);
}

YsPoints
ys_score_share (const YsScore *self, YsPoints points, YsPoints score, YsPoints of)
{
  static const gint64 units[] = { 1000, 100, 10, 1 };
  gint64 unit = units[MIN (self->standard->decimals, 3)];
  YsWide numerator = (YsWide)points * score, divisor = (YsWide)of * unit;
  YsWide size = numerator < 0 ? -numerator : numerator;
  YsWide quotient = (size * 2 + divisor) / (divisor * 2);

  return (YsPoints)((numerator < 0 ? -quotient : quotient) * unit);
}

void
ys_score_base (YsScore *self, YsScoreUnit *unit, YsScoreRun *run)
{
  run->base = 0;
  for (guint i = 0; i < self->n_parts; i++)
    {
      YsSheetPart *part = g_ptr_array_index (unit->sheet->parts, i);
      YsPoints sum = 0, score = 0;

      for (guint j = 0; j < part->tasks->len; j++)
        {
          YsSheetTask *task = g_ptr_array_index (part->tasks, j);

          sum += ys_score_task (self, unit, task->standard->task->index, run, run->fills_sheet ? task : NULL);
        }
      /* A part without applicable points has given its own away, so a gate's ‰ are of nothing. */
      if (unit->part_tasks[i] > 0 && unit->part_gates[i] != YS_NO_GATE)
        score = ys_score_share (self, unit->part_points[i], unit->part_gates[i], 1000);
      else if (unit->part_tasks[i] > 0)
        score = ys_score_share (self, unit->part_points[i], MAX (0, sum), unit->part_tasks[i]);
      if (run->fills_sheet)
        part->score[run->figure] = score;
      run->base += score;
    }
}
