/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tasks of a self-check report, each with state, figures, documents, texts, evidence and scoring points. */
#include <string.h>

#include "ys-date.h"
#include "ys-report-private.h"

#define TABLE_SIZE 9.5

static gboolean
has_text (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* ---- state ---- */

static char *
state_text (const YsSheetTask *task, const YsItem *item)
{
  const char *label = ys_item_state_label (item != NULL ? item->state : YS_STATE_NOT);
  g_autofree char *completed = item != NULL ? ys_date_to_text (item->completed) : NULL;

  if (item != NULL && item->state == YS_STATE_NA && has_text (item->na_reason))
    return g_strdup_printf ("%s：%s", label, item->na_reason);
  if (has_text (completed))
    return g_strdup_printf ("%s（%s）", label, completed);
  return g_strdup (label);
}

static char *
due_text (const YsReport *self, const YsTask *task)
{
  const YsExtension *extension
      = ys_assessment_get_extension (self->sheet->facts->assessment, self->unit->submission->unit, task->number);
  g_autofree char *due = ys_date_to_text (task->due);
  g_autofree char *later = extension != NULL ? ys_date_to_text (extension->due) : NULL;

  return extension != NULL ? g_strdup_printf ("%s，经批准延至%s", due, later) : g_steal_pointer (&due);
}

static char *
score_text (const YsSheetTask *task)
{
  g_autofree char *points = ys_points_to_short (task->points);
  g_autofree char *computed = ys_report_task_figure (task, YS_COMPUTED);
  g_autofree char *self = ys_report_task_figure (task, YS_SELF);
  g_autofree char *decided = ys_report_task_figure (task, YS_DECIDED);

  if (!task->applicable)
    return g_strdup ("不计");
  return g_strdup_printf ("测算%s　自评%s　认定%s　满分%s", computed, self, decided, points);
}

static void
add_state (YsReport *self, const YsSheetTask *task, const YsItem *item)
{
  static const YsFolioColumn columns[] = { { NULL, 0.8, YS_FOLIO_CENTRE, TRUE },
                                           { NULL, 2.2, YS_FOLIO_LEFT, FALSE },
                                           { NULL, 0.8, YS_FOLIO_CENTRE, TRUE },
                                           { NULL, 2.6, YS_FOLIO_LEFT, FALSE } };
  g_autofree char *state = state_text (task, item);
  g_autofree char *due = due_text (self, task->standard->task);
  g_autofree char *score = score_text (task);
  const char *person = item != NULL && has_text (item->person) ? item->person : "";

  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), TABLE_SIZE);
  ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN, (const char *const[]){ "完成情况", state, "完成时限", due });
  ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN, (const char *const[]){ "负责人", person, "得分", score });
  ys_folio_end_table (self->folio);
}

/* ---- figures and documents ---- */

static void
add_figure (YsReport *self, const YsMetric *metric, const YsRecordedFigure *recorded)
{
  g_autofree char *given = ys_report_figure_given (recorded != NULL ? &recorded->figure : NULL);
  g_autofree char *value
      = recorded != NULL ? ys_report_figure_value (&recorded->figure, metric->unit) : NULL;
  g_autofree char *target = ys_report_target (metric->comparator, metric->has_target, metric->target, metric->unit);
  g_autofree char *name
      = recorded != NULL && recorded->year != self->sheet->facts->assessment->year
            ? g_strdup_printf ("%s（%d年）", metric->name, recorded->year)
            : g_strdup (metric->name);

  ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN,
                    (const char *const[]){ name, given, value != NULL ? value : "待补", target,
                                           recorded != NULL ? recorded->source : "" });
}

/* The metrics that the county answers for, and whatever else it recorded under the task; each year a row. */
static void
add_figures (YsReport *self, const YsTask *task, const YsItem *item)
{
  static const YsFolioColumn columns[] = { { "指标", 2.6, YS_FOLIO_LEFT, FALSE },
                                           { "填报", 1.3, YS_FOLIO_RIGHT, FALSE },
                                           { "数值", 1.1, YS_FOLIO_RIGHT, FALSE },
                                           { "目标", 1, YS_FOLIO_CENTRE, FALSE },
                                           { "来源", 1.8, YS_FOLIO_LEFT, FALSE } };

  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), TABLE_SIZE);
  for (guint i = 0; i < task->metrics->len; i++)
    {
      const YsMetric *metric = g_ptr_array_index (task->metrics, i);
      gboolean shown = FALSE;

      for (guint j = 0; item != NULL && j < item->figures->len; j++)
        {
          const YsRecordedFigure *recorded = g_ptr_array_index (item->figures, j);

          if (strcmp (recorded->metric, metric->id) != 0)
            continue;
          add_figure (self, metric, recorded);
          shown = TRUE;
        }
      if (!shown && metric->answered_by == YS_ANSWERED_BY_COUNTY)
        add_figure (self, metric, NULL);
    }
  ys_folio_end_table (self->folio);
}

