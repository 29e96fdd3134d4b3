/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the round has come at this office, as the header says it. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  YS_STAGE_COUNTY,      /* a county: its submission's state says it */
  YS_STAGE_WAITING,     /* city: nothing came in; above: no dossier yet */
  YS_STAGE_REVIEWING,   /* city: something came in and not all of it is settled */
  YS_STAGE_SETTLED,     /* city: all that came in is settled, as long as no county of the city is missing */
  YS_STAGE_HANDED_IN,   /* city: a dossier was made and nothing is open again since */
  YS_STAGE_FIRST_REVIEW, /* province */
  YS_STAGE_SECOND_REVIEW, /* central body */
} YsRoundStage;

/* Memory. */
YsRoundStage ys_workspace_get_stage (YsWorkspace *self);
/* 待收件, 评审中, 已定档, 已上报, 初审中, 复审中, translated; "" for a county. */
const char *ys_round_stage_label (YsRoundStage stage);

G_END_DECLS
