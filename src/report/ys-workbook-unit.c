/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score sheet 得分表 of a unit as workbook: its sums are formulas over the rows that they are sums of. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-report-private.h"
#include "ys-workbook-private.h"
#include "ys-workbook.h"

#define TASKS "任务"
#define POINTS "得分点"

typedef struct
{
  YsWorkbook *book;
  const YsSheet *sheet;
  const YsSheetUnit *unit;
} Maker;

static char *
task_code (const YsSheetTask *task)
{
  return g_strdup_printf ("%u", task->standard->number);
}

/* A figure that somebody gave, else a blank cell: 0 is not nothing. */
static void
write_given (const Maker *maker, lxw_worksheet *page, guint row, guint column, gboolean given, YsPoints points)
{
  if (given)
    ys_workbook_points (maker->book, page, row, column, points, YS_CELL_POINTS);
  else
    ys_workbook_text (maker->book, page, row, column, NULL, YS_CELL_POINTS);
}

/* ---- scoring points ---- */

static gboolean
stands_in_all (const YsSheetPoint *point)
{
  return point->gates->len > 0 || (point->counts && !point->applies);
}

static void
add_point (const Maker *maker, lxw_worksheet *page, guint row, const YsSheetTask *task, const YsSheetPoint *point)
{
  g_autofree char *code = task_code (task);
  g_autofree char *why = ys_sheet_why_to_text (point->why);
  gboolean counts = point->counts && task->applicable;

  ys_workbook_text (maker->book, page, row, 0, code, YS_CELL_CODE);
  ys_workbook_text (maker->book, page, row, 1, point->point->id, YS_CELL_CODE);
  ys_workbook_text (maker->book, page, row, 2, point->point->title, YS_CELL_TEXT);
  ys_workbook_points (maker->book, page, row, 3, point->point->points, YS_CELL_POINTS);
  write_given (maker, page, row, 4, counts, point->score[maker->unit->figure]);
  write_given (maker, page, row, 5, counts, point->score[YS_COMPUTED]);
  write_given (maker, page, row, 6, counts && (point->has_self || stands_in_all (point)), point->score[YS_SELF]);
  write_given (maker, page, row, 7, counts && (point->is_decided || stands_in_all (point)), point->score[YS_DECIDED]);
  ys_workbook_text (maker->book, page, row, 8, counts ? ys_open_label (point->open[maker->unit->figure]) : "不计",
                    YS_CELL_CENTRE);
  ys_workbook_text (maker->book, page, row, 9, why, YS_CELL_TEXT);
}

static void
add_points (const Maker *maker)
{
  static const YsWorkbookColumn columns[]
      = { { "任务", 7 }, { "得分点", 9 }, { "名称", 30 }, { "满分", 8 }, { "计入得分", 10 },
          { "测算", 9 }, { "自评", 9 },   { "认定", 9 },  { "待定", 10 }, { "依据", 80 } };
  lxw_worksheet *page
      = ys_workbook_add_sheet (maker->book, POINTS, "得分点", columns, G_N_ELEMENTS (columns), 3);
  guint row = YS_WORKBOOK_FIRST_ROW;

  for (guint i = 0; i < maker->unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (maker->unit->parts, i);

      for (guint j = 0; j < part->tasks->len; j++)
        {
          const YsSheetTask *task = g_ptr_array_index (part->tasks, j);

          for (guint k = 0; k < task->details->len; k++)
            add_point (maker, page, row++, task, g_ptr_array_index (task->details, k));
        }
    }
}

/* ---- tasks ---- */

/* What is not lateness and yet stands between the sum of the points and the task's score: evidence, gates. */
static YsPoints
adjustment (const YsSheetTask *task, YsScoreFigure figure)
{
  return task->score[figure] - (task->sum[figure] - task->late[figure]);
}

