/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people type and paste them, made plain: full-width characters, separators of thousands, blanks.
 * Whatever leaves a doubt about its value is refused, never guessed. */
#include "ys-points.h"

#include <string.h>

#define IDEOGRAPHIC_SPACE 0x3000
#define NO_BREAK_SPACE 0x00a0
#define FIGURE_SPACE 0x2007
#define THIN_SPACE 0x2009
#define NARROW_NO_BREAK_SPACE 0x202f
#define MINUS_SIGN 0x2212
#define FULL_WIDTH_FIRST 0xff01
#define FULL_WIDTH_LAST 0xff5e

/* What is invisible and comes along when copied from a page: zero-width blanks, direction marks, byte order
 * marks. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_iszerowidth (c) && !g_unichar_ismark (c);
}

/* One of "0123456789.,+-%" or ' ' for @c, NUL for what no number holds. */
static char
plain_character (gunichar c)
{
  if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
    c = c - FULL_WIDTH_FIRST + '!';
  switch (c)
    {
    case MINUS_SIGN:
      return '-';
    case IDEOGRAPHIC_SPACE:
    case NO_BREAK_SPACE:
    case FIGURE_SPACE:
    case THIN_SPACE:
    case NARROW_NO_BREAK_SPACE:
      return ' ';
    default:
      return c < 0x80 && strchr ("0123456789.,+-% ", (int)c) != NULL ? (char)c : '\0';
    }
}

/* @text as plain characters without its outer blanks, or NULL. */
static char *
to_plain_characters (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *copy = g_strdup (text);

  /* Line breaks and tabs surround what was copied from a table; inside they part two cells. */
  for (const char *at = g_strstrip (copy); *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      char one = plain_character (c);

      if (is_invisible (c))
        continue;
      if (one == '\0')
        return NULL;
      g_string_append_c (plain, one);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

/* Copies digits at *@at to @number, groups of three behind the first separator, commas or blanks but not
 * both. */
static gboolean
take_whole_part (const char **at, GString *number)
{
  gsize run = strspn (*at, "0123456789");
  char separator = (*at)[run];
  gboolean grouped = run > 0 && (separator == ',' || separator == ' ') && g_ascii_isdigit ((*at)[run + 1]);

  /* "0,123" may be meant as 0.123. */
  if (grouped && (run > 3 || **at == '0'))
    return FALSE;
  g_string_append_len (number, *at, (gssize)run);
  *at += run;
  while (grouped && **at == separator)
    {
      if (strspn (*at + 1, "0123456789") != 3)
        return FALSE;
      g_string_append_len (number, *at + 1, 3);
      *at += 4;
    }
  return TRUE;
}

char *
ys_number_normalize (const char *text, gboolean *had_percent)
{
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  g_autofree char *plain = to_plain_characters (text);
  g_autoptr (GString) number = g_string_new (NULL);
  const char *at = plain;
  gboolean percent = FALSE;

  if (at == NULL)
    return NULL;
  if (*at == '-')
    g_string_append_c (number, '-');
  if (*at == '-' || *at == '+')
    at += 1 + strspn (at + 1, " ");

  const gsize sign_length = number->len;

  if (!take_whole_part (&at, number))
    return NULL;

  gboolean has_whole = number->len > sign_length;
  gsize n_places = *at == '.' ? strspn (at + 1, "0123456789") : 0;

  if (!has_whole && n_places == 0)
    return NULL;
  if (!has_whole)
    g_string_append_c (number, '0');
  if (n_places > 0)
    g_string_append_len (number, at, (gssize)n_places + 1);
  at += *at == '.' ? n_places + 1 : 0;

  at += strspn (at, " ");
  if (*at == '%')
    {
      percent = TRUE;
      at++;
    }
  if (*at != '\0')
    return NULL;
  if (had_percent != NULL)
    *had_percent = percent;
  return g_string_free (g_steal_pointer (&number), FALSE);
}
