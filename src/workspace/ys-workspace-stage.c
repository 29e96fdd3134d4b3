/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derived each time from the states of the counties and from what was handed in; nothing is kept. */
#include "ys-workspace-stage.h"
#include "ys-workspace-city.h"
#include "ys-workspace-dossier-private.h"
#include "ys-workspace-upper.h"

#include <glib/gi18n-lib.h>

static YsRoundStage
stage_of_city (YsWorkspace *self)
{
  const GPtrArray *units = ys_workspace_get_assessment (self)->units;
  guint counties = 0, received = 0, settled = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (units, i);
      YsSubmissionState state;

      if (unit->kind != YS_OFFICE_COUNTY || g_strcmp0 (unit->parent, ys_workspace_get_unit (self)) != 0)
        continue;
      state = ys_workspace_get_unit_state (self, unit->id, NULL);
      counties++;
      received += state >= YS_SUBMISSION_ACCEPTED;
      settled += state == YS_SUBMISSION_FINAL;
    }
  if (received == 0)
    return YS_STAGE_WAITING;
  if (settled < counties)
    return YS_STAGE_REVIEWING;
  g_mutex_lock (&self->lock);
  gboolean handed_in = ys_workspace_peek_own_dossier (self, NULL) != NULL;
  g_mutex_unlock (&self->lock);
  return handed_in ? YS_STAGE_HANDED_IN : YS_STAGE_SETTLED;
}

YsRoundStage
ys_workspace_get_stage (YsWorkspace *self)
{
  YsOfficeKind office = ys_workspace_get_office (self);
  g_autoptr (GPtrArray) dossiers = NULL;

  if (office == YS_OFFICE_COUNTY)
    return YS_STAGE_COUNTY;
  if (office == YS_OFFICE_CITY)
    return stage_of_city (self);
  dossiers = ys_workspace_dup_dossiers (self);
  if (dossiers->len == 0)
    return YS_STAGE_WAITING;
  return office == YS_OFFICE_CENTRAL ? YS_STAGE_SECOND_REVIEW : YS_STAGE_FIRST_REVIEW;
}

const char *
ys_round_stage_label (YsRoundStage stage)
{
  switch (stage)
    {
    case YS_STAGE_WAITING:
      return _("Waiting for packages");
    case YS_STAGE_REVIEWING:
      return _("Under review");
    case YS_STAGE_SETTLED:
      return _("All settled");
    case YS_STAGE_HANDED_IN:
      return _("Handed in above");
    case YS_STAGE_FIRST_REVIEW:
      return _("First review");
    case YS_STAGE_SECOND_REVIEW:
      return _("Second review");
    case YS_STAGE_COUNTY:
    default:
      return "";
    }
}
