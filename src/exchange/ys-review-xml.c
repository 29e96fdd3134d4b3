/* SPDX-License-Identifier: GPL-3.0-or-later */
/* review.xml into records: assessors, and for each unit what they scored and the team decided.
 * Each function takes one kind of element. */
#include "ys-facts-xml-parts.h"
#include "ys-facts-xml.h"

static void
read_assessor (YsXmlWalk *walk, YsReview *review)
{
  YsAssessor *assessor = ys_assessor_new ();

  g_ptr_array_add (review->assessors, assessor);
  assessor->line = ys_xml_walk_line (walk);
  assessor->id = ys_xml_text (walk, "id");
  assessor->name = ys_xml_text (walk, "name");
  assessor->unit = ys_xml_optional (walk, "unit");
  assessor->lead = ys_xml_true (walk, "lead");
}

static void
read_assignment (YsXmlWalk *walk, YsUnitReview *unit)
{
  YsAssignment *assignment = ys_assignment_new ();

  g_ptr_array_add (unit->assignments, assignment);
  assignment->line = ys_xml_walk_line (walk);
  assignment->assessor = ys_xml_text (walk, "assessor");
  assignment->task = ys_xml_whole (walk, "task");
  assignment->reason = ys_xml_reader_dup_attribute (walk->reader, "released");
  assignment->released = assignment->reason != NULL;
}

static void
read_score (YsXmlWalk *walk, YsUnitReview *unit)
{
  YsReviewScore *score = ys_review_score_new ();

  g_ptr_array_add (unit->scores, score);
  score->line = ys_xml_walk_line (walk);
  score->assessor = ys_xml_text (walk, "assessor");
  score->point = ys_xml_text (walk, "point");
  score->has_points = ys_xml_has_points (walk, "points", &score->points);
  score->word = ys_xml_optional (walk, "word");
  score->computed = ys_xml_true (walk, "computed");
  score->reason = ys_xml_note (walk);
}

static void
read_verdict (YsXmlWalk *walk, YsUnitReview *unit)
{
  YsCitationVerdict *verdict = ys_citation_verdict_new ();
  g_autofree char *is = ys_xml_text (walk, "is");

  g_ptr_array_add (unit->verdicts, verdict);
  verdict->line = ys_xml_walk_line (walk);
  verdict->citation = ys_xml_text (walk, "citation");
  verdict->assessor = ys_xml_text (walk, "assessor");
  ys_verdict_from_nick (is, &verdict->verdict);
}

static void
read_decision (YsXmlWalk *walk, YsUnitReview *unit)
{
  YsDecision *decision = ys_decision_new ();

  g_ptr_array_add (unit->decisions, decision);
  decision->line = ys_xml_walk_line (walk);
  decision->point = ys_xml_text (walk, "point");
  decision->has_points = ys_xml_has_points (walk, "points", &decision->points);
  decision->word = ys_xml_optional (walk, "word");
  decision->reason = ys_xml_note (walk);
}

static void
read_claim (YsXmlWalk *walk, YsUnitReview *unit)
{
  YsAcceptedClaim *claim = ys_accepted_claim_new ();

  g_ptr_array_add (unit->claims, claim);
  claim->line = ys_xml_walk_line (walk);
  claim->task = ys_xml_whole (walk, "task");
  claim->point = ys_xml_optional (walk, "point");
  claim->reason = ys_xml_note (walk);
}

static void
read_chosen (YsXmlWalk *walk, YsUnitReview *unit)
{
  YsChosenItem *chosen = ys_chosen_item_new ();

  g_ptr_array_add (unit->chosen, chosen);
  chosen->line = ys_xml_walk_line (walk);
  chosen->occurrence = ys_xml_text (walk, "occurrence");
  chosen->item = ys_xml_text (walk, "item");
  chosen->reason = ys_xml_note (walk);
}

static void
read_return (YsXmlWalk *walk, YsUnitReview *unit)
{
  YsReturnReason *reason = ys_return_reason_new ();

  g_ptr_array_add (unit->returns, reason);
  reason->task = ys_xml_whole (walk, "task");
  reason->reason = ys_xml_note (walk);
}

static void
visit_unit_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  static const struct
  {
    const char *name;
    void (*read) (YsXmlWalk *walk, YsUnitReview *unit);
  } readers[] = {
    { "assignment", read_assignment }, { "score", read_score }, { "verdict", read_verdict },
    { "decision", read_decision },     { "claim", read_claim }, { "chosen", read_chosen },
    { "return", read_return },
  };
  YsUnitReview *unit = into;

  if (g_str_equal (name, "evidence"))
    ys_facts_xml_read_evidence (walk, unit->evidence);
  else if (g_str_equal (name, "citation"))
    ys_facts_xml_read_citation (walk, unit->citations)->by_city = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (g_str_equal (name, readers[i].name))
        readers[i].read (walk, unit);
    }
}

static void
visit_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsReview *review = into;
  YsUnitReview *unit;
  g_autofree char *state = NULL;

  if (g_str_equal (name, "assessor"))
    read_assessor (walk, review);
  if (!g_str_equal (name, "unit"))
    return;
  unit = ys_unit_review_new ();
  g_ptr_array_add (review->units, unit);
  state = ys_xml_text (walk, "state");
  unit->line = ys_xml_walk_line (walk);
  unit->unit = ys_xml_text (walk, "ref");
  ys_submission_state_from_nick (state, &unit->state);
  unit->revision = ys_xml_whole (walk, "revision");
  ys_xml_walk_children (walk, visit_unit_child, unit);
}

static void
visit_review (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsReview *review = into;

  review->line = ys_xml_walk_line (walk);
  review->assessment = ys_xml_text (walk, "assessment");
  ys_xml_walk_children (walk, visit_child, review);
}

YsReview *
ys_review_read_xml (GBytes *document, const char *file, YsFaults *faults)
{
  g_return_val_if_fail (document != NULL && faults != NULL, NULL);

  g_autoptr (YsReview) review = ys_review_new ();

  review->file = g_strdup (file);
  if (!ys_xml_walk_document (document, file, "review", YS_XML_STOP_AT_FIRST, faults, visit_review, review))
    return NULL;
  return g_steal_pointer (&review);
}
