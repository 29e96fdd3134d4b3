/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspaces opened before, the latest first, as the settings keep them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  char *folder, *unit, *round;
  char *state; /* how far it was when it was left, Chinese; "" where an office has no such state */
  gint64 used; /* seconds since 1970 */
} YsRecent;

void ys_recent_free (YsRecent *self);
/* Of YsRecent; full. Folders that are gone are left out of the list, not out of the settings. Looks at the disk
 * once for each, so it is called when a list is shown, never while typing. */
GPtrArray *ys_recent_dup_all (GSettings *settings);
/* @folder comes first now. */
void ys_recent_add (GSettings *settings, const char *folder, const char *unit, const char *round, const char *state);

G_END_DECLS
