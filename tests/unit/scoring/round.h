/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small round for tests of scoring: what a test cares about is written as XML, the rest stands as it is.
 * Two parts, three tasks, four metrics, two threshold and two event items, units 990101 to 990104 of group
 * G1. */
#pragma once

#include "ys-scoring.h"

G_BEGIN_DECLS

#define ROUND_UNITS 4

/* Every field may be NULL: then the plainest thing stands there. */
typedef struct
{
  const char *part1, *part2;    /* gates and tasks 1 and 2 of part I-1 (8 points), task 3 of I-2 (2 points) */
  const char *before_grades;    /* states, late, evidence, review */
  const char *grades, *total;   /* grades; gates on the total */
  const char *negative, *bonus; /* content of these elements */
  const char *negative_cap, *bonus_cap;
  const char *maximum, *decimals;
  const char *assessment;              /* targets, published, extensions */
  const char *submission[ROUND_UNITS]; /* content; NULL: this unit has not submitted */
  const char *ledger, *review;         /* content */
  const char *thresholds;              /* threshold values, which stand after the ledger's other content */
  const char *second_group;            /* id of the unit that stands in group G2 */
} Round;

/* The sheet with reasons; the test fails with the first fault if there is one. */
YsSheet *round_score (const Round *round, YsScoreFlags flags);
/* The faults that keep the facts from being scored; fails if there are none. The standard must be sound. */
YsFaults *round_refuse (const Round *round);

#define A "990101"
#define B "990102"
#define C "990103"
#define D "990104"

/* Figures as exact texts, "3.000". */
void assert_point (YsSheet *sheet, const char *unit, const char *point, YsScoreFigure figure,
                   const char *expected);
void assert_open (YsSheet *sheet, const char *unit, const char *point, YsScoreFigure figure, YsOpen expected);
void assert_task (YsSheet *sheet, const char *unit, guint task, YsScoreFigure figure, const char *expected);
void assert_amount (YsPoints points, const char *expected);
/* Scores one point (task 1, id P) with the facts of unit A and compares its computed score. */
void assert_scored (const char *point, const char *facts, const char *expected);

G_END_DECLS
