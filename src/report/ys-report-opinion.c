/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The opinion sheet 审核意见书 of a reviewing office: its opinions one by one, and the conclusion. */
#include "ys-report-private.h"

#define TABLE_SIZE 10.0

/* "省委政法委对渭滨区初审，提出意见3条：同意1条，质询1条，不同意1条。" */
static char *
summary_text (const YsReport *self, const YsReportOpinions *opinions)
{
  static const char *const verdicts[] = { "同意", "质询", "不同意" };
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s对%s%s，", opinions->office,
                          self->unit != NULL ? ys_report_unit_name (self->unit) : "全市", opinions->stage);
  if (opinions->n_opinions == 0)
    {
      g_string_append (text, "尚未提出意见。");
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  g_string_append_printf (text, "提出意见%u条", opinions->n_opinions);
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      guint n = 0;

      for (guint j = 0; j < opinions->n_opinions; j++)
        n += g_strcmp0 (opinions->opinions[j].verdict, verdicts[i]) == 0;
      g_string_append_printf (text, "%s%s%u条", i == 0 ? "：" : "，", verdicts[i], n);
    }
  g_string_append (text, "。");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_rows (YsReport *self, const YsReportOpinions *opinions)
{
  static const YsFolioColumn columns[] = { { "序号", 0.7, YS_FOLIO_CENTRE, FALSE },
                                           { "对象", 2, YS_FOLIO_LEFT, FALSE },
                                           { "意见", 0.9, YS_FOLIO_CENTRE, FALSE },
                                           { "建议得分", 1.1, YS_FOLIO_RIGHT, FALSE },
                                           { "理由与答复", 3.1, YS_FOLIO_LEFT, FALSE },
                                           { "审核人", 1.5, YS_FOLIO_CENTRE, FALSE } };

  if (opinions->n_opinions == 0)
    return;
  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), TABLE_SIZE);
  for (guint i = 0; i < opinions->n_opinions; i++)
    {
      const YsReportOpinion *opinion = &opinions->opinions[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *points = opinion->has_points ? ys_points_to_display (opinion->points) : g_strdup ("");
      g_autofree char *reason
          = g_strconcat (opinion->reason != NULL ? opinion->reason : "",
                         opinion->reason != NULL && opinion->answer != NULL ? "\n" : "",
                         opinion->answer != NULL ? "答复：" : "", opinion->answer != NULL ? opinion->answer : "", NULL);
      g_autofree char *by = g_strconcat (opinion->by != NULL ? opinion->by : "",
                                         opinion->by != NULL && opinion->at != NULL ? "\n" : "",
                                         opinion->at != NULL ? opinion->at : "", NULL);

      ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN,
                        (const char *const[]){ number, opinion->subject, opinion->verdict, points, reason, by });
    }
  ys_folio_end_table (self->folio);
}

static void
add_conclusion (YsReport *self, const YsReportOpinions *opinions)
{
  g_autofree char *line = g_strdup_printf ("%s结论：%s。", opinions->stage,
                                           opinions->conclusion != NULL ? opinions->conclusion : "尚未作出");

  ys_report_add_heading (self, 1, "三、结论");
  ys_folio_add (self->folio, YS_FOLIO_TEXT, line);
  if (opinions->conclusion_reason != NULL)
    ys_folio_add (self->folio, YS_FOLIO_TEXT, opinions->conclusion_reason);
  if (opinions->conclusion_by != NULL)
    {
      g_autofree char *by = g_strdup_printf ("审核人：%s　%s", opinions->conclusion_by,
                                             opinions->conclusion_at != NULL ? opinions->conclusion_at : "");

      ys_folio_add (self->folio, YS_FOLIO_TEXT, by);
    }
  ys_folio_need_room (self->folio, 64);
  ys_folio_add (self->folio, YS_FOLIO_TEXT, "审核单位（盖章）：");
  ys_folio_add (self->folio, YS_FOLIO_TEXT, "日　　期：　　　　年　　月　　日");
}

/* What the opinions speak of: the totals as they were handed up. */
static void
add_totals (YsReport *self)
{
  static const YsFolioColumn columns[]
      = { { "县区", 1.6, YS_FOLIO_LEFT, FALSE },   { "基础分", 1.2, YS_FOLIO_RIGHT, FALSE },
          { "加分", 1, YS_FOLIO_RIGHT, FALSE },    { "扣分", 1.1, YS_FOLIO_RIGHT, FALSE },
          { "总分", 1.2, YS_FOLIO_RIGHT, FALSE },  { "等次", 1, YS_FOLIO_CENTRE, FALSE },
          { "名次", 0.8, YS_FOLIO_CENTRE, FALSE } };

  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), TABLE_SIZE);
  for (guint i = 0; i < self->sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (self->sheet->units, i);
      const YsGrade *grade = g_ptr_array_index (self->sheet->standard->grades, unit->grade);
      g_autofree char *base = ys_points_to_display (unit->base), *bonus = ys_points_to_display (unit->bonus);
      g_autofree char *deduction = ys_report_deduction (unit->deduction), *total = ys_points_to_display (unit->total);
      g_autofree char *rank = unit->has_rank ? g_strdup_printf ("%u", unit->rank) : g_strdup ("—");

      if (self->unit == NULL || self->unit == unit)
        ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN,
                          (const char *const[]){ ys_report_unit_name (unit), base, bonus, deduction, total,
                                                 grade->name, rank });
    }
  ys_folio_end_table (self->folio);
}

void
ys_report_add_opinions (YsReport *self, const YsReportOpinions *opinions)
{
  static const YsReportOpinions none = { .office = "审核单位", .stage = "审核" };
  const YsReportOpinions *shown = opinions != NULL ? opinions : &none;
  g_autofree char *summary = summary_text (self, shown);

  ys_folio_add (self->folio, YS_FOLIO_TITLE, self->title);
  ys_report_add_heading (self, 1, "一、上报得分");
  add_totals (self);
  ys_report_add_heading (self, 1, "二、审核意见");
  ys_folio_add (self->folio, YS_FOLIO_TEXT, summary);
  add_rows (self, shown);
  add_conclusion (self, shown);
}
