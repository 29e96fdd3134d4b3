/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as they are recorded, and numbers as people type and paste them.
 * The lines of typed numbers are those that trouble other programs: full width, separators, odd blanks. */
#include <glib.h>

#include "ys-points.h"

static void
test_round_trip (void)
{
  static const char *const texts[] = { "180/196",
                                       "0/0",
                                       "/196",
                                       "180/",
                                       "12",
                                       "0",
                                       "=95.2",
                                       "=-0.5",
                                       "=0",
                                       "",
                                       "1000000000000/1000000000000",
                                       "=1000000000000",
                                       "=-1000000000000" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      YsFigure figure;

      g_test_message ("%s", texts[i]);
      g_assert_true (ys_figure_parse (texts[i], &figure));

      g_autofree char *back = ys_figure_to_text (&figure);
      g_assert_cmpstr (back, ==, texts[i]);
    }
}

static void
test_fields (void)
{
  YsFigure figure;

  g_assert_true (ys_figure_parse ("180/", &figure));
  g_assert_cmpint (figure.kind, ==, YS_FIGURE_RATIO);
  g_assert_true (figure.has_numerator);
  g_assert_false (figure.has_denominator);
  g_assert_cmpint (figure.numerator, ==, 180);

  g_assert_true (ys_figure_parse ("=-95.2001", &figure));
  g_assert_cmpint (figure.kind, ==, YS_FIGURE_VALUE);
  g_assert_cmpint (figure.value, ==, -952001);
}

static void
test_refused (void)
{
  static const char *const texts[] = { "/",
                                       "-1/2",
                                       "1/-2",
                                       "-3",
                                       "+3",
                                       "1/2/3",
                                       "1.5",
                                       "1.5/2",
                                       "1 /2",
                                       " ",
                                       "=",
                                       "=1e3",
                                       "=1.00001",
                                       "95.2",
                                       "1000000000001",
                                       "1/1000000000001",
                                       "=1000000000000.0001",
                                       "=１",
                                       "１",
                                       "==1",
                                       "=1/2" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      YsFigure figure = { .kind = YS_FIGURE_COUNT, .numerator = 77 };

      g_test_message ("%s", texts[i]);
      g_assert_false (ys_figure_parse (texts[i], &figure));
      g_assert_cmpint (figure.numerator, ==, 77);
    }
}

static void
test_missing (void)
{
  static const struct
  {
    const char *text;
    gboolean missing;
  } cases[] = { { "", TRUE },       { "/196", TRUE }, { "180/", TRUE }, { "180/0", TRUE },
                { "0/196", FALSE }, { "0", FALSE },   { "=0", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YsFigure figure;

      g_test_message ("%s", cases[i].text);
      g_assert_true (ys_figure_parse (cases[i].text, &figure));
      g_assert_cmpint (ys_figure_is_missing (&figure), ==, cases[i].missing);
    }
  g_assert_true (ys_figure_is_missing (NULL));
}

static void
assert_rational (const char *text, YsUnit unit, const char *expected)
{
  YsFigure figure;
  mpq_t value, wanted;

  g_test_message ("%s", text);
  mpq_inits (value, wanted, NULL);
  g_assert_cmpint (mpq_set_str (wanted, expected, 10), ==, 0);
  mpq_canonicalize (wanted);
  g_assert_true (ys_figure_parse (text, &figure));
  ys_figure_to_rational (&figure, unit, value);
  g_assert_true (mpq_equal (value, wanted));
  mpq_clears (value, wanted, NULL);
}

static void
test_rational (void)
{
  assert_rational ("388/400", YS_UNIT_PERCENT, "97");
  assert_rational ("133/141", YS_UNIT_PERCENT, "13300/141");
  assert_rational ("1/8", YS_UNIT_PERMILLE, "125");
  assert_rational ("3/500000", YS_UNIT_PER10K, "3/50");
  assert_rational ("3/500000", YS_UNIT_PER100K, "3/5");
  assert_rational ("7/2", YS_UNIT_COUNT, "7/2");
  assert_rational ("12", YS_UNIT_PERCENT, "12");
  assert_rational ("=-95.2", YS_UNIT_PERMILLE, "-476/5");
  assert_rational ("1000000000000/1", YS_UNIT_PER100K, "100000000000000000");
}

static void
test_units (void)
{
  static const char *const nicks[] = { "percent", "permille", "per10k", "per100k", "count" };
  static const gint64 factors[] = { 100, 1000, 10000, 100000, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      YsUnit unit;

      g_assert_true (ys_unit_from_nick (nicks[i], &unit));
      g_assert_cmpstr (ys_unit_nick (unit), ==, nicks[i]);
      g_assert_cmpint (ys_unit_factor (unit), ==, factors[i]);
    }

  YsUnit unit;
  g_assert_false (ys_unit_from_nick ("Percent", &unit));
  g_assert_false (ys_unit_from_nick (NULL, &unit));
}

static void
test_typed (void)
{
  static const struct
  {
    const char *typed, *plain;
    gboolean percent;
  } cases[] = {
    { "９６．５％", "96.5", TRUE },
    { "１２，３４５", "12345", FALSE },
    { " 96.5 ", "96.5", FALSE },
    { "\u00a096.5", "96.5", FALSE },
    { "96.5\u200b", "96.5", FALSE },
    { "\ufeff96.5", "96.5", FALSE },
    { "1,234.50", "1234.50", FALSE },
    { "－３", "-3", FALSE },
    { "\u2212３", "-3", FALSE },
    { "＋３", "3", FALSE },
    { "\u3000８\u3000", "8", FALSE },
    { "1 234 567", "1234567", FALSE },
    { "1\u202f234", "1234", FALSE },
    { "96.5 %", "96.5", TRUE },
    { "96.5\r\n", "96.5", FALSE },
    { ".5", "0.5", FALSE },
    { "-.5", "-0.5", FALSE },
    { "5.", "5", FALSE },
    { "0", "0", FALSE },
    { "1,000,000", "1000000", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean percent = !cases[i].percent;
      g_autofree char *plain = ys_number_normalize (cases[i].typed, &percent);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpint (percent, ==, cases[i].percent);
    }
}

static void
test_typed_refused (void)
{
  static const char *const typed[] = { "九十六点五", "96,5",   "1e3",       "",          "   ",   "1,23",
                                       "1234,567",   "1,2345", "12,34,567", "1,234 567", "0,123", "1 2",
                                       "1\t234",     "1\n234", "--1",       "1-",        "%",     "5%%",
                                       "5‰",         ".",      "-",         ",",         ",123",  "1.2.3",
                                       "1.234,5",    "5²",     "½",         "①",         "0x1f",  "inf",
                                       "一",         "5分",    "96.5\xff",  "٣" };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *plain = ys_number_normalize (typed[i], NULL);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_null (plain);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/figure/round-trip", test_round_trip);
  g_test_add_func ("/base/figure/fields", test_fields);
  g_test_add_func ("/base/figure/refused", test_refused);
  g_test_add_func ("/base/figure/missing", test_missing);
  g_test_add_func ("/base/figure/rational", test_rational);
  g_test_add_func ("/base/figure/units", test_units);
  g_test_add_func ("/base/number/typed", test_typed);
  g_test_add_func ("/base/number/refused", test_typed_refused);
  return g_test_run ();
}
