/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for packages that several pages share: kind, number and revision, digest, the other office. */
#pragma once

#include "ys-workspace-submit.h"

G_BEGIN_DECLS

/* 自查申报, 退回 … for a kind's nick; the nick itself where it is unknown. */
const char *ys_register_kind_label (const char *kind);
/* "第2次" of a package that is about a revision, "第3号" of any other. Full. */
char *ys_register_dup_number (const char *kind, guint number, guint revision);
/* The name of unit @id, or the id where the round names no such unit. @workspace nullable. */
const char *ys_register_unit_name (YsWorkspace *workspace, const char *id);
/* The digest in 16 groups of four, four groups a line: to be read aloud and compared. Full. */
char *ys_register_dup_digest_lines (const char *digest);
/* Where the register keeps the file of @info. Full. */
char *ys_register_dup_path (YsWorkspace *workspace, const YsPackageInfo *info);

G_END_DECLS
