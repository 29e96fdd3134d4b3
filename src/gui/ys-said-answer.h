/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card in which this office answers an opinion or a finding. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace-opinion.h"

G_BEGIN_DECLS

#define YS_TYPE_SAID_ANSWER (ys_said_answer_get_type ())
G_DECLARE_FINAL_TYPE (YsSaidAnswer, ys_said_answer, YS, SAID_ANSWER, GtkBox)

GtkWidget *ys_said_answer_new (void);
/* For the opinion or finding @id; hides itself where nobody of this office ever answers it. @unsent (nullable): the own
 * answer that can still be changed. */
void ys_said_answer_show (YsSaidAnswer *self, YsWorkspace *workspace, const char *id, const YsStatement *unsent);

G_END_DECLS
