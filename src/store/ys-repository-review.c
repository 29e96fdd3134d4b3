/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assessors, assignments, and what belongs to a revision of a unit: scores, verdicts, decisions, claims, citations.
 * All rows of one revision come back as one YsUnitReview. */
#include "ys-repository-review.h"

#include "ys-facts-parts.h"
#include "ys-repository-private.h"

/* ---- assessors ---- */

static gpointer
read_assessor (sqlite3_stmt *row)
{
  YsAssessor *assessor = ys_assessor_new ();

  assessor->id = ys_column_dup_text (row, 0);
  assessor->name = ys_column_dup_text (row, 1);
  assessor->unit = ys_column_dup_text (row, 2);
  return assessor;
}

GPtrArray *
ys_assessor_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "assessor-list", ""),
                                read_assessor, (GDestroyNotify) ys_assessor_free, error);
}

gboolean
ys_assessor_set (YsConnection *connection, const YsAssessor *assessor, GError **error)
{
  return ys_connection_run (connection, error, "assessor-set", "sss", assessor->id, assessor->name, assessor->unit);
}

/* ---- reading it all ---- */

/* The review of one revision, made where there is none yet; revision 0 is bound to none. */
static YsUnitReview *
ensure_unit (GPtrArray *units, const char *unit, guint revision)
{
  YsUnitReview *review = units->len > 0 ? g_ptr_array_index (units, units->len - 1) : NULL;

  /* rows come by unit and revision: mostly it is the one of the row before */
  if (review != NULL && review->revision == revision && g_strcmp0 (review->unit, unit) == 0)
    return review;
  for (guint i = 0; i < units->len; i++)
    {
      review = g_ptr_array_index (units, i);
      if (review->revision == revision && g_strcmp0 (review->unit, unit) == 0)
        return review;
    }
  review = ys_unit_review_new ();
  review->unit = g_strdup (unit);
  review->revision = revision;
  g_ptr_array_add (units, review);
  return review;
}

static gboolean
points_of_column (sqlite3_stmt *row, int column, YsPoints *points)
{
  return sqlite3_column_type (row, column) != SQLITE_NULL
         && ys_points_parse ((const char *) sqlite3_column_text (row, column), points);
}

static void
add_assignment (sqlite3_stmt *row, YsUnitReview *review)
{
  YsAssignment *assignment = ys_assignment_new ();

  assignment->task = (guint) sqlite3_column_int64 (row, 1);
  assignment->assessor = ys_column_dup_text (row, 2);
  assignment->reason = ys_column_dup_text (row, 3);
  assignment->released = assignment->reason != NULL;
  g_ptr_array_add (review->assignments, assignment);
}

static void
add_chosen (sqlite3_stmt *row, YsUnitReview *review)
{
  YsChosenItem *chosen = ys_chosen_item_new ();

  chosen->occurrence = ys_column_dup_text (row, 1);
  chosen->item = ys_column_dup_text (row, 2);
  chosen->reason = ys_column_dup_text (row, 3);
  g_ptr_array_add (review->chosen, chosen);
}

static void
add_score (sqlite3_stmt *row, YsUnitReview *review)
{
  YsReviewScore *score = ys_review_score_new ();

  score->point = ys_column_dup_text (row, 2);
  score->assessor = ys_column_dup_text (row, 3);
  score->has_points = points_of_column (row, 4, &score->points);
  score->word = ys_column_dup_text (row, 5);
  score->computed = sqlite3_column_int64 (row, 6) != 0;
  score->reason = ys_column_dup_text (row, 7);
  g_ptr_array_add (review->scores, score);
}

static void
add_verdict (sqlite3_stmt *row, YsUnitReview *review)
{
  YsCitationVerdict *verdict = ys_citation_verdict_new ();

  verdict->citation = ys_column_dup_text (row, 2);
  verdict->assessor = ys_column_dup_text (row, 3);
  ys_verdict_from_nick ((const char *) sqlite3_column_text (row, 4), &verdict->verdict);
  g_ptr_array_add (review->verdicts, verdict);
}

static void
add_decision (sqlite3_stmt *row, YsUnitReview *review)
{
  YsDecision *decision = ys_decision_new ();

  decision->point = ys_column_dup_text (row, 2);
  decision->has_points = points_of_column (row, 3, &decision->points);
  decision->word = ys_column_dup_text (row, 4);
  decision->reason = ys_column_dup_text (row, 5);
  g_ptr_array_add (review->decisions, decision);
}

static void
add_claim (sqlite3_stmt *row, YsUnitReview *review)
{
  YsAcceptedClaim *claim = ys_accepted_claim_new ();

  claim->task = (guint) sqlite3_column_int64 (row, 2);
  claim->point = claim->task == 0 ? ys_column_dup_text (row, 3) : NULL;
  claim->reason = ys_column_dup_text (row, 4);
  g_ptr_array_add (review->claims, claim);
}

static void
add_citation (sqlite3_stmt *row, YsUnitReview *review)
{
  YsCitation *citation = ys_citation_new ();

  citation->id = ys_column_dup_text (row, 2);
  citation->evidence = ys_column_dup_text (row, 3);
  citation->task = (guint) sqlite3_column_int64 (row, 4);
  citation->point = ys_column_dup_text (row, 5);
  citation->pages = ys_column_dup_text (row, 6);
  citation->labels = ys_column_dup_text (row, 7);
  citation->note = ys_column_dup_text (row, 8);
  citation->by_city = TRUE;
  g_ptr_array_add (review->citations, citation);
}

