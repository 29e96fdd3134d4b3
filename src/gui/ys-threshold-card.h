/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part 阈值指标 of the place 负面清单, and below it 其他数据: figures that the round asks for without a
 * task. Everything in it is saved as one types. */
#pragma once

#include <gtk/gtk.h>

#include "ys-negative-view.h"

G_BEGIN_DECLS

#define YS_TYPE_THRESHOLD_CARD (ys_threshold_card_get_type ())
G_DECLARE_FINAL_TYPE (YsThresholdCard, ys_threshold_card, YS, THRESHOLD_CARD, GtkBox)

/* Once, with the open workspace: makes the rows. */
void ys_threshold_card_build (YsThresholdCard *self, YsWorkspace *workspace);
void ys_threshold_card_update (YsThresholdCard *self, const YsNegativeView *view);
/* Focuses the field of a form key, or of a threshold item; "open": the first one without a figure. FALSE:
 * none. */
gboolean ys_threshold_card_focus (YsThresholdCard *self, const char *key);

G_END_DECLS
