/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring points, gates and clauses as elements of standard.xml.
 * Mirrors ys-standard-point-xml.c element by element; defaults are left out. */
#include "ys-standard-xml-write.h"
#include "ys-standard-xml-read.h"

static void
write_bound (YsXmlWriter *writer, const YsBound *bound)
{
  if (bound->kind == YS_BOUND_NUMBER)
    {
      ys_xml_writer_decimal (writer, "bound", bound->number);
      return;
    }
  ys_xml_writer_text (writer, "bound", ys_standard_xml_bounds[bound->kind]);
  if (bound->number != 0)
    ys_xml_writer_decimal (writer, "plus", bound->number);
}

static void
write_records (YsXmlWriter *writer, const YsMeasure *measure)
{
  if (measure->defines_clause)
    {
      ys_xml_writer_text (writer, "id", measure->reference);
      ys_xml_writer_optional (writer, "title", measure->title);
    }
  else
    ys_xml_writer_optional (writer, "clause", measure->reference);
}

static void
write_measure (YsXmlWriter *writer, const YsMeasure *measure, gboolean of_gate)
{
  static const char *const names[] = { "none", "state", "document", "word", "metric", "records", "late" };

  ys_xml_writer_start (writer, names[measure->kind]);
  switch (measure->kind)
    {
    case YS_MEASURE_DOCUMENT:
      ys_xml_writer_optional (writer, of_gate ? "point" : "ref", measure->reference);
      break;
    case YS_MEASURE_METRIC:
      ys_xml_writer_text (writer, "ref", measure->reference);
      if (measure->as != YS_METRIC_AS_VALUE)
        ys_xml_writer_text (writer, "as", ys_standard_xml_as[measure->as]);
      break;
    case YS_MEASURE_RECORDS:
      write_records (writer, measure);
      break;
    case YS_MEASURE_LATE:
      ys_xml_writer_text (writer, "in", measure->late_in_months ? "months" : "days");
      if (measure->task_number != 0)
        ys_xml_writer_whole (writer, "task", measure->task_number);
      break;
    case YS_MEASURE_STATE:
      if (measure->task_number != 0)
        ys_xml_writer_whole (writer, "task", measure->task_number);
      break;
    case YS_MEASURE_NONE:
    case YS_MEASURE_WORD:
    default:
      break;
    }
  ys_xml_writer_end (writer);
}

void
ys_standard_xml_write_gates (YsXmlWriter *writer, const GPtrArray *gates)
{
  for (guint i = 0; i < gates->len; i++)
    {
      const YsGate *gate = g_ptr_array_index (gates, i);

      ys_xml_writer_start (writer, "gate");
      ys_xml_writer_optional (writer, "id", gate->id);
      if (gate->has_permille)
        ys_xml_writer_whole (writer, "permille", gate->permille);
      ys_xml_writer_optional (writer, "grade", gate->grade_id);
      if (gate->word != NULL)
        ys_xml_writer_text (writer, "word", gate->word);
      else
        {
          ys_xml_writer_text (writer, "is", ys_comparator_nick (gate->comparator));
          write_bound (writer, &gate->bound);
        }
      write_measure (writer, &gate->measure, TRUE);
      ys_xml_writer_end (writer);
    }
}

static void
write_row (YsXmlWriter *writer, const YsBandRow *row)
{
  ys_xml_writer_start (writer, "row");
  if (row->kind == YS_ROW_WORD)
    ys_xml_writer_text (writer, "word", row->word);
  else if (row->kind == YS_ROW_REPORTED)
    ys_xml_writer_text (writer, "is", "reported");
  else
    {
      ys_xml_writer_text (writer, "is", ys_comparator_nick (row->comparator));
      write_bound (writer, &row->bound);
    }
  if (row->permille)
    ys_xml_writer_whole (writer, "permille", row->amount);
  else
    ys_xml_writer_points (writer, "points", row->amount);
  ys_xml_writer_end (writer);
}

