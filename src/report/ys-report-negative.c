/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The negative list 负面清单 of a unit: thresholds, occurrences with all their candidate deductions, and the sum.
 * All candidates stand there; those that do not count are struck out with the reason in words. */
#include <string.h>

#include "ys-date.h"
#include "ys-report-private.h"

#define TABLE_SIZE 10.0

/* ---- thresholds ---- */

static void
add_threshold (YsReport *self, const YsSheetThreshold *threshold)
{
  const YsNegativeItem *item = threshold->item;
  const YsFigure *figure = threshold->value != NULL ? &threshold->value->figure : NULL;
  g_autofree char *name = g_strdup_printf ("%s %s", item->id, item->name);
  g_autofree char *wanted = ys_report_target (item->comparator, TRUE, item->target, item->unit);
  g_autofree char *given = ys_report_figure_given (figure);
  g_autofree char *value = ys_report_figure_value (figure, item->unit);
  g_autofree char *deduction = ys_report_deduction (threshold->deduction);
  g_autofree char *verdict = threshold->open  ? g_strdup ("待补")
                             : threshold->met ? g_strdup ("达到")
                                              : g_strconcat ("未达到", threshold->shortfall != NULL ? "，" : "",
                                                             threshold->shortfall, NULL);

  ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN,
                    (const char *const[]){ name, wanted, value != NULL ? value : "", given,
                                           threshold->value != NULL ? threshold->value->source : "", verdict,
                                           deduction });
}

static void
add_thresholds (YsReport *self, const YsSheetUnit *unit)
{
  static const YsFolioColumn columns[]
      = { { "条目", 2.4, YS_FOLIO_LEFT, FALSE },    { "要求", 1.2, YS_FOLIO_CENTRE, FALSE },
          { "数值", 1.2, YS_FOLIO_RIGHT, FALSE },   { "填报", 1.3, YS_FOLIO_RIGHT, FALSE },
          { "来源", 1.7, YS_FOLIO_LEFT, FALSE },    { "结果", 1.5, YS_FOLIO_LEFT, FALSE },
          { "扣分", 1, YS_FOLIO_RIGHT, FALSE } };

  if (unit->thresholds->len == 0)
    {
      ys_folio_add (self->folio, YS_FOLIO_SMALL, "没有阈值指标。");
      return;
    }
  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), TABLE_SIZE);
  for (guint i = 0; i < unit->thresholds->len; i++)
    add_threshold (self, g_ptr_array_index (unit->thresholds, i));
  ys_folio_end_table (self->folio);
  for (guint i = 0; i < unit->thresholds->len; i++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (unit->thresholds, i);
      g_autofree char *why = ys_sheet_why_to_text (threshold->why);

      if (!threshold->met && why[0] != '\0')
        ys_folio_add (self->folio, YS_FOLIO_SMALL, why);
    }
  for (guint i = 0; i < unit->contained->len; i++)
    {
      const YsSheetContained *contained = g_ptr_array_index (unit->contained, i);
      g_autofree char *why = contained->why != NULL ? ys_why_to_text (contained->why) : NULL;

      if (why != NULL)
        ys_folio_add (self->folio, YS_FOLIO_SMALL, why);
    }
}

/* ---- occurrences ---- */

static const char *
severity_name (const YsReport *self, const YsOccurrence *occurrence, const char *item)
{
  const char *id = NULL;

  for (guint i = 0; i < occurrence->ticks->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (occurrence->ticks, i);

      if (strcmp (tick->item, item) == 0)
        id = tick->severity;
    }
  for (guint i = 0; id != NULL && i < self->sheet->standard->severities->len; i++)
    {
      const YsSeverity *severity = g_ptr_array_index (self->sheet->standard->severities, i);

      if (strcmp (severity->id, id) == 0)
        return severity->name;
    }
  return "—";
}

