/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attaching several files one after the other on a thread: each ends with a digest or with the reason why not. */
#pragma once

#include "ys-workspace-evidence.h"

G_BEGIN_DECLS

/* @path: bytes of the file system; @name: for people. After the job @digest or @error is set, or neither where it was
 * stopped before. */
typedef struct
{
  char *path, *name, *title, *password;
  char *digest;
  gboolean already; /* it was there before */
  GError *error;
} YsAttachItem;

/* @title nullable: the file's name. */
YsAttachItem *ys_attach_item_new (const char *path, const char *title);
void ys_attach_item_free (YsAttachItem *self);

/* @items: of YsAttachItem; a folder is replaced by the PDFs in it. @progress: a YsProgressBox (nullable) that the caller
 * keeps until the callback. Finish with ys_workspace_run_finish(): the items, full; never an error. Items that have a
 * digest or an error are left alone. */
void ys_attach_run_async (YsWorkspace *workspace, GPtrArray *items, gpointer progress, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
