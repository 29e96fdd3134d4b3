/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city and the submissions it holds: their states, what changed between revisions, settling 定档, appeals.
 * Accepted → scored → final; what is final is locked, and opened again only by an appeal that was granted. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

/* State and revision of what came in from @unit; DRAFT and revision 0 where nothing did. Memory. */
YsSubmissionState ys_workspace_get_unit_state (YsWorkspace *self, const char *unit, guint *revision);
/* The states it went through here, oldest first; of YsTransition (ys-workspace-submit.h). Full. Disk. */
GPtrArray *ys_workspace_dup_unit_transitions (YsWorkspace *self, const char *unit, GError **error);

typedef enum {
  YS_CITY_FINISH, /* accepted → scored: the review is done; the county may be shown its sheet and appeal */
  YS_CITY_REOPEN, /* scored → accepted: assessors go on */
  YS_CITY_SETTLE, /* scored → final 定档: grade and total stand */
  YS_CITY_APPEAL  /* final → scored: an appeal was granted */
} YsCityStep;
/* Whether the acting person may take @step for @unit now; where not, @why gets the reason (full, reader's language). */
gboolean ys_workspace_can_city_step (YsWorkspace *self, YsCityStep step, const char *unit, char **why);
/* What keeps the review of @unit from being done: assigned assessors who have not scored, spreads that wait for the
 * lead; of char*, in the reader's language. Points that nobody was assigned to stand at the computed figure. Memory. */
GPtrArray *ys_workspace_dup_unfinished (YsWorkspace *self, const char *unit);

/* What stands against settling @unit now: all that is unfinished, unless its review was finished already, and of appeals
 * that the county was not shown its feedback, may still appeal, or waits for an answer; of char*, in the reader's language.
 * Whoever gives a reason settles all the same. Memory. */
GPtrArray *ys_workspace_dup_against_settling (YsWorkspace *self, const char *unit);

/* @reason may be NULL unless ys_workspace_dup_unfinished() names anything (CHECKS with all of it). Mints the feedback, from
 * whose day the county's days for an appeal count. Lead. Disk. */
gboolean ys_workspace_finish_review (YsWorkspace *self, const char *unit, const char *reason, GError **error);
gboolean ys_workspace_reopen_review (YsWorkspace *self, const char *unit, const char *reason, GError **error);
/* Settles a scored unit; from accepted it passes through scored by itself. @reason may be NULL unless
 * ys_workspace_dup_against_settling() names anything (CHECKS with all of it). What its decided total and grade are now is
 * kept with the act, and the feedback for the county is minted. Lead. Disk. */
gboolean ys_workspace_settle_unit (YsWorkspace *self, const char *unit, const char *reason, GError **error);
/* Opens a settled unit again because an appeal was granted by @approver, for @reason. Lead. Disk. */
gboolean ys_workspace_grant_appeal (YsWorkspace *self, const char *unit, const char *approver, const char *reason,
                                    GError **error);

/* One time that a unit was settled. */
typedef struct {
  guint number, revision;
  YsPoints total;
  char *grade, *person, *approver, *reason; /* grade: its name; last two NULL but after an appeal */
  gint64 at;
} YsSettlement;
void ys_settlement_free (YsSettlement *self);
/* Oldest first; of YsSettlement. Full. Memory. */
GPtrArray *ys_workspace_dup_settlements (YsWorkspace *self, const char *unit);

/* ---- what changed between two revisions ---- */
/* One field; before and after "" where there is nothing. label: Chinese, "第7项 …". */
typedef struct { guint task; char *key, *label, *before, *after; } YsRevisionChange;
void ys_revision_change_free (YsRevisionChange *self);
/* Everything that differs between revisions @from and @to of what @unit sent, by task and form order; of
 * YsRevisionChange. NOT_FOUND where one of them did not come in. Full. Disk. */
GPtrArray *ys_workspace_dup_revision_changes (YsWorkspace *self, const char *unit, guint from, guint to, GError **error);

/* ---- feedback 反馈 ---- */
/* City: makes the feedback package for @unit as things stand (sheet, review as far as it may be seen, occurrences),
 * unless the newest one says the same. Disk. */
gboolean ys_workspace_prepare_feedback (YsWorkspace *self, const char *unit, GError **error);
/* County: what the city's newest feedback on the present revision says. */
typedef struct {
  YsSubmissionState state;    /* accepted: shown beforehand; scored; final */
  guint revision, rank;       /* rank 0: none yet */
  char *grade;                /* name; NULL: none */
  YsPoints base, bonus, deduction, total; /* in the figure that the city took */
  YsScoreFigure figure;
  GHashTable *tasks, *points; /* number, id → YsPoints*: the decided figure */
  YsReview *review;           /* with decisions and reasons */
} YsFeedback;
void ys_feedback_free (YsFeedback *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFeedback, ys_feedback_free)
/* NULL without @error where none came in. Full. Disk. */
YsFeedback *ys_workspace_dup_feedback (YsWorkspace *self, GError **error);
/* The decided score, FALSE where the feedback has none. */
gboolean ys_feedback_get_task (const YsFeedback *self, guint number, YsPoints *decided);
gboolean ys_feedback_get_point (const YsFeedback *self, const char *point, YsPoints *decided);

G_END_DECLS
