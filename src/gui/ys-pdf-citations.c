/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages are recorded as "3-5 7": numbers from 1, ranges forward, checked by the workspace when they were cited. */
#include "ys-pdf-citations.h"

GPtrArray *
ys_pdf_citations_dup_digests (YsWorkspace *workspace, guint task, const char *shown)
{
  GPtrArray *digests = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) citations = task != 0 ? ys_workspace_dup_citations (workspace, task, NULL) : NULL;

  for (guint i = 0; citations != NULL && i < citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (citations, i);
      if (!g_ptr_array_find_with_equal_func (digests, citation->evidence, g_str_equal, NULL))
        g_ptr_array_add (digests, g_strdup (citation->evidence));
    }
  if (shown != NULL && !g_ptr_array_find_with_equal_func (digests, shown, g_str_equal, NULL))
    g_ptr_array_add (digests, g_strdup (shown));
  return digests;
}

static void
add_range (GArray *indices, const char *range, guint n_pages)
{
  char *end;
  guint64 first = g_ascii_strtoull (range, &end, 10);
  guint64 last = *end == '-' ? g_ascii_strtoull (end + 1, NULL, 10) : first;

  for (guint64 page = MAX (first, 1); page <= MIN (last, n_pages); page++)
    {
      guint index = (guint)page - 1;
      g_array_append_val (indices, index);
    }
}

GArray *
ys_pdf_citations_dup_pages (YsWorkspace *workspace, guint task, const char *digest, guint n_pages)
{
  g_autoptr (GPtrArray) citations = ys_workspace_dup_citations (workspace, task, digest);
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (citations, i);
      g_auto (GStrv) ranges = g_strsplit (citation->pages != NULL ? citation->pages : "", " ", -1);

      for (guint k = 0; ranges[k] != NULL; k++)
        add_range (indices, ranges[k], n_pages);
    }
  return indices;
}

guint
ys_pdf_citations_get_first_page (YsWorkspace *workspace, guint task, const char *digest)
{
  g_autoptr (GPtrArray) citations = ys_workspace_dup_citations (workspace, task, digest);
  const YsCitation *first = citations->len > 0 ? g_ptr_array_index (citations, 0) : NULL;
  guint64 page = first != NULL && first->pages != NULL ? g_ascii_strtoull (first->pages, NULL, 10) : 1;

  return (guint)CLAMP (page, 1, G_MAXINT);
}
