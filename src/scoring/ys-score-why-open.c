/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet says openly (rule 0, P1): which figures, bounds and scores are missing, which thresholds and
 * occurrences are unverified, which gates wait; and what looks odd but counts as given. */
#include "ys-score-explain.h"

static void
say (GPtrArray **list, char *sentence)
{
  ys_sheet_add (list, sentence, g_free);
}

static void
list_waiting (YsSheetUnit *sheet, const GPtrArray *waiting)
{
  for (guint i = 0; i < waiting->len; i++)
    {
      const YsSheetGate *gate = g_ptr_array_index (waiting, i);

      say (&sheet->open, g_strdup_printf ("“%s”尚不能判断，待数据齐全", gate->title));
    }
}

static void
list_points (YsSheetUnit *sheet)
{
  for (guint i = 0; i < sheet->n_points; i++)
    {
      const YsSheetPoint *point = &sheet->points[i];
      YsOpen open = point->open[sheet->figure];

      if (point->counts && open != YS_OPEN_NOT)
        say (&sheet->open,
             g_strdup_printf ("任务%u 得分点%s“%s”：%s", point->point->task->number, point->point->id,
                              point->point->title, ys_score_open_text (open)));
      list_waiting (sheet, point->waiting);
    }
  for (guint i = 0; i < sheet->bonus_details->len; i++)
    {
      const YsSheetPoint *point = g_ptr_array_index (sheet->bonus_details, i);
      YsOpen open = point->open[YS_COMPUTED];

      if (open != YS_OPEN_NOT)
        say (&sheet->open, g_strdup_printf ("加分项%s“%s”：%s", point->point->id, point->point->title,
                                            ys_score_open_text (open)));
    }
}

static void
list_tasks (const YsScoreUnit *unit)
{
  YsSheetUnit *sheet = unit->sheet;

  for (guint i = 0; i < sheet->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (sheet->parts, i);

      for (guint j = 0; j < part->tasks->len; j++)
        {
          const YsSheetTask *task = g_ptr_array_index (part->tasks, j);
          guint flags = unit->task_flags[task->standard->task->index];

          if ((flags & YS_TASK_COUNTS) == 0)
            continue;
          if ((flags & YS_TASK_LATE_OPEN) != 0)
            say (&sheet->open,
                 g_strdup_printf ("任务%u：已完成但缺完成日期，暂按截止日计", task->standard->number));
          if (task->evidence_cap[sheet->figure])
            say (&sheet->open, g_strdup_printf ("任务%u：没有有效的佐证材料", task->standard->number));
          list_waiting (sheet, task->waiting);
        }
      list_waiting (sheet, part->waiting);
    }
  list_waiting (sheet, sheet->waiting);
}

static void
list_negative (YsSheetUnit *sheet)
{
  for (guint i = 0; i < sheet->thresholds->len; i++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (sheet->thresholds, i);

      if (threshold->open)
        say (&sheet->open, g_strdup_printf ("阈值指标“%s”没有数据，待补", threshold->item->name));
    }
  for (guint i = 0; i < sheet->occurrences->len; i++)
    {
      const YsSheetOccurrence *shown = g_ptr_array_index (sheet->occurrences, i);
      g_autofree char *amount = ys_points_to_display (shown->would_deduct);

      if (shown->has_would_deduct)
        say (&sheet->open, g_strdup_printf ("“%s”待核实，如认定将扣%s分", shown->occurrence->title, amount));
    }
}

static gboolean
is_above_whole (const YsFigure *figure, YsUnit unit)
{
  return unit == YS_UNIT_PERCENT && figure->kind == YS_FIGURE_RATIO && !ys_figure_is_missing (figure)
         && figure->numerator > figure->denominator;
}

static void
list_warnings (const YsScore *self, const YsScoreUnit *unit)
{
  for (guint i = 0; i < self->n_metrics; i++)
    {
      const YsMetric *metric = g_ptr_array_index (self->catalogue->metrics, i);
      const YsRecordedFigure *figure = unit->figures[i];
      g_autofree char *text = figure != NULL ? ys_figure_to_text (&figure->figure) : NULL;

      if (figure != NULL && is_above_whole (&figure->figure, metric->unit))
        say (&unit->sheet->warnings,
             g_strdup_printf ("%s“%s”超过100%%（%s），按填报值计", metric->id, metric->name, text));
    }
  for (guint i = 0; i < unit->sheet->thresholds->len; i++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (unit->sheet->thresholds, i);
      g_autofree char *text = threshold->value != NULL ? ys_figure_to_text (&threshold->value->figure) : NULL;

      if (threshold->value != NULL && is_above_whole (&threshold->value->figure, threshold->item->unit))
        say (&unit->sheet->warnings, g_strdup_printf ("%s“%s”超过100%%（%s），按填报值计",
                                                      threshold->item->id, threshold->item->name, text));
    }
}

void
ys_score_list_open (YsScore *self, YsScoreUnit *unit)
{
  list_points (unit->sheet);
  list_tasks (unit);
  list_negative (unit->sheet);
  list_warnings (self, unit);
}
