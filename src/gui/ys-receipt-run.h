/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Examining and importing a package beside the window, with progress and a way to stop. */
#pragma once

#include "ys-workspace-upper.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Both run on a worker thread and report to @progress (a YsProgressBox, kept alive meanwhile); @callback comes on the main
 * context after the work has really ended, also where it was stopped. @workspace nullable when examining. */
void ys_receipt_examine (YsWorkspace *workspace, const char *path, GtkWidget *progress, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data);
void ys_receipt_import (YsWorkspace *workspace, const char *path, GtkWidget *progress, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data);
/* The receipt; full. NULL with @error where it can't be looked at at all. */
YsReceipt *ys_receipt_examine_finish (GAsyncResult *result, GError **error);
/* Whether it was imported: what was stopped too late is. */
gboolean ys_receipt_import_finish (GAsyncResult *result, GError **error);

/* The same for a dossier; importing gives the id by which it goes from then on (full). */
void ys_receipt_examine_dossier (YsWorkspace *workspace, const char *path, GtkWidget *progress, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
YsDossierReceipt *ys_receipt_examine_dossier_finish (GAsyncResult *result, GError **error);
void ys_receipt_import_dossier (YsWorkspace *workspace, const char *path, GtkWidget *progress, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
char *ys_receipt_import_dossier_finish (GAsyncResult *result, GError **error);

G_END_DECLS
