/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as text and as typed, months of lateness worked by hand from the calendar, and times.
 * The clock fixed by the environment is test-clock-fixed.c, for the variable is read once in a process. */
#include <glib.h>

#include "ys-date.h"

static YsDate
day (const char *iso)
{
  YsDate date = ys_date_parse (iso);

  g_assert_cmpuint (date, !=, 0);
  return date;
}

static void
assert_day (YsDate date, const char *expected)
{
  g_autofree char *text = ys_date_to_text (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_iso (void)
{
  static const char *const bad[] = { "",           "2021-2-3",   "2021-02-29",  "2021-13-01",  "2021-00-10",
                                     "2021-01-00", "1899-12-31", "3000-01-01",  "2021-12-31 ", " 2021-12-31",
                                     "2021/12/31", "20211231",   "2021-12-311", "12021-12-31", "2021-12",
                                     "x" };

  assert_day (day ("2021-12-31"), "2021-12-31");
  assert_day (day ("2020-02-29"), "2020-02-29");
  assert_day (day ("1900-01-01"), "1900-01-01");
  assert_day (day ("2999-12-31"), "2999-12-31");
  assert_day (0, "");
  g_assert_cmpuint (day ("2021-01-01") - day ("2020-12-31"), ==, 1);
  g_assert_cmpint (ys_date_get_year (day ("2021-06-30")), ==, 2021);
  g_assert_cmpint (ys_date_get_year (0), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_cmpuint (ys_date_parse (bad[i]), ==, 0);
    }
}

static void
test_typed (void)
{
  static const char *const good[] = { "2021-11-05",         "2021-11-5",
                                      "2021/11/5",          "2021.11.5",
                                      "2021年11月5日",      "2021年11月05号",
                                      "20211105",           "２０２１年１１月５日",
                                      "２０２１／１１／５", " 2021 年 11 月 5 日 ",
                                      "２０２１。１１。５", "2021 - 11 - 05" };
  static const char *const bad[] = { "",          "2021-11",     "2021年11月",  "2021年",
                                     "2021-11/5", "2021-02-30",  "21-11-05",    "2021 11 05",
                                     "2021 1105", "2021-1 1-05", "2021.11.5.",  "二〇二一年十一月五日",
                                     "2021115",   "202111055",   "2021-11-05x", "11/5/2021" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      assert_day (ys_date_parse_typed (good[i]), "2021-11-05");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_cmpuint (ys_date_parse_typed (bad[i]), ==, 0);
    }
}

static void
test_add_months (void)
{
  assert_day (ys_date_add_months (day ("2020-12-31"), 1), "2021-01-31");
  assert_day (ys_date_add_months (day ("2020-12-31"), 2), "2021-02-28");
  assert_day (ys_date_add_months (day ("2020-12-31"), 4), "2021-04-30");
  assert_day (ys_date_add_months (day ("2019-12-30"), 2), "2020-02-29");
  assert_day (ys_date_add_months (day ("2021-02-28"), 1), "2021-03-28");
  assert_day (ys_date_add_months (day ("2021-02-28"), 0), "2021-02-28");
  assert_day (ys_date_add_months (day ("2021-11-15"), 14), "2023-01-15");
  g_assert_cmpuint (ys_date_add_months (day ("2999-12-01"), 1), ==, 0);
  g_assert_cmpuint (ys_date_add_months (day ("2021-01-01"), G_MAXUINT), ==, 0);
  g_assert_cmpuint (ys_date_add_months (0, 3), ==, 0);
}

static void
test_months_late (void)
{
  static const struct
  {
    const char *due, *done;
    guint months;
  } cases[] = {
    { "2020-12-31", "2020-12-31", 0 },
    { "2020-12-31", "2020-11-30", 0 },
    { "2020-12-31", "2021-01-01", 1 },
    { "2020-12-31", "2021-01-31", 1 },
    { "2020-12-31", "2021-02-01", 2 },
    { "2020-12-31", "2021-02-28", 2 },
    { "2020-12-31", "2021-03-01", 3 },
    { "2020-12-31", "2021-03-31", 3 },
    { "2020-12-31", "2021-04-01", 4 },
    /* 31 August: the month ends on 30 September, the next on 31 October, the sixth on 28 February. */
    { "2020-08-31", "2020-09-30", 1 },
    { "2020-08-31", "2020-10-01", 2 },
    { "2020-08-31", "2020-10-31", 2 },
    { "2020-08-31", "2021-02-28", 6 },
    { "2020-08-31", "2021-03-01", 7 },
    { "2021-06-30", "2021-07-30", 1 },
    { "2021-06-30", "2021-07-31", 2 }, /* the 30th, not the last day */
    { "2019-12-31", "2020-02-29", 2 },
    { "2021-01-15", "2021-01-16", 1 },
    { "2021-01-15", "2022-01-15", 12 },
    { "2021-01-15", "2022-01-16", 13 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].due, cases[i].done);
      g_assert_cmpuint (ys_date_months_late (day (cases[i].due), day (cases[i].done)), ==, cases[i].months);
    }
}

static void
test_xml_time (void)
{
  static const char *const bad[] = { "",
                                     "2022-01-12",
                                     "2022-01-12T02:32:00",
                                     "2022-01-12T02:32:00+08:00",
                                     "2022-01-12T24:00:00Z",
                                     "2022-01-12T02:60:00Z",
                                     "2022-01-12T02:32:60Z",
                                     "2022-01-12T02:32:00.5Z",
                                     "2022-01-12 02:32:00Z",
                                     "2022-02-30T02:32:00Z",
                                     "2022-01-12T0a:32:00Z",
                                     "2022-01-12T02:32:00Zx" };
  gint64 time;

  /* 19,004 days from 1970 to 2022-01-12 (52 years with 13 leap days are 18,993, and 11): × 86,400 + 9,120 s.
   */
  g_assert_true (ys_time_parse_xml ("2022-01-12T02:32:00Z", &time));
  g_assert_cmpint (time, ==, G_GINT64_CONSTANT (1641954720000000));

  g_autofree char *text = ys_time_to_xml (time + 999999);
  g_assert_cmpstr (text, ==, "2022-01-12T02:32:00Z");

  g_autofree char *before = ys_time_to_xml (-1);
  g_assert_cmpstr (before, ==, "1969-12-31T23:59:59Z");

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (ys_time_parse_xml (bad[i], &time));
    }
}

static void
test_override (void)
{
  gint64 before = g_get_real_time ();
  gint64 now = ys_clock_now ();

  g_assert_cmpint (now, >=, before);
  ys_clock_set_override (G_GINT64_CONSTANT (1641954720000000));
  g_assert_cmpint (ys_clock_now (), ==, G_GINT64_CONSTANT (1641954720000000));
  assert_day (ys_clock_today (), "2022-01-12");
  assert_day (ys_time_to_date (G_GINT64_CONSTANT (1643846400000000)), "2022-02-03"); /* its first second */
  assert_day (ys_time_to_date (G_GINT64_CONSTANT (1643846399999999)), "2022-02-02");
  ys_clock_set_override (0);
  g_assert_cmpint (ys_clock_now (), >=, now);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/iso", test_iso);
  g_test_add_func ("/base/date/typed", test_typed);
  g_test_add_func ("/base/date/add-months", test_add_months);
  g_test_add_func ("/base/date/months-late", test_months_late);
  g_test_add_func ("/base/time/xml", test_xml_time);
  g_test_add_func ("/base/clock/override", test_override);
  return g_test_run ();
}
