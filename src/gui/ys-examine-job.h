/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an upper office says, carried to the use cases off the main loop: opinions, conclusions, sending. */
#pragma once

#include "ys-workspace-opinion.h"

G_BEGIN_DECLS

typedef enum {
  YS_SAYING_OPINION,    /* on @unit, @task, @item; @verdict: YsOpinionVerdict */
  YS_SAYING_CLEAR,      /* takes the unsent one on @unit, @task, @item back */
  YS_SAYING_CONCLUSION, /* on the city @unit; @verdict: YsConclusionVerdict, @reason */
  YS_SAYING_SEND        /* mints the package for the city @unit */
} YsSayingKind;

typedef struct {
  YsSayingKind kind;
  char *unit, *item, *points, *reason, *point, *pages;
  guint task;
  int verdict;
} YsSaying;

YsSaying *ys_saying_new (YsSayingKind kind, const char *unit);
void ys_saying_free (gpointer saying);
/* Takes @saying. Finish with ys_saying_run_finish(). */
void ys_saying_run_async (YsWorkspace *workspace, YsSaying *saying, GAsyncReadyCallback callback, gpointer user_data);
/* FALSE with @error where it was refused. */
gboolean ys_saying_run_finish (YsWorkspace *workspace, GAsyncResult *result, GError **error);

G_END_DECLS
