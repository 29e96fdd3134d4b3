/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching the text of all evidence: a plain scan of folded text, over page ends too.
 * A plain scan suits an office's size; an index by single words would miss words of two characters (packages.md). */
#include "ys-pdf-fold.h"
#include "ys-workspace-evidence.h"
#include "ys-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SNIPPET_BYTES 60

void
ys_text_hit_free (YsTextHit *self)
{
  if (self == NULL)
    return;
  g_free (self->digest);
  g_free (self->snippet);
  g_free (self);
}

typedef struct {
  const char *query;
  guint limit;
  GCancellable *cancellable;
  GPtrArray *hits;
  char *digest;   /* whose pages are being gathered */
  GString *text;  /* all its pages, one after the other */
  GArray *starts; /* gsize: where each page begins in @text */
  GArray *pages;  /* guint: its number */
} Search;

/* A little of the text around the hit, cut at characters. */
static char *
make_snippet (const GString *text, gsize at, gsize length)
{
  const char *begin = text->str + (at > SNIPPET_BYTES ? at - SNIPPET_BYTES : 0);
  const char *end = text->str + MIN (at + length + SNIPPET_BYTES, text->len);

  while (begin < text->str + at && ((guchar) *begin & 0xc0) == 0x80)
    begin++;
  while (end > text->str && *end != '\0' && ((guchar) *end & 0xc0) == 0x80)
    end--;
  char *snippet = g_strndup (begin, (gsize) (end - begin));
  return g_strdelimit (snippet, "\n", ' ');
}

static void
search_document (Search *search)
{
  const char *from = search->text->str;
  const char *found;
  guint page = 0;

  if (search->digest == NULL)
    return;
  while (search->hits->len < search->limit && (found = strstr (from, search->query)) != NULL)
    {
      gsize at = (gsize) (found - search->text->str);
      YsTextHit *hit = g_new0 (YsTextHit, 1);

      while (page + 1 < search->starts->len && g_array_index (search->starts, gsize, page + 1) <= at)
        page++;
      hit->digest = g_strdup (search->digest);
      hit->page = g_array_index (search->pages, guint, page);
      hit->snippet = make_snippet (search->text, at, strlen (search->query));
      g_ptr_array_add (search->hits, hit);
      from = found + strlen (search->query);
    }
}

static gboolean
gather_page (const char *digest, guint page, const char *text, gpointer data)
{
  Search *search = data;
  gsize start;

  if (g_strcmp0 (search->digest, digest) != 0)
    {
      search_document (search);
      g_free (search->digest);
      search->digest = g_strdup (digest);
      g_string_truncate (search->text, 0);
      g_array_set_size (search->starts, 0);
      g_array_set_size (search->pages, 0);
    }
  start = search->text->len;
  g_array_append_val (search->starts, start);
  g_array_append_val (search->pages, page);
  g_string_append (search->text, text);
  return search->hits->len < search->limit && !g_cancellable_is_cancelled (search->cancellable);
}

static gboolean
search_store (YsConnection *connection, gpointer data, GError **error)
{
  if (!ys_page_text_visit (connection, gather_page, data, error))
    return FALSE;
  search_document (data);
  return TRUE;
}

static GPtrArray *
list_unsearchable (YsWorkspace *self)
{
  GPtrArray *digests = g_ptr_array_new_with_free_func (g_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const YsEvidenceRow *row = g_ptr_array_index (self->evidence, i);
      if ((row->flags & YS_EVIDENCE_HAS_TEXT) == 0)
        g_ptr_array_add (digests, g_strdup (row->digest));
    }
  g_mutex_unlock (&self->lock);
  return digests;
}

GPtrArray *
ys_workspace_search_text (YsWorkspace *self, const char *query, guint limit, GPtrArray **unsearchable,
                          GCancellable *cancellable, GError **error)
{
  g_autofree char *folded = ys_pdf_fold_text (query);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_text_hit_free);
  Search search = { folded, limit, cancellable, hits, NULL, g_string_new (NULL),
                    g_array_new (FALSE, FALSE, sizeof (gsize)), g_array_new (FALSE, FALSE, sizeof (guint)) };
  gboolean done = folded[0] == '\0' || ys_store_call (self->store, search_store, &search, error);

  g_free (search.digest);
  g_string_free (search.text, TRUE);
  g_array_unref (search.starts);
  g_array_unref (search.pages);
  if (!done)
    return NULL;
  if (unsearchable != NULL)
    *unsearchable = list_unsearchable (self);
  return g_steal_pointer (&hits);
}
