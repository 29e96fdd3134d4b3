/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims of the county that a task or a point does not apply, with the lead's answer. */
#pragma once

#include <gtk/gtk.h>

#include "ys-assess-view.h"

G_BEGIN_DECLS

#define YS_TYPE_ASSESS_CLAIMS (ys_assess_claims_get_type ())
G_DECLARE_FINAL_TYPE (YsAssessClaims, ys_assess_claims, YS, ASSESS_CLAIMS, GtkBox)
/* Signal "answer" (char *point, gboolean accepted, char *reason): @point NULL is the task. */

GtkWidget *ys_assess_claims_new (void);
/* Hidden where there is none. What is being typed stays. */
void ys_assess_claims_show (YsAssessClaims *self, const YsAssessView *view);

G_END_DECLS
