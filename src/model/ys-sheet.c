/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet 得分表 as an object: made and filled by scoring, then shared and never changed.
 * Lists without elements are one shared empty array, so that thousands of units cost no empty lists. */
#include "ys-sheet.h"

static GPtrArray *
nothing (void)
{
  static gsize made = 0;

  if (g_once_init_enter (&made))
    g_once_init_leave (&made, (gsize)g_ptr_array_new ());
  return (GPtrArray *)made;
}

void
ys_sheet_add (GPtrArray **list, gpointer element, GDestroyNotify free_element)
{
  if (*list == nothing ())
    *list = g_ptr_array_new_with_free_func (free_element);
  g_ptr_array_add (*list, element);
}

void
ys_sheet_add_why (GPtrArray **list, YsWhy *why)
{
  ys_sheet_add (list, why, (GDestroyNotify)ys_why_free);
}

static void
drop (GPtrArray *list)
{
  if (list != nothing ())
    g_ptr_array_unref (list);
}

void
ys_sheet_gate_free (YsSheetGate *self)
{
  g_free (self->id);
  g_free (self->title);
  ys_why_free (self->why);
  g_free (self);
}

void
ys_sheet_candidate_free (YsSheetCandidate *self)
{
  ys_why_free (self->why);
  g_free (self);
}

YsSheetOccurrence *
ys_sheet_occurrence_new (const YsOccurrence *occurrence)
{
  YsSheetOccurrence *self = g_new0 (YsSheetOccurrence, 1);

  self->occurrence = occurrence;
  self->candidates = nothing ();
  self->why = nothing ();
  return self;
}

void
ys_sheet_occurrence_free (YsSheetOccurrence *self)
{
  drop (self->candidates);
  drop (self->why);
  g_free (self);
}

YsSheetThreshold *
ys_sheet_threshold_new (const YsNegativeItem *item)
{
  YsSheetThreshold *self = g_new0 (YsSheetThreshold, 1);

  self->item = item;
  self->why = nothing ();
  return self;
}

void
ys_sheet_threshold_free (YsSheetThreshold *self)
{
  g_free (self->shortfall);
  drop (self->why);
  g_free (self);
}

void
ys_sheet_contained_free (YsSheetContained *self)
{
  ys_why_free (self->why);
  g_free (self);
}

static void
init_point (YsSheetPoint *self, const YsPoint *point)
{
  self->point = point;
  self->why = self->why_decided = self->gates = self->waiting = nothing ();
}

static void
clear_point (YsSheetPoint *self)
{
  g_free (self->measure_text);
  drop (self->why);
  drop (self->why_decided);
  drop (self->gates);
  drop (self->waiting);
}

static void
free_task (gpointer data)
{
  YsSheetTask *self = data;

  g_free (self->brings);
  g_ptr_array_unref (self->details);
  drop (self->why);
  drop (self->gates);
  drop (self->waiting);
  g_free (self);
}

static void
free_part (gpointer data)
{
  YsSheetPart *self = data;

  g_ptr_array_unref (self->tasks);
  drop (self->gates);
  drop (self->waiting);
  drop (self->why);
  g_free (self);
}

static void
free_unit (gpointer data)
{
  YsSheetUnit *self = data;

  for (guint i = 0; i < self->n_points; i++)
    clear_point (&self->points[i]);
  for (guint i = 0; i < self->n_bonus_points; i++)
    clear_point (&self->bonus_points[i]);
  g_free (self->points);
  g_free (self->bonus_points);
  g_free (self->no_rank_reason);
  g_ptr_array_unref (self->parts);
  drop (self->bonus_details);
  drop (self->occurrences);
  drop (self->thresholds);
  drop (self->contained);
  drop (self->vetoes);
  drop (self->gates);
  drop (self->waiting);
  drop (self->warnings);
  drop (self->open);
  drop (self->why);
  g_free (self);
}

static YsSheetTask *
add_task (YsSheetPart *part, const YsTaskStandard *standard)
{
  YsSheetTask *self = g_new0 (YsSheetTask, 1);

  self->standard = standard;
  self->details = g_ptr_array_sized_new (standard->items->len);
  self->why = self->gates = self->waiting = nothing ();
  g_ptr_array_add (part->tasks, self);
  return self;
}

