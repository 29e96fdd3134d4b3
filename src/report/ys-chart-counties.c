/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counties side by side: a bar for each total, the range that is still open as a whisker, lower ends of grades across.
 * Who is not ranked yet stands hollow. */
#include "ys-chart-private.h"

double
ys_chart_counties_height (guint n, const YsChartStyle *style)
{
  return (n + 1) * ys_chart_row_height (style); /* one for the names of the grades */
}

static double
place_of (const YsChartArea *plot, YsPoints points, YsPoints maximum)
{
  return plot->x + plot->width * CLAMP ((double)points / (double)maximum, 0, 1);
}

static void
draw_line (cairo_t *cr, const YsChartArea *plot, double x, const YsChartStyle *style)
{
  const double dashes[] = { 3, 3 };

  cairo_save (cr);
  ys_chart_set_tone (cr, YS_TONE_FAINT, style);
  cairo_set_line_width (cr, 0.7);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x, plot->y);
  cairo_line_to (cr, x, plot->y + plot->height);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_lines (cairo_t *cr, const YsChartArea *plot, const YsChartLine *lines, guint n, YsPoints maximum, double row,
            const YsChartStyle *style)
{
  double limit = plot->x + plot->width * 2; /* names stand left of the better grade's, also where grades are close */

  for (guint i = 0; i < n; i++)
    {
      double x = place_of (plot, lines[i].from, maximum), wide, left;

      if (lines[i].from <= 0) /* the last grade begins at nothing */
        continue;
      wide = ys_chart_measure (cr, lines[i].name, style);
      left = MIN (x - wide / 2, limit - wide - style->size / 3);
      limit = left;
      ys_chart_write (cr, lines[i].name, left, plot->y - row, 0, row, 0, YS_TONE_FAINT, style);
      draw_line (cr, plot, x, style);
    }
}

static void
draw_whisker (cairo_t *cr, double low, double high, double y, double height, const YsChartStyle *style)
{
  ys_chart_set_tone (cr, YS_TONE_WORDS, style);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, low, y);
  cairo_line_to (cr, high, y);
  cairo_move_to (cr, low, y - height);
  cairo_line_to (cr, low, y + height);
  cairo_move_to (cr, high, y - height);
  cairo_line_to (cr, high, y + height);
  cairo_stroke (cr);
}

static void
draw_county (cairo_t *cr, const YsChartArea *bar, const YsChartCounty *county, const YsChartArea *plot,
             YsPoints maximum, const YsChartStyle *style)
{
  if (county->waits)
    {
      /* a line needs more contrast than an area */
      ys_chart_set_tone (cr, style->ground == YS_CHART_DARK ? YS_TONE_MIDDLE : YS_TONE_DEEP, style);
      cairo_set_line_width (cr, 1);
      cairo_rectangle (cr, bar->x + 0.5, bar->y + 0.5, MAX (0, bar->width - 1), bar->height - 1);
      cairo_stroke (cr);
    }
  else
    ys_chart_fill (cr, bar, YS_TONE_DEEP, style);
  if (county->high > county->low)
    draw_whisker (cr, place_of (plot, county->low, maximum), place_of (plot, county->high, maximum),
                  bar->y + bar->height * 1.15, bar->height * 0.18, style);
}

void
ys_chart_draw_county_bar (cairo_t *cr, const YsChartArea *area, const YsChartCounty *county, const YsChartLine *lines,
                          guint n_lines, YsPoints maximum, const YsChartStyle *style)
{
  YsChartArea bar = { area->x, area->y + area->height * 0.25, 0, area->height * 0.5 };

  if (maximum <= 0)
    return;
  bar.width = place_of (area, county->total, maximum) - area->x;
  draw_county (cr, &bar, county, area, maximum, style);
  for (guint i = 0; i < n_lines; i++)
    if (lines[i].from > 0)
      draw_line (cr, area, place_of (area, lines[i].from, maximum), style);
}

/* "82.07 未排名" */
static char *
figure_text (const YsChartCounty *county)
{
  g_autofree char *total = ys_points_to_display (county->total);

  return county->note != NULL ? g_strdup_printf ("%s %s", total, county->note) : g_steal_pointer (&total);
}

void
ys_chart_draw_counties (cairo_t *cr, const YsChartArea *area, const YsChartCounty *counties, guint n,
                        const YsChartLine *lines, guint n_lines, YsPoints maximum, const YsChartStyle *style)
{
  double row = ys_chart_row_height (style), names = 0, figures = 0, gap = style->size * 0.7;
  YsChartArea plot;

  if (maximum <= 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *figure = figure_text (&counties[i]);

      names = MAX (names, ys_chart_measure (cr, counties[i].name, style));
      figures = MAX (figures, ys_chart_measure (cr, figure, style));
    }
  names = MIN (names, area->width * 0.3);
  plot = (YsChartArea){ area->x + names + gap, area->y + row,
                        MAX (0, area->width - names - figures - 2 * gap), n * row };
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *figure = figure_text (&counties[i]);
      double y = plot.y + i * row;
      YsChartArea bar = { plot.x, y + row * 0.2, 0, row * 0.5 };

      bar.width = place_of (&plot, counties[i].total, maximum) - plot.x;
      ys_chart_write (cr, counties[i].name, area->x, y, names, row, 0, YS_TONE_WORDS, style);
      draw_county (cr, &bar, &counties[i], &plot, maximum, style);
      ys_chart_write (cr, figure, area->x + area->width - figures, y, figures, row, 0, YS_TONE_WORDS, style);
    }
  draw_lines (cr, &plot, lines, n_lines, maximum, row, style);
}

char *
ys_chart_counties_to_text (const YsChartCounty *counties, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *total = ys_points_to_display (counties[i].total);
      g_autofree char *low = ys_points_to_display (counties[i].low);
      g_autofree char *high = ys_points_to_display (counties[i].high);

      g_string_append_printf (text, "%s%s%s分", i > 0 ? "；" : "", counties[i].name, total);
      if (counties[i].high > counties[i].low)
        g_string_append_printf (text, "（%s至%s分）", low, high);
      if (counties[i].note != NULL)
        g_string_append_printf (text, "，%s", counties[i].note);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
