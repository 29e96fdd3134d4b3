/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The self-check report 自查报告 of a unit: totals in three figures, parts, tasks, bonus, negative list, what is open.
 * Tasks and ledger stand in files of their own. */
#include <string.h>

#include "ys-chart-sheet.h"
#include "ys-date.h"
#include "ys-report-private.h"

#define TABLE_SIZE 10.5

static const YsScoreFigure figures[] = { YS_COMPUTED, YS_SELF, YS_DECIDED };

static void
add_cover (YsReport *self)
{
  static const char *const signers[] = { "单位（盖章）：", "主要负责人（签字）：", "填报人（签字）：",
                                         "日　　期：　　　　年　　月　　日", NULL };
  const YsAssessment *assessment = self->sheet->facts->assessment;
  const YsStandard *standard = self->sheet->standard;
  g_autofree char *first = ys_date_to_text (assessment->first), *last = ys_date_to_text (assessment->last);
  g_autofree char *closing = ys_date_to_text (assessment->closing), *today = ys_date_to_text (ys_clock_today ());
  g_autofree char *period = g_strdup_printf ("%s 至 %s", first, last);
  g_autofree char *year = g_strdup_printf ("%d年", assessment->year);
  g_autofree char *state
      = g_strdup_printf ("%s，第%u次申报", ys_submission_state_label (self->unit->state),
                         MAX (self->unit->submission->revision, 1));
  g_autofree char *catalogue
      = g_strdup_printf ("%s（第%u版）", standard->catalogue->title, standard->catalogue->version);
  g_autofree char *rules = g_strdup_printf ("%s（第%u版）%s", standard->title, standard->version,
                                            standard->sample ? "，示范标准，得分仅供演练" : "");
  const char *const facts[] = { "单位", ys_report_unit_name (self->unit), "考核", assessment->title, "考核期间", period,
                                "数据年度", year, "报送截止", closing, "申报状态", state, "考核目录", catalogue,
                                "评分标准", rules, "编制日期", today, NULL };

  ys_report_add_cover (self, facts, signers);
}

/* One row of the three figures; what nobody gave is a dash. */
static void
add_figures (YsReport *self, const char *name, const YsPoints *points, guint flags)
{
  const char *cells[4] = { name };
  char *texts[YS_N_FIGURES];

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      texts[i] = ys_report_unit_has (self->unit, figures[i]) ? ys_points_to_display (points[figures[i]])
                                                             : g_strdup ("—");
      cells[i + 1] = texts[i];
    }
  ys_folio_add_row (self->folio, flags, cells);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    g_free (texts[i]);
}

/* The bonus and the negative list have one figure each, used in all three totals. */
static void
add_shared (YsReport *self, const char *name, char *text)
{
  const char *cells[] = { name, text, text, text };

  cells[2] = ys_report_unit_has (self->unit, YS_SELF) ? text : "—";
  cells[3] = ys_report_unit_has (self->unit, YS_DECIDED) ? text : "—";
  ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN, cells);
  g_free (text);
}

static void
add_totals (YsReport *self)
{
  static const YsFolioColumn columns[] = { { "项目", 2, YS_FOLIO_CENTRE, TRUE },
                                           { "测算", 1, YS_FOLIO_RIGHT, FALSE },
                                           { "自评", 1, YS_FOLIO_RIGHT, FALSE },
                                           { "认定", 1, YS_FOLIO_RIGHT, FALSE } };
  const YsSheetUnit *unit = self->unit;
  g_autofree char *why = ys_sheet_why_to_text (unit->why);

  ys_report_add_heading (self, 1, "一、总体情况");
  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), 12);
  add_figures (self, "基础分", unit->base_by_figure, YS_FOLIO_ROW_PLAIN);
  add_shared (self, "加分", ys_points_to_display (unit->bonus));
  add_shared (self, "扣分", ys_report_deduction (unit->deduction));
  add_figures (self, "总分", unit->total_by_figure, YS_FOLIO_ROW_STRONG);
  ys_folio_end_table (self->folio);
  if (why[0] != '\0')
    ys_folio_add (self->folio, YS_FOLIO_TEXT, why);
  ys_report_add_waterfall (self, unit);
}

