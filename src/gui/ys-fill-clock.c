/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock of typing. It runs from the first keystroke that no figure has answered yet, so that a slow
 * answer can't hide behind the next key. */
#include "ys-fill-clock.h"

#include "ys-debug.h"

static gint64 started;

void
ys_fill_clock_start (void)
{
  if (started == 0)
    started = g_get_monotonic_time ();
}

void
ys_fill_clock_stop (void)
{
  if (started == 0)
    return;
  ys_debug (YS_DEBUG_GUI, "typed to figures: %" G_GINT64_FORMAT " us", g_get_monotonic_time () - started);
  started = 0;
}
