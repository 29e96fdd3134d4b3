/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar days without time zone, the clock, and text of times. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day as Julian day number (GDate's), 0 = no date. Compare with < and >. */
typedef guint32 YsDate;

YsDate ys_date_new (int year, int month, int day); /* 0 if it is no real day of the years 1900 to 2999 */
/* "2021-12-31" only; 0 otherwise. */
YsDate ys_date_parse (const char *iso);
/* What people type: 2021-12-31, 2021/11/5, 2021.11.5, 2021年11月5日, 20211105, full-width; 0 if not a whole day. */
YsDate ys_date_parse_typed (const char *text);
char *ys_date_to_text (YsDate date); /* "2021-12-31", "" for 0 */
int ys_date_get_year (YsDate date);
/* The end of the n-th month after @date (民法典第二百零二条): same day n months later or that month's last day. */
YsDate ys_date_add_months (YsDate date, guint months);
/* Months begun from @due until @done: smallest n whose end is not before @done; 0 if @done <= @due. */
guint ys_date_months_late (YsDate due, YsDate done);

/* Microseconds since 1970 UTC; SOURCE_DATE_EPOCH fixes it, ys_clock_set_override() for sample and tests. */
gint64 ys_clock_now (void);
/* 0 takes the override away. Thread safe. */
void ys_clock_set_override (gint64 microseconds);
/* Whether that is more than a day after ys_clock_now(): then one of two computers has a wrong date. */
gboolean ys_clock_is_future (gint64 microseconds);
YsDate ys_clock_today (void); /* in local time; in UTC where the clock is fixed */
/* The day on which that moment fell, in the zone of ys_clock_today(). */
YsDate ys_time_to_date (gint64 microseconds);
/* xs:dateTime in UTC with Z, whole seconds: "2022-01-12T02:32:00Z". */
char *ys_time_to_xml (gint64 microseconds);
gboolean ys_time_parse_xml (const char *text, gint64 *microseconds);
/* Local time for people, "2022-01-12 10:32". */
char *ys_time_to_display (gint64 microseconds);

G_END_DECLS
