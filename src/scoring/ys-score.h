/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to scoring: what one call of ys_score() holds while it works. Standard and facts stand in flat
 * arrays of indices (unit × task, point, metric, clause, item), so that no rule looks anything up by name. */
#pragma once

#include "ys-exact.h"
#include "ys-scoring.h"
#include "ys-why.h"

G_BEGIN_DECLS

/* What is known of a scoring point for one unit before any rule acts. */
typedef enum
{
  YS_POINT_APPLIES = 1 << 0, /* neither for other groups nor under an accepted claim, in an applicable task */
  YS_POINT_COUNTS = 1 << 1,  /* applies, or counts by share or mean */
  YS_POINT_CITED = 1 << 2,   /* a citation tied to it, whose PDF is there */
} YsScorePointFlags;

typedef enum
{
  YS_TASK_APPLICABLE = 1 << 0,
  YS_TASK_EVIDENCE = 1 << 1,         /* rule 7 without verdicts */
  YS_TASK_EVIDENCE_DECIDED = 1 << 2, /* rule 7 with them */
  YS_TASK_NO_LATE_LOSS = 1 << 3,     /* one of its points that apply measures `late` */
  YS_TASK_LATE_OPEN = 1 << 4,        /* done without a date */
  YS_TASK_CLAIMED = 1 << 5,          /* n/a accepted by the city */
  YS_TASK_COUNTS = 1 << 6,           /* at least one point counts */
} YsScoreTaskFlags;

#define YS_NO_GATE (-1)

typedef struct
{
  const YsCitation *citation;
  guint task;    /* index */
  gboolean tied; /* to the task or a point that applies */
  gboolean present;
  gboolean judged;
  YsVerdict verdict;
} YsScoreCitation;

/* One unit of the round. Arrays are by index; elements are NULL or 0 where nothing was recorded. */
typedef struct
{
  const YsUnitInfo *info;
  const YsSubmission *submission;
  const YsUnitReview *review;
  guint group;                         /* index of standard->groups, or their number: none */
  const YsItem **items;                /* by task */
  const YsRecordedFigure **figures;    /* by metric, of the data year */
  const YsRecordedFigure **befores;    /* by metric, of the year before */
  const YsNamedBound **targets;        /* by metric × 2, growth second; NULL: the unit has none */
  const YsExtension **extensions;      /* by task; NULL: the unit has none */
  const YsSelfScore **self;            /* by point */
  const YsDecision **decisions;        /* by point; NULL: no review */
  GPtrArray **scores;                  /* by point, of YsReviewScore; NULL: no review */
  const YsPointClaim **claims;         /* by point: the county's own */
  const char **accepted;               /* by point: the reason of the accepted claim */
  GPtrArray **records;                 /* by clause, of YsRecord that count, by id; NULL: none at all */
  const YsThresholdValue **thresholds; /* by item; NULL: none at all */
  GPtrArray *occurrences;              /* of YsOccurrence, by id, merged ones among them; NULL: none */
  GArray *citations;                   /* of YsScoreCitation */
  guint8 *point_flags, *task_flags;
  gint *task_gates, *part_gates, total_gate; /* the lowest ‰ that a gate sets, else YS_NO_GATE */
  guint grade_limit;                         /* best grade that gates and vetoes leave; 0: any */
  YsPoints *part_points;                     /* with the share of the pool */
  YsPoints *task_points;                     /* applicable points */
  guint *task_months;                        /* months begun after the due date (rule 6) */
  YsPoints *part_tasks;                      /* sum of applicable task points */
  YsSheetUnit *sheet;
} YsScoreUnit;

/* What group bounds rest on, made when first asked for. */
typedef struct
{
  gboolean made, has_mean, is_sorted;
  GArray *numbers; /* of YsExact: units of the group that have a figure */
  YsExact smallest, largest, mean;
} YsScoreGroupFigures;

typedef struct
{
  YsStandard *standard;
  YsCatalogue *catalogue;
  YsFacts *facts;
  YsAssessment *assessment;
  YsScoreFlags flags;
  gboolean reasons;
  YsSheet *sheet;
  YsExactPool *pool;
  guint n_units, n_points, n_tasks, n_metrics, n_clauses, n_items, n_parts, n_groups;
  YsScoreUnit *units;
  GHashTable *unit_by_id;             /* → YsScoreUnit */
  GHashTable *leads;                  /* ids of assessors who lead */
  const YsNamedBound **published;     /* by metric × 2 */
  YsScoreGroupFigures *metric_groups; /* (group × metrics + metric) × 2, growth second */
  YsScoreGroupFigures *clause_groups; /* group × clauses + clause */
  guint *point_part;                  /* part index by point */
  guint *first_point;                 /* by task: index of its first point; n_tasks + 1 entries */
  YsPoints *low, *high;               /* scores of one unit at the ends of its range, by point */
  YsPoints *scores;                   /* room for the scores of one run, by point */
} YsScore;

