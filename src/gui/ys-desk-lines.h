/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of the desk's cards, in words, from what was counted and gathered. */
#pragma once

#include "ys-desk-data.h"
#include "ys-desk-section.h"

G_BEGIN_DECLS

/* Each gives an array of YsDeskLine; full. @summary and @data may be NULL: nothing is known yet. */
GPtrArray *ys_desk_lines_to_do (YsWorkspace *workspace, const YsSummary *summary, const YsDeskData *data);
GPtrArray *ys_desk_lines_returned (YsWorkspace *workspace, const YsDeskData *data);
GPtrArray *ys_desk_lines_changed (YsWorkspace *workspace, const YsDeskData *data);
GPtrArray *ys_desk_lines_parts (YsWorkspace *workspace, const YsDeskData *data);
GPtrArray *ys_desk_lines_packages (YsWorkspace *workspace, const YsDeskData *data);

/* Local time in the words of a desk: "10:32", "yesterday 17:05", else the day. Full. */
char *ys_desk_dup_when (gint64 microseconds);

G_END_DECLS
