/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One saying is one change: journalled, and but for sending to be taken back by undo. */
#include "ys-examine-job.h"

YsSaying *
ys_saying_new (YsSayingKind kind, const char *unit)
{
  YsSaying *self = g_new0 (YsSaying, 1);

  self->kind = kind;
  self->unit = g_strdup (unit);
  return self;
}

void
ys_saying_free (gpointer data)
{
  YsSaying *self = data;

  g_free (self->unit);
  g_free (self->item);
  g_free (self->points);
  g_free (self->reason);
  g_free (self->point);
  g_free (self->pages);
  g_free (self);
}

static gboolean
give (YsWorkspace *workspace, const YsSaying *saying, GError **error)
{
  const YsOpinionDraft draft = { .unit = saying->unit,
                                 .item = saying->item,
                                 .task = saying->task,
                                 .verdict = (YsOpinionVerdict) saying->verdict,
                                 .points = saying->points,
                                 .reason = saying->reason,
                                 .point = saying->point,
                                 .pages = saying->pages };
  g_autofree char *id = ys_workspace_set_opinion (workspace, &draft, error);

  return id != NULL;
}

static gpointer
say (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const YsSaying *saying = data;

  switch (saying->kind)
    {
    case YS_SAYING_OPINION:
      return GINT_TO_POINTER (give (workspace, saying, error));
    case YS_SAYING_CLEAR:
      return GINT_TO_POINTER (ys_workspace_clear_opinion (workspace, saying->unit, saying->task, saying->item, error));
    case YS_SAYING_CONCLUSION:
      return GINT_TO_POINTER (ys_workspace_conclude (workspace, saying->unit, (YsConclusionVerdict) saying->verdict,
                                                     saying->reason, error));
    case YS_SAYING_SEND:
      return GINT_TO_POINTER (ys_workspace_send_opinions (workspace, saying->unit, error));
    default:
      g_return_val_if_reached (NULL);
    }
}

void
ys_saying_run_async (YsWorkspace *workspace, YsSaying *saying, GAsyncReadyCallback callback, gpointer user_data)
{
  ys_workspace_run_async (workspace, say, saying, ys_saying_free, NULL, NULL, callback, user_data);
}

gboolean
ys_saying_run_finish (YsWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (ys_workspace_run_finish (workspace, result, error));
}
