/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling GBK from Latin letters by their pairs: in no European language do nearly all accented letters stand
 * two by two and make everyday Chinese characters. */
#include "ys-pdf-repair.h"

#include <string.h>

/* So many of a hundred high bytes must be in pairs, and so many of a hundred pairs everyday characters. */
#define PAIRED_PER_HUNDRED 90
#define EVERYDAY_PER_HUNDRED 90
#define FEWEST_PAIRS 4

/* The byte that was taken for @character under WinAnsi encoding, for the bytes that GB 2312 uses; 0 for
 * others. */
static guint8
get_high_byte (gunichar character)
{
  return character >= 0xA1 && character <= 0xFE ? (guint8)character : 0;
}

/* As second byte, a hyphen may stand for 0xAD, which WinAnsi draws as one; a plain hyphen is no second byte.
 */
static guint8
get_second_byte (gunichar character)
{
  return character == '-' ? 0xAD : get_high_byte (character);
}

static gunichar
decode_pair (GIConv decoder, guint8 first, guint8 second)
{
  char bytes[2] = { (char)first, (char)second };
  char text[8] = { 0 };
  char *in = bytes, *out = text;
  gsize in_left = sizeof bytes, out_left = sizeof text - 1;

  g_iconv (decoder, NULL, NULL, NULL, NULL);
  if (g_iconv (decoder, &in, &in_left, &out, &out_left) == (gsize)-1 || in_left > 0)
    return 0;
  return g_utf8_get_char_validated (text, -1) < 0x110000 ? g_utf8_get_char (text) : 0;
}

/* Symbols and full-width signs, and the two levels of characters of GB 2312. */
static gboolean
is_everyday (guint8 first)
{
  return (first >= 0xA1 && first <= 0xA3) || (first >= 0xB0 && first <= 0xF7);
}

/* Whether nearly all high letters stand in pairs that make everyday characters, and there is no Chinese yet.
 */
static gboolean
reads_as_gbk (const gunichar *characters, guint n)
{
  guint high = 0, pairs = 0, everyday = 0;

  for (guint i = 0; i < n; i++)
    {
      guint8 first = get_high_byte (characters[i]);
      guint8 second = i + 1 < n ? get_second_byte (characters[i + 1]) : 0;
      if (characters[i] >= 0x2E80)
        return FALSE;
      if (first == 0)
        continue;
      high += 1 + (second != 0);
      if (second == 0)
        continue;
      pairs++;
      everyday += is_everyday (first);
      i++;
    }
  return pairs >= FEWEST_PAIRS && 2 * pairs * 100 >= high * PAIRED_PER_HUNDRED
         && everyday * 100 >= pairs * EVERYDAY_PER_HUNDRED;
}

static void
cover_both (YsPdfFrame *frame, const YsPdfFrame *other)
{
  frame->x1 = MIN (frame->x1, other->x1);
  frame->y1 = MIN (frame->y1, other->y1);
  frame->x2 = MAX (frame->x2, other->x2);
  frame->y2 = MAX (frame->y2, other->y2);
}

guint
ys_pdf_repair_gbk (gunichar *characters, YsPdfFrame *frames, guint n)
{
  GIConv decoder;
  guint kept = 0;

  if (!reads_as_gbk (characters, n) || (decoder = g_iconv_open ("UTF-8", "GB18030")) == (GIConv)-1)
    return n;
  for (guint i = 0; i < n; i++, kept++)
    {
      guint8 first = get_high_byte (characters[i]);
      guint8 second = i + 1 < n ? get_second_byte (characters[i + 1]) : 0;
      gunichar decoded = first && second ? decode_pair (decoder, first, second) : 0;
      characters[kept] = decoded ? decoded : characters[i];
      frames[kept] = frames[i];
      if (decoded)
        cover_both (&frames[kept], &frames[++i]);
    }
  g_iconv_close (decoder);
  return kept;
}
