/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scoring standard 评分标准 as data: scoring.md's whole vocabulary, nothing computed.
 * Built once by its reader, then immutable and shared between threads. */
#pragma once

#include "ys-catalogue.h"

G_BEGIN_DECLS

/* ---- measure 取值 (rule 2) ---- */
typedef enum {
  YS_MEASURE_NONE, YS_MEASURE_STATE, YS_MEASURE_DOCUMENT, YS_MEASURE_WORD, YS_MEASURE_METRIC, YS_MEASURE_RECORDS,
  YS_MEASURE_LATE
} YsMeasureKind;
typedef enum { YS_METRIC_AS_VALUE, YS_METRIC_AS_GROWTH, YS_METRIC_AS_PLACE } YsMetricAs;

typedef struct _YsPoint YsPoint;

typedef struct {
  YsMeasureKind kind;
  char *reference;        /* as written: metric, document, clause, or (in a gate) point; NULL where left out */
  char *title;            /* of a clause that a records measure defines, else NULL */
  gboolean defines_clause;/* <records id=…>: @reference is a new clause */
  YsMetricAs as;
  gboolean late_in_months;
  guint task_number;      /* gate: the task whose state or lateness; 0 = its own */
  /* resolved by ys_standard_seal(), unowned */
  YsMetric *metric;
  YsCatalogueDocument *document; /* also of a gate, through its point */
  YsPoint *point;                /* gate on a document: the point */
  YsTask *task;
  guint clause;                  /* index into standard->clauses, G_MAXUINT if none */
} YsMeasure;

/* ---- bound 界限 ---- */
typedef enum {
  YS_BOUND_NUMBER, YS_BOUND_OWN, YS_BOUND_PUBLISHED, YS_BOUND_BEFORE, YS_BOUND_MEAN, YS_BOUND_BEST, YS_BOUND_WORST
} YsBoundKind;
typedef struct {
  YsBoundKind kind;
  YsDecimal number; /* the number, or what is added to the named one */
} YsBound;

/* ---- rule 给分 (rule 3) ---- */
typedef enum { YS_RULE_BANDS, YS_RULE_LINE, YS_RULE_STEPS, YS_RULE_MANUAL } YsRuleKind;
typedef struct {
  enum { YS_ROW_COMPARE, YS_ROW_REPORTED, YS_ROW_WORD } kind;
  YsComparator comparator;
  YsBound bound;
  char *word;       /* state: done mostly partly not; document: proven recorded none */
  gboolean permille;/* else points */
  gint64 amount;    /* YsPoints, or ‰ of the point's points */
  guint line;       /* in the file, for faults */
} YsBandRow;

typedef enum { YS_CLAUSE_RECORD, YS_CLAUSE_ONCE, YS_CLAUSE_STEP, YS_CLAUSE_FLAT } YsClauseKind;
typedef enum { YS_PARTIAL_STARTED, YS_PARTIAL_FULL, YS_PARTIAL_EXACT } YsPartial;
typedef struct {
  YsClauseKind kind;  /* FLAT only in threshold items */
  char *id, *title;   /* may be NULL */
  gboolean gives;     /* else takes */
  YsPoints amount;
  gboolean is_range;
  YsPoints amount_to;
  gboolean has_cap;
  YsPoints cap;
  gboolean below;     /* past the bound means below it */
  gboolean has_bound; /* threshold step: FALSE = beyond the target */
  YsBound bound;
  YsDecimal by;       /* size of a step, in units or in percent of the bound */
  gboolean in_percent;
  YsPartial partial;
  guint clause;       /* RECORD: index into standard->clauses */
  guint line;
} YsClause;

/* ---- gate 直接定分 (rule 4) ---- */
typedef enum { YS_LEVEL_POINT, YS_LEVEL_TASK, YS_LEVEL_PART, YS_LEVEL_TOTAL } YsLevel;
typedef struct {
  char *id; /* may be NULL */
  YsLevel level;
  gboolean has_permille, has_grade; /* exactly one in a sound standard */
  guint permille;
  char *grade_id;
  guint grade;          /* index into standard->grades */
  YsMeasure measure;
  YsComparator comparator;
  YsBound bound;
  char *word;           /* else NULL: comparator and bound */
  guint line;
} YsGate;

typedef enum { YS_NA_OUT, YS_NA_SHARE, YS_NA_MEAN } YsNotApplicable;

/* A scoring point 得分点. Bonus points have 0 points, no gates, no na. */
struct _YsPoint {
  char *id, *title;
  YsPoints points;
  guint64 groups;          /* bit i: standard->groups[i]; 0 = all */
  GStrv group_ids;         /* as written, NULL = all */
  gboolean has_least, has_most;
  YsPoints least, most;    /* after sealing always set: 0 and the points where left out */
  enum { YS_BETTER_DEFAULT, YS_BETTER_HIGH, YS_BETTER_LOW } better;
  YsNotApplicable na;
  guint na_permille;
  gboolean highest_only;
  YsMeasure measure;
  YsRuleKind rule;
  GPtrArray *rows;         /* of YsBandRow */
  YsPoints low_points, high_points;
  YsBound low_bound, high_bound;
  YsPoints start;
  GPtrArray *clauses;      /* of YsClause */
  GPtrArray *gates;        /* of YsGate */
  YsTask *task;            /* unowned; NULL for bonus */
  guint index;             /* over all points of tasks, in the catalogue's order; bonus: over bonus points */
  guint line;
};

