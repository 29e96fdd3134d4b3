/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the store onto the desk: each kind of change reads again what it touched.
 * Reading happens on the store's thread, the exchange of pointers under the lock. */
#include "ys-workspace-city-declared.h"
#include "ys-workspace-feedback.h"
#include "ys-workspace-opinion-private.h"
#include "ys-workspace-review-private.h"
#include "ys-vault.h"
#include "ys-facts-xml.h"

#include <glib/gi18n-lib.h>

typedef struct {
  YsWorkspace *self;
  guint what;
  GPtrArray *entries, *drafts, *people, *evidence, *citations, *occurrences, *records, *packages, *transitions,
    *returns, *submissions, *received, *received_ledgers, *assessors, *reviews, *second_looks, *extensions, *bounds,
    *settlements, *dossiers, *dossier_bags;
  YsAssessment *assessment;
  YsReview *feedback_review;
  YsLedger *feedback_ledger;
  YsOpinionDesk *opinions;
  char *person;
  YsSubmissionState state;
  guint revision;
} Reading;

/* The newest revision of each unit that the city has imported, parsed from the documents as they came. */
static gboolean
read_received (YsConnection *connection, Reading *reading, GError **error)
{
  const char *unit = NULL;

  reading->received = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_submission_unref);
  reading->received_ledgers = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_ledger_unref);
  for (guint i = 0; i < reading->submissions->len; i++)
    {
      const YsSubmissionRow *row = g_ptr_array_index (reading->submissions, i);
      g_autoptr (GBytes) document = NULL;
      g_autoptr (GBytes) ledger_document = NULL;
      g_autoptr (YsFaults) faults = ys_faults_new ();

      if (g_strcmp0 (unit, row->unit) == 0 || row->package == NULL)
        continue;
      unit = row->unit;
      document = ys_received_get (connection, row->package, "submission", error);
      if (document == NULL)
        continue;
      YsSubmission *submission
        = ys_submission_read_xml (document, "submission.xml", reading->self->standard->catalogue, faults);
      if (submission == NULL)
        {
          ys_set_error_from_faults (error, faults);
          return FALSE;
        }
      g_ptr_array_add (reading->received, submission);
      ledger_document = ys_received_get (connection, row->package, "occurrences", error);
      YsLedger *ledger = ys_ledger_new ();
      g_ptr_array_add (reading->received_ledgers, ledger);
      if (ledger_document != NULL
          && !ys_ledger_read_xml (ledger, ledger_document, "occurrences.xml", reading->self->standard->catalogue, faults))
        {
          ys_set_error_from_faults (error, faults);
          return FALSE;
        }
      ys_declared_clean (ledger, row->unit);
    }
  return TRUE;
}

static gboolean
read_state (YsConnection *connection, Reading *reading, GError **error)
{
  YsWorkspace *self = reading->self;

  reading->submissions = ys_submission_list (connection, error);
  if (reading->submissions == NULL)
    return FALSE;
  reading->revision = 1;
  for (guint i = 0; i < reading->submissions->len; i++)
    {
      const YsSubmissionRow *row = g_ptr_array_index (reading->submissions, i);
      if (g_strcmp0 (row->unit, self->unit) != 0)
        continue;
      reading->revision = row->revision;
      reading->state = row->state;
      break; /* newest first */
    }
  reading->transitions = ys_transition_list (connection, self->unit, error);
  reading->returns = reading->transitions != NULL ? ys_return_list (connection, self->unit, error) : NULL;
  return reading->returns != NULL
         && (self->office == YS_OFFICE_COUNTY || read_received (connection, reading, error));
}

/* At a county a newer plan of the same round takes the place of the one it was opened with. */
static gboolean
read_plan (YsConnection *connection, Reading *reading, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) document = ys_plan_get (connection, "assessment", error);

  if (document == NULL)
    return FALSE;
  reading->assessment = ys_assessment_read_xml (document, "assessment.xml", faults);
  if (reading->assessment == NULL)
    ys_set_error_from_faults (error, faults);
  return reading->assessment != NULL;
}

