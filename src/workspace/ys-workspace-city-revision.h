/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A later revision of a submission against the one before: what changed, and what of its review still holds. */
#pragma once

#include "ys-workspace-city.h"
#include "ys-workspace-private.h"

G_BEGIN_DECLS

/* What differs between two submissions, by task and form order; of YsRevisionChange. Full. */
GPtrArray *ys_submission_diff (const YsStandard *standard, int data_year, const YsSubmission *from,
                               const YsSubmission *to);
/* What holds of the review of the newest revision that is here, for @fresh that takes its place: scores, decisions and
 * claims of points whose facts and citations did not change, verdicts on citations that are the same, and the city's
 * own citations (scoring.md, 11). NULL where nothing of the unit is here. Takes the lock. Full. */
YsUnitReview *ys_workspace_carry_review (YsWorkspace *self, const YsSubmission *fresh, const YsLedger *ledger);
/* Inside the change: as rows of the new revision. */
gboolean ys_carried_review_store (YsConnection *connection, const YsUnitReview *carried, GError **error);

G_END_DECLS
