/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what a return, a feedback or a receipt says can be true of this workspace.
 * Asked when a package is looked at and again before anything of it is kept. */
#pragma once

#include "ys-package-read.h"
#include "ys-workspace-private.h"

G_BEGIN_DECLS

/* FALSE with all that does not fit: a return or feedback of other units or another revision, tasks that the catalogue
 * lacks, a receipt for what was not sent from here. Other kinds pass. Takes the lock. */
gboolean ys_import_check_content (YsWorkspace *self, const YsPackageReading *reading, GError **error);
/* Adds what @error, of domain YS_ERROR, holds: its list, or the single fault. */
void ys_import_add_error (YsFaults *faults, const GError *error);

G_END_DECLS
