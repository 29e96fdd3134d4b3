/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widgets that only draw: what they say to the screen reader is the chart's own text. */
#include "ys-ranking-bar.h"

#include <adwaita.h>

#include "ys-chart-view.h"

#define BAR_HEIGHT 14

typedef struct
{
  YsChartBar *bar;
  char **names; /* of the parts, owned: the sheet may go before the widget */
  YsPoints *parts;
  YsPoints most;
} Drawn;

static void
drawn_free (gpointer data)
{
  Drawn *drawn = data;

  g_free (drawn->bar);
  g_strfreev (drawn->names);
  g_free (drawn->parts);
  g_free (drawn);
}

static Drawn *
drawn_new (const YsSheetUnit *unit, YsPoints most)
{
  g_autoptr (YsChartBar) bar = ys_chart_bar_from_sheet (unit);
  Drawn *drawn = g_new0 (Drawn, 1);

  drawn->names = g_new0 (char *, bar->n_parts + 1);
  for (guint i = 0; i < bar->n_parts; i++)
    drawn->names[i] = g_strdup (bar->names[i]);
  drawn->parts = g_memdup2 (bar->parts, bar->n_parts * sizeof *bar->parts);
  drawn->bar = g_memdup2 (bar, sizeof *bar);
  drawn->bar->names = (const char *const *)drawn->names;
  drawn->bar->parts = drawn->parts;
  drawn->most = most;
  return drawn;
}

static void
draw_bar (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Drawn *drawn = data;
  YsChartStyle style = ys_chart_style_of_widget (GTK_WIDGET (area));
  YsChartArea where = { 0, (height - BAR_HEIGHT) / 2.0, width, BAR_HEIGHT };

  ys_chart_draw_bar (cr, &where, drawn->bar, drawn->most, &style);
}

static void
draw_legend (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Drawn *drawn = data;
  YsChartStyle style = ys_chart_style_of_widget (GTK_WIDGET (area));
  YsChartArea where = { 0, 0, width, height };

  ys_chart_draw_legend (cr, &where, drawn->bar, &style);
}

static GtkWidget *
make_area (GtkDrawingAreaDrawFunc draw, Drawn *drawn)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, drawn, drawn_free);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), area,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (area, TRUE);
  return area;
}

GtkWidget *
ys_ranking_bar_new (const YsSheetUnit *unit, YsPoints most)
{
  Drawn *drawn = drawn_new (unit, most);
  g_autofree char *text = ys_chart_bar_to_text (drawn->bar);
  GtkWidget *area = make_area (draw_bar, drawn);

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), BAR_HEIGHT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (area, text);
  return area;
}

GtkWidget *
ys_ranking_legend_new (const YsSheetUnit *unit)
{
  Drawn *drawn = drawn_new (unit, 0);
  g_autofree char *names = g_strjoinv ("、", drawn->names);
  GtkWidget *area = make_area (draw_legend, drawn);

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), BAR_HEIGHT * 2);
  gtk_widget_add_css_class (area, "small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, names, -1);
  return area;
}
