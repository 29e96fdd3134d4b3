/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store in a fresh folder for the unit tests, and the few changes they make in it.
 * The folder and all in it go when the test ends. */
#pragma once

#include "ys-repository.h"

typedef struct {
  char *folder, *path; /* path: workspace.db */
  YsStore *store;      /* open; NULL after store_shut() */
} StoreFixture;

void store_set_up (StoreFixture *fixture, gconstpointer data);
void store_tear_down (StoreFixture *fixture, gconstpointer data);
/* Closes the store; opens it again, which must succeed. */
void store_shut (StoreFixture *fixture);
void store_reopen (StoreFixture *fixture);

/* Sets one entry of revision 1 as an undoable, journalled change of 李建国 (text NULL: takes it away). */
gboolean store_put (YsStore *store, guint task, const char *key, const char *text, GError **error);
/* Its text, NULL where there is none. Full. */
char *store_get (YsStore *store, guint task, const char *key);
/* Entries in the journal. */
guint64 store_count_journal (YsStore *store);
/* Number of faults that database and chain checks find; @where (nullable, full) gets the place of the first. */
guint store_count_faults (YsStore *store, char **where);

/* Runs SQL text on the closed file as another program would, not through the store. */
void store_tamper (StoreFixture *fixture, const char *sql);
/* Writes @length bytes of @data over the closed file at @offset. */
void store_overwrite (const char *path, goffset offset, const void *data, gsize length);
/* Copies a file with its bytes as cp does: the target keeps its inode if it is there. */
void store_copy_bytes (const char *from, const char *to);

#define STORE_CASE(path, func) g_test_add (path, StoreFixture, NULL, store_set_up, func, store_tear_down)
