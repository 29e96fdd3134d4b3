/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the charts share: inks, hatching and words. */
#pragma once

#include <pango/pangocairo.h>

#include "ys-chart.h"

G_BEGIN_DECLS

typedef enum
{
  YS_TONE_DEEP, /* shades of the base, all told apart in grey */
  YS_TONE_MIDDLE,
  YS_TONE_PALE,
  YS_TONE_TRACK,     /* what is not filled */
  YS_TONE_BONUS,
  YS_TONE_DEDUCTION, /* hatched */
  YS_TONE_WORDS,
  YS_TONE_FAINT,     /* words of less weight, lines */
  YS_N_TONES
} YsTone;

void ys_chart_set_tone (cairo_t *cr, YsTone tone, const YsChartStyle *style);
/* The shade of part @index of @n: deep to pale. */
void ys_chart_set_shade (cairo_t *cr, guint index, guint n, const YsChartStyle *style);
/* A filled rectangle in a tone, with the pattern that it has on this ground. Nothing where it has no width. */
void ys_chart_fill (cairo_t *cr, const YsChartArea *area, YsTone tone, const YsChartStyle *style);

/* A line of words in the middle of the row @y … @y + @height, cut with an ellipsis at @width (0: never). @align: 0 at
 * @x from its left, 1 ending at @x. Returns the width. */
double ys_chart_write (cairo_t *cr, const char *text, double x, double y, double width, double height, int align,
                       YsTone tone, const YsChartStyle *style);
double ys_chart_measure (cairo_t *cr, const char *text, const YsChartStyle *style);
/* Height of a row with one line of words. */
double ys_chart_row_height (const YsChartStyle *style);

/* "+2.00", "−4.00". Full. */
char *ys_chart_signed_text (YsPoints points);

G_END_DECLS
