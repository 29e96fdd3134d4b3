/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress and score by part: for each part what was got of what can be had, and how many of its tasks are done. */
#include "ys-chart-private.h"

double
ys_chart_parts_height (guint n, const YsChartStyle *style)
{
  return n * 2.2 * ys_chart_row_height (style);
}

/* "33.10/40", "28/35项" */
static char *
score_text (const YsChartPart *part)
{
  g_autofree char *score = ys_points_to_display (part->score);
  g_autofree char *points = ys_points_to_short (part->points);

  return g_strdup_printf ("%s/%s", score, points);
}

static char *
done_text (const YsChartPart *part)
{
  return g_strdup_printf ("%u/%u项", part->done, part->all);
}

/* A track filled in the share @got of @all. */
static void
draw_share (cairo_t *cr, const YsChartArea *area, double got, double all, YsTone tone, const YsChartStyle *style)
{
  YsChartArea filled = *area;

  ys_chart_fill (cr, area, YS_TONE_TRACK, style);
  filled.width = all > 0 ? area->width * CLAMP (got / all, 0, 1) : 0;
  ys_chart_fill (cr, &filled, tone, style);
}

static void
draw_bars (cairo_t *cr, const YsChartArea *points, const YsChartArea *tasks, const YsChartPart *part,
           const YsChartStyle *style)
{
  draw_share (cr, points, (double)part->score, (double)part->points, YS_TONE_DEEP, style);
  draw_share (cr, tasks, part->done, part->all, YS_TONE_MIDDLE, style);
}

void
ys_chart_draw_part_bars (cairo_t *cr, const YsChartArea *area, const YsChartPart *part, const YsChartStyle *style)
{
  YsChartArea points = *area, tasks = *area;

  points.height = area->height * 0.55;
  tasks.height = area->height * 0.28;
  tasks.y = area->y + area->height - tasks.height;
  draw_bars (cr, &points, &tasks, part, style);
}

void
ys_chart_draw_parts (cairo_t *cr, const YsChartArea *area, const YsChartPart *parts, guint n,
                     const YsChartStyle *style)
{
  double row = ys_chart_row_height (style), names = 0, figures = 0, gap = style->size * 0.7;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *score = score_text (&parts[i]), *done = done_text (&parts[i]);

      names = MAX (names, ys_chart_measure (cr, parts[i].name, style));
      figures = MAX (figures, MAX (ys_chart_measure (cr, score, style), ys_chart_measure (cr, done, style)));
    }
  names = MIN (names, area->width * 0.3);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *score = score_text (&parts[i]), *done = done_text (&parts[i]);
      double y = area->y + i * 2.2 * row, right = area->x + area->width;
      double width = MAX (0, area->width - names - figures - 2 * gap);
      YsChartArea points = { area->x + names + gap, y + row * 0.22, width, row * 0.56 };
      YsChartArea tasks = { points.x, y + row * 1.26, width, row * 0.28 };

      draw_bars (cr, &points, &tasks, &parts[i], style);
      ys_chart_write (cr, parts[i].name, area->x, y, names, row, 0, YS_TONE_WORDS, style);
      ys_chart_write (cr, score, right, y, 0, row, 1, YS_TONE_WORDS, style);
      y += row * 0.9;
      ys_chart_write (cr, "完成任务", area->x, y, names, row, 0, YS_TONE_FAINT, style);
      ys_chart_write (cr, done, right, y, 0, row, 1, YS_TONE_FAINT, style);
    }
}

char *
ys_chart_parts_to_text (const YsChartPart *parts, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *score = ys_points_to_display (parts[i].score);
      g_autofree char *points = ys_points_to_short (parts[i].points);

      g_string_append_printf (text, "%s%s得%s分，满分%s分，完成%u项，共%u项", i > 0 ? "；" : "", parts[i].name, score,
                              points, parts[i].done, parts[i].all);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
