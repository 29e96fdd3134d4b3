/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats, cells, and the first and last steps of a workbook.
 * libxlsxwriter prints numbers by the locale of the thread: while a workbook is made that is "C". */
#include "ys-workbook-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "ys-date.h"
#include "ys-id.h"

#define CHARSET_GB2312 134
#define A4 9

static lxw_format *
add_format (YsWorkbook *self, const char *font, double size, gboolean bordered)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_font_name (format, font);
  format_set_font_size (format, size);
  format_set_font_charset (format, CHARSET_GB2312);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (bordered)
    format_set_border (format, LXW_BORDER_THIN);
  return format;
}

static void
add_formats (YsWorkbook *self)
{
  static const struct
  {
    const char *font, *number;
    double size;
    gboolean bordered, wraps, centred, strikes;
  } looks[YS_N_CELLS] = {
    [YS_CELL_TITLE] = { "方正小标宋简体", NULL, 18, FALSE, FALSE, FALSE, FALSE },
    [YS_CELL_NOTE] = { "仿宋_GB2312", NULL, 10.5, FALSE, FALSE, FALSE, FALSE },
    [YS_CELL_HEAD] = { "黑体", NULL, 11, TRUE, TRUE, TRUE, FALSE },
    [YS_CELL_TEXT] = { "仿宋_GB2312", NULL, 11, TRUE, TRUE, FALSE, FALSE },
    [YS_CELL_CODE] = { "仿宋_GB2312", "@", 11, TRUE, FALSE, TRUE, FALSE },
    [YS_CELL_CENTRE] = { "仿宋_GB2312", NULL, 11, TRUE, TRUE, TRUE, FALSE },
    [YS_CELL_POINTS] = { "仿宋_GB2312", "0.00#", 11, TRUE, FALSE, FALSE, FALSE },
    [YS_CELL_SUM] = { "黑体", "0.00#", 11, TRUE, FALSE, FALSE, FALSE },
    [YS_CELL_STRUCK] = { "仿宋_GB2312", "0.00#", 11, TRUE, FALSE, FALSE, TRUE },
    [YS_CELL_FIGURE] = { "仿宋_GB2312", "0.00", 11, TRUE, FALSE, FALSE, FALSE },
    [YS_CELL_COUNT] = { "仿宋_GB2312", "0", 11, TRUE, FALSE, FALSE, FALSE },
    [YS_CELL_DATE] = { "仿宋_GB2312", "yyyy-mm-dd", 11, TRUE, FALSE, TRUE, FALSE },
  };

  for (guint i = 0; i < YS_N_CELLS; i++)
    {
      self->formats[i] = add_format (self, looks[i].font, looks[i].size, looks[i].bordered);
      if (looks[i].number != NULL)
        format_set_num_format (self->formats[i], looks[i].number);
      if (looks[i].wraps)
        format_set_text_wrap (self->formats[i]);
      if (looks[i].centred)
        format_set_align (self->formats[i], LXW_ALIGN_CENTER);
      if (looks[i].strikes)
        format_set_font_strikeout (self->formats[i]);
    }
}

/* ---- first and last steps ---- */

static void
workbook_free (YsWorkbook *self)
{
  uselocale (self->before);
  freelocale (self->locale);
  g_unlink (self->path);
  g_free (self->path);
  g_free (self->warning);
  g_free (self);
}

YsWorkbook *
ys_workbook_begin (const char *title, const char *author, const char *warning, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("yanshou-XXXXXX.xlsx", &path, &trouble);
  YsWorkbook *self;
  lxw_doc_properties properties = { .title = (char *)title,
                                    .author = (char *)author,
                                    .comments = (char *)(warning != NULL ? warning : ""),
                                    /* 0 would mean now */
                                    .created = (time_t)MAX (1, ys_clock_now () / G_USEC_PER_SEC) };

  if (fd < 0)
    {
      ys_set_error_from_foreign (error, g_steal_pointer (&trouble), NULL, _ ("Making the workbook"));
      return NULL;
    }
  close (fd);
  self = g_new0 (YsWorkbook, 1);
  self->path = g_steal_pointer (&path);
  self->warning = g_strdup (warning);
  self->locale = newlocale (LC_ALL_MASK, "C", (locale_t)0);
  self->before = uselocale (self->locale);
  self->book = workbook_new (self->path);
  workbook_set_properties (self->book, &properties);
  add_formats (self);
  return self;
}

GBytes *
ys_workbook_end (YsWorkbook *self, GError **error)
{
  lxw_error closed = workbook_close (self->book);
  lxw_error failed = self->failed != LXW_NO_ERROR ? self->failed : closed;
  g_autoptr (GError) trouble = NULL;
  char *data = NULL;
  gsize size = 0;

  if (failed == LXW_NO_ERROR)
    g_file_get_contents (self->path, &data, &size, &trouble);
  workbook_free (self);
  if (data != NULL)
    return g_bytes_new_take (data, size);
  if (trouble != NULL)
    ys_set_error_from_foreign (error, g_steal_pointer (&trouble), NULL, _ ("Making the workbook"));
  else
    ys_set_error (error, YS_ERROR_IO, NULL, _ ("The workbook could not be made: %s"), lxw_strerror (failed));
  return NULL;
}

/* "&" begins a code in heads and feet of pages. */
static char *
escape_footer (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "&", -1);

  return g_strjoinv ("&&", parts);
}

