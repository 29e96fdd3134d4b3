/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two occurrences side by side that may be one: which record stays, and what is stated of it from then on. Nothing is
 * merged before a reason is given; the other record stays readable. */
#pragma once

#include "ys-negative-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YS_TYPE_MERGE_WINDOW (ys_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (YsMergeWindow, ys_merge_window, YS, MERGE_WINDOW, AdwWindow)

/* @one stays to begin with. Both are on @view and of one county. */
void ys_merge_window_present (GtkWidget *from, const YsNegativeView *view, const char *one, const char *other);

G_END_DECLS
