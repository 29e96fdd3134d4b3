/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The receipt on paper. Unlike the page it lists every fault, for it is what the sender gets to see. */
#include "ys-receipt-print.h"

#include "ys-receipt-words.h"
#include "ys-register-export.h"
#include "ys-register-words.h"

/* Height of the cell for signature and stamp, in points. */
#define STAMP_HEIGHT 72

static void
add_fact (YsPaper *paper, const char *name, const char *text)
{
  static const double shares[] = { 0.22, 0.78 };
  const char *const cells[] = { name, text };

  if (text != NULL && *text != '\0')
    ys_paper_add_row (paper, shares, cells, 2, YS_PAPER_RULED, 0);
}

static void
add_office (YsPaper *paper, const char *what, const char *name, const char *code)
{
  g_autofree char *text = name != NULL && code != NULL ? g_strdup_printf ("%s（%s）", name, code)
                                                       : g_strdup (name != NULL ? name : code);

  add_fact (paper, what, text);
}

static void
add_facts (YsPaper *paper, const YsReceipt *receipt)
{
  g_autofree char *made = receipt->made_at != 0 ? ys_time_to_display (receipt->made_at) : NULL;
  g_autofree char *version = receipt->revision > 0
                               ? g_strdup_printf ("第%u次 · 数据包第%u号", receipt->revision, receipt->number)
                               : g_strdup_printf ("数据包第%u号", receipt->number);
  g_autofree char *size = g_strdup_printf ("文件 %u 个，其中佐证材料 PDF %u 份；%" G_GUINT64_FORMAT " 字节", receipt->files,
                                           receipt->evidence, receipt->size);
  g_autofree char *digest = receipt->digest != NULL ? ys_register_dup_digest_lines (receipt->digest) : NULL;

  add_fact (paper, "数据包", receipt->name);
  add_office (paper, "发自", receipt->from_name, receipt->from);
  add_office (paper, "发往", receipt->to_name, receipt->to);
  add_fact (paper, "种类", receipt->kind != NULL ? ys_register_kind_in_chinese (receipt->kind) : NULL);
  add_fact (paper, "考核", receipt->round_title != NULL ? receipt->round_title : receipt->round);
  if (receipt->number > 0)
    add_fact (paper, "版本", version);
  add_fact (paper, "制作时间", made);
  add_fact (paper, "内容", size);
  add_fact (paper, "校验码", digest);
  if (!receipt->facts_reliable)
    add_fact (paper, "注意", "以上各项取自数据包，未必可靠");
}

static void
add_verdicts (YsPaper *paper, const YsReceipt *receipt)
{
  static const char *const origins[] = { "可信：签名有效，印鉴在本单位登记过", "未登记：有签名，但印鉴没有在本单位登记",
                                         "无签名：请与盖章的移交与接收登记表核对校验码", "不符：签名与文件不符",
                                         "未查" };
  static const char *const orders[] = { "衔接：接在已收到的之后，中间没有缺号", "重复：这个数据包已经收到过",
                                        "较旧：比已经收到的旧", "缺号：与已收到的之间有缺号", "未查" };

  add_fact (paper, "完整", receipt->complete == YS_COMPLETE_SOUND ? "齐全：清单所列文件齐全，逐个校验一致"
                                                                  : "损坏：内容与导出时不同，见下");
  add_fact (paper, "来源", origins[receipt->origin]);
  add_fact (paper, "时序", orders[receipt->order]);
}

static void
add_scores (YsPaper *paper, const YsReceipt *receipt)
{
  static const double shares[] = { 0.28, 0.18, 0.18, 0.18, 0.18 };
  static const char *const heads[] = { "得分", "申报所称测算分", "本机重算", "两者之差", "自评" };

  if (!receipt->has_scores || receipt->score_names[0] == NULL)
    return;
  ys_paper_add_text (paper, "", YS_PAPER_SMALL);
  ys_paper_add_row (paper, shares, heads, G_N_ELEMENTS (heads), YS_PAPER_RULED | YS_PAPER_STRONG, 0);
  for (guint i = 0; i < G_N_ELEMENTS (receipt->score_names) && receipt->score_names[i] != NULL; i++)
    {
      g_autofree char *stated = ys_points_to_display (receipt->stated[i]);
      g_autofree char *anew = ys_points_to_display (receipt->recomputed[i]);
      g_autofree char *difference = ys_points_to_display (receipt->stated[i] - receipt->recomputed[i]);
      g_autofree char *self = ys_points_to_display (receipt->self[i]);
      const char *const cells[] = { receipt->score_names[i], stated, anew, difference, self };
      ys_paper_add_row (paper, shares, cells, G_N_ELEMENTS (cells), YS_PAPER_RULED, 0);
    }
  if (receipt->standard != NULL)
    ys_paper_add_text (paper, receipt->standard, YS_PAPER_SMALL);
}

static void
add_faults (YsPaper *paper, const YsReceipt *receipt)
{
  guint n = ys_faults_get_n (receipt->faults);

  if (n == 0)
    return;
  g_autofree char *title = g_strdup_printf ("不对的地方（%u 处）", n);
  ys_paper_add_text (paper, "", YS_PAPER_SMALL);
  ys_paper_add_text (paper, title, YS_PAPER_STRONG);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = ys_receipt_dup_fault (ys_faults_get (receipt->faults, i));
      ys_paper_add_text (paper, text, YS_PAPER_SMALL);
    }
}

static void
add_end (YsPaper *paper, const YsReceipt *receipt, YsWorkspace *workspace, gboolean imported)
{
  static const double shares[] = { 0.5, 0.5 };
  g_autofree char *now = ys_time_to_display (ys_clock_now ());
  g_autofree char *person = workspace != NULL ? ys_workspace_dup_person (workspace) : NULL;
  g_autofree char *checked
    = g_strdup_printf ("核验单位：%s\n核验人：%s\n核验时间：%s", workspace != NULL ? ys_workspace_get_unit_name (workspace) : "",
                       person != NULL ? person : "", now);
  const char *const cells[] = { checked, "（盖章）\n\n\n　　　　年　　月　　日" };
  g_autofree char *result
    = imported              ? g_strdup ("结果：已导入。")
      : receipt->can_import ? g_strdup ("结果：可以导入，打印时还没有导入，没有改动任何数据。")
                            : g_strdup_printf ("结果：没有导入（%s），没有改动任何数据。", receipt->why_not);

  ys_paper_add_text (paper, "", YS_PAPER_SMALL);
  ys_paper_add_text (paper, result, YS_PAPER_STRONG);
  if (receipt->ask_sender != NULL)
    ys_paper_add_text (paper, receipt->ask_sender, YS_PAPER_PLAIN);
  ys_paper_add_row (paper, shares, cells, 2, YS_PAPER_RULED, STAMP_HEIGHT);
}

YsPaper *
ys_receipt_paper_new (const YsReceipt *receipt, YsWorkspace *workspace, gboolean imported)
{
  YsPaper *paper = ys_paper_new ("数据包核验回执");

  ys_paper_add_title (paper, "数据包核验回执");
  add_facts (paper, receipt);
  add_verdicts (paper, receipt);
  add_scores (paper, receipt);
  add_faults (paper, receipt);
  add_end (paper, receipt, workspace, imported);
  return paper;
}
