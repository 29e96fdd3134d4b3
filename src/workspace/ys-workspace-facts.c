/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts from what lies on the desk: typed entries become an item's values, rows become the ledger.
 * Text that can't be read as a value takes part in nothing here; it stays in the form (gui.md, rule 4). */
#include "ys-workspace-feedback.h"
#include "ys-workspace-form.h"
#include "ys-workspace-review-private.h"

#include <string.h>

char *
ys_entry_slot (guint task, const char *key)
{
  return g_strdup_printf ("%u\t%s", task, key);
}

const char *
ys_workspace_peek_entry (YsWorkspace *self, guint task, const char *key)
{
  g_autofree char *slot = ys_entry_slot (task, key);
  const YsDraft *draft = g_hash_table_lookup (self->drafts, slot);
  const char *text = draft != NULL ? draft->text : g_hash_table_lookup (self->entries, slot);

  return text != NULL ? text : "";
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* @map: slots of entries or of drafts; the texts behind them are asked for anew, for a draft may be empty. */
static void
collect_keys (YsWorkspace *self, GHashTable *map, guint number, GPtrArray *keys)
{
  g_autofree char *prefix = ys_entry_slot (number, "");
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, map);
  while (g_hash_table_iter_next (&iter, &slot, NULL))
    {
      const char *key = (const char *) slot + strlen (prefix);

      if (g_str_has_prefix (slot, prefix) && ys_workspace_peek_entry (self, number, key)[0] != '\0'
          && !g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        g_ptr_array_add (keys, g_strdup (key));
    }
}

GStrv
ys_workspace_dup_entry_keys (YsWorkspace *self, guint number)
{
  GPtrArray *keys = g_ptr_array_new ();

  g_mutex_lock (&self->lock);
  collect_keys (self, self->entries, number, keys);
  collect_keys (self, self->drafts, number, keys);
  g_mutex_unlock (&self->lock);
  g_ptr_array_sort (keys, compare_keys);
  g_ptr_array_add (keys, NULL);
  return (GStrv) g_ptr_array_free (keys, FALSE);
}

static YsTick *
copy_tick (const YsTick *tick)
{
  YsTick *copy = ys_tick_new ();

  copy->item = g_strdup (tick->item);
  copy->severity = g_strdup (tick->severity);
  copy->has_cases = tick->has_cases;
  copy->cases = tick->cases;
  return copy;
}

YsOccurrence *
ys_workspace_copy_occurrence (const YsOccurrence *occurrence)
{
  YsOccurrence *copy = ys_occurrence_new ();

  copy->id = g_strdup (occurrence->id);
  copy->unit = g_strdup (occurrence->unit);
  copy->title = g_strdup (occurrence->title);
  copy->summary = g_strdup (occurrence->summary);
  copy->merged_into = g_strdup (occurrence->merged_into);
  copy->date = occurrence->date;
  copy->count = occurrence->count;
  copy->has_deaths = occurrence->has_deaths;
  copy->deaths = occurrence->deaths;
  copy->state = occurrence->state;
  copy->factors = g_strdupv (occurrence->factors);
  copy->also = g_strdupv (occurrence->also);
  for (guint i = 0; i < occurrence->ticks->len; i++)
    g_ptr_array_add (copy->ticks, copy_tick (g_ptr_array_index (occurrence->ticks, i)));
  for (guint i = 0; i < occurrence->citations->len; i++)
    g_ptr_array_add (copy->citations, ys_citation_copy (g_ptr_array_index (occurrence->citations, i)));
  return copy;
}

YsRecord *
ys_workspace_copy_record (const YsRecord *record)
{
  YsRecord *copy = ys_record_new ();

  copy->id = g_strdup (record->id);
  copy->unit = g_strdup (record->unit);
  copy->clause = g_strdup (record->clause);
  copy->title = g_strdup (record->title);
  copy->level = g_strdup (record->level);
  copy->matter = g_strdup (record->matter);
  copy->date = record->date;
  copy->count = record->count;
  copy->factors = g_strdupv (record->factors);
  copy->state = record->state;
  copy->selected = record->selected;
  copy->has_settled = record->has_settled;
  copy->settled = record->settled;
  copy->settled_reason = g_strdup (record->settled_reason);
  for (guint i = 0; i < record->citations->len; i++)
    g_ptr_array_add (copy->citations, ys_citation_copy (g_ptr_array_index (record->citations, i)));
  return copy;
}

static void
apply_entry (YsWorkspace *self, YsSubmission *submission, YsItem *free_figures, const char *slot, const char *text)
{
  guint task = (guint) g_ascii_strtoull (slot, NULL, 10);
  const char *key = strchr (slot, '\t') + 1;

  if (text[0] == '\0')
    return;
  if (task == 0)
    {
      /* task 0 keeps the figures of metrics that belong to no task, thresholds and declarations beside them */
      if (g_str_has_prefix (key, "metric."))
        ys_item_set_entry (free_figures, key, text, self->standard, self->assessment->year, NULL);
      return;
    }
  if (ys_catalogue_get_task (self->standard->catalogue, task) == NULL)
    return;
  /* what can't be read is told by ys_workspace_dup_entry_problem() and counts nowhere */
  ys_item_set_entry (ys_submission_ensure_item (submission, task), key, text, self->standard,
                     self->assessment->year, NULL);
}

/* @unit: NULL for a county's own value. */
static void
add_threshold (YsWorkspace *self, YsLedger *ledger, const char *unit, const YsNegativeItem *item)
{
  g_autofree char *key = unit == NULL ? g_strconcat ("threshold.", item->id, NULL)
                                      : g_strconcat ("threshold.", unit, ".", item->id, NULL);
  g_autofree char *source_key = g_strconcat (key, ".source", NULL);
  const char *text = ys_workspace_peek_entry (self, 0, key);
  g_autoptr (YsThresholdValue) value = NULL;

  if (!item->threshold || text[0] == '\0')
    return;
  value = ys_threshold_value_new ();
  if (!ys_threshold_text_parse (text, item, &value->figure))
    return;
  value->unit = g_strdup (unit != NULL ? unit : self->unit);
  value->item = g_strdup (item->id);
  value->year = self->assessment->year;
  value->source = g_strdup (ys_workspace_peek_entry (self, 0, source_key));
  value->by_city = self->office == YS_OFFICE_CITY;
  g_ptr_array_add (ledger->thresholds, g_steal_pointer (&value));
}

static void
add_own_thresholds (YsWorkspace *self, YsLedger *ledger, const YsNegativeItem *item)
{
  const GPtrArray *units = self->assessment->units;

  if (self->office == YS_OFFICE_COUNTY)
    {
      add_threshold (self, ledger, NULL, item);
      return;
    }
  for (guint i = 0; i < units->len; i++)
    add_threshold (self, ledger, ((YsUnitInfo *) g_ptr_array_index (units, i))->id, item);
}

YsEvidence *
ys_workspace_copy_evidence (YsWorkspace *self, const YsEvidenceRow *row)
{
  YsEvidence *evidence = ys_evidence_new ();

  evidence->digest = g_strdup (row->digest);
  evidence->title = g_strdup (row->title);
  evidence->number = g_strdup (row->number);
  evidence->pages = row->pages;
  evidence->size = row->size;
  evidence->present = g_hash_table_contains (self->present, row->digest);
  return evidence;
}

static void
add_cited_evidence (YsWorkspace *self, GPtrArray *list, GPtrArray *citations)
{
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const YsEvidenceRow *row = g_ptr_array_index (self->evidence, i);
      gboolean cited = FALSE;

      for (guint c = 0; c < citations->len && !cited; c++)
        cited = g_strcmp0 (((YsCitation *) g_ptr_array_index (citations, c))->evidence, row->digest) == 0;
      if (cited)
        g_ptr_array_add (list, ys_workspace_copy_evidence (self, row));
    }
}