static void
write_line_end (YsXmlWriter *writer, const char *element, YsPoints points, const YsBound *bound)
{
  ys_xml_writer_start (writer, element);
  ys_xml_writer_points (writer, "points", points);
  write_bound (writer, bound);
  ys_xml_writer_end (writer);
}

void
ys_standard_xml_write_clause (YsXmlWriter *writer, const YsClause *clause, gboolean threshold)
{
  ys_xml_writer_start (writer, ys_standard_xml_clauses[clause->kind]);
  if (!threshold && clause->kind == YS_CLAUSE_RECORD)
    {
      ys_xml_writer_text (writer, "id", clause->id);
      ys_xml_writer_optional (writer, "title", clause->title);
    }
  if (!threshold)
    ys_xml_writer_text (writer, "act", clause->gives ? "give" : "take");
  ys_xml_writer_points (writer, "amount", clause->amount);
  if (clause->is_range)
    ys_xml_writer_points (writer, "to", clause->amount_to);
  if (clause->kind == YS_CLAUSE_STEP)
    {
      ys_xml_writer_decimal (writer, "by", clause->by);
      if (!threshold)
        ys_xml_writer_text (writer, "in", clause->in_percent ? "percent" : "unit");
      ys_xml_writer_text (writer, "partial", ys_standard_xml_partial[clause->partial]);
    }
  if (clause->has_bound)
    {
      ys_xml_writer_text (writer, "side", clause->below ? "below" : "above");
      write_bound (writer, &clause->bound);
    }
  if (clause->has_cap)
    ys_xml_writer_points (writer, "cap", clause->cap);
  ys_xml_writer_end (writer);
}

static void
write_rule (YsXmlWriter *writer, const YsPoint *point)
{
  static const char *const names[] = { "bands", "line", "steps", "manual" };

  ys_xml_writer_start (writer, names[point->rule]);
  if (point->rule == YS_RULE_STEPS)
    ys_xml_writer_points (writer, "start", point->start);
  if (point->rule == YS_RULE_LINE)
    {
      write_line_end (writer, "low", point->low_points, &point->low_bound);
      write_line_end (writer, "high", point->high_points, &point->high_bound);
    }
  for (guint i = 0; point->rule == YS_RULE_BANDS && i < point->rows->len; i++)
    write_row (writer, g_ptr_array_index (point->rows, i));
  for (guint i = 0; point->rule == YS_RULE_STEPS && i < point->clauses->len; i++)
    ys_standard_xml_write_clause (writer, g_ptr_array_index (point->clauses, i), FALSE);
  ys_xml_writer_end (writer);
}

void
ys_standard_xml_write_point (YsXmlWriter *writer, const YsPoint *point, gboolean bonus)
{
  ys_xml_writer_start (writer, "point");
  ys_xml_writer_text (writer, "id", point->id);
  ys_xml_writer_text (writer, "title", point->title);
  if (!bonus)
    ys_xml_writer_points (writer, "points", point->points);
  ys_xml_writer_list (writer, "groups", point->group_ids);
  if (point->has_least)
    ys_xml_writer_points (writer, "least", point->least);
  if (point->has_most)
    ys_xml_writer_points (writer, "most", point->most);
  if (point->better != YS_BETTER_DEFAULT)
    ys_xml_writer_text (writer, "better", point->better == YS_BETTER_HIGH ? "high" : "low");
  if (point->na != YS_NA_OUT)
    ys_xml_writer_text (writer, "na", ys_standard_xml_na[point->na]);
  if (point->na == YS_NA_SHARE)
    ys_xml_writer_whole (writer, "share", point->na_permille);
  ys_xml_writer_flag (writer, "highest-only", point->highest_only);
  write_measure (writer, &point->measure, FALSE);
  write_rule (writer, point);
  ys_standard_xml_write_gates (writer, point->gates);
  ys_xml_writer_end (writer);
}
