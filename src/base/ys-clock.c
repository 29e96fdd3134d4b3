/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock, which SOURCE_DATE_EPOCH or an override fixes so that output can be the same byte for byte,
 * and times as text. The override wins over the variable, the variable over the system. */
#include "ys-date.h"

#include <stdatomic.h>

static _Atomic gint64 override_microseconds;

/* SOURCE_DATE_EPOCH in microseconds, 0 where unset or no number. Read once, for the sake of threads. */
static gint64
epoch_from_environment (void)
{
  static gsize once;
  static gint64 epoch;

  if (g_once_init_enter (&once))
    {
      const char *text = g_getenv ("SOURCE_DATE_EPOCH");
      guint64 seconds;

      if (text != NULL
          && g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64 / G_USEC_PER_SEC, &seconds, NULL))
        epoch = (gint64)seconds * G_USEC_PER_SEC;
      g_once_init_leave (&once, 1);
    }
  return epoch;
}

/* 0 where the clock runs. */
static gint64
fixed_time (void)
{
  gint64 override = atomic_load (&override_microseconds);

  return override != 0 ? override : epoch_from_environment ();
}

gint64
ys_clock_now (void)
{
  gint64 fixed = fixed_time ();

  return fixed != 0 ? fixed : g_get_real_time ();
}

gboolean
ys_clock_is_future (gint64 microseconds)
{
  return microseconds > ys_clock_now () + G_TIME_SPAN_DAY;
}

void
ys_clock_set_override (gint64 microseconds)
{
  atomic_store (&override_microseconds, microseconds);
}

static gint64
whole_seconds (gint64 microseconds)
{
  gint64 seconds = microseconds / G_USEC_PER_SEC;

  return microseconds % G_USEC_PER_SEC < 0 ? seconds - 1 : seconds;
}

YsDate
ys_clock_today (void)
{
  return ys_time_to_date (ys_clock_now ());
}

YsDate
ys_time_to_date (gint64 microseconds)
{
  gint64 seconds = whole_seconds (microseconds);
  g_autoptr (GDateTime) time =
      fixed_time () != 0 ? g_date_time_new_from_unix_utc (seconds) : g_date_time_new_from_unix_local (seconds);

  g_return_val_if_fail (time != NULL, 0);
  return ys_date_new (g_date_time_get_year (time), g_date_time_get_month (time),
                      g_date_time_get_day_of_month (time));
}

char *
ys_time_to_xml (gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (whole_seconds (microseconds));

  g_return_val_if_fail (time != NULL, NULL);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year (time),
                          g_date_time_get_month (time), g_date_time_get_day_of_month (time),
                          g_date_time_get_hour (time), g_date_time_get_minute (time),
                          g_date_time_get_second (time));
}

/* The number of the two digits at @text, or -1. */
static int
two_digits (const char *text)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;
  return g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
}

gboolean
ys_time_parse_xml (const char *text, gint64 *microseconds)
{
  g_return_val_if_fail (text != NULL && microseconds != NULL, FALSE);

  g_autofree char *day_text = g_strndup (text, 10);
  YsDate day = ys_date_parse (day_text);

  if (day == 0)
    return FALSE;

  const char *rest = text + 10;

  if (!g_pattern_match_simple ("T??:??:??Z", rest))
    return FALSE;

  int hour = two_digits (rest + 1), minute = two_digits (rest + 4), second = two_digits (rest + 7);

  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return FALSE;

  const gint64 days = (gint64)day - (gint64)ys_date_new (1970, 1, 1);

  *microseconds = (((days * 24 + hour) * 60 + minute) * 60 + second) * G_USEC_PER_SEC;
  return TRUE;
}

char *
ys_time_to_display (gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (whole_seconds (microseconds));

  g_return_val_if_fail (time != NULL, NULL);
  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", g_date_time_get_year (time),
                          g_date_time_get_month (time), g_date_time_get_day_of_month (time),
                          g_date_time_get_hour (time), g_date_time_get_minute (time));
}