static const YsIssuedDocument *
find_issued (const YsItem *item, const char *id)
{
  for (guint i = 0; item != NULL && i < item->documents->len; i++)
    {
      const YsIssuedDocument *issued = g_ptr_array_index (item->documents, i);

      if (strcmp (issued->document, id) == 0)
        return issued;
    }
  return NULL;
}

static gboolean
has_county_document (const YsTask *task)
{
  for (guint i = 0; i < task->documents->len; i++)
    if (((YsCatalogueDocument *)g_ptr_array_index (task->documents, i))->by_county)
      return TRUE;
  return FALSE;
}

static void
add_documents (YsReport *self, const YsTask *task, const YsItem *item)
{
  static const YsFolioColumn columns[] = { { "应出台文件", 2.6, YS_FOLIO_LEFT, FALSE },
                                           { "已出台文件", 2.6, YS_FOLIO_LEFT, FALSE },
                                           { "文号", 1.6, YS_FOLIO_LEFT, FALSE },
                                           { "日期", 1.1, YS_FOLIO_CENTRE, FALSE } };

  if (!has_county_document (task))
    return;
  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), TABLE_SIZE);
  for (guint i = 0; i < task->documents->len; i++)
    {
      const YsCatalogueDocument *wanted = g_ptr_array_index (task->documents, i);
      const YsIssuedDocument *issued = find_issued (item, wanted->id);
      g_autofree char *date = issued != NULL ? ys_date_to_text (issued->date) : NULL;
      g_autofree char *number = NULL;

      if (!wanted->by_county)
        continue;
      if (issued != NULL && issued->unnumbered)
        number = g_strdup_printf ("无文号%s%s", has_text (issued->issuer) ? "，" : "",
                                  has_text (issued->issuer) ? issued->issuer : "");
      ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN,
                        (const char *const[]){ wanted->title, issued != NULL ? issued->title : "未填",
                                               number != NULL ? number : issued != NULL ? issued->number : "",
                                               date });
    }
  ys_folio_end_table (self->folio);
}

/* ---- texts and evidence ---- */

static void
add_narrative (YsReport *self, const char *name, const char *text)
{
  g_autofree char *both = NULL;

  if (!has_text (text))
    return;
  both = g_strconcat (name, text, NULL);
  ys_folio_add (self->folio, YS_FOLIO_SMALL, both);
}

static void
add_evidence (YsReport *self, const YsSheetTask *task, const YsItem *item)
{
  static const YsFolioColumn columns[] = { { "佐证材料", 3.2, YS_FOLIO_LEFT, FALSE },
                                           { "页", 0.9, YS_FOLIO_LEFT, FALSE },
                                           { "用于", 2.4, YS_FOLIO_LEFT, FALSE },
                                           { "说明", 1.3, YS_FOLIO_LEFT, FALSE } };

  if (item == NULL || item->citations->len == 0)
    {
      ys_folio_add (self->folio, YS_FOLIO_SMALL, "佐证材料：无。");
      return;
    }
  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), TABLE_SIZE);
  for (guint i = 0; i < item->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (item->citations, i);
      const YsPoint *point
          = citation->point != NULL ? ys_standard_get_point (self->sheet->standard, citation->point) : NULL;
      g_autofree char *name = ys_report_evidence_name (self->sheet, self->unit, citation->evidence);
      g_autofree char *pages = ys_report_pages (citation);

      ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN,
                        (const char *const[]){ name, pages, point != NULL ? point->title : "本项任务",
                                               citation->note });
    }
  ys_folio_end_table (self->folio);
}

/* ---- scoring points ---- */

static const char *
self_reason (const YsItem *item, const char *point)
{
  for (guint i = 0; item != NULL && i < item->self->len; i++)
    {
      const YsSelfScore *score = g_ptr_array_index (item->self, i);

      if (strcmp (score->point, point) == 0)
        return has_text (score->reason) ? score->reason : NULL;
    }
  return NULL;
}

