/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opinions 审核意见: upper offices give them, city and counties answer, both see the thread. An opinion changes no figure
 * by itself; whoever follows one changes a score and names it in the answer.
 * Functions marked "Disk" refuse with ROLE (wrong office or role), STATE (not open yet, sent already), NOT_FOUND, VALUE
 * (reason missing, points outside the limits), OPINION_GONE or OPINION_CONFLICT, and leave nothing half done. */
#pragma once

#include "ys-opinion.h"
#include "ys-workspace.h"

G_BEGIN_DECLS

/* ---- threads (memory) ---- */
/* One opinion or answer of a thread. */
typedef struct {
  char *id, *office, *office_name, *person;
  gint64 at;
  gboolean is_opinion;            /* else an answer */
  YsOpinionVerdict verdict;       /* of an opinion, as the next three */
  gboolean has_points;
  YsPoints points;
  guint round;                    /* which of this office on this matter, from 1 */
  char *text;                     /* reason or answer; NULL */
  char *point, *pages;            /* what an opinion is aimed at; NULL */
  char *to, *changed;             /* of an answer: id of what it answers; what was changed because of it; NULL */
  guint revision;                 /* of the submission that an opinion looked at; 0: none */
  GPtrArray *citations;           /* YsCitation, of an answer */
  gboolean own, sent;             /* this office said it; it has travelled and never changes */
} YsStatement;
void ys_statement_free (YsStatement *self);
typedef struct {
  char *unit, *unit_name, *item;  /* item: negative item or occurrence; NULL */
  guint task;                     /* 0: the unit as a whole */
  char *title;                    /* Chinese: "渭滨区 第32项 综治中心规范化" */
  GPtrArray *statements;          /* YsStatement, oldest first */
  const YsStatement *standing;    /* the opinion that holds: of the highest office, its newest; NULL: none */
  gboolean answered;              /* it has an answer */
  gboolean waiting;               /* it waits for an answer of this office (query or disagree) */
  char *contradiction;            /* Chinese: two offices say different things, and which holds; NULL */
  char *gone;                     /* Chinese: what it looked at was replaced or is no longer there; NULL */
} YsOpinionThread;
void ys_opinion_thread_free (YsOpinionThread *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsOpinionThread, ys_opinion_thread_free)
/* Of @unit, or (NULL) of all; by unit, task and item. Of YsOpinionThread. Full. */
GPtrArray *ys_workspace_dup_opinion_threads (YsWorkspace *self, const char *unit);
/* NULL where nothing was said of it. Full. */
YsOpinionThread *ys_workspace_dup_opinion_thread (YsWorkspace *self, const char *unit, guint task, const char *item);
/* Answers to the finding or opinion @id, oldest first; of YsStatement. Full. */
GPtrArray *ys_workspace_dup_answers (YsWorkspace *self, const char *id);

/* Whether the opinion, answer or conclusion @id stands in a package and so never changes. */
gboolean ys_workspace_has_travelled (YsWorkspace *self, const char *id);

/* How far it is: threads by their standing opinion; unsent: own words that have not travelled yet. */
typedef struct { guint threads, agree, query, disagree, answered, waiting, contradictions, unsent; } YsOpinionCounts;
void ys_workspace_count_opinions (YsWorkspace *self, const char *unit, YsOpinionCounts *counts);

/* ---- the queue 审阅 (memory; rests on @sheet) ---- */
/* The sheet that opinions rest on: at an upper office of the newest dossier that has @unit (NULL: the newest of all), else
 * as things stand. NOT_FOUND where no dossier came in. Full. Disk, long. */
YsSheet *ys_workspace_dup_reviewed_sheet (YsWorkspace *self, const char *unit, GError **error);
typedef enum { YS_QUEUE_ALL, YS_QUEUE_DEDUCTION, YS_QUEUE_HIGH, YS_QUEUE_DOUBTFUL, YS_QUEUE_SAMPLED } YsQueueFilter;
const char *ys_queue_filter_nick (YsQueueFilter filter); /* "all", "deduction", "high", "doubtful", "sampled" */
typedef struct {
  char *unit, *item, *title;      /* title: of task, item or occurrence, Chinese */
  guint task;                     /* 0: a deduction */
  YsPoints possible, decided;     /* of a deduction: 0 and what it takes */
  gboolean is_decided;
  gboolean deduction;             /* an occurrence or threshold that takes points */
  gboolean high;                  /* possible points at least twice the mean of the unit's tasks */
  gboolean doubtful;              /* a citation judged insufficient or mismatched, or none though points were got */
  gboolean sampled;               /* one in ten by the digest of round, unit and task: nobody chooses, all get the same */
  gboolean has_opinion, sent;     /* of this office: its newest opinion, and whether it has travelled */
  YsOpinionVerdict verdict;
  guint round;                    /* 0: none yet */
  gboolean answered;              /* since that opinion */
} YsQueueEntry;
void ys_queue_entry_free (YsQueueEntry *self);
/* Whether @filter shows it. */
gboolean ys_queue_entry_passes (const YsQueueEntry *entry, YsQueueFilter filter);
/* Of @unit or (NULL) of all units of @sheet, in its order: tasks, then what was deducted. Of YsQueueEntry. Full. */
GPtrArray *ys_workspace_dup_opinion_queue (YsWorkspace *self, YsSheet *sheet, const char *unit, YsQueueFilter filter);

