/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact rationals to and from points and decimals: where a rule says "rounded", it is done here.
 * Rounding is half up, a negative amount being minus the rounding of its size (scoring.md, 0). */
#include "ys-points.h"

#include "ys-fixed.h"

#define POINTS_PLACES 3
#define DECIMAL_PLACES 4

YsPoints
ys_rational_round_points (mpq_srcptr value)
{
  return ys_fixed_round (value, POINTS_PLACES);
}

YsDecimal
ys_rational_round_decimal (mpq_srcptr value)
{
  return ys_fixed_round (value, DECIMAL_PLACES);
}

YsPoints
ys_rational_round_places (mpq_srcptr value, guint places)
{
  g_return_val_if_fail (places <= POINTS_PLACES, 0);

  gint64 rounded = ys_fixed_round (value, places);
  YsPoints points;

  if (__builtin_mul_overflow (rounded, ys_fixed_unit (POINTS_PLACES - places), &points))
    return rounded < 0 ? G_MININT64 : G_MAXINT64;
  return points;
}

void
ys_rational_round (mpq_ptr rop, mpq_srcptr value, guint places)
{
  mpz_t rounded;

  mpz_init (rounded);
  ys_fixed_round_to_integer (rounded, value, places);
  mpz_swap (mpq_numref (rop), rounded);
  mpz_ui_pow_ui (mpq_denref (rop), 10, places);
  mpq_canonicalize (rop);
  mpz_clear (rounded);
}

void
ys_rational_set_points (mpq_ptr rop, YsPoints points)
{
  ys_fixed_to_rational (rop, points, POINTS_PLACES);
}

void
ys_rational_set_decimal (mpq_ptr rop, YsDecimal decimal)
{
  ys_fixed_to_rational (rop, decimal, DECIMAL_PLACES);
}

char *
ys_rational_to_text (mpq_srcptr value, guint places)
{
  mpz_t rounded;

  mpz_init (rounded);
  ys_fixed_round_to_integer (rounded, value, places);

  gboolean negative = mpz_sgn (rounded) < 0;
  g_autofree char *buffer = g_malloc (mpz_sizeinbase (rounded, 10) + 2);

  mpz_abs (rounded, rounded);
  mpz_get_str (buffer, 10, rounded);
  mpz_clear (rounded);

  g_autoptr (GString) text = g_string_new (buffer);

  while (text->len <= places)
    g_string_prepend_c (text, '0');
  if (places > 0)
    g_string_insert_c (text, (gssize)(text->len - places), '.');
  if (negative)
    g_string_prepend_c (text, '-');
  return g_string_free (g_steal_pointer (&text), FALSE);
}
