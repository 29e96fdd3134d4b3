/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What examining and importing a package share inside the workspace. */
#pragma once

#include "ys-package-read.h"
#include "ys-workspace-private.h"
#include "ys-workspace-submit.h"

G_BEGIN_DECLS

/* Judges the order of @reading against the register. Takes @lock. */
void ys_receipt_judge_order (YsWorkspace *self, YsPackageReading *reading);
/* The page for @reading; @self NULL: judged against nothing. Full. */
YsReceipt *ys_receipt_new_for_reading (YsWorkspace *self, const char *path, YsPackageReading *reading);
/* Fills the stated and the recomputed scores of a submission, and what this workspace's present facts make of it. */
void ys_receipt_recompute (YsWorkspace *self, YsReceipt *receipt, const YsPackageReading *reading);
/* Lists what importing would change, in sentences, and what the package replaces; for one that can be imported. */
void ys_receipt_list_changes (YsWorkspace *self, YsReceipt *receipt, const YsPackageReading *reading);
/* A document of the own plan as it lies in the store, or NULL. Full. Disk. */
GBytes *ys_workspace_dup_plan_document (YsWorkspace *self, const char *stem);

G_END_DECLS