/* ---- province and central: opinions and conclusion ---- */
/* Whether the acting person may give one on @unit now (central: only on what passed the first review); where not, @why
 * (nullable, full) gets the reason in the reader's language. Memory. */
gboolean ys_workspace_can_give_opinion (YsWorkspace *self, const char *unit, char **why);
typedef struct {
  const char *unit, *item;        /* item: NULL */
  guint task;
  YsOpinionVerdict verdict;
  const char *points;             /* as typed; NULL or "": none */
  const char *reason;             /* required unless it agrees */
  const char *point, *pages;      /* what it is aimed at; NULL */
} YsOpinionDraft;
/* Gives an opinion, or changes the one of this office that has not been sent; after that a new round begins. Undoable.
 * Returns its id (full). Disk. */
char *ys_workspace_set_opinion (YsWorkspace *self, const YsOpinionDraft *draft, GError **error);
/* Takes the one that was not sent away. Undoable. Disk. */
gboolean ys_workspace_clear_opinion (YsWorkspace *self, const char *unit, guint task, const char *item, GError **error);
/* Draws the conclusion on @city, or changes the one that was not sent. A reason is required unless it passes with nothing
 * queried or disagreed. Undoable. Disk. */
gboolean ys_workspace_conclude (YsWorkspace *self, const char *city, YsConclusionVerdict verdict, const char *reason,
                                GError **error);
/* On @city or (NULL) all, oldest first; of YsConclusion. Full. Memory. */
GPtrArray *ys_workspace_dup_conclusions (YsWorkspace *self, const char *city);

/* ---- city and county: answers ---- */
/* Whether the acting person may answer the opinion or finding @id now; where not, @why gets the reason. Memory. */
gboolean ys_workspace_can_answer (YsWorkspace *self, const char *id, char **why);
/* Answers, or changes the own answer that was not sent. @changed: scoring point, record or appeal; NULL: none. @citations:
 * of YsCitation whose evidence is in the vault; NULL: none. Undoable at the city. Returns its id (full). Disk. */
char *ys_workspace_answer (YsWorkspace *self, const char *id, const char *text, const char *changed,
                           const GPtrArray *citations, GError **error);

/* ---- county: appeals 申诉 ---- */
/* Whether the acting person may appeal against the city's result on a task now: reviewed or settled, the feedback is here,
 * and the round's days are not over (APPEAL_LATE; ys-workspace-appeal-days.h); where not, @why gets the reason. Memory. */
gboolean ys_workspace_can_appeal (YsWorkspace *self, char **why);
/* Appeals, or changes the appeal that was not sent. @points: what the county holds right, as typed; NULL: none. The city
 * answers it like an opinion, the answer comes back in a package "opinion"; granting it is ys_workspace_grant_appeal().
 * Returns its id (full). Disk. */
char *ys_workspace_appeal (YsWorkspace *self, guint task, const char *point, const char *points, const char *reason,
                           GError **error);
/* Package "appeal" with what the city has not got yet. Disk. */
gboolean ys_workspace_send_appeals (YsWorkspace *self, GError **error);

/* ---- travelling; each mints one package of what @to has not got yet (NOT_FOUND where there is nothing) ---- */
/* Upper offices to the city @to: its and its counties' opinions, the conclusion. City to the county @to: what concerns it.
 * Package "opinion". Disk. */
gboolean ys_workspace_send_opinions (YsWorkspace *self, const char *to, GError **error);
/* County to city, city to the office that asked: answers to opinions and findings. @to NULL: the only one there is
 * something for. Package "answer". Disk. */
gboolean ys_workspace_send_answers (YsWorkspace *self, const char *to, GError **error);
/* Units for which a package of @kind ("opinion", "answer", "finding") would hold anything: codes. Full. Memory. */
GPtrArray *ys_workspace_dup_addressees (YsWorkspace *self, const char *kind);

G_END_DECLS
