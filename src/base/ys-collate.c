/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order and search of Chinese text over ICU, the same under every locale so that packages are reproducible.
 * ICU's data come with its library; where they lack, the program is broken and says so at once. */
#include "ys-id.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* A syllable of pinyin has at most six letters and the blank behind it. */
#define LETTERS_PER_IDEOGRAPH 8

static void
require (UErrorCode status, const char *what)
{
  if (U_FAILURE (status))
    g_error ("ICU: %s: %s", what, u_errorName (status));
}

/* Comparing only reads the collator, so that all threads share it. */
static const UCollator *
pinyin_collator (void)
{
  static gsize once;
  static UCollator *collator;

  if (g_once_init_enter (&once))
    {
      UErrorCode status = U_ZERO_ERROR;

      collator = ucol_open ("zh@collation=pinyin", &status);
      require (status, "collator");
      ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
      require (status, "numeric order");
      g_once_init_leave (&once, 1);
    }
  return collator;
}

int
ys_text_collate (const char *a, const char *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  UErrorCode status = U_ZERO_ERROR;
  UCollationResult result = ucol_strcollUTF8 (pinyin_collator (), a, -1, b, -1, &status);

  require (status, "comparison");
  /* UTF-8 bytes are in code point order. */
  return result != UCOL_EQUAL ? (int) result : strcmp (a, b);
}

/* Appends the first letter of each syllable of @run, which holds ideographs only. */
static void
append_initials (GString *initials, const GString *run)
{
  static GMutex lock; /* a transliterator keeps state while it works */
  static UTransliterator *transliterator;

  UErrorCode status = U_ZERO_ERROR;
  glong wide_length;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (run->str, (glong) run->len, NULL, &wide_length, NULL);
  const int32_t capacity = (int32_t) wide_length * LETTERS_PER_IDEOGRAPH;
  g_autofree UChar *text = g_new0 (UChar, (gsize) capacity + 1);
  int32_t length = (int32_t) wide_length, limit = (int32_t) wide_length;

  memcpy (text, wide, (gsize) wide_length * sizeof *text);
  g_mutex_lock (&lock);
  if (transliterator == NULL)
    {
      transliterator = utrans_openU (u"Han-Latin; Latin-ASCII", -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
      require (status, "transliterator");
    }
  utrans_transUChars (transliterator, text, &length, capacity, 0, &limit, &status);
  g_mutex_unlock (&lock);
  require (status, "transliteration");

  for (int32_t i = 0; i < length; i++)
    {
      if (text[i] < 0x80 && g_ascii_isalpha ((char) text[i]) && (i == 0 || text[i - 1] == ' '))
        g_string_append_c (initials, g_ascii_tolower ((char) text[i]));
    }
}

char *
ys_text_pinyin_initials (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *folded = ys_text_fold (text);
  g_autoptr (GString) initials = g_string_new (NULL);
  g_autoptr (GString) run = g_string_new (NULL);

  /* Whole runs, because the reading of a character can rest on its neighbour: 重庆 is Chongqing. */
  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c != 0 && u_hasBinaryProperty ((UChar32) c, UCHAR_IDEOGRAPHIC))
        {
          g_string_append_unichar (run, c);
          continue;
        }
      if (run->len > 0)
        append_initials (initials, run);
      g_string_truncate (run, 0);
      if (c == 0)
        break;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (initials, c);
    }
  return g_string_free (g_steal_pointer (&initials), FALSE);
}

char *
ys_text_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance (&status);
  glong wide_length;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (valid, -1, NULL, &wide_length, NULL);

  require (status, "normalizer");

  const UChar *source = (const UChar *) wide;
  int32_t length = unorm2_normalize (normalizer, source, (int32_t) wide_length, NULL, 0, &status);

  if (status != U_BUFFER_OVERFLOW_ERROR)
    require (status, "normalization");
  status = U_ZERO_ERROR;

  g_autofree UChar *folded = g_new0 (UChar, (gsize) length + 1);

  length = unorm2_normalize (normalizer, source, (int32_t) wide_length, folded, length + 1, &status);
  require (status, "normalization");
  return g_utf16_to_utf8 ((const gunichar2 *) folded, length, NULL, NULL, NULL);
}
