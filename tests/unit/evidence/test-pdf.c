/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real worker on good PDFs: pages, labels, pictures and their parts, text and its places, Chinese
 * throughout. */
#include "test-pdfs.h"

#include "ys-error.h"
#include "ys-pdf-document.h"
#include "ys-pdf-finder.h"
#include "ys-pdf-fonts.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static char *folder;

static YsPdfDocument *
open_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  YsPdfDocument *document = ys_pdf_document_new_for_path (path, &error);
  g_assert_no_error (error);
  g_assert_true (ys_pdf_document_open (document, NULL, NULL, &error));
  g_assert_no_error (error);
  return document;
}

/* Takes @pdf. */
static YsPdfDocument *
open_bytes (GString *pdf)
{
  g_autofree char *path = g_build_filename (folder, "文件 50%#1?;'&$(x).pdf", NULL);
  g_assert_true (g_file_set_contents (path, pdf->str, (gssize)pdf->len, NULL));
  g_string_free (pdf, TRUE);
  return open_path (path);
}

static YsPdfPicture *
render_page (YsPdfDocument *document, guint page, double scale, guint rotation)
{
  g_autoptr (GPtrArray) pages = ys_pdf_document_load_pages (document, NULL, NULL);
  const YsPdfPage *size = pages->pdata[page];
  g_autoptr (GError) error = NULL;
  YsPdfPicture *picture;
  YsPdfView view;

  ys_pdf_view_init_page (&view, page, size->width, size->height, scale, rotation);
  picture = ys_pdf_document_render (document, &view, NULL, &error);
  g_assert_no_error (error);
  return picture;
}

static guint32
get_pixel (const YsPdfPicture *picture, guint x, guint y)
{
  const guint8 *row = (const guint8 *)g_bytes_get_data (picture->pixels, NULL) + (gsize)y * picture->stride;
  guint32 pixel;
  memcpy (&pixel, row + (gsize)x * 4, 4);
  return pixel;
}

/* Dark pixels inside and outside of @frame scaled by @scale; a NULL frame is nothing. */
static void
count_dark (const YsPdfPicture *picture, const YsPdfFrame *frame, double scale, guint *inside, guint *outside)
{
  *inside = *outside = 0;
  for (guint y = 0; y < picture->height; y++)
    {
      for (guint x = 0; x < picture->width; x++)
        {
          gboolean within = frame && x + 1 >= frame->x1 * scale && x <= frame->x2 * scale
                            && y + 1 >= frame->y1 * scale && y <= frame->y2 * scale;
          if ((get_pixel (picture, x, y) & 0xff) < 128)
            ++*(within ? inside : outside);
        }
    }
}

static YsPdfFinder *
make_finder (YsPdfDocument *document, guint n_pages)
{
  YsPdfFinder *finder = ys_pdf_finder_new ();
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YsPdfText) text = ys_pdf_document_load_text (document, i, NULL, &error);
      g_assert_no_error (error);
      ys_pdf_finder_add (finder, text);
    }
  return finder;
}

static void
test_chinese (void)
{
  g_autofree char *path = g_build_filename (folder, "good.pdf", NULL);
  g_autoptr (YsPdfDocument) document = NULL;
  g_autoptr (YsPdfInfo) info = NULL;
  g_autoptr (YsPdfFinder) finder = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (YsPdfPicture) picture = NULL;
  const YsPdfPlace *place;
  guint inside, outside;

  test_pdf_draw (path, 2, "社会治理");
  document = open_path (path);
  info = ys_pdf_document_dup_info (document);
  g_assert_cmpuint (info->n_pages, ==, 2);
  g_assert_cmpstr (info->title, ==, "工作方案 （试行）");
  g_assert_cmpuint (info->flags, ==, 0);
  finder = make_finder (document, 2);
  hits = ys_pdf_finder_find (finder, "治理", 10);
  g_assert_cmpuint (hits->len, ==, 2);
  place = &g_array_index (((YsPdfHit *)hits->pdata[1])->places, YsPdfPlace, 0);
  g_assert_cmpuint (place->page, ==, 1);
  /* The third and fourth of letters 16 points wide, from 72 on; their line stands on 100. */
  g_assert_cmpint ((int)(place->frame.x1 + 0.5f), ==, 104);
  g_assert_cmpint ((int)(place->frame.x2 + 0.5f), ==, 136);
  g_assert_cmpint ((int)place->frame.y1, <, 90);
  g_assert_cmpint ((int)place->frame.y2, >=, 100);
  picture = render_page (document, 1, 2, 0);
  g_assert_cmpuint (picture->width, ==, 1190);
  g_assert_cmpuint (picture->height, ==, 1684);
  count_dark (picture, &place->frame, 2, &inside, &outside);
  g_assert_cmpuint (inside, >, 200);
}

