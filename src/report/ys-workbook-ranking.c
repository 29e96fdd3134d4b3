/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking of a city as workbook: base, total and gap are formulas over the cells beside them. */
#include "ys-report-private.h"
#include "ys-workbook-private.h"
#include "ys-workbook.h"

#define MAX_COLUMNS 24

typedef struct
{
  YsWorkbook *book;
  lxw_worksheet *page;
  const YsSheet *sheet;
  guint n_parts;
} Maker;

/* Columns: place, code, county, the parts, then these. */
enum
{
  COLUMN_RANK,
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_PARTS
};

static char
letter (guint column)
{
  return (char)('A' + column);
}

/* Of a ranked unit the gap to the one that stands in the row above. */
static void
add_gap (const Maker *maker, guint row, guint column, guint total, const YsSheetUnit *unit, const YsSheetUnit *above)
{
  gboolean follows = above != NULL && unit->has_rank && above->has_rank && above->vetoed == unit->vetoed
                     && above->total >= unit->total;

  if (follows)
    ys_workbook_formula (maker->book, maker->page, row, column,
                         g_strdup_printf ("=%c%u-%c%u", letter (total), row, letter (total), row + 1),
                         above->total - unit->total, YS_CELL_POINTS);
  else
    ys_workbook_text (maker->book, maker->page, row, column, NULL, YS_CELL_POINTS);
}

static void
add_total (const Maker *maker, guint row, guint column, const YsSheetUnit *unit)
{
  g_autofree char *maximum = ys_points_to_short (maker->sheet->standard->maximum);
  guint line = row + 1;

  if (unit->gates->len > 0)
    ys_workbook_points (maker->book, maker->page, row, column, unit->total, YS_CELL_SUM);
  else
    ys_workbook_formula (maker->book, maker->page, row, column,
                         g_strdup_printf ("=MAX(0,MIN(%c%u+%c%u,%s)-%c%u)", letter (column - 3), line,
                                          letter (column - 2), line, maximum, letter (column - 1), line),
                         unit->total, YS_CELL_SUM);
}

/* "一票否决", "尚未评审，不参加排名"; what is open. */
static char *
remark_text (const Maker *maker, const YsSheetUnit *unit)
{
  g_autofree char *warning = ys_report_warning (maker->sheet, unit);

  return g_strconcat (unit->vetoed ? "一票否决；" : "", unit->no_rank_reason != NULL ? unit->no_rank_reason : "",
                      unit->no_rank_reason != NULL ? "；" : "", warning, NULL);
}

static void
add_unit (const Maker *maker, guint row, const YsSheetUnit *unit, const YsSheetUnit *above)
{
  const YsGrade *grade = g_ptr_array_index (maker->sheet->standard->grades, unit->grade);
  guint column = COLUMN_PARTS;
  g_autofree char *remark = remark_text (maker, unit);

  if (unit->has_rank)
    ys_workbook_count (maker->book, maker->page, row, COLUMN_RANK, unit->rank);
  else
    ys_workbook_text (maker->book, maker->page, row, COLUMN_RANK, NULL, YS_CELL_COUNT);
  ys_workbook_text (maker->book, maker->page, row, COLUMN_CODE, unit->submission->unit, YS_CELL_CODE);
  ys_workbook_text (maker->book, maker->page, row, COLUMN_NAME, ys_report_unit_name (unit), YS_CELL_TEXT);
  for (guint i = 0; i < maker->n_parts; i++)
    ys_workbook_points (maker->book, maker->page, row, column++,
                        ((YsSheetPart *)g_ptr_array_index (unit->parts, i))->score[unit->figure], YS_CELL_POINTS);
  ys_workbook_formula (maker->book, maker->page, row, column,
                       g_strdup_printf ("=SUM(%c%u:%c%u)", letter (COLUMN_PARTS), row + 1, letter (column - 1), row + 1),
                       unit->base, YS_CELL_SUM);
  column++;
  ys_workbook_points (maker->book, maker->page, row, column++, unit->bonus, YS_CELL_POINTS);
  ys_workbook_points (maker->book, maker->page, row, column++, unit->deduction, YS_CELL_POINTS);
  add_total (maker, row, column++, unit);
  ys_workbook_text (maker->book, maker->page, row, column++, grade->name, YS_CELL_CENTRE);
  add_gap (maker, row, column, column - 2, unit, above);
  column++;
  ys_workbook_points (maker->book, maker->page, row, column++, unit->low, YS_CELL_POINTS);
  ys_workbook_points (maker->book, maker->page, row, column++, unit->high, YS_CELL_POINTS);
  ys_workbook_text (maker->book, maker->page, row, column++, ys_submission_state_label (unit->state), YS_CELL_CENTRE);
  ys_workbook_text (maker->book, maker->page, row, column, remark, YS_CELL_TEXT);
}

GBytes *
ys_workbook_of_ranking (const YsSheet *sheet, GError **error)
{
  static const YsWorkbookColumn before[] = { { "名次", 7 }, { "代码", 10 }, { "县区", 14 } };
  static const YsWorkbookColumn after[]
      = { { "基础分", 11 }, { "加分", 9 },      { "扣分", 9 },      { "总分", 11 },     { "等次", 9 },
          { "与上名差", 10 }, { "可能最低", 11 }, { "可能最高", 11 }, { "申报状态", 11 }, { "说明", 50 } };
  YsWorkbookColumn columns[MAX_COLUMNS];
  guint n = G_N_ELEMENTS (before);
  g_autofree char *warning = ys_report_warning (sheet, NULL);
  g_autofree char *title = g_strconcat (sheet->facts->assessment->title, "得分排名", NULL);
  Maker maker = { .sheet = sheet };

  maker.n_parts = MIN (sheet->standard->parts->len, MAX_COLUMNS - G_N_ELEMENTS (before) - G_N_ELEMENTS (after));
  for (guint i = 0; i < n; i++)
    columns[i] = before[i];
  for (guint i = 0; i < maker.n_parts; i++)
    {
      const YsPartStandard *part = g_ptr_array_index (sheet->standard->parts, i);

      columns[n++]
          = (YsWorkbookColumn){ ys_catalogue_get_heading (sheet->standard->catalogue, part->id)->name, 14 };
    }
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    columns[n++] = after[i];
  maker.book = ys_workbook_begin (title, "", warning, error);
  if (maker.book == NULL)
    return NULL;
  maker.page = ys_workbook_add_sheet (maker.book, "排名", title, columns, n, COLUMN_PARTS);
  for (guint i = 0; i < sheet->units->len; i++)
    add_unit (&maker, YS_WORKBOOK_FIRST_ROW + i, g_ptr_array_index (sheet->units, i),
              i > 0 ? g_ptr_array_index (sheet->units, i - 1) : NULL);
  return ys_workbook_end (maker.book, error);
}
