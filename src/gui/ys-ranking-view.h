/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the place 认定排名 shows: the units of a sheet in order of merit, those without a place, and how far each is from
 * the one above. Made anew for each sheet; the page's parts read it and keep nothing of it beyond the page's next one. */
#pragma once

#include "ys-sheet.h"
#include "ys-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  const YsSheetUnit *unit;   /* of the sheet; NULL: nothing came in */
  const YsUnitInfo *info;    /* of the round */
  const char *group;         /* name of its group where this is the first of several groups; else NULL */
  const YsSheetUnit *above;  /* the ranked one before it in its group; NULL: none */
  const YsSheetUnit *beside; /* whom the opened row compares it with: above, or the one below the first; NULL: none */
  guint days_late;
} YsRankingEntry;

typedef struct
{
  YsWorkspace *workspace;
  YsSheet *sheet;
  YsScoreFigure figure;     /* the switch 测算 · 自评 · 认定 */
  GPtrArray *ranked;        /* YsRankingEntry, group by group in order */
  GPtrArray *waiting;       /* YsRankingEntry: without a place */
  YsPoints most;            /* the longest bar */
  guint open_thresholds;    /* figures that are missing, of all units */
  guint suspected;          /* occurrences */
  guint open_points;        /* scoring points of all units */
} YsRankingView;

YsRankingView *ys_ranking_view_new (YsWorkspace *workspace, YsSheet *sheet, YsScoreFigure figure);
void ys_ranking_view_free (YsRankingView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRankingView, ys_ranking_view_free)

/* NULL where it has no place. */
const YsRankingEntry *ys_ranking_view_get_ranked (const YsRankingView *self, const char *unit);

/* ---- words ---- */
const char *ys_score_figure_label (YsScoreFigure figure); /* "computed", in the reader's language */
const char *ys_sheet_unit_get_grade_name (const YsSheet *sheet, const YsSheetUnit *unit);
/* Suspected occurrences of @unit, and what they would deduct, confirmed one by one. */
guint ys_sheet_unit_count_suspected (const YsSheetUnit *unit, YsPoints *would);
/* Scoring points of @unit that apply, and how many of these are decided. */
guint ys_sheet_unit_count_points (const YsSheetUnit *unit, guint *decided);
/* Missing threshold figures: "N1.1, N1.2"; NULL: none. @count (nullable) gets how many. Full. */
char *ys_sheet_unit_dup_open_thresholds (const YsSheetUnit *unit, guint *count);

G_END_DECLS
