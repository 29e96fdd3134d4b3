/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text from outside made fit to keep: valid UTF-8 with only what XML 1.0 allows, and names of files for
 * display. Done once where text enters, so that every package that is written later is well-formed. */
#include "ys-id.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

/* XML 1.0, 2.2 Characters; surrogates are no valid UTF-8 to begin with. */
static gboolean
is_xml_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
}

/* @text without NUL bytes and with U+FFFD for what is no UTF-8. */
static char *
make_valid (const char *text, gsize length)
{
  g_autoptr (GString) bytes = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] != '\0')
        g_string_append_c (bytes, text[i]);
    }
  return g_utf8_make_valid (bytes->str, (gssize)bytes->len);
}

char *
ys_text_clean (const char *text, gssize length)
{
  if (text == NULL)
    return g_strdup ("");

  g_autofree char *valid = make_valid (text, length < 0 ? strlen (text) : (gsize)length);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r' && at[1] == '\n')
        continue;
      if (is_line_break (c))
        g_string_append_c (clean, '\n');
      else if (is_xml_character (c))
        g_string_append_unichar (clean, c);
    }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/* Cuts blanks of any script from both ends; takes @text. */
static char *
cut_outer_blanks (char *text)
{
  g_autofree char *owned = text;
  const char *start = owned;
  const char *end = owned + strlen (owned);

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (start, (gsize)(end - start));
}

char *
ys_text_clean_line (const char *text, gssize length)
{
  return cut_outer_blanks (g_strdelimit (ys_text_clean (text, length), "\n\t", ' '));
}

gboolean
ys_text_is_xml_safe (const char *text)
{
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!is_xml_character (g_utf8_get_char (at)))
        return FALSE;
    }
  return TRUE;
}

/* @bytes read as GB18030, or NULL where they are not. By ICU, whose tables are in memory: iconv() loads its
 * own from disk, which a confined process cannot. */
static char *
from_gb18030 (const char *bytes)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open ("gb18030", &status);
  const gsize length = strlen (bytes);
  char *text = NULL;

  if (U_FAILURE (status) || length > G_MAXINT32 / 4)
    {
      ucnv_close (converter);
      return NULL;
    }
  ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);

  g_autofree UChar *wide = g_new (UChar, length + 1);
  int32_t wide_length = ucnv_toUChars (converter, wide, (int32_t)length + 1, bytes, (int32_t)length, &status);

  ucnv_close (converter);
  if (U_SUCCESS (status))
    text = g_utf16_to_utf8 ((const gunichar2 *)wide, wide_length, NULL, NULL, NULL);
  return text;
}

char *
ys_text_from_filename (const char *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  g_autofree char *decoded = NULL;

  if (!g_utf8_validate (bytes, -1, NULL))
    decoded = from_gb18030 (bytes);
  return ys_text_clean_line (decoded != NULL ? decoded : bytes, -1);
}
