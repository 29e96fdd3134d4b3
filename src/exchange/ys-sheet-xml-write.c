/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet as sheet.xml: head, units, and the elements that stand in many places of it.
 * The same content as `score --json`, for those who read a package without this program. */
#include "ys-sheet-xml-write.h"

#include "ys-sheet-xml.h"

const char *const ys_sheet_xml_figures[YS_N_FIGURES] = { "computed", "self", "decided" };

void
ys_sheet_xml_write_why (YsXmlWriter *writer, const YsWhy *why, const char *figure)
{
  g_autofree char *sentence = NULL;

  if (why == NULL)
    return;
  sentence = ys_why_to_text (why);
  ys_xml_writer_start (writer, "why");
  ys_xml_writer_optional (writer, "figure", figure);
  ys_xml_writer_text (writer, "rule", ys_why_get_rule (why));
  ys_xml_writer_optional (writer, "code", ys_why_get_nick (why));
  ys_xml_writer_element (writer, "sentence", sentence);
  for (guint i = 0; i < why->inputs->len; i++)
    {
      const YsWhyInput *input = g_ptr_array_index (why->inputs, i);

      ys_xml_writer_start (writer, "input");
      ys_xml_writer_text (writer, "name", input->name);
      ys_xml_writer_text (writer, "value", input->text);
      ys_xml_writer_optional (writer, "record", input->record_id);
      ys_xml_writer_end (writer);
    }
  ys_xml_writer_end (writer);
}

void
ys_sheet_xml_write_whys (YsXmlWriter *writer, const GPtrArray *whys, const char *figure)
{
  for (guint i = 0; i < whys->len; i++)
    ys_sheet_xml_write_why (writer, g_ptr_array_index (whys, i), figure);
}

const char *
ys_sheet_xml_grade (const YsStandard *standard, guint grade)
{
  return grade < standard->grades->len ? ((YsGrade *)g_ptr_array_index (standard->grades, grade))->id : NULL;
}

static void
write_sentence (YsXmlWriter *writer, const YsWhy *why)
{
  g_autofree char *sentence = why != NULL ? ys_why_to_text (why) : NULL;

  ys_xml_writer_content (writer, sentence);
}

void
ys_sheet_xml_write_gates (YsXmlWriter *writer, const GPtrArray *gates, const YsStandard *standard)
{
  for (guint i = 0; i < gates->len; i++)
    {
      const YsSheetGate *gate = g_ptr_array_index (gates, i);

      ys_xml_writer_start (writer, "gate");
      ys_xml_writer_optional (writer, "id", gate->id);
      ys_xml_writer_optional (writer, "title", gate->title);
      if (gate->has_grade)
        ys_xml_writer_optional (writer, "grade", ys_sheet_xml_grade (standard, gate->grade));
      else
        ys_xml_writer_whole (writer, "permille", gate->permille);
      write_sentence (writer, gate->why);
      ys_xml_writer_end (writer);
    }
}

void
ys_sheet_xml_write_waiting (YsXmlWriter *writer, const GPtrArray *waiting, const char *point)
{
  for (guint i = 0; i < waiting->len; i++)
    {
      const YsSheetGate *gate = g_ptr_array_index (waiting, i);

      ys_xml_writer_start (writer, "waiting");
      ys_xml_writer_optional (writer, "gate", gate->id);
      ys_xml_writer_optional (writer, "point", point);
      write_sentence (writer, gate->why);
      ys_xml_writer_end (writer);
    }
}

static void
write_vetoes (YsXmlWriter *writer, const YsSheetUnit *unit, const YsStandard *standard)
{
  for (guint i = 0; i < unit->vetoes->len; i++)
    {
      const YsSheetGate *veto = g_ptr_array_index (unit->vetoes, i);
      gboolean of_item = ys_catalogue_get_item (standard->catalogue, veto->id) != NULL;

      ys_xml_writer_start (writer, "veto");
      ys_xml_writer_text (writer, "by", of_item ? "item" : "gate");
      ys_xml_writer_optional (writer, "ref", veto->id);
      ys_xml_writer_text (writer, "grade", ys_sheet_xml_grade (standard, veto->grade));
      write_sentence (writer, veto->why);
      ys_xml_writer_end (writer);
    }
}

static void
write_totals (YsXmlWriter *writer, const YsSheetUnit *unit)
{
  for (guint i = 0; i < YS_N_FIGURES; i++)
    {
      ys_xml_writer_start (writer, "total");
      ys_xml_writer_text (writer, "figure", ys_sheet_xml_figures[i]);
      ys_xml_writer_points (writer, "base", unit->base_by_figure[i]);
      ys_xml_writer_points (writer, "total", unit->total_by_figure[i]);
      ys_xml_writer_end (writer);
    }
}

