/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample: a whole fictional city, made by the same use cases that offices use. Names and codes are invented. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

#define YS_SAMPLE_MAX_COUNTIES 12

/**
 * ys_sample_make:
 * @folder: must not exist or be empty; gets plan/, county-<code>/, city/, packages/
 * @counties: 1 to 12
 * @seed: the same seed gives the same plan, packages and PDFs byte for byte, and workspaces of the same content
 *
 * Built beside @folder and moved there whole; nothing is left behind on failure or cancel. Sets clock and ids of the
 * process while it runs: nothing else may make records meanwhile. Long; not on the main loop.
 */
gboolean ys_sample_make (const char *folder, guint counties, guint64 seed, YsProgressFunc progress, gpointer data,
                         GCancellable *cancellable, GError **error);
/* "county-990102": the folder of the first county, still filling in. */
const char *ys_sample_first_county (void);

G_END_DECLS
