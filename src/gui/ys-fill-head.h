/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Head of the form: number, title, ‹ ›, the requirement, who leads and who is responsible, and when it is
 * due. The button 佐证 stands here while the pane of evidence is folded. */
#pragma once

#include "ys-fill-card.h"

G_BEGIN_DECLS

#define YS_TYPE_FILL_HEAD (ys_fill_head_get_type ())
G_DECLARE_FINAL_TYPE (YsFillHead, ys_fill_head, YS, FILL_HEAD, GtkBox)

/* Another task. */
void ys_fill_head_build (YsFillHead *self, const YsFillView *view);
void ys_fill_head_update (YsFillHead *self, const YsFillView *view);
void ys_fill_head_width_changed (YsFillHead *self);
void ys_fill_head_set_folded (YsFillHead *self, gboolean folded);

G_END_DECLS
