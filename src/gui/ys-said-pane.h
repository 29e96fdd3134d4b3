/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One opinion or finding in full: facts, what was said, our answer, what is done with it; or the form of a finding. */
#pragma once

#include <gtk/gtk.h>

#include "ys-said-row.h"

G_BEGIN_DECLS

#define YS_TYPE_SAID_PANE (ys_said_pane_get_type ())
G_DECLARE_FINAL_TYPE (YsSaidPane, ys_said_pane, YS, SAID_PANE, GtkBox)
/* Signal "raised" (char *key): a finding was raised or changed, to be chosen in the list. */

/* Shows @row, or the same one as it stands now; NULL: nothing is chosen. Leaves the form where that is open. */
void ys_said_pane_show (YsSaidPane *self, YsWorkspace *workspace, YsSaidRow *row);
/* Opens the form of a new finding for @unit (NULL: to be chosen) and @task (0: none). */
void ys_said_pane_raise (YsSaidPane *self, YsWorkspace *workspace, const char *unit, guint task);

G_END_DECLS
