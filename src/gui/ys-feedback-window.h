/* SPDX-License-Identifier: GPL-3.0-or-later */
/* County: what the city's newest feedback says of the submission, task by task, and the appeals 申诉 against it: written,
 * withdrawn until they are sent, and answered by the city. */
#pragma once

#include "ys-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YS_TYPE_FEEDBACK_WINDOW (ys_feedback_window_get_type ())
G_DECLARE_FINAL_TYPE (YsFeedbackWindow, ys_feedback_window, YS, FEEDBACK_WINDOW, AdwWindow)

void ys_feedback_window_present (GtkWidget *from, YsWorkspace *workspace);

G_END_DECLS
