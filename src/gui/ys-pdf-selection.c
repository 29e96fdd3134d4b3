/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two characters, where it began and where the pointer is; both belong to what is selected. */
#include "ys-pdf-selection.h"

typedef struct
{
  guint page, character;
} Place;

struct _YsPdfSelection
{
  YsPdfTexts *texts;
  Place from, to;
  gboolean begun, some;
};

YsPdfSelection *
ys_pdf_selection_new (YsPdfTexts *texts)
{
  YsPdfSelection *self = g_new0 (YsPdfSelection, 1);

  self->texts = g_object_ref (texts);
  return self;
}

void
ys_pdf_selection_free (YsPdfSelection *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->texts);
  g_free (self);
}

static gboolean
find_character (const YsPdfSelection *self, guint page, float x, float y, Place *place)
{
  YsPdfText *text = ys_pdf_texts_get (self->texts, page);
  guint nearest = text != NULL ? ys_pdf_text_find_nearest (text, x, y) : 0;

  if (text == NULL || nearest >= ys_pdf_text_get_n_characters (text))
    return FALSE;
  *place = (Place){ page, nearest };
  return TRUE;
}

void
ys_pdf_selection_begin (YsPdfSelection *self, guint page, float x, float y)
{
  self->some = FALSE;
  self->begun = find_character (self, page, x, y, &self->from);
  self->to = self->from;
}

void
ys_pdf_selection_extend (YsPdfSelection *self, guint page, float x, float y)
{
  if (!self->begun) /* it began on a page without words */
    ys_pdf_selection_begin (self, page, x, y);
  else
    self->some = find_character (self, page, x, y, &self->to) || self->some;
}

void
ys_pdf_selection_take_line (YsPdfSelection *self, guint page, float x, float y)
{
  YsPdfText *text = ys_pdf_texts_get (self->texts, page);
  const char *raw = text != NULL ? ys_pdf_text_get_raw (text) : NULL;
  const char *at;
  guint index = 0, first = 0;

  ys_pdf_selection_begin (self, page, x, y);
  if (!self->begun || raw == NULL)
    return;
  for (at = raw; *at != '\0'; at = g_utf8_next_char (at), index++)
    if (*at == '\n')
      {
        if (index >= self->from.character)
          break;
        first = index + 1;
      }
  self->some = index > first;
  self->from.character = first;
  self->to.character = index > first ? index - 1 : first;
}

gboolean
ys_pdf_selection_clear (YsPdfSelection *self)
{
  gboolean was = self->some;

  self->begun = self->some = FALSE;
  return was;
}

gboolean
ys_pdf_selection_is_empty (const YsPdfSelection *self)
{
  return !self->some;
}

static void
get_ordered (const YsPdfSelection *self, Place *first, Place *last)
{
  gboolean forward = self->from.page < self->to.page
                     || (self->from.page == self->to.page && self->from.character <= self->to.character);

  *first = forward ? self->from : self->to;
  *last = forward ? self->to : self->from;
}

gboolean
ys_pdf_selection_get_pages (const YsPdfSelection *self, guint *first, guint *last)
{
  Place begin, end;

  if (!self->some)
    return FALSE;
  get_ordered (self, &begin, &end);
  *first = begin.page;
  *last = end.page;
  return TRUE;
}

/* The characters of @page that belong to it. */
static YsPdfText *
get_range (const YsPdfSelection *self, guint page, guint *first, guint *n)
{
  YsPdfText *text = ys_pdf_texts_get (self->texts, page);
  Place begin, end;
  guint last;

  get_ordered (self, &begin, &end);
  if (!self->some || text == NULL || page < begin.page || page > end.page || ys_pdf_text_get_n_characters (text) == 0)
    return NULL;
  *first = page == begin.page ? begin.character : 0;
  last = page == end.page ? end.character : ys_pdf_text_get_n_characters (text) - 1;
  *n = last - *first + 1;
  return text;
}

GArray *
ys_pdf_selection_dup_cover (const YsPdfSelection *self, guint page)
{
  guint first, n;
  YsPdfText *text = get_range (self, page, &first, &n);

  return text != NULL ? ys_pdf_text_dup_cover (text, first, n) : NULL;
}

char *
ys_pdf_selection_dup_text (const YsPdfSelection *self)
{
  GString *all;
  guint from, to;

  if (!ys_pdf_selection_get_pages (self, &from, &to))
    return NULL;
  all = g_string_new (NULL);
  for (guint page = from; page <= to; page++)
    {
      guint first, n;
      YsPdfText *text = get_range (self, page, &first, &n);
      g_autofree char *words = text != NULL ? ys_pdf_text_dup_quotation (text, first, n) : NULL;

      if (words != NULL && all->len > 0)
        g_string_append_c (all, '\n');
      g_string_append (all, words != NULL ? words : "");
    }
  return g_string_free (all, FALSE);
}
