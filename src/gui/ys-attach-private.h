/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attaching things that are no files a person chose: see ys-place.h for those. */
#pragma once

#include "ys-attach-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As ys_attach_files(), for @items (of YsAttachItem, taken). @folder (nullable): removed with what is in it when all is
 * done. */
void ys_attach_items (GtkWidget *from, YsWorkspace *workspace, guint task, GPtrArray *items, const char *folder);

G_END_DECLS
