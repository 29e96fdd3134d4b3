/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Debug topics: YANSHOU_DEBUG=store,pdf,… or "all" writes lines with a monotonic time to standard error. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  YS_DEBUG_STORE = 1 << 0,
  YS_DEBUG_PDF = 1 << 1,
  YS_DEBUG_EXCHANGE = 1 << 2,
  YS_DEBUG_SCORING = 1 << 3,
  YS_DEBUG_GUI = 1 << 4,
  YS_DEBUG_LOOP = 1 << 5, /* main-loop gaps above 100 ms */
} YsDebugTopic;

gboolean ys_debug_enabled (YsDebugTopic topic);
void ys_debug (YsDebugTopic topic, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
