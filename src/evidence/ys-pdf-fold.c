/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding for search, and the stream of folded characters that remembers where each came from. */
#include "ys-pdf-fold.h"
#include "ys-pdf-fold-stream.h"

#include "ys-id.h"

static gboolean
is_radical (gunichar character)
{
  return character >= 0x2E80 && character <= 0x2FDF;
}

/* Ideographs, kana, Chinese and full-width punctuation: writing without blanks between words. */
static gboolean
is_unspaced (gunichar character)
{
  return (character >= 0x2E80 && character <= 0xA4CF) || (character >= 0xF900 && character <= 0xFAFF)
         || (character >= 0xFE30 && character <= 0xFE4F) || (character >= 0xFF00 && character <= 0xFFEF)
         || (character >= 0x20000 && character <= 0x3FFFF);
}

gboolean
ys_pdf_fold_joins (gunichar before, gunichar after)
{
  return is_unspaced (before) || is_unspaced (after);
}

guint
ys_pdf_fold_character (gunichar character, gunichar folded[4])
{
  char bytes[7] = { 0 };
  g_autofree char *text = NULL;
  guint n = 0;

  /* The great part of a Chinese text stands for itself. */
  if ((character >= 0x4E00 && character <= 0x9FFF) || (character >= '0' && character <= '9')
      || (character >= 'a' && character <= 'z'))
    {
      folded[0] = character;
      return 1;
    }
  g_unichar_to_utf8 (character, bytes);
  text = ys_text_fold (bytes);
  for (const char *at = text; *at && n < 4; at = g_utf8_next_char (at))
    folded[n++] = g_utf8_get_char (at);
  return n;
}

gunichar
ys_pdf_fold_radical (gunichar character)
{
  gunichar folded[4];
  return is_radical (character) && ys_pdf_fold_character (character, folded) == 1 ? folded[0] : character;
}

/* ---- the stream ---- */

YsPdfStream *
ys_pdf_stream_new (void)
{
  YsPdfStream *self = g_new0 (YsPdfStream, 1);
  self->characters = g_array_new (FALSE, FALSE, sizeof (YsPdfStreamed));
  return self;
}

void
ys_pdf_stream_free (YsPdfStream *self)
{
  g_array_unref (self->characters);
  g_free (self);
}

static void
append (YsPdfStream *self, gunichar folded, guint page, guint first, guint last)
{
  YsPdfStreamed streamed = { folded, page, first, last };
  g_array_append_val (self->characters, streamed);
}

static YsPdfStreamed *
get_last (YsPdfStream *self)
{
  return self->characters->len ? &g_array_index (self->characters, YsPdfStreamed, self->characters->len - 1)
                               : NULL;
}

/* Settles what a gap before @next means, now that both sides are known. */
static void
close_gap (YsPdfStream *self, gunichar next, guint page, guint index)
{
  YsPdfStreamed *last = get_last (self);

  if (last == NULL || self->gap == YS_PDF_GAP_NONE)
    return;
  if (self->gap == YS_PDF_GAP_LINE && last->folded == '-' && self->characters->len > 1
      && g_unichar_islower (g_array_index (self->characters, YsPdfStreamed, self->characters->len - 2).folded)
      && g_unichar_isalpha (next))
    g_array_set_size (self->characters, self->characters->len - 1);
  else if (!ys_pdf_fold_joins (last->folded, next))
    append (self, ' ', page, index, index);
  self->gap = YS_PDF_GAP_NONE;
}

void
ys_pdf_stream_add (YsPdfStream *self, gunichar character, guint page, guint index)
{
  gunichar folded[4];
  guint n;
  YsPdfStreamed *last;

  if (g_unichar_isspace (character) || character == 0)
    {
      self->gap = character == '\n' ? YS_PDF_GAP_LINE : MAX (self->gap, YS_PDF_GAP_BLANK);
      return;
    }
  n = ys_pdf_fold_character (character, folded);
  if (n == 0)
    return;
  close_gap (self, folded[0], page, index);
  last = get_last (self);
  /* macOS writes radical and character for one sign (case 65 of the facts): one of the two is dropped. */
  if (last && self->last_was_radical && last->page == page && last->last + 1 == index
      && last->folded == folded[0] && n == 1 && !is_radical (character))
    last->last = index;
  else
    for (guint i = 0; i < n; i++)
      append (self, folded[i], page, index, index);
  self->last_was_radical = is_radical (character);
}

void
ys_pdf_stream_break (YsPdfStream *self)
{
  self->gap = MAX (self->gap, YS_PDF_GAP_LINE);
  self->last_was_radical = FALSE;
}

void
ys_pdf_stream_wall (YsPdfStream *self)
{
  append (self, YS_PDF_STREAM_WALL, 0, 0, 0);
  self->gap = YS_PDF_GAP_NONE;
  self->last_was_radical = FALSE;
}

char *
ys_pdf_fold_text (const char *text)
{
  g_autoptr (YsPdfStream) stream = ys_pdf_stream_new ();
  g_autoptr (GString) folded = g_string_new (NULL);
  guint index = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at), index++)
    ys_pdf_stream_add (stream, g_utf8_get_char (at), 0, index);
  for (guint i = 0; i < stream->characters->len; i++)
    g_string_append_unichar (folded, g_array_index (stream->characters, YsPdfStreamed, i).folded);
  return g_string_free (g_steal_pointer (&folded), FALSE);
}
