/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check list on paper, to be gone through away from the screen. */
#pragma once

#include "ys-check-row.h"
#include "ys-paper.h"

G_BEGIN_DECLS

/* @rows: of YsCheckRow, all lines without heads. Always Chinese. Full. */
YsPaper *ys_check_paper_new (YsWorkspace *workspace, const GPtrArray *rows);

G_END_DECLS