static void
test_places_on_turned_pages (void)
{
  g_autoptr (YsPdfDocument) document = open_bytes (test_pdf_turned ());
  g_autoptr (YsPdfFinder) finder = make_finder (document, 5);
  g_autoptr (GPtrArray) hits = ys_pdf_finder_find (finder, "mark", 10);

  g_assert_cmpuint (hits->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      const YsPdfHit *hit = hits->pdata[i];
      const YsPdfPlace *place = &g_array_index (hit->places, YsPdfPlace, 0);
      static const double scales[] = { 0.37, 1, 3 };
      g_assert_cmpuint (hit->places->len, ==, 1);
      g_assert_cmpuint (place->page, ==, i);
      g_assert_cmpint ((int)(place->frame.x1 + 0.5f), ==, 20);
      g_assert_cmpint ((int)place->frame.y1, >=, 25);
      g_assert_cmpint ((int)place->frame.y2, <=, 55);
      for (gsize s = 0; s < G_N_ELEMENTS (scales); s++)
        {
          g_autoptr (YsPdfPicture) picture = render_page (document, i, scales[s], 0);
          guint inside, outside;
          count_dark (picture, &place->frame, scales[s], &inside, &outside);
          g_assert_cmpuint (inside, >, 0);
          g_assert_cmpuint (outside, ==, 0);
        }
    }
}

static void
test_parts_and_turns (void)
{
  g_autoptr (YsPdfDocument) document = open_bytes (test_pdf_turned ());
  g_autoptr (YsPdfPicture) whole = render_page (document, 0, 2, 0);
  g_autoptr (YsPdfPicture) turned = render_page (document, 0, 2, 90);
  g_autoptr (YsPdfPicture) part = NULL;
  const YsPdfView view = { .page = 0, .scale = 2, .x = 30, .y = 40, .width = 50, .height = 60 };
  const YsPdfFrame upright = { 20, 25, 85, 55 };
  /* Turned clockwise, what was from the top is from the right: 200 - 55 to 200 - 25. */
  const YsPdfFrame sideways = { 145, 20, 175, 85 };
  guint inside, outside;

  part = ys_pdf_document_render (document, &view, NULL, NULL);
  for (guint y = 0; y < 60; y++)
    {
      for (guint x = 0; x < 50; x++)
        g_assert_cmphex (get_pixel (part, x, y), ==, get_pixel (whole, x + 30, y + 40));
    }
  g_assert_cmpuint (turned->width, ==, 400);
  g_assert_cmpuint (turned->height, ==, 600);
  count_dark (whole, &upright, 2, &inside, &outside);
  g_assert_cmpuint (inside, >, 100);
  g_assert_cmpuint (outside, ==, 0);
  count_dark (turned, &sideways, 2, &inside, &outside);
  g_assert_cmpuint (inside, >, 100);
  g_assert_cmpuint (outside, ==, 0);
}

