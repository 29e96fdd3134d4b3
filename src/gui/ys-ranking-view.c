/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet is ordered by place already; here it is divided by group, and who has no place is set apart. */
#include "ys-ranking-view.h"

#include <glib/gi18n-lib.h>

#include "ys-chart-sheet.h"
#include "ys-workspace-lateness.h"

static gboolean
is_of_group (const YsUnitInfo *info, const char *group)
{
  return g_strcmp0 (info->group_id, group) == 0;
}

static YsRankingEntry *
add_entry (YsRankingView *self, GPtrArray *to, const YsUnitInfo *info, const YsSheetUnit *unit)
{
  YsRankingEntry *entry = g_new0 (YsRankingEntry, 1);

  entry->info = info;
  entry->unit = unit;
  entry->days_late = ys_workspace_get_days_late (self->workspace, info->id);
  g_ptr_array_add (to, entry);
  return entry;
}

/* All ranked units of @group (NULL: those of none), under @name. */
static void
add_group (YsRankingView *self, const char *group, const char *name)
{
  guint first = self->ranked->len;

  for (guint i = 0; i < self->sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (self->sheet->units, i);
      YsRankingEntry *before = self->ranked->len > first ? self->ranked->pdata[self->ranked->len - 1] : NULL;
      YsRankingEntry *entry;

      if (unit->unit == NULL || !unit->has_rank || !is_of_group (unit->unit, group))
        continue;
      entry = add_entry (self, self->ranked, unit->unit, unit);
      entry->group = before == NULL ? name : NULL;
      entry->above = entry->beside = before != NULL ? before->unit : NULL;
      if (before != NULL && before->above == NULL)
        before->beside = unit;
    }
}

static void
count_open (YsRankingView *self, const YsSheetUnit *unit)
{
  guint open = 0;
  g_autofree char *thresholds = ys_sheet_unit_dup_open_thresholds (unit, &open);
  g_autoptr (YsChartBar) bar = ys_chart_bar_from_sheet (unit);

  self->open_thresholds += open;
  self->suspected += ys_sheet_unit_count_suspected (unit, NULL);
  self->open_points += unit->open_points;
  self->most = MAX (self->most, ys_chart_bar_length (bar));
}

YsRankingView *
ys_ranking_view_new (YsWorkspace *workspace, YsSheet *sheet, YsScoreFigure figure)
{
  YsRankingView *self = g_new0 (YsRankingView, 1);
  const GPtrArray *groups = sheet->standard->groups, *units = sheet->facts->assessment->units;

  self->workspace = g_object_ref (workspace);
  self->sheet = ys_sheet_ref (sheet);
  self->figure = figure;
  self->ranked = g_ptr_array_new_with_free_func (g_free);
  self->waiting = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < groups->len; i++)
    {
      const YsUnitGroup *group = g_ptr_array_index (groups, i);
      add_group (self, group->id, groups->len > 1 ? group->name : NULL);
    }
  add_group (self, NULL, groups->len > 0 ? _("Of no group") : NULL);
  for (guint i = 0; i < units->len; i++)
    {
      const YsUnitInfo *info = g_ptr_array_index (units, i);
      const YsSheetUnit *unit = info->kind == YS_OFFICE_COUNTY ? ys_sheet_get_unit (sheet, info->id) : NULL;

      if (unit != NULL)
        count_open (self, unit);
      if (info->kind == YS_OFFICE_COUNTY && (unit == NULL || !unit->has_rank))
        add_entry (self, self->waiting, info, unit);
    }
  return self;
}

void
ys_ranking_view_free (YsRankingView *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->ranked);
  g_ptr_array_unref (self->waiting);
  ys_sheet_unref (self->sheet);
  g_object_unref (self->workspace);
  g_free (self);
}

const YsRankingEntry *
ys_ranking_view_get_ranked (const YsRankingView *self, const char *unit)
{
  for (guint i = 0; i < self->ranked->len; i++)
    {
      const YsRankingEntry *entry = g_ptr_array_index (self->ranked, i);
      if (g_strcmp0 (entry->info->id, unit) == 0)
        return entry;
    }
  return NULL;
}

/* ---- words ---- */

const char *
ys_score_figure_label (YsScoreFigure figure)
{
  static const char *const labels[] = { NC_ ("figure", "Computed"), NC_ ("figure", "Self"), NC_ ("figure", "Decided") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "figure", labels[figure]);
}

const char *
ys_sheet_unit_get_grade_name (const YsSheet *sheet, const YsSheetUnit *unit)
{
  return ((const YsGrade *)g_ptr_array_index (sheet->standard->grades, unit->grade))->name;
}

guint
ys_sheet_unit_count_suspected (const YsSheetUnit *unit, YsPoints *would)
{
  guint count = 0;
  YsPoints sum = 0;

  for (guint i = 0; i < unit->occurrences->len; i++)
    {
      const YsSheetOccurrence *shown = g_ptr_array_index (unit->occurrences, i);
      count += shown->has_would_deduct;
      sum += shown->has_would_deduct ? shown->would_deduct : 0;
    }
  if (would != NULL)
    *would = sum;
  return count;
}

guint
ys_sheet_unit_count_points (const YsSheetUnit *unit, guint *decided)
{
  guint points = 0;

  *decided = 0;
  for (guint i = 0; i < unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, i);
      for (guint t = 0; t < part->tasks->len; t++)
        {
          const YsSheetTask *task = g_ptr_array_index (part->tasks, t);
          for (guint p = 0; task->applicable && p < task->details->len; p++)
            {
              const YsSheetPoint *point = g_ptr_array_index (task->details, p);
              points += point->applies;
              *decided += point->applies && point->is_decided;
            }
        }
    }
  return points;
}

char *
ys_sheet_unit_dup_open_thresholds (const YsSheetUnit *unit, guint *count)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < unit->thresholds->len; i++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (unit->thresholds, i);
      if (threshold->open)
        g_ptr_array_add (ids, threshold->item->id);
    }
  if (count != NULL)
    *count = ids->len;
  if (ids->len == 0)
    return NULL;
  g_ptr_array_add (ids, NULL);
  return g_strjoinv ("、", (char **)ids->pdata);
}
