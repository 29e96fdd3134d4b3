/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the place 负面清单 shows of a county, or at the city of all: the newest sheet, its thresholds and
 * occurrences, and what may be changed. Made anew after each change; parts of the page read it and keep nothing of it beyond the call.
 */
#pragma once

#include "ys-workspace-evidence.h"
#include "ys-workspace-negative.h"

G_BEGIN_DECLS

typedef struct
{
  YsWorkspace *workspace;
  YsStandard *standard; /* unowned */
  const YsAssessment *assessment;
  YsSheet *sheet;          /* NULL before the first scoring ended */
  const YsSheetUnit *unit; /* a county's own on the sheet, NULL without it, and at the city */
  GPtrArray *counties;     /* of YsUnitInfo: those of the round that the city leads, in its order; a county: itself */
  GPtrArray *occurrences;  /* of YsSheetOccurrence, newest first; empty without a sheet */
  GPtrArray *unscored;     /* those of @occurrences whose county is not on the sheet yet: nothing is counted for them */
  gboolean is_city, can_edit;
  char *why_not; /* NULL: it can be edited */
} YsNegativeView;

YsNegativeView *ys_negative_view_new (YsWorkspace *workspace);
void ys_negative_view_free (YsNegativeView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsNegativeView, ys_negative_view_free)

/* NULL where there is none. */
const YsSheetOccurrence *ys_negative_view_get_occurrence (const YsNegativeView *self, const char *id);
/* @unit NULL: the own one. */
const YsSheetThreshold *ys_negative_view_get_threshold (const YsNegativeView *self, const char *unit,
                                                        const char *item);
const YsSheetContained *ys_negative_view_get_contained (const YsNegativeView *self, const char *unit,
                                                        const char *item);
/* The name of a unit of the round; its code where there is none. */
const char *ys_negative_view_get_unit_name (const YsNegativeView *self, const char *unit);
gboolean ys_occurrence_has_item (const YsOccurrence *occurrence, const char *item);

/* ---- words ---- */
/* "−5.00", "0.00". Full. */
char *ys_deduction_dup_text (YsPoints points);
/* What stands in the column 扣分: "−5.00", "（−5.00）" while suspected, "counted in the threshold", "—".
 * Full. */
char *ys_occurrence_dup_deduction (const YsSheetOccurrence *shown);
/* "N6.1 · N5.2". Full. */
char *ys_occurrence_dup_items (const YsOccurrence *occurrence);
/* "2021-09-14", or that there is no date. Full. */
char *ys_occurrence_dup_date (const YsOccurrence *occurrence);
/* Sign of a state: icon and css class. */
const char *ys_verification_icon (YsVerification state);
const char *ys_verification_class (YsVerification state);
/* The name of a severity of the standard, NULL where there is none. */
const char *ys_standard_get_severity_name (const YsStandard *standard, const char *id);

G_END_DECLS
