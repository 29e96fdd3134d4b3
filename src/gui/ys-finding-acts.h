/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an office does with a finding that it raised: verify it with a note, take away what has not travelled. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace-finding.h"

G_BEGIN_DECLS

#define YS_TYPE_FINDING_ACTS (ys_finding_acts_get_type ())
G_DECLARE_FINAL_TYPE (YsFindingActs, ys_finding_acts, YS, FINDING_ACTS, GtkBox)
/* Signal "change" (): it is to be changed in the form. */

GtkWidget *ys_finding_acts_new (void);
/* Hides itself where the finding is another office's, or verified. */
void ys_finding_acts_show (YsFindingActs *self, YsWorkspace *workspace, const YsFinding *finding);

G_END_DECLS
