/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card 完成情况: state, completion date, person in charge, and why a task does not apply.
 * Each control writes its own form key only, so that one never wipes what another holds (case 98). */
#pragma once

#include "ys-fill-card.h"

G_BEGIN_DECLS

#define YS_TYPE_FILL_STATE_CARD (ys_fill_state_card_get_type ())
G_DECLARE_FINAL_TYPE (YsFillStateCard, ys_fill_state_card, YS, FILL_STATE_CARD, GtkBox)

G_END_DECLS
