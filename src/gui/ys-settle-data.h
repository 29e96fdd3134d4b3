/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pane of one county shows, read off the main loop; and the steps that it takes there. */
#pragma once

#include "ys-workspace-appeal-days.h"
#include "ys-workspace-appeal.h"
#include "ys-workspace-city.h"

G_BEGIN_DECLS

typedef struct
{
  char *unit;
  YsSheet *sheet;          /* by the decided score; NULL: none */
  GPtrArray *unfinished;   /* char* */
  GPtrArray *against;      /* char*: what stands against settling now */
  YsAppealDays days;
  GPtrArray *settlements;  /* YsSettlement */
  GPtrArray *appeals;      /* YsAppeal */
  YsSubmissionState state;
  guint revision;          /* 0: nothing came in */
} YsSettleData;
/* A YsWorkspaceFunc; @data: the unit. Disk. */
gpointer ys_settle_data_read (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error);
void ys_settle_data_free (YsSettleData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsSettleData, ys_settle_data_free)
/* The county on its sheet; NULL: nothing came in. */
const YsSheetUnit *ys_settle_data_get_unit (const YsSettleData *self);
/* "86.43分 优秀 第3名": what settling would state. Full. */
char *ys_settle_data_dup_result (const YsSettleData *self);

/* "可申诉至 2022-02-10（反馈日 2022-02-03）": until when the county may appeal; "" where the round has no such days. Full. */
char *ys_settle_data_dup_days (const YsSettleData *self);

/* What settling rests on that nobody decided or verified, and what stands against it, each on a line of its own that begins
 * with a line break; "" where there is nothing. Full. */
char *ys_settle_data_dup_caveats (const YsSettleData *self);

typedef enum
{
  YS_SETTLE_FINISH,
  YS_SETTLE_SETTLE,
  YS_SETTLE_FEEDBACK,
  YS_SETTLE_REOPEN,
  YS_SETTLE_APPEAL,
  YS_SETTLE_ANSWER, /* an appeal, in words */
  YS_N_SETTLE_ACTS
} YsSettleAct;
typedef struct
{
  YsSettleAct act;
  char *unit, *reason, *approver, *appeal; /* the last two of APPEAL and ANSWER */
} YsSettleStep;
void ys_settle_step_free (gpointer step);
/* A YsWorkspaceFunc; @data: YsSettleStep. Non-NULL where it was done. Disk. */
gpointer ys_settle_step_take (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
