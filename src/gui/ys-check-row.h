/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the check list, as an element of a list model: the head of a group, or something to be looked at. */
#pragma once

#include "ys-place.h"
#include "ys-workspace-submit.h"

G_BEGIN_DECLS

/* The groups, worst first. What the city returned stands above its own checks. */
typedef enum {
  YS_CHECK_GROUP_RETURNED, YS_CHECK_GROUP_MUST, YS_CHECK_GROUP_SHOULD, YS_CHECK_GROUP_HINT, YS_N_CHECK_GROUPS
} YsCheckGroup;

YsCheckGroup ys_check_group_of (YsCheckLevel level);
/* "must" … for settings and "filter:must". */
const char *ys_check_group_nick (YsCheckGroup group);
const char *ys_check_group_title (YsCheckGroup group); /* 必须 */
const char *ys_check_group_hint (YsCheckGroup group);  /* 不改好不能报送 */

#define YS_TYPE_CHECK_ROW (ys_check_row_get_type ())
G_DECLARE_FINAL_TYPE (YsCheckRow, ys_check_row, YS, CHECK_ROW, GObject)

/* The head of a group of @count lines. */
YsCheckRow *ys_check_row_new_head (YsCheckGroup group, guint count);
YsCheckRow *ys_check_row_new_check (const YsCheck *check);
/* A reason of the return at @when (display text); @title of its task, NULL for the whole. */
YsCheckRow *ys_check_row_new_return (const YsReturnReason *reason, const char *title, const char *when);

YsCheckGroup ys_check_row_get_group (YsCheckRow *self);
gboolean ys_check_row_is_head (YsCheckRow *self);
guint ys_check_row_get_count (YsCheckRow *self);           /* of a head */
const char *ys_check_row_get_number (YsCheckRow *self);    /* "32", "N1.2" or "" */
const char *ys_check_row_get_what (YsCheckRow *self);
const char *ys_check_row_get_why (YsCheckRow *self);
const char *ys_check_row_get_action (YsCheckRow *self);    /* NULL: nowhere to go */
const YsLocation *ys_check_row_get_location (YsCheckRow *self);
/* What a screen reader says of the whole line. Full. */
char *ys_check_row_dup_name (YsCheckRow *self);
/* First and last of its group, for the round corners of the card; part of what the row is. */
void ys_check_row_set_edges (YsCheckRow *self, gboolean first, gboolean last);
gboolean ys_check_row_is_first (YsCheckRow *self);
gboolean ys_check_row_is_last (YsCheckRow *self);
gboolean ys_check_row_equal (YsCheckRow *self, YsCheckRow *other);

G_END_DECLS
