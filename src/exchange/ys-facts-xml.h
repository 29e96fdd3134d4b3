/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assessment.xml, submission.xml, occurrences.xml and review.xml: reading what schema and values allow, and writing
 * canonical bytes. Whether the facts make sense together is asked by ys_facts_check(). */
#pragma once

#include "ys-facts.h"

G_BEGIN_DECLS

/* @file is the document's name for faults and is kept for those of ys_facts_check(). They stop at the first node that
 * breaks the schema, since others made these files. NULL with faults. Full.
 * @catalogue tells counts from ratios that lack their denominator; with NULL a numerator alone is a count. */
YsAssessment *ys_assessment_read_xml (GBytes *document, const char *file, YsFaults *faults);
YsSubmission *ys_submission_read_xml (GBytes *document, const char *file, const YsCatalogue *catalogue,
                                      YsFaults *faults);
YsReview *ys_review_read_xml (GBytes *document, const char *file, YsFaults *faults);
/* Unites the document with what @ledger already holds; FALSE with faults, @ledger then is to be dropped. */
gboolean ys_ledger_read_xml (YsLedger *ledger, GBytes *document, const char *file, const YsCatalogue *catalogue,
                             YsFaults *faults);

/* Lists whose order has no meaning are sorted: the same content gives the same bytes. NULL with VALUE if a text
 * holds what XML forbids. Full. */
GBytes *ys_assessment_write_xml (const YsAssessment *assessment, GError **error);
GBytes *ys_submission_write_xml (const YsSubmission *submission, const YsCatalogue *catalogue, GError **error);
GBytes *ys_review_write_xml (const YsReview *review, GError **error);
/* @unit: the county whose ledger it is, NULL for the city's. */
GBytes *ys_ledger_write_xml (const YsLedger *ledger, const char *assessment, const char *unit, GError **error);

/* What a document is, by its root element; nothing behind the root's start is looked at. */
typedef enum {
  YS_DOCUMENT_UNKNOWN, YS_DOCUMENT_CATALOGUE, YS_DOCUMENT_STANDARD, YS_DOCUMENT_ASSESSMENT, YS_DOCUMENT_SUBMISSION,
  YS_DOCUMENT_OCCURRENCES, YS_DOCUMENT_REVIEW, YS_DOCUMENT_SHEET, YS_DOCUMENT_PACKAGE, YS_DOCUMENT_JOURNAL,
  YS_DOCUMENT_FINDING, YS_DOCUMENT_OPINION, YS_DOCUMENT_DOSSIER
} YsDocumentKind;
/* UNKNOWN with a fault where it is no XML or another root stands there. */
YsDocumentKind ys_document_kind_detect (GBytes *document, const char *file, YsFaults *faults);
/* "catalogue", "submission" …: the root element; NULL for UNKNOWN. */
const char *ys_document_kind_nick (YsDocumentKind kind);

G_END_DECLS
