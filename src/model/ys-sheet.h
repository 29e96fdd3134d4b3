/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet 得分表: what scoring computes for all units of a round, every figure with its reasons as data.
 * Filled by src/scoring, read by screens, CLI, reports and packages; immutable once returned. */
#pragma once

#include "ys-facts.h"
#include "ys-why.h"

G_BEGIN_DECLS

/* The three figures (scoring.md 11). */
typedef enum
{
  YS_COMPUTED,
  YS_SELF,
  YS_DECIDED,
  YS_N_FIGURES
} YsScoreFigure;

/* Why a point is open: first that holds (cli.md). */
typedef enum
{
  YS_OPEN_NOT,
  YS_OPEN_FIGURE,
  YS_OPEN_GROUP,
  YS_OPEN_BOUND,
  YS_OPEN_WORD,
  YS_OPEN_MANUAL,
  YS_OPEN_CLAIM,
  YS_OPEN_LATE,
  YS_OPEN_MEAN,
  YS_OPEN_AMOUNT,
  YS_OPEN_SELF,
  YS_OPEN_UNDECIDED
} YsOpen;
const char *ys_open_nick (YsOpen open);  /* NULL for NOT */
const char *ys_open_label (YsOpen open); /* Chinese: 待补数据, 待汇总 … */

typedef struct
{
  char *id, *title; /* gate or item; title in words */
  gboolean has_grade;
  guint grade;
  guint permille;
  YsWhy *why;
} YsSheetGate;

typedef struct
{
  const YsPoint *point; /* of the standard */
  gboolean applies;     /* neither for other groups nor under an accepted claim */
  gboolean counts;      /* applies, or counts by share or mean */
  YsPoints score[YS_N_FIGURES];
  gboolean has_self, is_decided;
  YsOpen open[YS_N_FIGURES];
  YsPoints better;    /* computed score with unsettled amounts at their better end */
  YsPoints low, high; /* ends of the range in the chosen figure; = score where not open */
  char *measure_text; /* the measured value as people read it, or NULL: "97.00%（388/400）" */
  gboolean has_attained,
      attained;           /* 达标 of a figure against its bands (one row) or the catalogue's target */
  GPtrArray *why;         /* YsWhy: rule → inputs → arithmetic, of the computed figure */
  GPtrArray *why_decided; /* YsWhy, how the decided one came about; may be empty */
  GPtrArray *gates;       /* YsSheetGate that hold */
  GPtrArray *waiting;     /* YsSheetGate that wait */
} YsSheetPoint;

typedef struct
{
  const YsTaskStandard *standard;
  gboolean applicable;
  YsPoints points; /* applicable points */
  YsPoints sum[YS_N_FIGURES], late[YS_N_FIGURES], score[YS_N_FIGURES];
  guint months;
  gboolean evidence_cap[YS_N_FIGURES];
  gboolean has_evidence;
  char *brings;       /* what it brings to the total, two decimals, for reading only */
  GPtrArray *details; /* YsSheetPoint */
  GPtrArray *why;     /* lateness, evidence, gates, applicability */
  GPtrArray *gates, *waiting;
} YsSheetTask;

typedef struct
{
  const YsHeading *heading;
  YsPoints points; /* with its share of the pool */
  YsPoints share;  /* moved from parts without content; negative where it gave them away */
  YsPoints score[YS_N_FIGURES];
  gboolean has_content;
  GPtrArray *tasks; /* YsSheetTask, catalogue order */
  GPtrArray *gates, *waiting, *why;
} YsSheetPart;

typedef struct
{
  const YsNegativeItem *item;
  YsPoints deduction;
  YsWhy *why;
} YsSheetCandidate;
typedef struct
{
  const YsOccurrence *occurrence;
  gboolean counts;               /* confirmed, dated within the round, not merged away */
  GPtrArray *candidates;         /* YsSheetCandidate, catalogue order */
  const YsNegativeItem *own;     /* the candidate that holds: the largest or the chosen one; NULL: no event item */
  const YsNegativeItem *counted; /* the same where it deducts now, else NULL */
  YsPoints deduction;
  gboolean contained; /* its cases stand in a threshold's figure instead */
  gboolean has_would_deduct;
  YsPoints would_deduct;       /* suspected ones */
  gboolean would_be_contained; /* confirmed, its cases would stand in a threshold's figure instead */
  GPtrArray *why;
} YsSheetOccurrence;
typedef struct
{
  const YsNegativeItem *item;
  const YsThresholdValue *value; /* NULL: none recorded */
  gboolean open, met;
  YsPoints deduction;
  char *shortfall; /* display text, NULL where met or open */
  GPtrArray *why;
} YsSheetThreshold;
typedef struct
{
  const YsNegativeItem *item;
  YsPoints with_cases, without_cases; /* the two sums compared */
  gboolean with_cases_holds;
  YsWhy *why;
} YsSheetContained;

