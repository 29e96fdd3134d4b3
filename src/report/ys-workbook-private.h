/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the workbooks share: formats, cells, and the first and last steps of a file. */
#pragma once

#include <locale.h>
#include <xlsxwriter.h>

#include "ys-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  YS_CELL_TITLE,
  YS_CELL_NOTE,
  YS_CELL_HEAD,
  YS_CELL_TEXT,
  YS_CELL_CODE,   /* text, whatever it looks like */
  YS_CELL_CENTRE,
  YS_CELL_POINTS, /* two decimals, a third where it is not zero */
  YS_CELL_SUM,
  YS_CELL_STRUCK, /* points that do not count */
  YS_CELL_FIGURE, /* two decimals */
  YS_CELL_COUNT,  /* whole number */
  YS_CELL_DATE,
  YS_N_CELLS
} YsCell;

typedef struct
{
  const char *title;
  double width; /* in letters */
} YsWorkbookColumn;

typedef struct
{
  lxw_workbook *book;
  lxw_format *formats[YS_N_CELLS];
  char *path;    /* of the temporary file */
  char *warning; /* on every sheet and page; NULL */
  lxw_error failed; /* the first failure; the rest goes on and the file is dropped */
  locale_t locale, before;
} YsWorkbook;

/* @warning: what the figures rest on, or NULL. NULL with a machine's error. */
YsWorkbook *ys_workbook_begin (const char *title, const char *author, const char *warning, GError **error);
/* The file's bytes; frees @self in any case. */
GBytes *ys_workbook_end (YsWorkbook *self, GError **error);

/* A sheet with title in row 0, warning in row 1, heads in row 2, which stay in view and on every page together with
 * the first @frozen columns. Data begin in row YS_WORKBOOK_FIRST_ROW. */
#define YS_WORKBOOK_FIRST_ROW 3u
lxw_worksheet *ys_workbook_add_sheet (YsWorkbook *self, const char *name, const char *title,
                                      const YsWorkbookColumn *columns, guint n, guint frozen);

/* NULL or "" is a blank cell. */
void ys_workbook_text (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, const char *text, YsCell cell);
void ys_workbook_points (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, YsPoints points, YsCell cell);
/* A formula with the result that it has now. Takes @formula. */
void ys_workbook_formula (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, char *formula,
                          YsPoints result, YsCell cell);
void ys_workbook_count (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, gint64 count);
void ys_workbook_date (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, YsDate date);
/* Numerator, denominator and value of a figure in three columns from @column on: what is missing stays blank, the
 * value of a share is a formula, and of n/0 it says 无法计算. @figure may be NULL. */
void ys_workbook_figure (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, const YsFigure *figure,
                         YsUnit unit);

/* The rows of thresholds and occurrences; returns the row that holds the unit's deduction. */
guint ys_workbook_add_negative (YsWorkbook *self, const YsSheet *sheet, const YsSheetUnit *unit);
#define YS_WORKBOOK_NEGATIVE "负面清单"
#define YS_WORKBOOK_DEDUCTION_COLUMN "I"

G_END_DECLS