/* "2021-09-14，已认定，1起，死亡2人，重复发生" */
static char *
facts_text (const YsReport *self, const YsOccurrence *occurrence)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = ys_date_to_text (occurrence->date);

  g_string_append_printf (text, "发生日期：%s　核实情况：%s", date[0] != '\0' ? date : "未填",
                          ys_verification_label (occurrence->state));
  if (occurrence->count != 1)
    g_string_append_printf (text, "　次数：%" G_GINT64_FORMAT, occurrence->count);
  if (occurrence->has_deaths)
    g_string_append_printf (text, "　死亡：%" G_GINT64_FORMAT "人", occurrence->deaths);
  for (guint i = 0; occurrence->factors != NULL && occurrence->factors[i] != NULL; i++)
    for (guint j = 0; j < self->sheet->standard->factors->len; j++)
      {
        const YsFactor *factor = g_ptr_array_index (self->sheet->standard->factors, j);

        if (strcmp (factor->id, occurrence->factors[i]) == 0)
          g_string_append_printf (text, "　%s", factor->name);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What counts of one candidate: "−8.00"; "（−5.00）" of one that is not confirmed; "—" of one that does not. */
static char *
counted_text (const YsSheetOccurrence *shown, gboolean counted)
{
  g_autofree char *deduction = ys_report_deduction (shown->deduction);

  return counted ? g_steal_pointer (&deduction) : g_strdup ("—");
}

static void
add_candidates (YsReport *self, const YsSheetOccurrence *shown)
{
  static const YsFolioColumn columns[] = { { "涉及条目", 4, YS_FOLIO_LEFT, FALSE },
                                           { "程度", 1, YS_FOLIO_CENTRE, FALSE },
                                           { "应扣", 1, YS_FOLIO_RIGHT, FALSE },
                                           { "计入", 1, YS_FOLIO_RIGHT, FALSE } };
  g_autofree char *sum = ys_report_deduction (shown->deduction);

  if (shown->candidates->len == 0)
    return;
  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), TABLE_SIZE);
  for (guint i = 0; i < shown->candidates->len; i++)
    {
      const YsSheetCandidate *candidate = g_ptr_array_index (shown->candidates, i);
      gboolean counted = candidate->item == shown->counted;
      g_autofree char *name = g_strdup_printf ("%s %s", candidate->item->id, candidate->item->name);
      g_autofree char *due = ys_report_deduction (candidate->deduction);
      g_autofree char *taken = counted_text (shown, counted);

      ys_folio_add_row (self->folio,
                        counted                                 ? YS_FOLIO_ROW_PLAIN
                        : shown->occurrence->state == YS_VERIFY_SUSPECTED ? YS_FOLIO_ROW_GREY
                                                                : YS_FOLIO_ROW_STRUCK | YS_FOLIO_ROW_GREY,
                        (const char *const[]){ name, severity_name (self, shown->occurrence, candidate->item->id), due,
                                               taken });
    }
  ys_folio_add_row (self->folio, YS_FOLIO_ROW_STRONG, (const char *const[]){ "计入扣分", "", "", sum });
  ys_folio_end_table (self->folio);
}

static void
add_occurrence (YsReport *self, const YsSheetUnit *unit, const YsSheetOccurrence *shown, guint number)
{
  const YsOccurrence *occurrence = shown->occurrence;
  g_autofree char *title = g_strdup_printf ("%u．%s", number, occurrence->title);
  g_autofree char *facts = facts_text (self, occurrence);
  g_autofree char *why = ys_sheet_why_to_text (shown->why);

  ys_report_add_heading (self, 3, title);
  ys_folio_add (self->folio, YS_FOLIO_SMALL, facts);
  if (occurrence->summary != NULL && occurrence->summary[0] != '\0')
    ys_folio_add (self->folio, YS_FOLIO_SMALL, occurrence->summary);
  for (guint i = 0; i < occurrence->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (occurrence->citations, i);
      g_autofree char *name = ys_report_evidence_name (self->sheet, unit, citation->evidence);
      g_autofree char *pages = ys_report_pages (citation);
      g_autofree char *line = g_strdup_printf ("佐证：%s，%s。", name, pages);

      ys_folio_add (self->folio, YS_FOLIO_SMALL, line);
    }
  add_candidates (self, shown);
  if (why[0] != '\0')
    ys_folio_add (self->folio, YS_FOLIO_SMALL, why);
}

