/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An interruption ends the work in hand instead of the process, so that it can take back what it began.
 * The main thread is at work, so a thread of its own waits for the signals. */
#include "ys-cli-private.h"

#include <glib-unix.h>
#include <signal.h>

static gboolean
interrupt (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_CONTINUE;
}

static gpointer
wait_for_signals (gpointer context)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);

  g_main_context_unref (context);
  g_main_loop_run (loop);
  return NULL;
}

void
ys_cli_catch_signals (GCancellable *cancellable)
{
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
  GMainContext *context = g_main_context_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_autoptr (GSource) source = g_unix_signal_source_new (signals[i]);

      g_source_set_callback (source, interrupt, g_object_ref (cancellable), g_object_unref);
      g_source_attach (source, context);
    }
  /* a reader that went away is told as an error of writing */
  signal (SIGPIPE, SIG_IGN);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, context));
}