static void
write_strings (YsXmlWriter *writer, const char *element, const GPtrArray *strings)
{
  for (guint i = 0; i < strings->len; i++)
    ys_xml_writer_element (writer, element, g_ptr_array_index (strings, i));
}

static void
write_unit_head (YsXmlWriter *writer, const YsSheetUnit *unit, const YsStandard *standard)
{
  ys_xml_writer_text (writer, "id", unit->submission->unit);
  ys_xml_writer_optional (writer, "name", unit->unit != NULL ? unit->unit->name : NULL);
  ys_xml_writer_optional (writer, "group", unit->unit != NULL ? unit->unit->group_id : NULL);
  ys_xml_writer_text (writer, "state", ys_submission_state_nick (unit->state));
  if (unit->submission->revision > 0)
    ys_xml_writer_whole (writer, "revision", unit->submission->revision);
  ys_xml_writer_text (writer, "figure", ys_sheet_xml_figures[unit->figure]);
  if (unit->has_rank)
    ys_xml_writer_whole (writer, "rank", unit->rank);
  ys_xml_writer_optional (writer, "unranked", unit->no_rank_reason);
  ys_xml_writer_points (writer, "total", unit->total);
  ys_xml_writer_optional (writer, "grade", ys_sheet_xml_grade (standard, unit->grade));
  ys_xml_writer_flag (writer, "provisional", !unit->has_rank);
  ys_xml_writer_points (writer, "base", unit->base);
  ys_xml_writer_points (writer, "bonus", unit->bonus);
  ys_xml_writer_points (writer, "deduction", unit->deduction);
  ys_xml_writer_flag (writer, "empty", unit->no_content);
}

static void
write_unit (YsXmlWriter *writer, const YsSheetUnit *unit, const YsStandard *standard)
{
  ys_xml_writer_start (writer, "unit");
  write_unit_head (writer, unit, standard);
  ys_xml_writer_start (writer, "range");
  ys_xml_writer_points (writer, "low", unit->low);
  ys_xml_writer_points (writer, "high", unit->high);
  ys_xml_writer_whole (writer, "open-points", unit->open_points);
  ys_xml_writer_end (writer);
  write_vetoes (writer, unit, standard);
  write_totals (writer, unit);
  ys_sheet_xml_write_parts (writer, unit, standard);
  ys_sheet_xml_write_bonus (writer, unit, standard);
  ys_sheet_xml_write_negative (writer, unit, standard);
  ys_sheet_xml_write_whys (writer, unit->why, NULL);
  ys_sheet_xml_write_gates (writer, unit->gates, standard);
  ys_sheet_xml_write_waiting (writer, unit->waiting, NULL);
  write_strings (writer, "warning", unit->warnings);
  write_strings (writer, "open", unit->open);
  ys_xml_writer_end (writer);
}

GBytes *
ys_sheet_write_xml (const YsSheet *sheet, const char *unit, GError **error)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  g_autoptr (YsXmlWriter) writer = ys_xml_writer_new ();
  const YsStandard *standard = sheet->standard;

  ys_xml_writer_start_root (writer, "sheet");
  ys_xml_writer_text (writer, "assessment", sheet->facts->assessment->id);
  ys_xml_writer_boolean (writer, "sample", standard->sample);
  ys_xml_writer_start (writer, "catalogue");
  ys_xml_writer_text (writer, "id", standard->catalogue->id);
  ys_xml_writer_whole (writer, "version", standard->catalogue->version);
  ys_xml_writer_optional (writer, "title", standard->catalogue->title);
  ys_xml_writer_end (writer);
  ys_xml_writer_start (writer, "standard");
  ys_xml_writer_text (writer, "id", standard->id);
  ys_xml_writer_whole (writer, "version", standard->version);
  ys_xml_writer_optional (writer, "title", standard->title);
  ys_xml_writer_optional (writer, "number", standard->number);
  ys_xml_writer_end (writer);
  for (guint i = 0; i < sheet->units->len; i++)
    {
      const YsSheetUnit *one = g_ptr_array_index (sheet->units, i);

      if (unit == NULL || g_strcmp0 (unit, one->submission->unit) == 0)
        write_unit (writer, one, standard);
    }
  ys_xml_writer_end (writer);
  return ys_xml_writer_finish (writer, error);
}
