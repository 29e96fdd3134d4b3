/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes from a keystroke to the new figures on screen, for YANSHOU_DEBUG=gui. Main loop only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A key was typed that changes figures. */
void ys_fill_clock_start (void);
/* The new figures are shown: writes the microseconds since the first keystroke that they answer, once. */
void ys_fill_clock_stop (void);

G_END_DECLS