static gboolean
read_review (YsConnection *connection, Reading *reading, GError **error)
{
  return (reading->assessors = ys_assessor_list (connection, error)) != NULL
         && (reading->reviews = ys_unit_review_list (connection, error)) != NULL
         && (reading->second_looks = ys_second_look_list (connection, error)) != NULL
         && (reading->extensions = ys_extension_list (connection, error)) != NULL
         && (reading->bounds = ys_named_bound_list (connection, error)) != NULL
         && (reading->settlements = ys_settlement_list (connection, error)) != NULL;
}

static gboolean
read_all (YsConnection *connection, gpointer data, GError **error)
{
  Reading *reading = data;
  guint what = reading->what;

  if (what & YS_CHANGE_STATE)
    {
      if (!read_state (connection, reading, error))
        return FALSE;
    }
  else
    {
      reading->revision = reading->self->revision;
      reading->state = reading->self->state;
    }
  if (what & (YS_CHANGE_FORM | YS_CHANGE_NEGATIVE | YS_CHANGE_STATE)
      && (!(reading->entries = ys_entry_list (connection, reading->revision, error))
          || !(reading->drafts = ys_draft_list (connection, error))))
    return FALSE;
  if (what & YS_CHANGE_PEOPLE
      && (!(reading->people = ys_person_list (connection, error))))
    return FALSE;
  if (what & (YS_CHANGE_EVIDENCE | YS_CHANGE_STATE)
      && (!(reading->evidence = ys_evidence_list (connection, error))
          || !(reading->citations = ys_citation_list (connection, reading->revision, error))))
    return FALSE;
  if (what & YS_CHANGE_NEGATIVE
      && (!(reading->occurrences = ys_occurrence_list (connection, error))
          || !(reading->records = ys_record_list (connection, error))))
    return FALSE;
  if (what & YS_CHANGE_REVIEW && reading->self->office == YS_OFFICE_COUNTY && !read_plan (connection, reading, error))
    return FALSE;
  if (what & YS_CHANGE_REVIEW && reading->self->office == YS_OFFICE_CITY && !read_review (connection, reading, error))
    return FALSE;
  if (what & YS_CHANGE_OPINIONS && !(reading->opinions = ys_opinion_desk_load (connection, reading->self, error)))
    return FALSE;
  if (what & (YS_CHANGE_PACKAGES | YS_CHANGE_STATE)
      && (!(reading->packages = ys_package_list (connection, error))
          || !(reading->dossiers = ys_dossier_list (connection, error))
          || !(reading->dossier_bags = ys_dossier_bag_list (connection, error))
          || (reading->self->office == YS_OFFICE_COUNTY
              && !ys_feedback_load (connection, reading->packages, reading->revision,
                                    reading->self->standard->catalogue, &reading->feedback_review,
                                    &reading->feedback_ledger, error))))
    return FALSE;
  return TRUE;
}

static void
take_array (GPtrArray **place, GPtrArray **fresh)
{
  if (*fresh == NULL)
    return;
  if (*place != NULL)
    g_ptr_array_unref (*place);
  *place = g_steal_pointer (fresh);
}

static void
take_entries (YsWorkspace *self, Reading *reading)
{
  if (reading->entries == NULL)
    return;
  g_hash_table_remove_all (self->entries);
  for (guint i = 0; i < reading->entries->len; i++)
    {
      const YsEntryRow *row = g_ptr_array_index (reading->entries, i);
      g_hash_table_insert (self->entries, ys_entry_slot (row->task, row->key), g_strdup (row->text));
    }
  for (guint i = 0; i < reading->drafts->len; i++)
    {
      const YsDraftRow *row = g_ptr_array_index (reading->drafts, i);
      char *slot = ys_entry_slot (row->task, row->key);
      /* what is typed meanwhile is newer than its row */
      if (g_hash_table_contains (self->drafts, slot))
        {
          g_free (slot);
          continue;
        }
      YsDraft *draft = g_new0 (YsDraft, 1);
      draft->task = row->task;
      draft->key = g_strdup (row->key);
      draft->text = g_strdup (row->text);
      draft->last_key = g_get_monotonic_time ();
      g_hash_table_insert (self->drafts, slot, draft);
    }
  g_ptr_array_unref (reading->entries);
  g_ptr_array_unref (reading->drafts);
}

