/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card 指标: one row a metric with what is typed, the value and the verdict it gives at once.
 * Made of YsFillMetricRow. */
#pragma once

#include "ys-fill-card.h"

G_BEGIN_DECLS

#define YS_TYPE_FILL_METRIC_CARD (ys_fill_metric_card_get_type ())
G_DECLARE_FINAL_TYPE (YsFillMetricCard, ys_fill_metric_card, YS, FILL_METRIC_CARD, GtkBox)

G_END_DECLS
