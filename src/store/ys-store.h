/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store of a workspace: one thread owns the SQLite handle, others hand it work.
 * Every change is one transaction with its journal entry; changes of records can be taken back by their changesets. */
#pragma once

#include "ys-connection.h"

G_BEGIN_DECLS

typedef struct _YsStore YsStore;

typedef enum {
  YS_STORE_CREATE = 1 << 0,
  YS_STORE_READ_ONLY = 1 << 1,
} YsStoreFlags;

/* Opens (or with CREATE makes) workspace.db in @folder on a thread of its own: folder resolved, file system judged
 * (network, FAT and FUSE are refused for writing), lock taken, header and quick_check passed, migrated. For writing the
 * seals must hold too; what is only read is opened with broken ones, so that one can look at it and verify it.
 * @holder: who opens, for the lock file. A version before migration is kept as backup/before-migration-N.db. */
YsStore *ys_store_open (const char *folder, YsStoreFlags flags, const char *holder, GError **error);
/* FALSE with STORE_FILESYSTEM where a store in @folder can't be written safely: network, FAT, FUSE. */
gboolean ys_store_check_place (const char *folder, GError **error);
/* Finishes what is queued, closes the handle, frees the lock. NULL is allowed. */
void ys_store_close (YsStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsStore, ys_store_close)
/* Absolute, resolved folder. */
const char *ys_store_get_folder (YsStore *self);
gboolean ys_store_is_read_only (YsStore *self);

/* Work on the store's thread; @connection is the store's own. FALSE with @error is a failure. */
typedef gboolean (*YsStoreFunc) (YsConnection *connection, gpointer data, GError **error);
/* Runs @func on the store's thread and waits for it. Called on that thread itself it runs at once. */
gboolean ys_store_call (YsStore *self, YsStoreFunc func, gpointer data, GError **error);
/* As ys_store_call() without waiting; @done (nullable) is called on the store's thread with @error or NULL. */
void ys_store_queue (YsStore *self, YsStoreFunc func, gpointer data, GDestroyNotify free_data,
                     void (*done) (gpointer data, const GError *error));

/* What the journal says of a change. All but person, role, action, subject may be NULL. Chinese, whatever the locale. */
typedef struct {
  const char *person, *role, *action, *subject;
  guint task;
  const char *before, *after, *reason;
  const char *undo_label; /* non-NULL: the change can be undone under this name */
  const char *undo_key;   /* the form key it touches, for the jump */
} YsJournalRecord;

/* Runs @func and adds @record to the journal in one transaction: both or nothing. On a full disk the ballast is released
 * and the change tried once more. Refuses with STORE_CHANGED when the file was replaced under us. */
gboolean ys_store_change (YsStore *self, const YsJournalRecord *record, YsStoreFunc func, gpointer data, GError **error);
/* A change without journal entry: drafts, search text. */
gboolean ys_store_write (YsStore *self, YsStoreFunc func, gpointer data, GError **error);

/* Label of what undo (or @redo) would do; NULL if nothing. @of: only changes of this person, NULL: anybody's. Full. */
char *ys_store_dup_undo_label (YsStore *self, gboolean redo, const char *of);
/* Takes the last change (of @of) back, or @redo brings it again, as a journalled change of @person. @task, @key as in
 * YsJournalRecord. NOTHING_TO_UNDO where there is none, or where what it touched was changed again since. */
gboolean ys_store_undo (YsStore *self, gboolean redo, const char *of, const char *person, const char *role, guint *task,
                        char **key, GError **error);

/* Head of the journal: number 0 and 64 zeros when empty. */
gboolean ys_store_get_journal_head (YsStore *self, guint64 *number, char **hash, GError **error);
/* Recomputes the chain; faults say at which number. FALSE with @error only if it can't be read. */
gboolean ys_store_verify_journal (YsStore *self, YsFaults *faults, GError **error);
/* integrity_check, foreign_key_check and the seals. */
gboolean ys_store_verify_database (YsStore *self, YsFaults *faults, GError **error);
/* The hash of one entry, as the chain has it: SHA-256 (tag, previous, length-prefixed fields). Full. */
char *ys_journal_hash (const char *previous, guint64 number, gint64 at, const char *person, const char *role,
                       const char *action, const char *subject, guint task, const char *before, const char *after,
                       const char *reason);

/* VACUUM INTO @output.part, checked, renamed to @output; never over an existing file. */
gboolean ys_store_backup (YsStore *self, const char *output, GError **error);
/* Opens the copy at @path for reading and checks it whole: header, quick_check, seals. @id (nullable, full): the id of
 * the workspace it is of, NULL where it says none. */
gboolean ys_store_check_copy (const char *path, char **id, GError **error);
/* Whether the copy at @path holds what this store holds now. Journal numbers do not tell: drafts have none, and after a
 * copy was restored another history comes to the same number. */
gboolean ys_store_is_copied (YsStore *self, const char *path);
/* Makes the 16 MiB ballast file of @folder if it is not there; failing is no error (a nearly full disk). */
void ys_store_make_ballast (const char *folder);
#define YS_BALLAST_SIZE (16 * 1024 * 1024)

G_END_DECLS
