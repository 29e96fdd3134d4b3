/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts, tasks, scoring points and bonus of one unit in sheet.xml.
 * A figure that nobody gave is left out, so that it is not taken for a score of 0. */
#include "ys-sheet-xml-write.h"

static const char *
measure_nick (YsMeasureKind kind)
{
  static const char *const nicks[] = { "none", "state", "document", "word", "metric", "records", "late" };

  return nicks[kind];
}

static void
write_point (YsXmlWriter *writer, const YsSheetPoint *shown, const YsStandard *standard)
{
  static const char *const open[] = { "open-computed", "open-self", "open-decided" };
  /* What a gate sets, and what counts without applying, stands in all three figures. */
  gboolean in_all = shown->gates->len > 0 || (shown->counts && !shown->applies);

  ys_xml_writer_start (writer, "point");
  ys_xml_writer_text (writer, "id", shown->point->id);
  ys_xml_writer_optional (writer, "title", shown->point->title);
  ys_xml_writer_text (writer, "kind", measure_nick (shown->point->measure.kind));
  ys_xml_writer_boolean (writer, "applies", shown->applies);
  ys_xml_writer_points (writer, "points", shown->point->points);
  ys_xml_writer_points (writer, "computed", shown->score[YS_COMPUTED]);
  if (shown->has_self || in_all)
    ys_xml_writer_points (writer, "self", shown->score[YS_SELF]);
  if (shown->is_decided || in_all)
    ys_xml_writer_points (writer, "decided", shown->score[YS_DECIDED]);
  for (guint i = 0; i < YS_N_FIGURES; i++)
    ys_xml_writer_optional (writer, open[i], ys_open_nick (shown->open[i]));
  ys_xml_writer_optional (writer, "measured", shown->measure_text);
  if (shown->has_attained)
    ys_xml_writer_boolean (writer, "attained", shown->attained);
  ys_sheet_xml_write_whys (writer, shown->why, ys_sheet_xml_figures[YS_COMPUTED]);
  ys_sheet_xml_write_whys (writer, shown->why_decided, ys_sheet_xml_figures[YS_DECIDED]);
  ys_sheet_xml_write_gates (writer, shown->gates, standard);
  ys_sheet_xml_write_waiting (writer, shown->waiting, shown->point->id);
  ys_xml_writer_end (writer);
}

gboolean
ys_sheet_xml_has_figure (const YsSheetTask *task, YsScoreFigure figure)
{
  for (guint i = 0; i < task->details->len; i++)
    {
      const YsSheetPoint *point = g_ptr_array_index (task->details, i);

      if ((figure == YS_SELF && point->has_self) || (figure == YS_DECIDED && point->is_decided))
        return TRUE;
    }
  return figure == YS_COMPUTED;
}

static void
write_task (YsXmlWriter *writer, const YsSheetTask *task, const YsSheetUnit *unit, const YsStandard *standard)
{
  ys_xml_writer_start (writer, "task");
  ys_xml_writer_whole (writer, "no", task->standard->number);
  ys_xml_writer_optional (writer, "title", task->standard->task->title);
  ys_xml_writer_boolean (writer, "applicable", task->applicable);
  ys_xml_writer_points (writer, "points", task->points);
  ys_xml_writer_points (writer, "sum", task->sum[unit->figure]);
  for (guint i = 0; i < YS_N_FIGURES; i++)
    {
      if (ys_sheet_xml_has_figure (task, (YsScoreFigure)i))
        ys_xml_writer_points (writer, ys_sheet_xml_figures[i], task->score[i]);
    }
  ys_xml_writer_points (writer, "score", task->score[unit->figure]);
  ys_xml_writer_points (writer, "late", task->late[unit->figure]);
  ys_xml_writer_whole (writer, "months", task->months);
  ys_xml_writer_boolean (writer, "evidence-cap", task->evidence_cap[unit->figure]);
  ys_xml_writer_optional (writer, "brings", task->brings);
  for (guint i = 0; i < task->details->len; i++)
    write_point (writer, g_ptr_array_index (task->details, i), standard);
  ys_sheet_xml_write_whys (writer, task->why, NULL);
  ys_sheet_xml_write_gates (writer, task->gates, standard);
  ys_sheet_xml_write_waiting (writer, task->waiting, NULL);
  ys_xml_writer_end (writer);
}

void
ys_sheet_xml_write_parts (YsXmlWriter *writer, const YsSheetUnit *unit, const YsStandard *standard)
{
  for (guint i = 0; i < unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, i);

      ys_xml_writer_start (writer, "part");
      ys_xml_writer_text (writer, "id", part->heading->id);
      ys_xml_writer_optional (writer, "name", part->heading->name);
      ys_xml_writer_points (writer, "points", part->points);
      ys_xml_writer_points (writer, "share", part->share);
      ys_xml_writer_points (writer, "score", part->score[unit->figure]);
      for (guint j = 0; j < part->tasks->len; j++)
        write_task (writer, g_ptr_array_index (part->tasks, j), unit, standard);
      ys_sheet_xml_write_whys (writer, part->why, NULL);
      ys_sheet_xml_write_gates (writer, part->gates, standard);
      ys_sheet_xml_write_waiting (writer, part->waiting, NULL);
      ys_xml_writer_end (writer);
    }
}

void
ys_sheet_xml_write_bonus (YsXmlWriter *writer, const YsSheetUnit *unit, const YsStandard *standard)
{
  ys_xml_writer_start (writer, "bonus");
  ys_xml_writer_points (writer, "points", unit->bonus);
  for (guint i = 0; i < unit->n_bonus_points; i++)
    write_point (writer, &unit->bonus_points[i], standard);
  ys_xml_writer_end (writer);
}
