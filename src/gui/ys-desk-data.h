/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk shows, gathered off the main loop: the newest sheet, returns, packages, what was last changed. */
#pragma once

#include "ys-overview.h"
#include "ys-workspace-keeping.h"

G_BEGIN_DECLS

typedef struct {
  guint task;
  gint64 at;
} YsDeskChange;

typedef struct {
  YsSheet *sheet;        /* NULL: not scored yet */
  YsSheetUnit *own;      /* of the sheet; NULL for offices that are no county */
  GPtrArray *returns;    /* YsReturnReason */
  gint64 returned_at;    /* 0: never */
  guint returned_revision;
  GPtrArray *packages;   /* YsPackageInfo, newest first */
  GArray *changes;       /* YsDeskChange, newest first, one for each task */
} YsDeskData;

void ys_desk_data_free (YsDeskData *self);
/* A YsWorkspaceFunc: reads the disk. Gives a YsDeskData. */
gpointer ys_desk_data_read (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
