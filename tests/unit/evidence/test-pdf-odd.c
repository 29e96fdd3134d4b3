/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real worker on odd, locked, broken and hostile PDFs, and on what only bears the name. */
#include "test-pdfs.h"

#include "ys-error.h"
#include "ys-pdf-document.h"
#include "ys-pdf-worker.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

static char *folder;

static char *
write_pdf (const char *name, const void *bytes, gsize length)
{
  char *path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
  return path;
}

static YsPdfDocument *
make_document (GString *pdf)
{
  g_autofree char *path = write_pdf ("odd.pdf", pdf->str, pdf->len);
  g_autoptr (GError) error = NULL;
  YsPdfDocument *document = ys_pdf_document_new_for_path (path, &error);
  g_assert_no_error (error);
  g_string_free (pdf, TRUE);
  return document;
}

static YsPdfInfo *
inspect (YsPdfDocument *document)
{
  g_autoptr (GError) error = NULL;
  YsPdfInfo *info;
  g_assert_true (ys_pdf_document_open (document, NULL, NULL, &error));
  g_assert_no_error (error);
  info = ys_pdf_document_inspect (document, NULL, &error);
  g_assert_no_error (error);
  return info;
}

/* ---- what a person should know ---- */

static void
test_actions_are_flagged (void)
{
#define WITH_LINK(action)                                                                       \
  {                                                                                             \
    "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 99 99]>>", \
        "<</Type/Page/Parent 2 0 R/Annots[4 0 R]>>",                                            \
        "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<<" action ">>>>", NULL                      \
  }
  static const struct
  {
    const char *objects[8];
    YsPdfFlags flag;
  } rows[] = {
    { WITH_LINK ("/S/URI/URI(http://example.com/)"), YS_PDF_LINKS_OUT },
    { WITH_LINK ("/S/Launch/F(calc.exe)"), YS_PDF_LAUNCH },
    { WITH_LINK ("/S/GoToR/F(other.pdf)/D[0/Fit]"), YS_PDF_LAUNCH },
    { WITH_LINK ("/S/JavaScript/JS(app.alert\\(1\\))"), YS_PDF_JAVASCRIPT },
    { { "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 99 99]>>", "<</Type/Page/Parent 2 0 R>>", NULL },
      YS_PDF_JAVASCRIPT },
    { { "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(calc.exe)>>>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 99 99]>>", "<</Type/Page/Parent 2 0 R>>", NULL },
      YS_PDF_LAUNCH },
    { { "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 99 99]>>",
        "<</Type/Page/Parent 2 0 R/Annots[4 0 R]>>",
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(b)/Rect[0 0 9 9]>>", NULL },
      YS_PDF_FORM },
    { { "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 99 99]>>",
        "<</Type/Page/Parent 2 0 R>>", NULL },
      0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YsPdfDocument) document = make_document (test_pdf_from_objects (rows[i].objects, NULL));
      g_autoptr (YsPdfInfo) info = inspect (document);
      g_auto (GStrv) remarks = ys_pdf_info_dup_remarks (info);
      g_assert_cmphex (info->flags, ==, rows[i].flag);
      g_assert_cmpuint (g_strv_length (remarks), ==, rows[i].flag ? 1 : 0);
    }
}

static void
test_bad_page_is_counted (void)
{
  g_autoptr (YsPdfDocument) document = make_document (test_pdf_from_objects (
      (const char *const[]){ "<</Type/Catalog/Pages 2 0 R>>",
                             "<</Type/Pages/Count 3/Kids[3 0 R 9 0 R 3 0 R]/MediaBox[0 0 99 99]>>",
                             "<</Type/Page/Parent 2 0 R>>", NULL },
      NULL));
  g_autoptr (YsPdfInfo) info = inspect (document);
  g_autoptr (GPtrArray) pages = ys_pdf_document_load_pages (document, NULL, NULL);

  g_assert_cmpuint (info->n_bad_pages, >=, 1);
  g_assert_cmpuint (pages->len, ==, info->n_pages);
}

/* ---- files inside ---- */

/* A stream of @length zeros, packed, and written as hexadecimal digits so that it is text. */
static char *
pack_zeros (gsize length)
{
  g_autofree guint8 *zeros = g_malloc0 (length);
  uLongf size = compressBound (length);
  g_autofree guint8 *packed = g_malloc (size);
  g_autoptr (GString) digits = g_string_new (NULL);

  g_assert_cmpint (compress2 (packed, &size, zeros, length, Z_BEST_SPEED), ==, Z_OK);
  for (uLongf i = 0; i < size; i++)
    g_string_append_printf (digits, "%02x", packed[i]);
  g_string_append_c (digits, '>');
  return test_pdf_stream ("/Type/EmbeddedFile/Filter[/ASCIIHexDecode/FlateDecode]", digits->str);
}

/* A portfolio of a small text with a Chinese name and of @n_zeros bytes of nothing, packed. */
static GString *
make_portfolio (gsize n_zeros)
{
  g_autofree char *small = test_pdf_stream ("/Type/EmbeddedFile/Params<</Size 9>>", "%PDF-1.7 ");
  g_autofree char *large = pack_zeros (n_zeros);
  return test_pdf_from_objects (
      (const char *const[]){
          "<</Type/Catalog/Pages 2 0 R/Collection<</View/D>>/Names<</EmbeddedFiles<</Names[(a)4 0 R(b)6 0 "
          "R]>>>>>>",
          "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 99 99]>>", "<</Type/Page/Parent 2 0 R>>",
          /* 附件 and a line break that must not get through. */
          "<</Type/Filespec/F(a.pdf)/UF<FEFF96444EF6000A002E007000640066>/EF<</F 5 0 R>>>>", small,
          "<</Type/Filespec/F(../../b)/EF<</F 7 0 R>>>>", large, NULL },
      NULL);
}

static void
test_portfolio (void)
{
  const gsize n_zeros = (gsize)70 << 20; /* more than the shared buffer holds */
  g_autoptr (YsPdfDocument) document = make_document (make_portfolio (n_zeros));
  g_autoptr (YsPdfInfo) info = inspect (document);
  g_autoptr (GPtrArray) attachments = ys_pdf_document_list_attachments (document, NULL, NULL);
  g_autoptr (YsPdfDocument) inside = NULL;
  g_autoptr (GError) error = NULL;
  char content[16] = { 0 };
  int small, large;

  g_assert_cmpuint (info->n_attachments, ==, 2);
  g_assert_true (info->flags & YS_PDF_PORTFOLIO);
  g_assert_cmpuint (attachments->len, ==, 2);
  g_assert_cmpstr (((YsPdfAttachment *)attachments->pdata[0])->name, ==, "附件 .pdf");
  g_assert_cmpuint (((YsPdfAttachment *)attachments->pdata[0])->size, ==, 9);
  small = ys_pdf_document_extract (document, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (small, content, sizeof content), ==, 9);
  g_assert_cmpstr (content, ==, "%PDF-1.7 ");
  large = ys_pdf_document_extract (document, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (lseek (large, 0, SEEK_END), ==, (off_t)n_zeros);
  /* A PDF inside can be read and attached as one of its own. */
  inside = ys_pdf_document_new_for_fd (small, "附件.pdf", &error);
  g_assert_no_error (error);
  g_assert_nonnull (inside);
  close (small);
  close (large);
  g_assert_cmpint (ys_pdf_document_extract (document, 2, NULL, &error), ==, -1);
  g_assert_error (error, YS_ERROR, YS_ERROR_NOT_FOUND);
}

/* A file inside that unpacks to more than 512 MB is given up, not unpacked into memory. */
static void
test_bomb_inside (void)
{
  g_autoptr (YsPdfDocument) document = make_document (make_portfolio ((gsize)520 << 20));
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_pdf_document_open (document, NULL, NULL, NULL));
  g_assert_cmpint (ys_pdf_document_extract (document, 1, NULL, &error), ==, -1);
  g_assert_error (error, YS_ERROR, YS_ERROR_TOO_LARGE);
}

/* ---- locked ---- */

/* @options of qpdf between --encrypt and --. */
static char *
lock (const char *const *options)
{
  g_autofree char *plain = g_build_filename (folder, "plain.pdf", NULL);
  char *locked = g_build_filename (folder, "locked.pdf", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  int status;

  test_pdf_draw (plain, 1, "内部资料");
  g_ptr_array_add (arguments, (gpointer) "qpdf");
  g_ptr_array_add (arguments, (gpointer) "--allow-weak-crypto");
  g_ptr_array_add (arguments, (gpointer) "--encrypt");
  for (gsize i = 0; options[i]; i++)
    g_ptr_array_add (arguments, (gpointer)options[i]);
  g_ptr_array_add (arguments, (gpointer) "--");
  g_ptr_array_add (arguments, plain);
  g_ptr_array_add (arguments, locked);
  g_ptr_array_add (arguments, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **)arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return locked;
}

static void
test_restrictions_are_named (void)
{
  static const char *const ways[][8] = {
    { "", "owner", "128", "--print=none", "--extract=n", NULL },
    { "", "owner", "256", "--print=none", "--extract=n", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = lock (ways[i]);
      g_autoptr (YsPdfDocument) document = ys_pdf_document_new_for_path (path, NULL);
      g_autoptr (YsPdfInfo) info = inspect (document);
      g_auto (GStrv) remarks = ys_pdf_info_dup_remarks (info);
      g_assert_cmphex (info->flags, ==, YS_PDF_ENCRYPTED | YS_PDF_NO_PRINTING | YS_PDF_NO_COPYING);
      g_assert_cmpuint (g_strv_length (remarks), ==, 2);
    }
}

static void
test_password (void)
{
  static const char *const ways[][8] = { { "密码123456", "owner", "256", NULL },
                                         { "123456", "owner", "40", NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = lock (ways[i]);
      g_autoptr (YsPdfDocument) document = ys_pdf_document_new_for_path (path, NULL);
      g_autoptr (YsPdfInfo) info = NULL;
      g_autoptr (YsPdfText) text = NULL;
      g_autoptr (GError) none = NULL;
      g_autoptr (GError) wrong = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (ys_pdf_document_open (document, NULL, NULL, &none));
      g_assert_error (none, YS_ERROR, YS_ERROR_PDF_PASSWORD);
      g_assert_false (ys_pdf_document_open (document, "654321", NULL, &wrong));
      g_assert_error (wrong, YS_ERROR, YS_ERROR_PDF_PASSWORD);
      g_assert_cmpstr (none->message, !=, wrong->message);
      g_assert_true (ys_pdf_document_open (document, ways[i][0], NULL, &error));
      g_assert_no_error (error);
      info = ys_pdf_document_dup_info (document);
      g_assert_true (info->flags & YS_PDF_PASSWORD_USED);
      /* A worker that is gone is replaced without asking again. */
      ys_pdf_shut_down ();
      text = ys_pdf_document_load_text (document, 0, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (ys_pdf_text_get_raw (text), "内部资料"));
    }
}

static void
test_unknown_encryption (void)
{
  g_autoptr (YsPdfDocument) document = make_document (test_pdf_from_objects (
      (const char *const[]){
          "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 99 99]>>",
          "<</Type/Page/Parent 2 0 R>>", "<</Filter/Some.Maker/V 9/R 9/O(x)/U(x)/P -1>>", NULL },
      "/Encrypt 4 0 R/ID[<00><00>]"));
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_pdf_document_open (document, NULL, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_PDF_ENCRYPTION);
}

/* ---- broken and hostile ---- */

/* Every twentieth of its length cut off: refused with a reason or opened as far as it goes, nothing else. */
static void
test_truncated (void)
{
  g_autofree char *whole = g_build_filename (folder, "whole.pdf", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  guint n_refused = 0;

  test_pdf_draw (whole, 3, "社会治理");
  g_assert_true (g_file_get_contents (whole, &bytes, &length, NULL));
  for (guint part = 0; part < 20; part++)
    {
      g_autofree char *path = write_pdf ("cut.pdf", bytes, length * part / 20);
      g_autoptr (GError) error = NULL;
      g_autoptr (YsPdfDocument) document = ys_pdf_document_new_for_path (path, &error);
      if (document && ys_pdf_document_open (document, NULL, NULL, &error))
        continue;
      n_refused++;
      g_assert_true (g_error_matches (error, YS_ERROR, YS_ERROR_PDF_BROKEN)
                     || g_error_matches (error, YS_ERROR, YS_ERROR_NOT_PDF));
    }
  g_assert_cmpuint (n_refused, >=, 10);
}

static void
test_page_trees (void)
{
  g_autoptr (GPtrArray) deep = g_ptr_array_new_with_free_func (g_free);
  /* A tree that contains itself; one that states a thousand million pages; one 3,000 levels deep. */
  static const char *const circle[] = { "<</Type/Catalog/Pages 2 0 R>>",
                                        "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>", NULL };
  static const char *const liar[] = { "<</Type/Catalog/Pages 2 0 R>>",
                                      "<</Type/Pages/Count 1000000000/Kids[3 0 R]/MediaBox[0 0 99 99]>>",
                                      "<</Type/Page/Parent 2 0 R>>", NULL };
  const char *const *trees[3] = { circle, liar };

  g_ptr_array_add (deep, g_strdup ("<</Type/Catalog/Pages 2 0 R>>"));
  for (guint i = 3; i <= 3002; i++)
    g_ptr_array_add (deep, g_strdup_printf ("<</Type/Pages/Count 1/Kids[%u 0 R]/MediaBox[0 0 99 99]>>", i));
  g_ptr_array_add (deep, g_strdup ("<</Type/Page>>"));
  g_ptr_array_add (deep, NULL);
  trees[2] = (const char *const *)deep->pdata;
  for (gsize i = 0; i < G_N_ELEMENTS (trees); i++)
    {
      g_autoptr (YsPdfDocument) document = make_document (test_pdf_from_objects (trees[i], NULL));
      g_autoptr (GError) error = NULL;
      if (ys_pdf_document_open (document, NULL, NULL, &error))
        {
          g_autoptr (YsPdfInfo) info = ys_pdf_document_dup_info (document);
          g_assert_cmpuint (info->n_pages, <, 100);
        }
      else
        g_test_message ("%s", error->message);
    }
}

static GString *
make_page (const char *box, const char *content, const char *resources)
{
  g_autofree char *stream = test_pdf_stream ("", content);
  g_autofree char *page = g_strdup_printf (
      "<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<%s>>>>", box, resources);
  return test_pdf_from_objects ((const char *const[]){ "<</Type/Catalog/Pages 2 0 R>>",
                                                       "<</Type/Pages/Count 1/Kids[3 0 R]>>", page, stream,
                                                       NULL },
                                NULL);
}

static void
test_huge_boxes (void)
{
  static const char *const boxes[] = { "0 0 10000000 10000000", "0 0 1e38 1e38", "0 0 99999999999999999999 9",
                                       "0 0 0 0", "5 5 -5 -5" };

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autoptr (YsPdfDocument) document = make_document (make_page (boxes[i], "0 0 9 9 re f", ""));
      g_autoptr (GPtrArray) pages = NULL;
      g_autoptr (YsPdfPicture) picture = NULL;
      g_autoptr (GError) error = NULL;
      const YsPdfPage *page;
      YsPdfView view;

      g_assert_true (ys_pdf_document_open (document, NULL, NULL, &error));
      pages = ys_pdf_document_load_pages (document, NULL, &error);
      g_assert_no_error (error);
      page = pages->pdata[0];
      ys_pdf_view_init_page (&view, 0, page->width, page->height, 1, 0);
      g_assert_cmpuint ((guint64)view.width * view.height, <=, 16000000);
      picture = ys_pdf_document_render (document, &view, NULL, &error);
      g_assert_true (picture || g_error_matches (error, YS_ERROR, YS_ERROR_PDF_BROKEN)
                     || g_error_matches (error, YS_ERROR, YS_ERROR_NOT_FOUND));
    }
}

/* Ten forms, each drawing the next one ten times: ten thousand million squares. */
static GString *
make_endless (void)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);
  GString *pdf;

  g_ptr_array_add (objects, g_strdup ("<</Type/Catalog/Pages 2 0 R>>"));
  g_ptr_array_add (objects, g_strdup ("<</Type/Pages/Count 1/Kids[3 0 R]>>"));
  g_ptr_array_add (objects, g_strdup ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
                                      "/Resources<</XObject<</X 5 0 R>>>>>>"));
  g_ptr_array_add (objects, test_pdf_stream ("", "/X Do"));
  for (guint i = 6; i <= 15; i++)
    {
      g_autofree char *entries = g_strdup_printf (
          "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X %u 0 R>>>>", i);
      g_ptr_array_add (
          objects, test_pdf_stream (entries, "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do"));
    }
  g_ptr_array_add (objects, test_pdf_stream ("/Type/XObject/Subtype/Form/BBox[0 0 99 99]", "0 0 9 9 re f"));
  g_ptr_array_add (objects, NULL);
  pdf = test_pdf_from_objects ((const char *const *)objects->pdata, NULL);
  return pdf;
}

static void
test_endless_page (void)
{
  g_autoptr (YsPdfDocument) document = make_document (make_endless ());
  const YsPdfView view = { .scale = 1, .width = 99, .height = 99 };
  g_autoptr (GError) error = NULL;
  gint64 start;

  g_assert_true (ys_pdf_document_open (document, NULL, NULL, &error));
  ys_pdf_worker_set_time_limit (1500);
  start = g_get_monotonic_time ();
  g_assert_null (ys_pdf_document_render (document, &view, NULL, &error));
  ys_pdf_worker_set_time_limit (0);
  g_assert_error (error, YS_ERROR, YS_ERROR_PDF_LIMIT);
  /* Given up once, not tried again. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2900 * 1000);
}

/* A picture that states 60,000 × 60,000 points in a few bytes: whatever comes of it, it is not 14 GB of
 * memory. */
static void
test_memory (void)
{
  g_autoptr (YsPdfDocument) document = make_document (
      make_page ("0 0 99 99", "99 0 0 99 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /RGB /F /AHx ID 00> EI", ""));
  const YsPdfView view = { .scale = 1, .width = 99, .height = 99 };
  g_autoptr (YsPdfPicture) picture = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_pdf_document_open (document, NULL, NULL, &error));
  picture = ys_pdf_document_render (document, &view, NULL, &error);
  g_assert_true (picture || g_error_matches (error, YS_ERROR, YS_ERROR_PDF_LIMIT));
}

static void
test_not_a_file (void)
{
  g_autoptr (GError) for_folder = NULL;
  g_autoptr (GError) missing = NULL;

  g_assert_null (ys_pdf_document_new_for_path (folder, &for_folder));
  g_assert_error (for_folder, YS_ERROR, YS_ERROR_NOT_PDF);
  g_assert_null (ys_pdf_document_new_for_path ("/nowhere/a.pdf", &missing));
  g_assert_error (missing, YS_ERROR, YS_ERROR_NOT_FOUND);
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
  folder = g_dir_make_tmp ("yanshou-odd-XXXXXX", NULL);
  g_test_add_func ("/evidence/pdf-odd/actions-are-flagged", test_actions_are_flagged);
  g_test_add_func ("/evidence/pdf-odd/bad-page-is-counted", test_bad_page_is_counted);
  g_test_add_func ("/evidence/pdf-odd/portfolio", test_portfolio);
  g_test_add_func ("/evidence/pdf-odd/bomb-inside", test_bomb_inside);
  g_test_add_func ("/evidence/pdf-odd/restrictions-are-named", test_restrictions_are_named);
  g_test_add_func ("/evidence/pdf-odd/password", test_password);
  g_test_add_func ("/evidence/pdf-odd/unknown-encryption", test_unknown_encryption);
  g_test_add_func ("/evidence/pdf-odd/truncated", test_truncated);
  g_test_add_func ("/evidence/pdf-odd/page-trees", test_page_trees);
  g_test_add_func ("/evidence/pdf-odd/huge-boxes", test_huge_boxes);
  g_test_add_func ("/evidence/pdf-odd/endless-page", test_endless_page);
  g_test_add_func ("/evidence/pdf-odd/memory", test_memory);
  g_test_add_func ("/evidence/pdf-odd/not-a-file", test_not_a_file);
  result = g_test_run ();
  ys_pdf_shut_down ();
  remove_folder ();
  return result;
}
