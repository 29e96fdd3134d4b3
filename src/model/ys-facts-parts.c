/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and freeing the records of facts: one block for each kind, in the order of ys-facts.h.
 * A record owns its texts and the arrays that it holds. */
#include "ys-facts-parts.h"

YS_DEFINE_PART (YsUnitInfo, unit_info, {}, {
  g_free (self->id);
  g_free (self->name);
  g_free (self->parent);
  g_free (self->group_id);
  g_free (self->note);
})

YS_DEFINE_PART (YsNamedBound, named_bound, {}, {
  g_free (self->unit);
  g_free (self->metric);
  g_free (self->source);
})

YS_DEFINE_PART (YsExtension, extension, {}, {
  g_free (self->unit);
  g_free (self->reason);
})

YS_DEFINE_PART (YsEvidence, evidence, {}, {
  g_free (self->digest);
  g_free (self->title);
  g_free (self->number);
})

YS_DEFINE_PART (YsCitation, citation, {}, {
  g_free (self->id);
  g_free (self->evidence);
  g_free (self->point);
  g_free (self->occurrence);
  g_free (self->record);
  g_free (self->pages);
  g_free (self->labels);
  g_free (self->note);
})

YsCitation *
ys_citation_copy (const YsCitation *self)
{
  YsCitation *copy = ys_citation_new ();

  copy->id = g_strdup (self->id);
  copy->evidence = g_strdup (self->evidence);
  copy->task = self->task;
  copy->point = g_strdup (self->point);
  copy->occurrence = g_strdup (self->occurrence);
  copy->record = g_strdup (self->record);
  copy->pages = g_strdup (self->pages);
  copy->labels = g_strdup (self->labels);
  copy->note = g_strdup (self->note);
  copy->by_city = self->by_city;
  return copy;
}

YS_DEFINE_PART (YsRecordedFigure, recorded_figure, {}, {
  g_free (self->metric);
  g_free (self->source);
})

YS_DEFINE_PART (YsIssuedDocument, issued_document, {}, {
  g_free (self->document);
  g_free (self->title);
  g_free (self->number);
  g_free (self->issuer);
})

YS_DEFINE_PART (YsSelfScore, self_score, {}, {
  g_free (self->point);
  g_free (self->reason);
})

YS_DEFINE_PART (YsPointClaim, point_claim, {}, {
  g_free (self->point);
  g_free (self->reason);
})

YS_DEFINE_PART (
    YsItem, item,
    {
      self->figures = YS_PARTS (recorded_figure);
      self->documents = YS_PARTS (issued_document);
      self->claims = YS_PARTS (point_claim);
      self->self = YS_PARTS (self_score);
      self->citations = YS_PARTS (citation);
    },
    {
      g_free (self->person);
      g_free (self->na_reason);
      g_free (self->effect);
      g_free (self->problem);
      g_free (self->measure);
      g_ptr_array_unref (self->figures);
      g_ptr_array_unref (self->documents);
      g_ptr_array_unref (self->claims);
      g_ptr_array_unref (self->self);
      g_ptr_array_unref (self->citations);
    })

YS_DEFINE_PART (YsTick, tick, {}, {
  g_free (self->item);
  g_free (self->severity);
})

YS_DEFINE_PART (
    YsOccurrence, occurrence,
    {
      self->ticks = YS_PARTS (tick);
      self->citations = YS_PARTS (citation);
    },
    {
      g_free (self->id);
      g_free (self->unit);
      g_free (self->title);
      g_free (self->summary);
      g_free (self->merged_into);
      g_free (self->file);
      g_strfreev (self->factors);
      g_strfreev (self->also);
      g_ptr_array_unref (self->ticks);
      g_ptr_array_unref (self->citations);
    })

YS_DEFINE_PART (
    YsRecord, record, { self->citations = YS_PARTS (citation); },
    {
      g_free (self->id);
      g_free (self->unit);
      g_free (self->clause);
      g_free (self->title);
      g_free (self->level);
      g_free (self->matter);
      g_free (self->settled_reason);
      g_free (self->file);
      g_strfreev (self->factors);
      g_ptr_array_unref (self->citations);
    })

YS_DEFINE_PART (YsThresholdValue, threshold_value, {}, {
  g_free (self->unit);
  g_free (self->item);
  g_free (self->source);
  g_free (self->file);
})

YS_DEFINE_PART (YsAssessor, assessor, {}, {
  g_free (self->id);
  g_free (self->name);
  g_free (self->unit);
})

YS_DEFINE_PART (YsAssignment, assignment, {}, {
  g_free (self->assessor);
  g_free (self->reason);
})

YS_DEFINE_PART (YsReviewScore, review_score, {}, {
  g_free (self->assessor);
  g_free (self->point);
  g_free (self->word);
  g_free (self->reason);
})

YS_DEFINE_PART (YsCitationVerdict, citation_verdict, {}, {
  g_free (self->citation);
  g_free (self->assessor);
})

YS_DEFINE_PART (YsDecision, decision, {}, {
  g_free (self->point);
  g_free (self->word);
  g_free (self->reason);
})

YS_DEFINE_PART (YsAcceptedClaim, accepted_claim, {}, {
  g_free (self->point);
  g_free (self->reason);
})

YS_DEFINE_PART (YsChosenItem, chosen_item, {}, {
  g_free (self->occurrence);
  g_free (self->item);
  g_free (self->reason);
})

YS_DEFINE_PART (YsReturnReason, return_reason, {}, { g_free (self->reason); })

YS_DEFINE_PART (
    YsUnitReview, unit_review,
    {
      self->evidence = YS_PARTS (evidence);
      self->assignments = YS_PARTS (assignment);
      self->scores = YS_PARTS (review_score);
      self->verdicts = YS_PARTS (citation_verdict);
      self->decisions = YS_PARTS (decision);
      self->claims = YS_PARTS (accepted_claim);
      self->chosen = YS_PARTS (chosen_item);
      self->citations = YS_PARTS (citation);
      self->returns = YS_PARTS (return_reason);
    },
    {
      g_free (self->unit);
      g_ptr_array_unref (self->evidence);
      g_ptr_array_unref (self->assignments);
      g_ptr_array_unref (self->scores);
      g_ptr_array_unref (self->verdicts);
      g_ptr_array_unref (self->decisions);
      g_ptr_array_unref (self->claims);
      g_ptr_array_unref (self->chosen);
      g_ptr_array_unref (self->citations);
      g_ptr_array_unref (self->returns);
    })
