/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of figures: one drawing code for screen and paper, told apart without colour by shade, hatching and words.
 * Each takes plain data, draws within a rectangle and says its figures as text, in Chinese, for who can't see it. */
#pragma once

#include <cairo.h>

#include "ys-points.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} YsChartArea;

typedef enum
{
  YS_CHART_LIGHT, /* a light window */
  YS_CHART_DARK,  /* a dark window */
  YS_CHART_PAPER, /* black words; the bonus dotted, as it may be printed in black and white */
} YsChartGround;

typedef struct
{
  YsChartGround ground;
  const char *family; /* NULL: the reports' own */
  double size;        /* of the words, in units of the cairo_t; rows are as high as they need */
} YsChartStyle;

/* ---- progress and score by part ---- */
typedef struct
{
  const char *name;
  YsPoints points, score; /* possible, got */
  guint done, all;        /* tasks */
} YsChartPart;

/* Two lines for each part: points got of those possible, and tasks done of all. */
double ys_chart_parts_height (guint n, const YsChartStyle *style);
void ys_chart_draw_parts (cairo_t *cr, const YsChartArea *area, const YsChartPart *parts, guint n,
                          const YsChartStyle *style);
/* The two bars of one part without words, for a row that has its figures as words already: points above, tasks below. */
void ys_chart_draw_part_bars (cairo_t *cr, const YsChartArea *area, const YsChartPart *part,
                              const YsChartStyle *style);
char *ys_chart_parts_to_text (const YsChartPart *parts, guint n);

/* ---- how one total comes about ---- */
typedef struct
{
  const char *const *names; /* of the parts */
  const YsPoints *parts;    /* of the base, catalogue order */
  guint n_parts;
  YsPoints bonus, deduction, total;
} YsChartBar;

/* One bar without words: the base's parts in shades, bonus, then the deduction hatched. @most: the points that fill
 * the width; take the largest of ys_chart_bar_length() of the bars that stand below each other. */
void ys_chart_draw_bar (cairo_t *cr, const YsChartArea *area, const YsChartBar *bar, YsPoints most,
                        const YsChartStyle *style);
YsPoints ys_chart_bar_length (const YsChartBar *bar);
char *ys_chart_bar_to_text (const YsChartBar *bar);
/* The signs of ys_chart_draw_bar() with their words, on one line from the left. Returns the width used. */
double ys_chart_draw_legend (cairo_t *cr, const YsChartArea *area, const YsChartBar *bar, const YsChartStyle *style);

typedef struct
{
  const char *name;
  const YsChartBar *bar;
} YsChartNamedBar;

/* Named bars below each other, to one scale, each with its total, and the legend below them. */
double ys_chart_bars_height (guint n, const YsChartStyle *style);
void ys_chart_draw_bars (cairo_t *cr, const YsChartArea *area, const YsChartNamedBar *bars, guint n,
                         const YsChartStyle *style);
char *ys_chart_bars_to_text (const YsChartNamedBar *bars, guint n);

/* ---- counties side by side ---- */
typedef struct
{
  const char *name;
  YsPoints total, low, high; /* low and high: ends of the range; both total where nothing is open */
  gboolean waits;            /* not ranked yet: drawn hollow */
  const char *note;          /* 未排名, 一票否决; NULL */
} YsChartCounty;
typedef struct
{
  const char *name; /* 优秀 */
  YsPoints from;
} YsChartLine;

double ys_chart_counties_height (guint n, const YsChartStyle *style);
/* A row for each county with its range as a whisker; @lines (of grades) stand across, dashed. */
void ys_chart_draw_counties (cairo_t *cr, const YsChartArea *area, const YsChartCounty *counties, guint n,
                             const YsChartLine *lines, guint n_lines, YsPoints maximum, const YsChartStyle *style);
/* The bar of one county without words, @lines across it: rows below each other with the same @maximum have one scale. */
void ys_chart_draw_county_bar (cairo_t *cr, const YsChartArea *area, const YsChartCounty *county,
                               const YsChartLine *lines, guint n_lines, YsPoints maximum, const YsChartStyle *style);
char *ys_chart_counties_to_text (const YsChartCounty *counties, guint n);

/* ---- where the points went ---- */
typedef struct
{
  const char *name;
  YsPoints amount;  /* above 0 gives, below 0 takes; of a sum: what stands there */
  gboolean is_sum;  /* a bar from the axis instead of a step */
} YsChartStep;

double ys_chart_waterfall_height (guint n, const YsChartStyle *style);
/* A row for each step, from the base to the total. The axis begins where the small steps can be told apart, and says
 * where that is. */
void ys_chart_draw_waterfall (cairo_t *cr, const YsChartArea *area, const YsChartStep *steps, guint n,
                              const YsChartStyle *style);
char *ys_chart_waterfall_to_text (const YsChartStep *steps, guint n);

G_END_DECLS