static void
add_part_row (YsReport *self, const char *name, YsPoints points, const YsPoints *scores, const char *done, guint flags)
{
  g_autofree char *possible = ys_points_to_short (points);
  char *texts[YS_N_FIGURES];

  for (guint i = 0; i < YS_N_FIGURES; i++)
    texts[i] = ys_report_unit_has (self->unit, (YsScoreFigure)i) ? ys_points_to_display (scores[i]) : g_strdup ("—");
  ys_folio_add_row (self->folio, flags,
                    (const char *const[]){ name, possible, texts[YS_COMPUTED], texts[YS_SELF], texts[YS_DECIDED], done });
  for (guint i = 0; i < YS_N_FIGURES; i++)
    g_free (texts[i]);
}

static const YsFolioColumn part_columns[] = { { "名称", 3, YS_FOLIO_LEFT, FALSE },   { "分值", 1, YS_FOLIO_RIGHT, FALSE },
                                              { "测算", 1, YS_FOLIO_RIGHT, FALSE },  { "自评", 1, YS_FOLIO_RIGHT, FALSE },
                                              { "认定", 1, YS_FOLIO_RIGHT, FALSE },  { "完成/任务", 1.2, YS_FOLIO_CENTRE, FALSE } };

static void
add_parts (YsReport *self)
{
  g_autoptr (GArray) shown = ys_chart_parts_from_sheet (self->unit);
  YsPoints sum = 0;
  guint done = 0, all = 0;
  g_autofree char *both = NULL;

  ys_report_add_heading (self, 1, "二、各部分得分");
  ys_folio_begin_table (self->folio, part_columns, G_N_ELEMENTS (part_columns), TABLE_SIZE);
  for (guint i = 0, next = 0; i < self->unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (self->unit->parts, i);
      const YsChartPart *count = part->has_content ? &g_array_index (shown, YsChartPart, next++) : NULL;
      g_autofree char *tasks = count != NULL ? g_strdup_printf ("%u/%u", count->done, count->all) : g_strdup ("无内容");

      add_part_row (self, part->heading->name, part->points, part->score, tasks, YS_FOLIO_ROW_PLAIN);
      sum += part->points;
      done += count != NULL ? count->done : 0;
      all += count != NULL ? count->all : 0;
    }
  both = g_strdup_printf ("%u/%u", done, all);
  add_part_row (self, "合计", sum, self->unit->base_by_figure, both, YS_FOLIO_ROW_STRONG);
  ys_folio_end_table (self->folio);
  ys_report_add_parts_chart (self, self->unit);
}

/* A row for each heading of level 2 with what its tasks add up to. */
static void
add_headings (YsReport *self)
{
  g_autoptr (GPtrArray) headings = ys_catalogue_dup_second_headings (self->sheet->standard->catalogue);

  ys_report_add_heading (self, 2, "（一）各类任务得分");
  ys_folio_begin_table (self->folio, part_columns, G_N_ELEMENTS (part_columns), TABLE_SIZE);
  for (guint i = 0; i < headings->len; i++)
    {
      const YsHeading *heading = g_ptr_array_index (headings, i);
      YsPoints points = 0, scores[YS_N_FIGURES] = { 0 };
      guint done = 0, all = 0;
      g_autofree char *count = NULL;

      for (guint j = 0; j < heading->children->len; j++)
        {
          const YsHeading *third = g_ptr_array_index (heading->children, j);

          for (guint k = 0; k < third->tasks->len; k++)
            {
              guint number = ((YsTask *)g_ptr_array_index (third->tasks, k))->number;
              const YsSheetTask *task = ys_sheet_unit_get_task (self->unit, number);
              const YsItem *item = ys_submission_get_item (self->unit->submission, number);

              if (task == NULL || !task->applicable)
                continue;
              points += task->points;
              for (guint f = 0; f < YS_N_FIGURES; f++)
                scores[f] += task->score[f];
              all++;
              done += item != NULL && item->state == YS_STATE_DONE;
            }
        }
      count = g_strdup_printf ("%u/%u", done, all);
      add_part_row (self, heading->name, points, scores, count, YS_FOLIO_ROW_PLAIN);
    }
  ys_folio_end_table (self->folio);
}

