/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact rationals: each operation first tries 128-bit integers and falls back to GMP where they overflow.
 * A mean is first enclosed between two fixed-point sums; only where they round apart it is summed exactly. */
#include "ys-exact.h"

#include <string.h>

struct _YsExactPool
{
  GPtrArray *numbers; /* of mpq_ptr */
};

static void
free_number (gpointer data)
{
  mpq_ptr number = data;

  mpq_clear (number);
  g_free (number);
}

YsExactPool *
ys_exact_pool_new (void)
{
  YsExactPool *self = g_new0 (YsExactPool, 1);

  self->numbers = g_ptr_array_new_with_free_func (free_number);
  return self;
}

void
ys_exact_pool_free (YsExactPool *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->numbers);
  g_free (self);
}

static YsExact
new_big (YsExactPool *pool)
{
  YsExact made = { .n = 0, .d = 1, .big = g_malloc (sizeof (__mpq_struct)) };

  mpq_init (made.big);
  g_ptr_array_add (pool->numbers, made.big);
  return made;
}

static void
set_integer (mpz_ptr rop, YsWide value)
{
  unsigned __int128 size = value < 0 ? -(unsigned __int128)value : (unsigned __int128)value;
  guint64 limbs[2] = { (guint64)(size >> 64), (guint64)size };

  mpz_import (rop, 2, 1, sizeof (guint64), 0, 0, limbs);
  if (value < 0)
    mpz_neg (rop, rop);
}

static void
set_rational (mpq_ptr rop, YsExact a)
{
  if (a.big != NULL)
    {
      mpq_set (rop, a.big);
      return;
    }
  set_integer (mpq_numref (rop), a.n);
  set_integer (mpq_denref (rop), a.d);
  mpq_canonicalize (rop);
}

YsExact
ys_exact_from_ratio (gint64 numerator, gint64 denominator)
{
  return (YsExact){ .n = numerator, .d = denominator };
}

YsExact
ys_exact_from_integer (gint64 value)
{
  return ys_exact_from_ratio (value, 1);
}

YsExact
ys_exact_from_decimal (YsDecimal decimal)
{
  return ys_exact_from_ratio (decimal, YS_DECIMAL_ONE);
}

YsExact
ys_exact_from_points (YsPoints points)
{
  return ys_exact_from_ratio (points, YS_POINTS_ONE);
}

YsExact
ys_exact_from_figure (const YsFigure *figure, YsUnit unit)
{
  if (figure->kind == YS_FIGURE_VALUE)
    return ys_exact_from_decimal (figure->value);
  if (figure->kind == YS_FIGURE_COUNT)
    return ys_exact_from_integer (figure->numerator);
  return (YsExact){ .n = (YsWide)figure->numerator * ys_unit_factor (unit), .d = figure->denominator };
}

typedef void (*BigOperation) (mpq_ptr, mpq_srcptr, mpq_srcptr);

static YsExact
operate_big (YsExactPool *pool, BigOperation operation, YsExact a, YsExact b)
{
  YsExact made = new_big (pool);
  mpq_t other;

  mpq_init (other);
  set_rational (made.big, a);
  set_rational (other, b);
  operation (made.big, made.big, other);
  mpq_clear (other);
  return made;
}

YsExact
ys_exact_add (YsExactPool *pool, YsExact a, YsExact b)
{
  YsWide left, right, n, d;

  if (a.big == NULL && b.big == NULL)
    {
      if (a.d == b.d && !__builtin_add_overflow (a.n, b.n, &n))
        return (YsExact){ .n = n, .d = a.d };
      if (!__builtin_mul_overflow (a.n, b.d, &left) && !__builtin_mul_overflow (b.n, a.d, &right)
          && !__builtin_add_overflow (left, right, &n) && !__builtin_mul_overflow (a.d, b.d, &d))
        return (YsExact){ .n = n, .d = d };
    }
  return operate_big (pool, mpq_add, a, b);
}

YsExact
ys_exact_subtract (YsExactPool *pool, YsExact a, YsExact b)
{
  YsWide left, right, n, d;

  if (a.big == NULL && b.big == NULL)
    {
      if (a.d == b.d && !__builtin_sub_overflow (a.n, b.n, &n))
        return (YsExact){ .n = n, .d = a.d };
      if (!__builtin_mul_overflow (a.n, b.d, &left) && !__builtin_mul_overflow (b.n, a.d, &right)
          && !__builtin_sub_overflow (left, right, &n) && !__builtin_mul_overflow (a.d, b.d, &d))
        return (YsExact){ .n = n, .d = d };
    }
  return operate_big (pool, mpq_sub, a, b);
}

YsExact
ys_exact_multiply (YsExactPool *pool, YsExact a, YsExact b)
{
  YsWide n, d;

  if (a.big == NULL && b.big == NULL && !__builtin_mul_overflow (a.n, b.n, &n)
      && !__builtin_mul_overflow (a.d, b.d, &d))
    return (YsExact){ .n = n, .d = d };
  return operate_big (pool, mpq_mul, a, b);
}

YsExact
ys_exact_divide (YsExactPool *pool, YsExact a, YsExact b)
{
  YsWide n, d;

  if (a.big == NULL && b.big == NULL && !__builtin_mul_overflow (a.n, b.d, &n)
      && !__builtin_mul_overflow (a.d, b.n, &d))
    return d < 0 ? (YsExact){ .n = -n, .d = -d } : (YsExact){ .n = n, .d = d };
  return operate_big (pool, mpq_div, a, b);
}

