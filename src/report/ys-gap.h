/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes the gap between two units of a sheet: one line a task, bonus point, threshold and occurrence.
 * The lines add up to the gap exactly; what folding into parts, caps and gates leave over is a line of its own. */
#pragma once

#include "ys-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  YS_GAP_TASK,       /* id: its number */
  YS_GAP_BONUS,      /* id: the bonus point */
  YS_GAP_THRESHOLD,  /* id: the negative item */
  YS_GAP_OCCURRENCE, /* id: the occurrence, of one of the two units */
  YS_GAP_REST        /* id: NULL; what is folded, rounded, capped or set by a gate */
} YsGapKind;

typedef struct
{
  YsGapKind kind;
  char *id;
  char *title;        /* Chinese: "32 综治中心规范化" */
  YsPoints own, other; /* what it brings to the total of each; deductions below 0 */
  YsPoints difference; /* own − other, never 0 */
} YsGapLine;

typedef struct
{
  YsPoints difference;      /* total of @unit − total of @other */
  GPtrArray *costs, *gains; /* YsGapLine, below 0 and above 0, largest first */
  YsPoints cost, gain;      /* their sums: cost + gain = difference */
} YsGap;

/* Both units are of @sheet, each in the figure that it rests on (YsSheetUnit.figure). Full. */
YsGap *ys_gap_new (const YsSheet *sheet, const YsSheetUnit *unit, const YsSheetUnit *other);
void ys_gap_free (YsGap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsGap, ys_gap_free)
/* Sum of the differences of @lines from the @from-th on: what stands in 其余 N 项. */
YsPoints ys_gap_sum_from (const GPtrArray *lines, guint from);

G_END_DECLS
