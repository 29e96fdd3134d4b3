/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar days: as text, as people type them, and the months of lateness (scoring.md, rule 6).
 * A month counted from a day ends as 民法典第二百零二条 says: on the same day, or on the month's last. */
#include "ys-date.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2999

YsDate
ys_date_new (int year, int month, int day)
{
  GDate date;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31)
    return 0;
  if (!g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return g_date_get_julian (&date);
}

static void
split_date (YsDate date, int *year, int *month, int *day)
{
  GDate split;

  g_date_clear (&split, 1);
  g_date_set_julian (&split, date);
  *year = g_date_get_year (&split);
  *month = (int)g_date_get_month (&split);
  *day = g_date_get_day (&split);
}

/* Reads @least to @most digits and moves @text behind them; -1 where there are fewer or more. */
static int
take_digits (const char **text, guint least, guint most)
{
  int number = 0;
  guint n_digits = 0;

  for (; g_ascii_isdigit (**text); (*text)++)
    {
      if (++n_digits > most)
        return -1;
      number = number * 10 + g_ascii_digit_value (**text);
    }
  return n_digits < least ? -1 : number;
}

static gboolean
take_text (const char **text, const char *expected)
{
  if (!g_str_has_prefix (*text, expected))
    return FALSE;
  *text += strlen (expected);
  return TRUE;
}

YsDate
ys_date_parse (const char *iso)
{
  g_return_val_if_fail (iso != NULL, 0);

  int year = take_digits (&iso, 4, 4);
  gboolean first_dash = take_text (&iso, "-");
  int month = take_digits (&iso, 2, 2);
  gboolean second_dash = take_text (&iso, "-");
  int day = take_digits (&iso, 2, 2);

  return first_dash && second_dash && *iso == '\0' ? ys_date_new (year, month, day) : 0;
}

/* Full-width characters to ASCII; blanks away, but for those between two digits. */
static char *
narrow_typed (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) narrow = g_string_new (NULL);
  gboolean blank_before = FALSE;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) || g_unichar_iszerowidth (c))
        {
          blank_before = TRUE;
          continue;
        }
      if (c >= 0xff01 && c <= 0xff5e)
        c = c - 0xff01 + '!';
      else if (c == 0x3002) /* what a Chinese engine gives for the point key */
        c = '.';
      if (blank_before && narrow->len > 0 && c < 0x80 && g_ascii_isdigit ((char)c)
          && g_ascii_isdigit (narrow->str[narrow->len - 1]))
        g_string_append_c (narrow, ' ');
      g_string_append_unichar (narrow, c);
      blank_before = FALSE;
    }
  return g_string_free (g_steal_pointer (&narrow), FALSE);
}

YsDate
ys_date_parse_typed (const char *text)
{
  static const struct
  {
    const char *after_year, *after_month, *after_day;
  } forms[] = {
    { "-", "-", "" }, { "/", "/", "" }, { ".", ".", "" }, { "年", "月", "日" }, { "年", "月", "号" }
  };

  g_return_val_if_fail (text != NULL, 0);

  g_autofree char *narrow = narrow_typed (text);

  if (strlen (narrow) == 8 && strspn (narrow, "0123456789") == 8)
    {
      int whole = atoi (narrow);
      return ys_date_new (whole / 10000, whole / 100 % 100, whole % 100);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const char *at = narrow;
      int year = take_digits (&at, 4, 4);
      gboolean has_year = take_text (&at, forms[i].after_year);
      int month = take_digits (&at, 1, 2);
      gboolean has_month = take_text (&at, forms[i].after_month);
      int day = take_digits (&at, 1, 2);

      if (has_year && has_month && take_text (&at, forms[i].after_day) && *at == '\0')
        return ys_date_new (year, month, day);
    }
  return 0;
}

char *
ys_date_to_text (YsDate date)
{
  int year, month, day;

  if (date == 0)
    return g_strdup ("");
  split_date (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

int
ys_date_get_year (YsDate date)
{
  int year, month, day;

  if (date == 0)
    return 0;
  split_date (date, &year, &month, &day);
  return year;
}

YsDate
ys_date_add_months (YsDate date, guint months)
{
  int year, month, day;

  if (date == 0)
    return 0;
  split_date (date, &year, &month, &day);

  gint64 total = (gint64)year * 12 + (month - 1) + months;

  if (total / 12 > LAST_YEAR)
    return 0;
  year = (int)(total / 12);
  month = (int)(total % 12) + 1;
  return ys_date_new (year, month, MIN (day, g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year)));
}

guint
ys_date_months_late (YsDate due, YsDate done)
{
  int due_year, due_month, due_day, done_year, done_month, done_day;

  if (due == 0 || done <= due)
    return 0;
  split_date (due, &due_year, &due_month, &due_day);
  split_date (done, &done_year, &done_month, &done_day);

  /* The end of this month counted from @due falls into the month of @done, so it is this one or the next. */
  guint months = (guint)((done_year - due_year) * 12 + (done_month - due_month));

  return ys_date_add_months (due, months) >= done ? months : months + 1;
}