static void
take_present (YsWorkspace *self)
{
  g_hash_table_remove_all (self->present);
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const YsEvidenceRow *row = g_ptr_array_index (self->evidence, i);
      if (ys_vault_has (self->vault, row->digest))
        g_hash_table_add (self->present, g_strdup (row->digest));
    }
}

static void
take_roles (YsWorkspace *self)
{
  self->roles = 0;
  for (guint i = 0; i < self->people->len; i++)
    {
      const YsPersonRow *row = g_ptr_array_index (self->people, i);
      if (g_strcmp0 (row->name, self->person) == 0)
        self->roles = row->roles;
    }
}

static void
take_review (YsWorkspace *self, Reading *reading)
{
  if (reading->assessment != NULL)
    {
      g_clear_pointer (&self->effective, ys_assessment_unref);
      self->effective = g_steal_pointer (&reading->assessment);
    }
  if (reading->settlements == NULL)
    return;
  take_array (&self->assessors, &reading->assessors);
  take_array (&self->reviews, &reading->reviews);
  take_array (&self->second_looks, &reading->second_looks);
  take_array (&self->extensions, &reading->extensions);
  take_array (&self->bounds, &reading->bounds);
  take_array (&self->settlements, &reading->settlements);
  g_clear_pointer (&self->effective, ys_assessment_unref);
  self->effective = ys_workspace_build_assessment (self);
}

static void
take_feedback (YsWorkspace *self, Reading *reading)
{
  if (reading->packages == NULL || self->office != YS_OFFICE_COUNTY)
    return;
  g_clear_pointer (&self->feedback_review, ys_review_unref);
  g_clear_pointer (&self->feedback_ledger, ys_ledger_unref);
  self->feedback_review = g_steal_pointer (&reading->feedback_review);
  self->feedback_ledger = g_steal_pointer (&reading->feedback_ledger);
}

gboolean
ys_workspace_reload (YsWorkspace *self, guint what, GError **error)
{
  Reading reading = { .self = self, .what = what };

  if (what == 0)
    return TRUE;
  if (!ys_store_call (self->store, read_all, &reading, error))
    return FALSE;
  g_mutex_lock (&self->lock);
  self->revision = reading.revision;
  self->state = reading.state;
  take_entries (self, &reading);
  take_array (&self->people, &reading.people);
  gboolean evidence = reading.evidence != NULL;
  take_array (&self->evidence, &reading.evidence);
  take_array (&self->citations, &reading.citations);
  take_array (&self->occurrences, &reading.occurrences);
  take_array (&self->records, &reading.records);
  take_feedback (self, &reading);
  take_array (&self->packages, &reading.packages);
  take_array (&self->dossiers, &reading.dossiers);
  take_array (&self->dossier_bags, &reading.dossier_bags);
  take_array (&self->transitions, &reading.transitions);
  take_array (&self->returns, &reading.returns);
  take_array (&self->submissions, &reading.submissions);
  take_array (&self->received, &reading.received);
  take_array (&self->received_ledgers, &reading.received_ledgers);
  take_review (self, &reading);
  if (reading.opinions != NULL)
    {
      ys_opinion_desk_free (self->opinions);
      self->opinions = reading.opinions;
    }
  if (what & YS_CHANGE_PEOPLE)
    take_roles (self);
  if (evidence)
    take_present (self);
  g_mutex_unlock (&self->lock);
  return TRUE;
}
