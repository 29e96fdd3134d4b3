/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger as canonical occurrences.xml: occurrences and records by id, values by unit, item and year.
 * Mirrors ys-ledger-xml.c element by element. */
#include "ys-facts-xml-write.h"
#include "ys-facts-xml.h"

static void
write_factors (YsXmlWriter *writer, const GStrv factors)
{
  g_autofree char **sorted = ys_xml_writer_sorted_words (factors);

  ys_xml_writer_list (writer, "factors", sorted);
}

static void
write_ticks (YsXmlWriter *writer, const GPtrArray *ticks)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (ticks, ys_facts_xml_compare_first, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "tick");
      ys_xml_writer_text (writer, "item", tick->item);
      ys_xml_writer_optional (writer, "severity", tick->severity);
      if (tick->has_cases)
        ys_xml_writer_whole (writer, "cases", tick->cases);
      ys_xml_writer_end (writer);
    }
}

static void
write_occurrence (YsXmlWriter *writer, const YsOccurrence *occurrence)
{
  g_autofree char **also = ys_xml_writer_sorted_words (occurrence->also);

  ys_xml_writer_start (writer, "occurrence");
  ys_xml_writer_text (writer, "id", occurrence->id);
  ys_xml_writer_text (writer, "unit", occurrence->unit);
  ys_xml_writer_date (writer, "date", occurrence->date);
  ys_xml_writer_text (writer, "title", occurrence->title);
  ys_xml_writer_whole (writer, "count", occurrence->count);
  if (occurrence->has_deaths)
    ys_xml_writer_whole (writer, "deaths", occurrence->deaths);
  ys_xml_writer_text (writer, "state", ys_verification_nick (occurrence->state));
  write_factors (writer, occurrence->factors);
  ys_xml_writer_optional (writer, "merged-into", occurrence->merged_into);
  ys_xml_writer_optional_element (writer, "summary", occurrence->summary);
  write_ticks (writer, occurrence->ticks);
  for (guint i = 0; also != NULL && also[i] != NULL; i++)
    {
      ys_xml_writer_start (writer, "also");
      ys_xml_writer_text (writer, "unit", also[i]);
      ys_xml_writer_end (writer);
    }
  ys_facts_xml_write_citations (writer, occurrence->citations, FALSE);
  ys_xml_writer_end (writer);
}

static void
write_record (YsXmlWriter *writer, const YsRecord *record)
{
  ys_xml_writer_start (writer, "record");
  ys_xml_writer_text (writer, "id", record->id);
  ys_xml_writer_text (writer, "unit", record->unit);
  ys_xml_writer_text (writer, "clause", record->clause);
  ys_xml_writer_text (writer, "title", record->title);
  ys_xml_writer_date (writer, "date", record->date);
  ys_xml_writer_whole (writer, "count", record->count);
  ys_xml_writer_optional (writer, "level", record->level);
  ys_xml_writer_optional (writer, "matter", record->matter);
  write_factors (writer, record->factors);
  ys_xml_writer_text (writer, "state", ys_verification_nick (record->state));
  ys_xml_writer_flag (writer, "selected", record->selected);
  if (record->has_settled)
    ys_xml_writer_points (writer, "settled", record->settled);
  ys_xml_writer_optional_element (writer, "settled-reason", record->settled_reason);
  ys_facts_xml_write_citations (writer, record->citations, FALSE);
  ys_xml_writer_end (writer);
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer data)
{
  const YsThresholdValue *one = a, *other = b;
  int by_unit = g_strcmp0 (one->unit, other->unit);
  int by_item = g_strcmp0 (one->item, other->item);

  if (by_unit != 0 || by_item != 0)
    return by_unit != 0 ? by_unit : by_item;
  return one->year != other->year ? one->year - other->year : (int)one->by_city - (int)other->by_city;
}

static void
write_value (YsXmlWriter *writer, const YsThresholdValue *value)
{
  ys_xml_writer_start (writer, "threshold");
  ys_xml_writer_text (writer, "unit", value->unit);
  ys_xml_writer_text (writer, "item", value->item);
  ys_xml_writer_whole (writer, "year", value->year);
  ys_facts_xml_write_figure (writer, &value->figure);
  ys_xml_writer_optional (writer, "source", value->source);
  ys_xml_writer_text (writer, "by", value->by_city ? "city" : "county");
  ys_xml_writer_end (writer);
}

GBytes *
ys_ledger_write_xml (const YsLedger *ledger, const char *assessment, const char *unit, GError **error)
{
  g_return_val_if_fail (ledger != NULL && assessment != NULL, NULL);

  g_autoptr (YsXmlWriter) writer = ys_xml_writer_new ();
  g_autoptr (GPtrArray) occurrences =
      ys_xml_writer_sorted (ledger->occurrences, ys_facts_xml_compare_first, NULL);
  g_autoptr (GPtrArray) records = ys_xml_writer_sorted (ledger->records, ys_facts_xml_compare_first, NULL);
  g_autoptr (GPtrArray) values = ys_xml_writer_sorted (ledger->thresholds, compare_values, NULL);

  ys_xml_writer_start_root (writer, "occurrences");
  ys_xml_writer_text (writer, "assessment", assessment);
  ys_xml_writer_text (writer, "by", unit != NULL ? "county" : "city");
  ys_xml_writer_optional (writer, "unit", unit);
  ys_facts_xml_write_evidence (writer, ledger->evidence);
  for (guint i = 0; i < occurrences->len; i++)
    write_occurrence (writer, g_ptr_array_index (occurrences, i));
  for (guint i = 0; i < records->len; i++)
    write_record (writer, g_ptr_array_index (records, i));
  for (guint i = 0; i < values->len; i++)
    write_value (writer, g_ptr_array_index (values, i));
  ys_xml_writer_end (writer);
  return ys_xml_writer_finish (writer, error);
}
