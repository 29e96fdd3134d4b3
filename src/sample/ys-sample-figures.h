/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plausible figures for a metric of a county. */
#pragma once

#include "ys-sample-city.h"
#include "ys-catalogue.h"

G_BEGIN_DECLS

/* "388/400" or "2": well above the target where @good, somewhat below it else. @before: last year's. Full. */
char *ys_sample_figure (const YsMetric *metric, const YsSampleCounty *county, gboolean good, gboolean before,
                        YsDice *dice);
/* Where a county has such a figure from. */
const char *ys_sample_source (const YsMetric *metric);

G_END_DECLS
