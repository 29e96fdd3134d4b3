/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list that goes with the stick: a table of packages, the naming one last, and room for two signatures. */
#include "ys-dossier-paper.h"

#include "ys-id.h"
#include "ys-register-words.h"

static const double shares[] = { 0.07, 0.16, 0.30, 0.11, 0.36 };

static void
add_package (YsPaper *paper, guint number, const char *unit, const char *name, guint64 size, const char *digest)
{
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *bytes = g_format_size (size);
  g_autofree char *groups = ys_digest_to_groups (digest);
  const char *const cells[] = { count, unit, name, bytes, groups };

  ys_paper_add_row (paper, shares, cells, G_N_ELEMENTS (shares), YS_PAPER_RULED | YS_PAPER_SMALL, 0);
}

static void
add_table (YsPaper *paper, YsWorkspace *workspace, const YsDossierData *data)
{
  static const char *const heads[] = { "序号", "单位", "数据包", "大小", "校验码" };
  guint number = 0;

  ys_paper_add_row (paper, shares, heads, G_N_ELEMENTS (shares), YS_PAPER_RULED | YS_PAPER_STRONG | YS_PAPER_SMALL, 0);
  for (guint i = 0; i < data->check->lines->len; i++)
    {
      const YsDossierLine *line = g_ptr_array_index (data->check->lines, i);
      if (line->missing == NULL)
        add_package (paper, ++number, line->name, line->package, line->size, line->digest);
    }
  if (data->handed_in != NULL && !data->check->changed)
    add_package (paper, ++number, ys_workspace_get_unit_name (workspace), data->handed_in->name, data->handed_in->size,
                 data->handed_in->digest);
}

static void
add_gaps (YsPaper *paper, const YsDossierData *data)
{
  if (data->gaps->len == 0)
    return;
  ys_paper_add_text (paper, "", YS_PAPER_SMALL);
  ys_paper_add_text (paper, "还缺的内容", YS_PAPER_STRONG);
  for (guint i = 0; i < data->check->lines->len; i++)
    {
      const YsDossierLine *line = g_ptr_array_index (data->check->lines, i);
      g_autofree char *text = line->missing == NULL ? NULL
                              : line->revision == 0
                                ? g_strdup_printf ("%s　尚未收到申报", line->name)
                                : g_strdup_printf ("%s　%s，尚不齐备", line->name, ys_submission_state_label (line->state));
      if (text != NULL)
        ys_paper_add_text (paper, text, YS_PAPER_PLAIN);
    }
}

YsPaper *
ys_dossier_paper_new (YsWorkspace *workspace, const YsDossierData *data)
{
  YsPaper *paper = ys_paper_new ("上报材料清单");
  gboolean current = data->handed_in != NULL && !data->check->changed;
  g_autofree char *time = ys_time_to_display (current ? data->handed_in->at : ys_clock_now ());
  g_autofree char *state = current ? g_strdup_printf ("第%u号　上报时间 %s", data->handed_in->number, time)
                                   : g_strdup_printf ("尚未上报　核对时间 %s", time);
  g_autofree char *line
    = g_strdup_printf ("%s　%s　%s", ys_workspace_get_unit_name (workspace),
                       ys_workspace_get_assessment (workspace)->title, state);
  g_autofree char *to = g_strdup_printf ("发往　%s", ys_register_unit_name (workspace, data->to));

  ys_paper_add_title (paper, "上报材料清单");
  ys_paper_add_text (paper, line, YS_PAPER_CENTERED);
  if (data->to != NULL)
    ys_paper_add_text (paper, to, YS_PAPER_CENTERED);
  ys_paper_add_text (paper, "", YS_PAPER_SMALL);
  add_table (paper, workspace, data);
  add_gaps (paper, data);
  ys_paper_add_text (paper, "", YS_PAPER_PLAIN);
  ys_paper_add_text (paper, "交出人（签字）：　　　　　　　　　　　接收人（签字）：", YS_PAPER_PLAIN);
  return paper;
}
