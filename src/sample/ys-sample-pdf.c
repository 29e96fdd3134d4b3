/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the sample's evidence with cairo and pango, laid out as official documents are (GB/T 9704 in manner).
 * The clock fixes the dates inside, the language is always Chinese: the same content gives the same bytes. */
#include "ys-sample-pdf.h"
#include "ys-date.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN_TOP 105.0
#define MARGIN_SIDE 79.0
#define MARGIN_BOTTOM 99.0
#define TEXT_WIDTH (PAGE_WIDTH - 2 * MARGIN_SIDE)
#define SERIF "Noto Serif CJK SC"
#define SANS "Noto Sans CJK SC"
#define SCAN_SCALE 1.6 /* pixels for a point: a scanner of 115 dpi */

typedef struct {
  const YsSampleDocument *document;
  cairo_surface_t *paper, *picture; /* picture: the page being drawn, of a scan */
  cairo_t *cr;
  double y;
  guint page;
} Press;

static PangoLayout *
make_layout (Press *press, const char *font, double size, const char *text, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (press->cr);
  g_autofree char *description = g_strdup_printf ("%s %d", font, (int) size);
  PangoFontDescription *fonts = pango_font_description_from_string (description);

  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string ("zh-cn"));
  pango_font_description_set_absolute_size (fonts, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, fonts);
  pango_font_description_free (fonts);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR); /* no comma at the head of a line */
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
begin_page (Press *press)
{
  press->page++;
  press->y = MARGIN_TOP;
  if (!press->document->scan)
    {
      press->cr = cairo_create (press->paper);
      return;
    }
  press->picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (PAGE_WIDTH * SCAN_SCALE),
                                               (int) (PAGE_HEIGHT * SCAN_SCALE));
  press->cr = cairo_create (press->picture);
  cairo_set_source_rgb (press->cr, 0.96, 0.955, 0.94);
  cairo_paint (press->cr);
  cairo_scale (press->cr, SCAN_SCALE, SCAN_SCALE);
  /* a sheet never lies quite straight on the glass */
  cairo_translate (press->cr, PAGE_WIDTH / 2, PAGE_HEIGHT / 2);
  cairo_rotate (press->cr, press->page % 2 == 1 ? 0.006 : -0.004);
  cairo_translate (press->cr, -PAGE_WIDTH / 2, -PAGE_HEIGHT / 2);
}

