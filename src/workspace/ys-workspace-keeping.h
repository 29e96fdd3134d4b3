/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping: journal, verification, backup and restore, diagnosis. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

typedef struct {
  guint64 number;
  gint64 at;
  char *person, *role, *action, *subject, *before, *after, *reason, *hash; /* Chinese words; nullable but action */
  guint task; /* 0: none */
} YsJournalEntry;
void ys_journal_entry_free (YsJournalEntry *self);
/* Newest first, at most @limit before number @before (0 = from the end); @filter: text in any field, nullable. Disk. */
GPtrArray *ys_workspace_dup_journal (YsWorkspace *self, guint64 before, guint limit, const char *filter, GError **error);

/* Recomputes all: database, chain, sealed records, every file of the vault and every kept package. Faults say what and
 * where; TRUE only if none. Disk, long. */
gboolean ys_workspace_verify (YsWorkspace *self, YsFaults *faults, YsProgressFunc progress, gpointer data,
                              GCancellable *cancellable, GError **error);
/* A consistent copy of the database as @output (VACUUM INTO, checked, renamed). NULL output: backup/ of the workspace.
 * Returns its path (full). Disk. */
char *ys_workspace_backup (YsWorkspace *self, const char *output, GError **error);
/* Paths of the workspace's own backup copies, newest first (by journal number). Full. */
GPtrArray *ys_workspace_dup_backups (const char *folder);
/* Puts @backup in the place of the store of the closed workspace @folder; what was there is kept beside it. Refused where
 * @backup is damaged or of another workspace. Disk. */
gboolean ys_workspace_restore (const char *folder, const char *backup, GError **error);
/* Diagnosis: lines of name, value, ok for `doctor` and the page: programs, confinement in force, fonts, poppler data,
 * disk, file system, lock. Of YsDiagnosis. Full. */
typedef struct { char *name, *value, *advice; gboolean ok; } YsDiagnosis;
void ys_diagnosis_free (YsDiagnosis *self);
GPtrArray *ys_diagnose (const char *folder);

G_END_DECLS
