/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that leave the program: asks for a place, writes there off the main loop, says where the file is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Writes the file @path, whole or not at all; runs on a worker thread. @force: what is there may be replaced, the person
 * has said so. @note: what the person has to know about the file beside that it is there; NULL: nothing. */
typedef gboolean (*YsSaveFunc) (gpointer data, const char *path, gboolean force, char **note, GError **error);

/* Opens a file chooser over the window of @from, in the folder that was used last. @title: of the chooser; @name: of
 * the file without @ending (".pdf"), which a name typed without gets. Takes @data. */
void ys_save_file (GtkWidget *from, const char *title, const char *name, const char *ending, YsSaveFunc func,
                   gpointer data, GDestroyNotify free_data);
/* The folder that was used last; before the first time that of the person's documents. Full. */
GFile *ys_save_file_dup_folder (void);

G_END_DECLS
