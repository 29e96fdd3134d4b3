/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal.xml: the entries of the sender's journal on what the package carries, and the journal's head. */
#pragma once

#include "ys-error.h"

G_BEGIN_DECLS

/* One entry; Chinese words, NULL where absent. */
typedef struct
{
  guint64 number;
  gint64 time; /* microseconds UTC */
  char *person, *role, *action, *subject;
  guint task;           /* 0: none */
  char *before, *after; /* SHA-256 of what was changed, before and afterwards */
  char *digest;         /* of the entry in the chain */
  char *reason;
} YsPackageJournalEntry;

typedef struct
{
  guint64 number; /* of the last entry of the sender's whole journal */
  char *digest;   /* its digest; NULL where the journal is empty */
  GPtrArray *entries;
} YsPackageJournal;

YsPackageJournal *ys_package_journal_new (void);
void ys_package_journal_free (YsPackageJournal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPackageJournal, ys_package_journal_free)
/* Appends an empty entry, owned by @self, to be filled with owned texts. */
YsPackageJournalEntry *ys_package_journal_add (YsPackageJournal *self);

/* Same entries, same bytes; read back before it counts as written. */
GBytes *ys_package_journal_to_xml (const YsPackageJournal *self, GError **error);
/* NULL with faults. Entries must stand in order of their numbers. */
YsPackageJournal *ys_package_journal_from_xml (GBytes *document, const char *file, YsFaults *faults);

G_END_DECLS
