/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card 得分: a row for each scoring point, lateness and missing evidence as lines of their own, the
 * total. Made of YsScoreRow. */
#pragma once

#include "ys-fill-card.h"

G_BEGIN_DECLS

#define YS_TYPE_SCORE_CARD (ys_score_card_get_type ())
G_DECLARE_FINAL_TYPE (YsScoreCard, ys_score_card, YS, SCORE_CARD, GtkBox)

G_END_DECLS
