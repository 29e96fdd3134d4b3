/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass from the first page to the last; sheets have whole pixels, so that pictures are never resampled. */
#include "ys-pdf-layout.h"

#include <math.h>

#define MARGIN 12
#define PAD 20                 /* points left around the words: the lines of a table lie outside of its words */
#define LEAST_TEXT_WIDTH 0.7   /* of the page: a single short line must not be blown up */
#define LEAST_TEXT_HEIGHT 0.5  /* of the page: it must still look like one */
#define LARGEST_FIT 2.0        /* pixels a point: wider views don't make letters larger than that */
#define PERCENT (96.0 / 7200.0) /* pixels a point for one percent */
#define A4_WIDTH 595
#define A4_HEIGHT 842

typedef struct
{
  YsPdfFrame box;
  gboolean known;
} Box;

struct _YsPdfLayout
{
  GPtrArray *pages;
  Box *boxes;
  YsPdfSheet *sheets;
  const Box *usual; /* the first box that became known: the best guess for the others */
  YsPdfFit fit;
  double percent;
  guint rotation;
  int width, height;
};

YsPdfLayout *
ys_pdf_layout_new (GPtrArray *pages)
{
  YsPdfLayout *self = g_new0 (YsPdfLayout, 1);

  self->pages = g_ptr_array_ref (pages);
  self->boxes = g_new0 (Box, pages->len);
  self->sheets = g_new0 (YsPdfSheet, pages->len);
  self->percent = 100;
  return self;
}

void
ys_pdf_layout_free (YsPdfLayout *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  g_free (self->boxes);
  g_free (self->sheets);
  g_free (self);
}

guint
ys_pdf_layout_get_n_pages (const YsPdfLayout *self)
{
  return self->pages->len;
}

gboolean
ys_pdf_layout_set_box (YsPdfLayout *self, guint page, const YsPdfFrame *box)
{
  Box *known = &self->boxes[page];

  if (known->known)
    return FALSE;
  known->box = *box;
  known->known = TRUE;
  if (self->usual == NULL && box->x2 > box->x1)
    self->usual = known;
  return self->fit == YS_PDF_FIT_TEXT;
}

void
ys_pdf_layout_set_fit (YsPdfLayout *self, YsPdfFit fit, double percent, guint rotation)
{
  self->fit = fit;
  self->percent = percent;
  self->rotation = rotation % 360;
}

/* ---- pages and their turned selves ---- */

static void
get_size (const YsPdfLayout *self, guint page, float *width, float *height)
{
  const YsPdfPage *of = g_ptr_array_index (self->pages, page);
  gboolean readable = of->width > 0 && of->height > 0;

  *width = readable ? of->width : A4_WIDTH;
  *height = readable ? of->height : A4_HEIGHT;
}

static YsPdfFrame
turn (const YsPdfLayout *self, guint page, const YsPdfFrame *frame)
{
  float width, height;

  get_size (self, page, &width, &height);
  switch (self->rotation)
    {
    case 90:
      return (YsPdfFrame){ height - frame->y2, frame->x1, height - frame->y1, frame->x2 };
    case 180:
      return (YsPdfFrame){ width - frame->x2, height - frame->y2, width - frame->x1, height - frame->y1 };
    case 270:
      return (YsPdfFrame){ frame->y1, width - frame->x2, frame->y2, width - frame->x1 };
    default:
      return *frame;
    }
}

/* The part of a page that carries its words, with a little air around. */
static YsPdfFrame
crop_to_text (const YsPdfLayout *self, guint page, float width, float height)
{
  const Box *box = self->boxes[page].known ? &self->boxes[page] : self->usual;
  YsPdfFrame crop = { 0, 0, width, height };

  if (box == NULL || box->box.x2 - box->box.x1 < 1 || box->box.y2 - box->box.y1 < 1 || box->box.x1 >= width
      || box->box.y1 >= height)
    return crop;
  crop = (YsPdfFrame){ box->box.x1 - PAD, box->box.y1 - PAD, box->box.x2 + PAD, box->box.y2 + PAD };
  float lacking = (float)LEAST_TEXT_WIDTH * width - (crop.x2 - crop.x1);
  if (lacking > 0)
    {
      crop.x1 -= lacking / 2;
      crop.x2 += lacking / 2;
    }
  crop.y2 = MAX (crop.y2, crop.y1 + (float)LEAST_TEXT_HEIGHT * height);
  if (crop.x1 < 0)
    crop.x2 -= crop.x1;
  crop.x1 = MAX (crop.x1, 0);
  if (crop.x2 > width)
    crop.x1 = MAX (crop.x1 - (crop.x2 - width), 0);
  if (crop.y2 > height)
    crop.y1 -= crop.y2 - height;
  return (YsPdfFrame){ crop.x1, MAX (crop.y1, 0), MIN (crop.x2, width), MIN (crop.y2, height) };
}

