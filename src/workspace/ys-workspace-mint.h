/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minting packages: the act that settles a thing makes its package once and keeps it in packages/ (packages.md). */
#pragma once

#include "ys-package-writer.h"
#include "ys-workspace-private.h"
#include "ys-workspace-submit.h"

G_BEGIN_DECLS

/* A package in the making. */
typedef struct {
  YsPackageWriter *writer;
  YsPackageFacts *facts;   /* owned by the writer */
  char *path, *digest;     /* once written */
  guint64 size;
} YsMinting;
void ys_minting_clear (YsMinting *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsMinting, ys_minting_clear)

/* Begins a package of @kind for unit @to: id, number (next of its kind, receiver and round, or @revision where it is a
 * submission), what it replaces and follows, journal head. FALSE with @error. */
gboolean ys_minting_begin (YsMinting *self, YsWorkspace *workspace, YsPackageKind kind, const char *to,
                           guint revision, GError **error);
/* The same in @round, which need not be the workspace's own: upper offices write about the rounds of cities. */
gboolean ys_minting_begin_in_round (YsMinting *self, YsWorkspace *workspace, const YsAssessment *round,
                                    YsPackageKind kind, const char *to, guint revision, GError **error);
/* Adds catalogue, standard and assessment as they lie in the store; the latter with what the city added since. */
gboolean ys_minting_add_plan (YsMinting *self, YsWorkspace *workspace, GError **error);
gboolean ys_minting_add (YsMinting *self, const char *stem, GBytes *document);
/* Adds the journal's entries (those after number @after) and its head. */
gboolean ys_minting_add_journal (YsMinting *self, YsWorkspace *workspace, guint64 after, GError **error);
/* Lists and adds a PDF of the vault. */
void ys_minting_add_evidence (YsMinting *self, YsWorkspace *workspace, const YsEvidenceRow *row);
/* Writes it into packages/ and reads it back. */
gboolean ys_minting_write (YsMinting *self, YsWorkspace *workspace, YsProgressFunc progress, gpointer data,
                           GCancellable *cancellable, GError **error);
/* On the store's thread, inside the change that settles it: the row of the register. @state: Chinese. */
gboolean ys_minting_register (const YsMinting *self, YsConnection *connection, const char *state, GError **error);
/* The first time an own package goes out its state says so. Disk. */
gboolean ys_workspace_mark_exported (YsWorkspace *self, const YsPackageInfo *info, GError **error);
/* Takes a written but unsettled package away again. */
void ys_minting_drop (YsMinting *self);

G_END_DECLS
