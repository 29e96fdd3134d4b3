/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city's review as rows: who assesses what, scores, verdicts, decisions, and what the city adds to the round.
 * All run on the store's thread inside a call or change; FALSE or NULL comes with @error. */
#pragma once

#include "ys-repository.h"

G_BEGIN_DECLS

/* Of YsAssessor; who is lead is not in the row: the roles of the person say it. */
GPtrArray *ys_assessor_list (YsConnection *connection, GError **error);
gboolean ys_assessor_set (YsConnection *connection, const YsAssessor *assessor, GError **error);
/* Everything of all units, of YsUnitReview: one for each revision that has any rows, and one with revision 0 for what
 * is bound to no revision (assignments, chosen items). Their evidence is left empty. */
GPtrArray *ys_unit_review_list (YsConnection *connection, GError **error);
gboolean ys_assignment_set (YsConnection *connection, const char *unit, const YsAssignment *assignment, GError **error);
gboolean ys_review_score_set (YsConnection *connection, const char *unit, guint revision, const YsReviewScore *score,
                              GError **error);
gboolean ys_review_score_delete (YsConnection *connection, const char *unit, guint revision, const char *point,
                                 const char *assessor, GError **error);
gboolean ys_verdict_set (YsConnection *connection, const char *unit, guint revision, const YsCitationVerdict *verdict,
                         GError **error);
gboolean ys_verdict_delete (YsConnection *connection, const char *unit, guint revision, const char *citation,
                            const char *assessor, GError **error);
gboolean ys_decision_set (YsConnection *connection, const char *unit, guint revision, const YsDecision *decision,
                          GError **error);
gboolean ys_decision_delete (YsConnection *connection, const char *unit, guint revision, const char *point,
                             GError **error);
gboolean ys_claim_set (YsConnection *connection, const char *unit, guint revision, const YsAcceptedClaim *claim,
                       GError **error);
/* Exactly one of @task and @point names it. */
gboolean ys_claim_delete (YsConnection *connection, const char *unit, guint revision, guint task, const char *point,
                          GError **error);
gboolean ys_chosen_set (YsConnection *connection, const char *unit, const YsChosenItem *chosen, GError **error);
gboolean ys_chosen_delete (YsConnection *connection, const char *occurrence, GError **error);
gboolean ys_city_citation_set (YsConnection *connection, const char *unit, guint revision, const YsCitation *citation,
                               GError **error);
gboolean ys_city_citation_delete (YsConnection *connection, const char *unit, guint revision, const char *id,
                                  GError **error);

/* What an assessor asks the lead to look at again 提请复核. */
typedef struct { char *unit, *point, *assessor, *reason; guint revision; } YsSecondLookRow;
void ys_second_look_row_free (YsSecondLookRow *self);
GPtrArray *ys_second_look_list (YsConnection *connection, GError **error);
gboolean ys_second_look_set (YsConnection *connection, const YsSecondLookRow *row, GError **error);
/* All that was asked about the point. */
gboolean ys_second_look_delete (YsConnection *connection, const char *unit, guint revision, const char *point,
                                GError **error);

/* What the city adds to the assessment: of YsExtension, and of YsNamedBound (unit NULL: published). */
GPtrArray *ys_extension_list (YsConnection *connection, GError **error);
gboolean ys_extension_set (YsConnection *connection, const YsExtension *extension, GError **error);
gboolean ys_extension_delete (YsConnection *connection, const char *unit, guint task, GError **error);
GPtrArray *ys_named_bound_list (YsConnection *connection, GError **error);
gboolean ys_named_bound_set (YsConnection *connection, const YsNamedBound *bound, GError **error);
gboolean ys_named_bound_delete (YsConnection *connection, const char *unit, const char *metric, gboolean growth,
                                GError **error);

/* What a unit's figures were each time it was settled, oldest first; never changed. */
typedef struct {
  char *unit, *grade, *person, *approver, *reason; /* last two may be NULL */
  guint number, revision;
  YsPoints total;
  gint64 at;
} YsSettlementRow;
void ys_settlement_row_free (YsSettlementRow *self);
GPtrArray *ys_settlement_list (YsConnection *connection, GError **error);
/* Takes the next number of the unit. */
gboolean ys_settlement_add (YsConnection *connection, const YsSettlementRow *row, GError **error);

G_END_DECLS