static void
add_task (const Maker *maker, lxw_worksheet *page, guint row, const YsSheetPart *part, const YsSheetTask *task)
{
  const YsScoreFigure figure = maker->unit->figure;
  const YsItem *item = ys_submission_get_item (maker->unit->submission, task->standard->number);
  g_autofree char *code = task_code (task);
  g_autofree char *why = ys_sheet_why_to_text (task->why);
  guint line = row + 1;

  ys_workbook_text (maker->book, page, row, 0, code, YS_CELL_CODE);
  ys_workbook_text (maker->book, page, row, 1, part->heading->name, YS_CELL_TEXT);
  ys_workbook_text (maker->book, page, row, 2, task->standard->task->title, YS_CELL_TEXT);
  ys_workbook_text (maker->book, page, row, 3, ys_item_state_label (item != NULL ? item->state : YS_STATE_NOT),
                    YS_CELL_CENTRE);
  ys_workbook_date (maker->book, page, row, 4, item != NULL ? item->completed : 0);
  ys_workbook_date (maker->book, page, row, 5, task->standard->task->due);
  if (task->applicable)
    {
      ys_workbook_points (maker->book, page, row, 6, task->points, YS_CELL_POINTS);
      ys_workbook_formula (maker->book, page, row, 7, g_strdup_printf ("=SUMIF(" POINTS "!A:A,A%u," POINTS "!E:E)", line),
                           task->sum[figure], YS_CELL_POINTS);
      ys_workbook_points (maker->book, page, row, 8, task->late[figure], YS_CELL_POINTS);
      ys_workbook_points (maker->book, page, row, 9, adjustment (task, figure), YS_CELL_POINTS);
      ys_workbook_formula (maker->book, page, row, 10, g_strdup_printf ("=H%u-I%u+J%u", line, line, line),
                           task->score[figure], YS_CELL_SUM);
    }
  else
    for (guint column = 6; column <= 10; column++)
      ys_workbook_text (maker->book, page, row, column, NULL, YS_CELL_POINTS);
  for (guint i = 0; i < YS_N_FIGURES; i++)
    write_given (maker, page, row, 11 + i, task->applicable && ys_report_task_has (task, (YsScoreFigure)i),
                 task->score[i]);
  ys_workbook_text (maker->book, page, row, 14, why, YS_CELL_TEXT);
}

static void
add_tasks (const Maker *maker)
{
  static const YsWorkbookColumn columns[]
      = { { "编号", 7 },         { "部分", 16 },      { "任务", 30 },    { "完成情况", 11 }, { "完成日期", 12 },
          { "完成时限", 12 },    { "适用分值", 10 },  { "得分点合计", 11 }, { "逾期扣分", 10 }, { "佐证及直接定分", 12 },
          { "任务得分", 10 },    { "测算", 9 },       { "自评", 9 },     { "认定", 9 },      { "说明", 60 } };
  lxw_worksheet *page = ys_workbook_add_sheet (maker->book, TASKS, "任务得分", columns, G_N_ELEMENTS (columns), 3);
  guint row = YS_WORKBOOK_FIRST_ROW;

  for (guint i = 0; i < maker->unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (maker->unit->parts, i);

      for (guint j = 0; j < part->tasks->len; j++)
        add_task (maker, page, row++, part, g_ptr_array_index (part->tasks, j));
    }
}

/* ---- figures ---- */

static void
add_figure (const Maker *maker, lxw_worksheet *page, guint row, const char *task, const YsMetric *metric,
            const YsRecordedFigure *recorded)
{
  g_autofree char *target = ys_report_target (metric->comparator, metric->has_target, metric->target, metric->unit);

  ys_workbook_text (maker->book, page, row, 0, task, YS_CELL_CODE);
  ys_workbook_text (maker->book, page, row, 1, metric->id, YS_CELL_CODE);
  ys_workbook_text (maker->book, page, row, 2, metric->name, YS_CELL_TEXT);
  if (recorded != NULL)
    ys_workbook_count (maker->book, page, row, 3, recorded->year);
  else
    ys_workbook_text (maker->book, page, row, 3, NULL, YS_CELL_COUNT);
  ys_workbook_figure (maker->book, page, row, 4, recorded != NULL ? &recorded->figure : NULL, metric->unit);
  ys_workbook_text (maker->book, page, row, 7, ys_unit_sign (metric->unit), YS_CELL_CENTRE);
  ys_workbook_text (maker->book, page, row, 8, target, YS_CELL_CENTRE);
  ys_workbook_text (maker->book, page, row, 9, recorded != NULL ? recorded->source : NULL, YS_CELL_TEXT);
}