/* How the computed figure came about, then why the unit and the city see it otherwise. */
static char *
reasons_text (const YsSheetPoint *point, const YsItem *item)
{
  g_autofree char *why = ys_sheet_why_to_text (point->why);
  g_autofree char *decided = ys_sheet_why_to_text (point->why_decided);
  const char *reason = self_reason (item, point->point->id);

  return g_strconcat (why, reason != NULL ? "自评理由：" : "", reason != NULL ? reason : "",
                      reason != NULL && decided[0] != '\0' ? "　" : "", decided, NULL);
}

/* What the points come to: lateness, evidence and gates are told here. */
static void
add_task_row (YsReport *self, const YsSheetTask *task)
{
  g_autofree char *points = ys_points_to_short (task->points);
  g_autofree char *computed = ys_report_task_figure (task, YS_COMPUTED);
  g_autofree char *own = ys_report_task_figure (task, YS_SELF);
  g_autofree char *decided = ys_report_task_figure (task, YS_DECIDED);
  g_autofree char *why = ys_sheet_why_to_text (task->why);

  if (task->applicable)
    ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN,
                      (const char *const[]){ "本项得分", points, computed, own, decided, why });
  else
    ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN, (const char *const[]){ "本项不计", "", "", "", "", why });
}

static void
add_points (YsReport *self, const YsSheetTask *task, const YsItem *item)
{
  static const YsFolioColumn columns[] = { { "得分点", 1.65, YS_FOLIO_LEFT, FALSE },
                                           { "满分", 0.65, YS_FOLIO_RIGHT, FALSE },
                                           { "测算", 0.75, YS_FOLIO_RIGHT, FALSE },
                                           { "自评", 0.75, YS_FOLIO_RIGHT, FALSE },
                                           { "认定", 0.75, YS_FOLIO_RIGHT, FALSE },
                                           { "依据和理由", 4.2, YS_FOLIO_LEFT, FALSE } };

  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), TABLE_SIZE);
  for (guint i = 0; i < task->details->len; i++)
    {
      const YsSheetPoint *point = g_ptr_array_index (task->details, i);
      g_autofree char *points = ys_points_to_short (point->point->points);
      g_autofree char *computed = ys_report_point_figure (point, YS_COMPUTED);
      g_autofree char *own = ys_report_point_figure (point, YS_SELF);
      g_autofree char *decided = ys_report_point_figure (point, YS_DECIDED);
      g_autofree char *reasons = reasons_text (point, item);

      ys_folio_add_row (self->folio, point->counts ? YS_FOLIO_ROW_PLAIN : YS_FOLIO_ROW_GREY,
                        (const char *const[]){ point->point->title, points, point->counts ? computed : "不计",
                                               point->counts ? own : "", point->counts ? decided : "", reasons });
    }
  add_task_row (self, task);
  ys_folio_end_table (self->folio);
}

static void
add_task (YsReport *self, const YsSheetTask *task)
{
  const YsTask *known = task->standard->task;
  const YsItem *item = ys_submission_get_item (self->unit->submission, known->number);
  g_autofree char *title = g_strdup_printf ("第%u项　%s", known->number, known->title);

  ys_report_add_heading (self, 3, title);
  if (!task->applicable && item == NULL)
    {
      g_autofree char *why = ys_sheet_why_to_text (task->why);

      ys_folio_add (self->folio, YS_FOLIO_SMALL, why);
      return;
    }
  add_state (self, task, item);
  add_figures (self, known, item);
  add_documents (self, known, item);
  if (item != NULL)
    {
      add_narrative (self, "工作成效：", item->effect);
      add_narrative (self, "存在问题：", item->problem);
      add_narrative (self, "改进措施：", item->measure);
    }
  add_evidence (self, task, item);
  add_points (self, task, item);
}

void
ys_report_add_tasks (YsReport *self)
{
  const YsHeading *second = NULL;
  guint number = 0;

  for (guint i = 0; i < self->unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (self->unit->parts, i);

      for (guint j = 0; j < part->tasks->len; j++)
        {
          const YsSheetTask *task = g_ptr_array_index (part->tasks, j);
          const YsHeading *heading = task->standard->task->heading->parent;

          if (heading != second)
            {
              g_autofree char *place = ys_report_numeral (++number);
              g_autofree char *title = g_strdup_printf ("（%s）%s・%s", place, part->heading->name, heading->name);

              ys_report_add_heading (self, 2, title);
              second = heading;
            }
          add_task (self, task);
        }
    }
}