static YsPdfFrame
get_crop (const YsPdfLayout *self, guint page)
{
  float width, height;
  YsPdfFrame whole;

  get_size (self, page, &width, &height);
  whole = self->fit == YS_PDF_FIT_TEXT ? crop_to_text (self, page, width, height)
                                       : (YsPdfFrame){ 0, 0, width, height };
  return turn (self, page, &whole);
}

/* ---- laying out ---- */

static double
choose_scale (const YsPdfLayout *self, double across, double down, int view_width, int view_height)
{
  double in_width = MAX (view_width - 2 * MARGIN, 1) / across;

  switch (self->fit)
    {
    case YS_PDF_FIT_PAGE:
      return MIN (in_width, MAX (view_height - 2 * MARGIN, 1) / down);
    case YS_PDF_FIT_PERCENT:
      return self->percent * PERCENT;
    case YS_PDF_FIT_TEXT:
    case YS_PDF_FIT_WIDTH:
    default:
      return MIN (in_width, LARGEST_FIT);
    }
}

void
ys_pdf_layout_update (YsPdfLayout *self, int view_width, int view_height)
{
  int widest = 0, y = MARGIN;

  for (guint i = 0; i < self->pages->len; i++)
    {
      YsPdfSheet *sheet = &self->sheets[i];
      double across, down;

      sheet->crop = get_crop (self, i);
      across = MAX (sheet->crop.x2 - sheet->crop.x1, 1);
      down = MAX (sheet->crop.y2 - sheet->crop.y1, 1);
      sheet->scale = choose_scale (self, across, down, view_width, view_height);
      sheet->width = (int)MAX (round (across * sheet->scale), 1);
      sheet->height = (int)MAX (round (down * sheet->scale), 1);
      sheet->y = y;
      y += sheet->height + MARGIN;
      widest = MAX (widest, sheet->width);
    }
  self->width = MAX (view_width, widest + 2 * MARGIN);
  self->height = y;
  for (guint i = 0; i < self->pages->len; i++)
    self->sheets[i].x = (self->width - self->sheets[i].width) / 2;
}

int
ys_pdf_layout_get_width (const YsPdfLayout *self)
{
  return self->width;
}

int
ys_pdf_layout_get_height (const YsPdfLayout *self)
{
  return self->height;
}

double
ys_pdf_layout_get_percent (const YsPdfLayout *self, guint page)
{
  return self->sheets[page].scale / PERCENT;
}

const YsPdfSheet *
ys_pdf_layout_get_sheet (const YsPdfLayout *self, guint page)
{
  return &self->sheets[page];
}

guint
ys_pdf_layout_find_page (const YsPdfLayout *self, double y)
{
  guint low = 0, high = self->pages->len; /* the first page that ends below @y is among them */

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->sheets[middle].y + self->sheets[middle].height > y)
        high = middle;
      else
        low = middle + 1;
    }
  return MIN (low, self->pages->len - 1);
}

/* ---- from page to desk and back ---- */

void
ys_pdf_layout_to_desk (const YsPdfLayout *self, guint page, const YsPdfFrame *frame, graphene_rect_t *rectangle)
{
  const YsPdfSheet *sheet = &self->sheets[page];
  YsPdfFrame turned = turn (self, page, frame);

  graphene_rect_init (rectangle, (float)(sheet->x + (turned.x1 - sheet->crop.x1) * sheet->scale),
                      (float)(sheet->y + (turned.y1 - sheet->crop.y1) * sheet->scale),
                      (float)((turned.x2 - turned.x1) * sheet->scale),
                      (float)((turned.y2 - turned.y1) * sheet->scale));
}

void
ys_pdf_layout_to_page (const YsPdfLayout *self, guint page, double x, double y, float *page_x, float *page_y)
{
  const YsPdfSheet *sheet = &self->sheets[page];
  float across = (float)((x - sheet->x) / sheet->scale) + sheet->crop.x1;
  float down = (float)((y - sheet->y) / sheet->scale) + sheet->crop.y1;
  float width, height;

  get_size (self, page, &width, &height);
  switch (self->rotation)
    {
    case 90:
      *page_x = down, *page_y = height - across;
      break;
    case 180:
      *page_x = width - across, *page_y = height - down;
      break;
    case 270:
      *page_x = width - down, *page_y = across;
      break;
    default:
      *page_x = across, *page_y = down;
    }
}

void
ys_pdf_layout_get_view (const YsPdfLayout *self, guint page, int scale_factor, YsPdfView *view)
{
  const YsPdfSheet *sheet = &self->sheets[page];
  double wanted = sheet->scale * scale_factor;

  /* the limit of a picture's pixels counts device pixels: beyond it the picture is drawn larger than it is */
  ys_pdf_view_init_page (view, page, sheet->crop.x2 - sheet->crop.x1, sheet->crop.y2 - sheet->crop.y1, wanted, 0);
  view->rotation = self->rotation;
  view->x = (int)round (sheet->crop.x1 * view->scale);
  view->y = (int)round (sheet->crop.y1 * view->scale);
  if (view->scale >= wanted)
    {
      view->width = (guint)(sheet->width * scale_factor);
      view->height = (guint)(sheet->height * scale_factor);
    }
}
