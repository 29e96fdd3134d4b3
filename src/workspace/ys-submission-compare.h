/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two submissions of a unit: a new revision against the one it replaces. */
#pragma once

#include "ys-facts.h"

G_BEGIN_DECLS

typedef struct {
  GArray *tasks;             /* guint: numbers of tasks whose content differs, ascending */
  guint new_evidence;        /* PDFs that only the newer one names */
  guint new_citations, withdrawn_citations;
} YsSubmissionDifference;

void ys_submission_difference_clear (YsSubmissionDifference *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsSubmissionDifference, ys_submission_difference_clear)
/* @older NULL: compared with an empty form. Ids of citations do not count, for a new revision gives them anew. */
void ys_submission_compare (const YsSubmission *older, const YsSubmission *newer, YsSubmissionDifference *difference);

G_END_DECLS