/* ---- facts: ys-score-facts.c, ys-score-applies.c ---- */
void ys_score_index_facts (YsScore *self);
void ys_score_unit_clear (YsScoreUnit *unit, guint n_points, guint n_clauses);
/* Ties citations to tasks and points; needs what applies. */
void ys_score_index_citations (YsScore *self, YsScoreUnit *unit);
/* What applies to the unit (rule 4), with its sums. */
void ys_score_index_applies (YsScore *self, YsScoreUnit *unit);
/* The day a task is due for a unit, its extension included. */
YsDate ys_score_due (const YsScoreUnit *unit, const YsTask *task);
/* Done by the closing date with a date; and the day on which the task counts as completed. */
gboolean ys_score_done_in_time (const YsScore *self, const YsScoreUnit *unit, const YsTask *task);
YsDate ys_score_completed (const YsScore *self, const YsScoreUnit *unit, const YsTask *task);

/* ---- measure: ys-score-measure.c ---- */
typedef struct
{
  gboolean missing; /* no value at all; @open says why */
  YsOpen open;      /* also of a word that stands at what is recorded */
  gboolean is_word;
  guint word; /* state: YsItemState; document: 0 proven, 1 recorded, 2 none */
  YsExact value;
} YsMeasured;

YsMeasured ys_score_measure (YsScore *self, YsScoreUnit *unit, const YsMeasure *measure, YsTask *own_task,
                             const YsPoint *own_point);
/* The figure of a metric or its growth; FALSE if missing. */
gboolean ys_score_metric (YsScore *self, const YsScoreUnit *unit, const YsMetric *metric, YsMetricAs as,
                          YsExact *value);
gint64 ys_score_count_records (const YsScoreUnit *unit, guint clause);
/* Position of a word of state or document rows and gates: as YsMeasured.word. */
guint ys_score_word (YsMeasureKind kind, const char *word);

/* ---- bounds: ys-score-bound.c ---- */
/* The value of @bound for what @measure measures. Else why it is open. */
gboolean ys_score_bound (YsScore *self, YsScoreUnit *unit, const YsMeasure *measure, const YsBound *bound,
                         gboolean high_is_better, YsExact *value, YsOpen *open);
YsScoreGroupFigures *ys_score_group_figures (YsScore *self, guint group, const YsMeasure *measure);
/* 1 + the units of the group strictly better; 0 where fewer than two have a figure. */
guint ys_score_place (YsScore *self, YsScoreUnit *unit, const YsMetric *metric, YsExact value);
gboolean ys_score_compares (YsExact value, YsComparator comparator, YsExact bound);

/* ---- rules: ys-score-rule.c, ys-score-steps.c ---- */
typedef struct
{
  YsPoints score;
  YsOpen open;
  YsPoints better; /* with unsettled amounts at their better end; = @score where there are none */
} YsPointOutcome;

/* The computed score of a point that applies. @why may be NULL: no reasons. */
YsPointOutcome ys_score_rule (YsScore *self, YsScoreUnit *unit, const YsPoint *point, YsSheetPoint *sheet);
YsPointOutcome ys_score_steps (YsScore *self, YsScoreUnit *unit, const YsPoint *point,
                               const YsMeasured *measured, YsSheetPoint *sheet);
/* The amount of one step or once clause on @value, rounded and capped; FALSE if its bound is open. */
gboolean ys_score_clause_beyond (YsScore *self, const YsClause *clause, YsExact value, YsExact bound,
                                 YsPoints *amount);
/* Points of a row (‰ of the point's points rounded). */
YsPoints ys_score_row_points (const YsPoint *point, const YsBandRow *row);
/* ‰ of points, rounded. */
YsPoints ys_score_permille (YsPoints points, guint permille);
/* Product of ‰ factors and count, times @amount, not rounded. */
YsExact ys_score_counted_amount (YsScore *self, YsPoints amount, gint64 count, const GStrv factors);

