/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A package is made by the act of submitting, and its id carries that moment; when it arrived at the city says nothing
 * of the county. */
#include "ys-workspace-lateness.h"

#include "ys-id.h"
#include "ys-workspace-submit.h"

YsDate
ys_workspace_get_submission_day (YsWorkspace *self, const char *unit)
{
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (self);
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < packages->len; i++)
    {
      const YsPackageInfo *package = g_ptr_array_index (packages, i);

      if (package->incoming && g_strcmp0 (package->kind, "submission") == 0 && g_strcmp0 (package->from, unit) == 0
          && ys_id_is_valid (package->id))
        first = MIN (first, ys_id_get_time (package->id));
    }
  return first == G_MAXINT64 ? 0 : ys_time_to_date (first);
}

guint
ys_workspace_get_days_late (YsWorkspace *self, const char *unit)
{
  YsDate day = ys_workspace_get_submission_day (self, unit);
  YsDate closing = ys_workspace_get_assessment (self)->closing;

  return day > closing ? day - closing : 0;
}
