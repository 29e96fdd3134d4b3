/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said, oldest first: opinions with verdict and points, answers with what was changed and their evidence. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace-opinion.h"

G_BEGIN_DECLS

/* A card for @statements (of YsStatement). Full. */
GtkWidget *ys_said_thread_new (YsWorkspace *workspace, const GPtrArray *statements);

G_END_DECLS
