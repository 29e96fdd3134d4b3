/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards 成效, 问题 and 措施: three texts with the number of their characters.
 * One widget, since they are one part of the form. */
#pragma once

#include "ys-fill-card.h"

G_BEGIN_DECLS

#define YS_TYPE_FILL_TEXT_CARD (ys_fill_text_card_get_type ())
G_DECLARE_FINAL_TYPE (YsFillTextCard, ys_fill_text_card, YS, FILL_TEXT_CARD, GtkBox)

G_END_DECLS
