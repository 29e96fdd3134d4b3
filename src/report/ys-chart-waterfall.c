/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the points went: from the base over bonus and each deduction to the total, one row a step. */
#include "ys-chart-private.h"

/* The steps together take at least this share of the width, else the axis begins further to the right. */
#define STEPS_SHARE 0.5

double
ys_chart_waterfall_height (guint n, const YsChartStyle *style)
{
  return (n + 1) * ys_chart_row_height (style); /* one for the axis */
}

/* The least and the largest standing between the steps. */
static void
find_ends (const YsChartStep *steps, guint n, YsPoints *least, YsPoints *largest)
{
  YsPoints at = 0;

  *least = G_MAXINT64;
  *largest = 0;
  for (guint i = 0; i < n; i++)
    {
      at = steps[i].is_sum ? steps[i].amount : at + steps[i].amount;
      *least = MIN (*least, at);
      *largest = MAX (*largest, at);
    }
}

/* Where the axis begins: a whole multiple of ten points (one, where all is close together) below the least, and 0 where
 * that is near. Below 0 only where steps go there, before the total is held at 0. */
static YsPoints
find_origin (YsPoints least, YsPoints largest)
{
  YsPoints span = largest - least, unit = span > 5 * YS_POINTS_ONE ? 10 * YS_POINTS_ONE : YS_POINTS_ONE;
  YsPoints origin = least - (YsPoints)((double)span * (1 - STEPS_SHARE) / STEPS_SHARE);

  if (least < 0)
    return -((-least + unit - 1) / unit * unit);
  return origin < unit ? 0 : origin / unit * unit;
}

static void
draw_axis (cairo_t *cr, const YsChartArea *plot, YsPoints origin, double row, const YsChartStyle *style)
{
  g_autofree char *begin = ys_points_to_short (ABS (origin));
  g_autofree char *words = g_strconcat ("横轴自", origin < 0 ? "−" : "", begin, "分起", NULL);

  ys_chart_set_tone (cr, YS_TONE_FAINT, style);
  cairo_set_line_width (cr, 0.7);
  cairo_move_to (cr, plot->x, plot->y);
  cairo_line_to (cr, plot->x, plot->y + plot->height);
  cairo_stroke (cr);
  ys_chart_write (cr, words, plot->x, plot->y + plot->height, 0, row, 0, YS_TONE_FAINT, style);
}

/* A thin line from one step's end down to where the next begins. */
static void
draw_step_line (cairo_t *cr, double x, double y, double row, const YsChartStyle *style)
{
  ys_chart_set_tone (cr, YS_TONE_FAINT, style);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, x, y + row * 0.2);
  cairo_line_to (cr, x, y + row * 1.2);
  cairo_stroke (cr);
}

static char *
amount_text (const YsChartStep *step)
{
  return step->is_sum ? ys_points_to_display (step->amount) : ys_chart_signed_text (step->amount);
}

void
ys_chart_draw_waterfall (cairo_t *cr, const YsChartArea *area, const YsChartStep *steps, guint n,
                         const YsChartStyle *style)
{
  double row = ys_chart_row_height (style), names = 0, figures = 0, gap = style->size * 0.7;
  YsPoints least, largest, origin, at = 0;
  YsChartArea plot;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *amount = amount_text (&steps[i]);

      names = MAX (names, ys_chart_measure (cr, steps[i].name, style));
      figures = MAX (figures, ys_chart_measure (cr, amount, style));
    }
  names = MIN (names, area->width * 0.45);
  plot = (YsChartArea){ area->x + names + gap, area->y, MAX (0, area->width - names - figures - 2 * gap), n * row };
  find_ends (steps, n, &least, &largest);
  origin = find_origin (least, largest);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *amount = amount_text (&steps[i]);
      YsPoints from = steps[i].is_sum ? MAX (origin, 0) : at, to = steps[i].is_sum ? steps[i].amount : at + steps[i].amount;
      double scale = plot.width / (double)MAX (largest - origin, 1), y = plot.y + i * row;
      double x = plot.x + (double)(MIN (from, to) - origin) * scale;
      YsChartArea bar = { x, y + row * 0.2, (double)ABS (to - from) * scale, row * 0.6 };

      ys_chart_write (cr, steps[i].name, area->x, y, names, row, 0, YS_TONE_WORDS, style);
      ys_chart_fill (cr, &bar,
                     steps[i].is_sum ? YS_TONE_DEEP : steps[i].amount < 0 ? YS_TONE_DEDUCTION : YS_TONE_BONUS, style);
      ys_chart_write (cr, amount, area->x + area->width, y, 0, row, 1, YS_TONE_WORDS, style);
      at = to;
      if (i + 1 < n)
        draw_step_line (cr, plot.x + (double)(at - origin) * scale, y, row, style);
    }
  draw_axis (cr, &plot, origin, row, style);
}

char *
ys_chart_waterfall_to_text (const YsChartStep *steps, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *amount = amount_text (&steps[i]);

      g_string_append_printf (text, "%s%s%s分", i > 0 ? "；" : "", steps[i].name, amount);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
