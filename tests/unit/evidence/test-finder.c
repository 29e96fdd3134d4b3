/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding, reading order and finding, on pages laid out by hand: no PDF and no worker is needed for these
 * rules. */
#include "ys-id.h"
#include "ys-pdf-finder.h"
#include "ys-pdf-fold.h"

#include <locale.h>
#include <string.h>

/* A piece of text at a place; its characters are 10 points wide and high, except where @width says otherwise.
 */
typedef struct
{
  float x, y;
  const char *text;
  float width;
} Piece;

static YsPdfText *
lay_out (guint page, const Piece *pieces, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (YsPdfFrame));
  const YsPdfFrame box = { 0 };

  for (guint i = 0; i < n; i++)
    {
      float width = pieces[i].width > 0 ? pieces[i].width : 10, x = pieces[i].x;
      YsPdfFrame nothing = { 0 };
      for (const char *at = pieces[i].text; *at; at = g_utf8_next_char (at), x += width)
        {
          YsPdfFrame frame = { x, pieces[i].y, x + width, pieces[i].y + 10 };
          g_array_append_val (frames, frame);
        }
      g_string_append (text, pieces[i].text);
      g_string_append_c (text, '\n');
      g_array_append_val (frames, nothing);
    }
  return ys_pdf_text_new (page, text->str, (const YsPdfFrame *)(void *)frames->data, &box);
}

static YsPdfFinder *
make_finder (const Piece *pieces, guint n)
{
  YsPdfFinder *finder = ys_pdf_finder_new ();
  g_autoptr (YsPdfText) text = lay_out (0, pieces, n);
  ys_pdf_finder_add (finder, text);
  return finder;
}

static guint
count (YsPdfFinder *finder, const char *query)
{
  g_autoptr (GPtrArray) hits = ys_pdf_finder_find (finder, query, 100);
  return hits->len;
}

/* The quick way through folding must be the same as base's. */
static void
test_fold_agrees_with_base (void)
{
  for (gunichar character = 0x21; character < 0x30000; character++)
    {
      char bytes[7] = { 0 };
      g_autofree char *expected = NULL;
      gunichar folded[4];
      const char *at;
      guint n;

      if (!g_unichar_isgraph (character) || (character >= 0xAC00 && character <= 0xD7FF))
        continue;
      g_unichar_to_utf8 (character, bytes);
      expected = ys_text_fold (bytes);
      n = ys_pdf_fold_character (character, folded);
      at = expected;
      for (guint i = 0; i < n; i++, at = g_utf8_next_char (at))
        g_assert_cmphex (folded[i], ==, g_utf8_get_char (at));
    }
}