static void
test_refused_views (void)
{
  g_autoptr (YsPdfDocument) document = open_bytes (test_pdf_turned ());
  const YsPdfView views[] = {
    { .page = 0, .scale = 1, .width = 4001, .height = 4000 }, /* more than 16 million */
    { .page = 0, .scale = 1, .width = 0, .height = 10 },
    { .page = 0, .scale = 0, .width = 10, .height = 10 },
    { .page = 0, .scale = -1, .width = 10, .height = 10 },
    { .page = 0, .scale = 1, .width = 10, .height = 10, .rotation = 45 },
    { .page = 5, .scale = 1, .width = 10, .height = 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (ys_pdf_document_render (document, &views[i], NULL, &error));
      g_assert_error (error, YS_ERROR, YS_ERROR_NOT_FOUND);
    }
}

static void
test_view_is_clamped (void)
{
  YsPdfView view;

  ys_pdf_view_init_page (&view, 0, 595, 842, 100, 0);
  g_assert_cmpuint ((guint64)view.width * view.height, <=, 16000000);
  g_assert_cmpuint ((guint64)view.width * view.height, >, 15500000);
  ys_pdf_view_init_page (&view, 0, 1e7f, 1, 1, 90);
  g_assert_cmpuint (view.height, <=, 32767);
  g_assert_cmpuint (view.width, ==, 1);
}

static void
test_labels (void)
{
  /* 附- in UTF-16. */
  g_autoptr (YsPdfDocument) document = open_bytes (test_pdf_from_objects (
      (const char *const[]){
          "<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</S/r>>2<</S/D>>4<</P<FEFF9644002D>/S/D>>]>>>>",
          "<</Type/Pages/Count 5/MediaBox[0 0 90 90]/Kids[3 0 R 4 0 R 5 0 R 6 0 R 7 0 R]>>",
          "<</Type/Page/Parent 2 0 R>>", "<</Type/Page/Parent 2 0 R>>", "<</Type/Page/Parent 2 0 R>>",
          "<</Type/Page/Parent 2 0 R>>", "<</Type/Page/Parent 2 0 R>>", NULL },
      NULL));
  g_autoptr (GPtrArray) pages = ys_pdf_document_load_pages (document, NULL, NULL);
  static const char *const labels[] = { "i", "ii", "1", "2", "附-1" };

  g_assert_cmpuint (pages->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpstr (((YsPdfPage *)pages->pdata[i])->label, ==, labels[i]);
}

static void
test_not_embedded_fonts (void)
{
  g_autoptr (YsPdfDocument) document = open_bytes (test_pdf_not_embedded ("网格化管理", "GB1"));
  g_autoptr (YsPdfText) text = ys_pdf_document_load_text (document, 0, NULL, NULL);
  g_autoptr (YsPdfPicture) picture = render_page (document, 0, 1, 0);
  /* Five letters of 24 points on a line 700 from below. */
  const YsPdfFrame letters = { 70, 115, 195, 150 };
  guint inside, outside;

  g_assert_cmpstr (ys_pdf_text_get_raw (text), ==, "网格化管理");
  g_assert_true (ys_pdf_text_is_usable (text));
  count_dark (picture, &letters, 1, &inside, &outside);
  g_assert_cmpuint (inside, >, 150);
  g_assert_cmpuint (outside, ==, 0);
  g_assert_false (picture->fonts_missing);
  /* 正文宽: the box of the words. */
  g_assert_cmpint ((int)(ys_pdf_text_get_box (text)->x1 + 0.5f), ==, 72);
  g_assert_cmpint ((int)(ys_pdf_text_get_box (text)->x2 + 0.5f), ==, 192);
}

/* As where poppler-data is not installed: the page comes without its words, and says so. */
static void
test_missing_character_maps (void)
{
  g_autoptr (YsPdfDocument) document = open_bytes (test_pdf_not_embedded ("网格化管理", "Nowhere1"));
  g_autoptr (YsPdfPicture) picture = render_page (document, 0, 1, 0);
  g_autoptr (YsPdfText) text = ys_pdf_document_load_text (document, 0, NULL, NULL);

  g_assert_true (picture->fonts_missing);
  g_assert_false (ys_pdf_text_is_usable (text));
}

static void
test_chinese_is_checked (void)
{
  YsPdfChinese result = YS_PDF_CHINESE_LACKS_MAPS;
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_pdf_check_chinese (&result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, YS_PDF_CHINESE_SHOWN);
}

static void
test_bytes_around (void)
{
  static const guint befores[] = { 3, 300, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (befores); i++)
    {
      GString *pdf = test_pdf_not_embedded ("综治中心", "GB1");
      g_autofree char *before = g_strnfill (befores[i], 'j');
      g_autoptr (YsPdfDocument) document = NULL;
      g_autoptr (YsPdfText) text = NULL;
      g_string_prepend (pdf, before);
      g_string_append_len (pdf, "\0\0\0\0", 4);
      document = open_bytes (pdf);
      text = ys_pdf_document_load_text (document, 0, NULL, NULL);
      g_assert_cmpstr (ys_pdf_text_get_raw (text), ==, "综治中心");
    }
}

static void
test_many_pages (void)
{
  g_autofree char *path = g_build_filename (folder, "many.pdf", NULL);
  g_autoptr (YsPdfDocument) document = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (YsPdfInfo) info = NULL;
  g_autoptr (YsPdfText) text = NULL;

  test_pdf_draw (path, 350, "矛盾纠纷多元化解");
  document = open_path (path);
  pages = ys_pdf_document_load_pages (document, NULL, NULL);
  info = ys_pdf_document_inspect (document, NULL, NULL);
  text = ys_pdf_document_load_text (document, 349, NULL, NULL);
  g_assert_cmpuint (pages->len, ==, 350);
  g_assert_cmpstr (((YsPdfPage *)pages->pdata[349])->label, ==, "350");
  g_assert_true (info->inspected);
  g_assert_cmpuint (info->n_bad_pages, ==, 0);
  g_assert_nonnull (strstr (ys_pdf_text_get_raw (text), "350"));
}

/* ---- asynchronous ---- */

typedef struct
{
  GMainLoop *loop;
  guint n_left, n_done, n_cancelled;
} Progress;

static void
rendered (GObject *source, GAsyncResult *result, gpointer data)
{
  Progress *progress = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPdfPicture) picture = ys_pdf_document_render_finish (YS_PDF_DOCUMENT (source), result, &error);

  if (picture)
    progress->n_done++;
  else if (g_error_matches (error, YS_ERROR, YS_ERROR_CANCELLED))
    progress->n_cancelled++;
  if (--progress->n_left == 0)
    g_main_loop_quit (progress->loop);
}

/* Scrolled past: what still waits is never drawn, what is asked with priority comes. */
static void
test_cancel_waiting (void)
{
  g_autoptr (YsPdfDocument) document = open_bytes (test_pdf_turned ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Progress progress = { .loop = g_main_loop_new (NULL, FALSE), .n_left = 41 };
  const YsPdfView large = { .page = 0, .scale = 13, .width = 3900, .height = 2600 };
  const YsPdfView small = { .page = 1, .scale = 1, .width = 100, .height = 100 };

  for (guint i = 0; i < 40; i++)
    ys_pdf_document_render_async (document, &large, G_PRIORITY_LOW, cancellable, rendered, &progress);
  ys_pdf_document_render_async (document, &small, G_PRIORITY_HIGH, NULL, rendered, &progress);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (progress.loop);
  g_assert_cmpuint (progress.n_done, >=, 1);
  g_assert_cmpuint (progress.n_cancelled, >=, 38);
  g_main_loop_unref (progress.loop);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("验收 pdf-XXXXXX", NULL);
  g_test_add_func ("/evidence/pdf/chinese", test_chinese);
  g_test_add_func ("/evidence/pdf/places-on-turned-pages", test_places_on_turned_pages);
  g_test_add_func ("/evidence/pdf/parts-and-turns", test_parts_and_turns);
  g_test_add_func ("/evidence/pdf/refused-views", test_refused_views);
  g_test_add_func ("/evidence/pdf/view-is-clamped", test_view_is_clamped);
  g_test_add_func ("/evidence/pdf/labels", test_labels);
  g_test_add_func ("/evidence/pdf/not-embedded-fonts", test_not_embedded_fonts);
  g_test_add_func ("/evidence/pdf/missing-character-maps", test_missing_character_maps);
  g_test_add_func ("/evidence/pdf/chinese-is-checked", test_chinese_is_checked);
  g_test_add_func ("/evidence/pdf/bytes-around", test_bytes_around);
  g_test_add_func ("/evidence/pdf/many-pages", test_many_pages);
  g_test_add_func ("/evidence/pdf/cancel-waiting", test_cancel_waiting);
  result = g_test_run ();
  ys_pdf_shut_down ();
  remove_folder ();
  return result;
}
