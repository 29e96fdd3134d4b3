/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Initial letters of pinyin, by which Chinese names are searched, over ICU's transliterator.
 * ICU reads nearly every character alone; those with two readings are told here, for the words of this
 * domain. */
#include "ys-id.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utrans.h>

#include "ys-icu.h"

/* A syllable of pinyin has at most six letters and a blank on both sides. */
#define LETTERS_PER_IDEOGRAPH 8

/* In ICU's own language: before-context { text } after-context > reading. The first rule that fits holds, so
 * the exceptions stand before what they are exceptions of. */
/* clang-format off: a rule a line */
static const UChar reading_rules[] =
    u"[局县市省镇乡组队区院校厅部村街处科股所站] { 长 > ' zhang ';" /* 局长安排 is no 长安 */
    u"长 } [期效远治安沙春江城] > ' chang ';"
    u"协 { 调 > ' tiao ';"
    u"调 } [解处整节控] > ' tiao ';"
    u"重 } [复新申阳] > ' chong ';"
    u"执 { 行 > ' xing ';" /* 执行业务 is no 行业 */
    u"行 } 业 > ' hang ';"
    u"银 { 行 > ' hang ';"
    u"率 } [先领] > ' shuai ';"
    u"西 { 藏 > ' zang ';"
    u"厦 } 门 > ' xia ';"
    u"校 } [验正对核] > ' jiao ';"
    u"音 { 乐 > ' yue ';"
    u":: Han-Latin; :: Latin-ASCII;";
/* clang-format on */

/* Appends the first letter of each syllable of @run, which holds ideographs only. */
static void
append_initials (GString *initials, const GString *run)
{
  static GMutex lock; /* a transliterator keeps state while it works */
  static UTransliterator *transliterator;

  UErrorCode status = U_ZERO_ERROR;
  glong wide_length;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (run->str, (glong)run->len, NULL, &wide_length, NULL);
  const int32_t capacity = (int32_t)wide_length * LETTERS_PER_IDEOGRAPH;
  g_autofree UChar *text = g_new0 (UChar, (gsize)capacity + 1);
  int32_t length = (int32_t)wide_length, limit = (int32_t)wide_length;

  memcpy (text, wide, (gsize)wide_length * sizeof *text);
  g_mutex_lock (&lock);
  if (transliterator == NULL)
    {
      transliterator = utrans_openU (u"Any-Initials", -1, UTRANS_FORWARD, reading_rules, -1, NULL, &status);
      ys_icu_require (status, "transliterator");
    }
  utrans_transUChars (transliterator, text, &length, capacity, 0, &limit, &status);
  g_mutex_unlock (&lock);
  ys_icu_require (status, "transliteration");

  for (int32_t i = 0; i < length; i++)
    {
      if (text[i] < 0x80 && g_ascii_isalpha ((char)text[i]) && (i == 0 || text[i - 1] == ' '))
        g_string_append_c (initials, g_ascii_tolower ((char)text[i]));
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

      if (c != 0 && u_hasBinaryProperty ((UChar32)c, UCHAR_IDEOGRAPHIC))
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
