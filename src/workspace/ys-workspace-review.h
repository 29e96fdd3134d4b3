/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city's review: who assesses what, scores and verdicts of assessors, decisions of the lead, additions to the round
 * (scoring.md, rules 7, 9, 11, 13). Every change is journalled; functions marked "Disk" refuse with
 * ROLE (not the city, wrong role, own unit, not assigned), STATE (returned, settled), NOT_FOUND (unit, task, point,
 * citation … unknown) or VALUE (outside the limits, reason missing), and leave nothing half done. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

/* ---- assessors and assignments ---- */
/* People of the city who hold the role of assessor or lead, by name order; of YsAssessor, id NULL for who was not yet
 * given anything. Full. Memory. */
GPtrArray *ys_workspace_dup_assessors (YsWorkspace *self);
/* Lead: the unit that @person belongs to himself 回避, NULL: none. Refused where he was assigned to it. Disk. */
gboolean ys_workspace_set_assessor_unit (YsWorkspace *self, const char *person, const char *unit, GError **error);
/* Lead: @person reviews these @n_tasks tasks of @unit (none given: all that counties answer for), also before anything
 * came in. Who was released is taken on again. Disk. */
gboolean ys_workspace_assign (YsWorkspace *self, const char *unit, const guint *tasks, guint n_tasks, const char *person,
                              GError **error);
/* Lead: takes @person off again, with a reason; his scores are kept and not combined. Disk. */
gboolean ys_workspace_release (YsWorkspace *self, const char *unit, guint task, const char *person, const char *reason,
                               GError **error);

/* ---- what an assessor does, while the unit is accepted ---- */
/* His score of @point: @value as typed, points from least to most or a word of the point. A reason is required where
 * it differs from the computed score, and for every manual point. Undoable by himself. Disk. */
gboolean ys_workspace_save_score (YsWorkspace *self, const char *unit, const char *point, const char *value,
                                  const char *reason, GError **error);
/* What the acting person types for @point and has not saved: kept as the form's drafts are, on disk within a second, seen
 * by nobody else, in no figure. Memory. */
typedef struct { char *score, *decision, *reason; } YsTypedScore; /* "" where nothing is typed */
void ys_typed_score_free (YsTypedScore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsTypedScore, ys_typed_score_free)
void ys_workspace_type_score (YsWorkspace *self, const char *unit, const char *point, const YsTypedScore *typed);
/* NULL where there is nothing. Full. Memory. */
YsTypedScore *ys_workspace_dup_typed_score (YsWorkspace *self, const char *unit, const char *point);
/* Once it is saved, or given up. Disk. */
gboolean ys_workspace_forget_typed_score (YsWorkspace *self, const char *unit, const char *point, GError **error);
gboolean ys_workspace_clear_score (YsWorkspace *self, const char *unit, const char *point, GError **error);
/* 按测算: saves the computed score for @points (NULL-terminated; NULL: all assigned to him). Left out is what he scored
 * already, what does not apply, and what only a person can give (words, manual). @accepted (nullable) gets how many. Disk. */
gboolean ys_workspace_accept_computed (YsWorkspace *self, const char *unit, const char *const *points, guint *accepted,
                                       GError **error);
/* 提请复核: asks the lead to look at @point. Gone when the lead decides it. Disk. */
gboolean ys_workspace_ask_second_look (YsWorkspace *self, const char *unit, const char *point, const char *reason,
                                       GError **error);
/* Assessors of the task, and the lead on any citation (his verdict holds, rule 7). Disk. */
gboolean ys_workspace_set_verdict (YsWorkspace *self, const char *unit, const char *citation, YsVerdict verdict,
                                   GError **error);
gboolean ys_workspace_clear_verdict (YsWorkspace *self, const char *unit, const char *citation, GError **error);
/* Assessor or lead: the amount of a record whose clause gives a range, as typed ("" takes it back), with a reason. Disk. */
gboolean ys_workspace_settle_record (YsWorkspace *self, const char *record, const char *value, const char *reason,
                                     GError **error);
/* The city's own citation of a task (point NULL) or a point; it counts in all three figures. Returns its id (full). Disk. */
char *ys_workspace_cite_for_unit (YsWorkspace *self, const char *unit, const char *digest, guint task, const char *point,
                                  const char *pages, const char *labels, const char *note, GError **error);
gboolean ys_workspace_uncite_for_unit (YsWorkspace *self, const char *unit, const char *id, GError **error);

/* ---- what the lead does, while the unit is accepted or scored ---- */
/* The team's score of @point, as typed, with a reason; it stands whatever the assessors gave. Disk. */
gboolean ys_workspace_decide_point (YsWorkspace *self, const char *unit, const char *point, const char *value,
                                    const char *reason, GError **error);
/* Takes the lead's decision back, with a reason. Disk. */
gboolean ys_workspace_withdraw_decision (YsWorkspace *self, const char *unit, const char *point, const char *reason,
                                         GError **error);
/* Accepts the county's claim that a task (point NULL) or a point (task 0) does not apply, with a reason. Disk. */
gboolean ys_workspace_accept_claim (YsWorkspace *self, const char *unit, guint task, const char *point,
                                    const char *reason, GError **error);
