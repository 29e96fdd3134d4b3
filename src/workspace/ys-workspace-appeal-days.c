/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A feedback is found in the register of packages by unit and revision; its day is that of its id, not that of its import. */
#include "ys-workspace-appeal-days.h"

#include "ys-id.h"
#include "ys-workspace-appeal.h"
#include "ys-workspace-city.h"
#include "ys-workspace-opinion-private.h"

#include <glib/gi18n-lib.h>

/* With the lock held: the newest feedback for @unit on @revision that was made not after @moment. */
static const YsPackageRow *
find_feedback (YsWorkspace *self, const char *unit, guint revision, gint64 moment)
{
  const YsPackageRow *newest = NULL;

  for (guint i = 0; i < self->packages->len; i++)
    {
      const YsPackageRow *row = g_ptr_array_index (self->packages, i);

      if (g_str_equal (row->kind, "feedback") && row->revision == revision && ys_id_is_valid (row->id)
          && g_strcmp0 (row->receiver, unit) == 0 && ys_id_get_time (row->id) <= moment
          && (newest == NULL || g_strcmp0 (row->id, newest->id) > 0))
        newest = row;
    }
  return newest;
}

/* With the lock held: days of the round, as it counts now. */
static guint
get_days (YsWorkspace *self)
{
  return (self->effective != NULL ? self->effective : self->assessment)->appeal_days;
}

static void
count_from (YsAppealDays *days, const YsPackageRow *feedback)
{
  if (feedback == NULL)
    return;
  days->shown = ys_time_to_date (ys_id_get_time (feedback->id));
  days->until = days->days > 0 ? days->shown + days->days : 0;
  days->handed = feedback->incoming || !g_str_equal (feedback->state, "待送出");
}

void
ys_workspace_get_appeal_days (YsWorkspace *self, const char *unit, YsAppealDays *days)
{
  gboolean city = self->office == YS_OFFICE_CITY;
  guint revision = ys_workspace_get_revision (self);
  YsSubmissionState state = city ? ys_workspace_get_unit_state (self, unit, &revision) : ys_workspace_get_state (self);

  g_mutex_lock (&self->lock);
  *days = (YsAppealDays) { .days = get_days (self) };
  if (state == YS_SUBMISSION_SCORED || state == YS_SUBMISSION_FINAL)
    count_from (days, find_feedback (self, unit, revision, G_MAXINT64));
  g_mutex_unlock (&self->lock);
}

gboolean
ys_appeal_days_are_over (const YsAppealDays *self, YsDate day)
{
  return self->until != 0 && day > self->until;
}

gboolean
ys_workspace_is_appeal_late (YsWorkspace *self, const char *unit, guint revision, const char *id)
{
  YsAppealDays days = { .days = get_days (self) };
  const char *package = NULL;

  for (guint i = 0; i < self->opinions->deliveries->len; i++)
    {
      const YsDeliveryRow *row = g_ptr_array_index (self->opinions->deliveries, i);
      /* the first package with it counts, ids sort by time */
      if (g_str_equal (row->statement, id) && (package == NULL || strcmp (row->package, package) < 0))
        package = row->package;
    }
  if (package == NULL || !ys_id_is_valid (package))
    return FALSE;
  count_from (&days, find_feedback (self, unit, revision, ys_id_get_time (package)));
  return ys_appeal_days_are_over (&days, ys_time_to_date (ys_id_get_time (package)));
}

void
ys_workspace_add_appeals_against (YsWorkspace *self, const char *unit, GPtrArray *list)
{
  g_autoptr (GPtrArray) appeals = ys_workspace_dup_appeals (self, unit);
  YsAppealDays days;

  ys_workspace_get_appeal_days (self, unit, &days);
  g_autofree char *shown = ys_date_to_text (days.shown), *until = ys_date_to_text (days.until);
  if (days.days > 0 && days.shown == 0)
    g_ptr_array_add (list, g_strdup (_ ("The county was not shown its feedback; its days for an appeal have not begun")));
  else if (days.days > 0 && !days.handed)
    g_ptr_array_add (list, g_strdup_printf (_ ("The feedback of %s was not handed out to the county yet"), shown));
  if (days.until != 0 && !ys_appeal_days_are_over (&days, ys_clock_today ()))
    g_ptr_array_add (list, g_strdup_printf (_ ("The county may appeal until %s (%u days from the feedback of %s)"), until,
                                            days.days, shown));
  for (guint i = 0; i < appeals->len; i++)
    {
      const YsAppeal *appeal = g_ptr_array_index (appeals, i);

      if (appeal->answer == NULL)
        g_ptr_array_add (list, g_strdup_printf (_ ("Not answered yet: the appeal about %s"), appeal->title));
    }
}
