/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timer that ought to come every 20 ms and says how late it was: what a person feels as a window that hangs. */
#include "ys-loop-watch.h"

#include <time.h>

#include "ys-debug.h"

#define TICK_MILLISECONDS 20
#define GAP_MILLISECONDS 100

typedef struct {
  gint64 came;  /* when the timer came last, monotonic microseconds */
  gint64 spent; /* what the main thread had worked by then, microseconds */
} Watch;

/* On a busy machine a thread also waits for its turn: what it worked itself tells the two apart. */
static gint64
get_spent (void)
{
  struct timespec spent;

  if (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent) != 0)
    return 0;
  return (gint64) spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static gboolean
on_tick (gpointer data)
{
  Watch *watch = data;
  gint64 now = g_get_monotonic_time (), spent = get_spent ();
  gint64 gap = (now - watch->came) / 1000;

  if (gap > GAP_MILLISECONDS)
    ys_debug (YS_DEBUG_LOOP,
              "the main loop did not come round for %" G_GINT64_FORMAT " ms, of which it worked %" G_GINT64_FORMAT " ms",
              gap, (spent - watch->spent) / 1000);
  watch->came = now;
  watch->spent = spent;
  return G_SOURCE_CONTINUE;
}

void
ys_loop_watch_start (void)
{
  Watch *watch;

  if (!ys_debug_enabled (YS_DEBUG_LOOP))
    return;
  watch = g_new0 (Watch, 1);
  watch->came = g_get_monotonic_time ();
  watch->spent = get_spent ();
  /* above idle work, so that only what truly blocks is told */
  g_timeout_add_full (G_PRIORITY_HIGH, TICK_MILLISECONDS, on_tick, watch, g_free);
}