typedef struct {
  guint number;       /* task number as written */
  YsPoints points;
  GPtrArray *gates;   /* of YsGate */
  GPtrArray *items;   /* of YsPoint, owned */
  YsTask *task;
  guint line;
} YsTaskStandard;

typedef struct {
  char *id;           /* as written */
  YsPoints points;
  GPtrArray *gates;
  GPtrArray *tasks;   /* of YsTaskStandard, owned, as written */
  guint line;
} YsPartStandard;

typedef struct { char *id, *name; guint line; } YsUnitGroup;
typedef struct { char *id, *name; guint line; } YsSeverity;
typedef struct { char *id, *name; guint permille; guint line; } YsFactor;
typedef struct {
  char *id, *name;
  YsPoints from;
  gboolean has_places, has_places_permille;
  guint places, places_permille;
  guint line;
} YsGrade;

typedef struct {
  char *item_id;
  YsNegativeItem *item;
  gboolean has_cap;
  YsPoints cap;
  char *grade_id;     /* veto: grade at best, NULL = none */
  guint grade;
  GPtrArray *severity_ids; /* of char*, as written, beside amounts */
  GArray *amounts;    /* of YsPoints; after sealing by severity index, for events */
  GPtrArray *clauses; /* of YsClause, for thresholds */
  gboolean has_holds_up_to;
  gint64 holds_up_to;
  guint line;
} YsNegativeRule;

/* A clause that records may name, wherever it is defined. */
typedef struct {
  char *id, *title;
  YsPoint *point;     /* where it stands, unowned */
  YsClause *clause;   /* its amounts, NULL where a records measure defines it */
  gboolean bonus;     /* counts when selected 入选 instead of confirmed and dated */
} YsRecordClause;

typedef enum { YS_COMBINE_MEAN, YS_COMBINE_TRIMMED, YS_COMBINE_MEDIAN, YS_COMBINE_LEAD } YsCombine;

typedef struct {
  char *id, *title, *number; /* number: the city's 文号, may be NULL */
  guint version;
  guint line;         /* of the root element, for faults of the whole */
  gboolean sample;
  char *catalogue_id;
  guint catalogue_version;
  YsPoints maximum;
  guint decimals;
  GStrv notes;
  GPtrArray *groups, *severities, *factors, *grades; /* YsUnitGroup, YsSeverity, YsFactor, YsGrade */
  guint state_permille[4];   /* done, mostly, partly, not */
  guint late_month, late_cap; /* ‰ */
  guint evidence_without;     /* ‰ */
  YsCombine combine;
  guint tolerance;            /* ‰ */
  GPtrArray *total_gates;
  GPtrArray *parts;           /* YsPartStandard, after sealing in catalogue order */
  gboolean has_negative_cap;
  YsPoints negative_cap;
  GPtrArray *group_caps;      /* YsGroupCap, as written; after sealing those that have a cap */
  GPtrArray *negative;        /* YsNegativeRule, after sealing by item index */
  YsPoints bonus_cap;
  gboolean has_bonus;
  GPtrArray *bonus;           /* YsPoint */
  /* made by ys_standard_seal() */
  YsCatalogue *catalogue;
  GPtrArray *points;          /* YsPoint of all tasks, catalogue's order of tasks, then file order; unowned */
  GPtrArray *clauses;         /* YsRecordClause, owned */
  GPtrArray *by_task;         /* YsTaskStandard by task index, unowned */
  GHashTable *point_by_id, *clause_by_id;
} YsStandard;

typedef struct { char *group_id; gboolean has_cap; YsPoints cap; guint group; guint line; } YsGroupCap;

YsStandard *ys_standard_new (void);
YsStandard *ys_standard_ref (YsStandard *self);
/* Chinese: title and version; of a sample standard instead that it is one, and that its scores are for practice only
 * (scoring.md, rule 11). Full. */
char *ys_standard_dup_name (const YsStandard *self);
void ys_standard_unref (YsStandard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsStandard, ys_standard_unref)
/* Resolves all references against @catalogue and finds all faults of scoring.md 13 "Standard" at once, each with
 * @file, line and place. FALSE if there is any; the standard must then not be used. */
gboolean ys_standard_seal (YsStandard *self, YsCatalogue *catalogue, const char *file, YsFaults *faults);

/* Bonus points too. NULL if unknown. */
YsPoint *ys_standard_get_point (const YsStandard *self, const char *id);
YsRecordClause *ys_standard_get_clause (const YsStandard *self, const char *id);
/* Whether more is better for what the point measures (rule 2). */
gboolean ys_point_high_is_better (const YsPoint *self);

G_END_DECLS
