/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages: nothing lost where text and tables go on, heads repeated, headings kept with their text, characters without
 * a shape replaced and named, the same bytes each time. */
#include <string.h>

#include "ys-date.h"
#include "ys-folio-private.h"

static const GPtrArray *
page_of (const YsFolio *folio, guint page)
{
  return g_ptr_array_index (folio->pages, page);
}

/* How often a text that begins with @beginning stands on a page. */
static guint
count_texts (const YsFolio *folio, guint page, const char *beginning)
{
  const GPtrArray *things = page_of (folio, page);
  guint n = 0;

  for (guint i = 0; i < things->len; i++)
    {
      const YsFolioThing *thing = g_ptr_array_index (things, i);

      n += thing->kind == YS_FOLIO_THING_TEXT
           && g_str_has_prefix (pango_layout_get_text (thing->layout), beginning);
    }
  return n;
}

/* All lines of texts that begin with @beginning, over all pages; none may stand outside the text's room. */
static guint
count_lines (const YsFolio *folio, const char *beginning)
{
  guint n = 0;

  for (guint page = 0; page < folio->pages->len; page++)
    for (guint i = 0; i < page_of (folio, page)->len; i++)
      {
        const YsFolioThing *thing = g_ptr_array_index (page_of (folio, page), i);

        if (thing->kind != YS_FOLIO_THING_TEXT
            || !g_str_has_prefix (pango_layout_get_text (thing->layout), beginning))
          continue;
        n += thing->n;
        g_assert_cmpfloat (thing->y, >=, YS_FOLIO_TOP - 0.01);
        g_assert_cmpfloat (thing->y + ys_folio_lines_height (thing->layout, thing->first, thing->n), <=,
                           YS_FOLIO_BOTTOM + 0.02);
      }
  return n;
}

static char *
lines_of (guint n)
{
  GString *text = g_string_new ("第一行");

  for (guint i = 1; i < n; i++)
    g_string_append (text, "\n又一行");
  return g_string_free (text, FALSE);
}

static void
test_text_goes_on (void)
{
  g_autoptr (YsFolio) folio = ys_folio_new ("文");
  g_autofree char *text = lines_of (60);

  /* 27 points a line: 23 of them fit in 225 mm */
  ys_folio_add (folio, YS_FOLIO_TEXT, text);
  g_assert_cmpuint (ys_folio_count_pages (folio), ==, 3);
  g_assert_cmpuint (count_lines (folio, "第一行"), ==, 60);
}

/* A heading for which there is room, but not for a line below it. */
static void
test_heading_goes_along (void)
{
  g_autoptr (YsFolio) folio = ys_folio_new ("文");
  const YsOutline *outline;

  ys_folio_add (folio, YS_FOLIO_TEXT, "正文");
  ys_folio_add_space (folio, YS_FOLIO_BOTTOM - ys_folio_get_position (folio) - 45);
  ys_folio_add_outline (folio, 1, "标题");
  ys_folio_add (folio, YS_FOLIO_HEADING_1, "标题");
  g_assert_cmpuint (ys_folio_count_pages (folio), ==, 1);
  ys_folio_add (folio, YS_FOLIO_TEXT, "下文");
  g_assert_cmpuint (ys_folio_count_pages (folio), ==, 2);
  g_assert_cmpuint (count_texts (folio, 0, "标题"), ==, 0);
  g_assert_cmpuint (count_texts (folio, 1, "标题"), ==, 1);
  g_assert_cmpuint (count_texts (folio, 1, "下文"), ==, 1);
  outline = g_ptr_array_index (folio->outlines, 0);
  g_assert_cmpuint (outline->page, ==, 1);
  g_assert_cmpuint (count_lines (folio, "标题"), ==, 1);
}

static const YsFolioColumn columns[]
    = { { "名称", 1, YS_FOLIO_LEFT, FALSE }, { "数值", 1, YS_FOLIO_RIGHT, FALSE } };

static void
test_head_on_every_page (void)
{
  g_autoptr (YsFolio) folio = ys_folio_new ("表");

  ys_folio_begin_table (folio, columns, 2, 10);
  for (guint i = 0; i < 100; i++)
    ys_folio_add_row (folio, YS_FOLIO_ROW_PLAIN, (const char *const[]){ "甲", "1.00" });
  ys_folio_end_table (folio);
  g_assert_cmpuint (ys_folio_count_pages (folio), >=, 3);
  for (guint page = 0; page < ys_folio_count_pages (folio); page++)
    g_assert_cmpuint (count_texts (folio, page, "名称"), ==, 1);
  g_assert_cmpuint (count_lines (folio, "1.00"), ==, 100);
}

/* A cell taller than a page goes on, with the head, and loses no line. */
static void
test_row_goes_on (void)
{
  g_autoptr (YsFolio) folio = ys_folio_new ("表");
  g_autofree char *text = lines_of (150);

  ys_folio_begin_table (folio, columns, 2, 10);
  ys_folio_add_row (folio, YS_FOLIO_ROW_PLAIN, (const char *const[]){ text, NULL });
  ys_folio_add_row (folio, YS_FOLIO_ROW_PLAIN, (const char *const[]){ "末行", "2.00" });
  ys_folio_end_table (folio);
  g_assert_cmpuint (count_lines (folio, "第一行"), ==, 150);
  g_assert_cmpuint (count_lines (folio, "末行"), ==, 1);
  for (guint page = 0; page < ys_folio_count_pages (folio); page++)
    g_assert_cmpuint (count_texts (folio, page, "名称"), ==, 1);
}

