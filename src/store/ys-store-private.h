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
/* On the store's thread, inside a transaction: adds the journal entry. */
gboolean ys_journal_add (YsConnection *connection, const YsJournalRecord *record, GError **error);
