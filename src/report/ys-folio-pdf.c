/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the pages, and the PDF of them.
 * Fonts are embedded as far as they are used, with the way back to the characters; the clock fixes the dates. */
#include "ys-folio-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "ys-date.h"

#define HEAD_SIZE 9.0
#define HEAD_LINE 13.0
#define HEAD_FOOT (YS_FOLIO_TOP - 20) /* the rule below the head */
#define NUMBER_SIZE 14.0              /* 四号 */
#define NUMBER_TOP (YS_FOLIO_BOTTOM + 19.8) /* 7 mm below the text */

static void
set_ink (cairo_t *cr, YsFolioInk ink)
{
  switch (ink)
    {
    case YS_FOLIO_BLACK:
      cairo_set_source_rgb (cr, 0.05, 0.05, 0.05);
      break;
    case YS_FOLIO_GREY:
      cairo_set_source_rgb (cr, 0.3, 0.3, 0.3);
      break;
    case YS_FOLIO_RED:
      cairo_set_source_rgb (cr, 0.82, 0.08, 0.08);
      break;
    }
}

/* Draws lines @first … @first + @n - 1 with the top of the first at @y. */
static void
draw_lines (cairo_t *cr, PangoLayout *layout, guint first, guint n, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint index = 0;
  int top = 0, from, to;

  do
    {
      PangoRectangle extents;

      pango_layout_iter_get_line_yrange (iter, &from, &to);
      if (index == first)
        top = from;
      if (index >= first && index < first + n)
        {
          pango_layout_iter_get_line_extents (iter, NULL, &extents);
          cairo_move_to (cr, x + (double)extents.x / PANGO_SCALE,
                         y + (double)(pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      index++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_thing (cairo_t *cr, const YsFolioThing *thing)
{
  set_ink (cr, thing->ink);
  switch (thing->kind)
    {
    case YS_FOLIO_THING_TEXT:
      draw_lines (cr, thing->layout, thing->first, thing->n, thing->x, thing->y);
      break;
    case YS_FOLIO_THING_LINE:
      cairo_set_line_width (cr, thing->thickness);
      cairo_move_to (cr, thing->x, thing->y);
      cairo_rel_line_to (cr, thing->width, thing->height);
      cairo_stroke (cr);
      break;
    case YS_FOLIO_THING_DRAWING:
      cairo_save (cr);
      cairo_translate (cr, thing->x, thing->y);
      thing->draw (cr, thing->width, thing->height, thing->data);
      cairo_restore (cr);
      break;
    }
}

/* Draws @text so that its last line ends at @bottom; returns where it begins. */
static double
draw_above (YsFolio *self, cairo_t *cr, YsFontRole font, const char *text, double bottom, YsFolioInk ink)
{
  PangoLayout *layout = ys_fonts_create_layout (self->fonts, font, HEAD_SIZE, HEAD_LINE, text);
  guint n;
  double top;

  pango_layout_set_width (layout, (int)(YS_FOLIO_TEXT_WIDTH * PANGO_SCALE));
  n = (guint)pango_layout_get_line_count (layout);
  top = bottom - ys_folio_lines_height (layout, 0, n);
  set_ink (cr, ink);
  draw_lines (cr, layout, 0, n, YS_FOLIO_SIDE, top);
  g_object_unref (layout);
  return top;
}

static void
draw_head (YsFolio *self, cairo_t *cr)
{
  double bottom = HEAD_FOOT - 3;

  if (self->name == NULL && self->warning == NULL)
    return;
  if (self->warning != NULL)
    bottom = draw_above (self, cr, YS_FONT_HEAD, self->warning, bottom, YS_FOLIO_BLACK);
  if (self->name != NULL)
    draw_above (self, cr, YS_FONT_TEXT, self->name, bottom, YS_FOLIO_GREY);
  set_ink (cr, YS_FOLIO_BLACK);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, YS_FOLIO_SIDE, HEAD_FOOT);
  cairo_rel_line_to (cr, YS_FOLIO_TEXT_WIDTH, 0);
  cairo_stroke (cr);
}

/* "— 1 —", at the outer edge: odd pages right, even ones left, one letter from it. */
static void
draw_number (YsFolio *self, guint page, cairo_t *cr)
{
  g_autofree char *number = g_strdup_printf ("— %u —", page + 1);
  PangoLayout *layout = ys_fonts_create_layout (self->fonts, YS_FONT_PAGE, NUMBER_SIZE, 0, number);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  set_ink (cr, YS_FOLIO_BLACK);
  cairo_move_to (cr,
                 page % 2 == 0
                     ? YS_FOLIO_WIDTH - YS_FOLIO_SIDE - NUMBER_SIZE - (double)width / PANGO_SCALE
                     : YS_FOLIO_SIDE + NUMBER_SIZE,
                 NUMBER_TOP);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

void
ys_folio_draw_page (YsFolio *self, guint page, cairo_t *cr)
{
  const GPtrArray *things = g_ptr_array_index (self->pages, page);

  cairo_save (cr);
  draw_head (self, cr);
  for (guint i = 0; i < things->len; i++)
    draw_thing (cr, g_ptr_array_index (things, i));
  draw_number (self, page, cr);
  cairo_restore (cr);
}

static cairo_status_t
keep_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
add_outlines (YsFolio *self, cairo_surface_t *surface)
{
  int parents[8] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < self->outlines->len; i++)
    {
      const YsOutline *outline = g_ptr_array_index (self->outlines, i);
      guint level = CLAMP (outline->level, 1, G_N_ELEMENTS (parents) - 1);
      /* whole points: no decimal sign that a locale could change */
      g_autofree char *target
          = g_strdup_printf ("page=%u pos=[%d %d]", outline->page + 1, (int)YS_FOLIO_SIDE, (int)outline->y);

      parents[level] = cairo_pdf_surface_add_outline (surface, parents[level - 1], outline->text, target,
                                                      level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (guint below = level + 1; below < G_N_ELEMENTS (parents); below++)
        parents[below] = parents[level];
    }
}

GBytes *
ys_folio_dup_pdf (YsFolio *self, YsFolioPress press, gpointer data, GError **error)
{
  g_autofree char *at = ys_time_to_xml (ys_clock_now ());
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (keep_bytes, bytes, YS_FOLIO_WIDTH, YS_FOLIO_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, at);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, at);
  for (guint page = 0; page < self->pages->len; page++)
    {
      if (press != NULL)
        press (self, page, cr, data);
      else
        ys_folio_draw_page (self, page, cr);
      cairo_show_page (cr);
    }
  add_outlines (self, surface);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  ys_set_error (error, YS_ERROR_FAILED, self->title, _ ("The PDF could not be drawn: %s"),
                cairo_status_to_string (status));
  return NULL;
}
