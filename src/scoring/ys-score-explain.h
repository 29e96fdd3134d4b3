/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to scoring: the reasons of every figure (rule 12). Each function states one reason with its inputs,
 * their record ids and the arithmetic; the sentences stand in ys-why.def. */
#pragma once

#include "ys-score.h"

G_BEGIN_DECLS

/* ---- words: ys-score-text.c ---- */
/* "97.00%（388/400）", "已完成", "3次"; NULL where there is nothing to measure. Full. */
char *ys_score_value_text (YsScore *self, const YsScoreUnit *unit, const YsMeasure *measure,
                           const YsMeasured *measured);
char *ys_score_measure_name (const YsScore *self, const YsMeasure *measure, const YsPoint *own_point);
/* Metric or clause that the measure rests on, for the record id of inputs; may be NULL. */
const char *ys_score_measure_id (const YsScore *self, const YsMeasure *measure);
/* A number in the measure's unit: "95%". Full. */
char *ys_score_number_text (const YsMeasure *measure, YsExact value);
/* A bound in words with its value: "95%", "组平均41.5（3个单位）". Full. */
char *ys_score_bound_text (YsScore *self, const YsScoreUnit *unit, const YsMeasure *measure,
                           const YsBound *bound, YsExact value);
const char *ys_score_bound_name (YsBoundKind kind);
/* "、重复发生×2000‰" for each factor. Full. */
char *ys_score_factors_text (const YsScore *self, const GStrv factors);
/* "满分5.00分", with what can be had beyond it; of a bonus point "最多4.00分". Full. */
char *ys_score_full_text (const YsPoint *point);
/* What an open figure waits for. */
const char *ys_score_open_text (YsOpen open);

/* ---- points: ys-score-why.c, ys-score-why-steps.c, ys-score-why-review.c ---- */
typedef struct
{
  const YsMeasured *measured;
  const YsBandRow *held, *failed; /* the row that holds, and the one just before it; may be NULL */
  YsExact held_bound, failed_bound;
} YsBandsReason;

void ys_score_explain_bands (YsScore *self, YsScoreUnit *unit, const YsPoint *point,
                             const YsBandsReason *reason, YsPoints score, YsSheetPoint *sheet);
void ys_score_explain_line (YsScore *self, YsScoreUnit *unit, const YsPoint *point,
                            const YsMeasured *measured, YsExact a, YsExact b, YsPoints score,
                            YsSheetPoint *sheet);
void ys_score_explain_open_bound (YsScore *self, YsScoreUnit *unit, const YsPoint *point,
                                  const YsBound *bound, YsSheetPoint *sheet);
void ys_score_explain_missing (YsScore *self, YsScoreUnit *unit, const YsPoint *point, YsOpen open,
                               YsSheetPoint *sheet);
void ys_score_explain_not_applying (YsScore *self, YsScoreUnit *unit, YsSheetPoint *sheet);
/* That gates set the point, by the lowest that holds. */
void ys_score_explain_set (YsSheetPoint *sheet, const YsSheetGate *gate);
void ys_score_explain_mean (YsScore *self, YsSheetPoint *sheet, guint n);
/* Adds the citations tied to the point as inputs of @why. */
void ys_score_add_citations (const YsScoreUnit *unit, const YsPoint *point, YsWhy *why);

void ys_score_explain_record (YsScore *self, const YsClause *clause, const YsRecord *record, YsExact amount,
                              gboolean dropped, YsSheetPoint *sheet);
void ys_score_explain_record_clause (YsScore *self, const YsClause *clause, YsPoints amount,
                                     YsSheetPoint *sheet);
void ys_score_explain_clause (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsClause *clause,
                              const YsMeasured *measured, YsExact bound, YsPoints amount,
                              YsSheetPoint *sheet);
void ys_score_explain_steps (YsScore *self, YsScoreUnit *unit, const YsPoint *point,
                             const YsMeasured *measured, YsPoints score, YsSheetPoint *sheet);

void ys_score_explain_assessor (YsScore *self, const YsReviewScore *score, YsPoints points,
                                YsSheetPoint *sheet);
void ys_score_explain_combined (YsScore *self, guint n, YsPoints combined, YsSheetPoint *sheet);
void ys_score_explain_spread (YsScore *self, const GArray *points, YsSheetPoint *sheet);
void ys_score_explain_decision (YsScore *self, const YsDecision *decision, YsSheetPoint *sheet);

/* ---- gates: ys-score-why-gate.c ---- */
/* A gate that holds or waits, with its title in words. Full. */
YsSheetGate *ys_score_show_gate (YsScore *self, YsScoreUnit *unit, const YsGate *gate, YsTask *task,
                                 const YsPoint *point, gboolean waits);
/* The gate on the grade that a negative item sets, by an occurrence or by its figure. Full. */
YsSheetGate *ys_score_show_veto (YsScore *self, const YsNegativeRule *rule, const YsOccurrence *occurrence,
                                 const YsThresholdValue *value);

/* ---- negative list: ys-score-why-negative.c ---- */
void ys_score_show_candidate (YsScore *self, const YsOccurrence *occurrence, const YsTick *tick,
                              const YsNegativeRule *rule, YsPoints amount, YsSheetOccurrence *sheet);
void ys_score_explain_occurrence (YsScore *self, const YsScoreOccurrence *resolved, const char *chosen,
                                  YsSheetOccurrence *sheet);
void ys_score_explain_threshold_missing (YsScore *self, const YsNegativeRule *rule, YsPoints amount,
                                         YsSheetThreshold *sheet);
void ys_score_explain_threshold (YsScore *self, const YsNegativeRule *rule, const YsThresholdValue *value,
                                 YsExact figure, const YsThresholdOutcome *outcome, YsSheetThreshold *sheet);
YsWhy *ys_score_explain_contained (const YsNegativeRule *rule, const GArray *occurrences,
                                   const YsSheetContained *shown, YsPoints reduced);
/* @by_item: sums of the items before their caps. */
void ys_score_explain_deduction (YsScore *self, YsScoreUnit *unit, const YsPoints *by_item);

/* ---- unit: ys-score-why-unit.c, ys-score-why-task.c, ys-score-why-open.c ---- */
void ys_score_explain_parts (YsScore *self, YsScoreUnit *unit);
/* Tasks, parts, base, bonus, total, grade and rank; then what is open and what is warned about. */
void ys_score_explain_unit (YsScore *self, YsScoreUnit *unit);
void ys_score_list_open (YsScore *self, YsScoreUnit *unit);

G_END_DECLS
