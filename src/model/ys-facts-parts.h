/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makers and frees of what offices record, for readers, repositories and tests.
 * The arrays of assessment, submission, ledger and review own these; see ys-facts.h for their meaning. */
#pragma once

#include "ys-facts.h"
#include "ys-parts.h"

G_BEGIN_DECLS

YS_DECLARE_PART (YsUnitInfo, unit_info)
YS_DECLARE_PART (YsNamedBound, named_bound)
YS_DECLARE_PART (YsExtension, extension)
YS_DECLARE_PART (YsEvidence, evidence)
YS_DECLARE_PART (YsCitation, citation)
YsCitation *ys_citation_copy (const YsCitation *self); /* full */
YS_DECLARE_PART (YsRecordedFigure, recorded_figure)
YS_DECLARE_PART (YsIssuedDocument, issued_document)
YS_DECLARE_PART (YsSelfScore, self_score)
YS_DECLARE_PART (YsPointClaim, point_claim)
YS_DECLARE_PART (YsItem, item)
YS_DECLARE_PART (YsTick, tick)
YS_DECLARE_PART (YsOccurrence, occurrence)
YS_DECLARE_PART (YsRecord, record)
YS_DECLARE_PART (YsThresholdValue, threshold_value)
YS_DECLARE_PART (YsAssessor, assessor)
YS_DECLARE_PART (YsAssignment, assignment)
YS_DECLARE_PART (YsReviewScore, review_score)
YS_DECLARE_PART (YsCitationVerdict, citation_verdict)
YS_DECLARE_PART (YsDecision, decision)
YS_DECLARE_PART (YsAcceptedClaim, accepted_claim)
YS_DECLARE_PART (YsChosenItem, chosen_item)
YS_DECLARE_PART (YsReturnReason, return_reason)
YS_DECLARE_PART (YsUnitReview, unit_review)

G_END_DECLS
