/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scan for numbers of persons: the table of the facts' case 72, told in our own numbers, and its edges.
 * All numbers are made up; their check digits were worked out by hand. */
#include "ys-personal-data.h"

#include <locale.h>
#include <string.h>

typedef enum
{
  NO,
  ID,
  OLD,
  PHONE
} Expected;

/* 110101 19900307 001: the weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2 give
 * 7+9+0+5+0+4+2+9+54+0+0+27+0+35+0+0+2 = 154 = 14 × 11, remainder 0, so the check character is 1. */
#define CARD "110101199003070011"

static const struct
{
  const char *text;
  Expected expected;
} rows[] = {
  { "身份证：" CARD, ID },
  { "紧挨汉字公民" CARD "反映", ID },
  { "全角 １１０１０１１９９００３０７００１１", ID },
  { "分段 110101 19900307 0011", ID },
  { "分段 110101-19900307-0011", ID },
  { "断行 110101199003\n070011", ID },
  /* With 010 in place of 001 the sum is 154 - 2 + 4 = 156, remainder 2, so the check character is X. */
  { "大写末位 11010119900307010X。", ID },
  { "小写末位 11010119900307010x", ID },
  { "全角末位 １１０１０１１９９００３０７０１０Ｘ", ID },
  { "手机 13800138000", PHONE },
  { "手机 138 0013 8000", PHONE },
  { "手机 138-0013-8000", PHONE },
  { "手机+86-13800138000", PHONE },
  { "手机 +86 138 0013 8000", PHONE },
  { "手机 +8613800138000", PHONE },
  { "手机 0086 13800138000", PHONE },
  { "名单\n138 0013 8000\n", PHONE },
  { "15 位 110101900307001", OLD },
  { "校验位不符 110101199003070012", NO },
  { "日期不对 110101199002300012", NO },
  { "末位是小数 3.13800138000", NO },
  { "流水号 7713800138000991", NO },
  { "运单号 9" CARD "55", NO },
  { "卡号 6222 1380 0138 0001 23", NO },
  { "编号 2026-13800138000-01", NO },
  { "单号 SF13800138000", NO },
  { "文号 2026010112345678", NO },
  { "省份不对 990101900307001", NO },
  { "12345678901", NO },
  { "", NO },
};

static void
test_table (void)
{
  static const YsPersonalKind kinds[] = {
    [ID] = YS_PERSONAL_ID_CARD, [OLD] = YS_PERSONAL_ID_CARD_OLD, [PHONE] = YS_PERSONAL_PHONE
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) finds = ys_personal_scan (rows[i].text);
      const YsPersonalFind *find;
      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (finds->len, ==, rows[i].expected == NO ? 0 : 1);
      if (rows[i].expected == NO)
        continue;
      find = finds->pdata[0];
      g_assert_cmpint (find->kind, ==, kinds[rows[i].expected]);
      g_assert_nonnull (strstr (find->masked, "***"));
    }
}

static void
test_several_and_places (void)
{
  const char *text = "张三 " CARD " 13800138000\n139 0013 8000";
  g_autoptr (GPtrArray) finds = ys_personal_scan (text);
  const YsPersonalFind *card, *phone;

  g_assert_cmpuint (finds->len, ==, 3);
  card = finds->pdata[0];
  phone = finds->pdata[2];
  g_assert_cmpuint (card->start, ==, strlen ("张三 "));
  g_assert_cmpuint (card->length, ==, 18);
  g_assert_cmpstr (card->masked, ==, "110101**********11");
  g_assert_cmpstr (text + phone->start, ==, "139 0013 8000");
  g_assert_cmpstr (phone->masked, ==, "139******00");
}

static void
test_mask (void)
{
  g_autofree char *masked =
      ys_personal_mask ("公民１１０１０１１９９００３０７００１１，电话138 0013 8000。");
  g_assert_cmpstr (masked, ==, "公民110101**********11，电话138******00。");
}

/* A text of nothing but digits must take time in proportion to its length. */
static void
test_long_rows (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) finds = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "12 ");
  finds = ys_personal_scan (text->str);
  g_assert_cmpuint (finds->len, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/personal-data/table", test_table);
  g_test_add_func ("/evidence/personal-data/several-and-places", test_several_and_places);
  g_test_add_func ("/evidence/personal-data/mask", test_mask);
  g_test_add_func ("/evidence/personal-data/long-rows", test_long_rows);
  return g_test_run ();
}
