/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points (1/1000 point), decimals (1/10000), exact rationals and their one parser and formatter. */
#pragma once

#include <glib.h>
#include <gmp.h>

G_BEGIN_DECLS

/* Points in thousandths of a point: 87.35 points is 87350 (scoring.md, 0 Principles and numbers). */
typedef gint64 YsPoints;
#define YS_POINTS_ONE ((YsPoints) 1000)
#define YS_POINTS_MAX ((YsPoints) 10000 * YS_POINTS_ONE)

/* A decimal with at most four places, in ten-thousandths: bounds, steps, bare values, derived figures. */
typedef gint64 YsDecimal;
#define YS_DECIMAL_ONE ((YsDecimal) 10000)
/* Bounds and steps: up to 10^9 in size. */
#define YS_DECIMAL_MAX ((YsDecimal) 1000000000 * YS_DECIMAL_ONE)

/* Parse an xs:decimal-like text of plain ASCII: sign, digits, point, at most three places (points) or four
 * (decimal), a further zero being one too many. The result is untouched on failure.
 * FALSE for anything else (exponents, blanks inside, more places, beyond gint64). */
gboolean ys_points_parse (const char *text, YsPoints *points);
gboolean ys_decimal_parse (const char *text, YsDecimal *decimal);

/* "87.350": exactly three places, for JSON and XML. */
char *ys_points_to_exact (YsPoints points);
/* "87.35", "0.125", "−2.16": two places, a third where it is not zero, and a printed minus, for people. */
char *ys_points_to_display (YsPoints points);
/* "10", "7.5": without trailing zeros, for possible points behind a slash. */
char *ys_points_to_short (YsPoints points);
/* With exactly @places decimals (0 to 3); @points must be a multiple of that unit, else rounded half up. */
char *ys_points_to_places (YsPoints points, guint places);
/* "95.2", "-0.5": shortest exact text. */
char *ys_decimal_to_text (YsDecimal decimal);

/* Rounds half up, a negative amount being minus the rounding of its size, to thousandths; @value is in points.
 * ys_rational_round_decimal: the same to four decimals; @value in units.
 * ys_rational_round_places: to @places (0–3) decimals of a point, the result still in thousandths.
 * Beyond gint64 they give the nearest end of its range; ys_rational_round() has no such end. */
YsPoints ys_rational_round_points (mpq_srcptr value);
YsDecimal ys_rational_round_decimal (mpq_srcptr value);
YsPoints ys_rational_round_places (mpq_srcptr value, guint places);
YsPoints ys_points_round_places (YsPoints points, guint places);

/* @rop (initialised, may be @value itself) = @value rounded in the same way to @places decimals, of any size. */
void ys_rational_round (mpq_ptr rop, mpq_srcptr value, guint places);

/* @rop (initialised) = points or decimal as exact rational in whole points or units. */
void ys_rational_set_points (mpq_ptr rop, YsPoints points);
void ys_rational_set_decimal (mpq_ptr rop, YsDecimal decimal);
/* Decimal text of a rational with exactly @places places, rounded half up; only for reading. */
char *ys_rational_to_text (mpq_srcptr value, guint places);

/* ---- figures ---- */

typedef enum { YS_FIGURE_NONE, YS_FIGURE_RATIO, YS_FIGURE_COUNT, YS_FIGURE_VALUE } YsFigureKind;
/* What one whole is worth: 100, 1000, 10,000, 100,000, or 1 for a count. */
typedef enum { YS_UNIT_PERCENT, YS_UNIT_PERMILLE, YS_UNIT_PER10K, YS_UNIT_PER100K, YS_UNIT_COUNT } YsUnit;

/**
 * YsFigure: a recorded figure, exactly as recorded.
 * RATIO: @numerator over @denominator; either may be absent (has_…), d may be 0: then the figure is missing but
 * kept. COUNT: @numerator alone. VALUE: a published or surveyed value with up to four decimals, also negative.
 */
typedef struct {
  YsFigureKind kind;
  gboolean has_numerator, has_denominator;
  gint64 numerator, denominator;
  YsDecimal value;
} YsFigure;

#define YS_FIGURE_LIMIT G_GINT64_CONSTANT (1000000000000)

/* Missing: NULL, no record, no n, or of a ratio no d or d = 0. */
gboolean ys_figure_is_missing (const YsFigure *figure);
/* @rop = n/d × factor(unit), n, or value. Must not be missing. */
void ys_figure_to_rational (const YsFigure *figure, YsUnit unit, mpq_ptr rop);
/* "180/196", "12" for a count, "=95.2" for a value; "/196" and "180/" where a half is absent; "" for none. */
char *ys_figure_to_text (const YsFigure *figure);
/* The same grammar back, plain ASCII. FALSE if it is not one or beyond the limits: n and d are whole numbers from 0
 * to YS_FIGURE_LIMIT, a value has at most four decimals and at most that size. @figure is untouched on failure. */
gboolean ys_figure_parse (const char *text, YsFigure *figure);
gint64 ys_unit_factor (YsUnit unit);
/* "percent", "permille", "per10k", "per100k", "count" and back. */
const char *ys_unit_nick (YsUnit unit);
gboolean ys_unit_from_nick (const char *nick, YsUnit *unit);

/**
 * ys_number_normalize: what people type to plain ASCII: full-width digits and signs, thousands separators
 * (also full-width), blanks, NBSP. "９６．５％" → "96.5" (a percent sign is dropped and reported in @had_percent,
 * nullable). NULL where it is no plain number ("九十六点五", "96,5", "1e3", ""). Full: free with g_free().
 */
char *ys_number_normalize (const char *text, gboolean *had_percent);

G_END_DECLS
