/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 定档: the counties of the round with their states, and what the lead does with each: end its review, settle it, send it
 * feedback, open it again, decide on its appeals. */
#pragma once

#include "ys-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YS_TYPE_SETTLE_WINDOW (ys_settle_window_get_type ())
G_DECLARE_FINAL_TYPE (YsSettleWindow, ys_settle_window, YS, SETTLE_WINDOW, AdwWindow)

/* @unit NULL: the first that is not settled. */
void ys_settle_window_present (GtkWidget *from, YsWorkspace *workspace, const char *unit);

G_END_DECLS
