/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the city's review share: the review as facts, and what is asked before every change of it. */
#pragma once

#include "ys-workspace-private.h"
#include "ys-workspace-review.h"

G_BEGIN_DECLS

/* ---- memory; all with the lock held ---- */
/* The whole review: newest revision of each unit that came in. Scores that are not yet to be seen (scoring.md, 11) are
 * left out but those of @viewer (a name, NULL: nobody); they change no figure before all are in. Full. */
YsReview *ys_workspace_build_review (YsWorkspace *self, const char *viewer);
/* The same for one unit with every score; NULL where nothing came in. Full. */
YsUnitReview *ys_workspace_build_unit_review (YsWorkspace *self, const char *unit);
/* The assessment with extensions, targets and published figures that the city added; NULL: nothing added. Full. */
YsAssessment *ys_workspace_build_assessment (YsWorkspace *self);
/* The newest revision that came in, or NULL. */
const YsSubmissionRow *ys_workspace_peek_received (YsWorkspace *self, const char *unit);
const YsSubmission *ys_workspace_peek_submission (YsWorkspace *self, const char *unit);
/* What the store keeps of one revision (0: what is bound to none), or NULL. */
const YsUnitReview *ys_workspace_peek_review (YsWorkspace *self, const char *unit, guint revision);
const YsAssessor *ys_workspace_peek_assessor (YsWorkspace *self, const char *name);
const YsAssessor *ys_workspace_peek_assessor_by_id (YsWorkspace *self, const char *id);

/* How far the assessors of a unit are with each point. */
typedef struct {
  guint *assigned; /* by index of the task: assessors not released */
  guint *scored;   /* by index of the point: how many of these have scored */
} YsReviewProgress;
void ys_review_progress_init (YsReviewProgress *self, const YsStandard *standard, const YsUnitReview *review);
void ys_review_progress_clear (YsReviewProgress *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsReviewProgress, ys_review_progress_clear)
/* All who are assigned have scored. */
gboolean ys_review_progress_is_complete (const YsReviewProgress *self, const YsPoint *point);
gboolean ys_review_is_assigned (const YsUnitReview *review, const char *assessor, guint task);

/* "UNIT POINT" of all points whose scores everybody may see now. Takes the lock. Full. */
GHashTable *ys_workspace_dup_seen_points (YsWorkspace *self);

/* ---- before a change ---- */
enum { YS_REVIEWING_ACCEPTED = 1 << 0, YS_REVIEWING_SCORED = 1 << 1 };
/* One change of a unit's review in the making. */
typedef struct {
  YsWorkspace *workspace;
  const YsUnitInfo *info;
  guint revision;
  YsSubmissionState state;
  char *person;
  YsAssessor *assessor;  /* who acts, with an id also where he has no row yet */
  gboolean new_assessor; /* he has no row yet */
  YsUnitReview *review;  /* what would stand afterwards: the caller changes it */
} YsReviewing;
/* Begins one for @unit. FALSE with NOT_FOUND where nothing of it came in, ROLE where this is not the city or the person
 * assesses his own unit, STATE where its state is none of @states. Takes the lock. */
gboolean ys_reviewing_begin (YsReviewing *self, YsWorkspace *workspace, const char *unit, guint states, GError **error);
void ys_reviewing_clear (YsReviewing *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsReviewing, ys_reviewing_clear)
/* The facts with @review as it would stand must hold (scoring.md, 13); FALSE with all faults. */
gboolean ys_reviewing_check (const YsReviewing *self, GError **error);
/* Inside the change: the row of who acts, where he has none yet. */
gboolean ys_reviewing_store_assessor (const YsReviewing *self, YsConnection *connection, GError **error);
/* A scoring point of a task; NOT_FOUND otherwise. */
const YsPoint *ys_reviewing_find_point (const YsReviewing *self, const char *id, GError **error);
/* FALSE with STATE where @unit is settled: later changes need an appeal. @unit NULL: where any unit is. Takes the lock. */
gboolean ys_workspace_must_be_unsettled (YsWorkspace *self, const char *unit, GError **error);
/* The facts with @record in the place of what has its id must hold, and its unit be unsettled. FALSE with all faults. */
gboolean ys_workspace_check_record (YsWorkspace *self, const YsRecord *record, GError **error);
/* "P7.1 知晓率" and the like. Full. */
char *ys_point_label (const YsPoint *point);
/* Points, or a word of @point, from what a person typed. FALSE with VALUE where it is neither or outside the limits. */
gboolean ys_point_value_parse (const YsPoint *point, const char *text, gboolean *has_points, YsPoints *points,
                               char **word, GError **error);
/* "7.50分" or the word. Full. */
char *ys_point_value_label (gboolean has_points, YsPoints points, const char *word);
/* @reason without what forms leave around it; FALSE with VALUE where nothing is left. @clean is full. */
gboolean ys_reason_clean (const char *reason, char **clean, GError **error);

/* ---- copies, full ---- */
YsAssessor *ys_assessor_copy (const YsAssessor *assessor);
YsReviewScore *ys_review_score_copy (const YsReviewScore *score);
YsDecision *ys_decision_copy (const YsDecision *decision);
YsCitationVerdict *ys_citation_verdict_copy (const YsCitationVerdict *verdict);
YsAcceptedClaim *ys_accepted_claim_copy (const YsAcceptedClaim *claim);

G_END_DECLS
