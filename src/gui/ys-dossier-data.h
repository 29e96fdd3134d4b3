/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the place 上报材料 shows, gathered off the main loop: the check of the dossier, where each gap is closed, and the
 * package that was handed in last. */
#pragma once

#include "ys-place.h"
#include "ys-workspace-dossier.h"
#include "ys-workspace-submit.h"

G_BEGIN_DECLS

/* Something that is missing, and where one closes it. */
typedef struct {
  char *what;             /* in the reader's language */
  const char *action;     /* what one does there, translated; NULL: nothing to be done in this window */
  YsLocation *to;         /* NULL like @action */
} YsDossierGap;

typedef struct {
  YsDossierCheck *check;
  GPtrArray *gaps;        /* YsDossierGap: counties in the order of the round, then the whole */
  GPtrArray *packages;    /* YsPackageInfo, newest first */
  const YsPackageInfo *handed_in; /* of @packages; NULL: not handed in yet */
  char *to;               /* code of the office that it goes to; NULL where the round names none */
} YsDossierData;

void ys_dossier_data_free (YsDossierData *self);
/* A YsWorkspaceFunc: scores and looks for packages. Gives a YsDossierData. */
gpointer ys_dossier_data_read (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error);
/* The package of the register with the file name @name; NULL where it is not there. */
const YsPackageInfo *ys_dossier_data_find_package (const YsDossierData *self, const char *name);

G_END_DECLS
