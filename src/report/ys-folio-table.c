/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: ruled cells whose text wraps, a head on every page, rows that may go on on the next page. */
#include "ys-folio-private.h"

#define PADDING_X 3.5
#define PADDING_Y 2.5
#define LINE 0.5
/* A row that fits on no page is divided; so is one that would leave this much of a page empty. */
#define LARGEST_GAP 260.0

void
ys_folio_begin_table (YsFolio *self, const YsFolioColumn *columns, guint n, double size)
{
  YsFolioTable *table = &self->table;
  double sum = 0;

  ys_folio_end_table (self);
  table->n = MIN (n, YS_FOLIO_MAX_COLUMNS);
  table->size = size;
  table->has_head = FALSE;
  table->fresh = TRUE;
  for (guint i = 0; i < table->n; i++)
    sum += columns[i].weight;
  for (guint i = 0; i < table->n; i++)
    {
      table->columns[i] = columns[i];
      table->columns[i].weight = columns[i].weight / sum * YS_FOLIO_TEXT_WIDTH;
      table->titles[i] = g_strdup (columns[i].title);
      table->has_head |= columns[i].title != NULL;
    }
}

void
ys_folio_end_table (YsFolio *self)
{
  gboolean any = !self->table.fresh;

  if (self->table.n == 0)
    return;
  for (guint i = 0; i < self->table.n; i++)
    g_free (self->table.titles[i]);
  self->table = (YsFolioTable){ 0 };
  if (any)
    self->y += 8;
}

static void
strike (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static PangoLayout *
set_cell (YsFolio *self, guint column, const char *text, guint flags)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  const YsFolioColumn *shown = &self->table.columns[column];
  gboolean span = (flags & YS_FOLIO_ROW_SPAN) != 0;
  gboolean strong = (flags & (YS_FOLIO_ROW_STRONG | YS_FOLIO_ROW_SPAN)) != 0 || shown->strong;
  double width = span ? YS_FOLIO_TEXT_WIDTH : shown->weight;
  PangoLayout *layout = ys_fonts_create_layout (self->fonts, strong ? YS_FONT_HEAD : YS_FONT_TEXT, self->table.size,
                                                self->table.size * 1.45, text != NULL ? text : "");

  pango_layout_set_width (layout, (int)((width - 2 * PADDING_X) * PANGO_SCALE));
  pango_layout_set_alignment (layout, span                                    ? PANGO_ALIGN_LEFT
                                      : (flags & YS_FOLIO_ROW_CENTRED) != 0 ? PANGO_ALIGN_CENTER
                                                                            : alignments[shown->align]);
  if ((flags & YS_FOLIO_ROW_STRUCK) != 0)
    strike (layout);
  return layout;
}

/* Rules around the cells of a row of @height that begins at the present place. */
static void
rule_row (YsFolio *self, double height, guint n)
{
  double x = YS_FOLIO_SIDE;

  if (self->table.fresh)
    ys_folio_put_line (self, x, self->y, YS_FOLIO_TEXT_WIDTH, 0, LINE, YS_FOLIO_BLACK);
  ys_folio_put_line (self, x, self->y + height, YS_FOLIO_TEXT_WIDTH, 0, LINE, YS_FOLIO_BLACK);
  ys_folio_put_line (self, x, self->y, 0, height, LINE, YS_FOLIO_BLACK);
  for (guint i = 0; i + 1 < n; i++)
    {
      x += self->table.columns[i].weight;
      ys_folio_put_line (self, x, self->y, 0, height, LINE, YS_FOLIO_BLACK);
    }
  ys_folio_put_line (self, YS_FOLIO_SIDE + YS_FOLIO_TEXT_WIDTH, self->y, 0, height, LINE, YS_FOLIO_BLACK);
}

/* Puts @counts[i] lines from @firsts[i] on of each cell into a row of @height. Short cells stand in the middle. */
static void
put_cells (YsFolio *self, PangoLayout **cells, guint n, const guint *firsts, const guint *counts, double height,
           YsFolioInk ink)
{
  double x = YS_FOLIO_SIDE;
  gboolean tall = self->table.least_height > height;

  if (tall)
    height = self->table.least_height;
  rule_row (self, height, n);
  for (guint i = 0; i < n; i++)
    {
      double text = counts[i] > 0 ? ys_folio_lines_height (cells[i], firsts[i], counts[i]) : 0;

      if (counts[i] > 0 && pango_layout_get_text (cells[i])[0] != '\0')
        ys_folio_put_text (self, g_object_ref (cells[i]), firsts[i], counts[i], x + PADDING_X,
                           self->y + (tall ? PADDING_Y : (height - text) / 2), ink);
      x += self->table.columns[i].weight;
    }
  self->y += height;
  self->table.fresh = FALSE;
}

