/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making PDFs for the tests of the worker. */
#include "test-pdfs.h"

#include <cairo-pdf.h>
#include <string.h>

GString *
test_pdf_from_objects (const char *const *objects, const char *trailer)
{
  GString *pdf = g_string_new ("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
  g_autoptr (GString) table = g_string_new ("0000000000 65535 f \n");
  guint n = 0;
  gsize start;

  for (; objects[n]; n++)
    {
      g_string_append_printf (table, "%010" G_GSIZE_FORMAT " 00000 n \n", pdf->len);
      g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", n + 1, objects[n]);
    }
  start = pdf->len;
  g_string_append_printf (
      pdf, "xref\n0 %u\n%strailer\n<</Size %u/Root 1 0 R%s>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      n + 1, table->str, n + 1, trailer ? trailer : "", start);
  return pdf;
}

char *
test_pdf_stream (const char *entries, const char *content)
{
  return g_strdup_printf ("<</Length %" G_GSIZE_FORMAT "%s>>\nstream\n%s\nendstream", strlen (content),
                          entries, content);
}

void
test_pdf_draw (const char *path, guint n_pages, const char *text)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595, 842);
  cairo_t *cairo = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "工作方案\t（试行）");
  cairo_select_font_face (cairo, "Noto Sans CJK SC", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cairo, 16);
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("第 %u 页", i);
      cairo_move_to (cairo, 72, 100);
      cairo_show_text (cairo, text);
      cairo_move_to (cairo, 280, 800);
      cairo_show_text (cairo, number);
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

GString *
test_pdf_not_embedded (const char *text, const char *ordering)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  g_autoptr (GString) show = g_string_new ("BT /F 24 Tf 72 700 Td <");
  g_autofree char *content = NULL, *descendant = NULL;

  for (gsize i = 0; units[i]; i++)
    g_string_append_printf (show, "%04X", units[i]);
  g_string_append (show, "> Tj ET");
  content = test_pdf_stream ("", show->str);
  descendant =
      g_strdup_printf ("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 7 0 R/DW 1000"
                       "/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 2>>>>",
                       ordering);
  return test_pdf_from_objects (
      (const char *const[]){
          "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
          content,
          "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
          descendant,
          "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle "
          "0/Ascent 880"
          "/Descent -120/CapHeight 880/StemV 93>>",
          NULL },
      NULL);
}

/* The word MARK with a filled square beside it: the square's corner is at @x, @y in the page's own space. */
static char *
draw_mark (const char *matrix)
{
  g_autofree char *content = g_strdup_printf ("q %s cm BT /F 20 Tf 0 4 Td (MARK) Tj ET Q", matrix);
  return test_pdf_stream ("", content);
}

GString *
test_pdf_turned (void)
{
  /* Where the word has to begin and how it has to be turned so that it is shown upright, 20 from the left and
   * its line from 30 to 50 from the top. A page of 300×200 turned by a quarter is shown as 200×300. */
  g_autofree char *upright = draw_mark ("1 0 0 1 20 150"), *quarter = draw_mark ("0 1 -1 0 50 20"),
                  *half = draw_mark ("-1 0 0 -1 280 50"), *three = draw_mark ("0 -1 1 0 250 180"),
                  *cropped = draw_mark ("1 0 0 1 120 100");
#define PAGE(contents, more)                                           \
  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents " contents \
  " 0 R/Resources<</Font<</F 13 0 R>>>>" more ">>"
  return test_pdf_from_objects (
      (const char *const[]){
          "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 5/Kids[3 0 R 4 0 R 5 0 R 6 0 R 7 0 R]>>",
          PAGE ("8", "/Rotate 0"), PAGE ("9", "/Rotate 90"), PAGE ("10", "/Rotate 180"),
          PAGE ("11", "/Rotate 270"), PAGE ("12", "/CropBox[100 50 300 150]"), upright, quarter, half, three,
          cropped, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", NULL },
      NULL);
#undef PAGE
}