static void
test_fold_text (void)
{
  static const struct
  {
    const char *text, *expected;
  } rows[] = {
    { "⼯作⽅案", "工作方案" },
    { "电⼦子科技⼤大学", "电子科技大学" },
    { "社 会\n治理", "社会治理" },
    { "Governance\nReport", "governance report" },
    { "gover-\nnance", "governance" },
    { "ＰＤＦ　文件１", "pdf文件1" },
    { "ﬁnal", "final" },
    { "人民  Bank", "人民bank" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = ys_pdf_fold_text (rows[i].text);
      g_assert_cmpstr (folded, ==, rows[i].expected);
    }
}

static void
test_line_ends (void)
{
  const Piece pieces[] = { { 0, 0, "加强市域社会治" }, { 0, 14, "理现代化的部署" } };
  g_autoptr (YsPdfFinder) finder = make_finder (pieces, G_N_ELEMENTS (pieces));
  g_autoptr (GPtrArray) hits = ys_pdf_finder_find (finder, "社会治理现代化", 10);
  const YsPdfHit *hit;
  const YsPdfPlace *first, *second;

  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpuint (hit->places->len, ==, 2);
  first = &g_array_index (hit->places, YsPdfPlace, 0);
  second = &g_array_index (hit->places, YsPdfPlace, 1);
  /* 社会治 are the fifth to seventh characters of ten points. */
  g_assert_cmpint ((int)first->frame.x1, ==, 40);
  g_assert_cmpint ((int)first->frame.x2, ==, 70);
  g_assert_cmpint ((int)second->frame.x1, ==, 0);
  g_assert_cmpint ((int)second->frame.x2, ==, 40);
  g_assert_cmpstr (hit->snippet, ==, "加强市域社会治理现代化的部署");
  g_assert_cmpuint (hit->start, ==, strlen ("加强市域"));
  g_assert_cmpuint (hit->length, ==, strlen ("社会治理现代化"));
}

/* The PDF library reads row by row; a person reads column by column. */
static void
test_columns (void)
{
  const Piece pieces[] = {
    { 0, 0, "左：网格" }, { 200, 0, "综治" }, { 0, 14, "化管理" }, { 200, 14, "中心" }
  };
  g_autoptr (YsPdfFinder) finder = make_finder (pieces, G_N_ELEMENTS (pieces));

  g_assert_cmpuint (count (finder, "网格化管理"), ==, 1);
  g_assert_cmpuint (count (finder, "综治中心"), ==, 1);
  g_assert_cmpuint (count (finder, "网格综治"), ==, 0);
}

/* The same, with both columns in one line of the library's text. */
static void
test_columns_in_one_line (void)
{
  g_autoptr (YsPdfFinder) finder = ys_pdf_finder_new ();
  const char *text = "网格综治\n化管理中心\n";
  YsPdfFrame frames[12] = { 0 };
  const YsPdfFrame box = { 0 };
  g_autoptr (YsPdfText) page = NULL;

  for (guint i = 0; i < 2; i++)
    {
      frames[i] = (YsPdfFrame){ i * 10.0f, 0, i * 10.0f + 10, 10 };
      frames[2 + i] = (YsPdfFrame){ 200 + i * 10.0f, 0, 210 + i * 10.0f, 10 };
      frames[8 + i] = (YsPdfFrame){ 200 + i * 10.0f, 14, 210 + i * 10.0f, 24 };
    }
  for (guint i = 0; i < 3; i++)
    frames[5 + i] = (YsPdfFrame){ i * 10.0f, 14, i * 10.0f + 10, 24 };
  page = ys_pdf_text_new (0, text, frames, &box);
  ys_pdf_finder_add (finder, page);
  g_assert_cmpuint (count (finder, "网格化管理"), ==, 1);
  g_assert_cmpuint (count (finder, "综治中心"), ==, 1);
  g_assert_cmpuint (count (finder, "网格综治"), ==, 0);
}

/* Over a page's end, with a page number in between. */
static void
test_page_ends (void)
{
  const Piece first[] = { { 0, 0, "共同推进矛盾纠" }, { 100, 780, "— 3 —" } };
  const Piece second[] = { { 0, 0, "纷多元化解" }, { 100, 780, "第4页" } };
  g_autoptr (YsPdfFinder) finder = ys_pdf_finder_new ();
  g_autoptr (YsPdfText) page_3 = lay_out (2, first, 2), page_4 = lay_out (3, second, 2);
  g_autoptr (GPtrArray) hits = NULL;
  const YsPdfHit *hit;

  ys_pdf_finder_add (finder, page_3);
  ys_pdf_finder_add (finder, page_4);
  hits = ys_pdf_finder_find (finder, "矛盾纠纷多元化解", 10);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpuint (hit->places->len, ==, 2);
  g_assert_cmpuint (g_array_index (hit->places, YsPdfPlace, 0).page, ==, 2);
  g_assert_cmpuint (g_array_index (hit->places, YsPdfPlace, 1).page, ==, 3);
  g_assert_cmpuint (count (finder, "第4页"), ==, 1);
}

static void
test_radicals_and_doubles (void)
{
  const Piece pieces[] = { { 0, 0, "⼯作⽅案" }, { 0, 40, "电⼦子科技⼤大学" } };
  g_autoptr (YsPdfFinder) finder = make_finder (pieces, G_N_ELEMENTS (pieces));
  g_autoptr (GPtrArray) hits = ys_pdf_finder_find (finder, "子科技大", 10);
  const YsPdfHit *hit;
  const YsPdfPlace *place;

  g_assert_cmpuint (count (finder, "工作方案"), ==, 1);
  g_assert_cmpuint (count (finder, "⼯作方案"), ==, 1);
  g_assert_cmpuint (count (finder, "电子科技大学"), ==, 1);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpuint (hit->places->len, ==, 1);
  place = &g_array_index (hit->places, YsPdfPlace, 0);
  /* ⼦子 is one sign from 10 to 30, ⼤大 one from 50 to 70. */
  g_assert_cmpint ((int)place->frame.x1, ==, 10);
  g_assert_cmpint ((int)place->frame.x2, ==, 70);
  g_assert_true (g_str_has_suffix (hit->snippet, "电子科技大学"));
}

/* Old converters wrote GBK bytes into fonts that say they are Latin. 关于红军作战的原则 is B9D8 D3DA BAEC
 * BEFC D7F7 D5BD B5C4 D4AD D4F2; the byte AD comes out as a hyphen. */
static void
test_gbk_passed_off_as_latin (void)
{
  const Piece pieces[] = { { 0, 0, "1 ¹ØÓÚºì¾ü×÷Õ½µÄÔ-Ôò 5", 5 } };
  g_autoptr (YsPdfFinder) finder = make_finder (pieces, 1);
  g_autoptr (GPtrArray) hits = ys_pdf_finder_find (finder, "红军作战", 10);
  const YsPdfHit *hit;
  const YsPdfPlace *place;

  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  place = &g_array_index (hit->places, YsPdfPlace, 0);
  g_assert_cmpstr (hit->snippet, ==, "1关于红军作战的原则5");
  /* After two signs and four Latin letters of 5 points, eight more. */
  g_assert_cmpint ((int)place->frame.x1, ==, 30);
  g_assert_cmpint ((int)place->frame.x2, ==, 70);
}

/* What is Latin stays so. */
static void
test_accents_stay (void)
{
  const Piece pieces[] = {
    { 0, 0, "Où est créée l'égalité? À Genève, naïve et déçue: ça s'apprécie; £5 ©2020 «ŒUVRE»" }
  };
  g_autoptr (YsPdfText) text = lay_out (0, pieces, 1);

  g_assert_true (g_str_has_prefix (ys_pdf_text_get_raw (text), "Où est créée l'égalité? À Genève"));
}

static void
test_unusable (void)
{
  const Piece symbols[] = { { 0, 0, "!\"#$%&'()*+," } };
  const YsPdfFrame box = { 0 };
  g_autoptr (YsPdfText) symbol_page = lay_out (0, symbols, 1), scan = ys_pdf_text_new (1, "", NULL, &box);
  g_autoptr (YsPdfFinder) finder = ys_pdf_finder_new ();

  g_assert_false (ys_pdf_text_is_usable (symbol_page));
  g_assert_false (ys_pdf_text_is_usable (scan));
  ys_pdf_finder_add (finder, symbol_page);
  ys_pdf_finder_add (finder, scan);
  g_assert_cmpuint (ys_pdf_finder_get_n_unusable (finder), ==, 2);
  g_assert_cmpuint (count (finder, ""), ==, 0);
}

static void
test_searchable_agrees (void)
{
  const Piece pieces[] = { { 0, 0, "⼯作" }, { 0, 14, "⽅案 Plan" } };
  g_autoptr (YsPdfFinder) finder = make_finder (pieces, G_N_ELEMENTS (pieces));
  g_autofree char *searchable = ys_pdf_finder_dup_searchable (finder);

  g_assert_cmpstr (searchable, ==, "工作方案plan\n");
}

static void
test_reading (void)
{
  const Piece pieces[] = {
    { 0, 0, "⼯作 38" }, { 200, 0, "综治" }, { 0, 14, "00方案" }, { 200, 14, "中心" }, { 90, 780, "－5－" }
  };
  g_autoptr (YsPdfText) text = lay_out (0, pieces, G_N_ELEMENTS (pieces));
  g_autofree char *reading = ys_pdf_text_dup_reading (text);

  g_assert_cmpstr (reading, ==, "工作38\n00方案\n综治\n中心\n");
}

static void
test_selecting (void)
{
  const Piece pieces[] = { { 0, 0, "⼯作⽅案" }, { 0, 14, "和实施办法" } };
  g_autoptr (YsPdfText) text = lay_out (0, pieces, G_N_ELEMENTS (pieces));
  const guint first = ys_pdf_text_find_nearest (text, 22, 4), last = ys_pdf_text_find_nearest (text, 999, 16);
  g_autofree char *quotation = ys_pdf_text_dup_quotation (text, first, last - first + 1);
  g_autoptr (GArray) cover = ys_pdf_text_dup_cover (text, first, last - first + 1);

  g_assert_cmpstr (quotation, ==, "方案和实施办法");
  g_assert_cmpuint (cover->len, ==, 2);
  g_assert_cmpint ((int)g_array_index (cover, YsPdfFrame, 0).x1, ==, 20);
  g_assert_cmpint ((int)g_array_index (cover, YsPdfFrame, 1).x2, ==, 50);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/fold/agrees-with-base", test_fold_agrees_with_base);
  g_test_add_func ("/evidence/fold/text", test_fold_text);
  g_test_add_func ("/evidence/finder/line-ends", test_line_ends);
  g_test_add_func ("/evidence/finder/columns", test_columns);
  g_test_add_func ("/evidence/finder/columns-in-one-line", test_columns_in_one_line);
  g_test_add_func ("/evidence/finder/page-ends", test_page_ends);
  g_test_add_func ("/evidence/finder/radicals-and-doubles", test_radicals_and_doubles);
  g_test_add_func ("/evidence/finder/gbk-passed-off-as-latin", test_gbk_passed_off_as_latin);
  g_test_add_func ("/evidence/finder/accents-stay", test_accents_stay);
  g_test_add_func ("/evidence/finder/unusable", test_unusable);
  g_test_add_func ("/evidence/finder/searchable-agrees", test_searchable_agrees);
  g_test_add_func ("/evidence/text/reading", test_reading);
  g_test_add_func ("/evidence/text/selecting", test_selecting);
  return g_test_run ();
}