static void
add_citations (YsWorkspace *self, YsSubmission *submission, YsLedger *ledger)
{
  g_autoptr (GPtrArray) of_items = g_ptr_array_new ();
  g_autoptr (GPtrArray) of_ledger = g_ptr_array_new ();

  for (guint i = 0; i < self->citations->len; i++)
    {
      YsCitation *citation = g_ptr_array_index (self->citations, i);

      if (citation->task != 0)
        {
          YsItem *item = ys_submission_ensure_item (submission, citation->task);
          g_ptr_array_add (item->citations, ys_citation_copy (citation));
          g_ptr_array_add (of_items, citation);
          continue;
        }
      for (guint o = 0; o < ledger->occurrences->len; o++)
        {
          YsOccurrence *occurrence = g_ptr_array_index (ledger->occurrences, o);
          if (g_strcmp0 (occurrence->id, citation->occurrence) == 0)
            g_ptr_array_add (occurrence->citations, ys_citation_copy (citation));
        }
      for (guint r = 0; r < ledger->records->len; r++)
        {
          YsRecord *record = g_ptr_array_index (ledger->records, r);
          if (g_strcmp0 (record->id, citation->record) == 0)
            g_ptr_array_add (record->citations, ys_citation_copy (citation));
        }
      g_ptr_array_add (of_ledger, citation);
    }
  add_cited_evidence (self, submission->evidence, of_items);
  add_cited_evidence (self, ledger->evidence, of_ledger);
}

