/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Appeals 申诉 as both offices see them: what the county holds wrong, and what the city answered. Making and sending them is
 * with the opinions (ys-workspace-opinion.h), opening a settled unit because of one with the city (ys-workspace-city.h). */
#pragma once

#include "ys-workspace-opinion.h"

G_BEGIN_DECLS

/* One appeal as its office knows it, with the city's newest answer. */
typedef struct {
  char *id, *unit, *person, *title; /* title: what it is about, Chinese: "渭滨区 第32项 综治中心规范化" */
  char *item;                       /* negative item or occurrence; NULL */
  guint task, revision;             /* task 0: none; of the submission that the feedback was on */
  gboolean has_points;
  YsPoints points;                  /* that the county holds right */
  char *reason;
  gint64 at;
  gboolean sent;                    /* it has travelled and never changes */
  gboolean late;                    /* it was sent after the last day 逾期 (ys-workspace-appeal-days.h) */
  char *answer, *answered_by;       /* NULL: not answered yet */
  gint64 answered_at;
} YsAppeal;
void ys_appeal_free (YsAppeal *self);
/* Of @unit, oldest first; of YsAppeal. Full. Memory. */
GPtrArray *ys_workspace_dup_appeals (YsWorkspace *self, const char *unit);

/* As ys_workspace_appeal(), against a negative item or an occurrence. Disk. */
char *ys_workspace_appeal_item (YsWorkspace *self, const char *item, const char *reason, GError **error);
/* County: takes one back that was not sent. Disk. */
gboolean ys_workspace_withdraw_appeal (YsWorkspace *self, const char *id, GError **error);

G_END_DECLS
