/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button that says how often a PDF is cited, and opens the list of where: each line leads there. */
#pragma once

#include "ys-workspace-evidence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkMenuButton. */
GtkWidget *ys_evidence_cites_new (YsWorkspace *workspace);
void ys_evidence_cites_set (GtkMenuButton *button, const YsEvidenceInfo *info);

G_END_DECLS
