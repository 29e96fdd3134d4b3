/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flow of text and drawings over pages.
 * What is added is set at once and stays where it stands; only heads and page numbers are drawn later. */
#include "ys-folio-private.h"

/* clang-format off: a style a line */
static const YsFolioStyle styles[YS_FOLIO_N_STYLES] = {
  /*                      font              size  line  align            before after indent ink           keep */
  [YS_FOLIO_TITLE]     = { YS_FONT_TITLE,   22,   34,   YS_FOLIO_CENTRE, 0,     22,   0,     YS_FOLIO_BLACK, TRUE },
  [YS_FOLIO_HEADING_1] = { YS_FONT_HEAD,    16,   28.4, YS_FOLIO_LEFT,   10,    4,    2,     YS_FOLIO_BLACK, TRUE },
  [YS_FOLIO_HEADING_2] = { YS_FONT_SUBHEAD, 15,   27,   YS_FOLIO_LEFT,   8,     4,    2,     YS_FOLIO_BLACK, TRUE },
  [YS_FOLIO_HEADING_3] = { YS_FONT_HEAD,    12,   19,   YS_FOLIO_LEFT,   9,     4,    0,     YS_FOLIO_BLACK, TRUE },
  [YS_FOLIO_TEXT]      = { YS_FONT_TEXT,    15,   27,   YS_FOLIO_LEFT,   0,     2,    2,     YS_FOLIO_BLACK, FALSE },
  [YS_FOLIO_SMALL]     = { YS_FONT_TEXT,    10.5, 17,   YS_FOLIO_LEFT,   1,     3,    2,     YS_FOLIO_BLACK, FALSE },
  [YS_FOLIO_NOTE]      = { YS_FONT_TEXT,    9,    14,   YS_FOLIO_LEFT,   1,     5,    0,     YS_FOLIO_GREY,  FALSE },
};
/* clang-format on */

const YsFolioStyle *
ys_folio_style (YsFolioStyleName name)
{
  return &styles[name];
}

static void
thing_free (gpointer data)
{
  YsFolioThing *thing = data;

  g_clear_object (&thing->layout);
  if (thing->free_data != NULL)
    thing->free_data (thing->data);
  g_free (thing);
}

static void
outline_free (gpointer data)
{
  g_free (((YsOutline *)data)->text);
  g_free (data);
}

YsFolio *
ys_folio_new (const char *title)
{
  YsFolio *self = g_new0 (YsFolio, 1);

  self->title = g_strdup (title);
  self->fonts = ys_fonts_new ();
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->outlines = g_ptr_array_new_with_free_func (outline_free);
  self->kept = NOTHING_KEPT;
  ys_folio_new_page (self);
  return self;
}

void
ys_folio_free (YsFolio *self)
{
  if (self == NULL)
    return;
  ys_folio_end_table (self);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->outlines);
  ys_fonts_free (self->fonts);
  g_free (self->title);
  g_free (self->name);
  g_free (self->warning);
  g_free (self);
}

YsFonts *
ys_folio_get_fonts (YsFolio *self)
{
  return self->fonts;
}

void
ys_folio_set_head (YsFolio *self, const char *name, const char *warning)
{
  g_free (self->name);
  self->name = g_strdup (name);
  g_free (self->warning);
  self->warning = g_strdup (warning);
}

