/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the dossier share: a dossier as it would be now, and finding kept packages. */
#pragma once

#include "ys-dossier-xml.h"
#include "ys-workspace-dossier.h"
#include "ys-workspace-mint.h"

G_BEGIN_DECLS

/* The city's dossier as it would be now. */
typedef struct
{
  YsFacts *facts; /* without scores that nobody may see yet */
  YsSheet *sheet;
  YsDossierIndex *index; /* of the counties that are ready */
  GHashTable *added;     /* digests of PDFs that the city added itself */
  GPtrArray *lines;      /* YsDossierLine */
} YsDossierDraft;
void ys_dossier_draft_clear (YsDossierDraft *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsDossierDraft, ys_dossier_draft_clear)
/* Scores and looks for packages. FALSE with @error. Takes the lock. Disk. */
gboolean ys_dossier_draft_compose (YsDossierDraft *self, YsWorkspace *workspace, GError **error);
/* What is missing of the draft itself, of char*; appended to @missing. */
void ys_dossier_draft_list_missing (const YsDossierDraft *self, YsWorkspace *workspace, GPtrArray *missing);
/* Everything that goes into the naming package, nothing written yet. */
gboolean ys_dossier_draft_fill (const YsDossierDraft *self, YsMinting *minting, YsWorkspace *workspace,
                                GError **error);
/* What a naming package says, as one text: the digests of its documents without the journal. Full. */
char *ys_dossier_content_of_minting (const YsMinting *minting);
/* What the newest naming package about @city said into @content (full), NULL where there is none. Disk. */
gboolean ys_dossier_said (YsWorkspace *workspace, const char *city, char **content, GError **error);
/* Inside the change: the rows of a naming package that was made here, and what it says. @about: id of the
 * city's own package, NULL where this is it. */
gboolean ys_dossier_register (const YsMinting *minting, const YsDossierIndex *index, const char *about,
                              YsConnection *connection, GError **error);

/* A copy of the row of the register, or NULL. Takes the lock. Full. */
YsPackageInfo *ys_workspace_dup_package (YsWorkspace *self, const char *id);
/* Reads every package that @index names where it is kept: FALSE with DOSSIER_MISSING or BAG_DIGEST where one is gone,
 * was changed or is another; what is not whole is never handed on. Takes the lock. Disk. */
gboolean ys_dossier_must_be_whole (YsWorkspace *self, const YsDossierIndex *index, YsProgressFunc progress,
                                   gpointer data, GCancellable *cancellable, GError **error);
/* Path of a kept package. Full. */
char *ys_workspace_build_package_path (YsWorkspace *self, const char *name);
/* With the lock held: the newest dossier row made here about the city @city, or NULL. */
const YsDossierRow *ys_workspace_peek_own_dossier (YsWorkspace *self, const char *city);
/* With the lock held. */
const YsDossierRow *ys_workspace_peek_dossier (YsWorkspace *self, const char *package);
const YsPackageRow *ys_workspace_peek_package (YsWorkspace *self, const char *id);

G_END_DECLS