static void
draw_page_number (Press *press)
{
  g_autofree char *number = g_strdup_printf ("— %u —", press->page);
  PangoLayout *layout = make_layout (press, SERIF, 12, number, TEXT_WIDTH);

  pango_layout_set_alignment (layout, press->page % 2 == 1 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  cairo_set_source_rgb (press->cr, 0.1, 0.1, 0.1);
  cairo_move_to (press->cr, MARGIN_SIDE, PAGE_HEIGHT - 70);
  pango_cairo_show_layout (press->cr, layout);
  g_object_unref (layout);
}

static void
end_page (Press *press)
{
  draw_page_number (press);
  cairo_destroy (press->cr);
  press->cr = NULL;
  if (press->picture != NULL)
    {
      cairo_t *cr = cairo_create (press->paper);
      cairo_scale (cr, 1 / SCAN_SCALE, 1 / SCAN_SCALE);
      cairo_set_source_surface (cr, press->picture, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
      g_clear_pointer (&press->picture, cairo_surface_destroy);
    }
  cairo_surface_show_page (press->paper);
}

static void
need_room (Press *press, double height)
{
  if (press->y + height <= PAGE_HEIGHT - MARGIN_BOTTOM)
    return;
  end_page (press);
  begin_page (press);
}

static double
draw_text (Press *press, const char *font, double size, const char *text, PangoAlignment alignment, double gap)
{
  PangoLayout *layout = make_layout (press, font, size, text, TEXT_WIDTH);
  int height;

  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_line_spacing (layout, 1.1f);
  pango_layout_get_size (layout, NULL, &height);
  double points = (double) height / PANGO_SCALE;
  need_room (press, points);
  cairo_move_to (press->cr, MARGIN_SIDE, press->y);
  pango_cairo_show_layout (press->cr, layout);
  g_object_unref (layout);
  press->y += points + gap;
  return points;
}

static void
draw_head (Press *press)
{
  const YsSampleDocument *document = press->document;

  if (document->head != NULL)
    {
      cairo_set_source_rgb (press->cr, 0.84, 0.1, 0.1);
      draw_text (press, SERIF " Bold", 30, document->head, PANGO_ALIGN_CENTER, 22);
      cairo_set_source_rgb (press->cr, 0.1, 0.1, 0.1);
      if (document->number != NULL)
        draw_text (press, SERIF, 15, document->number, PANGO_ALIGN_CENTER, 6);
      cairo_set_source_rgb (press->cr, 0.84, 0.1, 0.1);
      cairo_set_line_width (press->cr, 1.4);
      cairo_move_to (press->cr, MARGIN_SIDE, press->y);
      cairo_line_to (press->cr, PAGE_WIDTH - MARGIN_SIDE, press->y);
      cairo_stroke (press->cr);
      press->y += 34;
    }
  cairo_set_source_rgb (press->cr, 0.1, 0.1, 0.1);
  draw_text (press, SERIF " Bold", 21, document->title, PANGO_ALIGN_CENTER, 24);
}

static void
draw_paragraph (Press *press, const char *text)
{
  gboolean heading = g_str_has_prefix (text, "一、") || g_str_has_prefix (text, "二、") || g_str_has_prefix (text, "三、")
                     || g_str_has_prefix (text, "四、");
  g_autofree char *indented = g_strconcat ("　　", text, NULL);

  cairo_set_source_rgb (press->cr, 0.1, 0.1, 0.1);
  draw_text (press, heading ? SANS : SERIF, 15.5, indented, PANGO_ALIGN_LEFT, 7);
}

static void
draw_cell (Press *press, double x, double width, const char *text, gboolean head)
{
  PangoLayout *layout = make_layout (press, head ? SANS : SERIF, 11, text, width - 6);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_rectangle (press->cr, x, press->y, width, 24);
  cairo_stroke (press->cr);
  cairo_move_to (press->cr, x + 3, press->y + 4);
  pango_cairo_show_layout (press->cr, layout);
  g_object_unref (layout);
}

static void
draw_table (Press *press)
{
  const YsSampleTable *table = press->document->table;
  guint columns = g_strv_length ((char **) table->columns);
  double width = TEXT_WIDTH / columns;

  end_page (press);
  begin_page (press);
  cairo_set_source_rgb (press->cr, 0.1, 0.1, 0.1);
  draw_text (press, SANS, 14, "附件", PANGO_ALIGN_LEFT, 8);
  draw_text (press, SERIF " Bold", 18, table->title, PANGO_ALIGN_CENTER, 14);
  cairo_set_line_width (press->cr, 0.6);
  for (guint column = 0; column < columns; column++)
    draw_cell (press, MARGIN_SIDE + column * width, width, table->columns[column], TRUE);
  press->y += 24;
  for (guint cell = 0; cell < table->cells->len; cell += columns)
    {
      need_room (press, 24);
      for (guint column = 0; column < columns; column++)
        draw_cell (press, MARGIN_SIDE + column * width, width, g_ptr_array_index (table->cells, cell + column), FALSE);
      press->y += 24;
    }
  press->y += 16;
  if (table->remark != NULL)
    draw_paragraph (press, table->remark);
}

static void
draw_star (cairo_t *cr, double x, double y, double radius)
{
  for (int i = 0; i < 10; i++)
    {
      double r = i % 2 == 0 ? radius : radius * 0.382;
      double angle = -G_PI / 2 + i * G_PI / 5;
      cairo_line_to (cr, x + r * cos (angle), y + r * sin (angle));
    }
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* A round seal: ring, star, the sender's name along the upper curve. */
static void
draw_seal (Press *press, double x, double y)
{
  const double radius = 58;
  glong n = g_utf8_strlen (press->document->sender, -1);
  const char *at = press->document->sender;

  cairo_save (press->cr);
  cairo_set_source_rgba (press->cr, 0.86, 0.08, 0.08, 0.78);
  cairo_set_line_width (press->cr, 3);
  cairo_new_path (press->cr);
  cairo_arc (press->cr, x, y, radius, 0, 2 * G_PI);
  cairo_stroke (press->cr);
  draw_star (press->cr, x, y, 17);
  for (glong i = 0; i < n; i++, at = g_utf8_next_char (at))
    {
      g_autofree char *letter = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));
      double angle = -G_PI * 1.25 + (n > 1 ? 1.5 * G_PI * (double) i / (double) (n - 1) : 0.75 * G_PI);
      PangoLayout *layout = make_layout (press, SERIF " Bold", 12, letter, 20);

      cairo_save (press->cr);
      cairo_translate (press->cr, x + (radius - 12) * cos (angle), y + (radius - 12) * sin (angle));
      cairo_rotate (press->cr, angle + G_PI / 2);
      cairo_move_to (press->cr, -6, -9);
      pango_cairo_show_layout (press->cr, layout);
      cairo_restore (press->cr);
      g_object_unref (layout);
    }
  cairo_restore (press->cr);
}

static void
draw_signature (Press *press)
{
  const YsSampleDocument *document = press->document;

  if (document->sender == NULL)
    return;
  need_room (press, 118);
  press->y += 30;
  double middle = press->y + 18;
  cairo_set_source_rgb (press->cr, 0.1, 0.1, 0.1);
  draw_text (press, SERIF, 15.5, document->sender, PANGO_ALIGN_RIGHT, 4);
  draw_text (press, SERIF, 15.5, document->date, PANGO_ALIGN_RIGHT, 4);
  draw_seal (press, PAGE_WIDTH - MARGIN_SIDE - 70, middle);
}

gboolean
ys_sample_draw (const YsSampleDocument *document, const char *path, GError **error)
{
  Press press = { .document = document };
  g_autofree char *at = ys_time_to_xml (ys_clock_now ());
  cairo_status_t status;

  press.paper = cairo_pdf_surface_create (path, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_pdf_surface_set_metadata (press.paper, CAIRO_PDF_METADATA_TITLE, document->title);
  cairo_pdf_surface_set_metadata (press.paper, CAIRO_PDF_METADATA_CREATE_DATE, at);
  cairo_pdf_surface_set_metadata (press.paper, CAIRO_PDF_METADATA_MOD_DATE, at);
  begin_page (&press);
  draw_head (&press);
  for (guint i = 0; i < document->paragraphs->len; i++)
    draw_paragraph (&press, g_ptr_array_index (document->paragraphs, i));
  draw_signature (&press);
  if (document->table != NULL)
    draw_table (&press);
  end_page (&press);
  cairo_surface_finish (press.paper);
  status = cairo_surface_status (press.paper);
  cairo_surface_destroy (press.paper);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  ys_set_error (error, YS_ERROR_IO, path, _("Drawing a PDF of the sample did not succeed: %s"),
                cairo_status_to_string (status));
  return FALSE;
}