static void
put_head (YsFolio *self)
{
  YsFolioTable *table = &self->table;
  PangoLayout *cells[YS_FOLIO_MAX_COLUMNS] = { NULL };
  guint firsts[YS_FOLIO_MAX_COLUMNS] = { 0 }, counts[YS_FOLIO_MAX_COLUMNS];
  double height = 0;

  for (guint i = 0; i < table->n; i++)
    {
      cells[i] = set_cell (self, i, table->titles[i], YS_FOLIO_ROW_STRONG);
      pango_layout_set_alignment (cells[i], PANGO_ALIGN_CENTER);
      counts[i] = (guint)pango_layout_get_line_count (cells[i]);
      height = MAX (height, ys_folio_lines_height (cells[i], 0, counts[i]));
    }
  put_cells (self, cells, table->n, firsts, counts, height + 2 * PADDING_Y, YS_FOLIO_BLACK);
  for (guint i = 0; i < table->n; i++)
    g_object_unref (cells[i]);
}

/* Height of what is left of the cells from @firsts on. */
static double
rest_height (PangoLayout **cells, guint n, const guint *firsts)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    {
      guint all = (guint)pango_layout_get_line_count (cells[i]);

      if (firsts[i] < all)
        height = MAX (height, ys_folio_lines_height (cells[i], firsts[i], all - firsts[i]));
    }
  return height + 2 * PADDING_Y;
}

/* Puts as much of the cells as @room takes and moves @firsts on. FALSE if not one line fits. */
static gboolean
put_some (YsFolio *self, PangoLayout **cells, guint n, guint *firsts, double room, YsFolioInk ink)
{
  guint counts[YS_FOLIO_MAX_COLUMNS];
  double height = 0;

  for (guint i = 0; i < n; i++)
    {
      counts[i] = ys_folio_lines_that_fit (cells[i], firsts[i], room - 2 * PADDING_Y);
      if (counts[i] > 0)
        height = MAX (height, ys_folio_lines_height (cells[i], firsts[i], counts[i]));
    }
  if (height <= 0)
    return FALSE;
  put_cells (self, cells, n, firsts, counts, height + 2 * PADDING_Y, ink);
  for (guint i = 0; i < n; i++)
    firsts[i] += counts[i];
  return TRUE;
}

static void
next_page (YsFolio *self)
{
  ys_folio_new_page (self);
  if (self->table.has_head)
    put_head (self);
}

void
ys_folio_add_tall_row (YsFolio *self, guint flags, const char *const *cells, double height)
{
  double *least = &self->table.least_height;

  ys_folio_need_room (self, height);
  *least = height;
  ys_folio_add_row (self, flags, cells);
  *least = 0;
}

void
ys_folio_add_row (YsFolio *self, guint flags, const char *const *cells)
{
  gboolean span = (flags & YS_FOLIO_ROW_SPAN) != 0;
  guint n = span ? 1 : self->table.n, firsts[YS_FOLIO_MAX_COLUMNS] = { 0 };
  YsFolioInk ink = (flags & YS_FOLIO_ROW_GREY) != 0 ? YS_FOLIO_GREY : YS_FOLIO_BLACK;
  PangoLayout *layouts[YS_FOLIO_MAX_COLUMNS];
  double height, room;
  gboolean whole_page = FALSE;

  for (guint i = 0; i < n; i++)
    layouts[i] = set_cell (self, i, cells[i], flags);
  height = rest_height (layouts, n, firsts);
  if (self->table.fresh && self->table.has_head)
    {
      ys_folio_need_room (self, MIN (height, LARGEST_GAP) + 3 * self->table.size);
      put_head (self);
      self->kept = NOTHING_KEPT; /* one row has room below the head */
    }
  /* a heading within the table stays with the row below it */
  room = YS_FOLIO_BOTTOM - self->y - (span ? 3 * self->table.size : 0);
  if (height > room && room < LARGEST_GAP)
    next_page (self);
  while (rest_height (layouts, n, firsts) > YS_FOLIO_BOTTOM - self->y)
    {
      if (!put_some (self, layouts, n, firsts, YS_FOLIO_BOTTOM - self->y, ink) && whole_page)
        break; /* a line taller than a page stands where it stands */
      next_page (self);
      whole_page = TRUE;
    }
  put_some (self, layouts, n, firsts, G_MAXDOUBLE, ink);
  self->kept = NOTHING_KEPT;
  for (guint i = 0; i < n; i++)
    g_object_unref (layouts[i]);
}
