/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The living check list: groups, worst first, each line a door to the field where it can be mended. */
#pragma once

#include "ys-check-row.h"

G_BEGIN_DECLS

#define YS_TYPE_CHECK_LIST (ys_check_list_get_type ())
G_DECLARE_FINAL_TYPE (YsCheckList, ys_check_list, YS, CHECK_LIST, GtkBox)

/* All lines, without heads, worst first (of YsCheckRow); rows that are equal to what stands there stay. */
void ys_check_list_set_rows (YsCheckList *self, GPtrArray *rows);
/* Only one group; YS_N_CHECK_GROUPS: all. */
void ys_check_list_set_filter (YsCheckList *self, YsCheckGroup group);
guint ys_check_list_get_count (YsCheckList *self, YsCheckGroup group);
/* All lines as set, unfiltered; unowned, NULL before the first. */
const GPtrArray *ys_check_list_get_rows (YsCheckList *self);
double ys_check_list_get_scroll (YsCheckList *self);
/* Kept until the list is high enough. */
void ys_check_list_set_scroll (YsCheckList *self, double scroll);

G_END_DECLS
