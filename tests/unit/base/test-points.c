/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points and decimals as text, and rounding half up by size, with figures worked by hand.
 * The examples of scores are those of scoring.md, "Worked by hand". */
#include <glib.h>

#include "ys-points.h"

#define assert_text(made, expected)            \
  G_STMT_START                                 \
  {                                            \
    g_autofree char *text_made = (made);       \
    g_assert_cmpstr (text_made, ==, expected); \
  }                                            \
  G_STMT_END

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    YsPoints points;
  } good[] = {
    { "87.35", 87350 },
    { "87.350", 87350 },
    { "0", 0 },
    { "-0.5", -500 },
    { "+3", 3000 },
    { ".125", 125 },
    { "5.", 5000 },
    { "007.1", 7100 },
    { "-0", 0 },
    { "9223372036854775.807", G_MAXINT64 },
    { "-9223372036854775.808", G_MININT64 },
  };
  static const char *const bad[] = {
    "",
    ".",
    "-",
    "+",
    "1e3",
    "1,5",
    " 1",
    "1 ",
    "1.2.3",
    "0.0000",
    "0.1234",
    "--1",
    "0x10",
    "nan",
    "1٣",
    "9223372036854775.808",
    "-9223372036854775.809",
    "99999999999999999999",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      YsPoints points = -1;

      g_test_message ("%s", good[i].text);
      g_assert_true (ys_points_parse (good[i].text, &points));
      g_assert_cmpint (points, ==, good[i].points);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      YsPoints points = 42;

      g_test_message ("%s", bad[i]);
      g_assert_false (ys_points_parse (bad[i], &points));
      g_assert_cmpint (points, ==, 42);
    }

  YsDecimal decimal;
  g_assert_true (ys_decimal_parse ("-95.2001", &decimal));
  g_assert_cmpint (decimal, ==, -952001);
  g_assert_false (ys_decimal_parse ("95.20001", &decimal));
}

static void
test_text (void)
{
  assert_text (ys_points_to_exact (87350), "87.350");
  assert_text (ys_points_to_exact (-5), "-0.005");
  assert_text (ys_points_to_exact (G_MININT64), "-9223372036854775.808");
  assert_text (ys_points_to_display (87350), "87.35");
  assert_text (ys_points_to_display (125), "0.125");
  assert_text (ys_points_to_display (3000), "3.00");
  assert_text (ys_points_to_display (-500), "−0.50");
  assert_text (ys_points_to_display (0), "0.00");
  assert_text (ys_points_to_short (10000), "10");
  assert_text (ys_points_to_short (7500), "7.5");
  assert_text (ys_points_to_short (-10), "-0.01");
  assert_text (ys_points_to_places (87350, 1), "87.4");
  assert_text (ys_points_to_places (87349, 1), "87.3");
  assert_text (ys_points_to_places (-87350, 1), "-87.4");
  assert_text (ys_points_to_places (499, 0), "0");
  assert_text (ys_points_to_places (500, 0), "1");
  assert_text (ys_points_to_places (1500, 3), "1.500");
  assert_text (ys_decimal_to_text (952000), "95.2");
  assert_text (ys_decimal_to_text (-5000), "-0.5");
  assert_text (ys_decimal_to_text (1), "0.0001");
  assert_text (ys_decimal_to_text (0), "0");
}

static void
test_round_points (void)
{
  /* A half goes away from zero on both sides: -0.5 is minus the rounding of 0.5. */
  g_assert_cmpint (ys_points_round_places (2345, 2), ==, 2350);
  g_assert_cmpint (ys_points_round_places (2344, 2), ==, 2340);
  g_assert_cmpint (ys_points_round_places (-2345, 2), ==, -2350);
  g_assert_cmpint (ys_points_round_places (-2344, 2), ==, -2340);
  g_assert_cmpint (ys_points_round_places (-500, 0), ==, -1000);
  g_assert_cmpint (ys_points_round_places (-499, 0), ==, 0);
  g_assert_cmpint (ys_points_round_places (1, 3), ==, 1);
  g_assert_cmpint (ys_points_round_places (-1, 3), ==, -1);
}