/* ---- the sum ---- */

/* Of the unit's reasons only those of the deduction; the others speak of base and total. */
static void
add_sum (YsReport *self, const YsSheetUnit *unit)
{
  g_autofree char *deduction = ys_points_to_display (unit->deduction);
  g_autofree char *line = g_strdup_printf ("负面清单共扣%s分。", deduction);
  gboolean told = FALSE;

  for (guint i = 0; i < unit->why->len; i++)
    {
      const YsWhy *why = g_ptr_array_index (unit->why, i);
      g_autofree char *sentence = why->code == YS_WHY_DEDUCTION ? ys_why_to_text (why) : NULL;

      if (sentence == NULL)
        continue;
      ys_folio_add (self->folio, YS_FOLIO_TEXT, sentence);
      told = TRUE;
    }
  if (!told)
    ys_folio_add (self->folio, YS_FOLIO_TEXT, line);
  for (guint i = 0; i < unit->vetoes->len; i++)
    {
      const YsSheetGate *veto = g_ptr_array_index (unit->vetoes, i);
      const YsGrade *grade = g_ptr_array_index (self->sheet->standard->grades, veto->grade);
      g_autofree char *why = veto->why != NULL
                                 ? ys_why_to_text (veto->why)
                                 : g_strdup_printf ("按“%s”，等次最高为%s。", veto->title, grade->name);

      ys_folio_add (self->folio, YS_FOLIO_TEXT, why);
    }
}

void
ys_report_add_ledger (YsReport *self, const YsSheetUnit *unit, guint level)
{
  static const char *const titles[][3] = { { "一、阈值指标", "二、负面情形", "三、扣分合计" },
                                           { "（一）阈值指标", "（二）负面情形", "（三）扣分合计" } };

  ys_report_add_heading (self, level, titles[level - 1][0]);
  add_thresholds (self, unit);
  ys_report_add_heading (self, level, titles[level - 1][1]);
  if (unit->occurrences->len == 0)
    ys_folio_add (self->folio, YS_FOLIO_TEXT, "没有登记负面情形。");
  for (guint i = 0; i < unit->occurrences->len; i++)
    add_occurrence (self, unit, g_ptr_array_index (unit->occurrences, i), i + 1);
  ys_report_add_heading (self, level, titles[level - 1][2]);
  add_sum (self, unit);
}

void
ys_report_add_negative (YsReport *self)
{
  const YsAssessment *assessment = self->sheet->facts->assessment;
  g_autofree char *first = ys_date_to_text (assessment->first), *last = ys_date_to_text (assessment->last);
  g_autofree char *scope = g_strdup_printf (
      "依据《%s》第%u版，对%s%s至%s期间的阈值指标和负面情形认定如下。同一情形只扣一次，取应扣最大的条目；待核实的不扣分。",
      self->sheet->standard->title, self->sheet->standard->version, ys_report_unit_name (self->unit), first, last);

  ys_folio_add (self->folio, YS_FOLIO_TITLE, self->title);
  ys_folio_add (self->folio, YS_FOLIO_TEXT, scope);
  ys_report_add_ledger (self, self->unit, 1);
  if (self->unit->deduction > 0)
    ys_report_add_waterfall (self, self->unit);
  ys_folio_need_room (self->folio, 90);
  ys_folio_add (self->folio, YS_FOLIO_TEXT, "认定单位（盖章）：");
  ys_folio_add (self->folio, YS_FOLIO_TEXT, "组长（签字）：");
  ys_folio_add (self->folio, YS_FOLIO_TEXT, "日　　期：　　　　年　　月　　日");
}