/* Takes the acceptance back, with a reason. Disk. */
gboolean ys_workspace_refuse_claim (YsWorkspace *self, const char *unit, guint task, const char *point,
                                    const char *reason, GError **error);
/* The item under which @occurrence deducts, NULL: again the largest; with a reason. Disk. */
gboolean ys_workspace_choose_item (YsWorkspace *self, const char *occurrence, const char *item, const char *reason,
                                   GError **error);
/* 入选: whether a bonus record counts, with a reason. Disk. */
gboolean ys_workspace_select_record (YsWorkspace *self, const char *record, gboolean selected, const char *reason,
                                     GError **error);

/* ---- what the lead adds to the round; none of it for a unit that is settled ---- */
/* Grants @unit a later due date for @task (0 takes it back), with a reason. Disk. */
gboolean ys_workspace_extend (YsWorkspace *self, const char *unit, guint task, YsDate due, const char *reason,
                              GError **error);
/* Own target of @unit (NULL: the published figure of the whole round) for @metric or its growth, as typed, with its
 * source; "" takes it back. Disk. */
gboolean ys_workspace_set_bound (YsWorkspace *self, const char *unit, const char *metric, gboolean growth,
                                 const char *value, const char *source, GError **error);
/* An own target or a published figure that a scoring point or gate of a task compares with. */
typedef struct {
  const YsMetric *metric;     /* of the catalogue */
  gboolean growth, published; /* of its growth; else the figure. Published for the whole round; else the unit's own */
  char *value, *source;       /* what stands now, NULL: nothing */
} YsTaskBound;
void ys_task_bound_free (YsTaskBound *self);
/* All of them for @task and @unit, in the order of its scoring points, each once; empty where there are none. Full. Memory. */
GPtrArray *ys_workspace_dup_task_bounds (YsWorkspace *self, const char *unit, guint task);
/* The assessment with all that was added. Full. Memory. */
YsAssessment *ys_workspace_dup_effective_assessment (YsWorkspace *self);

/* Whether scores may be saved for @unit now, or decisions made, by the state of its submission and by whose own unit it
 * is; who is assigned or lead is asked beside. @why (nullable, full) says why not, in the reader's language. Memory. */
gboolean ys_workspace_can_score (YsWorkspace *self, const char *unit, char **why);
gboolean ys_workspace_can_decide (YsWorkspace *self, const char *unit, char **why);

/* ---- what a person may see (memory) ---- */
/* The review of the newest revision of @unit. Scores of others stand in it only for points on which all assigned have
 * scored, and of all once the unit is scored. NULL where nothing came in. Full. */
YsUnitReview *ys_workspace_dup_unit_review (YsWorkspace *self, const char *unit);

/* A score of an earlier revision whose point is open again because its facts or citations changed. */
typedef struct { char *assessor, *value, *reason; guint revision; } YsOldScore;
/* One scoring point of one unit. */
typedef struct {
  guint assigned, scored;      /* assessors of the task who were not released; how many of them have scored */
  gboolean mine, mine_scored;  /* the acting person is one of them; has scored */
  gboolean all_in;             /* all have; only then are the others' scores in @scores */
  gboolean for_lead;           /* all in, and neither within tolerance nor decided: the lead has to */
  YsPoints low, high;          /* of the scores, where all are in */
  GPtrArray *scores;           /* YsReviewScore that the acting person may see */
  YsDecision *decision;        /* the lead's; NULL: none */
  GPtrArray *old_scores;       /* YsOldScore */
  GPtrArray *second_looks;     /* char*: "周明远：请核对口径" */
} YsPointReview;
void ys_point_review_free (YsPointReview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPointReview, ys_point_review_free)
/* NULL where nothing of @unit came in or the point is unknown. Full. */
YsPointReview *ys_workspace_dup_point_review (YsWorkspace *self, const char *unit, const char *point);

/* One cell of the matrix: what is still to be done for a task of a unit; all 0 where nothing came in. */
typedef struct {
  gboolean received, mine;       /* a submission came in; the acting person is assigned */
  guint points, decided;         /* scoring points that apply; of these decided */
  guint to_score;                /* of these: the acting person's that he has not scored yet */
  guint for_lead;                /* of these: spread above tolerance, or a second look asked for */
  gboolean doubted;              /* a citation is judged insufficient or mismatched */
  gboolean claimed;              /* a claim that it does not apply waits for an answer */
  gboolean closed;               /* the unit is scored or settled: nothing of it waits */
} YsReviewCell;
/* All cells of a unit, by index of the task in the catalogue; what applies and is decided is taken from @sheet. Full. */
GArray *ys_workspace_dup_review_cells (YsWorkspace *self, YsSheet *sheet, const char *unit);
/* A point that waits for the lead: spread above tolerance, or a second look asked for. */
typedef struct { char *unit, *point; gboolean spread; YsPoints low, high; } YsPointForLead;
void ys_point_for_lead_free (YsPointForLead *self);
/* Of one unit or (NULL) of all, in the round's and the catalogue's order; of YsPointForLead. Full. */
GPtrArray *ys_workspace_dup_points_for_lead (YsWorkspace *self, const char *unit);

G_END_DECLS
