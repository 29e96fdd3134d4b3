/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip below the header: warnings that change what the figures mean, each with its jump. */
#pragma once

#include "ys-overview.h"
#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_STRIP (ys_strip_get_type ())
G_DECLARE_FINAL_TYPE (YsStrip, ys_strip, YS, STRIP, GtkBox)

/* Shows what holds for @workspace and follows it; call once. */
void ys_strip_set_workspace (YsStrip *self, YsWorkspace *workspace);
/* What the page in view reads (nullable, taken): that it can't be changed here, and where it came from. */
void ys_strip_set_reading (YsStrip *self, YsReading *reading);

G_END_DECLS
