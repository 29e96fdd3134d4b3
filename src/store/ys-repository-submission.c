/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Submissions with their states and returns, the entries of the form, and drafts.
 * Older revisions stay as they are; a new one begins as a copy. */
#include "ys-repository-private.h"

static YsSubmissionState
read_state (sqlite3_stmt *row, int column)
{
  YsSubmissionState state = YS_SUBMISSION_DRAFT;

  ys_submission_state_from_nick ((const char *) sqlite3_column_text (row, column), &state);
  return state;
}

void
ys_submission_row_free (YsSubmissionRow *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->package);
  g_free (self);
}

static gpointer
read_submission (sqlite3_stmt *row)
{
  YsSubmissionRow *submission = g_new0 (YsSubmissionRow, 1);

  submission->unit = ys_column_dup_text (row, 0);
  submission->revision = (guint) sqlite3_column_int64 (row, 1);
  submission->state = read_state (row, 2);
  submission->package = ys_column_dup_text (row, 3);
  return submission;
}

GPtrArray *
ys_submission_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "submission-list", ""),
                                read_submission, (GDestroyNotify) ys_submission_row_free, error);
}

gboolean
ys_submission_set (YsConnection *connection, const char *unit, guint revision, YsSubmissionState state,
                   const char *package, GError **error)
{
  return ys_connection_run (connection, error, "submission-set", "siss", unit, (gint64) revision,
                            ys_submission_state_nick (state), package);
}

void
ys_transition_row_free (YsTransitionRow *self)
{
  if (self == NULL)
    return;
  g_free (self->person);
  g_free (self->reason);
  g_free (self);
}

static gpointer
read_transition (sqlite3_stmt *row)
{
  YsTransitionRow *transition = g_new0 (YsTransitionRow, 1);

  transition->revision = (guint) sqlite3_column_int64 (row, 0);
  transition->state = read_state (row, 1);
  transition->person = ys_column_dup_text (row, 2);
  transition->at = sqlite3_column_int64 (row, 3);
  transition->reason = ys_column_dup_text (row, 4);
  return transition;
}

GPtrArray *
ys_transition_list (YsConnection *connection, const char *unit, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "transition-list", "s", unit),
                                read_transition, (GDestroyNotify) ys_transition_row_free, error);
}

gboolean
ys_transition_add (YsConnection *connection, const char *unit, const YsTransitionRow *row, GError **error)
{
  return ys_connection_run (connection, error, "transition-add", "sissis", unit, (gint64) row->revision,
                            ys_submission_state_nick (row->state), row->person, row->at, row->reason);
}

static void
return_reason_free (gpointer data)
{
  YsReturnReason *reason = data;

  g_free (reason->reason);
  g_free (reason);
}

static gpointer
read_return (sqlite3_stmt *row)
{
  YsReturnReason *reason = g_new0 (YsReturnReason, 1);

  reason->task = (guint) sqlite3_column_int64 (row, 0);
  reason->reason = ys_column_dup_text (row, 1);
  return reason;
}

GPtrArray *
ys_return_list (YsConnection *connection, const char *unit, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "return-reason-list", "s", unit),
                                read_return, return_reason_free, error);
}

gboolean
ys_return_add (YsConnection *connection, const char *unit, guint revision, const YsReturnReason *reason, GError **error)
{
  return ys_connection_run (connection, error, "return-reason-add", "siis", unit, (gint64) revision,
                            (gint64) reason->task, reason->reason);
}

void
ys_entry_row_free (YsEntryRow *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

static gpointer
read_entry (sqlite3_stmt *row)
{
  YsEntryRow *entry = g_new0 (YsEntryRow, 1);

  entry->task = (guint) sqlite3_column_int64 (row, 0);
  entry->key = ys_column_dup_text (row, 1);
  entry->text = ys_column_dup_text (row, 2);
  return entry;
}

GPtrArray *
ys_entry_list (YsConnection *connection, guint revision, GError **error)
{
  return ys_repository_collect (connection,
                                ys_connection_query (connection, error, "entry-list", "i", (gint64) revision),
                                read_entry, (GDestroyNotify) ys_entry_row_free, error);
}

gboolean
ys_entry_set (YsConnection *connection, guint revision, guint task, const char *key, const char *text, GError **error)
{
  if (text == NULL || text[0] == '\0')
    return ys_connection_run (connection, error, "entry-delete", "iis", (gint64) revision, (gint64) task, key);
  return ys_connection_run (connection, error, "entry-set", "iiss", (gint64) revision, (gint64) task, key, text);
}

gboolean
ys_entry_copy (YsConnection *connection, guint from, guint to, GError **error)
{
  return ys_connection_run (connection, error, "entry-copy", "ii", (gint64) from, (gint64) to);
}

void
ys_draft_row_free (YsDraftRow *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->text);
  g_free (self->person);
  g_free (self);
}

static gpointer
read_draft (sqlite3_stmt *row)
{
  YsDraftRow *draft = g_new0 (YsDraftRow, 1);

  draft->task = (guint) sqlite3_column_int64 (row, 0);
  draft->key = ys_column_dup_text (row, 1);
  draft->text = ys_column_dup_text (row, 2);
  draft->person = ys_column_dup_text (row, 3);
  draft->at = sqlite3_column_int64 (row, 4);
  return draft;
}

GPtrArray *
ys_draft_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "draft-list", ""), read_draft,
                                (GDestroyNotify) ys_draft_row_free, error);
}

gboolean
ys_draft_set (YsConnection *connection, const YsDraftRow *row, GError **error)
{
  return ys_connection_run (connection, error, "draft-set", "isssi", (gint64) row->task, row->key, row->text,
                            row->person, row->at);
}

gboolean
ys_draft_delete (YsConnection *connection, guint task, const char *key, GError **error)
{
  return ys_connection_run (connection, error, "draft-delete", "is", (gint64) task, key);
}