/* numerator / denominator rounded to thousandths. */
static YsPoints
rounded (long numerator, unsigned long denominator)
{
  mpq_t value;

  mpq_init (value);
  mpq_set_si (value, numerator, denominator);
  mpq_canonicalize (value);

  YsPoints points = ys_rational_round_points (value);

  mpq_clear (value);
  return points;
}

static void
test_round_rational (void)
{
  g_assert_cmpint (rounded (1, 3), ==, 333);
  g_assert_cmpint (rounded (2, 3), ==, 667);
  g_assert_cmpint (rounded (-2, 3), ==, -667);
  g_assert_cmpint (rounded (1, 2000), ==, 1); /* 0.0005 */
  g_assert_cmpint (rounded (-1, 2000), ==, -1);
  g_assert_cmpint (rounded (4999, 10000000), ==, 0); /* 0.0004999 */
  /* line a 90 low 0, b 100 high 7 at 133/141: 7 × (13300/141 − 90) / 10 = 4270/1410 = 3.02836… */
  g_assert_cmpint (rounded (4270, 1410), ==, 3028);
  /* line 6 + 4 × 2.3/4.7 = 6 + 92/47 = 374/47 = 7.95744… */
  g_assert_cmpint (rounded (374, 47), ==, 7957);
  /* mean of 0.333 and 0.334: 0.3335 */
  g_assert_cmpint (rounded (667, 2000), ==, 334);
}

static void
test_round_places (void)
{
  mpq_t value;

  mpq_init (value);
  mpq_set_si (value, -2469, 200); /* -12.345 */
  mpq_canonicalize (value);
  g_assert_cmpint (ys_rational_round_places (value, 0), ==, -12000);
  g_assert_cmpint (ys_rational_round_places (value, 1), ==, -12300);
  g_assert_cmpint (ys_rational_round_places (value, 2), ==, -12350);
  g_assert_cmpint (ys_rational_round_places (value, 3), ==, -12345);

  /* growth of 1,250 → 1,231: −19/1250 × 100 = −1.52 */
  mpq_set_si (value, -1900, 1250);
  mpq_canonicalize (value);
  g_assert_cmpint (ys_rational_round_decimal (value), ==, -15200);
  mpq_clear (value);
}

static void
test_any_size (void)
{
  mpq_t value;

  mpq_init (value);
  /* 10^30 + 1/8 */
  g_assert_cmpint (mpq_set_str (value, "8000000000000000000000000000001/8", 10), ==, 0);
  assert_text (ys_rational_to_text (value, 2), "1000000000000000000000000000000.13");
  g_assert_cmpint (ys_rational_round_points (value), ==, G_MAXINT64);
  ys_rational_round (value, value, 1);
  assert_text (ys_rational_to_text (value, 3), "1000000000000000000000000000000.100");
  mpq_neg (value, value);
  g_assert_cmpint (ys_rational_round_places (value, 0), ==, G_MININT64);

  ys_rational_set_points (value, -87350);
  g_assert_cmpint (mpq_cmp_si (value, -8735, 100), ==, 0);
  ys_rational_set_decimal (value, 1);
  g_assert_cmpint (mpq_cmp_si (value, 1, 10000), ==, 0);
  ys_rational_set_points (value, G_MININT64);
  g_assert_cmpint (ys_rational_round_points (value), ==, G_MININT64);
  mpq_clear (value);
}

static void
test_rational_text (void)
{
  mpq_t value;

  mpq_init (value);
  mpq_set_si (value, 1, 200); /* 0.005 */
  assert_text (ys_rational_to_text (value, 2), "0.01");
  assert_text (ys_rational_to_text (value, 0), "0");
  mpq_set_si (value, -1, 200);
  assert_text (ys_rational_to_text (value, 2), "-0.01");
  assert_text (ys_rational_to_text (value, 1), "0.0");
  mpq_set_si (value, 38800, 400);
  mpq_canonicalize (value);
  assert_text (ys_rational_to_text (value, 2), "97.00");
  mpq_clear (value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/points/parse", test_parse);
  g_test_add_func ("/base/points/text", test_text);
  g_test_add_func ("/base/points/round", test_round_points);
  g_test_add_func ("/base/rational/round-points", test_round_rational);
  g_test_add_func ("/base/rational/round-places", test_round_places);
  g_test_add_func ("/base/rational/any-size", test_any_size);
  g_test_add_func ("/base/rational/text", test_rational_text);
  return g_test_run ();
}
