/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which counties handed in after the closing date 迟报. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

/* The day on which the first submission of @unit that came in was made, in local time; 0 where none did. One that was
 * returned and comes again is not late by that: the first one counts. Memory. */
YsDate ys_workspace_get_submission_day (YsWorkspace *self, const char *unit);
/* Days by which that is after the round's closing date; 0: in time, or nothing came in. */
guint ys_workspace_get_days_late (YsWorkspace *self, const char *unit);

G_END_DECLS
