/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handing the dossier in, asked about in numbers, and writing it to a stick; both show how far they are and can be
 * stopped. */
#pragma once

#include <gtk/gtk.h>

#include "ys-dossier-data.h"

G_BEGIN_DECLS

/* Says what will happen and asks; then hands in. Progress is shown in @foot in the place of what is there. */
void ys_dossier_hand_in (GtkStack *foot, YsWorkspace *workspace, const YsDossierData *data);

/* How writing ended: @path (written and read back) or @error; @folder is where to, to go on there. */
typedef void (*YsDossierWritten) (GtkWidget *owner, const char *folder, const char *path, const GError *error);
/* Writes the dossier @id into @folder (NULL: a file chooser asks), completing one that lies there. @done is called with
 * @owner unless nothing was chosen. What differs there is replaced only after asking. */
void ys_dossier_write (GtkStack *foot, YsWorkspace *workspace, const char *id, const char *folder, YsDossierWritten done,
                       GtkWidget *owner);

G_END_DECLS
