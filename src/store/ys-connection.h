/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite handle with its prepared statements, used on the store's thread only.
 * Statements are named: sql/NAME.sql says what goes in and what comes out. */
#pragma once

#include "ys-error.h"
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _YsConnection YsConnection;

/* Opens the database file @path (already resolved, never followed through a link): header and application id are
 * checked, pragmas set, quick_check run. A new file only with @create. */
YsConnection *ys_connection_open (const char *path, gboolean create, gboolean read_only, GError **error);
void ys_connection_close (YsConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsConnection, ys_connection_close)

sqlite3 *ys_connection_get_handle (YsConnection *self);
const char *ys_connection_get_path (YsConnection *self);

/**
 * ys_connection_query:
 * @types: one letter for each parameter that follows: s text or NULL, i gint64, b blob (const void *, gsize)
 *
 * Binds and returns the statement, ready to be stepped by ys_connection_step(); reset by the next use or by
 * ys_connection_done(). NULL with @error if the statement can't be prepared.
 */
sqlite3_stmt *ys_connection_query (YsConnection *self, GError **error, const char *name, const char *types, ...);
/* TRUE while there is a row; FALSE at the end or, with @error set, on failure. */
gboolean ys_connection_step (YsConnection *self, sqlite3_stmt *statement, GError **error);
void ys_connection_done (sqlite3_stmt *statement);
/* Runs a statement that gives no rows. */
gboolean ys_connection_run (YsConnection *self, GError **error, const char *name, const char *types, ...);
/* Runs plain SQL text of our own (pragmas, transactions). */
gboolean ys_connection_exec (YsConnection *self, const char *sql, GError **error);
/* Where a row of SQLite's checks says that the damage is, in the reader's language ("page 7"); NULL where it does not.
 * Full. The row itself is a library's text, and for the debug output only. */
char *ys_connection_describe_damage (const char *row);
/* Sets @error from the handle's last failure: full disk, damage and so on get their own codes. */
void ys_connection_set_error (YsConnection *self, GError **error, const char *doing);

/* Text of a column, newly allocated, NULL for SQL NULL. */
char *ys_column_dup_text (sqlite3_stmt *statement, int column);
GBytes *ys_column_dup_bytes (sqlite3_stmt *statement, int column);

/* Our mark in the file header: "Yans". */
#define YS_STORE_APPLICATION_ID 0x59616e73
/* The newest schema this program knows. */
#define YS_STORE_VERSION 5

/* Goes on with a copy of the database in memory; the file stays as it is. */
gboolean ys_connection_move_to_memory (YsConnection *self, GError **error);
/* Makes or brings up the schema, each step one immediate transaction that also sets user_version. A file of a newer
 * version is refused with STORE_NEWER unless @read_only; an older one that may only be read is brought up in memory. */
gboolean ys_connection_migrate (YsConnection *self, gboolean read_only, GError **error);
int ys_connection_get_version (YsConnection *self);

G_END_DECLS
