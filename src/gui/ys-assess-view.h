/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pane of 县区评审 shows of one cell, taken together once: the county's record, its evidence, and
 * for each scoring point the figures and what the acting person may see of the review. */
#pragma once

#include "ys-workspace-evidence.h"
#include "ys-workspace-review.h"

G_BEGIN_DECLS

/* A scoring point that applies. */
typedef struct
{
  const YsSheetPoint *sheet;      /* of the view's sheet */
  YsPointReview *review;          /* owned */
  char *own, *own_reason;         /* the acting person's score as text, NULL: none */
  char *decided, *decided_reason; /* the lead's decision as text, NULL: none */
  GStrv words;                    /* that may be given instead of points, NULL where none is taken */
} YsAssessPoint;

typedef struct
{
  YsWorkspace *workspace;
  const YsUnitInfo *unit;
  const YsTask *task;
  YsSheet *sheet;
  const YsSheetUnit *sheet_unit; /* NULL where nothing came in */
  const YsSheetTask *sheet_task;
  const YsItem *item;             /* NULL: nothing recorded */
  YsUnitReview *review;           /* owned; NULL where nothing came in */
  GPtrArray *citations;           /* YsCitation, unowned: of the county, then of the city */
  GPtrArray *points;              /* YsAssessPoint */
  GPtrArray *records;             /* YsRecord: of the unit, under a clause of the task; of @facts */
  YsFacts *facts;                 /* NULL where the task counts no records */
  GPtrArray *assessors;           /* YsAssessor: all of the city */
  char *person;                   /* who acts */
  char *own_id;                   /* of the acting person; NULL where he is none */
  gboolean lead, mine;            /* the acting person is lead; is assigned to the task */
  gboolean may_score, may_decide; /* and may do so now */
  char *why_not;                  /* where he is one of both and may not; else NULL */
  YsDate due;                     /* with the unit's extension */
  char *extension_reason;         /* NULL: not extended */
} YsAssessView;

/* @unit and @task are known to the round. */
YsAssessView *ys_assess_view_new (YsWorkspace *workspace, const char *unit, guint task);
void ys_assess_view_free (YsAssessView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsAssessView, ys_assess_view_free)

/* Title of the evidence that @citation names; full. */
char *ys_assess_view_dup_title (const YsAssessView *self, const YsCitation *citation);
/* The verdict on a citation: the acting person's own, else the lead's, else the newest. FALSE: none. */
gboolean ys_assess_view_get_verdict (const YsAssessView *self, const char *citation, YsVerdict *verdict);
/* Name of an assessor; unowned. */
const char *ys_assess_view_get_name (const YsAssessView *self, const char *assessor);
/* Points as figure, or the word; full. */
char *ys_assess_value_dup (gboolean has_points, YsPoints points, const char *word);
/* Sign and word of a verdict, translated: "✓ sufficient". */
const char *ys_assess_verdict_label (YsVerdict verdict);
/* .ok .open .bad */
const char *ys_assess_verdict_class (YsVerdict verdict);

G_END_DECLS
