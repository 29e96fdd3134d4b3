/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cleaning of text from outside, names of files that are no UTF-8, and order and search of Chinese.
 * The build runs this twice, under C.UTF-8 and under zh_CN.UTF-8: the results are the same. */
#include <glib.h>
#include <locale.h>
#include <stdlib.h>

#include "ys-id.h"

#define assert_text(made, expected)            \
  G_STMT_START                                 \
  {                                            \
    g_autofree char *text_made = (made);       \
    g_assert_cmpstr (text_made, ==, expected); \
  }                                            \
  G_STMT_END

static void
test_clean (void)
{
  assert_text (ys_text_clean (NULL, -1), "");
  assert_text (ys_text_clean ("一\r\n二\r三\v四\f五\u2028六\u2029七", -1), "一\n二\n三\n四\n五\n六\n七");
  assert_text (ys_text_clean ("a\tb\x01\x1f\x7f", -1), "a\tb\x7f");       /* XML 1.0 allows DEL */
  assert_text (ys_text_clean ("x\xef\xbf\xbey\xef\xbf\xbfz", -1), "xyz"); /* U+FFFE, U+FFFF */
  assert_text (ys_text_clean ("a\0b", 3), "ab");
  assert_text (ys_text_clean ("治理", 3), "治");
  assert_text (ys_text_clean ("a\xffz", -1), "a\ufffdz");
  assert_text (ys_text_clean ("\xed\xa0\x80", -1), "\ufffd\ufffd\ufffd"); /* a lone surrogate */
  assert_text (ys_text_clean ("😀", -1), "😀");
}

static void
test_clean_line (void)
{
  assert_text (ys_text_clean_line (" \u3000一\r\n二\t三\u00a0\n", -1), "一 二 三");
  assert_text (ys_text_clean_line (" \n", -1), "");
  assert_text (ys_text_clean_line ("甲  乙", -1), "甲  乙");
}

static void
test_xml_safe (void)
{
  g_assert_true (ys_text_is_xml_safe ("行一\n行二\t😀"));
  g_assert_true (ys_text_is_xml_safe (""));
  g_assert_false (ys_text_is_xml_safe ("a\x0b"));
  g_assert_false (ys_text_is_xml_safe ("\xef\xbf\xbe"));
  g_assert_false (ys_text_is_xml_safe ("\xd6\xce"));
  g_assert_false (ys_text_is_xml_safe (NULL));
}

static void
test_filename (void)
{
  assert_text (ys_text_from_filename ("治理.pdf"), "治理.pdf");
  assert_text (ys_text_from_filename ("\xd6\xce\xc0\xed.pdf"), "治理.pdf"); /* GBK */
  assert_text (ys_text_from_filename ("\x81\x39\xee\x39\xd6\xce"), "㐀治"); /* four bytes, GB18030 only */
  assert_text (ys_text_from_filename ("\x81\x5c.pdf"), "乗.pdf"); /* the second byte is a backslash */
  assert_text (ys_text_from_filename ("a\xff.pdf"), "a\ufffd.pdf");
  /* Neither the one nor the other as a whole: no half of it is guessed. */
  assert_text (ys_text_from_filename ("\xd6\xce\xff.pdf"), "\ufffd\ufffd\ufffd.pdf");
  assert_text (ys_text_from_filename ("a\nb.pdf"), "a b.pdf");
}

static int
compare_names (const void *a, const void *b)
{
  return ys_text_collate (*(const char *const *)a, *(const char *const *)b);
}

static void
assert_order (const char *const *expected, gsize n)
{
  const char *names[16];

  /* From the reverse, and each pair both ways. */
  g_assert_cmpuint (n, <=, G_N_ELEMENTS (names));
  for (gsize i = 0; i < n; i++)
    names[i] = expected[n - 1 - i];
  qsort (names, n, sizeof *names, compare_names);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpstr (names[i], ==, expected[i]);
      g_assert_cmpint (ys_text_collate (expected[i], expected[i]), ==, 0);
      for (gsize k = i + 1; k < n; k++)
        {
          g_assert_cmpint (ys_text_collate (expected[i], expected[k]), <, 0);
          g_assert_cmpint (ys_text_collate (expected[k], expected[i]), >, 0);
        }
    }
}

