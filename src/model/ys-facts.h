/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What offices record in one round: assessment, submissions, occurrences and records, the city's review.
 * Plain records; a YsFacts that scoring gets is complete and not changed while it is shared. */
#pragma once

#include "ys-standard.h"

G_BEGIN_DECLS

typedef enum { YS_OFFICE_CENTRAL, YS_OFFICE_PROVINCE, YS_OFFICE_CITY, YS_OFFICE_COUNTY } YsOfficeKind;
typedef enum {
  YS_STATE_DONE, YS_STATE_MOSTLY, YS_STATE_PARTLY, YS_STATE_NOT, YS_STATE_NA
} YsItemState;
typedef enum {
  YS_SUBMISSION_DRAFT, YS_SUBMISSION_PENDING, YS_SUBMISSION_APPROVED, YS_SUBMISSION_SUBMITTED,
  YS_SUBMISSION_RETURNED, YS_SUBMISSION_ACCEPTED, YS_SUBMISSION_SCORED, YS_SUBMISSION_FINAL
} YsSubmissionState;
typedef enum { YS_VERIFY_SUSPECTED, YS_VERIFY_CONFIRMED, YS_VERIFY_CLEARED } YsVerification;
typedef enum { YS_VERDICT_SUFFICIENT, YS_VERDICT_PARTIAL, YS_VERDICT_INSUFFICIENT, YS_VERDICT_MISMATCHED } YsVerdict;

/* ---- assessment ---- */
typedef struct {
  char *id, *name, *parent, *group_id, *note; /* last three may be NULL */
  YsOfficeKind kind;
  guint line;
} YsUnitInfo;
typedef struct { char *unit, *metric; gboolean growth; YsDecimal value; char *source; guint line; } YsNamedBound;
typedef struct { char *unit; guint task; YsDate due; char *reason; guint line; } YsExtension;

typedef struct {
  char *id, *title, *catalogue_id, *standard_id, *phase; /* phase may be NULL */
  guint catalogue_version, standard_version;
  YsDate first, last, closing;
  int year;
  guint appeal_days;     /* whole days from the day of a feedback in which a county may appeal; 0: no limit */
  GPtrArray *units;      /* YsUnitInfo */
  GPtrArray *targets;    /* YsNamedBound with unit */
  GPtrArray *published;  /* YsNamedBound without unit */
  GPtrArray *extensions; /* YsExtension */
  char *file;            /* for faults; may be NULL */
  guint line;            /* of the root element */
} YsAssessment;

/* ---- evidence and citations ---- */
typedef struct {
  char *digest, *title, *number; /* number may be NULL */
  guint pages;
  guint64 size;
  gboolean present;
  guint line;
} YsEvidence;
typedef struct {
  char *id, *evidence;   /* digest */
  guint task;            /* 0: not tied to a task by itself */
  char *point;           /* scoring point id, NULL: tied to the task */
  char *occurrence, *record; /* set where it is tied to one of these */
  char *pages, *labels, *note; /* "3-5 7" index in the file; may be NULL */
  gboolean by_city;
  guint line;
} YsCitation;

/* ---- submission ---- */
typedef struct { char *metric; int year; YsFigure figure; char *source; guint line; } YsRecordedFigure;
typedef struct { char *document, *title, *number, *issuer; gboolean unnumbered; YsDate date; guint line; } YsIssuedDocument;
typedef struct { char *point; YsPoints points; gboolean has_points; char *reason; guint line; } YsSelfScore;
typedef struct { char *point, *reason; guint line; } YsPointClaim;
typedef struct {
  guint task;
  YsItemState state;
  YsDate completed;
  char *person, *na_reason, *effect, *problem, *measure; /* all may be NULL */
  GPtrArray *figures;   /* YsRecordedFigure */
  GPtrArray *documents; /* YsIssuedDocument */
  GPtrArray *claims;    /* YsPointClaim */
  GPtrArray *self;      /* YsSelfScore */
  GPtrArray *citations; /* YsCitation */
  guint line;
} YsItem;
typedef struct {
  char *assessment, *unit;
  guint revision;
  GPtrArray *evidence;  /* YsEvidence */
  GPtrArray *items;     /* YsItem, any order, at most one a task */
  GPtrArray *figures;   /* YsRecordedFigure of metrics without a task */
  char *file;           /* for faults; may be NULL */
  guint line;           /* of the root element */
} YsSubmission;

