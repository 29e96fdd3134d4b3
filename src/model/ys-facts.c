/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assessment, submission, ledger and review as shared records, and looking up in them.
 * Whether they make sense together is asked in ys-facts-check.c. */
#include "ys-facts-parts.h"

YsAssessment *
ys_assessment_new (void)
{
  YsAssessment *self = g_atomic_rc_box_new0 (YsAssessment);

  self->units = YS_PARTS (unit_info);
  self->targets = YS_PARTS (named_bound);
  self->published = YS_PARTS (named_bound);
  self->extensions = YS_PARTS (extension);
  return self;
}

YsAssessment *
ys_assessment_ref (YsAssessment *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear_assessment (gpointer data)
{
  YsAssessment *self = data;

  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->targets);
  g_ptr_array_unref (self->published);
  g_ptr_array_unref (self->extensions);
  g_free (self->id);
  g_free (self->title);
  g_free (self->catalogue_id);
  g_free (self->standard_id);
  g_free (self->phase);
  g_free (self->file);
}

void
ys_assessment_unref (YsAssessment *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear_assessment);
}

YsSubmission *
ys_submission_new (void)
{
  YsSubmission *self = g_atomic_rc_box_new0 (YsSubmission);

  self->evidence = YS_PARTS (evidence);
  self->items = YS_PARTS (item);
  self->figures = YS_PARTS (recorded_figure);
  return self;
}

YsSubmission *
ys_submission_ref (YsSubmission *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear_submission (gpointer data)
{
  YsSubmission *self = data;

  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->figures);
  g_free (self->assessment);
  g_free (self->unit);
  g_free (self->file);
}

void
ys_submission_unref (YsSubmission *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear_submission);
}

YsLedger *
ys_ledger_new (void)
{
  YsLedger *self = g_atomic_rc_box_new0 (YsLedger);

  self->evidence = YS_PARTS (evidence);
  self->occurrences = YS_PARTS (occurrence);
  self->records = YS_PARTS (record);
  self->thresholds = YS_PARTS (threshold_value);
  return self;
}

YsLedger *
ys_ledger_ref (YsLedger *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear_ledger (gpointer data)
{
  YsLedger *self = data;

  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->occurrences);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->thresholds);
  g_free (self->assessment);
  g_free (self->file);
}

void
ys_ledger_unref (YsLedger *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear_ledger);
}

YsReview *
ys_review_new (void)
{
  YsReview *self = g_atomic_rc_box_new0 (YsReview);

  self->assessors = YS_PARTS (assessor);
  self->units = YS_PARTS (unit_review);
  return self;
}

YsReview *
ys_review_ref (YsReview *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear_review (gpointer data)
{
  YsReview *self = data;

  g_ptr_array_unref (self->assessors);
  g_ptr_array_unref (self->units);
  g_free (self->assessment);
  g_free (self->file);
}

void
ys_review_unref (YsReview *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear_review);
}

YsFacts *
ys_facts_new (void)
{
  YsFacts *self = g_atomic_rc_box_new0 (YsFacts);

  self->submissions = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_submission_unref);
  self->ledger = ys_ledger_new ();
  return self;
}

YsFacts *
ys_facts_ref (YsFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear_facts (gpointer data)
{
  YsFacts *self = data;

  g_clear_pointer (&self->assessment, ys_assessment_unref);
  g_ptr_array_unref (self->submissions);
  g_clear_pointer (&self->ledger, ys_ledger_unref);
  g_clear_pointer (&self->review, ys_review_unref);
}

void
ys_facts_unref (YsFacts *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear_facts);
}

YsUnitInfo *
ys_assessment_get_unit (const YsAssessment *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->units->len; i++)
    {
      YsUnitInfo *unit = g_ptr_array_index (self->units, i);

      if (g_strcmp0 (unit->id, id) == 0)
        return unit;
    }
  return NULL;
}

YsExtension *
ys_assessment_get_extension (const YsAssessment *self, const char *unit, guint task)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->extensions->len; i++)
    {
      YsExtension *extension = g_ptr_array_index (self->extensions, i);

      if (extension->task == task && g_strcmp0 (extension->unit, unit) == 0)
        return extension;
    }
  return NULL;
}

YsItem *
ys_submission_get_item (const YsSubmission *self, guint task)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      YsItem *item = g_ptr_array_index (self->items, i);

      if (item->task == task)
        return item;
    }
  return NULL;
}

YsItem *
ys_submission_ensure_item (YsSubmission *self, guint task)
{
  YsItem *item = ys_submission_get_item (self, task);

  if (item == NULL)
    {
      item = ys_item_new ();
      item->task = task;
      item->state = YS_STATE_NOT;
      g_ptr_array_add (self->items, item);
    }
  return item;
}

YsEvidence *
ys_submission_get_evidence (const YsSubmission *self, const char *digest)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->evidence->len; i++)
    {
      YsEvidence *evidence = g_ptr_array_index (self->evidence, i);

      if (g_strcmp0 (evidence->digest, digest) == 0)
        return evidence;
    }
  return NULL;
}

YsUnitReview *
ys_review_get_unit (const YsReview *self, const char *unit)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->units->len; i++)
    {
      YsUnitReview *review = g_ptr_array_index (self->units, i);

      if (g_strcmp0 (review->unit, unit) == 0)
        return review;
    }
  return NULL;
}
