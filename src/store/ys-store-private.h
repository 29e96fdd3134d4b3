/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the store share among themselves. */
#pragma once

#include "ys-store.h"

#include <sys/stat.h>

struct _YsStore {
  char *folder, *path;
  YsConnection *connection; /* the thread's */
  GThread *thread;
  GAsyncQueue *jobs;
  int lock_fd;
  gboolean read_only;
  gboolean changed_outside; /* noticed once: no more writing */
  struct stat last_seen;    /* of workspace.db after our last commit */
};

/* On the store's thread: remembers the file as it is after our own write. */
void ys_store_remember_file (YsStore *self);
/* On the store's thread: FALSE with STORE_CHANGED if the file is no longer the one we wrote. */
gboolean ys_store_check_file (YsStore *self, GError **error);
/* Seals (schema/003.sql). All on the store's thread, the first three inside a transaction. */
/* Seals every table, after a migration. */
gboolean ys_seal_all (YsConnection *connection, GError **error);
/* Watches what a change touches; NULL where there is no memory, which ys_seal_end() then says. */
sqlite3_session *ys_seal_begin (YsConnection *connection);
/* Seals anew what was touched since ys_seal_begin(). */
gboolean ys_seal_end (YsConnection *connection, sqlite3_session *session, GError **error);
/* Compares all seals, or with @small those of tables that are not large; a fault names table and part. */
gboolean ys_seal_check (YsConnection *connection, gboolean small, YsFaults *faults, GError **error);
/* One digest over all seals: equal where two stores hold the same. NULL where it can't be read. Full. */
char *ys_seal_dup_digest (YsConnection *connection);
/* On the store's thread, inside a transaction: adds the journal entry. */
gboolean ys_journal_add (YsConnection *connection, const YsJournalRecord *record, GError **error);
