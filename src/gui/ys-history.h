/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one has been in the window, for Alt+Left and Alt+Right. */
#pragma once

#include "ys-place.h"

G_BEGIN_DECLS

typedef struct _YsHistory YsHistory;

YsHistory *ys_history_new (void);
void ys_history_free (YsHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsHistory, ys_history_free)

/* One leaves @here (as the page tells it, with its scroll place) for somewhere new: what lay ahead is gone. */
void ys_history_leave (YsHistory *self, const YsLocation *here);
gboolean ys_history_can_go (const YsHistory *self, gboolean forward);
/* Leaves @here backward or forward; returns where to go (full), NULL where there is nothing. */
YsLocation *ys_history_go (YsHistory *self, const YsLocation *here, gboolean forward);

G_END_DECLS
