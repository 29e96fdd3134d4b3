/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the folio share: pages as lists of things with their places. */
#pragma once

#include "ys-folio.h"

G_BEGIN_DECLS

typedef enum
{
  YS_FOLIO_THING_TEXT,
  YS_FOLIO_THING_LINE,
  YS_FOLIO_THING_DRAWING
} YsFolioThingKind;

/* One thing on a page, at its final place. */
typedef struct
{
  YsFolioThingKind kind;
  double x, y, width, height; /* LINE: from x, y over width, height */
  YsFolioInk ink;
  PangoLayout *layout;        /* TEXT: lines @first … @first + @n - 1 of it */
  guint first, n;
  double thickness;           /* LINE */
  YsFolioDraw draw;           /* DRAWING */
  gpointer data;
  GDestroyNotify free_data;
} YsFolioThing;

typedef struct
{
  guint level, page;
  double y;
  char *text;
} YsOutline;

typedef struct
{
  YsFolioColumn columns[YS_FOLIO_MAX_COLUMNS];
  char *titles[YS_FOLIO_MAX_COLUMNS];
  guint n; /* 0: no table is open */
  double size, least_height; /* of letters; of the row that is being added */
  gboolean has_head;
  gboolean fresh; /* no row of it stands on this page yet */
} YsFolioTable;

struct _YsFolio
{
  char *title, *name, *warning;
  YsFonts *fonts;
  GPtrArray *pages;    /* of GPtrArray of YsFolioThing */
  GPtrArray *outlines; /* of YsOutline */
  double y;
  guint kept; /* of the last page's things, the first of those that go with what follows; NOTHING_KEPT */
  double kept_y;
  YsFolioTable table;
};

#define NOTHING_KEPT G_MAXUINT

/* Puts lines @first … of @layout (transfer full) at a place of the last page. */
void ys_folio_put_text (YsFolio *self, PangoLayout *layout, guint first, guint n, double x, double y, YsFolioInk ink);
void ys_folio_put_line (YsFolio *self, double x, double y, double width, double height, double thickness,
                        YsFolioInk ink);
/* Goes to a new page, and takes there what must not be parted from what follows. */
void ys_folio_new_page (YsFolio *self);
/* Height of lines @first … @first + @n - 1. */
double ys_folio_lines_height (PangoLayout *layout, guint first, guint n);
/* How many lines from @first on fit into @height. */
guint ys_folio_lines_that_fit (PangoLayout *layout, guint first, double height);

G_END_DECLS
