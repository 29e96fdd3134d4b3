/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock fixed by SOURCE_DATE_EPOCH, in a zone eight hours east of Greenwich.
 * The build runs this with SOURCE_DATE_EPOCH=1609459199 (2020-12-31T23:59:59Z) and TZ=UTC-8. */
#include <glib.h>

#include "ys-date.h"
#include "ys-id.h"

#define FIXED (G_GINT64_CONSTANT (1609459199) * G_USEC_PER_SEC)

static void
test_now (void)
{
  g_autofree char *text = ys_time_to_xml (ys_clock_now ());

  g_assert_cmpint (ys_clock_now (), ==, FIXED);
  g_assert_cmpstr (text, ==, "2020-12-31T23:59:59Z");
}

static void
test_today (void)
{
  g_autofree char *today = ys_date_to_text (ys_clock_today ());

  /* In UTC, though people here already have the first of January. */
  g_assert_cmpstr (today, ==, "2020-12-31");
}

static void
test_display (void)
{
  g_autofree char *text = ys_time_to_display (G_GINT64_CONSTANT (1641954720000000));

  g_assert_cmpstr (text, ==, "2022-01-12 10:32");
}

static void
test_override (void)
{
  ys_clock_set_override (5);
  g_assert_cmpint (ys_clock_now (), ==, 5);
  ys_clock_set_override (0);
  g_assert_cmpint (ys_clock_now (), ==, FIXED);
}

static void
test_ids_increase (void)
{
  g_autofree char *before = ys_id_new ();

  /* More than the 4,096 that one millisecond has room for. */
  for (guint i = 0; i < 10000; i++)
    {
      char *after = ys_id_new ();

      g_assert_cmpstr (before, <, after);
      g_free (before);
      before = after;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/clock-fixed/now", test_now);
  g_test_add_func ("/base/clock-fixed/today", test_today);
  g_test_add_func ("/base/clock-fixed/display", test_display);
  g_test_add_func ("/base/clock-fixed/override", test_override);
  g_test_add_func ("/base/clock-fixed/ids-increase", test_ids_increase);
  return g_test_run ();
}
