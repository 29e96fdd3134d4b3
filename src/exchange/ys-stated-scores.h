/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores that a sheet.xml states, to be held against recomputed ones; never used for scoring. */
#pragma once

#include "ys-error.h"
#include "ys-points.h"

G_BEGIN_DECLS

typedef struct {
  char *id; /* part id or task number */
  YsPoints score;
} YsStatedScore;

/* One unit's; parts and tasks in the order of the document. */
typedef struct {
  char *unit;
  YsPoints total, base, bonus, deduction;
  GArray *parts, *tasks; /* of YsStatedScore */
} YsStatedScores;

/* What the sheet says of its first unit; NULL with faults. */
YsStatedScores *ys_stated_scores_read_xml (GBytes *document, const char *file, YsFaults *faults);
void ys_stated_scores_free (YsStatedScores *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsStatedScores, ys_stated_scores_free)

G_END_DECLS
