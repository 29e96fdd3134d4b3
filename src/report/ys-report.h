/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official reports of a sheet: self-check report, city summary with ranking, negative-list record, opinion sheet.
 * Same figures as on screen to the last digit; a report once made can be printed page by page or kept as PDF. */
#pragma once

#include <cairo.h>

#include "ys-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  YS_REPORT_SELF_CHECK, /* 自查报告 of a unit */
  YS_REPORT_CITY,       /* 全市汇总 with the ranking, of all units of the sheet */
  YS_REPORT_NEGATIVE,   /* 负面清单认定书 of a unit */
  YS_REPORT_OPINION,    /* 审核意见书 of a unit, or of the whole city */
  YS_N_REPORTS
} YsReportKind;

/* "self-check", "city", "negative", "opinion"; and back. */
const char *ys_report_kind_nick (YsReportKind kind);
gboolean ys_report_kind_from_nick (const char *nick, YsReportKind *kind);
/* What people call it, always Chinese. */
const char *ys_report_kind_label (YsReportKind kind);
/* Whether it is of one unit. An opinion sheet may be of a unit. */
gboolean ys_report_kind_needs_unit (YsReportKind kind);

/* One opinion 审核意见 as the reviewing office gave it. Borrowed texts; those marked so may be NULL. */
typedef struct
{
  const char *subject; /* 全市, 金台区, 金台区 第17项 政务服务便利化 */
  const char *verdict; /* 同意, 质询, 不同意 */
  gboolean has_points;
  YsPoints points;     /* that the reviewer holds right */
  const char *reason;  /* NULL */
  const char *answer;  /* of the lower office; NULL */
  const char *by, *at; /* who, and the day; NULL */
} YsReportOpinion;
typedef struct
{
  const char *office;     /* that reviews: 省委政法委 */
  const char *stage;      /* 初审, 复审验收 */
  const char *conclusion; /* 通过, 整改后通过, 不通过; NULL: not drawn yet */
  const char *conclusion_reason, *conclusion_by, *conclusion_at; /* NULL */
  const YsReportOpinion *opinions;
  guint n_opinions;
} YsReportOpinions;

typedef struct _YsReport YsReport;

/**
 * ys_report_new:
 * @sheet: with reasons; the report keeps a reference
 * @unit: (nullable): code; NULL for the whole
 * @opinions: (nullable): only for an opinion sheet
 *
 * Lays the whole report out; long for a self-check report (some 60 pages), so not on the main loop. It may be drawn on
 * another thread afterwards, by one at a time. Returns: (transfer full): NULL with NOT_FOUND where the sheet has no
 * such unit, or FONTS where this computer has no Chinese font.
 */
YsReport *ys_report_new (YsReportKind kind, YsSheet *sheet, const char *unit, const YsReportOpinions *opinions,
                         GError **error);
void ys_report_free (YsReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsReport, ys_report_free)

const char *ys_report_get_title (const YsReport *self);
guint ys_report_count_pages (const YsReport *self);
/* @page from 0, A4; @cr in points from the upper left corner of the sheet, as GtkPrintOperation gives it. */
void ys_report_draw_page (YsReport *self, guint page, cairo_t *cr);
/* The PDF, fonts embedded; same sheet and clock, same bytes. */
GBytes *ys_report_dup_pdf (YsReport *self, GError **error);
/* What could not be drawn with the fonts of this computer, in words; NULL where all was. The report's last page says
 * the same. Chinese. Full. */
char *ys_report_dup_missing (const YsReport *self);

G_END_DECLS
