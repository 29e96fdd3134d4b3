/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample's evidence, laid out by the reports' own pages: red head, number, paragraphs, seal, an annexed table.
 * The clock fixes the dates inside, the language is always Chinese: the same content gives the same bytes. */
#include "ys-sample-pdf.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ys-folio.h"

#define SCAN_SCALE 1.6 /* pixels for a point: a scanner of 115 dpi */
#define SEAL_RADIUS 58.0

/* clang-format off: a style a line */
static const YsFolioStyle red_head = { YS_FONT_TITLE, 30, 42, YS_FOLIO_CENTRE, 0, 10, 0, YS_FOLIO_RED, TRUE };
static const YsFolioStyle number_line = { YS_FONT_TEXT, 15, 22, YS_FOLIO_CENTRE, 0, 6, 0, YS_FOLIO_BLACK, TRUE };
static const YsFolioStyle title_line = { YS_FONT_TITLE, 21, 32, YS_FOLIO_CENTRE, 0, 16, 0, YS_FOLIO_BLACK, TRUE };
static const YsFolioStyle heading = { YS_FONT_HEAD, 15.5, 25, YS_FOLIO_LEFT, 0, 5, 2, YS_FOLIO_BLACK, TRUE };
static const YsFolioStyle paragraph = { YS_FONT_TEXT, 15.5, 25, YS_FOLIO_LEFT, 0, 4, 2, YS_FOLIO_BLACK, FALSE };
/* stays with the signature: a page with nothing but a seal is against the rules */
static const YsFolioStyle last_paragraph = { YS_FONT_TEXT, 15.5, 25, YS_FOLIO_LEFT, 0, 4, 2, YS_FOLIO_BLACK, TRUE };
static const YsFolioStyle signature = { YS_FONT_TEXT, 15.5, 25, YS_FOLIO_RIGHT, 0, 2, 0, YS_FOLIO_BLACK, FALSE };
static const YsFolioStyle annex = { YS_FONT_HEAD, 14, 22, YS_FOLIO_LEFT, 0, 8, 0, YS_FOLIO_BLACK, TRUE };
static const YsFolioStyle table_title = { YS_FONT_TITLE, 18, 28, YS_FOLIO_CENTRE, 0, 12, 0, YS_FOLIO_BLACK, TRUE };
/* clang-format on */

static void
add_head (YsFolio *folio, const YsSampleDocument *document)
{
  if (document->head != NULL)
    {
      ys_folio_add_text (folio, &red_head, document->head);
      if (document->number != NULL)
        ys_folio_add_text (folio, &number_line, document->number);
      ys_folio_add_rule (folio, YS_FOLIO_RED, 1.4);
      ys_folio_add_space (folio, 24);
    }
  ys_folio_add_text (folio, &title_line, document->title);
}

static void
add_paragraph (YsFolio *folio, const char *text, gboolean is_last)
{
  static const char *const numerals[] = { "一、", "二、", "三、", "四、" };
  gboolean is_heading = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    is_heading |= g_str_has_prefix (text, numerals[i]);
  ys_folio_add_text (folio, is_heading ? &heading : is_last ? &last_paragraph : &paragraph, text);
}

static void
add_table (YsFolio *folio, const YsSampleTable *table)
{
  YsFolioColumn columns[YS_FOLIO_MAX_COLUMNS] = { 0 };
  guint n = MIN (g_strv_length ((char **)table->columns), YS_FOLIO_MAX_COLUMNS);

  ys_folio_break_page (folio);
  ys_folio_add_text (folio, &annex, "附件");
  ys_folio_add_text (folio, &table_title, table->title);
  for (guint i = 0; i < n; i++)
    columns[i] = (YsFolioColumn){ table->columns[i], 1, YS_FOLIO_CENTRE, FALSE };
  ys_folio_begin_table (folio, columns, n, 11);
  for (guint cell = 0; cell + n <= table->cells->len; cell += n)
    ys_folio_add_row (folio, YS_FOLIO_ROW_PLAIN, (const char *const *)table->cells->pdata + cell);
  ys_folio_end_table (folio);
  if (table->remark != NULL)
    add_paragraph (folio, table->remark, FALSE);
}

/* ---- the seal ---- */

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

typedef struct
{
  YsFonts *fonts;
  const char *sender;
} Seal;

