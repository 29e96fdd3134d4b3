/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the sheets in view: paper, picture, what is selected and found, and a mark where the page is cited. */
#include "ys-pdf-canvas-private.h"

#include <glib/gi18n-lib.h>

/* Paper stays white in the dark, so that these do not follow the colours of the desktop. */
static const GdkRGBA white = { 1, 1, 1, 1 }, shadow = { 0, 0, 0, .35f }, selected = { .11f, .38f, .69f, .28f },
                     found = { 1, .82f, .2f, .38f }, found_now = { .93f, .45f, 0, .45f },
                     found_edge = { .75f, .32f, 0, 1 }, cited = { .11f, .38f, .69f, 1 };

/* ---- what is drawn over the pages ---- */

void
ys_pdf_canvas_set_hits (YsPdfCanvas *self, GPtrArray *hits, guint current)
{
  if (hits != NULL)
    g_ptr_array_ref (hits);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  self->hits = hits;
  self->current_hit = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ys_pdf_canvas_set_marks (YsPdfCanvas *self, GArray *pages)
{
  if (pages != NULL)
    g_array_ref (pages);
  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = pages;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fill_frames (YsPdfCanvas *self, GtkSnapshot *snapshot, guint page, const YsPdfFrame *frames, guint n,
             const GdkRGBA *colour)
{
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t rectangle;

      ys_pdf_layout_to_desk (self->layout, page, &frames[i], &rectangle);
      gtk_snapshot_append_color (snapshot, colour, &rectangle);
    }
}

static void
draw_selection (YsPdfCanvas *self, GtkSnapshot *snapshot, guint page)
{
  g_autoptr (GArray) cover = ys_pdf_selection_dup_cover (self->selection, page);

  if (cover != NULL)
    fill_frames (self, snapshot, page, (const YsPdfFrame *)(gpointer)cover->data, cover->len, &selected);
}

static void
frame_hit (YsPdfCanvas *self, GtkSnapshot *snapshot, const YsPdfPlace *place)
{
  graphene_rect_t rectangle;
  GskRoundedRect edge;
  const float widths[] = { 2, 2, 2, 2 };
  const GdkRGBA colours[] = { found_edge, found_edge, found_edge, found_edge };

  ys_pdf_layout_to_desk (self->layout, place->page, &place->frame, &rectangle);
  graphene_rect_inset (&rectangle, -3, -3);
  gsk_rounded_rect_init_from_rect (&edge, &rectangle, 3);
  gtk_snapshot_append_border (snapshot, &edge, widths, colours);
}

static void
draw_hits (YsPdfCanvas *self, GtkSnapshot *snapshot, guint page)
{
  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    {
      const YsPdfHit *hit = g_ptr_array_index (self->hits, i);

      for (guint k = 0; k < hit->places->len; k++)
        {
          const YsPdfPlace *place = &g_array_index (hit->places, YsPdfPlace, k);

          if (place->page != page)
            continue;
          fill_frames (self, snapshot, page, &place->frame, 1, i == self->current_hit ? &found_now : &found);
          if (i == self->current_hit)
            frame_hit (self, snapshot, place);
        }
    }
}

static void
draw_words (YsPdfCanvas *self, GtkSnapshot *snapshot, const char *words, const GdkRGBA *colour, float x, float y,
            int width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);

  if (width > 0)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* A ribbon at the right of the sheet's top, with the word: a colour alone would not say it. */
static void
draw_mark (YsPdfCanvas *self, GtkSnapshot *snapshot, guint page, const YsPdfSheet *sheet)
{
  g_autoptr (PangoLayout) layout = NULL;
  GskRoundedRect ribbon;
  int width, height;

  for (guint i = 0; self->marks != NULL; i++)
    if (i >= self->marks->len)
      return;
    else if (g_array_index (self->marks, guint, i) == page)
      break;
  if (self->marks == NULL)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _ ("Cited here"));
  pango_layout_get_pixel_size (layout, &width, &height);
  gsk_rounded_rect_init_from_rect (&ribbon,
                                   &GRAPHENE_RECT_INIT ((float)(sheet->x + sheet->width - width - 14),
                                                        (float)sheet->y - 8, (float)width + 12, (float)height + 2),
                                   4);
  gtk_snapshot_push_rounded_clip (snapshot, &ribbon);
  gtk_snapshot_append_color (snapshot, &cited, &ribbon.bounds);
  gtk_snapshot_pop (snapshot);
  draw_words (self, snapshot, _ ("Cited here"), &white, ribbon.bounds.origin.x + 6, ribbon.bounds.origin.y + 1, 0);
}

/* ---- sheets ---- */

static void
draw_trouble (YsPdfCanvas *self, GtkSnapshot *snapshot, guint page, const YsPdfSheet *sheet)
{
  static const GdkRGBA ink = { .2f, .2f, .2f, 1 };
  const GError *error = ys_pdf_pictures_get_error (self->pictures, page);
  g_autofree char *words = NULL;

  if (error == NULL)
    return;
  words = g_strdup_printf (_ ("Page %u can't be shown: %s"), page + 1, error->message);
  draw_words (self, snapshot, words, &ink, (float)sheet->x + 16, (float)sheet->y + 24, MAX (sheet->width - 32, 40));
}

static void
draw_sheet (YsPdfCanvas *self, GtkSnapshot *snapshot, guint page)
{
  const YsPdfSheet *sheet = ys_pdf_layout_get_sheet (self->layout, page);
  GdkTexture *texture = ys_pdf_pictures_get (self->pictures, page);
  graphene_rect_t paper = GRAPHENE_RECT_INIT ((float)sheet->x, (float)sheet->y, (float)sheet->width, (float)sheet->height);
  GskRoundedRect edge;

  gsk_rounded_rect_init_from_rect (&edge, &paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &edge, &shadow, 0, 1, 0, 4);
  gtk_snapshot_append_color (snapshot, &white, &paper);
  gtk_snapshot_push_clip (snapshot, &paper);
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture, &paper);
  else
    draw_trouble (self, snapshot, page, sheet);
  draw_selection (self, snapshot, page);
  draw_hits (self, snapshot, page);
  gtk_snapshot_pop (snapshot);
  draw_mark (self, snapshot, page, sheet);
}

void
ys_pdf_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YsPdfCanvas *self = YS_PDF_CANVAS (widget);
  double top, bottom;

  if (self->layout == NULL || gtk_widget_get_height (widget) <= 0)
    return;
  top = gtk_adjustment_get_value (self->down);
  bottom = top + gtk_widget_get_height (widget);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float)-gtk_adjustment_get_value (self->across), (float)-top));
  for (guint page = ys_pdf_layout_find_page (self->layout, top); page < ys_pdf_layout_get_n_pages (self->layout)
                                                                 && ys_pdf_layout_get_sheet (self->layout, page)->y < bottom;
       page++)
    draw_sheet (self, snapshot, page);
  gtk_snapshot_restore (snapshot);
}
