/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pane beside the check list shows, gathered off the main loop. */
#pragma once

#include "ys-workspace-submit.h"

G_BEGIN_DECLS

typedef struct {
  YsSheet *sheet, *self_sheet;         /* resting on the computed and on the self scores; NULL: can't be scored */
  const YsSheetUnit *own, *own_self;   /* of these; NULL */
  GPtrArray *transitions;              /* YsTransition, oldest first */
  GPtrArray *returns;                  /* YsReturnReason of the last return */
  guint returned_revision;             /* 0: never returned */
  gint64 returned_at;
  GPtrArray *people;                   /* YsPerson */
  guint64 size;                        /* bytes that the package will have, about */
  guint evidence;                      /* PDFs that go with it */
  YsPackageInfo *package;              /* what was handed in as the current revision; NULL */
} YsSubmitData;

void ys_submit_data_free (YsSubmitData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsSubmitData, ys_submit_data_free)
/* A YsWorkspaceFunc. Gives a YsSubmitData. */
gpointer ys_submit_data_read (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error);
/* The last transition of the current revision into @state since it was last a draft; NULL. Unowned. */
const YsTransition *ys_submit_data_find (const YsSubmitData *self, guint revision, YsSubmissionState state);

G_END_DECLS