/* Where the figures of @metric are recorded: at its task, or at the submission itself. */
static const GPtrArray *
figures_of (const YsSubmission *submission, const YsMetric *metric)
{
  const YsItem *item = metric->task_number != 0 ? ys_submission_get_item (submission, metric->task_number) : NULL;

  return metric->task_number == 0 ? submission->figures : item != NULL ? item->figures : NULL;
}

static void
add_figures (const Maker *maker)
{
  static const YsWorkbookColumn columns[]
      = { { "任务", 7 },  { "代码", 9 },  { "指标", 34 }, { "年度", 7 },  { "分子或数量", 12 },
          { "分母", 12 }, { "数值", 10 }, { "单位", 8 },  { "目标", 10 }, { "来源", 34 } };
  lxw_worksheet *page = ys_workbook_add_sheet (maker->book, "指标", "指标填报", columns, G_N_ELEMENTS (columns), 3);
  const GPtrArray *metrics = maker->sheet->standard->catalogue->metrics;
  guint row = YS_WORKBOOK_FIRST_ROW;

  for (guint i = 0; i < metrics->len; i++)
    {
      const YsMetric *metric = g_ptr_array_index (metrics, i);
      const GPtrArray *figures = figures_of (maker->unit->submission, metric);
      g_autofree char *task = metric->task_number != 0 ? g_strdup_printf ("%u", metric->task_number) : NULL;
      gboolean shown = FALSE;

      for (guint j = 0; figures != NULL && j < figures->len; j++)
        {
          const YsRecordedFigure *recorded = g_ptr_array_index (figures, j);

          if (strcmp (recorded->metric, metric->id) != 0)
            continue;
          add_figure (maker, page, row++, task, metric, recorded);
          shown = TRUE;
        }
      if (!shown && metric->answered_by == YS_ANSWERED_BY_COUNTY)
        add_figure (maker, page, row++, task, metric, NULL);
    }
}

/* ---- summary ---- */

typedef struct
{
  lxw_worksheet *page;
  guint first, row; /* of the parts; the next */
} Summary;

static void
add_part (const Maker *maker, Summary *summary, const YsSheetPart *part)
{
  YsPoints points = 0, sum = 0;
  guint line = summary->row + 1;

  for (guint i = 0; i < part->tasks->len; i++)
    {
      const YsSheetTask *task = g_ptr_array_index (part->tasks, i);

      points += task->applicable ? task->points : 0;
      sum += task->applicable ? task->score[maker->unit->figure] : 0;
    }
  ys_workbook_text (maker->book, summary->page, summary->row, 0, part->heading->name, YS_CELL_TEXT);
  ys_workbook_points (maker->book, summary->page, summary->row, 1, part->points, YS_CELL_POINTS);
  ys_workbook_formula (maker->book, summary->page, summary->row, 2,
                       g_strdup_printf ("=SUMIF(" TASKS "!B:B,A%u," TASKS "!G:G)", line), points, YS_CELL_POINTS);
  ys_workbook_formula (maker->book, summary->page, summary->row, 3,
                       g_strdup_printf ("=SUMIF(" TASKS "!B:B,A%u," TASKS "!K:K)", line), sum, YS_CELL_POINTS);
  ys_workbook_points (maker->book, summary->page, summary->row, 4, part->score[maker->unit->figure], YS_CELL_POINTS);
  for (guint i = 0; i < YS_N_FIGURES; i++)
    write_given (maker, summary->page, summary->row, 5 + i, ys_report_unit_has (maker->unit, (YsScoreFigure)i),
                 part->score[i]);
  summary->row++;
}

