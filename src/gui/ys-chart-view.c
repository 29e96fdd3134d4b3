/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One widget for all charts: what is drawn and how high it is are two functions over plain data. */
#include "ys-chart-view.h"

#include <adwaita.h>

/* Pixels: bars in a row of a list, beside words of one line. */
#define BARS_HEIGHT 14
#define COUNTY_HEIGHT 22

typedef struct
{
  YsSheet *sheet; /* that names point into; NULL */
  char *name;     /* owned name of a part; NULL */
  YsChartPart part;
  YsChartCounty county;
  GArray *steps, *lines; /* of YsChartStep, YsChartLine; NULL */
  YsPoints maximum;
} Data;

typedef double (*HeightFunc) (const Data *data, const YsChartStyle *style);
typedef void (*DrawFunc) (const Data *data, cairo_t *cr, const YsChartArea *area, const YsChartStyle *style);

struct _YsChartView
{
  GtkWidget parent_instance;
  Data data;
  HeightFunc height;
  DrawFunc draw;
  char *text;
};

G_DEFINE_FINAL_TYPE (YsChartView, ys_chart_view, GTK_TYPE_WIDGET)

YsChartStyle
ys_chart_style_of_widget (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96.0) / 72;
  return (YsChartStyle){ dark ? YS_CHART_DARK : YS_CHART_LIGHT, pango_font_description_get_family (font), size };
}

/* ---- the charts ---- */

static double
waterfall_height (const Data *data, const YsChartStyle *style)
{
  return ys_chart_waterfall_height (data->steps->len, style);
}

static void
draw_waterfall (const Data *data, cairo_t *cr, const YsChartArea *area, const YsChartStyle *style)
{
  ys_chart_draw_waterfall (cr, area, (const YsChartStep *)(gpointer)data->steps->data, data->steps->len, style);
}

static double
part_height (const Data *data, const YsChartStyle *style)
{
  return BARS_HEIGHT;
}

static void
draw_part (const Data *data, cairo_t *cr, const YsChartArea *area, const YsChartStyle *style)
{
  YsChartArea bars = { area->x, area->y + (area->height - BARS_HEIGHT) / 2, area->width, BARS_HEIGHT };

  ys_chart_draw_part_bars (cr, &bars, &data->part, style);
}

static double
county_height (const Data *data, const YsChartStyle *style)
{
  return COUNTY_HEIGHT;
}

static void
draw_county (const Data *data, cairo_t *cr, const YsChartArea *area, const YsChartStyle *style)
{
  ys_chart_draw_county_bar (cr, area, &data->county, (const YsChartLine *)(gpointer)data->lines->data,
                            data->lines->len, data->maximum, style);
}

/* ---- as a widget ---- */

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  YsChartView *self = YS_CHART_VIEW (widget);
  YsChartStyle style = ys_chart_style_of_widget (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->height != NULL)
    *minimum = *natural = (int)self->height (&self->data, &style) + 1;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YsChartView *self = YS_CHART_VIEW (widget);
  YsChartStyle style = ys_chart_style_of_widget (widget);
  YsChartArea area = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  cairo_t *cr
      = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)area.width, (float)area.height));

  self->draw (&self->data, cr, &area, &style);
  cairo_destroy (cr);
}

static void
ys_chart_view_finalize (GObject *object)
{
  YsChartView *self = YS_CHART_VIEW (object);

  g_clear_pointer (&self->data.sheet, ys_sheet_unref);
  g_clear_pointer (&self->data.steps, g_array_unref);
  g_clear_pointer (&self->data.lines, g_array_unref);
  g_free (self->data.name);
  g_free (self->text);
  G_OBJECT_CLASS (ys_chart_view_parent_class)->finalize (object);
}

static void
ys_chart_view_class_init (YsChartViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = ys_chart_view_finalize;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ys_chart_view_init (YsChartView *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/* Takes @text. */
static YsChartView *
view_new (HeightFunc height, DrawFunc draw, char *text)
{
  YsChartView *self = g_object_new (YS_TYPE_CHART_VIEW, NULL);

  self->height = height;
  self->draw = draw;
  self->text = text;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  return self;
}

GtkWidget *
ys_chart_view_new_waterfall (YsSheet *sheet, const YsSheetUnit *unit)
{
  GArray *steps = ys_chart_steps_from_sheet (sheet, unit);
  YsChartView *self
      = view_new (waterfall_height, draw_waterfall,
                  ys_chart_waterfall_to_text ((const YsChartStep *)(gpointer)steps->data, steps->len));

  self->data.sheet = ys_sheet_ref (sheet);
  self->data.steps = steps;
  return GTK_WIDGET (self);
}

GtkWidget *
ys_chart_view_new_part (const YsChartPart *part)
{
  YsChartView *self = view_new (part_height, draw_part, ys_chart_parts_to_text (part, 1));

  self->data.name = g_strdup (part->name);
  self->data.part = *part;
  self->data.part.name = self->data.name;
  return GTK_WIDGET (self);
}

GtkWidget *
ys_chart_view_new_county (YsSheet *sheet, const YsChartCounty *county)
{
  YsChartView *self = view_new (county_height, draw_county, ys_chart_counties_to_text (county, 1));

  self->data.sheet = ys_sheet_ref (sheet);
  self->data.county = *county;
  self->data.lines = ys_chart_lines_from_standard (sheet->standard);
  self->data.maximum = sheet->standard->maximum;
  return GTK_WIDGET (self);
}

const char *
ys_chart_view_get_text (YsChartView *self)
{
  return self->text;
}
