/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the row of a scoring point says in words: how far the assessors are, what they gave, why the lead
 * decided. */
#pragma once

#include "ys-assess-view.h"

G_BEGIN_DECLS

/* Whether @text reads as points, as people type them. */
gboolean ys_assess_read_points (const char *text, YsPoints *points);
/* Whether two texts mean the same score: "1" and "1.00". */
gboolean ys_assess_is_same_value (const char *one, const char *other);

/* What one should know before scoring, a line each; NULL: nothing. Full. */
char *ys_assess_dup_note (const YsAssessView *view, const YsAssessPoint *point);
/* How the computed figure came about: rule, then what was found. Full. */
char *ys_assess_dup_why (const YsAssessView *view, const YsAssessPoint *point);
/* The column 评审 for who does not score himself: the scores where all are in, else how many are. Full. */
char *ys_assess_dup_scores (const YsAssessPoint *point);

G_END_DECLS
