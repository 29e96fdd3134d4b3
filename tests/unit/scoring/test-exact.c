/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact numbers: the edges of 128 bits, where GMP takes over, must not be seen in any result.
 * Small and big ways are held against each other and against figures worked by hand. */
#include "ys-exact.h"

static void
assert_text (YsExact number, const char *expected)
{
  g_autofree char *text = ys_exact_to_short (number);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_rounding (void)
{
  g_assert_cmpint (ys_exact_round_points (ys_exact_from_ratio (1, 2000)), ==, 1); /* 0.0005 */
  g_assert_cmpint (ys_exact_round_points (ys_exact_from_ratio (-1, 2000)), ==,
                   -1); /* minus the rounding of its size */
  g_assert_cmpint (ys_exact_round_points (ys_exact_from_ratio (333 + 334, 2000)), ==, 334);
  g_assert_cmpint (ys_exact_round_points (ys_exact_from_ratio (4999, 10000000)), ==, 0);
}

static void
test_beyond_128_bits (void)
{
  g_autoptr (YsExactPool) pool = ys_exact_pool_new ();
  YsExact huge = ys_exact_from_integer (G_MAXINT64), product = huge, back;

  for (guint i = 0; i < 5; i++)
    product = ys_exact_multiply (pool, product, huge);
  g_assert_nonnull (product.big);
  back = product;
  for (guint i = 0; i < 5; i++)
    back = ys_exact_divide (pool, back, huge);
  g_assert_cmpint (ys_exact_compare (back, huge), ==, 0);
  g_assert_cmpint (ys_exact_compare (ys_exact_add (pool, product, ys_exact_from_ratio (1, 7)), product), ==,
                   1);
  g_assert_cmpint (ys_exact_sign (ys_exact_subtract (pool, huge, product)), ==, -1);
  g_assert_cmpint (ys_exact_round_points (product), ==, YS_EXACT_MOST_POINTS);
}

static void
test_whole_steps (void)
{
  g_autoptr (YsExactPool) pool = ys_exact_pool_new ();

  assert_text (ys_exact_ceiling (pool, ys_exact_from_ratio (7, 2)), "4");
  assert_text (ys_exact_floor (pool, ys_exact_from_ratio (7, 2)), "3");
  assert_text (ys_exact_ceiling (pool, ys_exact_from_ratio (-7, 2)), "-3");
  assert_text (ys_exact_floor (pool, ys_exact_from_ratio (-7, 2)), "-4");
  assert_text (ys_exact_ceiling (pool, ys_exact_from_ratio (8, 2)), "4");
}

static void
test_mean (void)
{
  g_autoptr (YsExactPool) pool = ys_exact_pool_new ();
  /* 1/3, 2/3 and 0 make a third of one; 0.00005 and 0.00015 meet exactly between two decimals, as do their
   * opposites */
  YsExact thirds[] = { ys_exact_from_ratio (1, 3), ys_exact_from_ratio (2, 3), ys_exact_from_integer (0) };
  YsExact tie[] = { ys_exact_from_ratio (5, 100000), ys_exact_from_ratio (15, 100000),
                    ys_exact_from_ratio (25, 100000) };
  YsExact below[] = { ys_exact_from_ratio (-5, 100000), ys_exact_from_ratio (-15, 100000),
                      ys_exact_from_ratio (-25, 100000) };

  assert_text (ys_exact_mean (pool, thirds, 3), "0.3333");
  assert_text (ys_exact_mean (pool, tie, 3), "0.0002"); /* 0.00015 */
  assert_text (ys_exact_mean (pool, below, 3), "-0.0002");
  assert_text (ys_exact_mean (pool, thirds, 1), "0.3333");
}

/* Random fractions: the enclosed sum and the exact one must agree on every mean. */
static void
test_mean_against_rationals (void)
{
  g_autoptr (YsExactPool) pool = ys_exact_pool_new ();

  for (guint round = 0; round < 300; round++)
    {
      guint n = (guint)g_test_rand_int_range (1, 30);
      YsExact numbers[30], mean;
      mpq_t sum, one;

      mpq_inits (sum, one, NULL);
      for (guint i = 0; i < n; i++)
        {
          gint64 numerator = g_test_rand_int_range (-100000, 100000),
                 denominator = g_test_rand_int_range (1, 3000);

          numbers[i] = ys_exact_from_ratio (numerator, denominator);
          mpq_set_si (one, numerator, (gulong)denominator);
          mpq_canonicalize (one);
          mpq_add (sum, sum, one);
        }
      mpq_set_ui (one, 1, n);
      mpq_mul (sum, sum, one);
      ys_rational_round (sum, sum, 4);
      mean = ys_exact_mean (pool, numbers, n);
      {
        g_autofree char *expected = ys_rational_to_text (sum, 4), *found = ys_exact_to_text (mean, 4);

        g_assert_cmpstr (found, ==, expected);
      }
      mpq_clears (sum, one, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/exact/rounding", test_rounding);
  g_test_add_func ("/scoring/exact/beyond-128-bits", test_beyond_128_bits);
  g_test_add_func ("/scoring/exact/whole-steps", test_whole_steps);
  g_test_add_func ("/scoring/exact/mean", test_mean);
  g_test_add_func ("/scoring/exact/mean-against-rationals", test_mean_against_rationals);
  return g_test_run ();
}
