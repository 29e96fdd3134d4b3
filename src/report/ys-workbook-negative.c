/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The negative list 负面清单 in a workbook: thresholds, each candidate deduction of each occurrence, and the sum. */
#include <string.h>

#include "ys-report-private.h"
#include "ys-workbook-private.h"

static const YsWorkbookColumn columns[]
    = { { "条目", 8 },   { "名称", 34 }, { "日期", 12 }, { "程度或要求", 14 }, { "分子或次数", 12 }, { "分母", 12 },
        { "数值", 10 },  { "应扣", 10 }, { "计入", 10 }, { "结果", 14 },       { "说明", 60 } };
#define COLUMN_DUE 7
#define COLUMN_COUNTED 8

static const char *
severity_name (const YsSheet *sheet, const YsOccurrence *occurrence, const char *item)
{
  for (guint i = 0; i < occurrence->ticks->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (occurrence->ticks, i);

      for (guint j = 0; strcmp (tick->item, item) == 0 && j < sheet->standard->severities->len; j++)
        {
          const YsSeverity *severity = g_ptr_array_index (sheet->standard->severities, j);

          if (g_strcmp0 (severity->id, tick->severity) == 0)
            return severity->name;
        }
    }
  return NULL;
}

static void
add_threshold (YsWorkbook *self, lxw_worksheet *page, guint row, const YsSheetThreshold *threshold)
{
  const YsNegativeItem *item = threshold->item;
  g_autofree char *wanted = ys_report_target (item->comparator, TRUE, item->target, item->unit);
  g_autofree char *why = ys_sheet_why_to_text (threshold->why);

  ys_workbook_text (self, page, row, 0, item->id, YS_CELL_CODE);
  ys_workbook_text (self, page, row, 1, item->name, YS_CELL_TEXT);
  ys_workbook_date (self, page, row, 2, 0);
  ys_workbook_text (self, page, row, 3, wanted, YS_CELL_CENTRE);
  ys_workbook_figure (self, page, row, 4, threshold->value != NULL ? &threshold->value->figure : NULL, item->unit);
  ys_workbook_points (self, page, row, COLUMN_DUE, threshold->deduction, YS_CELL_POINTS);
  ys_workbook_points (self, page, row, COLUMN_COUNTED, threshold->deduction, YS_CELL_POINTS);
  ys_workbook_text (self, page, row, 9, threshold->open ? "待补" : threshold->met ? "达到" : "未达到", YS_CELL_CENTRE);
  ys_workbook_text (self, page, row, 10, why, YS_CELL_TEXT);
}

static void
add_candidate (YsWorkbook *self, lxw_worksheet *page, guint row, const YsSheet *sheet, const YsSheetOccurrence *shown,
               const YsSheetCandidate *candidate)
{
  const YsOccurrence *occurrence = shown->occurrence;
  gboolean counted = candidate->item == shown->counted;
  g_autofree char *why = counted || candidate->why == NULL ? ys_sheet_why_to_text (shown->why)
                                                           : ys_why_to_text (candidate->why);

  ys_workbook_text (self, page, row, 0, candidate->item->id, YS_CELL_CODE);
  ys_workbook_text (self, page, row, 1, occurrence->title, YS_CELL_TEXT);
  ys_workbook_date (self, page, row, 2, occurrence->date);
  ys_workbook_text (self, page, row, 3, severity_name (sheet, occurrence, candidate->item->id), YS_CELL_CENTRE);
  ys_workbook_count (self, page, row, 4, occurrence->count);
  ys_workbook_text (self, page, row, 5, NULL, YS_CELL_COUNT);
  ys_workbook_text (self, page, row, 6, NULL, YS_CELL_FIGURE);
  ys_workbook_points (self, page, row, COLUMN_DUE, candidate->deduction, counted ? YS_CELL_POINTS : YS_CELL_STRUCK);
  if (counted)
    ys_workbook_points (self, page, row, COLUMN_COUNTED, shown->deduction, YS_CELL_POINTS);
  else
    ys_workbook_text (self, page, row, COLUMN_COUNTED, NULL, YS_CELL_POINTS);
  ys_workbook_text (self, page, row, 9, ys_verification_label (occurrence->state), YS_CELL_CENTRE);
  ys_workbook_text (self, page, row, 10, why, YS_CELL_TEXT);
}

/* A line of the sum: @name in the name's column, the amount in that of what counts. */
static void
add_label (YsWorkbook *self, lxw_worksheet *page, guint row, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    ys_workbook_text (self, page, row, i, i == 1 ? name : NULL, YS_CELL_HEAD);
}

guint
ys_workbook_add_negative (YsWorkbook *self, const YsSheet *sheet, const YsSheetUnit *unit)
{
  lxw_worksheet *page = ys_workbook_add_sheet (self, YS_WORKBOOK_NEGATIVE, "负面清单", columns, G_N_ELEMENTS (columns), 2);
  guint row = YS_WORKBOOK_FIRST_ROW, last;
  YsPoints sum = 0;

  for (guint i = 0; i < unit->thresholds->len; i++, row++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (unit->thresholds, i);

      add_threshold (self, page, row, threshold);
      sum += threshold->deduction;
    }
  for (guint i = 0; i < unit->occurrences->len; i++)
    {
      const YsSheetOccurrence *shown = g_ptr_array_index (unit->occurrences, i);

      for (guint j = 0; j < shown->candidates->len; j++)
        add_candidate (self, page, row++, sheet, shown, g_ptr_array_index (shown->candidates, j));
      sum += shown->deduction;
    }
  last = row; /* as spreadsheets count, the last row of data */
  add_label (self, page, row, "各项合计");
  ys_workbook_formula (self, page, row, COLUMN_COUNTED,
                       last > YS_WORKBOOK_FIRST_ROW
                           ? g_strdup_printf ("=SUM(I%u:I%u)", YS_WORKBOOK_FIRST_ROW + 1, last)
                           : g_strdup ("=0"),
                       sum, YS_CELL_SUM);
  add_label (self, page, row + 1, "封顶与取整");
  ys_workbook_points (self, page, row + 1, COLUMN_COUNTED, unit->deduction - sum, YS_CELL_POINTS);
  add_label (self, page, row + 2, "扣分");
  ys_workbook_formula (self, page, row + 2, COLUMN_COUNTED, g_strdup_printf ("=I%u+I%u", row + 1, row + 2),
                       unit->deduction, YS_CELL_SUM);
  return row + 2;
}
