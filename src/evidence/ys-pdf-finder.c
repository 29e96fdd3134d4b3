/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finder: one stream of folded characters over all pages, and the way back from a hit to places and
 * words. */
#include "ys-pdf-finder.h"
#include "ys-pdf-fold-stream.h"
#include "ys-pdf-fold.h"
#include "ys-pdf-lines.h"

#include <string.h>

/* Characters shown on each side of a hit. */
#define SNIPPET_MARGIN 18

struct _YsPdfFinder
{
  GPtrArray *texts;     /* YsPdfText, by order of adding */
  YsPdfStream *body;    /* page indices in it are indices of @texts */
  YsPdfStream *numbers; /* page numbers and the like, out of the way of phrases that go over a page's end */
  guint n_unusable;
};

void
ys_pdf_hit_free (YsPdfHit *self)
{
  g_array_unref (self->places);
  g_free (self->snippet);
  g_free (self);
}

YsPdfFinder *
ys_pdf_finder_new (void)
{
  YsPdfFinder *self = g_new0 (YsPdfFinder, 1);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_pdf_text_unref);
  self->body = ys_pdf_stream_new ();
  self->numbers = ys_pdf_stream_new ();
  return self;
}

void
ys_pdf_finder_free (YsPdfFinder *self)
{
  g_ptr_array_unref (self->texts);
  ys_pdf_stream_free (self->body);
  ys_pdf_stream_free (self->numbers);
  g_free (self);
}

void
ys_pdf_finder_add (YsPdfFinder *self, YsPdfText *text)
{
  g_autoptr (GArray) lines = ys_pdf_lines_in_order (text);
  const guint page = self->texts->len;

  g_ptr_array_add (self->texts, ys_pdf_text_ref (text));
  if (!ys_pdf_text_is_usable (text))
    {
      self->n_unusable++;
      ys_pdf_stream_wall (self->body);
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const YsPdfLine *line = &g_array_index (lines, YsPdfLine, i);
      YsPdfStream *stream = line->is_page_number ? self->numbers : self->body;
      const char *at = g_utf8_offset_to_pointer (ys_pdf_text_get_raw (text), line->first);
      for (guint k = line->first; k < line->end; k++, at = g_utf8_next_char (at))
        ys_pdf_stream_add (stream, g_utf8_get_char (at), page, k);
      if (line->is_page_number)
        ys_pdf_stream_wall (stream);
      else
        ys_pdf_stream_break (stream);
    }
}

guint
ys_pdf_finder_get_n_unusable (const YsPdfFinder *self)
{
  return self->n_unusable;
}

static const YsPdfStreamed *
get_streamed (const YsPdfStream *stream, guint index)
{
  return &g_array_index (stream->characters, YsPdfStreamed, index);
}

static void
add_place (GArray *places, guint page, const YsPdfFrame *frame)
{
  YsPdfPlace place = { page, *frame };
  g_array_append_val (places, place);
}

/* The places of stream characters @first to @end: runs of one page and neighbouring characters, line by line.
 */
static GArray *
find_places (YsPdfFinder *self, const YsPdfStream *stream, guint first, guint end)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (YsPdfPlace));

  for (guint i = first; i < end;)
    {
      const YsPdfStreamed *begin = get_streamed (stream, i);
      const YsPdfText *text = self->texts->pdata[begin->page];
      guint last = begin->last;
      g_autoptr (GArray) cover = NULL;

      for (i++; i < end && get_streamed (stream, i)->page == begin->page
                && get_streamed (stream, i)->first >= last && get_streamed (stream, i)->first <= last + 2;
           i++)
        last = get_streamed (stream, i)->last;
      cover = ys_pdf_text_dup_cover (text, begin->first, last - begin->first + 1);
      for (guint k = 0; k < cover->len; k++)
        add_place (places, ys_pdf_text_get_page (text), &g_array_index (cover, YsPdfFrame, k));
    }
  return places;
}

