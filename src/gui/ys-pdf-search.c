/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few pages are asked for at a time, so that what is in view never waits behind the search. */
#include "ys-pdf-search.h"

#define AHEAD 4       /* pages asked for at once */
#define LOOK_EVERY 25 /* pages between two looks while reading */
#define MOST_HITS 1000

struct _YsPdfSearch
{
  GObject parent_instance;
  YsPdfTexts *texts;
  YsPdfFinder *finder;
  GPtrArray *hits;
  char *query;
  guint n_read, bad; /* pages handed to the finder; those that can't be read at all */
};

G_DEFINE_FINAL_TYPE (YsPdfSearch, ys_pdf_search, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
is_searching (YsPdfSearch *self)
{
  return self->query != NULL && *self->query != '\0';
}

static void
look (YsPdfSearch *self)
{
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  self->hits = is_searching (self) ? ys_pdf_finder_find (self->finder, self->query, MOST_HITS)
                                   : g_ptr_array_new_with_free_func ((GDestroyNotify)ys_pdf_hit_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Hands over what is there, in order, and asks for the next. */
static void
advance (YsPdfSearch *self)
{
  guint before = self->n_read, n_pages = ys_pdf_texts_get_n_pages (self->texts);

  if (!is_searching (self))
    return;
  while (self->n_read < n_pages && ys_pdf_texts_is_known (self->texts, self->n_read))
    {
      YsPdfText *text = ys_pdf_texts_get (self->texts, self->n_read++);

      if (text != NULL)
        ys_pdf_finder_add (self->finder, text);
      else
        self->bad++;
    }
  for (guint page = self->n_read; page < MIN (self->n_read + AHEAD, n_pages); page++)
    ys_pdf_texts_want (self->texts, page, G_PRIORITY_DEFAULT_IDLE);
  if (self->n_read / LOOK_EVERY != before / LOOK_EVERY || (self->n_read == n_pages && before < n_pages))
    look (self);
}

void
ys_pdf_search_set_query (YsPdfSearch *self, const char *query)
{
  if (g_strcmp0 (self->query, query) == 0)
    return;
  g_free (self->query);
  self->query = g_strdup (query);
  look (self);
  advance (self);
}

GPtrArray *
ys_pdf_search_get_hits (YsPdfSearch *self)
{
  return self->hits;
}

guint
ys_pdf_search_get_n_read (YsPdfSearch *self)
{
  return self->n_read;
}

guint
ys_pdf_search_get_n_unusable (YsPdfSearch *self)
{
  return ys_pdf_finder_get_n_unusable (self->finder) + self->bad;
}

gboolean
ys_pdf_search_is_done (YsPdfSearch *self)
{
  return self->n_read == ys_pdf_texts_get_n_pages (self->texts);
}

static void
ys_pdf_search_finalize (GObject *object)
{
  YsPdfSearch *self = YS_PDF_SEARCH (object);

  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->finder, ys_pdf_finder_free);
  g_clear_object (&self->texts);
  g_free (self->query);
  G_OBJECT_CLASS (ys_pdf_search_parent_class)->finalize (object);
}

static void
ys_pdf_search_class_init (YsPdfSearchClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_pdf_search_finalize;
  signals[CHANGED] = g_signal_new ("changed", YS_TYPE_PDF_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static void
ys_pdf_search_init (YsPdfSearch *self)
{
  self->finder = ys_pdf_finder_new ();
  self->hits = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_pdf_hit_free);
}

YsPdfSearch *
ys_pdf_search_new (YsPdfTexts *texts)
{
  YsPdfSearch *self = g_object_new (YS_TYPE_PDF_SEARCH, NULL);

  self->texts = g_object_ref (texts);
  g_signal_connect_object (texts, "loaded", G_CALLBACK (advance), self, G_CONNECT_SWAPPED);
  return self;
}
