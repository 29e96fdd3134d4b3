/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the workspace share: the desk in memory, guarded by one lock, and how a change is made.
 * Order of locks: never call the store while holding @lock. */
#pragma once

#include "ys-facts-parts.h"
#include "ys-repository-dossier.h"
#include "ys-repository-review.h"
#include "ys-scoring.h"
#include "ys-vault.h"
#include "ys-workspace-negative.h"

typedef struct {
  guint task;
  char *key, *text;
  gboolean unwritten;   /* not yet in the draft table */
  gint64 first_unwritten, last_key; /* monotonic microseconds */
} YsDraft;

typedef struct _YsOpinionDesk YsOpinionDesk; /* ys-workspace-opinion-private.h */

struct _YsWorkspace {
  GObject parent;
  char *folder, *unit, *unit_name;
  YsOfficeKind office;
  YsStore *store;
  YsVault *vault;
  YsStandard *standard; /* owned; holds the catalogue */
  YsAssessment *assessment;

  GMutex lock; /* guards all that follows */
  GPtrArray *people;          /* YsPersonRow */
  char *person;
  guint roles;
  YsSubmissionState state;
  guint revision;
  GHashTable *entries;        /* "task\tkey" → text, saved */
  GHashTable *drafts;         /* "task\tkey" → YsDraft */
  GPtrArray *evidence;        /* YsEvidenceRow */
  GHashTable *present;        /* digests whose file is in the vault */
  GPtrArray *citations;       /* YsCitation of the current revision */
  GPtrArray *occurrences;     /* YsOccurrenceRow */
  GPtrArray *records;         /* YsRecord */
  GPtrArray *packages;        /* YsPackageRow */
  GPtrArray *dossiers;        /* YsDossierRow: own and received ones, newest first */
  GPtrArray *dossier_bags;    /* YsDossierBagRow */
  GPtrArray *transitions;     /* YsTransitionRow */
  GPtrArray *returns;         /* YsReturnReason */
  GPtrArray *submissions;     /* YsSubmissionRow */
  GPtrArray *received;        /* city: YsSubmission of the newest revision of each unit, parsed */
  GPtrArray *received_ledgers;/* city: YsLedger beside them */
  GPtrArray *assessors;       /* city: YsAssessor */
  GPtrArray *reviews;         /* city: YsUnitReview of each revision; revision 0: what is bound to none */
  GPtrArray *second_looks;    /* city: YsSecondLookRow */
  GPtrArray *extensions;      /* city: YsExtension that it granted */
  GPtrArray *bounds;          /* city: YsNamedBound that it entered */
  GPtrArray *settlements;     /* city: YsSettlementRow */
  YsOpinionDesk *opinions;    /* opinions, answers, conclusions and findings */
  YsReview *feedback_review;  /* county: the city's newest word on the present revision; NULL: none */
  YsLedger *feedback_ledger;
  YsAssessment *effective;    /* the assessment as it counts: the city's with these, a county's newest; NULL: as opened */
  YsSheet *sheet;
  YsSaveState save_state;
  gint64 saved_at;
  char *save_message;

  /* two helpers in the background: the keeper writes drafts, the scorer makes new sheets where
   * somebody wants them kept */
  GThread *keeper, *scorer;
  GCond keeper_wakes, scorer_wakes;
  gboolean closing, score_wanted, keeps_scored;
  guint working;              /* jobs of ys_workspace_run_async() that are not over */
  GCond work_over;
};

/* Until no job of ys_workspace_run_async() is left, so that a store is never closed under one. Never called by a job. */
void ys_workspace_wait_for_work (YsWorkspace *self);

/* ---- memory ---- */
char *ys_entry_slot (guint task, const char *key); /* "task\tkey", full */
/* With @lock held: the text that stands, draft before saved; "" where none. Unowned. */
const char *ys_workspace_peek_entry (YsWorkspace *self, guint task, const char *key);
/* With @lock held: builds the facts as they stand, drafts included. Full. */
YsFacts *ys_workspace_build_facts (YsWorkspace *self);
YsEvidence *ys_workspace_copy_evidence (YsWorkspace *self, const YsEvidenceRow *row);
YsRecord *ys_workspace_copy_record (const YsRecord *record);
/* Adds copies of what @other holds; what @ledger holds under the same id stays. */
void ys_workspace_unite_ledger (YsLedger *ledger, const YsLedger *other);
/* What is wrong with @text under a key of a threshold ("threshold.N1.1"), NULL: nothing. Full. */
char *ys_workspace_dup_threshold_problem (YsWorkspace *self, const char *key, const char *text);
/* A threshold value as typed ("99/105", "=95.2", full width allowed) for @item; FALSE where it can't be read. */
gboolean ys_threshold_text_parse (const char *text, const YsNegativeItem *item, YsFigure *figure);
/* Reads again from the store what @what names. On any thread, without @lock. */
gboolean ys_workspace_reload (YsWorkspace *self, guint what, GError **error);
/* ---- occurrences as forms (ys-workspace-negative.h tells the keys) ---- */
/* A copy of the stored row, or NULL with @error. Takes @lock. */
YsOccurrenceRow *ys_workspace_dup_occurrence_row (YsWorkspace *self, const char *id, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsOccurrenceRow, ys_occurrence_row_free)
/* "occurrence.ID.date" → id (full) and field (inside @key); FALSE for other keys. */
gboolean ys_occurrence_key_split (const char *key, char **id, const char **field);
/* Of one that is not registered yet: its drafts are kept and never closed into a change. */
gboolean ys_occurrence_key_is_new (const char *key);
/* Whether a draft of @key stays one however long it rests: new occurrences, scores that are typed and not saved,
 * words that are typed and not yet said. */