static void
add_bonus (YsReport *self)
{
  static const YsFolioColumn columns[] = { { "加分项", 2, YS_FOLIO_LEFT, FALSE },
                                           { "加分", 0.8, YS_FOLIO_RIGHT, FALSE },
                                           { "依据", 4, YS_FOLIO_LEFT, FALSE } };
  g_autofree char *bonus = ys_points_to_display (self->unit->bonus);

  ys_report_add_heading (self, 1, "四、加分");
  if (self->unit->bonus_details->len == 0)
    {
      ys_folio_add (self->folio, YS_FOLIO_TEXT, "没有适用的加分项。");
      return;
    }
  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), TABLE_SIZE);
  for (guint i = 0; i < self->unit->bonus_details->len; i++)
    {
      const YsSheetPoint *point = g_ptr_array_index (self->unit->bonus_details, i);
      g_autofree char *score = ys_points_to_display (point->score[YS_COMPUTED]);
      g_autofree char *why = ys_sheet_why_to_text (point->why);

      ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN, (const char *const[]){ point->point->title, score, why });
    }
  ys_folio_add_row (self->folio, YS_FOLIO_ROW_STRONG, (const char *const[]){ "加分合计", bonus, "" });
  ys_folio_end_table (self->folio);
}

/* Whether @point is one of those that @reason keeps open. */
static gboolean
is_open (const YsReport *self, const YsSheetPoint *point, YsOpen reason)
{
  return point->counts && point->open[self->unit->figure] == reason;
}

/* "待评定（3个）：第1项P1.2、第2项P2.2…": the open points, all of one reason in one sentence. */
static void
list_points (YsReport *self, GPtrArray *sentences)
{
  for (guint reason = YS_OPEN_NOT + 1; reason <= YS_OPEN_UNDECIDED; reason++)
    {
      g_autoptr (GString) names = g_string_new (NULL);
      guint n = 0;

      for (guint i = 0; i < self->unit->n_points; i++)
        if (is_open (self, &self->unit->points[i], (YsOpen)reason))
          g_string_append_printf (names, "%s第%u项%s", n++ > 0 ? "、" : "",
                                  self->unit->points[i].point->task->number, self->unit->points[i].point->id);
      if (n > 0)
        g_ptr_array_add (sentences,
                         g_strdup_printf ("%s的得分点%u个：%s", ys_open_label ((YsOpen)reason), n, names->str));
    }
}

/* Whether @sentence of the sheet speaks of one open point, which list_points() tells more briefly. */
static gboolean
is_of_point (const YsReport *self, const char *sentence)
{
  for (guint i = 0; i < self->unit->n_points; i++)
    {
      const YsPoint *point = self->unit->points[i].point;
      g_autofree char *beginning = g_strdup_printf ("任务%u 得分点%s“", point->task->number, point->id);

      if (!is_open (self, &self->unit->points[i], YS_OPEN_NOT) && g_str_has_prefix (sentence, beginning))
        return TRUE;
    }
  return FALSE;
}

static void
add_open (YsReport *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  list_points (self, sentences);
  for (guint i = 0; i < self->unit->open->len; i++)
    if (!is_of_point (self, g_ptr_array_index (self->unit->open, i)))
      g_ptr_array_add (sentences, g_strdup (g_ptr_array_index (self->unit->open, i)));
  ys_report_add_heading (self, 1, "六、待补、待定和待核实事项");
  ys_report_add_list (self, sentences, "没有待补、待定和待核实的事项。");
  if (self->unit->warnings->len == 0)
    return;
  ys_report_add_heading (self, 2, "（一）需要留意的数据");
  ys_report_add_list (self, self->unit->warnings, NULL);
}

void
ys_report_add_self_check (YsReport *self)
{
  add_cover (self);
  add_totals (self);
  add_parts (self);
  add_headings (self);
  ys_folio_break_page (self->folio);
  ys_report_add_heading (self, 1, "三、各项任务");
  ys_report_add_tasks (self);
  add_bonus (self);
  ys_report_add_heading (self, 1, "五、负面清单");
  ys_report_add_ledger (self, self->unit, 2);
  add_open (self);
}