static void
add_parts (YsSheetUnit *unit, const YsStandard *standard)
{
  const YsCatalogue *catalogue = standard->catalogue;

  for (guint i = 0; i < catalogue->parts->len; i++)
    {
      YsSheetPart *part = g_new0 (YsSheetPart, 1);

      part->heading = g_ptr_array_index (catalogue->parts, i);
      part->tasks = g_ptr_array_new_with_free_func (free_task);
      part->gates = part->waiting = part->why = nothing ();
      g_ptr_array_add (unit->parts, part);
    }
  for (guint i = 0; i < catalogue->tasks->len; i++)
    {
      const YsTask *task = g_ptr_array_index (catalogue->tasks, i);
      const YsTaskStandard *rules = g_ptr_array_index (standard->by_task, i);
      YsSheetTask *sheet = add_task (g_ptr_array_index (unit->parts, task->part), rules);

      for (guint j = 0; j < rules->items->len; j++)
        {
          const YsPoint *point = g_ptr_array_index (rules->items, j);

          g_ptr_array_add (sheet->details, &unit->points[point->index]);
        }
    }
}

YsSheetUnit *
ys_sheet_unit_new (YsSheet *self, const YsUnitInfo *unit, const YsSubmission *submission)
{
  YsSheetUnit *sheet = g_new0 (YsSheetUnit, 1);
  const YsStandard *standard = self->standard;

  sheet->unit = unit;
  sheet->submission = submission;
  sheet->n_points = standard->points->len;
  sheet->n_bonus_points = standard->bonus->len;
  sheet->points = g_new0 (YsSheetPoint, sheet->n_points);
  sheet->bonus_points = g_new0 (YsSheetPoint, sheet->n_bonus_points);
  for (guint i = 0; i < sheet->n_points; i++)
    init_point (&sheet->points[i], g_ptr_array_index (standard->points, i));
  for (guint i = 0; i < sheet->n_bonus_points; i++)
    init_point (&sheet->bonus_points[i], g_ptr_array_index (standard->bonus, i));
  sheet->parts = g_ptr_array_new_with_free_func (free_part);
  sheet->bonus_details = sheet->occurrences = sheet->thresholds = sheet->contained = nothing ();
  sheet->vetoes = sheet->gates = sheet->waiting = sheet->warnings = sheet->open = sheet->why = nothing ();
  add_parts (sheet, standard);
  return sheet;
}

YsSheet *
ys_sheet_new (YsStandard *standard, YsFacts *facts)
{
  YsSheet *self = g_atomic_rc_box_new0 (YsSheet);

  self->standard = ys_standard_ref (standard);
  self->facts = ys_facts_ref (facts);
  self->units = g_ptr_array_new_with_free_func (free_unit);
  return self;
}

YsSheet *
ys_sheet_ref (YsSheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_sheet (gpointer data)
{
  YsSheet *self = data;

  g_ptr_array_unref (self->units);
  ys_standard_unref (self->standard);
  ys_facts_unref (self->facts);
}

void
ys_sheet_unref (YsSheet *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_sheet);
}

YsSheetUnit *
ys_sheet_get_unit (const YsSheet *self, const char *unit)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      YsSheetUnit *sheet = g_ptr_array_index (self->units, i);

      if (g_strcmp0 (sheet->submission->unit, unit) == 0)
        return sheet;
    }
  return NULL;
}

YsSheetTask *
ys_sheet_unit_get_task (const YsSheetUnit *self, guint number)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (self->parts, i);

      for (guint j = 0; j < part->tasks->len; j++)
        {
          YsSheetTask *task = g_ptr_array_index (part->tasks, j);

          if (task->standard->number == number)
            return task;
        }
    }
  return NULL;
}

YsSheetPoint *
ys_sheet_unit_get_point (const YsSheetUnit *self, const char *point)
{
  for (guint i = 0; i < self->n_points; i++)
    {
      if (g_strcmp0 (self->points[i].point->id, point) == 0)
        return &self->points[i];
    }
  for (guint i = 0; i < self->n_bonus_points; i++)
    {
      if (g_strcmp0 (self->bonus_points[i].point->id, point) == 0)
        return &self->bonus_points[i];
    }
  return NULL;
}

char *
ys_sheet_why_to_text (const GPtrArray *why)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < why->len; i++)
    {
      g_autofree char *sentence = ys_why_to_text (g_ptr_array_index (why, i));

      g_string_append (text, sentence);
    }
  return g_string_free (text, FALSE);
}

const char *
ys_open_nick (YsOpen open)
{
  static const char *const nicks[] = { NULL,    "figure", "group", "bound",  "word", "manual",
                                       "claim", "late",   "mean",  "amount", "self", "undecided" };

  return (guint)open < G_N_ELEMENTS (nicks) ? nicks[open] : NULL;
}

const char *
ys_open_label (YsOpen open)
{
  static const char *const labels[] = { NULL,           "待补数据",     "待汇总",       "待定界限",
                                        "待评等第",     "待评定",       "不适用待认定", "完成日期待补",
                                        "无单位可平均", "金额幅度待定", "未自评",       "未认定" };

  return (guint)open < G_N_ELEMENTS (labels) ? labels[open] : NULL;
}
