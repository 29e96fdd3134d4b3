/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports and workbooks of a workspace as files: whole or not at all.
 * To print or show a report, ys-report.h draws it page by page from the workspace's sheet. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

/* The kinds of report by their stable names, NULL-terminated; unowned. */
const char *const *ys_workspace_report_kinds (void);

/**
 * ys_workspace_write_report:
 * @kind: one of ys_workspace_report_kinds()
 * @unit: (nullable): code; NULL in a county's workspace is itself
 * @force: replace a file that is there
 * @missing: (out) (nullable): a sentence naming the characters that no font here can draw, or NULL; Chinese, full
 *
 * Scores as things stand, drafts included, and writes the PDF. Errors: NOT_FOUND without a score of @unit or for an
 * unknown kind, FONTS, EXISTS, NO_SPACE, or a machine's. Disk.
 */
gboolean ys_workspace_write_report (YsWorkspace *self, const char *kind, const char *unit, const char *path,
                                    gboolean force, char **missing, GError **error);
/* The score sheet of @unit as xlsx; NULL in a county's workspace is itself, elsewhere the ranking of all. As above. */
gboolean ys_workspace_write_workbook (YsWorkspace *self, const char *unit, const char *path, gboolean force,
                                      GError **error);

G_END_DECLS
