/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence of a task in the review: the cited page cut out at reading size, and a verdict for each
 * citation. */
#pragma once

#include <gtk/gtk.h>

#include "ys-assess-view.h"

G_BEGIN_DECLS

#define YS_TYPE_ASSESS_EVIDENCE (ys_assess_evidence_get_type ())
G_DECLARE_FINAL_TYPE (YsAssessEvidence, ys_assess_evidence, YS, ASSESS_EVIDENCE, GtkBox)
/* Signals: "verdict" (char *citation, int verdict), chosen by the person, -1 takes it back; "cite" (const YsCiteChoice *),
 * evidence of the city for this cell, its target a scoring point or NULL for the task; "uncite" (char *citation). */

GtkWidget *ys_assess_evidence_new (YsWorkspace *workspace);
void ys_assess_evidence_show (YsAssessEvidence *self, const YsAssessView *view);
/* Height of the cut-out, in pixels. */
void ys_assess_evidence_set_height (YsAssessEvidence *self, int height);

G_END_DECLS
