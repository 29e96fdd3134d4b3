/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact rational numbers that are fast while they are small: 128-bit integers with every overflow noticed,
 * and GMP's rationals from there on. Never floating point, so every comparison of scoring.md is exact. */
#pragma once

#include "ys-points.h"

G_BEGIN_DECLS

typedef __int128 YsWide;

/* A number passed by value. @big NULL: it is @n / @d with @d > 0, not reduced. Else @big, which its pool
 * owns. */
typedef struct
{
  YsWide n, d;
  mpq_ptr big;
} YsExact;

/* Owns the big numbers of one scoring call; none outlives it. Not shared between threads. */
typedef struct _YsExactPool YsExactPool;
YsExactPool *ys_exact_pool_new (void);
void ys_exact_pool_free (YsExactPool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsExactPool, ys_exact_pool_free)

/* Amounts of points that a sheet can hold: larger ones, which any limit cuts anyway, count as this much. */
#define YS_EXACT_MOST_POINTS ((YsPoints)1000000000000000)

YsExact ys_exact_from_integer (gint64 value);
YsExact ys_exact_from_decimal (YsDecimal decimal);
YsExact ys_exact_from_points (YsPoints points);
/* @numerator / @denominator, the latter above 0. */
YsExact ys_exact_from_ratio (gint64 numerator, gint64 denominator);
/* In units of @unit; the figure must not be missing. */
YsExact ys_exact_from_figure (const YsFigure *figure, YsUnit unit);

YsExact ys_exact_add (YsExactPool *pool, YsExact a, YsExact b);
YsExact ys_exact_subtract (YsExactPool *pool, YsExact a, YsExact b);
YsExact ys_exact_multiply (YsExactPool *pool, YsExact a, YsExact b);
/* @b must not be 0. */
YsExact ys_exact_divide (YsExactPool *pool, YsExact a, YsExact b);
/* The largest whole number not above @a, and the smallest not below it. */
YsExact ys_exact_floor (YsExactPool *pool, YsExact a);
YsExact ys_exact_ceiling (YsExactPool *pool, YsExact a);
/* Rounded half up by size to four decimals, as growth and mean are. */
YsExact ys_exact_round_decimal (YsExactPool *pool, YsExact a);
/* Rounded half up by size to 1/1000 point; @a in points. Held to YS_EXACT_MOST_POINTS by size. */
YsPoints ys_exact_round_points (YsExact a);

int ys_exact_compare (YsExact a, YsExact b);
int ys_exact_sign (YsExact a);

/* The mean of @n numbers (at least one), rounded to four decimals. */
YsExact ys_exact_mean (YsExactPool *pool, const YsExact *numbers, guint n);

/* For reading: with exactly @places decimals, and the shortest exact text where four decimals hold it. */
char *ys_exact_to_text (YsExact a, guint places);
char *ys_exact_to_short (YsExact a);

G_END_DECLS
