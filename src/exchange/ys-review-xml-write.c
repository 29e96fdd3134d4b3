/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city's review as canonical review.xml: assessors and units by id, and within a unit each list by what
 * it names. Mirrors ys-review-xml.c element by element. */
#include "ys-facts-xml-write.h"
#include "ys-facts-xml.h"

static int
compare_assignments (gconstpointer a, gconstpointer b, gpointer data)
{
  const YsAssignment *one = a, *other = b;
  int by_assessor = g_strcmp0 (one->assessor, other->assessor);

  return by_assessor != 0 ? by_assessor : one->task < other->task ? -1 : one->task > other->task;
}

static void
write_assignments (YsXmlWriter *writer, const GPtrArray *array)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (array, compare_assignments, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsAssignment *assignment = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "assignment");
      ys_xml_writer_text (writer, "assessor", assignment->assessor);
      ys_xml_writer_whole (writer, "task", assignment->task);
      if (assignment->released)
        ys_xml_writer_text (writer, "released", assignment->reason);
      ys_xml_writer_end (writer);
    }
}

static void
write_points_or_word (YsXmlWriter *writer, gboolean has_points, YsPoints points, const char *word)
{
  if (has_points)
    ys_xml_writer_points (writer, "points", points);
  ys_xml_writer_optional (writer, "word", word);
}

static int
compare_scores (gconstpointer a, gconstpointer b, gpointer data)
{
  const YsReviewScore *one = a, *other = b;
  int by_point = g_strcmp0 (one->point, other->point);

  return by_point != 0 ? by_point : g_strcmp0 (one->assessor, other->assessor);
}

static void
write_scores (YsXmlWriter *writer, const GPtrArray *array)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (array, compare_scores, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsReviewScore *score = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "score");
      ys_xml_writer_text (writer, "assessor", score->assessor);
      ys_xml_writer_text (writer, "point", score->point);
      write_points_or_word (writer, score->has_points, score->points, score->word);
      ys_xml_writer_boolean (writer, "computed", score->computed);
      ys_xml_writer_content (writer, score->reason);
      ys_xml_writer_end (writer);
    }
}

static int
compare_verdicts (gconstpointer a, gconstpointer b, gpointer data)
{
  const YsCitationVerdict *one = a, *other = b;
  int by_citation = g_strcmp0 (one->citation, other->citation);

  return by_citation != 0 ? by_citation : g_strcmp0 (one->assessor, other->assessor);
}

static void
write_verdicts (YsXmlWriter *writer, const GPtrArray *array)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (array, compare_verdicts, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsCitationVerdict *verdict = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "verdict");
      ys_xml_writer_text (writer, "citation", verdict->citation);
      ys_xml_writer_text (writer, "assessor", verdict->assessor);
      ys_xml_writer_text (writer, "is", ys_verdict_nick (verdict->verdict));
      ys_xml_writer_end (writer);
    }
}

static void
write_decisions (YsXmlWriter *writer, const GPtrArray *array)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (array, ys_facts_xml_compare_first, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsDecision *decision = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "decision");
      ys_xml_writer_text (writer, "point", decision->point);
      write_points_or_word (writer, decision->has_points, decision->points, decision->word);
      ys_xml_writer_content (writer, decision->reason);
      ys_xml_writer_end (writer);
    }
}

static int
compare_claims (gconstpointer a, gconstpointer b, gpointer data)
{
  const YsAcceptedClaim *one = a, *other = b;

  if (one->task != other->task)
    return one->task < other->task ? -1 : 1;
  return g_strcmp0 (one->point, other->point);
}

static void
write_claims (YsXmlWriter *writer, const GPtrArray *array)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (array, compare_claims, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsAcceptedClaim *claim = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "claim");
      if (claim->task != 0)
        ys_xml_writer_whole (writer, "task", claim->task);
      ys_xml_writer_optional (writer, "point", claim->point);
      ys_xml_writer_content (writer, claim->reason);
      ys_xml_writer_end (writer);
    }
}

static void
write_chosen (YsXmlWriter *writer, const GPtrArray *array)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (array, ys_facts_xml_compare_first, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsChosenItem *chosen = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "chosen");
      ys_xml_writer_text (writer, "occurrence", chosen->occurrence);
      ys_xml_writer_text (writer, "item", chosen->item);
      ys_xml_writer_content (writer, chosen->reason);
      ys_xml_writer_end (writer);
    }
}

static int
compare_returns (gconstpointer a, gconstpointer b, gpointer data)
{
  const YsReturnReason *one = a, *other = b;

  if (one->task != other->task)
    return one->task < other->task ? -1 : 1;
  return g_strcmp0 (one->reason, other->reason);
}

static void
write_returns (YsXmlWriter *writer, const GPtrArray *array)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (array, compare_returns, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsReturnReason *reason = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "return");
      if (reason->task != 0)
        ys_xml_writer_whole (writer, "task", reason->task);
      ys_xml_writer_content (writer, reason->reason);
      ys_xml_writer_end (writer);
    }
}

static void
write_unit (YsXmlWriter *writer, const YsUnitReview *unit)
{
  ys_xml_writer_start (writer, "unit");
  ys_xml_writer_text (writer, "ref", unit->unit);
  ys_xml_writer_text (writer, "state", ys_submission_state_nick (unit->state));
  if (unit->revision != 0)
    ys_xml_writer_whole (writer, "revision", unit->revision);
  ys_facts_xml_write_evidence (writer, unit->evidence);
  write_assignments (writer, unit->assignments);
  write_scores (writer, unit->scores);
  write_verdicts (writer, unit->verdicts);
  write_decisions (writer, unit->decisions);
  write_claims (writer, unit->claims);
  write_chosen (writer, unit->chosen);
  ys_facts_xml_write_citations (writer, unit->citations, TRUE);
  write_returns (writer, unit->returns);
  ys_xml_writer_end (writer);
}

GBytes *
ys_review_write_xml (const YsReview *review, GError **error)
{
  g_return_val_if_fail (review != NULL, NULL);

  g_autoptr (YsXmlWriter) writer = ys_xml_writer_new ();
  g_autoptr (GPtrArray) assessors =
      ys_xml_writer_sorted (review->assessors, ys_facts_xml_compare_first, NULL);
  g_autoptr (GPtrArray) units = ys_xml_writer_sorted (review->units, ys_facts_xml_compare_first, NULL);

  ys_xml_writer_start_root (writer, "review");
  ys_xml_writer_text (writer, "assessment", review->assessment);
  for (guint i = 0; i < assessors->len; i++)
    {
      const YsAssessor *assessor = g_ptr_array_index (assessors, i);

      ys_xml_writer_start (writer, "assessor");
      ys_xml_writer_text (writer, "id", assessor->id);
      ys_xml_writer_text (writer, "name", assessor->name);
      ys_xml_writer_optional (writer, "unit", assessor->unit);
      ys_xml_writer_flag (writer, "lead", assessor->lead);
      ys_xml_writer_end (writer);
    }
  for (guint i = 0; i < units->len; i++)
    write_unit (writer, g_ptr_array_index (units, i));
  ys_xml_writer_end (writer);
  return ys_xml_writer_finish (writer, error);
}
