/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The negative list of one unit in sheet.xml: what each occurrence, threshold and contained case deducts.
 * Suspected occurrences stand here with what they would deduct. */
#include "ys-sheet-xml-write.h"

static void
write_occurrence (YsXmlWriter *writer, const YsSheetOccurrence *shown)
{
  ys_xml_writer_start (writer, "occurrence");
  ys_xml_writer_text (writer, "id", shown->occurrence->id);
  ys_xml_writer_optional (writer, "title", shown->occurrence->title);
  ys_xml_writer_text (writer, "state", ys_verification_nick (shown->occurrence->state));
  ys_xml_writer_optional (writer, "counted", shown->counted != NULL ? shown->counted->id : NULL);
  ys_xml_writer_points (writer, "deduction", shown->deduction);
  if (shown->has_would_deduct)
    ys_xml_writer_points (writer, "would-deduct", shown->would_deduct);
  ys_xml_writer_boolean (writer, "counts", shown->counts);
  ys_xml_writer_flag (writer, "contained", shown->contained);
  for (guint i = 0; i < shown->candidates->len; i++)
    {
      const YsSheetCandidate *candidate = g_ptr_array_index (shown->candidates, i);

      ys_xml_writer_start (writer, "candidate");
      ys_xml_writer_text (writer, "item", candidate->item->id);
      ys_xml_writer_points (writer, "deduction", candidate->deduction);
      ys_xml_writer_end (writer);
    }
  for (guint i = 0; i < shown->candidates->len; i++)
    ys_sheet_xml_write_why (writer, ((YsSheetCandidate *)g_ptr_array_index (shown->candidates, i))->why,
                            NULL);
  ys_sheet_xml_write_whys (writer, shown->why, NULL);
  ys_xml_writer_end (writer);
}

static void
write_threshold (YsXmlWriter *writer, const YsSheetThreshold *shown)
{
  g_autofree char *value = shown->value != NULL ? ys_figure_to_text (&shown->value->figure) : NULL;

  ys_xml_writer_start (writer, "threshold");
  ys_xml_writer_text (writer, "item", shown->item->id);
  ys_xml_writer_optional (writer, "value", value);
  if (!shown->open)
    ys_xml_writer_boolean (writer, "met", shown->met);
  ys_xml_writer_boolean (writer, "open", shown->open);
  ys_xml_writer_points (writer, "deduction", shown->deduction);
  if (shown->value != NULL)
    ys_xml_writer_text (writer, "by", shown->value->by_city ? "city" : "county");
  ys_xml_writer_optional (writer, "shortfall", shown->shortfall);
  ys_sheet_xml_write_whys (writer, shown->why, NULL);
  ys_xml_writer_end (writer);
}

static void
write_contained (YsXmlWriter *writer, const YsSheetContained *shown)
{
  ys_xml_writer_start (writer, "contained");
  ys_xml_writer_text (writer, "item", shown->item->id);
  ys_xml_writer_points (writer, "threshold", shown->with_cases);
  ys_xml_writer_points (writer, "occurrences", shown->without_cases);
  ys_xml_writer_text (writer, "held", shown->with_cases_holds ? "threshold" : "occurrences");
  ys_sheet_xml_write_why (writer, shown->why, NULL);
  ys_xml_writer_end (writer);
}

/* The lowest grade that an item of the list names; NULL where none holds. */
static const char *
veto_of_items (const YsSheetUnit *unit, const YsStandard *standard)
{
  const YsSheetGate *lowest = NULL;

  for (guint i = 0; i < unit->vetoes->len; i++)
    {
      const YsSheetGate *veto = g_ptr_array_index (unit->vetoes, i);

      if (ys_catalogue_get_item (standard->catalogue, veto->id) != NULL
          && (lowest == NULL || veto->grade > lowest->grade))
        lowest = veto;
    }
  return lowest != NULL ? ys_sheet_xml_grade (standard, lowest->grade) : NULL;
}

void
ys_sheet_xml_write_negative (YsXmlWriter *writer, const YsSheetUnit *unit, const YsStandard *standard)
{
  ys_xml_writer_start (writer, "negative");
  ys_xml_writer_points (writer, "deduction", unit->deduction);
  ys_xml_writer_optional (writer, "veto", veto_of_items (unit, standard));
  for (guint i = 0; i < unit->occurrences->len; i++)
    write_occurrence (writer, g_ptr_array_index (unit->occurrences, i));
  for (guint i = 0; i < unit->thresholds->len; i++)
    write_threshold (writer, g_ptr_array_index (unit->thresholds, i));
  for (guint i = 0; i < unit->contained->len; i++)
    write_contained (writer, g_ptr_array_index (unit->contained, i));
  ys_xml_writer_end (writer);
}
