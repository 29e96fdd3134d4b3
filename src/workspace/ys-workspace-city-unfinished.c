/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps a review from being finished and a unit from being settled. Nothing is refused here: whoever gives a reason
 * goes on all the same (ys-workspace-city.c). */
#include "ys-workspace-city.h"

#include "ys-scoring.h"
#include "ys-workspace-appeal-days.h"
#include "ys-workspace-review-private.h"

#include <glib/gi18n-lib.h>

/* With the lock held: names of the assessors of the point's task who have not scored it. */
static void
name_missing (YsWorkspace *self, const YsUnitReview *review, const YsPoint *point, GString *names)
{
  for (guint i = 0; i < review->assignments->len; i++)
    {
      const YsAssignment *assignment = g_ptr_array_index (review->assignments, i);
      const YsAssessor *assessor = ys_workspace_peek_assessor_by_id (self, assignment->assessor);
      gboolean scored = FALSE;

      if (assignment->task != point->task->number || assignment->released || assessor == NULL)
        continue;
      for (guint s = 0; s < review->scores->len && !scored; s++)
        {
          const YsReviewScore *score = g_ptr_array_index (review->scores, s);
          scored = g_str_equal (score->assessor, assignment->assessor) && g_str_equal (score->point, point->id);
        }
      if (!scored)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", assessor->name);
    }
}

static gboolean
is_decided_by_lead (const YsUnitReview *review, const char *point)
{
  for (guint i = 0; i < review->decisions->len; i++)
    if (g_str_equal (((YsDecision *) g_ptr_array_index (review->decisions, i))->point, point))
      return TRUE;
  return FALSE;
}

/* Points that apply, that somebody was assigned to, and that not all of these have scored. */
static void
add_unscored (YsWorkspace *self, const YsSheetUnit *sheet, const YsUnitReview *review, GPtrArray *list)
{
  g_auto (YsReviewProgress) progress = { 0 };

  ys_review_progress_init (&progress, self->standard, review);
  for (guint i = 0; i < self->standard->points->len; i++)
    {
      const YsPoint *point = g_ptr_array_index (self->standard->points, i);
      const YsSheetTask *task = sheet != NULL ? ys_sheet_unit_get_task (sheet, point->task->number) : NULL;
      g_autoptr (GString) names = NULL;

      if (progress.assigned[point->task->index] == 0 || ys_review_progress_is_complete (&progress, point)
          || (task != NULL && (!task->applicable || !sheet->points[point->index].applies))
          || is_decided_by_lead (review, point->id))
        continue;
      names = g_string_new (NULL);
      name_missing (self, review, point, names);
      g_ptr_array_add (list, g_strdup_printf (_("Task %u, point %s: not scored by %s"), point->task->number, point->id,
                                              names->str));
    }
}

GPtrArray *
ys_workspace_dup_unfinished (YsWorkspace *self, const char *unit)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YsSheet) sheet = ys_workspace_score (self, YS_DECIDED, TRUE, NULL);
  g_autoptr (GPtrArray) for_lead = ys_workspace_dup_points_for_lead (self, unit);
  YsUnitReview *review;

  if (self->office != YS_OFFICE_CITY)
    return list;
  g_mutex_lock (&self->lock);
  review = ys_workspace_build_unit_review (self, unit);
  if (review != NULL)
    add_unscored (self, sheet != NULL ? ys_sheet_get_unit (sheet, unit) : NULL, review, list);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&review, ys_unit_review_free);
  for (guint i = 0; i < for_lead->len; i++)
    {
      const YsPointForLead *waiting = g_ptr_array_index (for_lead, i);
      const YsPoint *point = ys_standard_get_point (self->standard, waiting->point);
      g_ptr_array_add (list, g_strdup_printf (waiting->spread ? _("Task %u, point %s: scores too far apart, the lead decides")
                                                              : _("Task %u, point %s: the lead was asked to look again"),
                                              point->task->number, point->id));
    }
  return list;
}

GPtrArray *
ys_workspace_dup_against_settling (YsWorkspace *self, const char *unit)
{
  /* whoever finished the review with points open has given his reason then */
  GPtrArray *list = ys_workspace_get_unit_state (self, unit, NULL) == YS_SUBMISSION_ACCEPTED
                      ? ys_workspace_dup_unfinished (self, unit) : g_ptr_array_new_with_free_func (g_free);

  if (self->office == YS_OFFICE_CITY)
    ys_workspace_add_appeals_against (self, unit, list);
  return list;
}
