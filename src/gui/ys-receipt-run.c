/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the long work on a package. The worker holds nothing of the screen: the progress box is kept by the end of the
 * work on the main context, so that it is never freed on the worker. */
#include "ys-receipt-run.h"

#include "ys-progress-box.h"

typedef struct {
  YsWorkspace *workspace; /* NULL: judged against nothing */
  char *path;
  gpointer progress;      /* unowned: of the Ending */
} Work;

typedef struct {
  GtkWidget *progress;
  GAsyncReadyCallback callback;
  gpointer user_data;
} Ending;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->workspace);
  g_free (work->path);
  g_free (work);
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer data)
{
  Ending *ending = data;

  ending->callback (source, result, ending->user_data);
  g_object_unref (ending->progress);
  g_free (ending);
}

static void
run (YsWorkspace *workspace, const char *path, GtkWidget *progress, GCancellable *cancellable,
     GAsyncReadyCallback callback, gpointer user_data, GTaskThreadFunc func)
{
  Work *work = g_new0 (Work, 1);
  Ending *ending = g_new0 (Ending, 1);
  g_autoptr (GTask) task = NULL;

  ending->progress = g_object_ref (progress);
  ending->callback = callback;
  ending->user_data = user_data;
  g_set_object (&work->workspace, workspace);
  work->path = g_strdup (path);
  work->progress = progress;
  task = g_task_new (NULL, cancellable, on_ended, ending);
  /* what was done before it could be stopped is told as done */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, func);
}

static void
free_receipt (gpointer receipt)
{
  ys_receipt_free (receipt);
}

static void
examine (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  g_autoptr (GError) error = NULL;
  YsReceipt *receipt
    = ys_workspace_examine (work->workspace, work->path, ys_progress_box_report, work->progress, cancellable, &error);

  if (receipt != NULL)
    g_task_return_pointer (task, receipt, free_receipt);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
import (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  g_autoptr (GError) error = NULL;

  if (ys_workspace_import (work->workspace, work->path, ys_progress_box_report, work->progress, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ys_receipt_examine (YsWorkspace *workspace, const char *path, GtkWidget *progress, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  run (workspace, path, progress, cancellable, callback, user_data, examine);
}

void
ys_receipt_import (YsWorkspace *workspace, const char *path, GtkWidget *progress, GCancellable *cancellable,
                   GAsyncReadyCallback callback, gpointer user_data)
{
  run (workspace, path, progress, cancellable, callback, user_data, import);
}

static void
free_dossier_receipt (gpointer receipt)
{
  ys_dossier_receipt_free (receipt);
}

static void
examine_dossier (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  g_autoptr (GError) error = NULL;
  YsDossierReceipt *receipt = ys_workspace_examine_dossier (work->workspace, work->path, ys_progress_box_report,
                                                            work->progress, cancellable, &error);

  if (receipt != NULL)
    g_task_return_pointer (task, receipt, free_dossier_receipt);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
import_dossier (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  g_autoptr (GError) error = NULL;
  char *id = ys_workspace_import_dossier (work->workspace, work->path, ys_progress_box_report, work->progress,
                                          cancellable, &error);

  if (id != NULL)
    g_task_return_pointer (task, id, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ys_receipt_examine_dossier (YsWorkspace *workspace, const char *path, GtkWidget *progress, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  run (workspace, path, progress, cancellable, callback, user_data, examine_dossier);
}

void
ys_receipt_import_dossier (YsWorkspace *workspace, const char *path, GtkWidget *progress, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  run (workspace, path, progress, cancellable, callback, user_data, import_dossier);
}

YsDossierReceipt *
ys_receipt_examine_dossier_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
ys_receipt_import_dossier_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

YsReceipt *
ys_receipt_examine_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
ys_receipt_import_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