static GPtrArray *
last_page (const YsFolio *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

/* Moves the things of @old that go with what follows, and what the table of contents says of them, to the last page.
 * Returns their height. */
static double
move_kept (YsFolio *self, GPtrArray *old)
{
  double up = self->kept_y - YS_FOLIO_TOP, height = self->y - self->kept_y;

  while (old->len > self->kept)
    {
      YsFolioThing *thing = g_ptr_array_steal_index (old, self->kept);

      thing->y -= up;
      g_ptr_array_add (last_page (self), thing);
    }
  for (guint i = self->outlines->len; i > 0; i--)
    {
      YsOutline *outline = g_ptr_array_index (self->outlines, i - 1);

      if (outline->page != self->pages->len - 2 || outline->y < self->kept_y)
        break;
      outline->page++;
      outline->y -= up;
    }
  return height;
}

void
ys_folio_new_page (YsFolio *self)
{
  GPtrArray *old = self->pages->len > 0 ? last_page (self) : NULL;
  gboolean moves = old != NULL && self->kept != NOTHING_KEPT && self->kept > 0;

  g_ptr_array_add (self->pages, g_ptr_array_new_with_free_func (thing_free));
  self->y = YS_FOLIO_TOP + (moves ? move_kept (self, old) : 0);
  self->kept = NOTHING_KEPT;
  self->table.fresh = TRUE;
}

void
ys_folio_break_page (YsFolio *self)
{
  self->kept = NOTHING_KEPT;
  if (last_page (self)->len > 0)
    ys_folio_new_page (self);
}

void
ys_folio_need_room (YsFolio *self, double height)
{
  if (self->y + height > YS_FOLIO_BOTTOM && last_page (self)->len > 0)
    ys_folio_new_page (self);
}

/* From here on to what follows all goes together. */
static void
begin_keeping (YsFolio *self)
{
  if (self->kept != NOTHING_KEPT)
    return;
  self->kept = last_page (self)->len;
  self->kept_y = self->y;
}

double
ys_folio_get_position (const YsFolio *self)
{
  return self->y;
}

void
ys_folio_add_space (YsFolio *self, double height)
{
  self->y += height;
}

static YsFolioThing *
put (YsFolio *self, YsFolioThingKind kind, double x, double y, double width, double height)
{
  YsFolioThing *thing = g_new0 (YsFolioThing, 1);

  thing->kind = kind;
  thing->x = x;
  thing->y = y;
  thing->width = width;
  thing->height = height;
  g_ptr_array_add (last_page (self), thing);
  return thing;
}

void
ys_folio_put_text (YsFolio *self, PangoLayout *layout, guint first, guint n, double x, double y, YsFolioInk ink)
{
  YsFolioThing *thing = put (self, YS_FOLIO_THING_TEXT, x, y, 0, 0);

  thing->layout = layout;
  thing->first = first;
  thing->n = n;
  thing->ink = ink;
}

void
ys_folio_put_line (YsFolio *self, double x, double y, double width, double height, double thickness, YsFolioInk ink)
{
  YsFolioThing *thing = put (self, YS_FOLIO_THING_LINE, x, y, width, height);

  thing->thickness = thickness;
  thing->ink = ink;
}

void
ys_folio_add_rule (YsFolio *self, YsFolioInk ink, double thickness)
{
  ys_folio_need_room (self, thickness);
  ys_folio_put_line (self, YS_FOLIO_SIDE, self->y, YS_FOLIO_TEXT_WIDTH, 0, thickness, ink);
  self->y += thickness;
}

void
ys_folio_add_overlay (YsFolio *self, double x, double y, double width, double height, YsFolioDraw draw, gpointer data,
                      GDestroyNotify free_data)
{
  YsFolioThing *thing = put (self, YS_FOLIO_THING_DRAWING, x, y, width, height);

  thing->draw = draw;
  thing->data = data;
  thing->free_data = free_data;
}

void
ys_folio_add_drawing (YsFolio *self, double height, YsFolioDraw draw, gpointer data, GDestroyNotify free_data)
{
  ys_folio_need_room (self, height);
  ys_folio_add_overlay (self, YS_FOLIO_SIDE, self->y, YS_FOLIO_TEXT_WIDTH, height, draw, data, free_data);
  self->y += height;
  self->kept = NOTHING_KEPT;
}

void
ys_folio_add_outline (YsFolio *self, guint level, const char *text)
{
  YsOutline *outline = g_new0 (YsOutline, 1);

  begin_keeping (self);
  outline->level = level;
  outline->page = self->pages->len - 1;
  outline->y = self->y;
  outline->text = g_strdup (text);
  g_ptr_array_add (self->outlines, outline);
}

double
ys_folio_lines_height (PangoLayout *layout, guint first, guint n)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int top = 0, bottom = 0, from, to;
  guint line = 0;

  do
    {
      pango_layout_iter_get_line_yrange (iter, &from, &to);
      if (line == first)
        top = from;
      if (line + 1 == first + n)
        bottom = to;
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return (double)(bottom - top) / PANGO_SCALE;
}

guint
ys_folio_lines_that_fit (PangoLayout *layout, guint first, double height)
{
  guint n = 0, all = (guint)pango_layout_get_line_count (layout);

  while (first + n < all && ys_folio_lines_height (layout, first, n + 1) <= height + 0.01)
    n++;
  return n;
}

static PangoLayout *
set_text (YsFolio *self, const YsFolioStyle *style, const char *text)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  PangoLayout *layout = ys_fonts_create_layout (self->fonts, style->font, style->size, style->line, text);

  pango_layout_set_width (layout, (int)(YS_FOLIO_TEXT_WIDTH * PANGO_SCALE));
  pango_layout_set_alignment (layout, alignments[style->align]);
  pango_layout_set_indent (layout, (int)(style->indent * style->size * PANGO_SCALE));
  return layout;
}

void
ys_folio_add_text (YsFolio *self, const YsFolioStyle *style, const char *text)
{
  PangoLayout *layout = set_text (self, style, text);
  guint all = (guint)pango_layout_get_line_count (layout), first = 0;
  double height = ys_folio_lines_height (layout, 0, all);

  if (self->y > YS_FOLIO_TOP)
    self->y += style->before;
  if (style->keep)
    {
      ys_folio_need_room (self, height + style->after);
      begin_keeping (self);
    }
  while (first < all)
    {
      guint n = ys_folio_lines_that_fit (layout, first, YS_FOLIO_BOTTOM - self->y);
      gboolean rest = first + n < all;

      /* no single line of a paragraph at the foot of a page, nor at the head of the next */
      if (rest && first + n == all - 1)
        n = n > 2 ? n - 1 : 0;
      if (rest && n == 1 && first == 0)
        n = 0;
      if (n == 0 && last_page (self)->len == 0)
        n = 1; /* a letter taller than the page */
      if (n > 0)
        {
          ys_folio_put_text (self, g_object_ref (layout), first, n, YS_FOLIO_SIDE, self->y, style->ink);
          self->y += ys_folio_lines_height (layout, first, n);
          first += n;
          if (!style->keep)
            self->kept = NOTHING_KEPT;
        }
      if (first < all)
        ys_folio_new_page (self);
    }
  self->y += style->after;
  g_object_unref (layout);
}

void
ys_folio_add (YsFolio *self, YsFolioStyleName style, const char *text)
{
  ys_folio_add_text (self, &styles[style], text);
}

guint
ys_folio_count_pages (const YsFolio *self)
{
  return self->pages->len;
}
