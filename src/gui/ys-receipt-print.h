/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The receipt of a package on paper: what was checked, with what result, whether it was imported. */
#pragma once

#include "ys-paper.h"
#include "ys-workspace-submit.h"

G_BEGIN_DECLS

/* Always Chinese. @workspace nullable: no workspace is open, so it says nothing of who checked. Full. */
YsPaper *ys_receipt_paper_new (const YsReceipt *receipt, YsWorkspace *workspace, gboolean imported);

G_END_DECLS
