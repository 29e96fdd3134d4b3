/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lock of a workspace folder: one writer, named inside the lock file; free again when its holder is dead. */
#pragma once

#include "ys-error.h"

G_BEGIN_DECLS

/* Takes the lock of @folder for @holder (a line for people: program, person). Returns the descriptor that holds it, to be
 * closed to free it; -1 with STORE_BUSY naming the holder and since when, or another error. Never waits. */
int ys_lock_take (const char *folder, const char *holder, GError **error);
/* Keeps writers away from @folder while it is read; any number may read. Sets @fd to the descriptor to be closed, or to -1
 * where there is no lock file or the place can't be locked: nobody writes there then. FALSE with STORE_BUSY naming the
 * holder. Never waits. */
gboolean ys_lock_share (const char *folder, int *fd, GError **error);

G_END_DECLS