/* A letter at @angle on the inner side of the ring, its foot to the middle. */
static void
draw_letter (cairo_t *cr, const Seal *seal, const char *letter, double angle, double middle)
{
  PangoLayout *layout = ys_fonts_create_layout (seal->fonts, YS_FONT_TITLE, 12, 0, letter);

  cairo_save (cr);
  cairo_translate (cr, middle + (SEAL_RADIUS - 12) * cos (angle), middle + (SEAL_RADIUS - 12) * sin (angle));
  cairo_rotate (cr, angle + G_PI / 2);
  cairo_move_to (cr, -6, -9);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
  g_object_unref (layout);
}

/* A round seal: ring, star, the sender's name along the upper curve. */
static void
draw_seal (cairo_t *cr, double width, double height, gpointer data)
{
  const Seal *seal = data;
  glong n = g_utf8_strlen (seal->sender, -1);
  const char *at = seal->sender;
  double middle = width / 2;

  cairo_set_source_rgba (cr, 0.86, 0.08, 0.08, 0.78);
  cairo_set_line_width (cr, 3);
  cairo_new_path (cr);
  cairo_arc (cr, middle, middle, SEAL_RADIUS, 0, 2 * G_PI);
  cairo_stroke (cr);
  draw_star (cr, middle, middle, 17);
  for (glong i = 0; i < n; i++, at = g_utf8_next_char (at))
    {
      g_autofree char *letter = g_strndup (at, (gsize)(g_utf8_next_char (at) - at));
      double angle = -G_PI * 1.25 + (n > 1 ? 1.5 * G_PI * (double)i / (double)(n - 1) : 0.75 * G_PI);

      draw_letter (cr, seal, letter, angle, middle);
    }
}

static void
add_signature (YsFolio *folio, const YsSampleDocument *document)
{
  const double size = 2 * SEAL_RADIUS + 4;
  Seal *seal;
  double middle;

  if (document->sender == NULL)
    return;
  ys_folio_need_room (folio, 104);
  ys_folio_add_space (folio, 24);
  middle = ys_folio_get_position (folio) + 18;
  ys_folio_add_text (folio, &signature, document->sender);
  ys_folio_add_text (folio, &signature, document->date);
  seal = g_new0 (Seal, 1);
  seal->fonts = ys_folio_get_fonts (folio);
  seal->sender = document->sender;
  ys_folio_add_overlay (folio, YS_FOLIO_WIDTH - YS_FOLIO_SIDE - 70 - size / 2, middle - size / 2, size, size, draw_seal,
                        seal, g_free);
}

/* ---- scanning ---- */

/* The page as a scanner sees it: a picture on greyish paper that never lies quite straight on the glass. */
static void
scan_page (YsFolio *folio, guint page, cairo_t *cr, gpointer data)
{
  cairo_surface_t *picture = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int)(YS_FOLIO_WIDTH * SCAN_SCALE), (int)(YS_FOLIO_HEIGHT * SCAN_SCALE));
  cairo_t *glass = cairo_create (picture);

  cairo_set_source_rgb (glass, 0.96, 0.955, 0.94);
  cairo_paint (glass);
  cairo_scale (glass, SCAN_SCALE, SCAN_SCALE);
  cairo_translate (glass, YS_FOLIO_WIDTH / 2, YS_FOLIO_HEIGHT / 2);
  cairo_rotate (glass, page % 2 == 0 ? 0.006 : -0.004);
  cairo_translate (glass, -YS_FOLIO_WIDTH / 2, -YS_FOLIO_HEIGHT / 2);
  ys_folio_draw_page (folio, page, glass);
  cairo_destroy (glass);
  cairo_save (cr);
  cairo_scale (cr, 1 / SCAN_SCALE, 1 / SCAN_SCALE);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (picture);
}

gboolean
ys_sample_draw (const YsSampleDocument *document, const char *path, GError **error)
{
  g_autoptr (YsFolio) folio = ys_folio_new (document->title);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) trouble = NULL;

  add_head (folio, document);
  for (guint i = 0; i < document->paragraphs->len; i++)
    add_paragraph (folio, g_ptr_array_index (document->paragraphs, i), i + 1 == document->paragraphs->len);
  add_signature (folio, document);
  if (document->table != NULL)
    add_table (folio, document->table);
  pdf = ys_folio_dup_pdf (folio, document->scan ? scan_page : NULL, NULL, error);
  if (pdf == NULL)
    return FALSE;
  if (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), &trouble))
    return TRUE;
  ys_set_error_from_foreign (error, g_steal_pointer (&trouble), path, _ ("Writing a PDF of the sample"));
  return FALSE;
}
