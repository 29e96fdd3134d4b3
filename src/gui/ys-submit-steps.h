/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four steps 填报 → 审核 → 报送 → 受理, each with who and when. */
#pragma once

#include <gtk/gtk.h>

#include "ys-submit-data.h"

G_BEGIN_DECLS

#define YS_TYPE_SUBMIT_STEPS (ys_submit_steps_get_type ())
G_DECLARE_FINAL_TYPE (YsSubmitSteps, ys_submit_steps, YS, SUBMIT_STEPS, GtkBox)

/* @musts: what still forbids to go on. */
void ys_submit_steps_show (YsSubmitSteps *self, YsWorkspace *workspace, const YsSubmitData *data, guint musts);

G_END_DECLS
