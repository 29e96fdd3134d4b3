/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the city's sheet.xml says of one county: totals, grade, place, and the decided score of each task and point.
 * A county reads its result from it; it is never used for scoring. */
#pragma once

#include "ys-facts.h"
#include "ys-sheet.h"

G_BEGIN_DECLS

typedef struct {
  char *unit, *grade;       /* grade: its id; NULL: none */
  YsSubmissionState state;
  YsScoreFigure figure;     /* the one that the totals rest on */
  guint rank;               /* 0: none */
  YsPoints base, bonus, deduction, total;
  GHashTable *tasks;        /* "7" → YsPoints* */
  GHashTable *points;       /* "P7.1" → YsPoints* */
} YsDecidedScores;

/* The sheet's first unit; NULL with faults. Full. */
YsDecidedScores *ys_decided_scores_read_xml (GBytes *document, const char *file, YsFaults *faults);
void ys_decided_scores_free (YsDecidedScores *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDecidedScores, ys_decided_scores_free)

G_END_DECLS
