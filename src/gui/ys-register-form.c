/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hand-over form 移交与接收登记表. Two offices sign the same digest, so that the paper proves what the file can't
 * prove by itself: who handed it over, and when. */
#include "ys-register-export.h"

#include "ys-id.h"
#include "ys-register-words.h"

/* Height of the cells for stamps, in points. */
#define STAMP_HEIGHT 120

static void
add_fact (YsPaper *paper, const char *name, const char *text)
{
  static const double shares[] = { 0.22, 0.78 };
  const char *const cells[] = { name, text };

  ys_paper_add_row (paper, shares, cells, 2, YS_PAPER_RULED, 0);
}

const char *
ys_register_kind_in_chinese (const char *kind)
{
  static const struct {
    const char *nick, *label;
  } kinds[] = {
    { "plan", "考核方案" }, { "submission", "自查申报" }, { "return", "退回意见" }, { "receipt", "回执" },
    { "feedback", "反馈" }, { "finding", "整改通知" },    { "appeal", "申诉" },     { "answer", "答复" },
    { "dossier", "上报材料" }, { "opinion", "审核意见" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].nick, kind) == 0)
      return kinds[i].label;
  return kind;
}

static void
add_stamps (YsPaper *paper)
{
  static const double shares[] = { 0.5, 0.5 };
  static const char *const heads[] = { "移交单位", "接收单位" };
  static const char *const places[] = { "校验码与移交介质核对一致。\n\n经办人：\n\n负责人：\n\n（盖章）　　　　年　　月　　日",
                                        "校验码与接收介质核对一致　□\n不一致，已退回　□\n经办人：\n\n负责人：\n\n（盖章）　　　　年　　月　　日" };

  ys_paper_add_row (paper, shares, heads, 2, YS_PAPER_RULED | YS_PAPER_STRONG | YS_PAPER_CENTERED, 0);
  ys_paper_add_row (paper, shares, places, 2, YS_PAPER_RULED, STAMP_HEIGHT);
}

YsPaper *
ys_register_form_new (YsWorkspace *workspace, const YsPackageInfo *info, const YsReceipt *read)
{
  YsPaper *paper = ys_paper_new ("移交与接收登记表");
  const YsAssessment *assessment = ys_workspace_get_assessment (workspace);
  g_autofree char *kind = info->revision > 0 ? g_strdup_printf ("%s（第%u次）", ys_register_kind_in_chinese (info->kind), info->revision)
                                             : g_strdup_printf ("%s（第%u号）", ys_register_kind_in_chinese (info->kind), info->number);
  g_autofree char *from = g_strdup_printf ("%s（%s）", ys_register_unit_name (workspace, info->from), info->from);
  g_autofree char *to = g_strdup_printf ("%s（%s）", ys_register_unit_name (workspace, info->to), info->to);
  g_autofree char *made = ys_time_to_display (read->made_at != 0 ? read->made_at : info->at);
  g_autofree char *counts = g_strdup_printf ("文件 %u 个，其中佐证材料 PDF %u 份", read->files, read->evidence);
  g_autofree char *bytes = g_strdup_printf ("%" G_GUINT64_FORMAT " 字节", read->size);
  g_autofree char *digest = ys_register_dup_digest_lines (info->digest);

  ys_paper_add_title (paper, "移交与接收登记表");
  add_fact (paper, "考核", assessment->title);
  add_fact (paper, "数据包", info->name);
  add_fact (paper, "种类", kind);
  add_fact (paper, "移交单位", from);
  add_fact (paper, "接收单位", to);
  add_fact (paper, "制作时间", made);
  add_fact (paper, "内容", counts);
  add_fact (paper, "大小", bytes);
  add_fact (paper, "校验码\n（SHA-256，16 组）", digest);
  add_stamps (paper);
  ys_paper_add_text (paper, "", YS_PAPER_SMALL);
  ys_paper_add_text (paper,
                     "说明：接收单位打开数据包后，屏幕上的校验码应与本表逐组相同。核对不一致的，不得导入，请移交单位重新导出。"
                     "本表一式两份，双方各存一份。",
                     YS_PAPER_SMALL);
  return paper;
}
