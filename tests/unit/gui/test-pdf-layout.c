/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where pages lie on the desk, worked by hand: fits, margins cut off, turned pages, and the way back to a page. */
#include "ys-pdf-layout.h"

#define MARGIN 12 /* around and between pages */

static GPtrArray *
make_pages (guint n, float width, float height)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      YsPdfPage *page = g_new0 (YsPdfPage, 1);

      page->width = width;
      page->height = height;
      g_ptr_array_add (pages, page);
    }
  return pages;
}

static void
test_percent (void)
{
  g_autoptr (GPtrArray) pages = make_pages (3, 300, 600);
  g_autoptr (YsPdfLayout) layout = ys_pdf_layout_new (pages);

  ys_pdf_layout_set_fit (layout, YS_PDF_FIT_PERCENT, 150, 0);
  ys_pdf_layout_update (layout, 1000, 500);
  /* 150 % of 96 dots per inch are 2 pixels a point: 600 × 1200 */
  const YsPdfSheet *second = ys_pdf_layout_get_sheet (layout, 1);
  g_assert_cmpint (second->width, ==, 600);
  g_assert_cmpint (second->height, ==, 1200);
  g_assert_cmpint (second->x, ==, 200);
  g_assert_cmpint (second->y, ==, MARGIN + 1200 + MARGIN);
  g_assert_cmpint (ys_pdf_layout_get_height (layout), ==, 4 * MARGIN + 3 * 1200);
  g_assert_cmpint (ys_pdf_layout_get_width (layout), ==, 1000);
  g_assert_cmpfloat_with_epsilon (ys_pdf_layout_get_percent (layout, 1), 150, 1e-6);
  /* a narrow view is scrolled across */
  ys_pdf_layout_update (layout, 400, 500);
  g_assert_cmpint (ys_pdf_layout_get_width (layout), ==, 600 + 2 * MARGIN);
}

static void
test_fits (void)
{
  g_autoptr (GPtrArray) pages = make_pages (1, 300, 600);
  g_autoptr (YsPdfLayout) layout = ys_pdf_layout_new (pages);

  ys_pdf_layout_set_fit (layout, YS_PDF_FIT_WIDTH, 0, 0);
  ys_pdf_layout_update (layout, 150 + 2 * MARGIN, 2000);
  g_assert_cmpint (ys_pdf_layout_get_sheet (layout, 0)->width, ==, 150);
  g_assert_cmpint (ys_pdf_layout_get_sheet (layout, 0)->height, ==, 300);
  /* the whole page: its height decides */
  ys_pdf_layout_set_fit (layout, YS_PDF_FIT_PAGE, 0, 0);
  ys_pdf_layout_update (layout, 1000, 300 + 2 * MARGIN);
  g_assert_cmpint (ys_pdf_layout_get_sheet (layout, 0)->height, ==, 300);
  g_assert_cmpint (ys_pdf_layout_get_sheet (layout, 0)->width, ==, 150);
  /* turned, its width does: 600 points across 300 pixels */
  ys_pdf_layout_set_fit (layout, YS_PDF_FIT_WIDTH, 0, 90);
  ys_pdf_layout_update (layout, 300 + 2 * MARGIN, 2000);
  g_assert_cmpint (ys_pdf_layout_get_sheet (layout, 0)->width, ==, 300);
  g_assert_cmpint (ys_pdf_layout_get_sheet (layout, 0)->height, ==, 150);
}

static void
test_text_width (void)
{
  g_autoptr (GPtrArray) pages = make_pages (2, 600, 800);
  g_autoptr (YsPdfLayout) layout = ys_pdf_layout_new (pages);
  /* 20 points are left around: 500 × 700 become 540 × 740 */
  const YsPdfFrame box = { 50, 60, 550, 760 }, narrow = { 280, 60, 320, 760 };

  ys_pdf_layout_set_fit (layout, YS_PDF_FIT_TEXT, 0, 0);
  ys_pdf_layout_update (layout, 270 + 2 * MARGIN, 500);
  g_assert_cmpint (ys_pdf_layout_get_sheet (layout, 0)->height, ==, 360); /* 800 × 270 / 600, nothing known yet */
  g_assert_true (ys_pdf_layout_set_box (layout, 0, &box));
  g_assert_false (ys_pdf_layout_set_box (layout, 0, &narrow)); /* known already */
  ys_pdf_layout_update (layout, 270 + 2 * MARGIN, 500);
  g_assert_cmpint (ys_pdf_layout_get_sheet (layout, 0)->width, ==, 270);
  g_assert_cmpint (ys_pdf_layout_get_sheet (layout, 0)->height, ==, 370); /* half the size of 740 */
  g_assert_cmpint (ys_pdf_layout_get_sheet (layout, 1)->height, ==, 370); /* the best guess for the other */
  /* a narrow column is not blown up beyond 0.7 of the page: 420 points in 270 pixels */
  ys_pdf_layout_set_box (layout, 1, &narrow);
  ys_pdf_layout_update (layout, 270 + 2 * MARGIN, 500);
  g_assert_cmpfloat_with_epsilon (ys_pdf_layout_get_sheet (layout, 1)->scale, 270.0 / 420, 1e-6);
  g_assert_cmpfloat_with_epsilon (ys_pdf_layout_get_sheet (layout, 1)->crop.x1, 90, 1e-3);
  g_assert_cmpfloat_with_epsilon (ys_pdf_layout_get_sheet (layout, 1)->crop.x2, 510, 1e-3);
}

