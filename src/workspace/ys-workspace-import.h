/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What taking in one package and taking in a dossier share: its evidence, and its row in the register. */
#pragma once

#include "ys-package-read.h"
#include "ys-workspace-mint.h"

G_BEGIN_DECLS

/* Whether another package has the id or the name of @reading, so that keeping it would take that one's place. @held: set
 * where the very same one is here; NULL. Takes the lock. */
gboolean ys_import_clashes (YsWorkspace *self, const YsPackageReading *reading, gboolean *held);
/* Copies the PDFs of @reading that are not here yet into the vault; before the change. Disk. */
gboolean ys_import_take_evidence (YsWorkspace *self, const YsPackageReading *reading,
                                  GCancellable *cancellable, GError **error);
/* Inside the change: rows for those that have none yet. */
gboolean ys_import_store_evidence (const YsPackageFacts *facts, YsConnection *connection, GError **error);
/* Makes the receipt 回执 for who sent @reading, in @round: its digest, the verdicts, the head of our journal.
 * @state: of a submission afterwards; NULL. The caller registers it in the change, or drops it. Disk. */
gboolean ys_import_mint_receipt (YsMinting *minting, YsWorkspace *self, const YsAssessment *round,
                                 const YsPackageReading *reading, const char *state, GError **error);
/* Inside the change: the row of the register for the bag that is kept as @name. @state: Chinese; @reply
 * nullable. */
gboolean ys_import_register (const YsPackageReading *reading, const char *name, const char *state,
                             const char *reply, YsConnection *connection, GError **error);

G_END_DECLS