GPtrArray *
ys_unit_review_list (YsConnection *connection, GError **error)
{
  static const struct {
    const char *statement;
    gboolean of_revision; /* unit, revision stand first in the row; else unit alone */
    void (*add) (sqlite3_stmt *row, YsUnitReview *review);
  } kinds[] = {
    { "assignment-list", FALSE, add_assignment }, { "chosen-list", FALSE, add_chosen },
    { "score-list", TRUE, add_score },            { "verdict-list", TRUE, add_verdict },
    { "decision-list", TRUE, add_decision },      { "claim-list", TRUE, add_claim },
    { "city-citation-list", TRUE, add_citation },
  };
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_unit_review_free);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      sqlite3_stmt *row = ys_connection_query (connection, error, kinds[i].statement, "");
      g_autoptr (GError) local = NULL;

      if (row == NULL)
        return NULL;
      while (ys_connection_step (connection, row, &local))
        kinds[i].add (row, ensure_unit (units, (const char *) sqlite3_column_text (row, 0),
                                        kinds[i].of_revision ? (guint) sqlite3_column_int64 (row, 1) : 0));
      if (local == NULL)
        continue;
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&units);
}

/* ---- writing ---- */

gboolean
ys_assignment_set (YsConnection *connection, const char *unit, const YsAssignment *assignment, GError **error)
{
  return ys_connection_run (connection, error, "assignment-set", "siss", unit, (gint64) assignment->task,
                            assignment->assessor, assignment->released ? assignment->reason : NULL);
}

gboolean
ys_review_score_set (YsConnection *connection, const char *unit, guint revision, const YsReviewScore *score,
                     GError **error)
{
  g_autofree char *points = score->has_points ? ys_points_to_exact (score->points) : NULL;

  return ys_connection_run (connection, error, "score-set", "sissssis", unit, (gint64) revision, score->point,
                            score->assessor, points, score->word, (gint64) score->computed, score->reason);
}

gboolean
ys_review_score_delete (YsConnection *connection, const char *unit, guint revision, const char *point,
                        const char *assessor, GError **error)
{
  return ys_connection_run (connection, error, "score-delete", "siss", unit, (gint64) revision, point, assessor);
}

gboolean
ys_verdict_set (YsConnection *connection, const char *unit, guint revision, const YsCitationVerdict *verdict,
                GError **error)
{
  return ys_connection_run (connection, error, "verdict-set", "sisss", unit, (gint64) revision, verdict->citation,
                            verdict->assessor, ys_verdict_nick (verdict->verdict));
}

gboolean
ys_verdict_delete (YsConnection *connection, const char *unit, guint revision, const char *citation,
                   const char *assessor, GError **error)
{
  return ys_connection_run (connection, error, "verdict-delete", "siss", unit, (gint64) revision, citation, assessor);
}

gboolean
ys_decision_set (YsConnection *connection, const char *unit, guint revision, const YsDecision *decision, GError **error)
{
  g_autofree char *points = decision->has_points ? ys_points_to_exact (decision->points) : NULL;

  return ys_connection_run (connection, error, "decision-set", "sissss", unit, (gint64) revision, decision->point,
                            points, decision->word, decision->reason);
}

gboolean
ys_decision_delete (YsConnection *connection, const char *unit, guint revision, const char *point, GError **error)
{
  return ys_connection_run (connection, error, "decision-delete", "sis", unit, (gint64) revision, point);
}

gboolean
ys_claim_set (YsConnection *connection, const char *unit, guint revision, const YsAcceptedClaim *claim, GError **error)
{
  return ys_connection_run (connection, error, "claim-set", "siiss", unit, (gint64) revision, (gint64) claim->task,
                            claim->point != NULL ? claim->point : "", claim->reason);
}

gboolean
ys_claim_delete (YsConnection *connection, const char *unit, guint revision, guint task, const char *point,
                 GError **error)
{
  return ys_connection_run (connection, error, "claim-delete", "siis", unit, (gint64) revision, (gint64) task,
                            point != NULL ? point : "");
}

gboolean
ys_chosen_set (YsConnection *connection, const char *unit, const YsChosenItem *chosen, GError **error)
{
  return ys_connection_run (connection, error, "chosen-set", "ssss", unit, chosen->occurrence, chosen->item,
                            chosen->reason);
}

gboolean
ys_chosen_delete (YsConnection *connection, const char *occurrence, GError **error)
{
  return ys_connection_run (connection, error, "chosen-delete", "s", occurrence);
}

gboolean
ys_city_citation_set (YsConnection *connection, const char *unit, guint revision, const YsCitation *citation,
                      GError **error)
{
  return ys_connection_run (connection, error, "city-citation-set", "sississss", unit, (gint64) revision, citation->id,
                            citation->evidence, (gint64) citation->task, citation->point, citation->pages,
                            citation->labels, citation->note);
}

gboolean
ys_city_citation_delete (YsConnection *connection, const char *unit, guint revision, const char *id, GError **error)
{
  return ys_connection_run (connection, error, "city-citation-delete", "sis", unit, (gint64) revision, id);
}
