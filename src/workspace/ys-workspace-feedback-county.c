/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feedback at the county: taken in with the city's word on occurrences and records, and read as the decided result.
 * Totals, grade and place are the city's: what rests on other counties is not known here. */
#include "ys-workspace-feedback.h"

#include "ys-decided-scores.h"
#include "ys-facts-xml.h"
#include "ys-workspace-city.h"
#include "ys-workspace-review-private.h"

#include <glib/gi18n-lib.h>

/* ---- importing ---- */

void
ys_feedback_content_clear (YsFeedbackContent *self)
{
  g_clear_pointer (&self->review, ys_review_unref);
  g_clear_pointer (&self->ledger, ys_ledger_unref);
}

/* With the lock held: the county's facts as they would be with what the city says. Full. */
static YsFacts *
build_together (const YsFeedbackContent *self, YsWorkspace *workspace)
{
  YsFacts *facts = ys_workspace_build_facts (workspace);
  g_autoptr (YsLedger) own = facts->ledger;

  facts->ledger = ys_ledger_new ();
  ys_workspace_unite_ledger (facts->ledger, self->ledger); /* the city's word first: it holds */
  g_ptr_array_set_size (own->thresholds, 0);
  ys_workspace_unite_ledger (facts->ledger, own);
  g_clear_pointer (&facts->review, ys_review_unref);
  facts->review = ys_review_ref (self->review);
  return facts;
}

/* It must be about this county, and say nothing that only the county itself can say. */
static gboolean
is_about_us (const YsFeedbackContent *self, YsWorkspace *workspace)
{
  const YsUnitReview *unit = ys_review_get_unit (self->review, workspace->unit);

  for (guint i = 0; i < self->ledger->occurrences->len; i++)
    if (g_strcmp0 (((YsOccurrence *) g_ptr_array_index (self->ledger->occurrences, i))->unit, workspace->unit) != 0)
      return FALSE;
  for (guint i = 0; i < self->ledger->records->len; i++)
    if (g_strcmp0 (((YsRecord *) g_ptr_array_index (self->ledger->records, i))->unit, workspace->unit) != 0)
      return FALSE;
  return self->review->units->len == 1 && unit != NULL && unit->revision == ys_workspace_get_revision (workspace)
         && (unit->state == YS_SUBMISSION_ACCEPTED || unit->state == YS_SUBMISSION_SCORED
             || unit->state == YS_SUBMISSION_FINAL);
}

gboolean
ys_feedback_content_read (YsFeedbackContent *self, YsWorkspace *workspace, GBytes *review, GBytes *occurrences,
                          GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsFacts) facts = NULL;

  self->ledger = ys_ledger_new ();
  self->review = ys_review_read_xml (review, "review.xml", faults);
  if (self->review == NULL
      || !ys_ledger_read_xml (self->ledger, occurrences, "occurrences.xml", workspace->standard->catalogue, faults))
    {
      ys_set_error_from_faults (error, faults);
      return FALSE;
    }
  if (!is_about_us (self, workspace))
    {
      ys_set_error (error, YS_ERROR_PACKAGE_KIND, workspace->unit,
                    _("This feedback is not about the present submission of %s alone"), workspace->unit_name);
      return FALSE;
    }
  g_mutex_lock (&workspace->lock);
  facts = build_together (self, workspace);
  g_mutex_unlock (&workspace->lock);
  if (ys_facts_check (facts, workspace->standard, faults))
    return TRUE;
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

gboolean
ys_feedback_content_store (const YsFeedbackContent *self, YsConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) rows = ys_occurrence_list (connection, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < self->ledger->occurrences->len; i++)
    {
      const YsOccurrence *occurrence = g_ptr_array_index (self->ledger->occurrences, i);
      const YsOccurrenceRow *old = NULL;

      for (guint r = 0; r < rows->len && old == NULL; r++)
        {
          const YsOccurrenceRow *row = g_ptr_array_index (rows, r);
          if (g_strcmp0 (row->occurrence->id, occurrence->id) == 0)
            old = row;
        }
      /* who declared it and what the county answered stay the county's */
      if (!ys_occurrence_set (connection, occurrence, old != NULL ? old->declared_by : "city",
                              old != NULL ? old->answer : NULL, error))
        return FALSE;
    }
  for (guint i = 0; i < self->ledger->records->len; i++)
    if (!ys_record_set (connection, g_ptr_array_index (self->ledger->records, i), error))
      return FALSE;
  return TRUE;
}

/* ---- as facts ---- */

static const YsPackageRow *
find_feedback (const GPtrArray *packages, guint revision)
{
  for (guint i = 0; i < packages->len; i++) /* newest first */
    {
      const YsPackageRow *row = g_ptr_array_index (packages, i);
      if (row->incoming && row->revision == revision && g_str_equal (row->kind, "feedback"))
        return row;
    }
  return NULL;
}

