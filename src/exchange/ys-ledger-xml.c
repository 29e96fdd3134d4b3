/* SPDX-License-Identifier: GPL-3.0-or-later */
/* occurrences.xml into a ledger, alone or united with others: occurrences, records, threshold values.
 * Each function takes one kind of element. */
#include <glib/gi18n-lib.h>

#include "ys-facts-xml-parts.h"
#include "ys-facts-xml.h"

typedef struct
{
  YsLedger *ledger;
  const YsCatalogue *catalogue;
  YsOccurrence *occurrence; /* the ones being read */
  YsRecord *record;
  GStrvBuilder *also;
} Reading;

static YsVerification
read_state (YsXmlWalk *walk)
{
  g_autofree char *nick = ys_xml_text (walk, "state");
  YsVerification state = YS_VERIFY_SUSPECTED;

  ys_verification_from_nick (nick, &state);
  return state;
}

static void
read_tick (YsXmlWalk *walk, YsOccurrence *occurrence)
{
  YsTick *tick = ys_tick_new ();

  g_ptr_array_add (occurrence->ticks, tick);
  tick->line = ys_xml_walk_line (walk);
  tick->item = ys_xml_text (walk, "item");
  tick->severity = ys_xml_optional (walk, "severity");
  tick->has_cases = ys_xml_has_whole (walk, "cases", &tick->cases);
}

static void
visit_occurrence_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;
  YsOccurrence *occurrence = reading->occurrence;

  if (g_str_equal (name, "summary"))
    {
      g_free (occurrence->summary);
      occurrence->summary = ys_xml_note (walk);
    }
  else if (g_str_equal (name, "tick"))
    read_tick (walk, occurrence);
  else if (g_str_equal (name, "also"))
    {
      g_autofree char *unit = ys_xml_text (walk, "unit");

      g_strv_builder_add (reading->also, unit);
    }
  else if (g_str_equal (name, "citation"))
    {
      YsCitation *citation = ys_facts_xml_read_citation (walk, occurrence->citations);

      citation->occurrence = g_strdup (occurrence->id);
    }
}

static void
read_occurrence (YsXmlWalk *walk, Reading *reading)
{
  YsOccurrence *occurrence = ys_occurrence_new ();
  g_autoptr (GStrvBuilder) also = g_strv_builder_new ();

  g_ptr_array_add (reading->ledger->occurrences, occurrence);
  occurrence->line = ys_xml_walk_line (walk);
  occurrence->file = g_strdup (walk->file);
  occurrence->id = ys_xml_text (walk, "id");
  occurrence->unit = ys_xml_text (walk, "unit");
  occurrence->date = ys_xml_date (walk, "date");
  occurrence->title = ys_xml_text (walk, "title");
  ys_xml_has_whole (walk, "count", &occurrence->count);
  occurrence->has_deaths = ys_xml_has_whole (walk, "deaths", &occurrence->deaths);
  occurrence->state = read_state (walk);
  occurrence->factors = ys_xml_list (walk, "factors");
  occurrence->merged_into = ys_xml_optional (walk, "merged-into");
  reading->occurrence = occurrence;
  reading->also = also;
  ys_xml_walk_children (walk, visit_occurrence_child, reading);
  occurrence->also = g_strv_builder_end (also);
}

static void
visit_record_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;
  YsRecord *record = reading->record;

  if (g_str_equal (name, "settled-reason"))
    {
      g_free (record->settled_reason);
      record->settled_reason = ys_xml_note (walk);
    }
  else if (g_str_equal (name, "citation"))
    {
      YsCitation *citation = ys_facts_xml_read_citation (walk, record->citations);

      citation->record = g_strdup (record->id);
    }
}