lxw_worksheet *
ys_workbook_add_sheet (YsWorkbook *self, const char *name, const char *title, const YsWorkbookColumn *columns, guint n,
                       guint frozen)
{
  const guint head = YS_WORKBOOK_FIRST_ROW - 1;
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, name);
  g_autofree char *mark = self->warning != NULL ? escape_footer (self->warning) : g_strdup ("");
  g_autofree char *footer = g_strconcat ("&L", mark, "&R第&P页，共&N页", NULL);

  worksheet_set_row (sheet, 0, 30, NULL);
  ys_workbook_text (self, sheet, 0, 0, title, YS_CELL_TITLE);
  ys_workbook_text (self, sheet, 1, 0, self->warning, YS_CELL_NOTE);
  for (guint i = 0; i < n; i++)
    {
      worksheet_set_column (sheet, (lxw_col_t)i, (lxw_col_t)i, columns[i].width, NULL);
      ys_workbook_text (self, sheet, head, i, columns[i].title, YS_CELL_HEAD);
    }
  worksheet_freeze_panes (sheet, YS_WORKBOOK_FIRST_ROW, (lxw_col_t)frozen);
  /* codes are text and no mistake */
  worksheet_ignore_errors (sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A4:C10000");
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, A4);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, head);
  worksheet_set_margins (sheet, 0.6, 0.6, 0.7, 0.7);
  if (worksheet_set_footer (sheet, footer) != LXW_NO_ERROR)
    worksheet_set_footer (sheet, "&R第&P页，共&N页"); /* too long for a foot: the sheet's second row says it */
  return sheet;
}

/* ---- cells ---- */

static void
keep (YsWorkbook *self, lxw_error error)
{
  if (self->failed == LXW_NO_ERROR)
    self->failed = error;
}

static double
to_number (YsPoints points)
{
  return (double)points / (double)YS_POINTS_ONE;
}

void
ys_workbook_text (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, const char *text, YsCell cell)
{
  g_autofree char *clean = NULL;

  if (text == NULL || text[0] == '\0')
    {
      keep (self, worksheet_write_blank (sheet, row, (lxw_col_t)column, self->formats[cell]));
      return;
    }
  clean = ys_text_clean (text, -1);
  keep (self, worksheet_write_string (sheet, row, (lxw_col_t)column, clean, self->formats[cell]));
}

void
ys_workbook_points (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, YsPoints points, YsCell cell)
{
  keep (self, worksheet_write_number (sheet, row, (lxw_col_t)column, to_number (points), self->formats[cell]));
}

void
ys_workbook_formula (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, char *formula, YsPoints result,
                     YsCell cell)
{
  keep (self, worksheet_write_formula_num (sheet, row, (lxw_col_t)column, formula, self->formats[cell],
                                           to_number (result)));
  g_free (formula);
}

void
ys_workbook_count (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, gint64 count)
{
  keep (self, worksheet_write_number (sheet, row, (lxw_col_t)column, (double)count, self->formats[YS_CELL_COUNT]));
}

void
ys_workbook_date (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, YsDate date)
{
  GDate day;
  lxw_datetime shown = { 0 };

  if (date == 0)
    {
      ys_workbook_text (self, sheet, row, column, NULL, YS_CELL_DATE);
      return;
    }
  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  shown.year = g_date_get_year (&day);
  shown.month = (int)g_date_get_month (&day);
  shown.day = g_date_get_day (&day);
  keep (self,
        worksheet_write_datetime (sheet, row, (lxw_col_t)column, &shown, self->formats[YS_CELL_DATE]));
}

/* The value of a share: a formula over the two cells beside it. */
static void
write_share (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, const YsFigure *figure, YsUnit unit)
{
  gint64 factor = ys_unit_factor (unit);
  g_autofree char *formula
      = g_strdup_printf ("=IF(%c%u=0,\"无法计算\",%c%u/%c%u*%" G_GINT64_FORMAT ")", 'A' + (int)column + 1, row + 1,
                         'A' + (int)column, row + 1, 'A' + (int)column + 1, row + 1, factor);
  lxw_format *format = self->formats[YS_CELL_FIGURE];

  if (figure->denominator == 0)
    keep (self, worksheet_write_formula_str (sheet, row, (lxw_col_t)(column + 2), formula, format, "无法计算"));
  else
    keep (self, worksheet_write_formula_num (sheet, row, (lxw_col_t)(column + 2), formula, format,
                                             (double)figure->numerator / (double)figure->denominator
                                                 * (double)factor));
}

void
ys_workbook_figure (YsWorkbook *self, lxw_worksheet *sheet, guint row, guint column, const YsFigure *figure,
                    YsUnit unit)
{
  gboolean numerator = figure != NULL && figure->kind != YS_FIGURE_VALUE && figure->has_numerator;
  gboolean denominator = figure != NULL && figure->kind == YS_FIGURE_RATIO && figure->has_denominator;

  if (numerator)
    ys_workbook_count (self, sheet, row, column, figure->numerator);
  else
    ys_workbook_text (self, sheet, row, column, NULL, YS_CELL_COUNT);
  if (denominator)
    ys_workbook_count (self, sheet, row, column + 1, figure->denominator);
  else
    ys_workbook_text (self, sheet, row, column + 1, NULL, YS_CELL_COUNT);
  if (numerator && denominator)
    write_share (self, sheet, row, column, figure, unit);
  else if (figure != NULL && figure->kind == YS_FIGURE_VALUE)
    keep (self, worksheet_write_number (sheet, row, (lxw_col_t)(column + 2),
                                        (double)figure->value / (double)YS_DECIMAL_ONE,
                                        self->formats[YS_CELL_FIGURE]));
  else if (figure != NULL && figure->kind == YS_FIGURE_COUNT && numerator)
    ys_workbook_count (self, sheet, row, column + 2, figure->numerator);
  else
    ys_workbook_text (self, sheet, row, column + 2, NULL, YS_CELL_FIGURE);
}
