/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a receipt by verdict, and the printed one: Chinese whatever the reader's language, with every fault. */
#include "ys-receipt-print.h"
#include "ys-receipt-words.h"
#include "ys-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define DIGEST "c962af581a70bfc04d2bd9765cd6a24165daa2adad9e9e0f13577f920b1e285d"

static YsReceipt *
make (YsCompleteVerdict complete)
{
  YsReceipt *receipt = g_new0 (YsReceipt, 1);

  receipt->name = g_strdup ("610302-submission-2021-0003-0a1b");
  receipt->kind = g_strdup ("submission");
  receipt->from = g_strdup ("610302");
  receipt->from_name = g_strdup ("渭滨区");
  receipt->revision = receipt->number = 3;
  receipt->files = 28;
  receipt->size = 3100000;
  receipt->digest = g_strdup (DIGEST);
  receipt->complete = complete;
  receipt->origin = complete == YS_COMPLETE_SOUND ? YS_ORIGIN_UNSIGNED : YS_ORIGIN_UNCHECKED;
  receipt->order = complete == YS_COMPLETE_SOUND ? YS_ORDER_NEW : YS_ORDER_UNCHECKED;
  receipt->complete_detail = g_strdup ("detail");
  receipt->origin_detail = g_strdup ("detail");
  receipt->order_detail = g_strdup ("detail");
  receipt->why_not = g_strdup ("内容不完整或被改动过");
  receipt->faults = ys_faults_new ();
  receipt->changes = g_ptr_array_new_with_free_func (g_free);
  return receipt;
}

static void
assert_chip (const YsReceipt *receipt, YsVerdictLine line, const char *chip, const char *style)
{
  g_auto (YsVerdictWords) words = { 0 };

  ys_receipt_get_verdict (receipt, NULL, line, &words);
  g_assert_cmpstr (words.chip, ==, chip);
  g_assert_cmpstr (words.style, ==, style);
}

static void
test_words (void)
{
  g_autoptr (YsReceipt) sound = make (YS_COMPLETE_SOUND), damaged = make (YS_COMPLETE_DAMAGED);
  g_autofree char *title = ys_receipt_dup_title (sound);
  g_autofree char *subtitle = ys_receipt_dup_subtitle (sound);

  g_assert_cmpstr (title, ==, "self-check handed in by 渭滨区");
  g_assert_true (g_str_has_prefix (subtitle, "hand-in No. 3 · 610302-submission-2021-0003-0a1b · 3.1"));
  assert_chip (sound, YS_VERDICT_LINE_COMPLETE, "✓ complete", "ok");
  assert_chip (sound, YS_VERDICT_LINE_ORIGIN, "! unsigned", "open");
  assert_chip (sound, YS_VERDICT_LINE_ORDER, "✓ follows", "ok");
  assert_chip (damaged, YS_VERDICT_LINE_COMPLETE, "✗ damaged", "bad");
  assert_chip (damaged, YS_VERDICT_LINE_ORIGIN, "– not judged", NULL);
  assert_chip (damaged, YS_VERDICT_LINE_ORDER, "– not judged", NULL);
}

/* The text of the PDF at @path, as pdftotext reads it. Full. */
static char *
read_pdf (const char *path)
{
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_paper_lists_every_fault (void)
{
  g_autoptr (YsReceipt) receipt = make (YS_COMPLETE_DAMAGED);
  g_autofree char *path = g_strdup_printf ("%s/receipt-%d.pdf", g_get_tmp_dir (), (int) g_random_int ());
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *file = g_strdup_printf ("data/evidence/%u.pdf", i);
      ys_faults_add (receipt->faults, YS_ERROR_BAG_DIGEST, file, 0, NULL, "内容与校验码不一致");
    }
  g_autoptr (YsPaper) paper = ys_receipt_paper_new (receipt, NULL, FALSE);
  ys_paper_save (paper, path, &error);
  g_assert_no_error (error);
  g_autofree char *text = read_pdf (path);
  g_assert_nonnull (strstr (text, "数据包核验回执"));
  g_assert_nonnull (strstr (text, "渭滨区（610302）"));
  g_assert_nonnull (strstr (text, "未必可靠"));
  g_assert_nonnull (strstr (text, "data/evidence/1.pdf"));
  g_assert_nonnull (strstr (text, "data/evidence/40.pdf"));
  g_assert_nonnull (strstr (text, "没有导入（内容不完整或被改动过）"));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/receipt/words", test_words);
  g_test_add_func ("/receipt/paper-lists-every-fault", test_paper_lists_every_fault);
  return g_test_run ();
}
