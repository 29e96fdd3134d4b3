/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping a workspace from the menu: a backup now, verifying everything, why it is read only. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace.h"

G_BEGIN_DECLS

/* Makes a backup and tells where it lies. @from: anywhere in the window. */
void ys_keeping_backup (GtkWidget *from, YsWorkspace *workspace);
/* Opens a window that verifies all, with progress, a way to stop and the result. */
void ys_keeping_verify (GtkWindow *parent, YsWorkspace *workspace);
void ys_keeping_say_why_read_only (GtkWindow *parent, YsWorkspace *workspace);

G_END_DECLS
