/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filled form of one county: every task with state, figures, documents, words, citations. */
#pragma once

#include "ys-sample-evidence.h"

G_BEGIN_DECLS

/* Fills all tasks that counties answer for, according to the county's stage and diligence. */
gboolean ys_sample_fill (YsWorkspace *workspace, const YsSampleCounty *county, const YsSampleEvidence *evidence,
                         YsDice *dice, GError **error);
/* Threshold values, occurrences, records, declarations. */
gboolean ys_sample_fill_negative (YsWorkspace *workspace, const YsSampleCounty *county, YsDice *dice, GError **error);
/* Moves the sample's clock on by some minutes: people do one thing after the other. */
void ys_sample_tick (YsDice *dice);

G_END_DECLS