gboolean
ys_feedback_load (YsConnection *connection, const GPtrArray *packages, guint revision, const YsCatalogue *catalogue,
                  YsReview **review, YsLedger **ledger, GError **error)
{
  const YsPackageRow *row = find_feedback (packages, revision);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) review_document = NULL;
  g_autoptr (GBytes) ledger_document = NULL;

  *review = NULL;
  *ledger = NULL;
  if (row == NULL)
    return TRUE;
  if (!(review_document = ys_received_get (connection, row->id, "review", error))
      || !(ledger_document = ys_received_get (connection, row->id, "occurrences", error)))
    return FALSE;
  *review = ys_review_read_xml (review_document, "review.xml", faults);
  *ledger = ys_ledger_new ();
  if (*review != NULL && ys_ledger_read_xml (*ledger, ledger_document, "occurrences.xml", catalogue, faults))
    return TRUE;
  g_clear_pointer (review, ys_review_unref);
  g_clear_pointer (ledger, ys_ledger_unref);
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

void
ys_feedback_add_to_facts (YsWorkspace *self, YsFacts *facts)
{
  g_autoptr (YsLedger) added = NULL;

  if (self->feedback_review == NULL)
    return;
  facts->review = ys_review_ref (self->feedback_review);
  added = ys_ledger_new ();
  ys_workspace_unite_ledger (added, self->feedback_ledger);
  for (guint i = added->thresholds->len; i > 0; i--) /* its own the county has itself */
    if (!((YsThresholdValue *) g_ptr_array_index (added->thresholds, i - 1))->by_city)
      g_ptr_array_remove_index (added->thresholds, i - 1);
  ys_workspace_unite_ledger (facts->ledger, added);
}

/* ---- as result ---- */

void
ys_feedback_free (YsFeedback *self)
{
  if (self == NULL)
    return;
  g_free (self->grade);
  g_clear_pointer (&self->tasks, g_hash_table_unref);
  g_clear_pointer (&self->points, g_hash_table_unref);
  g_clear_pointer (&self->review, ys_review_unref);
  g_free (self);
}

typedef struct {
  char *package;
  GBytes *sheet;
} SheetReading;

static gboolean
read_sheet (YsConnection *connection, gpointer data, GError **error)
{
  SheetReading *reading = data;

  reading->sheet = ys_received_get (connection, reading->package, "sheet", error);
  return reading->sheet != NULL;
}

static char *
grade_name (YsWorkspace *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->standard->grades->len; i++)
    {
      const YsGrade *grade = g_ptr_array_index (self->standard->grades, i);
      if (g_str_equal (grade->id, id))
        return g_strdup (grade->name);
    }
  return g_strdup (id);
}

static YsFeedback *
new_feedback (YsWorkspace *self, const YsDecidedScores *scores, guint revision, YsReview *review)
{
  YsFeedback *feedback = g_new0 (YsFeedback, 1);

  feedback->state = scores->state;
  feedback->figure = scores->figure;
  feedback->revision = revision;
  feedback->rank = scores->rank;
  feedback->grade = grade_name (self, scores->grade);
  feedback->base = scores->base;
  feedback->bonus = scores->bonus;
  feedback->deduction = scores->deduction;
  feedback->total = scores->total;
  feedback->tasks = g_hash_table_ref (scores->tasks);
  feedback->points = g_hash_table_ref (scores->points);
  feedback->review = review;
  return feedback;
}

YsFeedback *
ys_workspace_dup_feedback (YsWorkspace *self, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsDecidedScores) scores = NULL;
  g_autoptr (YsReview) review = NULL;
  SheetReading reading = { NULL, NULL };
  guint revision = 0;

  g_mutex_lock (&self->lock);
  const YsPackageRow *row = self->feedback_review != NULL ? find_feedback (self->packages, self->revision) : NULL;
  if (row != NULL)
    {
      reading.package = g_strdup (row->id);
      revision = row->revision;
      review = ys_review_ref (self->feedback_review);
    }
  g_mutex_unlock (&self->lock);
  g_autofree char *package = reading.package;
  if (package == NULL || !ys_store_call (self->store, read_sheet, &reading, error))
    return NULL;
  g_autoptr (GBytes) sheet = reading.sheet;
  scores = ys_decided_scores_read_xml (sheet, "sheet.xml", faults);
  if (scores == NULL)
    {
      ys_set_error_from_faults (error, faults);
      return NULL;
    }
  return new_feedback (self, scores, revision, g_steal_pointer (&review));
}

static gboolean
get_decided (GHashTable *scores, const char *id, YsPoints *decided)
{
  const YsPoints *found = g_hash_table_lookup (scores, id);

  if (found != NULL)
    *decided = *found;
  return found != NULL;
}

gboolean
ys_feedback_get_task (const YsFeedback *self, guint number, YsPoints *decided)
{
  g_autofree char *id = g_strdup_printf ("%u", number);

  return get_decided (self->tasks, id, decided);
}

gboolean
ys_feedback_get_point (const YsFeedback *self, const char *point, YsPoints *decided)
{
  return get_decided (self->points, point, decided);
}