static void
read_record (YsXmlWalk *walk, Reading *reading)
{
  YsRecord *record = ys_record_new ();

  g_ptr_array_add (reading->ledger->records, record);
  record->line = ys_xml_walk_line (walk);
  record->file = g_strdup (walk->file);
  record->id = ys_xml_text (walk, "id");
  record->unit = ys_xml_text (walk, "unit");
  record->clause = ys_xml_text (walk, "clause");
  record->title = ys_xml_text (walk, "title");
  record->date = ys_xml_date (walk, "date");
  ys_xml_has_whole (walk, "count", &record->count);
  record->level = ys_xml_optional (walk, "level");
  record->matter = ys_xml_optional (walk, "matter");
  record->factors = ys_xml_list (walk, "factors");
  record->state = read_state (walk);
  record->selected = ys_xml_true (walk, "selected");
  record->has_settled = ys_xml_has_points (walk, "settled", &record->settled);
  reading->record = record;
  ys_xml_walk_children (walk, visit_record_child, reading);
}

static void
read_threshold (YsXmlWalk *walk, Reading *reading)
{
  static const char *const by[] = { "county", "city", NULL };
  YsThresholdValue *value = ys_threshold_value_new ();
  const YsNegativeItem *item;

  g_ptr_array_add (reading->ledger->thresholds, value);
  value->line = ys_xml_walk_line (walk);
  value->file = g_strdup (walk->file);
  value->unit = ys_xml_text (walk, "unit");
  value->item = ys_xml_text (walk, "item");
  value->year = (int)ys_xml_whole (walk, "year");
  item = reading->catalogue != NULL ? ys_catalogue_get_item (reading->catalogue, value->item) : NULL;
  ys_facts_xml_read_figure (walk, value->item, item != NULL && item->unit == YS_UNIT_COUNT, item != NULL,
                            &value->figure);
  value->source = ys_xml_optional (walk, "source");
  value->by_city = ys_xml_choice (walk, "by", by) == 1;
}

static void
visit_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;

  if (g_str_equal (name, "evidence"))
    ys_facts_xml_read_evidence (walk, reading->ledger->evidence);
  else if (g_str_equal (name, "occurrence"))
    read_occurrence (walk, reading);
  else if (g_str_equal (name, "record"))
    read_record (walk, reading);
  else if (g_str_equal (name, "threshold"))
    read_threshold (walk, reading);
}

static void
visit_ledger (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;
  g_autofree char *assessment = ys_xml_text (walk, "assessment");

  if (reading->ledger->assessment == NULL)
    {
      reading->ledger->assessment = g_steal_pointer (&assessment);
      reading->ledger->file = g_strdup (walk->file);
      reading->ledger->line = ys_xml_walk_line (walk);
    }
  else if (g_strcmp0 (reading->ledger->assessment, assessment) != 0)
    ys_xml_walk_fault (walk, assessment, _ ("This ledger is of assessment %s, another one is of %s."),
                       assessment, reading->ledger->assessment);
  ys_xml_walk_children (walk, visit_child, reading);
}

/* Several offices may cite the same PDF: united, its evidence stands once, present where one of them has it.
 */
static void
unite_evidence (YsLedger *ledger)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ledger->evidence->len;)
    {
      YsEvidence *evidence = g_ptr_array_index (ledger->evidence, i);
      YsEvidence *first = g_hash_table_lookup (seen, evidence->digest);

      if (first != NULL)
        {
          first->present = first->present || evidence->present;
          g_ptr_array_remove_index (ledger->evidence, i);
          continue;
        }
      g_hash_table_insert (seen, evidence->digest, evidence);
      i++;
    }
}

gboolean
ys_ledger_read_xml (YsLedger *ledger, GBytes *document, const char *file, const YsCatalogue *catalogue,
                    YsFaults *faults)
{
  g_return_val_if_fail (ledger != NULL && document != NULL && faults != NULL, FALSE);

  Reading reading = { .ledger = ledger, .catalogue = catalogue };

  if (!ys_xml_walk_document (document, file, "occurrences", YS_XML_STOP_AT_FIRST, faults, visit_ledger,
                             &reading))
    return FALSE;
  unite_evidence (ledger);
  return TRUE;
}
