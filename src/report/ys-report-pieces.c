/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces that several reports share: cover, headings, lists, charts and the last words. */
#include "ys-chart-sheet.h"
#include "ys-date.h"
#include "ys-report-private.h"

static const YsFolioStyle cover_title = { YS_FONT_TITLE, 28, 44, YS_FOLIO_CENTRE, 0, 60, 0, YS_FOLIO_BLACK, TRUE };
static const YsFolioStyle cover_line = { YS_FONT_TEXT, 15, 34, YS_FOLIO_LEFT, 0, 0, 3, YS_FOLIO_BLACK, FALSE };
static const YsChartStyle chart_style = { YS_CHART_PAPER, NULL, 10 };

void
ys_report_add_cover (YsReport *self, const char *const *facts, const char *const *signers)
{
  const YsFolioColumn columns[] = { { NULL, 1, YS_FOLIO_CENTRE, TRUE }, { NULL, 2.6, YS_FOLIO_LEFT, FALSE } };

  ys_folio_add_space (self->folio, 70);
  ys_folio_add_text (self->folio, &cover_title, self->title);
  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), 13);
  for (guint i = 0; facts[i] != NULL; i += 2)
    ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN, facts + i);
  ys_folio_end_table (self->folio);
  ys_folio_add_space (self->folio, 36);
  for (guint i = 0; signers[i] != NULL; i++)
    ys_folio_add_text (self->folio, &cover_line, signers[i]);
  ys_folio_break_page (self->folio);
}

void
ys_report_add_heading (YsReport *self, guint level, const char *text)
{
  ys_folio_add_outline (self->folio, level, text);
  ys_folio_add (self->folio, (YsFolioStyleName)(YS_FOLIO_HEADING_1 + level - 1), text);
}

void
ys_report_add_list (YsReport *self, const GPtrArray *sentences, const char *none)
{
  if (sentences->len == 0 && none != NULL)
    ys_folio_add (self->folio, YS_FOLIO_SMALL, none);
  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u．%s。", i + 1, (const char *)g_ptr_array_index (sentences, i));

      ys_folio_add (self->folio, YS_FOLIO_SMALL, line);
    }
}

void
ys_report_add_colophon (YsReport *self)
{
  const YsStandard *standard = self->sheet->standard;
  g_autofree char *at = ys_date_to_text (ys_clock_today ());
  g_autofree char *fonts = ys_fonts_dup_statement (ys_folio_get_fonts (self->folio));
  g_autofree char *missing = ys_fonts_dup_missing (ys_folio_get_fonts (self->folio));
  g_autofree char *text = g_strdup_printf (
      "编制说明：本文由验收软件按《%s》第%u版、《%s》第%u版计算并编制，编制日期%s。各项得分保留两位小数，第三位不为零时写出第三位。%s%s%s",
      standard->catalogue->title, standard->catalogue->version, standard->title, standard->version, at,
      standard->sample ? "该评分标准为示范标准，不是任何机关印发的文件，得分仅供演练。" : "", fonts != NULL ? fonts : "",
      missing != NULL ? missing : "");

  ys_folio_end_table (self->folio);
  ys_folio_add_space (self->folio, 6);
  ys_folio_add (self->folio, YS_FOLIO_NOTE, text);
}

/* ---- charts ---- */

/* Data of one drawing; which members are set depends on it. */
typedef struct
{
  GArray *parts, *counties, *lines, *steps, *bars;
  YsPoints maximum;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  g_clear_pointer (&drawing->parts, g_array_unref);
  g_clear_pointer (&drawing->counties, g_array_unref);
  g_clear_pointer (&drawing->lines, g_array_unref);
  g_clear_pointer (&drawing->steps, g_array_unref);
  for (guint i = 0; drawing->bars != NULL && i < drawing->bars->len; i++)
    ys_chart_bar_free ((YsChartBar *)g_array_index (drawing->bars, YsChartNamedBar, i).bar);
  g_clear_pointer (&drawing->bars, g_array_unref);
  g_free (drawing);
}

static void
draw_parts (cairo_t *cr, double width, double height, gpointer data)
{
  const Drawing *drawing = data;
  const YsChartArea area = { 0, 0, width, height };

  ys_chart_draw_parts (cr, &area, (const YsChartPart *)(gconstpointer)drawing->parts->data, drawing->parts->len,
                       &chart_style);
}

static void
draw_counties (cairo_t *cr, double width, double height, gpointer data)
{
  const Drawing *drawing = data;
  const YsChartArea area = { 0, 0, width, height };

  ys_chart_draw_counties (cr, &area, (const YsChartCounty *)(gconstpointer)drawing->counties->data,
                          drawing->counties->len, (const YsChartLine *)(gconstpointer)drawing->lines->data,
                          drawing->lines->len, drawing->maximum, &chart_style);
}

static void
draw_bars (cairo_t *cr, double width, double height, gpointer data)
{
  const Drawing *drawing = data;
  const YsChartArea area = { 0, 0, width, height };

  ys_chart_draw_bars (cr, &area, (const YsChartNamedBar *)(gconstpointer)drawing->bars->data, drawing->bars->len,
                      &chart_style);
}

static void
draw_waterfall (cairo_t *cr, double width, double height, gpointer data)
{
  const Drawing *drawing = data;
  const YsChartArea area = { 0, 0, width, height };

  ys_chart_draw_waterfall (cr, &area, (const YsChartStep *)(gconstpointer)drawing->steps->data, drawing->steps->len,
                           &chart_style);
}

static void
add_chart (YsReport *self, double height, YsFolioDraw draw, Drawing *drawing, const char *caption)
{
  ys_folio_add_space (self->folio, 6);
  ys_folio_add_drawing (self->folio, height, draw, drawing, drawing_free);
  ys_folio_add_space (self->folio, 4);
  ys_folio_add (self->folio, YS_FOLIO_NOTE, caption);
}

void
ys_report_add_parts_chart (YsReport *self, const YsSheetUnit *unit)
{
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->parts = ys_chart_parts_from_sheet (unit);
  add_chart (self, ys_chart_parts_height (drawing->parts->len, &chart_style), draw_parts, drawing,
             "图：各部分得分（上）与已完成任务（下）。");
}

void
ys_report_add_counties_chart (YsReport *self)
{
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->counties = ys_chart_counties_from_sheet (self->sheet);
  drawing->lines = ys_chart_lines_from_standard (self->sheet->standard);
  drawing->maximum = self->sheet->standard->maximum;
  add_chart (self, ys_chart_counties_height (drawing->counties->len, &chart_style), draw_counties, drawing,
             "图：各县区总分。虚线为等次下限，横线为得分点评定后可能的范围，空心为尚未排名。");
}

void
ys_report_add_bars_chart (YsReport *self)
{
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->bars = g_array_new (FALSE, TRUE, sizeof (YsChartNamedBar));
  for (guint i = 0; i < self->sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (self->sheet->units, i);
      YsChartNamedBar bar = { ys_report_unit_name (unit), ys_chart_bar_from_sheet (unit) };

      g_array_append_val (drawing->bars, bar);
    }
  add_chart (self, ys_chart_bars_height (drawing->bars->len, &chart_style), draw_bars, drawing,
             "图：各县区得分构成，右边为总分。");
}

void
ys_report_add_waterfall (YsReport *self, const YsSheetUnit *unit)
{
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->steps = ys_chart_steps_from_sheet (self->sheet, unit);
  add_chart (self, ys_chart_waterfall_height (drawing->steps->len, &chart_style), draw_waterfall, drawing,
             "图：从基础分到总分。斜线为扣分，点为加分。");
}
