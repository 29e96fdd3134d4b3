/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inks, hatching and words of the charts.
 * The three shades of the base differ in lightness as well, deductions are hatched, the bonus is dotted on paper. */
#include "ys-chart-private.h"

#include <math.h>

#include "ys-fonts.h"

typedef struct
{
  double red, green, blue;
} Colour;

#define RGB(hex) { ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex) & 255) / 255.0 }

static const Colour tones[][YS_N_TONES] = {
  [YS_CHART_LIGHT] = { RGB (0x1c60b0), RGB (0x719ccf), RGB (0xb0c7e5), RGB (0xe6e6e6), RGB (0x2ec27e),
                       RGB (0xb4232b), RGB (0x2e2e2e), RGB (0x5e5e5e) },
  [YS_CHART_DARK] = { RGB (0x2f74c9), RGB (0x6f9fdb), RGB (0xb4cdee), RGB (0x444444), RGB (0x33c684),
                      RGB (0xff7b72), RGB (0xffffff), RGB (0xbdbdbd) },
  [YS_CHART_PAPER] = { RGB (0x1c4f90), RGB (0x719ccf), RGB (0xc3d5ec), RGB (0xececec), RGB (0x1d8a57),
                       RGB (0xb4232b), RGB (0x000000), RGB (0x404040) },
};

static void
set_colour (cairo_t *cr, const Colour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

void
ys_chart_set_tone (cairo_t *cr, YsTone tone, const YsChartStyle *style)
{
  set_colour (cr, &tones[style->ground][tone]);
}

void
ys_chart_set_shade (cairo_t *cr, guint index, guint n, const YsChartStyle *style)
{
  const Colour *deep = &tones[style->ground][YS_TONE_DEEP], *pale = &tones[style->ground][YS_TONE_PALE];
  double along = n > 1 ? (double)index / (n - 1) : 0;

  if (n == 3)
    {
      ys_chart_set_tone (cr, (YsTone)(YS_TONE_DEEP + index), style);
      return;
    }
  cairo_set_source_rgb (cr, deep->red + (pale->red - deep->red) * along,
                        deep->green + (pale->green - deep->green) * along,
                        deep->blue + (pale->blue - deep->blue) * along);
}

/* Lines at 45 degrees, and the outline. */
static void
hatch (cairo_t *cr, const YsChartArea *area, double gap)
{
  cairo_save (cr);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_clip (cr);
  cairo_set_line_width (cr, gap / 3);
  for (double at = area->x - area->height; at < area->x + area->width; at += gap)
    {
      cairo_move_to (cr, at, area->y);
      cairo_line_to (cr, at + area->height, area->y + area->height);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
dot (cairo_t *cr, const YsChartArea *area, double gap)
{
  cairo_save (cr);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_clip (cr);
  for (double y = area->y + gap / 2; y < area->y + area->height; y += gap)
    for (double x = area->x + gap / 2; x < area->x + area->width; x += gap)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, gap / 4, 0, 2 * G_PI);
      }
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
outline (cairo_t *cr, const YsChartArea *area)
{
  double line = MIN (1, MIN (area->width, area->height) / 2);

  cairo_set_line_width (cr, line);
  cairo_rectangle (cr, area->x + line / 2, area->y + line / 2, area->width - line, area->height - line);
  cairo_stroke (cr);
}

void
ys_chart_fill (cairo_t *cr, const YsChartArea *area, YsTone tone, const YsChartStyle *style)
{
  double gap = MAX (3, area->height / 3);

  if (area->width <= 0 || area->height <= 0)
    return;
  ys_chart_set_tone (cr, tone, style);
  if (tone == YS_TONE_DEDUCTION)
    {
      hatch (cr, area, gap);
      outline (cr, area);
    }
  else if (tone == YS_TONE_BONUS && style->ground == YS_CHART_PAPER)
    {
      dot (cr, area, gap);
      outline (cr, area);
    }
  else
    {
      cairo_rectangle (cr, area->x, area->y, area->width, area->height);
      cairo_fill (cr);
    }
}

static PangoLayout *
set_words (cairo_t *cr, const char *text, const YsChartStyle *style)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_new ();

  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string ("zh-cn"));
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_font_description_set_family (description,
                                     style->family != NULL ? style->family : "黑体,SimHei,Noto Sans CJK SC,sans");
  pango_font_description_set_absolute_size (description, style->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  ys_fonts_substitute (layout, YS_FONT_SUBSTITUTE, NULL);
  return layout;
}

double
ys_chart_write (cairo_t *cr, const char *text, double x, double y, double width, double height, int align,
                YsTone tone, const YsChartStyle *style)
{
  PangoLayout *layout = set_words (cr, text, style);
  int wide, high;

  if (width > 0)
    {
      pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_size (layout, &wide, &high);
  ys_chart_set_tone (cr, tone, style);
  cairo_move_to (cr, align == 1 ? x - (double)wide / PANGO_SCALE : x,
                 y + (height - (double)high / PANGO_SCALE) / 2);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
  return (double)wide / PANGO_SCALE;
}

double
ys_chart_measure (cairo_t *cr, const char *text, const YsChartStyle *style)
{
  PangoLayout *layout = set_words (cr, text, style);
  int wide;

  pango_layout_get_size (layout, &wide, NULL);
  g_object_unref (layout);
  return (double)wide / PANGO_SCALE;
}

double
ys_chart_row_height (const YsChartStyle *style)
{
  return ceil (style->size * 1.8);
}

char *
ys_chart_signed_text (YsPoints points)
{
  g_autofree char *size = ys_points_to_display (ABS (points));

  return g_strconcat (points < 0 ? "−" : "+", size, NULL);
}
