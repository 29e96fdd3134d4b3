/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the repositories turn rows into arrays, and small conversions of columns. */
#pragma once

#include "ys-repository.h"

/* One row of @statement as a new element. */
typedef gpointer (*YsRowFunc) (sqlite3_stmt *statement);
/* Steps @statement (NULL: @error is set already) to its end; array of what @read makes of each row. */
GPtrArray *ys_repository_collect (YsConnection *connection, sqlite3_stmt *statement, YsRowFunc read,
                                  GDestroyNotify free_row, GError **error);
/* "a b" ↔ strings; NULL and empty are NULL. */
GStrv ys_column_dup_words (sqlite3_stmt *statement, int column);
char *ys_words_join (char **words);
/* NULL where @date is 0. */
char *ys_date_to_column (YsDate date);
/* 0 where the column is NULL. */
YsDate ys_date_from_column (sqlite3_stmt *row, int column);
