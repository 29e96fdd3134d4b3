/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The endless work of an office, told step by step, for tests that kill it. */
#pragma once

#include "ys-workspace.h"

/* @words: seed, a PDF. Prints "ready", then for each step "begin NUMBER WHAT…" before and "done NUMBER" once the program
 * has said that it is saved; WHAT is "set TASK KEY=TEXT…", "type TASK KEY TEXT" (a draft) and then "settle TASK KEY",
 * "fill TASK KEY TEXT" (both at once), "attach DIGEST", "cite DIGEST TASK", "none ITEM yes|no" or "undo". Returns only on an error. */
gboolean office_work (YsWorkspace *workspace, char **words, GError **error);
