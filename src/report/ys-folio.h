/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of A4 laid out as official documents are (GB/T 9704 in manner): text, tables with repeated heads, drawings.
 * Content flows as it is added; afterwards each page can be drawn on any cairo_t, for a printer as for a PDF. */
#pragma once

#include "ys-error.h"
#include "ys-fonts.h"

G_BEGIN_DECLS

/* In points. Margins: 37 mm above, 28 mm left, so that text has 156 × 225 mm. */
#define YS_FOLIO_WIDTH 595.276
#define YS_FOLIO_HEIGHT 841.89
#define YS_FOLIO_TOP 104.88
#define YS_FOLIO_SIDE 79.37
#define YS_FOLIO_TEXT_WIDTH (YS_FOLIO_WIDTH - 2 * YS_FOLIO_SIDE)
#define YS_FOLIO_BOTTOM (YS_FOLIO_HEIGHT - 99.2)

typedef struct _YsFolio YsFolio;

typedef enum
{
  YS_FOLIO_LEFT,
  YS_FOLIO_CENTRE,
  YS_FOLIO_RIGHT
} YsFolioAlign;
typedef enum
{
  YS_FOLIO_BLACK,
  YS_FOLIO_GREY,
  YS_FOLIO_RED
} YsFolioInk;

typedef struct
{
  YsFontRole font;
  double size, line;    /* size of letters; distance of lines */
  YsFolioAlign align;
  double before, after; /* space; none before at the head of a page */
  double indent;        /* of the first line, in letters */
  YsFolioInk ink;
  gboolean keep;        /* on one page with the beginning of what follows */
} YsFolioStyle;

/* What GB/T 9704 and its usage prescribe. */
typedef enum
{
  YS_FOLIO_TITLE,     /* 二号小标宋, in the middle */
  YS_FOLIO_HEADING_1, /* 一、 三号黑体 */
  YS_FOLIO_HEADING_2, /* （一） 三号楷体 */
  YS_FOLIO_HEADING_3, /* 1. 小四黑体, above a table */
  YS_FOLIO_TEXT,      /* 三号仿宋 */
  YS_FOLIO_SMALL,     /* 五号: text between tables */
  YS_FOLIO_NOTE,      /* 小五, grey: below tables and drawings */
  YS_FOLIO_N_STYLES
} YsFolioStyleName;
const YsFolioStyle *ys_folio_style (YsFolioStyleName name);

/* @title: of the document; it stands in the PDF's properties. */
YsFolio *ys_folio_new (const char *title);
void ys_folio_free (YsFolio *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFolio, ys_folio_free)
YsFonts *ys_folio_get_fonts (YsFolio *self);

/* What every page says at its head: @name at the left, @warning below it with a sign; both may be NULL. To be called
 * before content is added. */
void ys_folio_set_head (YsFolio *self, const char *name, const char *warning);

/* ---- content ---- */
void ys_folio_add_text (YsFolio *self, const YsFolioStyle *style, const char *text);
void ys_folio_add (YsFolio *self, YsFolioStyleName style, const char *text);
/* A line in the PDF's table of contents, @level from 1, that leads to what is added next. */
void ys_folio_add_outline (YsFolio *self, guint level, const char *text);
void ys_folio_add_rule (YsFolio *self, YsFolioInk ink, double thickness);
void ys_folio_add_space (YsFolio *self, double height);
/* Goes to a new page unless this one is empty. */
void ys_folio_break_page (YsFolio *self);
/* Goes to a new page if less than @height is left on this one. */
void ys_folio_need_room (YsFolio *self, double height);
/* Where the next thing would stand, from the head of the page; to draw beside text. */
double ys_folio_get_position (const YsFolio *self);

/* Draws in (0, 0, @width, @height) of @cr. */
typedef void (*YsFolioDraw) (cairo_t *cr, double width, double height, gpointer data);
/* A drawing as wide as the text. Takes @data. */
void ys_folio_add_drawing (YsFolio *self, double height, YsFolioDraw draw, gpointer data, GDestroyNotify free_data);
/* A drawing laid over the page at a place of its own; the text does not give way. Takes @data. */
void ys_folio_add_overlay (YsFolio *self, double x, double y, double width, double height, YsFolioDraw draw,
                           gpointer data, GDestroyNotify free_data);

/* ---- tables ---- */
typedef struct
{
  const char *title;  /* NULL in all columns: a table without head */
  double weight;      /* share of the width */
  YsFolioAlign align;
  gboolean strong;    /* a column of names, in 黑体 */
} YsFolioColumn;
typedef enum
{
  YS_FOLIO_ROW_PLAIN = 0,
  YS_FOLIO_ROW_STRONG = 1 << 0, /* sums */
  YS_FOLIO_ROW_STRUCK = 1 << 1, /* struck out: stands there and does not count */
  YS_FOLIO_ROW_SPAN = 1 << 2,   /* the first cell alone, over the whole width: a heading within the table */
  YS_FOLIO_ROW_GREY = 1 << 3,
  YS_FOLIO_ROW_CENTRED = 1 << 4,
} YsFolioRow;
#define YS_FOLIO_MAX_COLUMNS 12

/* @columns is copied, its titles too. @size of letters. The head is repeated on each page. */
void ys_folio_begin_table (YsFolio *self, const YsFolioColumn *columns, guint n, double size);
/* As many cells as columns, NULL for an empty one. A row taller than the page goes on on the next. */
void ys_folio_add_row (YsFolio *self, guint flags, const char *const *cells);
/* The same at least @height points high: room for stamps and signatures. Text stands at its head. */
void ys_folio_add_tall_row (YsFolio *self, guint flags, const char *const *cells, double height);
void ys_folio_end_table (YsFolio *self);

/* ---- out ---- */
guint ys_folio_count_pages (const YsFolio *self);
/* @page from 0; @cr in points from the upper left corner of the sheet. */
void ys_folio_draw_page (YsFolio *self, guint page, cairo_t *cr);
/* How a page gets onto the PDF's own @cr, where it isn't just drawn. */
typedef void (*YsFolioPress) (YsFolio *self, guint page, cairo_t *cr, gpointer data);
/* The whole as PDF with its fonts; the same bytes for the same content and clock. @press may be NULL. */
GBytes *ys_folio_dup_pdf (YsFolio *self, YsFolioPress press, gpointer data, GError **error);

G_END_DECLS
