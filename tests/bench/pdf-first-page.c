/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a reader waits for the first page: from a path to pixels, with a new worker each time, the sizes
 * of all pages included, since the viewer needs them to lay out its scroll bar. Driven by pdf.py. */
#include "test-pdfs.h"
#include "ys-pdf-document.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* Pixels for a point: 150 to the inch, as the other program is told. */
#define SCALE (150.0 / 72.0)

static gboolean
show_first_page (const char *path, GError **error)
{
  g_autoptr (YsPdfDocument) document = ys_pdf_document_new_for_path (path, error);
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (YsPdfPicture) picture = NULL;
  const YsPdfPage *first;
  YsPdfView view;

  if (document == NULL || !ys_pdf_document_open (document, NULL, NULL, error))
    return FALSE;
  pages = ys_pdf_document_load_pages (document, NULL, error);
  if (pages == NULL)
    return FALSE;
  first = pages->pdata[0];
  ys_pdf_view_init_page (&view, 0, first->width, first->height, SCALE, 0);
  picture = ys_pdf_document_render (document, &view, NULL, error);
  return picture != NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 start;

  setlocale (LC_ALL, "");
  if (argc == 4 && strcmp (argv[1], "make") == 0)
    {
      test_pdf_draw (argv[2], (guint)atoi (argv[3]), "深入推进市域社会治理现代化");
      return 0;
    }
  if (argc != 3 || strcmp (argv[1], "show") != 0)
    {
      g_printerr ("usage: pdf-first-page make PATH PAGES | show PATH\n");
      return 2;
    }
  start = g_get_monotonic_time ();
  if (!show_first_page (argv[2], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - start);
  ys_pdf_shut_down ();
  return 0;
}
