/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Debug topics, chosen by YANSHOU_DEBUG and written to standard error with a monotonic time.
 * For those who look for a fault: never translated, and nothing of it is kept. */
#include "ys-debug.h"

#include <stdio.h>

static const GDebugKey topics[] = {
  { "store", YS_DEBUG_STORE },     { "pdf", YS_DEBUG_PDF }, { "exchange", YS_DEBUG_EXCHANGE },
  { "scoring", YS_DEBUG_SCORING }, { "gui", YS_DEBUG_GUI }, { "loop", YS_DEBUG_LOOP },
};

static guint
enabled_topics (void)
{
  static gsize once;
  static guint enabled;

  if (g_once_init_enter (&once))
    {
      enabled = g_parse_debug_string (g_getenv ("YANSHOU_DEBUG"), topics, G_N_ELEMENTS (topics));
      g_once_init_leave (&once, 1);
    }
  return enabled;
}

static const char *
topic_name (YsDebugTopic topic)
{
  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      if (topics[i].value == (guint)topic)
        return topics[i].key;
    }
  return "?";
}

gboolean
ys_debug_enabled (YsDebugTopic topic)
{
  return (enabled_topics () & (guint)topic) != 0;
}

void
ys_debug (YsDebugTopic topic, const char *format, ...)
{
  if (!ys_debug_enabled (topic))
    return;

  gint64 now = g_get_monotonic_time ();
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* One call, so that lines of several threads don't mix. */
  fprintf (stderr, "%" G_GINT64_FORMAT ".%06" G_GINT64_FORMAT " %s: %s\n", now / G_USEC_PER_SEC,
           now % G_USEC_PER_SEC, topic_name (topic), message);
}