/* Appends what stream characters @first to @end look like to a person. */
static void
append_words (YsPdfFinder *self, const YsPdfStream *stream, guint first, guint end, GString *words)
{
  for (guint i = first; i < end;)
    {
      const YsPdfStreamed *begin = get_streamed (stream, i);
      guint last = begin->last;
      g_autofree char *part = NULL;

      if (begin->folded == ' ')
        {
          g_string_append_c (words, ' ');
          i++;
          continue;
        }
      for (i++;
           i < end && get_streamed (stream, i)->page == begin->page && get_streamed (stream, i)->folded != ' '
           && (get_streamed (stream, i)->first == last || get_streamed (stream, i)->first == last + 1);
           i++)
        last = get_streamed (stream, i)->last;
      part =
          ys_pdf_text_dup_quotation (self->texts->pdata[begin->page], begin->first, last - begin->first + 1);
      g_string_append (words, part);
    }
}

static YsPdfHit *
make_hit (YsPdfFinder *self, const YsPdfStream *stream, guint first, guint end)
{
  YsPdfHit *hit = g_new0 (YsPdfHit, 1);
  g_autoptr (GString) snippet = g_string_new (NULL);
  guint from = first, until = end;

  for (guint n = 0;
       n < SNIPPET_MARGIN && from > 0 && get_streamed (stream, from - 1)->folded != YS_PDF_STREAM_WALL; n++)
    from--;
  for (guint n = 0; n < SNIPPET_MARGIN && until < stream->characters->len
                    && get_streamed (stream, until)->folded != YS_PDF_STREAM_WALL;
       n++)
    until++;
  hit->places = find_places (self, stream, first, end);
  append_words (self, stream, from, first, snippet);
  hit->start = (guint)snippet->len;
  append_words (self, stream, first, end, snippet);
  hit->length = (guint)snippet->len - hit->start;
  append_words (self, stream, end, until, snippet);
  hit->snippet = g_string_free (g_steal_pointer (&snippet), FALSE);
  return hit;
}

static gboolean
matches_at (const YsPdfStream *stream, guint at, const gunichar *query, guint length)
{
  for (guint i = 0; i < length; i++)
    {
      if (get_streamed (stream, at + i)->folded != query[i])
        return FALSE;
    }
  return TRUE;
}

static void
find_in (YsPdfFinder *self, const YsPdfStream *stream, const gunichar *query, guint length, guint max,
         GPtrArray *hits)
{
  for (guint i = 0; i + length <= stream->characters->len && hits->len < max; i++)
    {
      if (!matches_at (stream, i, query, length))
        continue;
      g_ptr_array_add (hits, make_hit (self, stream, i, i + length));
      i += length - 1;
    }
}

GPtrArray *
ys_pdf_finder_find (YsPdfFinder *self, const char *query, guint max)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_pdf_hit_free);
  g_autofree char *folded = ys_pdf_fold_text (query);
  glong length;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (folded, -1, &length);

  if (length > 0)
    {
      find_in (self, self->body, characters, (guint)length, max, hits);
      find_in (self, self->numbers, characters, (guint)length, max, hits);
    }
  return hits;
}

char *
ys_pdf_finder_dup_searchable (YsPdfFinder *self)
{
  g_autoptr (GString) searchable = g_string_new (NULL);
  const YsPdfStream *streams[] = { self->body, self->numbers };

  for (gsize s = 0; s < G_N_ELEMENTS (streams); s++)
    {
      for (guint i = 0; i < streams[s]->characters->len; i++)
        {
          gunichar folded = get_streamed (streams[s], i)->folded;
          g_string_append_unichar (searchable, folded == YS_PDF_STREAM_WALL ? '\n' : folded);
        }
      if (searchable->len > 0 && s == 0)
        g_string_append_c (searchable, '\n');
    }
  return g_string_free (g_steal_pointer (&searchable), FALSE);
}
