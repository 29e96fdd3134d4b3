/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One county on its way to 定档: where it stands, what its review lacks, what the lead may do now, how it was settled
 * before, and its appeals. Signal: "told" (char *words) after something was done. */
#pragma once

#include "ys-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_SETTLE_PANE (ys_settle_pane_get_type ())
G_DECLARE_FINAL_TYPE (YsSettlePane, ys_settle_pane, YS, SETTLE_PANE, GtkBox)

GtkWidget *ys_settle_pane_new (void);
void ys_settle_pane_show (YsSettlePane *self, YsWorkspace *workspace, const char *unit);
/* Reads again what it shows, off the main loop. */
void ys_settle_pane_update (YsSettlePane *self);

G_END_DECLS
