/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the reports share: the report being made, and words for its cells. */
#pragma once

#include "ys-chart.h"
#include "ys-folio.h"
#include "ys-report.h"

G_BEGIN_DECLS

struct _YsReport
{
  YsReportKind kind;
  YsSheet *sheet;
  YsSheetUnit *unit; /* NULL: the whole */
  char *title;
  YsFolio *folio;
};

/* ---- what each kind puts on the pages ---- */
void ys_report_add_self_check (YsReport *self);
void ys_report_add_tasks (YsReport *self);
void ys_report_add_city (YsReport *self);
void ys_report_add_negative (YsReport *self);
void ys_report_add_opinions (YsReport *self, const YsReportOpinions *opinions);

/* ---- pieces ---- */
/* The first page: the title and rows of name and value (NULL-terminated pairs), then who signs. */
void ys_report_add_cover (YsReport *self, const char *const *facts, const char *const *signers);
/* A heading of level 1 to 3, also in the PDF's table of contents. */
void ys_report_add_heading (YsReport *self, guint level, const char *text);
/* "（一）…": a list of sentences, or @none where it is empty. @sentences: of char*. */
void ys_report_add_list (YsReport *self, const GPtrArray *sentences, const char *none);
/* Thresholds, occurrences with all candidates, and the sum of a unit, under headings of @level (1 or 2). */
void ys_report_add_ledger (YsReport *self, const YsSheetUnit *unit, guint level);
/* What the figures rest on, what was missing, which fonts stand in. The last thing of every report. */
void ys_report_add_colophon (YsReport *self);

/* ---- charts ---- */
void ys_report_add_parts_chart (YsReport *self, const YsSheetUnit *unit);
void ys_report_add_counties_chart (YsReport *self);
void ys_report_add_bars_chart (YsReport *self);
void ys_report_add_waterfall (YsReport *self, const YsSheetUnit *unit);

/* ---- words, all full unless said ---- */
const char *ys_report_unit_name (const YsSheetUnit *unit); /* unowned */
/* "示范标准，得分仅供演练；12个得分点待定…" of a unit, or of all; NULL where nothing is to be warned of. */
char *ys_report_warning (const YsSheet *sheet, const YsSheetUnit *unit);
/* "一", "十二", "二十": for headings, up to 99. */
char *ys_report_numeral (guint number);
/* "−4.00"; "0.00" for none. */
char *ys_report_deduction (YsPoints deduction);
/* "97.00%", "0.21/10万", "3" of a figure; NULL where it is missing. As the form shows it. */
char *ys_report_figure_value (const YsFigure *figure, YsUnit unit);
/* "388/400"; "公布值" of one without numerator; "" where nothing is recorded; "388/0（无法计算）". */
char *ys_report_figure_given (const YsFigure *figure);
/* "≥96%"; "" where there is no target. */
char *ys_report_target (YsComparator comparator, gboolean has_target, YsDecimal target, YsUnit unit);
/* "第3-5、7页", with printed labels behind; "全文" where no page is named. */
char *ys_report_pages (const YsCitation *citation);
/* Title with its number of the PDF that is cited, from the submission or the ledger; its digest where it isn't known. */
char *ys_report_evidence_name (const YsSheet *sheet, const YsSheetUnit *unit, const char *digest);
/* Whether a person gave the task, or any task of the unit, a figure of this kind. */
gboolean ys_report_task_has (const YsSheetTask *task, YsScoreFigure figure);
gboolean ys_report_unit_has (const YsSheetUnit *unit, YsScoreFigure figure);
/* The figure of a task for a cell, "—" where nobody gave it. */
char *ys_report_task_figure (const YsSheetTask *task, YsScoreFigure figure);
char *ys_report_point_figure (const YsSheetPoint *point, YsScoreFigure figure);

G_END_DECLS
