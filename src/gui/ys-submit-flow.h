/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking the steps of a submission: which one the state allows, asking where it can't be taken back, doing it. */
#pragma once

#include <gtk/gtk.h>

#include "ys-submit-data.h"

G_BEGIN_DECLS

typedef enum { YS_SUBMIT_REQUEST, YS_SUBMIT_APPROVE, YS_SUBMIT_HAND_IN, YS_SUBMIT_EXPORT } YsSubmitAct;

/* The one thing to do in the workspace's state. @why (full, nullable) gets the reason where it can't be done now. */
YsSubmitAct ys_submit_get_act (YsWorkspace *workspace, guint musts, gboolean *can, char **why);
const char *ys_submit_act_label (YsSubmitAct act);

/* Puts forward or approves; a message tells how it ended. */
void ys_submit_take_step (GtkWidget *from, YsWorkspace *workspace, YsSubmitAct act);
/* Asks for the reason, then takes back. */
void ys_submit_take_back (GtkWidget *from, YsWorkspace *workspace);
/* Says in numbers what will happen and asks; then hands in. Progress is shown in @stack, as its child "progress" beside
 * the one that is there, until it is done. */
void ys_submit_hand_in (GtkStack *stack, YsWorkspace *workspace, const YsSubmitData *data);

G_END_DECLS
