/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for the cells of reports: figures, pages, names. Points and figures become text in base alone. */
#include <string.h>

#include "ys-report-private.h"

const char *
ys_report_unit_name (const YsSheetUnit *unit)
{
  return unit->unit != NULL ? unit->unit->name : unit->submission->unit;
}

/* What is open in @unit, added to the three counts. */
static void
count_open (const YsSheetUnit *unit, guint *points, guint *thresholds, guint *suspected)
{
  *points += unit->open_points;
  for (guint i = 0; i < unit->thresholds->len; i++)
    *thresholds += ((YsSheetThreshold *)g_ptr_array_index (unit->thresholds, i))->open;
  for (guint i = 0; i < unit->occurrences->len; i++)
    *suspected += ((YsSheetOccurrence *)g_ptr_array_index (unit->occurrences, i))->has_would_deduct;
}

static void
warn (GString *text, const char *format, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (n == 0)
    return;
  g_string_append_printf (text, "%s%s%s", text->len > 0 ? "；" : "", number, format);
}

char *
ys_report_warning (const YsSheet *sheet, const YsSheetUnit *unit)
{
  g_autoptr (GString) text = g_string_new (sheet->standard->sample ? "示范标准，得分仅供演练" : "");
  guint points = 0, thresholds = 0, suspected = 0;

  if (unit != NULL)
    count_open (unit, &points, &thresholds, &suspected);
  else
    for (guint i = 0; i < sheet->units->len; i++)
      count_open (g_ptr_array_index (sheet->units, i), &points, &thresholds, &suspected);
  warn (text, "个得分点待定", points);
  warn (text, "项阈值待补", thresholds);
  warn (text, "起情形待核实，未计入", suspected);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
ys_report_numeral (guint number)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  guint tens = number / 10 % 10;

  return g_strconcat (tens > 1 ? digits[tens] : "", tens > 0 ? "十" : "", digits[number % 10], NULL);
}

char *
ys_report_deduction (YsPoints deduction)
{
  g_autofree char *size = ys_points_to_display (deduction);

  return deduction > 0 ? g_strconcat ("−", size, NULL) : g_steal_pointer (&size);
}

char *
ys_report_figure_value (const YsFigure *figure, YsUnit unit)
{
  g_autofree char *plain = NULL;
  mpq_t value;

  if (ys_figure_is_missing (figure))
    return NULL;
  if (figure->kind == YS_FIGURE_VALUE)
    plain = ys_decimal_to_text (figure->value);
  else
    {
      mpq_init (value);
      ys_figure_to_rational (figure, unit, value);
      plain = ys_rational_to_text (value, unit == YS_UNIT_COUNT ? 0 : 2);
      mpq_clear (value);
    }
  return g_strconcat (plain, ys_unit_sign (unit), NULL);
}

char *
ys_report_figure_given (const YsFigure *figure)
{
  g_autofree char *text = NULL;

  if (figure == NULL || figure->kind == YS_FIGURE_NONE)
    return g_strdup ("");
  if (figure->kind == YS_FIGURE_VALUE)
    return g_strdup ("公布值");
  text = ys_figure_to_text (figure);
  if (figure->kind == YS_FIGURE_RATIO && figure->has_numerator && figure->has_denominator
      && figure->denominator == 0)
    return g_strconcat (text, "（无法计算）", NULL);
  return g_steal_pointer (&text);
}

char *
ys_report_target (YsComparator comparator, gboolean has_target, YsDecimal target, YsUnit unit)
{
  g_autofree char *number = NULL;

  if (!has_target)
    return g_strdup (comparator == YS_COMPARE_FALLING ? "逐年下降" : "");
  number = ys_decimal_to_text (target);
  return g_strconcat (ys_comparator_sign (comparator), number, ys_unit_sign (unit), NULL);
}

char *
ys_report_pages (const YsCitation *citation)
{
  g_autofree char *pages = NULL;
  g_auto (GStrv) parts = NULL;

  if (citation->pages == NULL || citation->pages[0] == '\0')
    return g_strdup ("全文");
  parts = g_strsplit (citation->pages, " ", -1);
  pages = g_strjoinv ("、", parts);
  if (citation->labels != NULL && citation->labels[0] != '\0' && strcmp (citation->labels, citation->pages) != 0)
    return g_strdup_printf ("第%s页（页码%s）", pages, citation->labels);
  return g_strdup_printf ("第%s页", pages);
}

static const YsEvidence *
find_evidence (const GPtrArray *list, const char *digest)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const YsEvidence *evidence = g_ptr_array_index (list, i);

      if (g_strcmp0 (evidence->digest, digest) == 0)
        return evidence;
    }
  return NULL;
}

char *
ys_report_evidence_name (const YsSheet *sheet, const YsSheetUnit *unit, const char *digest)
{
  const YsEvidence *evidence = find_evidence (unit->submission->evidence, digest);
  const YsUnitReview *review
      = sheet->facts->review != NULL ? ys_review_get_unit (sheet->facts->review, unit->submission->unit) : NULL;

  if (evidence == NULL && sheet->facts->ledger != NULL)
    evidence = find_evidence (sheet->facts->ledger->evidence, digest);
  if (evidence == NULL && review != NULL)
    evidence = find_evidence (review->evidence, digest);
  if (evidence == NULL)
    return g_strdup_printf ("编号%.12s的材料（清单中没有）", digest != NULL ? digest : "");
  return g_strdup_printf ("%s%s%s%s%s", evidence->title, evidence->number != NULL ? "（" : "",
                          evidence->number != NULL ? evidence->number : "", evidence->number != NULL ? "）" : "",
                          evidence->present ? "" : "（文件缺失）");
}

/* What a gate sets, and what counts without applying, stands in all three figures, whoever scored. */
static gboolean
point_has (const YsSheetPoint *point, YsScoreFigure figure)
{
  if (figure == YS_COMPUTED || point->gates->len > 0 || (point->counts && !point->applies))
    return TRUE;
  return figure == YS_SELF ? point->has_self : point->is_decided;
}

gboolean
ys_report_task_has (const YsSheetTask *task, YsScoreFigure figure)
{
  for (guint i = 0; i < task->details->len; i++)
    {
      const YsSheetPoint *point = g_ptr_array_index (task->details, i);

      if (figure == YS_SELF ? point->has_self : point->is_decided)
        return TRUE;
    }
  return figure == YS_COMPUTED;
}

gboolean
ys_report_unit_has (const YsSheetUnit *unit, YsScoreFigure figure)
{
  for (guint i = 0; i < unit->n_points; i++)
    if (figure == YS_SELF ? unit->points[i].has_self : unit->points[i].is_decided)
      return TRUE;
  return figure == YS_COMPUTED;
}

char *
ys_report_task_figure (const YsSheetTask *task, YsScoreFigure figure)
{
  return ys_report_task_has (task, figure) ? ys_points_to_display (task->score[figure]) : g_strdup ("—");
}

char *
ys_report_point_figure (const YsSheetPoint *point, YsScoreFigure figure)
{
  return point_has (point, figure) ? ys_points_to_display (point->score[figure]) : g_strdup ("—");
}
