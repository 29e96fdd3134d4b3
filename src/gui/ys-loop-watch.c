/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timer that ought to come every 20 ms and says how late it was: what a person feels as a window that hangs. */
#include "ys-loop-watch.h"

#include "ys-debug.h"

#define TICK_MILLISECONDS 20
#define GAP_MILLISECONDS 100

static gboolean
on_tick (gpointer data)
{
  gint64 *last = data, now = g_get_monotonic_time ();
  gint64 gap = (now - *last) / 1000;

  *last = now;
  if (gap > GAP_MILLISECONDS)
    ys_debug (YS_DEBUG_LOOP, "the main loop did not come round for %" G_GINT64_FORMAT " ms", gap);
  return G_SOURCE_CONTINUE;
}

void
ys_loop_watch_start (void)
{
  gint64 *last;

  if (!ys_debug_enabled (YS_DEBUG_LOOP))
    return;
  last = g_new (gint64, 1);
  *last = g_get_monotonic_time ();
  /* above idle work, so that only what truly blocks is told */
  g_timeout_add_full (G_PRIORITY_HIGH, TICK_MILLISECONDS, on_tick, last, g_free);
}
