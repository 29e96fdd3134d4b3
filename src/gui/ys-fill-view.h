/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form shows of one task: catalogue, standard, the newest sheet and the citations, taken together
 * once. Made anew after each change; cards read it and keep nothing of it beyond the call. */
#pragma once

#include "ys-workspace-evidence.h"

G_BEGIN_DECLS

typedef struct
{
  YsWorkspace *workspace;
  YsStandard *standard; /* unowned */
  const YsTask *task;
  const YsTaskStandard *in_standard;
  YsSheet *sheet;          /* NULL before the first scoring ended */
  const YsSheetUnit *unit; /* these are of the sheet, NULL without it */
  const YsSheetTask *sheet_task;
  const YsItem *item;   /* as the sheet's facts have it; NULL: nothing recorded */
  GPtrArray *citations; /* of YsCitation: all of the task and its points */
  gboolean can_edit;
} YsFillView;

/* NULL where the catalogue has no task @number. */
YsFillView *ys_fill_view_new (YsWorkspace *workspace, guint number);
void ys_fill_view_free (YsFillView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFillView, ys_fill_view_free)

YsItemState ys_fill_view_get_state (const YsFillView *self);
/* Ids of the metrics, and of the documents, that this form asks for; in form order. NULL-terminated, full. */
GStrv ys_fill_view_dup_metrics (const YsFillView *self);
GStrv ys_fill_view_dup_documents (const YsFillView *self);
/* Whether a rule of the task compares @metric with the year before. */
gboolean ys_fill_view_needs_before (const YsFillView *self, const YsMetric *metric);
/* The point that measures the metric, or the document; NULL where none does. */
const YsSheetPoint *ys_fill_view_get_metric_point (const YsFillView *self, const YsMetric *metric);
const YsSheetPoint *ys_fill_view_get_document_point (const YsFillView *self,
                                                     const YsCatalogueDocument *document);
/* The recorded figure of @year, or NULL. */
const YsFigure *ys_fill_view_get_figure (const YsFillView *self, const char *metric, int year);
/* The first citation tied to @point (NULL: to anything of the task), or NULL. */
const YsCitation *ys_fill_view_get_citation (const YsFillView *self, const char *point);

/* ---- words ---- */
/* "97.00%", "2" with two decimals for all but counts; NULL where missing. Full. */
char *ys_figure_dup_display (const YsFigure *figure, YsUnit unit);
/* "≥ 100%", or the comparator's word where there is no number. Full. */
char *ys_metric_dup_target (const YsMetric *metric);
/* "Page 3", "Pages 3-5 7", or "Whole file". Full. */
char *ys_citation_dup_pages (const YsCitation *citation);
/* The first page that it names, 1-based; 1 where it names none. */
guint ys_citation_get_first_page (const YsCitation *citation);
/* Icon and name of the sign of a state. */
const char *ys_item_state_icon (YsItemState state);

G_END_DECLS