/* ---- occurrences, records, thresholds ---- */
typedef struct { char *item, *severity; gboolean has_cases; gint64 cases; guint line; } YsTick;
typedef struct {
  char *id, *unit, *title, *summary, *merged_into; /* last two may be NULL */
  YsDate date;
  gint64 count;
  gboolean has_deaths;
  gint64 deaths;
  YsVerification state;
  GStrv factors;        /* ids, NULL = none */
  GPtrArray *ticks;     /* YsTick */
  GStrv also;           /* other units */
  GPtrArray *citations;
  char *file;
  guint line;
} YsOccurrence;
typedef struct {
  char *id, *unit, *clause, *title, *level, *matter; /* last two may be NULL */
  YsDate date;
  gint64 count;
  GStrv factors;
  YsVerification state;
  gboolean selected;
  gboolean has_settled;
  YsPoints settled;
  char *settled_reason;
  GPtrArray *citations;
  char *file;
  guint line;
} YsRecord;
typedef struct {
  char *unit, *item;
  int year;
  YsFigure figure;
  char *source;
  gboolean by_city;
  char *file;
  guint line;
} YsThresholdValue;
typedef struct {
  char *assessment;       /* that its files name; NULL: none was read */
  char *file;             /* the first of them, for faults; NULL where it came from a workspace */
  guint line;             /* of its root element */
  GPtrArray *evidence;    /* YsEvidence */
  GPtrArray *occurrences; /* YsOccurrence */
  GPtrArray *records;     /* YsRecord */
  GPtrArray *thresholds;  /* YsThresholdValue */
} YsLedger;

/* ---- review ---- */
typedef struct { char *id, *name, *unit; gboolean lead; guint line; } YsAssessor;
typedef struct { char *assessor; guint task; gboolean released; char *reason; guint line; } YsAssignment;
typedef struct { char *assessor, *point; gboolean has_points; YsPoints points; char *word; gboolean computed; char *reason; guint line; } YsReviewScore;
typedef struct { char *citation, *assessor; YsVerdict verdict; guint line; } YsCitationVerdict;
typedef struct { char *point; gboolean has_points; YsPoints points; char *word, *reason; guint line; } YsDecision;
typedef struct { guint task; char *point, *reason; guint line; } YsAcceptedClaim;
typedef struct { char *occurrence, *item, *reason; guint line; } YsChosenItem;
typedef struct { guint task; char *reason; } YsReturnReason; /* task 0: the whole */
typedef struct {
  char *unit;
  YsSubmissionState state;
  guint revision; /* 0: not named */
  GPtrArray *evidence, *assignments, *scores, *verdicts, *decisions, *claims, *chosen, *citations, *returns;
  guint line;
} YsUnitReview;
typedef struct {
  char *assessment;
  GPtrArray *assessors; /* YsAssessor */
  GPtrArray *units;     /* YsUnitReview */
  char *file;
  guint line;           /* of the root element */
} YsReview;

/* Everything scoring needs beside catalogue and standard. Owns what it holds. */
typedef struct {
  YsAssessment *assessment;
  GPtrArray *submissions; /* YsSubmission, at most one a unit */
  YsLedger *ledger;
  YsReview *review;       /* may be NULL */
} YsFacts;

/* Makers with all arrays, and their frees; every _free accepts NULL. All of the element types above have
 * ys_<thing>_new() and ys_<thing>_free() of the same manner (declared in ys-facts-parts.h). */
