/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole numbers of some decimal places: their text, and rounding of exact rationals to them.
 * Nothing here looks at the locale, and nothing here is a floating point number. */
#include "ys-fixed.h"

gint64
ys_fixed_unit (guint places)
{
  gint64 unit = 1;

  g_return_val_if_fail (places <= 18, 1);
  while (places-- > 0)
    unit *= 10;
  return unit;
}

gboolean
ys_fixed_parse (const char *text, guint places, gint64 *value)
{
  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  gboolean negative = *text == '-';
  gboolean in_places = FALSE;
  guint n_digits = 0, n_places = 0;
  gint64 sum = 0;

  if (*text == '-' || *text == '+')
    text++;
  for (; *text != '\0'; text++)
    {
      if (*text == '.' && !in_places)
        {
          in_places = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*text) || (in_places && ++n_places > places))
        return FALSE;
      n_digits++;
      /* Summed up below zero, where gint64 reaches one further than above. */
      if (__builtin_mul_overflow (sum, 10, &sum) || __builtin_sub_overflow (sum, *text - '0', &sum))
        return FALSE;
    }
  if (n_digits == 0 || __builtin_mul_overflow (sum, ys_fixed_unit (places - n_places), &sum))
    return FALSE;
  if (!negative && __builtin_sub_overflow ((gint64)0, sum, &sum))
    return FALSE;
  *value = sum;
  return TRUE;
}

char *
ys_fixed_to_text (gint64 value, guint places, guint least)
{
  g_return_val_if_fail (least <= places, NULL);

  guint64 size = value < 0 ? -(guint64)value : (guint64)value;

  while (places > least && size % 10 == 0)
    {
      size /= 10;
      places--;
    }

  guint64 unit = (guint64)ys_fixed_unit (places);
  const char *sign = value < 0 ? "-" : "";

  if (places == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, size);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, size / unit, (int)places,
                          size % unit);
}

void
ys_fixed_to_rational (mpq_ptr rop, gint64 value, guint places)
{
  guint64 size = value < 0 ? -(guint64)value : (guint64)value;
  guint64 unit = (guint64)ys_fixed_unit (places);

  /* By import, because GMP's own setters take a long, which is no gint64 everywhere. */
  mpz_import (mpq_numref (rop), 1, -1, sizeof size, 0, 0, &size);
  mpz_import (mpq_denref (rop), 1, -1, sizeof unit, 0, 0, &unit);
  if (value < 0)
    mpz_neg (mpq_numref (rop), mpq_numref (rop));
  mpq_canonicalize (rop);
}

void
ys_fixed_round_to_integer (mpz_ptr rop, mpq_srcptr value, guint places)
{
  mpz_t twice, divisor;
  int sign = mpq_sgn (value);

  /* floor ((2 × |n| × unit + d) / (2 × d)) is |n/d| in units, half up. */
  mpz_init (twice);
  mpz_init (divisor);
  mpz_ui_pow_ui (twice, 10, places);
  mpz_mul (twice, twice, mpq_numref (value));
  mpz_abs (twice, twice);
  mpz_mul_ui (twice, twice, 2);
  mpz_add (twice, twice, mpq_denref (value));
  mpz_mul_ui (divisor, mpq_denref (value), 2);
  mpz_fdiv_q (rop, twice, divisor);
  if (sign < 0)
    mpz_neg (rop, rop);
  mpz_clear (divisor);
  mpz_clear (twice);
}

gint64
ys_fixed_round (mpq_srcptr value, guint places)
{
  mpz_t rounded;
  gint64 result;

  mpz_init (rounded);
  ys_fixed_round_to_integer (rounded, value, places);
  if (mpz_sizeinbase (rounded, 2) > 63)
    {
      result = mpz_sgn (rounded) < 0 ? G_MININT64 : G_MAXINT64;
    }
  else
    {
      guint64 size = 0;

      mpz_export (&size, NULL, -1, sizeof size, 0, 0, rounded);
      result = mpz_sgn (rounded) < 0 ? -(gint64)size : (gint64)size;
    }
  mpz_clear (rounded);
  return result;
}
