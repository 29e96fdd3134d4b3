/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check list as a plain page: a table for each group, with a column to tick off what was done. */
#include "ys-check-paper.h"

static const char *const group_titles[] = {
  [YS_CHECK_GROUP_RETURNED] = "市里退回意见",
  [YS_CHECK_GROUP_MUST] = "必须（不改好不能报送）",
  [YS_CHECK_GROUP_SHOULD] = "应当（可以报送，但会影响得分或被退回）",
  [YS_CHECK_GROUP_HINT] = "提示（供参考）",
};

static const double shares[] = { 0.09, 0.41, 0.40, 0.10 };

static void
add_group (YsPaper *paper, YsCheckGroup group, const GPtrArray *rows)
{
  static const char *const heads[] = { "条目", "问题", "说明", "已改" };
  guint count = 0;

  for (guint i = 0; i < rows->len; i++)
    count += ys_check_row_get_group (g_ptr_array_index (rows, i)) == group;
  if (count == 0)
    return;
  g_autofree char *title = g_strdup_printf ("%s　%u 项", group_titles[group], count);
  ys_paper_add_text (paper, "", YS_PAPER_SMALL);
  ys_paper_add_text (paper, title, YS_PAPER_STRONG);
  ys_paper_add_row (paper, shares, heads, G_N_ELEMENTS (shares), YS_PAPER_RULED | YS_PAPER_STRONG | YS_PAPER_SMALL, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      YsCheckRow *row = g_ptr_array_index (rows, i);
      const char *const cells[]
        = { ys_check_row_get_number (row), ys_check_row_get_what (row), ys_check_row_get_why (row), "□" };
      if (ys_check_row_get_group (row) == group)
        ys_paper_add_row (paper, shares, cells, G_N_ELEMENTS (shares), YS_PAPER_RULED | YS_PAPER_SMALL, 0);
    }
}

YsPaper *
ys_check_paper_new (YsWorkspace *workspace, const GPtrArray *rows)
{
  YsPaper *paper = ys_paper_new ("报送前检查");
  g_autofree char *time = ys_time_to_display (ys_clock_now ());
  g_autofree char *line
    = g_strdup_printf ("%s　%s　第%u稿（%s）　检查时间 %s", ys_workspace_get_unit_name (workspace),
                       ys_workspace_get_assessment (workspace)->title, ys_workspace_get_revision (workspace),
                       ys_submission_state_label (ys_workspace_get_state (workspace)), time);

  ys_paper_add_title (paper, "报送前检查清单");
  ys_paper_add_text (paper, line, YS_PAPER_CENTERED);
  if (ys_workspace_get_standard (workspace)->sample)
    ys_paper_add_text (paper, "示范标准，得分仅供演练", YS_PAPER_CENTERED);
  for (guint group = 0; group < YS_N_CHECK_GROUPS; group++)
    add_group (paper, group, rows);
  if (rows->len == 0)
    ys_paper_add_text (paper, "没有需要改正的内容。", YS_PAPER_PLAIN);
  return paper;
}