static YsSubmission *
build_submission (YsWorkspace *self)
{
  YsSubmission *submission = ys_submission_new ();
  g_autoptr (YsItem) free_figures = ys_item_new ();
  GHashTableIter iter;
  gpointer slot, value;

  submission->assessment = g_strdup (self->assessment->id);
  submission->unit = g_strdup (self->unit);
  submission->revision = self->revision;
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &slot, &value))
    if (!g_hash_table_contains (self->drafts, slot))
      apply_entry (self, submission, free_figures, slot, value);
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &slot, &value))
    apply_entry (self, submission, free_figures, slot, ((YsDraft *) value)->text);
  while (free_figures->figures->len > 0)
    g_ptr_array_add (submission->figures, g_ptr_array_steal_index (free_figures->figures, 0));
  return submission;
}

static gboolean
holds_occurrence (const YsLedger *ledger, const char *id)
{
  for (guint i = 0; i < ledger->occurrences->len; i++)
    if (g_strcmp0 (((YsOccurrence *) g_ptr_array_index (ledger->occurrences, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
holds_record (const YsLedger *ledger, const char *id)
{
  for (guint i = 0; i < ledger->records->len; i++)
    if (g_strcmp0 (((YsRecord *) g_ptr_array_index (ledger->records, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
holds_evidence (const YsLedger *ledger, const char *digest)
{
  for (guint i = 0; i < ledger->evidence->len; i++)
    if (g_strcmp0 (((YsEvidence *) g_ptr_array_index (ledger->evidence, i))->digest, digest) == 0)
      return TRUE;
  return FALSE;
}

/* What the office keeps itself under the same id is newer than what a county once sent, and holds. */
void
ys_workspace_unite_ledger (YsLedger *ledger, const YsLedger *other)
{
  for (guint i = 0; i < other->occurrences->len; i++)
    {
      const YsOccurrence *occurrence = g_ptr_array_index (other->occurrences, i);
      if (!holds_occurrence (ledger, occurrence->id))
        g_ptr_array_add (ledger->occurrences, ys_workspace_copy_occurrence (occurrence));
    }
  for (guint i = 0; i < other->records->len; i++)
    {
      const YsRecord *record = g_ptr_array_index (other->records, i);
      if (!holds_record (ledger, record->id))
        g_ptr_array_add (ledger->records, ys_workspace_copy_record (record));
    }
  for (guint i = 0; i < other->thresholds->len; i++)
    {
      const YsThresholdValue *value = g_ptr_array_index (other->thresholds, i);
      YsThresholdValue *copy = ys_threshold_value_new ();
      copy->unit = g_strdup (value->unit);
      copy->item = g_strdup (value->item);
      copy->source = g_strdup (value->source);
      copy->year = value->year;
      copy->figure = value->figure;
      copy->by_city = value->by_city;
      g_ptr_array_add (ledger->thresholds, copy);
    }
  for (guint i = 0; i < other->evidence->len; i++)
    {
      const YsEvidence *evidence = g_ptr_array_index (other->evidence, i);
      if (holds_evidence (ledger, evidence->digest))
        continue; /* the same file, known by what it holds */
      YsEvidence *copy = ys_evidence_new ();
      copy->digest = g_strdup (evidence->digest);
      copy->title = g_strdup (evidence->title);
      copy->number = g_strdup (evidence->number);
      copy->pages = evidence->pages;
      copy->size = evidence->size;
      copy->present = evidence->present;
      g_ptr_array_add (ledger->evidence, copy);
    }
}

static YsOccurrence *
find_occurrence (const YsLedger *ledger, const char *id)
{
  for (guint i = 0; i < ledger->occurrences->len; i++)
    {
      YsOccurrence *occurrence = g_ptr_array_index (ledger->occurrences, i);
      if (g_strcmp0 (occurrence->id, id) == 0)
        return occurrence;
    }
  return NULL;
}

/* The city's row of what a county declared stands for it; the pages that the county cited lie in what it sent. */
static void
keep_received_citations (YsLedger *ledger, const YsLedger *received)
{
  for (guint i = 0; i < received->occurrences->len; i++)
    {
      const YsOccurrence *sent = g_ptr_array_index (received->occurrences, i);
      YsOccurrence *held = find_occurrence (ledger, sent->id);

      for (guint c = 0; held != NULL && g_strcmp0 (held->unit, sent->unit) == 0 && c < sent->citations->len; c++)
        g_ptr_array_add (held->citations, ys_citation_copy (g_ptr_array_index (sent->citations, c)));
    }
}

/* What the city cites itself for occurrences of its ledger. */
static void
add_city_citations (YsWorkspace *self, YsLedger *ledger)
{
  g_autoptr (GPtrArray) cited = g_ptr_array_new ();
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_evidence_free);

  for (guint i = 0; i < self->citations->len; i++)
    {
      YsCitation *citation = g_ptr_array_index (self->citations, i);
      YsOccurrence *occurrence = citation->occurrence != NULL ? find_occurrence (ledger, citation->occurrence) : NULL;

      if (occurrence == NULL)
        continue;
      YsCitation *copy = ys_citation_copy (citation);
      copy->by_city = TRUE;
      g_ptr_array_add (occurrence->citations, copy);
      g_ptr_array_add (cited, citation);
    }
  add_cited_evidence (self, evidence, cited);
  for (guint i = evidence->len; i > 0; i--)
    if (!holds_evidence (ledger, ((YsEvidence *) g_ptr_array_index (evidence, i - 1))->digest))
      g_ptr_array_add (ledger->evidence, g_ptr_array_steal_index (evidence, i - 1));
}

static void
add_received (YsWorkspace *self, YsFacts *facts)
{
  for (guint i = 0; self->received != NULL && i < self->received->len; i++)
    g_ptr_array_add (facts->submissions, ys_submission_ref (g_ptr_array_index (self->received, i)));
  for (guint i = 0; self->received_ledgers != NULL && i < self->received_ledgers->len; i++)
    {
      keep_received_citations (facts->ledger, g_ptr_array_index (self->received_ledgers, i));
      ys_workspace_unite_ledger (facts->ledger, g_ptr_array_index (self->received_ledgers, i));
    }
  add_city_citations (self, facts->ledger);
}

YsFacts *
ys_workspace_build_facts (YsWorkspace *self)
{
  YsFacts *facts = ys_facts_new ();
  YsCatalogue *catalogue = self->standard->catalogue;

  if (facts->assessment != NULL)
    ys_assessment_unref (facts->assessment);
  facts->assessment = ys_assessment_ref (self->effective != NULL ? self->effective : self->assessment);
  if (facts->ledger == NULL)
    facts->ledger = ys_ledger_new ();
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      const YsOccurrenceRow *row = g_ptr_array_index (self->occurrences, i);
      YsOccurrence *occurrence = ys_workspace_copy_occurrence (row->occurrence);

      ys_workspace_apply_occurrence_drafts (self, occurrence);
      g_ptr_array_add (facts->ledger->occurrences, occurrence);
    }
  for (guint i = 0; i < self->records->len; i++)
    g_ptr_array_add (facts->ledger->records, ys_workspace_copy_record (g_ptr_array_index (self->records, i)));
  for (guint i = 0; i < catalogue->items->len; i++)
    add_own_thresholds (self, facts->ledger, g_ptr_array_index (catalogue->items, i));
  if (self->office != YS_OFFICE_COUNTY)
    {
      add_received (self, facts);
      if (self->office == YS_OFFICE_CITY)
        facts->review = ys_workspace_build_review (self, self->person);
      return facts;
    }
  YsSubmission *submission = build_submission (self);
  g_ptr_array_add (facts->submissions, submission);
  add_citations (self, submission, facts->ledger);
  ys_feedback_add_to_facts (self, facts);
  return facts;
}
