/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing title and number of a PDF, and taking one that is not cited out of the list. */
#pragma once

#include "ys-workspace-evidence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Both ask the person first. */
void ys_evidence_rename (GtkWidget *from, YsWorkspace *workspace, const char *digest);
void ys_evidence_remove (GtkWidget *from, YsWorkspace *workspace, const char *digest);

G_END_DECLS