/* A place on the desk leads back to where it came from, however the page lies. */
static void
test_there_and_back (void)
{
  g_autoptr (GPtrArray) pages = make_pages (2, 300, 600);
  g_autoptr (YsPdfLayout) layout = ys_pdf_layout_new (pages);
  const YsPdfFrame frame = { 30, 60, 90, 80 };
  graphene_rect_t at;
  float x, y;

  for (guint rotation = 0; rotation < 360; rotation += 90)
    {
      ys_pdf_layout_set_fit (layout, YS_PDF_FIT_PERCENT, 75, rotation); /* one pixel a point */
      ys_pdf_layout_update (layout, 800, 500);
      ys_pdf_layout_to_desk (layout, 1, &frame, &at);
      g_assert_cmpuint (ys_pdf_layout_find_page (layout, at.origin.y), ==, 1);
      g_assert_cmpfloat_with_epsilon (at.size.width, rotation % 180 == 0 ? 60 : 20, 1e-3);
      ys_pdf_layout_to_page (layout, 1, at.origin.x + at.size.width / 2, at.origin.y + at.size.height / 2, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, 60, 1e-2);
      g_assert_cmpfloat_with_epsilon (y, 70, 1e-2);
    }
  /* a quarter to the right: what was at the left is at the top, what was at the top is at the right */
  ys_pdf_layout_set_fit (layout, YS_PDF_FIT_PERCENT, 75, 90);
  ys_pdf_layout_update (layout, 800, 500);
  ys_pdf_layout_to_desk (layout, 0, &frame, &at);
  g_assert_cmpfloat_with_epsilon (at.origin.x, 100 + (600 - 80), 1e-3);
  g_assert_cmpfloat_with_epsilon (at.origin.y, MARGIN + 30, 1e-3);
}

static void
test_finding (void)
{
  g_autoptr (GPtrArray) pages = make_pages (5, 300, 600);
  g_autoptr (YsPdfLayout) layout = ys_pdf_layout_new (pages);

  ys_pdf_layout_set_fit (layout, YS_PDF_FIT_PERCENT, 75, 0);
  ys_pdf_layout_update (layout, 800, 500);
  g_assert_cmpuint (ys_pdf_layout_find_page (layout, 0), ==, 0);
  g_assert_cmpuint (ys_pdf_layout_find_page (layout, MARGIN + 599), ==, 0);
  g_assert_cmpuint (ys_pdf_layout_find_page (layout, MARGIN + 605), ==, 1); /* the gap belongs to what follows */
  g_assert_cmpuint (ys_pdf_layout_find_page (layout, 2 * (MARGIN + 600) + MARGIN + 1), ==, 2);
  g_assert_cmpuint (ys_pdf_layout_find_page (layout, 1e6), ==, 4);
}

/* Pictures have device pixels, one for each pixel of the sheet, until the limit of 16 million. */
static void
test_device_pixels (void)
{
  g_autoptr (GPtrArray) pages = make_pages (1, 300, 600);
  g_autoptr (YsPdfLayout) layout = ys_pdf_layout_new (pages);
  YsPdfView view;

  ys_pdf_layout_set_fit (layout, YS_PDF_FIT_PERCENT, 75, 90);
  ys_pdf_layout_update (layout, 800, 500);
  ys_pdf_layout_get_view (layout, 0, 2, &view);
  g_assert_cmpuint (view.width, ==, 1200);
  g_assert_cmpuint (view.height, ==, 600);
  g_assert_cmpuint (view.rotation, ==, 90);
  g_assert_cmpfloat_with_epsilon (view.scale, 2, 1e-6);
  ys_pdf_layout_set_fit (layout, YS_PDF_FIT_PERCENT, 400, 0); /* 1600 × 3200 pixels, 20 million at 2 for one */
  ys_pdf_layout_update (layout, 800, 500);
  ys_pdf_layout_get_view (layout, 0, 2, &view);
  g_assert_cmpuint (view.width * view.height, <=, 16000000);
  g_assert_cmpuint (view.width * view.height, >, 15000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-layout/percent", test_percent);
  g_test_add_func ("/pdf-layout/fits", test_fits);
  g_test_add_func ("/pdf-layout/text-width", test_text_width);
  g_test_add_func ("/pdf-layout/there-and-back", test_there_and_back);
  g_test_add_func ("/pdf-layout/finding", test_finding);
  g_test_add_func ("/pdf-layout/device-pixels", test_device_pixels);
  return g_test_run ();
}
