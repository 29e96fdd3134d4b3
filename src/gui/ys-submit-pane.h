/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane beside the check list: where the submission stands, what it will state, and the one button of its state. */
#pragma once

#include <gtk/gtk.h>

#include "ys-submit-data.h"

G_BEGIN_DECLS

#define YS_TYPE_SUBMIT_PANE (ys_submit_pane_get_type ())
G_DECLARE_FINAL_TYPE (YsSubmitPane, ys_submit_pane, YS, SUBMIT_PANE, GtkBox)

/* @musts: what still forbids to go on; @data is taken. */
void ys_submit_pane_show (YsSubmitPane *self, YsWorkspace *workspace, YsSubmitData *data, guint musts);
/* Focus to the button of the state. */
void ys_submit_pane_focus_act (YsSubmitPane *self);

G_END_DECLS