typedef struct
{
  const YsUnitInfo *unit;
  const YsSubmission *submission;
  YsSubmissionState state;
  gboolean has_rank;
  guint rank;
  char *no_rank_reason;     /* Chinese, NULL where ranked */
  gboolean vetoed;          /* by a gate or item that names the lowest grade */
  gboolean no_content;      /* 无可评内容: nothing applies in any part */
  gboolean moved_by_places; /* found no place in a better grade */
  guint grade;              /* index into the standard's grades */
  YsScoreFigure figure;     /* the one that the following rest on */
  YsPoints base, bonus, deduction, total;
  YsPoints total_by_figure[YS_N_FIGURES], base_by_figure[YS_N_FIGURES];
  YsPoints low, high; /* range of the total */
  guint open_points;
  GPtrArray *parts;           /* YsSheetPart */
  YsSheetPoint *points;       /* owned: by index of the point, those of all tasks */
  YsSheetPoint *bonus_points; /* owned: by index of the bonus point */
  guint n_points, n_bonus_points;
  GPtrArray *bonus_details;   /* YsSheetPoint, those that apply */
  GPtrArray *occurrences;     /* YsSheetOccurrence */
  GPtrArray *thresholds;      /* YsSheetThreshold */
  GPtrArray *contained;       /* YsSheetContained */
  GPtrArray *vetoes;          /* YsSheetGate with a grade that hold */
  GPtrArray *gates, *waiting; /* on the total */
  GPtrArray *warnings;        /* char*, Chinese */
  GPtrArray *open;            /* char*, Chinese: what is missing or unverified */
  GPtrArray *why;             /* base, total, grade */
} YsSheetUnit;

typedef struct
{
  YsStandard *standard;  /* owned reference; catalogue through it */
  YsFacts *facts;        /* owned reference: pointers above point into it */
  gboolean with_reasons; /* FALSE: why arrays, texts are empty (fast) */
  GPtrArray *units;      /* YsSheetUnit, by rank, then by code */
} YsSheet;

YsSheet *ys_sheet_new (YsStandard *standard, YsFacts *facts);
YsSheet *ys_sheet_ref (YsSheet *self);
void ys_sheet_unref (YsSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsSheet, ys_sheet_unref)
/* ---- building, for scoring only ---- */
/* A unit's sheet with parts, tasks and points of the standard in place, all figures 0. The caller adds it. */
YsSheetUnit *ys_sheet_unit_new (YsSheet *self, const YsUnitInfo *unit, const YsSubmission *submission);
/* Appends @element (transfer full) to a list of the sheet. Lists without elements are all one shared empty
 * array, which this replaces; nobody else may append to a list. */
void ys_sheet_add (GPtrArray **list, gpointer element, GDestroyNotify free_element);
YsSheetOccurrence *ys_sheet_occurrence_new (const YsOccurrence *occurrence);
YsSheetThreshold *ys_sheet_threshold_new (const YsNegativeItem *item);
void ys_sheet_add_why (GPtrArray **list, YsWhy *why); /* transfer full */
void ys_sheet_gate_free (YsSheetGate *self);
void ys_sheet_candidate_free (YsSheetCandidate *self);
void ys_sheet_occurrence_free (YsSheetOccurrence *self);
void ys_sheet_threshold_free (YsSheetThreshold *self);
void ys_sheet_contained_free (YsSheetContained *self);

/* ---- reading ---- */
YsSheetUnit *ys_sheet_get_unit (const YsSheet *self, const char *unit);
YsSheetTask *ys_sheet_unit_get_task (const YsSheetUnit *self, guint number);
YsSheetPoint *ys_sheet_unit_get_point (const YsSheetUnit *self, const char *point);
/* All sentences of a list of YsWhy one after the other. Full. */
char *ys_sheet_why_to_text (const GPtrArray *why);

G_END_DECLS