/* ---- points of one unit: ys-score-point.c, ys-score-review.c ---- */
/* 达标: a figure against its one row, else against the catalogue's target. */
void ys_score_set_attained (YsScore *self, YsScoreUnit *unit, const YsPoint *point,
                            const YsMeasured *measured, YsSheetPoint *sheet);
void ys_score_points (YsScore *self, YsScoreUnit *unit);
void ys_score_means (YsScore *self);
/* Fills the decided figure of @sheet (rule 11), which stands at computed before. */
void ys_score_review (YsScore *self, YsScoreUnit *unit, YsSheetPoint *sheet);
void ys_score_bonus (YsScore *self, YsScoreUnit *unit);

/* ---- gates: ys-score-gate.c ---- */
/* Acts on the gates of the point: sets its scores, limits the grade, lists what waits. */
void ys_score_gate_point (YsScore *self, YsScoreUnit *unit, YsSheetPoint *sheet);
/* Evaluates the gates above points; their ‰ go to task_gates, part_gates and total_gate. */
void ys_score_gates (YsScore *self, YsScoreUnit *unit);
/* The gate of the lowest ‰ among those that hold; NULL for none. */
const YsSheetGate *ys_score_lowest_gate (const GPtrArray *gates);
void ys_score_limit_grade (YsScore *self, YsScoreUnit *unit, YsSheetGate *gate);

/* ---- from points to the total: ys-score-task.c, ys-score-part.c, ys-score-total.c ---- */
typedef struct
{
  const YsPoints *scores; /* by point */
  YsScoreFigure figure;   /* whose verdicts on evidence hold */
  gboolean forgives_late; /* no loss where lateness is open */
  YsPoints bonus, deduction;
  gboolean fills_sheet; /* tasks and parts of the sheet take this run's scores */
  YsPoints base, total; /* results */
} YsScoreRun;

/* The score of one task in one run; fills the sheet's task where the run has one. */
YsPoints ys_score_task (YsScore *self, YsScoreUnit *unit, guint task, const YsScoreRun *run,
                        YsSheetTask *sheet);
void ys_score_pool (YsScore *self, YsScoreUnit *unit);
/* @points × @score / @of, rounded to the standard's decimals. */
YsPoints ys_score_share (const YsScore *self, YsPoints points, YsPoints score, YsPoints of);
void ys_score_base (YsScore *self, YsScoreUnit *unit, YsScoreRun *run);
void ys_score_total (YsScore *self, YsScoreUnit *unit);
void ys_score_run (YsScore *self, YsScoreUnit *unit, YsScoreRun *run);
void ys_score_range (YsScore *self, YsScoreUnit *unit);
void ys_score_grades (YsScore *self);

/* ---- negative list: ys-score-negative.c, ys-score-threshold.c, ys-score-contained.c ---- */
typedef struct
{
  gboolean open, met, fails; /* fails: for a veto, never where missing */
  YsPoints deduction;        /* before caps of item, group and whole */
} YsThresholdOutcome;

/* What the threshold item takes on its recorded figure with @cases taken off the numerator (not below 0).
 * @why: list for reasons, or NULL. */
YsThresholdOutcome ys_score_threshold (YsScore *self, const YsScoreUnit *unit, const YsNegativeRule *rule,
                                       gint64 cases, YsSheetThreshold *sheet);

typedef struct
{
  const YsOccurrence *occurrence;
  const YsNegativeRule *own; /* item it deducts under, NULL: none */
  YsPoints amount;
  const YsNegativeRule *container; /* threshold item whose figure contains it, NULL: none */
  gint64 cases;
  gboolean contained; /* result: its cases deduct in the figure instead */
} YsScoreOccurrence;

/* Compares the two readings of every threshold item that contains occurrences (rule 9) and marks those
 * contained.
 * @by_item: sums before caps, thresholds taken with all cases; mended where the other reading holds. */
void ys_score_contained (YsScore *self, const YsScoreUnit *unit, GArray *occurrences, YsPoints *by_item,
                         gboolean open_met, YsSheetUnit *sheet);
void ys_score_negative (YsScore *self, YsScoreUnit *unit);
/* The deduction as it would be with every open threshold met. */
YsPoints ys_score_deduction_met (YsScore *self, YsScoreUnit *unit);
/* Whether the occurrence counts now: confirmed, dated within the round, not merged away. */
gboolean ys_score_in_round (const YsScore *self, YsDate date);

G_END_DECLS
