/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports made of a workspace: the opinion sheet says what was really said. For files see ys-workspace-report.h. */
#pragma once

#include "ys-report.h"
#include "ys-workspace.h"

G_BEGIN_DECLS

/* As ys_report_new(); an opinion sheet gets the opinions of this office, or at city and county those of the highest
 * office that gave any, with their answers and the conclusion. Full. Long. */
YsReport *ys_workspace_new_report (YsWorkspace *self, YsReportKind kind, YsSheet *sheet, const char *unit, GError **error);

G_END_DECLS