gboolean ys_workspace_draft_stays (const char *key);
gboolean ys_review_key_is_score (const char *key);
/* Of words that are typed and not yet said (ys-workspace-typed.h). */
gboolean ys_workspace_key_is_typed (const char *key);
/* With @lock held: the text that stands, "" where none. Full. */
char *ys_workspace_peek_occurrence_text (YsWorkspace *self, const char *key);
/* "负面情形“虢镇火灾”日期" of such a key. Full. Takes @lock. */
char *ys_workspace_dup_occurrence_label (YsWorkspace *self, const char *key);
/* What is wrong with @text under @key, NULL: nothing. Full. */
char *ys_occurrence_dup_text_problem (const char *key, const char *text);
/* With @lock held: what is being typed, as far as it can be read, into @occurrence. */
void ys_workspace_apply_occurrence_drafts (YsWorkspace *self, YsOccurrence *occurrence);
/* Closes one draft into the row; @kept gets what stays beside it because it can't be read, "" where nothing does.
 * @changed: whether that was a change. */
gboolean ys_workspace_settle_occurrence (YsWorkspace *self, const char *key, const char *text, const char **kept,
                                         gboolean *changed, GError **error);
/* What must hold before @occurrence is kept, and @other (nullable) with it: facts that contradict themselves never get in
 * (scoring.md, 13), and nothing of a settled unit changes. Takes the lock. FALSE with all faults. */
gboolean ys_workspace_check_occurrence (YsWorkspace *self, const YsOccurrence *occurrence, const YsOccurrence *other,
                                        GError **error);
/* The drafts of a new one go with its registration: from the store, then from memory. */
gboolean ys_occurrence_forget_new (YsConnection *connection, GError **error);
void ys_workspace_forget_new_occurrence (YsWorkspace *self);

/* Whether the city may type under @key ("occurrence.ID.date", "threshold.UNIT.ITEM") now; @why as ever. Takes the lock. */
gboolean ys_workspace_can_type_at_city (YsWorkspace *self, const char *key, char **why);

/* Asks for a new sheet; returns at once. Takes @lock. */
void ys_workspace_want_score (YsWorkspace *self);
/* Tells the window on the main context. */
void ys_workspace_emit_changed (YsWorkspace *self, guint what);
void ys_workspace_emit_save_state (YsWorkspace *self);
void ys_workspace_emit_sheet_changed (YsWorkspace *self);
void ys_workspace_set_save_state (YsWorkspace *self, YsSaveState state, const GError *error);

/* ---- acting ---- */
typedef struct {
  guint role_needed;      /* any of these YsRole; 0 = any person */
  guint what;             /* YsChange flags: reloaded and told afterwards */
  gboolean edits_form;    /* refused unless ys_workspace_can_edit() */
  YsJournalRecord record; /* person and role are filled in */
} YsAction;
/* Checks role and state, then runs @func with the journal entry in one transaction, reloads, rescores, tells. */
gboolean ys_workspace_act (YsWorkspace *self, YsAction *action, YsStoreFunc func, gpointer data, GError **error);
/* FALSE with ROLE unless the acting person holds any of @roles_needed: before long work that ends in such an action. */
gboolean ys_workspace_must_hold (YsWorkspace *self, guint roles_needed, GError **error);
/* The first role that the acting person holds, in words for the journal; "" where he holds none. */
const char *ys_workspace_acting_role (YsWorkspace *self);

/* ---- scoring ---- */
/* With reasons, resting on @figure where it is @given. */
YsScoreFlags ys_score_flags_of_figure (YsScoreFigure figure, gboolean given);

/* ---- background ---- */
void ys_workspace_start_helpers (YsWorkspace *self);
void ys_workspace_stop_helpers (YsWorkspace *self);
/* Writes all unwritten drafts now. Not on the main loop. */
gboolean ys_workspace_write_drafts (YsWorkspace *self, GError **error);

/* FALSE with CHECKS, all musts as faults, while something must be put right. */
gboolean ys_workspace_must_pass_checks (YsWorkspace *self, GError **error);

/* ---- words (Chinese, for journal and undo) ---- */
/* "第17项 分子" and the like of a form key. Full. */
char *ys_entry_label (const YsStandard *standard, guint task, const char *key);
/* Splits whole metrics into halves: "metric.M005" "9/10" → numerator 9, denominator 10, value "". Appends to the two
 * arrays (of owned strings). FALSE with @error if the text is no figure. */
gboolean ys_entry_expand (const char *key, const char *text, GPtrArray *keys, GPtrArray *texts, GError **error);