static gboolean
is_strike (PangoAttribute *attribute, gpointer data)
{
  return attribute->klass->type == PANGO_ATTR_STRIKETHROUGH && ((PangoAttrInt *)(gpointer)attribute)->value;
}

static void
test_struck_row (void)
{
  g_autoptr (YsFolio) folio = ys_folio_new ("表");
  guint struck = 0;

  ys_folio_begin_table (folio, columns, 2, 10);
  ys_folio_add_row (folio, YS_FOLIO_ROW_STRUCK, (const char *const[]){ "不计", "1.50" });
  ys_folio_add_row (folio, YS_FOLIO_ROW_PLAIN, (const char *const[]){ "计入", "3.00" });
  ys_folio_end_table (folio);
  for (guint i = 0; i < page_of (folio, 0)->len; i++)
    {
      const YsFolioThing *thing = g_ptr_array_index (page_of (folio, 0), i);
      PangoAttrList *found = thing->kind == YS_FOLIO_THING_TEXT
                                 ? pango_attr_list_copy (pango_layout_get_attributes (thing->layout))
                                 : NULL;
      PangoAttrList *strikes = found != NULL ? pango_attr_list_filter (found, is_strike, NULL) : NULL;

      if (strikes != NULL)
        {
          struck++;
          g_assert_cmpstr (pango_layout_get_text (thing->layout), !=, "计入");
          g_assert_cmpstr (pango_layout_get_text (thing->layout), !=, "3.00");
        }
      g_clear_pointer (&strikes, pango_attr_list_unref);
      g_clear_pointer (&found, pango_attr_list_unref);
    }
  g_assert_cmpuint (struck, ==, 2);
}

/* U+E863 is for private use and U+10FFFD will never be a character: no font has them. */
static void
test_missing (void)
{
  g_autoptr (YsFolio) folio = ys_folio_new ("缺字");
  g_autofree char *missing = NULL;

  missing = ys_fonts_dup_missing (ys_folio_get_fonts (folio));
  g_assert_null (missing);
  ys_folio_add (folio, YS_FOLIO_SMALL, "甲\xee\xa1\xa3乙\xf4\x8f\xbf\xbd丙\xee\xa1\xa3");
  missing = ys_fonts_dup_missing (ys_folio_get_fonts (folio));
  g_assert_cmpstr (missing, ==, "缺字：有2个字符本机字库没有，文中以“〓”代替：U+E863、U+10FFFD。");
  g_assert_cmpuint (count_texts (folio, 0, "甲〓乙〓丙〓"), ==, 1);
}

static void
add_something (YsFolio *folio)
{
  ys_folio_set_head (folio, "名称", "示范标准");
  ys_folio_add (folio, YS_FOLIO_TITLE, "标题");
  ys_folio_add_outline (folio, 1, "一、章");
  ys_folio_add (folio, YS_FOLIO_HEADING_1, "一、章");
  ys_folio_add (folio, YS_FOLIO_TEXT, "正文。");
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = NULL, second = NULL, later = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (YsFolio) folio = ys_folio_new ("文");
      g_autoptr (GError) error = NULL;
      GBytes **bytes = i == 0 ? &first : i == 1 ? &second : &later;

      g_setenv ("TZ", i == 1 ? "Pacific/Kiritimati" : "UTC", TRUE);
      ys_clock_set_override (G_GINT64_CONSTANT (1642000000000000) + (i == 2 ? (gint64)G_USEC_PER_SEC * 86400 : 0));
      add_something (folio);
      *bytes = ys_folio_dup_pdf (folio, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  ys_clock_set_override (0);
  g_unsetenv ("TZ");
  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, later)); /* it says when it was made */
  g_assert_true (g_str_has_prefix (g_bytes_get_data (first, NULL), "%PDF-"));
}

/* What a printer gets: the page drawn on any cairo_t. */
static void
test_drawn_page (void)
{
  g_autoptr (YsFolio) folio = ys_folio_new ("文");
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
  cairo_t *cr = cairo_create (picture);
  const guchar *data;
  guint dark = 0;

  add_something (folio);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  ys_folio_draw_page (folio, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  data = cairo_image_surface_get_data (picture);
  for (int y = 0; y < 842; y++)
    for (int x = 0; x < 595; x++)
      dark += data[y * cairo_image_surface_get_stride (picture) + x * 4] < 100;
  g_assert_cmpuint (dark, >, 200);
  cairo_surface_destroy (picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/folio/text", test_text_goes_on);
  g_test_add_func ("/report/folio/heading", test_heading_goes_along);
  g_test_add_func ("/report/folio/heads", test_head_on_every_page);
  g_test_add_func ("/report/folio/row", test_row_goes_on);
  g_test_add_func ("/report/folio/struck", test_struck_row);
  g_test_add_func ("/report/folio/missing", test_missing);
  g_test_add_func ("/report/folio/same-bytes", test_same_bytes);
  g_test_add_func ("/report/folio/drawn", test_drawn_page);
  return g_test_run ();
}
