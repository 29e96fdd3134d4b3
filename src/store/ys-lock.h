/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lock of a workspace folder: one writer, named inside the lock file; free again when its holder is dead. */
#pragma once

#include "ys-error.h"

G_BEGIN_DECLS

/* Takes the lock of @folder for @holder (a line for people: program, person). Returns the descriptor that holds it, to be
 * given to ys_lock_free(); -1 with STORE_BUSY naming the holder and since when, or another error. Does not wait for the
 * lock, only a moment for a holder who has just come to write down its name. */
int ys_lock_take (const char *folder, const char *holder, GError **error);
/* Keeps writers away from @folder while it is read; any number may read. Sets @fd to the descriptor for ys_lock_free(),
 * or to -1 where there is no lock file or the place can't be locked: nobody writes there then. FALSE with STORE_BUSY
 * naming the holder. */
gboolean ys_lock_share (const char *folder, int *fd, GError **error);
/* Takes the name out and frees the lock. -1 is allowed. */
void ys_lock_free (int fd);

G_END_DECLS