static YsExact
divide_whole (YsExactPool *pool, YsExact a, gboolean up)
{
  if (a.big == NULL)
    {
      YsWide whole = a.n / a.d, rest = a.n % a.d;

      if (up && rest > 0)
        whole++;
      if (!up && rest < 0)
        whole--;
      return (YsExact){ .n = whole, .d = 1 };
    }

  YsExact made = new_big (pool);

  (up ? mpz_cdiv_q : mpz_fdiv_q) (mpq_numref (made.big), mpq_numref (a.big), mpq_denref (a.big));
  return made;
}

YsExact
ys_exact_floor (YsExactPool *pool, YsExact a)
{
  return divide_whole (pool, a, FALSE);
}

YsExact
ys_exact_ceiling (YsExactPool *pool, YsExact a)
{
  return divide_whole (pool, a, TRUE);
}

/* @rounded = @a in units of 1/@unit, half up by size; FALSE where 128 bits do not do. */
static gboolean
round_small (YsExact a, gint64 unit, YsWide *rounded)
{
  YsWide size = a.n < 0 ? -a.n : a.n, doubled, divisor;

  if (a.big != NULL || __builtin_mul_overflow (size, (YsWide)unit * 2, &doubled)
      || __builtin_add_overflow (doubled, a.d, &doubled) || __builtin_mul_overflow (a.d, (YsWide)2, &divisor))
    return FALSE;

  YsWide quotient = doubled / divisor;

  *rounded = a.n < 0 ? -quotient : quotient;
  return TRUE;
}

YsExact
ys_exact_round_decimal (YsExactPool *pool, YsExact a)
{
  YsWide rounded;

  if (round_small (a, YS_DECIMAL_ONE, &rounded))
    return (YsExact){ .n = rounded, .d = YS_DECIMAL_ONE };

  YsExact made = new_big (pool);

  set_rational (made.big, a);
  ys_rational_round (made.big, made.big, 4);
  return made;
}

YsPoints
ys_exact_round_points (YsExact a)
{
  YsWide rounded;

  if (!round_small (a, YS_POINTS_ONE, &rounded))
    {
      mpq_t big;

      mpq_init (big);
      set_rational (big, a);
      rounded = ys_rational_round_points (big);
      mpq_clear (big);
    }
  return (YsPoints)CLAMP (rounded, -(YsWide)YS_EXACT_MOST_POINTS, (YsWide)YS_EXACT_MOST_POINTS);
}

int
ys_exact_compare (YsExact a, YsExact b)
{
  YsWide left, right;

  if (a.big == NULL && b.big == NULL)
    {
      if (a.d == b.d)
        return (a.n > b.n) - (a.n < b.n);
      if (!__builtin_mul_overflow (a.n, b.d, &left) && !__builtin_mul_overflow (b.n, a.d, &right))
        return (left > right) - (left < right);
    }

  mpq_t one, other;

  mpq_inits (one, other, NULL);
  set_rational (one, a);
  set_rational (other, b);

  int order = mpq_cmp (one, other);

  mpq_clears (one, other, NULL);
  return (order > 0) - (order < 0);
}

int
ys_exact_sign (YsExact a)
{
  return a.big != NULL ? mpq_sgn (a.big) : (a.n > 0) - (a.n < 0);
}

/* The sum of the floors of all numbers in units of 10⁻⁴ × 2⁻²⁰ lies less than @n such units below the true
 * sum. */
static gboolean
enclose_mean (const YsExact *numbers, guint n, YsWide *rounded)
{
  const YsWide scale = (YsWide)YS_DECIMAL_ONE << 20;
  YsWide sum = 0, low, high;

  for (guint i = 0; i < n; i++)
    {
      YsWide scaled;

      if (numbers[i].big != NULL || __builtin_mul_overflow (numbers[i].n, scale, &scaled))
        return FALSE;

      YsWide whole = scaled / numbers[i].d - (scaled % numbers[i].d < 0);

      if (__builtin_add_overflow (sum, whole, &sum))
        return FALSE;
    }

  YsExact from = { .n = sum, .d = (YsWide)n << 20 }, to = { .n = sum + n, .d = (YsWide)n << 20 };

  if (!round_small (from, 1, &low) || !round_small (to, 1, &high) || low != high)
    return FALSE;
  *rounded = low;
  return TRUE;
}

YsExact
ys_exact_mean (YsExactPool *pool, const YsExact *numbers, guint n)
{
  YsWide rounded;

  if (enclose_mean (numbers, n, &rounded))
    return (YsExact){ .n = rounded, .d = YS_DECIMAL_ONE };

  YsExact made = new_big (pool);
  mpq_t one;

  mpq_init (one);
  for (guint i = 0; i < n; i++)
    {
      set_rational (one, numbers[i]);
      mpq_add (made.big, made.big, one);
    }
  mpq_set_ui (one, 1, n);
  mpq_mul (made.big, made.big, one);
  mpq_clear (one);
  ys_rational_round (made.big, made.big, 4);
  return made;
}

char *
ys_exact_to_text (YsExact a, guint places)
{
  mpq_t big;

  mpq_init (big);
  set_rational (big, a);

  char *text = ys_rational_to_text (big, places);

  mpq_clear (big);
  return text;
}

char *
ys_exact_to_short (YsExact a)
{
  g_autofree char *text = ys_exact_to_text (a, 4);
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == '0')
    length--;
  if (length > 0 && text[length - 1] == '.')
    length--;
  return g_strndup (text, length);
}
