/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that remembers: an SQLite VFS that notes every write, sync, creation and deletion, and afterwards gives the
 * files as a power cut at any of these moments could have left them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  POWER_DISK_HONEST,
  POWER_DISK_FORGETS_JOURNAL, /* takes no note of the journal's syncs */
} PowerDiskKind;

/* From now on SQLite works on this disk. @path: the database, whose present bytes are safe. */
void power_disk_begin (const char *path, PowerDiskKind kind);
/* SQLite works on the real disk again. */
void power_disk_end (void);
/* Notes that so many changes are acknowledged now. */
void power_disk_acknowledge (guint changes);

/* How many moments there are: a cut may come before each note and after the last. */
guint power_disk_count_moments (void);
/* Writes database and journal into @folder, as a cut at @moment could leave them: what was synced is there; of the rest
 * some writes, in part or in whole, as @random has it. Returns how many changes had been acknowledged. */
guint power_disk_cut (guint moment, GRand *random, const char *folder);
/* Forgets the notes. */
void power_disk_clear (void);

G_END_DECLS
