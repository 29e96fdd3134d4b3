/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows of an open workspace: navigation, head, strip and the place in view, with its history. */
#pragma once

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_FRAME (ys_frame_get_type ())
G_DECLARE_FINAL_TYPE (YsFrame, ys_frame, YS, FRAME, GtkBox)
/* Signal "place-changed" (): another place is in view, or history changed. */

GtkWidget *ys_frame_new (YsWorkspace *workspace);
YsWorkspace *ys_frame_get_workspace (YsFrame *self);
/* The page in view; NULL only before the first ys_frame_go(). */
YsPlace *ys_frame_get_place (YsFrame *self);
YsPlaceId ys_frame_get_place_id (YsFrame *self);

/* Goes to @to; the page is made when first entered, and settled when left. */
void ys_frame_go (YsFrame *self, const YsLocation *to);
gboolean ys_frame_can_go_history (YsFrame *self, gboolean forward);
void ys_frame_go_history (YsFrame *self, gboolean forward);
/* Focus to the next pane of the place, then navigation, then head (F6). */
void ys_frame_next_pane (YsFrame *self, gboolean backward);
/* How wide the window is now, in pixels, and whether the person wants icons only. */
void ys_frame_set_width (YsFrame *self, int width, gboolean folded);

G_END_DECLS
