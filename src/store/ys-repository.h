/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The repositories: rows of the store as nouns of the model and back.
 * All run on the store's thread inside a call or change; FALSE or NULL comes with @error. */
#pragma once

#include "ys-store.h"
#include "ys-facts.h"

G_BEGIN_DECLS

/* ---- office: settings, plan, people ---- */
/* NULL without @error where the setting is not there. Full. */
char *ys_setting_get (YsConnection *connection, const char *name, GError **error);
gboolean ys_setting_set (YsConnection *connection, const char *name, const char *value, GError **error);
/* @kind: catalogue, standard, assessment; the bytes as they came, checked against their digest. */
GBytes *ys_plan_get (YsConnection *connection, const char *kind, GError **error);
gboolean ys_plan_set (YsConnection *connection, const char *kind, GBytes *content, GError **error);
typedef struct { char *name; guint roles; } YsPersonRow;
void ys_person_row_free (YsPersonRow *self);
GPtrArray *ys_person_list (YsConnection *connection, GError **error);
gboolean ys_person_set (YsConnection *connection, const char *name, guint roles, GError **error);

/* ---- submissions ---- */
typedef struct { char *unit, *package; guint revision; YsSubmissionState state; } YsSubmissionRow;
void ys_submission_row_free (YsSubmissionRow *self);
/* By unit, newest revision first. */
GPtrArray *ys_submission_list (YsConnection *connection, GError **error);
/* @package: id of the package that carries it, NULL leaves it. */
gboolean ys_submission_set (YsConnection *connection, const char *unit, guint revision, YsSubmissionState state,
                            const char *package, GError **error);
typedef struct { guint revision; YsSubmissionState state; char *person, *reason; gint64 at; } YsTransitionRow;
void ys_transition_row_free (YsTransitionRow *self);
GPtrArray *ys_transition_list (YsConnection *connection, const char *unit, GError **error);
gboolean ys_transition_add (YsConnection *connection, const char *unit, const YsTransitionRow *row, GError **error);
/* Reasons of the newest return: of YsReturnReason. */
GPtrArray *ys_return_list (YsConnection *connection, const char *unit, GError **error);
gboolean ys_return_add (YsConnection *connection, const char *unit, guint revision, const YsReturnReason *reason,
                        GError **error);

/* ---- entries and drafts ---- */
typedef struct { guint task; char *key, *text; } YsEntryRow;
void ys_entry_row_free (YsEntryRow *self);
GPtrArray *ys_entry_list (YsConnection *connection, guint revision, GError **error);
/* An empty or NULL text deletes the row. */
gboolean ys_entry_set (YsConnection *connection, guint revision, guint task, const char *key, const char *text,
                       GError **error);
gboolean ys_entry_copy (YsConnection *connection, guint from, guint to, GError **error);
typedef struct { guint task; char *key, *text, *person; gint64 at; } YsDraftRow;
void ys_draft_row_free (YsDraftRow *self);
GPtrArray *ys_draft_list (YsConnection *connection, GError **error);
gboolean ys_draft_set (YsConnection *connection, const YsDraftRow *row, GError **error);
gboolean ys_draft_delete (YsConnection *connection, guint task, const char *key, GError **error);

/* ---- evidence ---- */
enum { YS_EVIDENCE_HAS_TEXT = 1 << 0, YS_EVIDENCE_RESTRICTED = 1 << 1, YS_EVIDENCE_HAS_SCRIPTS = 1 << 2 };
typedef struct {
  char *digest, *title, *number, *original_name;
  guint pages, flags, attachments, personal;
  guint64 size;
  gint64 added_at;
} YsEvidenceRow;
void ys_evidence_row_free (YsEvidenceRow *self);
GPtrArray *ys_evidence_list (YsConnection *connection, GError **error);
gboolean ys_evidence_add (YsConnection *connection, const YsEvidenceRow *row, GError **error);
gboolean ys_evidence_retitle (YsConnection *connection, const char *digest, const char *title, const char *number,
                              GError **error);
gboolean ys_evidence_delete (YsConnection *connection, const char *digest, GError **error);
gboolean ys_page_text_set (YsConnection *connection, const char *digest, guint page, const char *text, GError **error);
/* Calls @visit for each page text until it returns FALSE. */
typedef gboolean (*YsPageTextFunc) (const char *digest, guint page, const char *text, gpointer data);
gboolean ys_page_text_visit (YsConnection *connection, YsPageTextFunc visit, gpointer data, GError **error);
/* Of YsCitation. */
GPtrArray *ys_citation_list (YsConnection *connection, guint revision, GError **error);
gboolean ys_citation_set (YsConnection *connection, guint revision, const YsCitation *citation, GError **error);
gboolean ys_citation_delete (YsConnection *connection, const char *id, GError **error);

/* ---- negative list and records ---- */
/* An occurrence with what only this office knows of it. */
typedef struct { YsOccurrence *occurrence; char *declared_by, *answer; } YsOccurrenceRow;
void ys_occurrence_row_free (YsOccurrenceRow *self);
GPtrArray *ys_occurrence_list (YsConnection *connection, GError **error);
gboolean ys_occurrence_set (YsConnection *connection, const YsOccurrence *occurrence, const char *declared_by,
                            const char *answer, GError **error);
gboolean ys_occurrence_delete (YsConnection *connection, const char *id, GError **error);
/* Of YsRecord. */
GPtrArray *ys_record_list (YsConnection *connection, GError **error);
gboolean ys_record_set (YsConnection *connection, const YsRecord *record, GError **error);
gboolean ys_record_delete (YsConnection *connection, const char *id, GError **error);

/* ---- packages ---- */
typedef struct {
  char *id, *kind, *sender, *receiver, *round, *digest, *name, *state, *replaces, *reply;
  gboolean incoming;
  guint number, revision;
  guint64 size, sequence;
  gint64 at;
} YsPackageRow;
void ys_package_row_free (YsPackageRow *self);
GPtrArray *ys_package_list (YsConnection *connection, GError **error);
gboolean ys_package_add (YsConnection *connection, const YsPackageRow *row, GError **error);
gboolean ys_package_set_state (YsConnection *connection, const char *id, const char *state, const char *reply,
                               GError **error);
/* A document of a received package, as it came; NULL without @error where there is none. */
GBytes *ys_received_get (YsConnection *connection, const char *package, const char *stem, GError **error);
gboolean ys_received_set (YsConnection *connection, const char *package, const char *stem, GBytes *content,
                          GError **error);
/* Recomputes the digest of each kept document, plan and received. */
gboolean ys_documents_verify (YsConnection *connection, YsFaults *faults, GError **error);

/* ---- journal ---- */
typedef struct {
  guint64 number;
  gint64 at;
  guint task;
  char *person, *role, *action, *subject, *before, *after, *reason, *previous, *hash;
} YsJournalRow;
void ys_journal_row_free (YsJournalRow *self);
/* Newest first, numbers below @before (0: from the end), at most @limit. */
GPtrArray *ys_journal_list (YsConnection *connection, guint64 before, guint limit, GError **error);

G_END_DECLS
