/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points and decimals as text, and points rounded to fewer places.
 * Both are fixed-point whole numbers; ys-fixed.c holds the arithmetic they share. */
#include "ys-points.h"

#include "ys-fixed.h"

#define POINTS_PLACES 3
#define DECIMAL_PLACES 4

gboolean
ys_points_parse (const char *text, YsPoints *points)
{
  return ys_fixed_parse (text, POINTS_PLACES, points);
}

gboolean
ys_decimal_parse (const char *text, YsDecimal *decimal)
{
  return ys_fixed_parse (text, DECIMAL_PLACES, decimal);
}

char *
ys_points_to_exact (YsPoints points)
{
  return ys_fixed_to_text (points, POINTS_PLACES, POINTS_PLACES);
}

char *
ys_points_to_display (YsPoints points)
{
  g_autofree char *text = ys_fixed_to_text (points, POINTS_PLACES, 2);

  return *text == '-' ? g_strconcat ("−", text + 1, NULL) : g_steal_pointer (&text);
}

char *
ys_points_to_short (YsPoints points)
{
  return ys_fixed_to_text (points, POINTS_PLACES, 0);
}

char *
ys_points_to_places (YsPoints points, guint places)
{
  g_return_val_if_fail (places <= POINTS_PLACES, NULL);

  gint64 unit = ys_fixed_unit (POINTS_PLACES - places);

  return ys_fixed_to_text (ys_points_round_places (points, places) / unit, places, places);
}

char *
ys_decimal_to_text (YsDecimal decimal)
{
  return ys_fixed_to_text (decimal, DECIMAL_PLACES, 0);
}

YsPoints
ys_points_round_places (YsPoints points, guint places)
{
  g_return_val_if_fail (places <= POINTS_PLACES, points);

  gint64 unit = ys_fixed_unit (POINTS_PLACES - places);
  gint64 rest = points % unit;
  gint64 cut = points - rest;

  if (rest * 2 >= unit)
    return cut + unit;
  if (rest * 2 <= -unit)
    return cut - unit;
  return cut;
}