YsAssessment *ys_assessment_new (void);
YsAssessment *ys_assessment_ref (YsAssessment *self);
void ys_assessment_unref (YsAssessment *self);
YsSubmission *ys_submission_new (void);
YsSubmission *ys_submission_ref (YsSubmission *self);
void ys_submission_unref (YsSubmission *self);
YsLedger *ys_ledger_new (void);
YsLedger *ys_ledger_ref (YsLedger *self);
void ys_ledger_unref (YsLedger *self);
YsReview *ys_review_new (void);
YsReview *ys_review_ref (YsReview *self);
void ys_review_unref (YsReview *self);
YsFacts *ys_facts_new (void);
YsFacts *ys_facts_ref (YsFacts *self);
void ys_facts_unref (YsFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsAssessment, ys_assessment_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsSubmission, ys_submission_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsLedger, ys_ledger_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsReview, ys_review_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFacts, ys_facts_unref)

YsUnitInfo *ys_assessment_get_unit (const YsAssessment *self, const char *id);
/* A unit's extension of a task, or NULL. */
YsExtension *ys_assessment_get_extension (const YsAssessment *self, const char *unit, guint task);
YsItem *ys_submission_get_item (const YsSubmission *self, guint task);      /* NULL if there is none */
YsItem *ys_submission_ensure_item (YsSubmission *self, guint task);
YsEvidence *ys_submission_get_evidence (const YsSubmission *self, const char *digest);
YsUnitReview *ys_review_get_unit (const YsReview *self, const char *unit);

/* Finds all faults of scoring.md 13 "Facts" at once: duplicates, impossible dates and figures, scores outside their
 * limits, missing reasons, unknown names, contradictions. FALSE if any. @standard is sealed. */
gboolean ys_facts_check (const YsFacts *self, const YsStandard *standard, YsFaults *faults);

/* Stable names as in XML ("done", "pending", "suspected", "county" …) and back. */
const char *ys_item_state_nick (YsItemState state);
gboolean ys_item_state_from_nick (const char *nick, YsItemState *state);
const char *ys_submission_state_nick (YsSubmissionState state);
gboolean ys_submission_state_from_nick (const char *nick, YsSubmissionState *state);
const char *ys_verification_nick (YsVerification state);
gboolean ys_verification_from_nick (const char *nick, YsVerification *state);
const char *ys_verdict_nick (YsVerdict verdict);
gboolean ys_verdict_from_nick (const char *nick, YsVerdict *verdict);
const char *ys_office_kind_nick (YsOfficeKind kind);
gboolean ys_office_kind_from_nick (const char *nick, YsOfficeKind *kind);
/* What people read, always Chinese: 已完成, 填报中, 待核实 … */
const char *ys_item_state_label (YsItemState state);
const char *ys_submission_state_label (YsSubmissionState state);
const char *ys_verification_label (YsVerification state);
const char *ys_office_kind_label (YsOfficeKind kind);

/* ---- entries: what a form or `item set` types ---- */
/* One field of an item as raw text under its key (cli.md, item set): "state", "na_reason", "completed", "person",
 * "narrative.effect|problem|measure", "metric.ID", "metric.ID.source", "metric.ID@YEAR", "metric.ID@YEAR.source",
 * "document.ID.title|number|issuer|date", "self.POINT", "self.POINT.reason", "claim.POINT".
 * On an item with task 0 only metrics that belong to no task can be set.
 * A metric may also be typed in halves: "metric.ID.numerator", "metric.ID.denominator", "metric.ID.value" (and with
 * @YEAR). Sets the field on @item; an empty text clears. FALSE with @error (where = key) if the key is unknown for
 * this task, or the text can't be read as a value: @item is then unchanged. @data_year is the round's. */
gboolean ys_item_set_entry (YsItem *item, const char *key, const char *text, const YsStandard *standard,
                            int data_year, GError **error);
/* The keys that task @number has in @standard, in form order (without @YEAR ones). NULL-terminated. Full. */
GStrv ys_item_dup_keys (const YsStandard *standard, guint number);
/* The present text of @key on @item, canonical ("" where empty). Full. NULL item = all empty. */
char *ys_item_dup_entry (const YsItem *item, const char *key, int data_year);

G_END_DECLS
