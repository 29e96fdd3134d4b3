/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One bar that shows how a total comes about: parts of the base, bonus, and hatched what is deducted.
 * The hatched end stands beyond what was earned, as in a ledger: earned, then taken. */
#include "ys-chart-private.h"

/* Between two pieces, so that they are told apart without colour. */
#define GAP 1.0

YsPoints
ys_chart_bar_length (const YsChartBar *bar)
{
  YsPoints length = bar->bonus + bar->deduction;

  for (guint i = 0; i < bar->n_parts; i++)
    length += bar->parts[i];
  return length;
}

/* The piece of @amount that begins at @from points. */
static YsChartArea
piece (const YsChartArea *area, YsPoints from, YsPoints amount, YsPoints most)
{
  double x = area->x + area->width * (double)from / (double)most;
  double end = area->x + area->width * (double)(from + amount) / (double)most;

  return (YsChartArea){ x, area->y, MAX (end - x - GAP, amount > 0 ? GAP : 0), area->height };
}

void
ys_chart_draw_bar (cairo_t *cr, const YsChartArea *area, const YsChartBar *bar, YsPoints most,
                   const YsChartStyle *style)
{
  YsPoints at = 0;
  YsChartArea next;

  if (most <= 0)
    return;
  for (guint i = 0; i < bar->n_parts; i++)
    {
      next = piece (area, at, bar->parts[i], most);
      at += bar->parts[i];
      ys_chart_set_shade (cr, i, bar->n_parts, style);
      cairo_rectangle (cr, next.x, next.y, next.width, next.height);
      cairo_fill (cr);
    }
  next = piece (area, at, bar->bonus, most);
  ys_chart_fill (cr, &next, YS_TONE_BONUS, style);
  next = piece (area, at + bar->bonus, bar->deduction, most);
  ys_chart_fill (cr, &next, YS_TONE_DEDUCTION, style);
}

char *
ys_chart_bar_to_text (const YsChartBar *bar)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *bonus = ys_points_to_display (bar->bonus);
  g_autofree char *deduction = ys_points_to_display (bar->deduction);
  g_autofree char *total = ys_points_to_display (bar->total);

  for (guint i = 0; i < bar->n_parts; i++)
    {
      g_autofree char *part = ys_points_to_display (bar->parts[i]);

      g_string_append_printf (text, "%s%s分，", bar->names[i], part);
    }
  g_string_append_printf (text, "加分%s分，扣分%s分，总分%s分", bonus, deduction, total);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

double
ys_chart_draw_legend (cairo_t *cr, const YsChartArea *area, const YsChartBar *bar, const YsChartStyle *style)
{
  double box = style->size * 0.9, x = area->x;

  for (guint i = 0; i < bar->n_parts + 2; i++)
    {
      YsChartArea sign = { x, area->y + (area->height - box) / 2, box * 1.3, box };
      const char *name = i < bar->n_parts ? bar->names[i] : i == bar->n_parts ? "加分" : "扣分";

      if (i < bar->n_parts)
        {
          ys_chart_set_shade (cr, i, bar->n_parts, style);
          cairo_rectangle (cr, sign.x, sign.y, sign.width, sign.height);
          cairo_fill (cr);
        }
      else
        ys_chart_fill (cr, &sign, i == bar->n_parts ? YS_TONE_BONUS : YS_TONE_DEDUCTION, style);
      x += sign.width + style->size * 0.4;
      x += ys_chart_write (cr, name, x, area->y, 0, area->height, 0, YS_TONE_WORDS, style) + style->size;
    }
  return x - area->x;
}

/* ---- named bars ---- */

double
ys_chart_bars_height (guint n, const YsChartStyle *style)
{
  return (n + 1.4) * ys_chart_row_height (style); /* with the legend */
}

void
ys_chart_draw_bars (cairo_t *cr, const YsChartArea *area, const YsChartNamedBar *bars, guint n,
                    const YsChartStyle *style)
{
  double row = ys_chart_row_height (style), names = 0, figures = 0, gap = style->size * 0.7;
  YsPoints most = 1;
  YsChartArea legend;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *total = ys_points_to_display (bars[i].bar->total);

      most = MAX (most, ys_chart_bar_length (bars[i].bar));
      names = MAX (names, ys_chart_measure (cr, bars[i].name, style));
      figures = MAX (figures, ys_chart_measure (cr, total, style));
    }
  names = MIN (names, area->width * 0.3);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *total = ys_points_to_display (bars[i].bar->total);
      double y = area->y + i * row;
      YsChartArea bar = { area->x + names + gap, y + row * 0.2, 0, row * 0.6 };

      bar.width = MAX (0, area->width - names - figures - 2 * gap);
      ys_chart_write (cr, bars[i].name, area->x, y, names, row, 0, YS_TONE_WORDS, style);
      ys_chart_draw_bar (cr, &bar, bars[i].bar, most, style);
      ys_chart_write (cr, total, area->x + area->width, y, 0, row, 1, YS_TONE_WORDS, style);
    }
  legend = (YsChartArea){ area->x + names + gap, area->y + (n + 0.3) * row, area->width, row };
  ys_chart_draw_legend (cr, &legend, bars[0].bar, style);
}

char *
ys_chart_bars_to_text (const YsChartNamedBar *bars, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *bar = ys_chart_bar_to_text (bars[i].bar);

      g_string_append_printf (text, "%s%s：%s", i > 0 ? "；" : "", bars[i].name, bar);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
