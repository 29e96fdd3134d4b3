/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts: lengths true to the figures, pieces told apart in grey, and the same figures in words. */
#include "ys-chart.h"

#define P(whole) ((whole)*YS_POINTS_ONE)

static const char *const names[] = { "治理体制", "工作布局", "治理方式" };
static const YsPoints parts[] = { P (40), P (30), P (20) };
static const YsChartBar bar = { names, parts, 3, P (4), P (6), P (88) };
static const YsChartStyle paper = { YS_CHART_PAPER, NULL, 10 };

/* A white picture with @draw on it. */
static cairo_surface_t *
picture (int width, int height, cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  return surface;
}

/* Lightness of a pixel, 0 to 255, as a black and white printer takes it. */
static int
grey_at (cairo_surface_t *surface, int x, int y)
{
  const guint32 *row;

  cairo_surface_flush (surface);
  row = (const guint32 *)(gconstpointer)(cairo_image_surface_get_data (surface)
                                         + y * cairo_image_surface_get_stride (surface));
  return (int)(((row[x] >> 16 & 255) * 299 + (row[x] >> 8 & 255) * 587 + (row[x] & 255) * 114) / 1000);
}

static void
test_bar (void)
{
  const YsChartArea area = { 0, 0, 1000, 20 };
  cairo_t *cr;
  cairo_surface_t *surface = picture (1000, 20, &cr);
  gboolean ground = FALSE, line = FALSE;

  g_assert_cmpint (ys_chart_bar_length (&bar), ==, P (100));
  ys_chart_draw_bar (cr, &area, &bar, P (100), &paper);
  /* 40, 30, 20 points are 400, 300, 200 wide; the lightness rises by a step that the eye sees */
  g_assert_cmpint (grey_at (surface, 2, 10), ==, grey_at (surface, 396, 10));
  g_assert_cmpint (grey_at (surface, 403, 10), ==, grey_at (surface, 696, 10));
  g_assert_cmpint (grey_at (surface, 703, 10), ==, grey_at (surface, 896, 10));
  g_assert_cmpint (grey_at (surface, 403, 10) - grey_at (surface, 396, 10), >, 40);
  g_assert_cmpint (grey_at (surface, 703, 10) - grey_at (surface, 696, 10), >, 40);
  /* hatched: both the ground and the lines are seen within the last 60 */
  for (int x = 945; x < 995; x++)
    {
      ground |= grey_at (surface, x, 10) > 240;
      line |= grey_at (surface, x, 10) < 160;
    }
  g_assert_true (ground && line);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_bar_words (void)
{
  g_autofree char *text = ys_chart_bar_to_text (&bar);

  g_assert_cmpstr (text, ==,
                   "治理体制40.00分，工作布局30.00分，治理方式20.00分，加分4.00分，扣分6.00分，总分88.00分");
}

static void
test_named_bars (void)
{
  const YsPoints few[] = { P (10), P (0), P (0) };
  const YsChartBar small = { names, few, 3, 0, 0, P (10) };
  const YsChartNamedBar shown[] = { { "金台区", &bar }, { "凤县", &small } };
  g_autofree char *text = ys_chart_bars_to_text (shown, 2);
  const YsChartArea area = { 0, 0, 400, ys_chart_bars_height (2, &paper) };
  cairo_t *cr;
  cairo_surface_t *surface = picture (400, (int)area.height, &cr);
  int row = (int)(ys_chart_bars_height (2, &paper) / 3.4), wide[2] = { 0, 0 };

  g_assert_cmpstr (text, ==,
                   "金台区：治理体制40.00分，工作布局30.00分，治理方式20.00分，加分4.00分，扣分6.00分，总分88.00分；"
                   "凤县：治理体制10.00分，工作布局0.00分，治理方式0.00分，加分0.00分，扣分0.00分，总分10.00分");
  ys_chart_draw_bars (cr, &area, shown, 2, &paper);
  /* to one scale: the deep shade of 40 points is four times as long as that of 10 */
  for (int x = 0; x < 400; x++)
    for (int i = 0; i < 2; i++)
      wide[i] += grey_at (surface, x, row * i + row / 2) == grey_at (surface, 60, row / 2);
  g_assert_cmpint (ABS (wide[0] - 4 * wide[1]), <=, 8);
  g_assert_cmpint (wide[1], >, 5);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The rightmost column of row @y that is not white. */
static int
right_end (cairo_surface_t *surface, int y)
{
  int x = cairo_image_surface_get_width (surface) - 1;

  while (x > 0 && grey_at (surface, x, y) > 245)
    x--;
  return x;
}

static void
test_nothing_is_no_bar (void)
{
  const YsPoints none[] = { 0, 0, 0 };
  const YsChartBar empty = { names, none, 3, 0, 0, 0 };
  const YsChartArea area = { 0, 0, 100, 20 };
  cairo_t *cr;
  cairo_surface_t *surface = picture (100, 20, &cr);

  ys_chart_draw_bar (cr, &area, &empty, P (100), &paper);
  g_assert_cmpint (right_end (surface, 10), ==, 0);
  ys_chart_draw_bar (cr, &area, &empty, 0, &paper);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_parts (void)
{
  const YsChartPart shown[] = { { "治理体制", P (40), 33100, 28, 35 }, { "工作布局", P (35), 0, 0, 40 } };
  g_autofree char *text = ys_chart_parts_to_text (shown, 2);
  const YsChartArea area = { 0, 0, 400, ys_chart_parts_height (2, &paper) };
  cairo_t *cr;
  cairo_surface_t *surface = picture (400, (int)area.height, &cr);

  g_assert_cmpstr (text, ==,
                   "治理体制得33.10分，满分40分，完成28项，共35项；工作布局得0.00分，满分35分，完成0项，共40项");
  ys_chart_draw_parts (cr, &area, shown, 2, &paper);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  /* figures end at the right edge */
  g_assert_cmpint (right_end (surface, (int)ys_chart_parts_height (1, &paper) / 4), >, 380);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_counties (void)
{
  const YsChartCounty shown[]
      = { { "金台区", 88120, 88120, 88120, FALSE, NULL }, { "千阳县", 79640, 76000, 83500, TRUE, "未排名" } };
  const YsChartLine lines[] = { { "优秀", P (86) }, { "不合格", 0 } };
  g_autofree char *text = ys_chart_counties_to_text (shown, 2);
  const YsChartArea area = { 0, 0, 400, ys_chart_counties_height (2, &paper) };
  cairo_t *cr;
  cairo_surface_t *surface = picture (400, (int)area.height, &cr);

  g_assert_cmpstr (text, ==, "金台区88.12分；千阳县79.64分（76.00至83.50分），未排名");
  ys_chart_draw_counties (cr, &area, shown, 2, lines, 2, P (100), &paper);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_bars_of_a_part (void)
{
  const YsChartPart part = { "治理体制", P (40), 33100, 28, 35 };
  const YsChartArea area = { 0, 0, 400, 20 };
  cairo_t *cr;
  cairo_surface_t *surface = picture (400, 20, &cr);

  ys_chart_draw_part_bars (cr, &area, &part, &paper);
  /* 33.1 of 40 points are 331 of 400; 28 of 35 tasks are 320 */
  g_assert_cmpint (grey_at (surface, 329, 5), <, 120);
  g_assert_cmpint (grey_at (surface, 333, 5), >, 200);
  g_assert_cmpint (grey_at (surface, 318, 17), <, 170);
  g_assert_cmpint (grey_at (surface, 322, 17), >, 200);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_bar_of_a_county (void)
{
  const YsChartCounty ranked = { "金台区", 88000, 88000, 88000, FALSE, NULL };
  const YsChartCounty waiting = { "千阳县", 80000, 76000, 84000, TRUE, "未排名" };
  const YsChartLine lines[] = { { "优秀", P (95) }, { "不合格", 0 } };
  const YsChartArea above = { 0, 0, 200, 20 }, below = { 0, 20, 200, 20 };
  gboolean line = FALSE;
  cairo_t *cr;
  cairo_surface_t *surface = picture (200, 40, &cr);

  ys_chart_draw_county_bar (cr, &above, &ranked, lines, 2, P (100), &paper);
  ys_chart_draw_county_bar (cr, &below, &waiting, lines, 2, P (100), &paper);
  /* full up to 88 of 100, then the ground, then the dashed line at 95 */
  g_assert_cmpint (grey_at (surface, 174, 10), <, 120);
  g_assert_cmpint (grey_at (surface, 179, 10), >, 240);
  for (int y = 0; y < 20; y++)
    line |= grey_at (surface, 190, y) < 220 || grey_at (surface, 189, y) < 220;
  g_assert_true (line);
  /* hollow, with a line below it from 76 to 84 */
  g_assert_cmpint (grey_at (surface, 80, 30), >, 240);
  g_assert_cmpint (grey_at (surface, 160, 36), <, 160);
  g_assert_cmpint (grey_at (surface, 140, 36), >, 240);
  g_assert_cmpint (grey_at (surface, 172, 36), >, 240);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_waterfall (void)
{
  const YsChartStep steps[] = { { "基础分", 84570, TRUE },
                                { "加分", 1500, FALSE },
                                { "建材市场火灾事故", -3000, FALSE },
                                { "公众安全感", -500, FALSE },
                                { "总分", 82570, TRUE } };
  g_autofree char *text = ys_chart_waterfall_to_text (steps, G_N_ELEMENTS (steps));
  const YsChartArea area = { 0, 0, 500, ys_chart_waterfall_height (G_N_ELEMENTS (steps), &paper) };
  cairo_t *cr;
  cairo_surface_t *surface = picture (500, (int)area.height, &cr);

  g_assert_cmpstr (text, ==,
                   "基础分84.57分；加分+1.50分；建材市场火灾事故−3.00分；公众安全感−0.50分；总分82.57分");
  ys_chart_draw_waterfall (cr, &area, steps, G_N_ELEMENTS (steps), &paper);
  ys_chart_draw_waterfall (cr, &area, steps, 0, &paper);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* What is deducted may be more than there is: steps go below 0 and come back, all within the picture. */
static void
test_waterfall_below_nothing (void)
{
  const YsChartStep steps[] = { { "基础分", 0, TRUE },
                                { "公众安全感", -5000, FALSE },
                                { "命案发案率", -10000, FALSE },
                                { "扣至零分为止", 15000, FALSE },
                                { "总分", 0, TRUE } };
  double height = ys_chart_waterfall_height (G_N_ELEMENTS (steps), &paper);
  const YsChartArea area = { 0, 0, 500, height };
  cairo_t *cr;
  cairo_surface_t *surface = picture (500, (int)height, &cr);
  double left, top, width, deep;
  cairo_surface_t *recorded = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *recording = cairo_create (recorded);

  ys_chart_draw_waterfall (recording, &area, steps, G_N_ELEMENTS (steps), &paper);
  cairo_recording_surface_ink_extents (recorded, &left, &top, &width, &deep);
  g_assert_cmpfloat (left, >=, -1);
  g_assert_cmpfloat (left + width, <=, 501);
  ys_chart_draw_waterfall (cr, &area, steps, G_N_ELEMENTS (steps), &paper);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (recording);
  cairo_surface_destroy (recorded);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/chart/bar", test_bar);
  g_test_add_func ("/report/chart/bar-words", test_bar_words);
  g_test_add_func ("/report/chart/named-bars", test_named_bars);
  g_test_add_func ("/report/chart/nothing", test_nothing_is_no_bar);
  g_test_add_func ("/report/chart/parts", test_parts);
  g_test_add_func ("/report/chart/counties", test_counties);
  g_test_add_func ("/report/chart/part-bars", test_bars_of_a_part);
  g_test_add_func ("/report/chart/county-bar", test_bar_of_a_county);
  g_test_add_func ("/report/chart/waterfall", test_waterfall);
  g_test_add_func ("/report/chart/waterfall-below-nothing", test_waterfall_below_nothing);
  return g_test_run ();
}
