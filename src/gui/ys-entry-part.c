/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a figure's text. The signs are those that the workspace reads: "/", its full-width form, and "=".
 */
#include "ys-entry-part.h"

#include <string.h>

/* The division sign in @text, with its length in bytes; NULL where there is none. */
static const char *
find_sign (const char *text, gsize *length)
{
  static const char *const signs[] = { "/", "／", "÷" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *at = strstr (text, signs[i]);
      *length = strlen (signs[i]);
      if (at != NULL)
        return at;
    }
  return NULL;
}

char *
ys_entry_part_get (const char *whole, YsEntryPart part)
{
  gsize length;
  const char *sign = find_sign (whole, &length);

  switch (part)
    {
    case YS_ENTRY_NUMERATOR:
      return sign != NULL ? g_strndup (whole, (gsize)(sign - whole)) : g_strdup ("");
    case YS_ENTRY_DENOMINATOR:
      return g_strdup (sign != NULL ? sign + length : "");
    case YS_ENTRY_PUBLISHED:
      return g_strdup (sign != NULL ? "" : whole[0] == '=' ? whole + 1 : whole);
    case YS_ENTRY_WHOLE:
    default:
      return g_strdup (whole);
    }
}

char *
ys_entry_part_put (const char *whole, YsEntryPart part, const char *text)
{
  g_autofree char *numerator = ys_entry_part_get (whole, YS_ENTRY_NUMERATOR);
  g_autofree char *denominator = ys_entry_part_get (whole, YS_ENTRY_DENOMINATOR);
  gsize length;
  const char *sign = find_sign (text, &length);
  const char *upper = part == YS_ENTRY_NUMERATOR ? text : numerator;
  const char *lower = part == YS_ENTRY_DENOMINATOR ? text : denominator;

  if (part == YS_ENTRY_WHOLE)
    return g_strdup (text);
  if (sign != NULL)
    return g_strdup_printf ("%.*s/%s", (int)(sign - text), text, sign + length);
  if (part == YS_ENTRY_PUBLISHED)
    return text[0] == '\0' || text[0] == '=' ? g_strdup (text) : g_strconcat ("=", text, NULL);
  return *upper == '\0' && *lower == '\0' ? g_strdup ("") : g_strdup_printf ("%s/%s", upper, lower);
}
