/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence of one county: a handful of documents, and which of their pages prove what. */
#pragma once

#include "ys-sample-city.h"
#include "ys-workspace.h"

G_BEGIN_DECLS

typedef enum {
  YS_PAPER_PLAN, YS_PAPER_CENTRES, YS_PAPER_SURVEY, YS_PAPER_SUMMARY, YS_PAPER_LEDGER, YS_PAPER_MINUTES,
  YS_PAPER_NOTICE, YS_PAPER_UNUSED, YS_N_PAPERS
} YsSamplePaper;

typedef struct {
  char *digest[YS_N_PAPERS];
  guint pages[YS_N_PAPERS];
} YsSampleEvidence;
void ys_sample_evidence_clear (YsSampleEvidence *self);

/* Draws the papers of @county into @scratch and attaches them. */
gboolean ys_sample_attach (YsWorkspace *workspace, const YsSampleCounty *county, const char *scratch, YsDice *dice,
                           YsSampleEvidence *evidence, GError **error);
/* Short name of an office's documents: 澜川区 → 澜. Full. */
char *ys_sample_abbreviation (const YsSampleCounty *county);

G_END_DECLS