static void
add_line (const Maker *maker, Summary *summary, const char *name, char *formula, YsPoints points,
          const YsPoints *by_figure)
{
  ys_workbook_text (maker->book, summary->page, summary->row, 0, name, YS_CELL_HEAD);
  for (guint column = 1; column <= 3; column++)
    ys_workbook_text (maker->book, summary->page, summary->row, column, NULL, YS_CELL_POINTS);
  if (formula != NULL)
    ys_workbook_formula (maker->book, summary->page, summary->row, 4, formula, points, YS_CELL_SUM);
  else
    ys_workbook_points (maker->book, summary->page, summary->row, 4, points, YS_CELL_SUM);
  for (guint i = 0; i < YS_N_FIGURES; i++)
    write_given (maker, summary->page, summary->row, 5 + i,
                 by_figure != NULL && ys_report_unit_has (maker->unit, (YsScoreFigure)i),
                 by_figure != NULL ? by_figure[i] : 0);
  summary->row++;
}

/* The total by rule 10 as a formula; where a gate sets it, the figure that it sets. */
static char *
total_formula (const Maker *maker, guint base)
{
  g_autofree char *maximum = NULL;

  if (maker->unit->gates->len > 0)
    return NULL;
  maximum = ys_points_to_short (maker->sheet->standard->maximum);
  return g_strdup_printf ("=MAX(0,MIN(E%u+E%u,%s)-E%u)", base, base + 1, maximum, base + 2);
}

static void
add_summary (const Maker *maker, lxw_worksheet *page, guint deduction_row)
{
  Summary summary = { page, YS_WORKBOOK_FIRST_ROW, YS_WORKBOOK_FIRST_ROW };
  const YsSheetUnit *unit = maker->unit;
  const YsGrade *grade = g_ptr_array_index (maker->sheet->standard->grades, unit->grade);
  guint base;

  for (guint i = 0; i < unit->parts->len; i++)
    add_part (maker, &summary, g_ptr_array_index (unit->parts, i));
  base = summary.row + 1;
  add_line (maker, &summary, "基础分", g_strdup_printf ("=SUM(E%u:E%u)", summary.first + 1, summary.row), unit->base,
            unit->base_by_figure);
  add_line (maker, &summary, "加分", NULL, unit->bonus, NULL);
  add_line (maker, &summary, "扣分",
            g_strdup_printf ("=" YS_WORKBOOK_NEGATIVE "!" YS_WORKBOOK_DEDUCTION_COLUMN "%u", deduction_row + 1),
            unit->deduction, NULL);
  add_line (maker, &summary, "总分", total_formula (maker, base), unit->total, unit->total_by_figure);
  ys_workbook_text (maker->book, page, summary.row, 0, "等次", YS_CELL_HEAD);
  ys_workbook_text (maker->book, page, summary.row, 4, grade->name, YS_CELL_CENTRE);
}

GBytes *
ys_workbook_of_unit (const YsSheet *sheet, const char *unit, GError **error)
{
  static const YsWorkbookColumn columns[] = { { "部分", 24 },         { "分值", 10 }, { "适用分值合计", 13 },
                                              { "任务得分合计", 13 }, { "得分", 11 }, { "测算", 11 },
                                              { "自评", 11 },         { "认定", 11 } };
  Maker maker = { .sheet = sheet, .unit = ys_sheet_get_unit (sheet, unit) };
  g_autofree char *warning = NULL, *title = NULL;
  lxw_worksheet *page;

  if (maker.unit == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _ ("There is no score of this unit to report."));
      return NULL;
    }
  warning = ys_report_warning (sheet, maker.unit);
  title = g_strconcat (ys_report_unit_name (maker.unit), sheet->facts->assessment->title, "得分表", NULL);
  maker.book = ys_workbook_begin (title, ys_report_unit_name (maker.unit), warning, error);
  if (maker.book == NULL)
    return NULL;
  page = ys_workbook_add_sheet (maker.book, "汇总", title, columns, G_N_ELEMENTS (columns), 1);
  add_tasks (&maker);
  add_points (&maker);
  add_figures (&maker);
  add_summary (&maker, page, ys_workbook_add_negative (maker.book, sheet, maker.unit));
  return ys_workbook_end (maker.book, error);
}