static void
test_collate (void)
{
  static const char *const places[] = { "安康", "宝鸡", "重庆", "汉中", "西安", "长安区" };
  static const char *const numbers[] = { "2", "10", "100", "附件1", "附件2", "附件10", "附件100" };
  static const char *const ties[] = { "附件1", "附件01", "附件０１" };

  assert_order (places, G_N_ELEMENTS (places));
  assert_order (numbers, G_N_ELEMENTS (numbers));
  /* What the collator holds to be equal or nearly so is still ordered, or the order of a list would hang on
   * chance. */
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (ties); i++)
    g_assert_cmpint (ys_text_collate (ties[i], ties[i + 1]), !=, 0);
}

static void
test_fold (void)
{
  assert_text (ys_text_fold ("ＡＢＣ１２"), "abc12");
  assert_text (ys_text_fold ("\u2f00\u2f64"), "一用"); /* Kangxi radicals ONE and USE */
  /* CJK RADICAL CIVILIAN, C-SIMPLIFIED LONG, C-SIMPLIFIED GATE, as office programs write them into PDFs */
  assert_text (ys_text_fold ("人\u2ea0群众 部\u2ed4 \u2ed3效"), "人民群众 部门 长效");
  assert_text (ys_text_fold ("Straße"), "strasse");
  assert_text (ys_text_fold ("ﬁ①"), "fi1");
  assert_text (ys_text_fold ("治\u200b理"), "治理");
  assert_text (ys_text_fold (""), "");
  assert_text (ys_text_fold ("a\xff"), "a\ufffd");
  g_autofree char *decomposed = ys_text_fold ("e\u0301");
  assert_text (ys_text_fold ("É"), decomposed);
}

static void
test_initials (void)
{
  assert_text (ys_text_pinyin_initials ("综治中心"), "zzzx");
  assert_text (ys_text_pinyin_initials ("重庆"), "cq");
  assert_text (ys_text_pinyin_initials ("绿化"), "lh");
  assert_text (ys_text_pinyin_initials ("矛盾纠纷调处"), "mdjftc");
  assert_text (ys_text_pinyin_initials ("人民调解"), "rmtj");
  assert_text (ys_text_pinyin_initials ("调查"), "dc");
  assert_text (ys_text_pinyin_initials ("长效机制"), "cxjz");
  assert_text (ys_text_pinyin_initials ("长安区局长安排"), "caqjzap");
  assert_text (ys_text_pinyin_initials ("行业"), "hy");
  assert_text (ys_text_pinyin_initials ("执行业务"), "zxyw");
  assert_text (ys_text_pinyin_initials ("知晓率率先"), "zxlsx");
  assert_text (ys_text_pinyin_initials ("第3季度ＡB（试行）"), "d3jdabsx");
  assert_text (ys_text_pinyin_initials (""), "");
  assert_text (ys_text_pinyin_initials ("，。"), "");
}

static gpointer
take_initials (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    assert_text (ys_text_pinyin_initials ("社会治理现代化"), "shzlxdh");
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("initials", take_initials, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/clean", test_clean);
  g_test_add_func ("/base/text/clean-line", test_clean_line);
  g_test_add_func ("/base/text/xml-safe", test_xml_safe);
  g_test_add_func ("/base/text/filename", test_filename);
  g_test_add_func ("/base/text/collate", test_collate);
  g_test_add_func ("/base/text/fold", test_fold);
  g_test_add_func ("/base/text/initials", test_initials);
  g_test_add_func ("/base/text/threads", test_threads);
  return g_test_run ();
}
