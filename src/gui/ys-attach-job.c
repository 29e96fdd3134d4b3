/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file that is refused doesn't stop the others; stopping leaves those that are whole. */
#include "ys-attach-job.h"

#include "ys-error.h"
#include "ys-id.h"
#include "ys-progress-box.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A folder dropped by mistake (a whole disk) must not run for hours. */
#define MOST_FROM_FOLDER 500

YsAttachItem *
ys_attach_item_new (const char *path, const char *title)
{
  YsAttachItem *self = g_new0 (YsAttachItem, 1);
  g_autofree char *base = g_path_get_basename (path);

  self->path = g_strdup (path);
  self->name = ys_text_from_filename (base);
  self->title = g_strdup (title);
  return self;
}

void
ys_attach_item_free (YsAttachItem *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->name);
  g_free (self->title);
  g_free (self->password);
  g_free (self->digest);
  g_clear_error (&self->error);
  g_free (self);
}

typedef struct
{
  GPtrArray *items;
  gpointer progress;
  guint64 before, total; /* bytes */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->items);
  g_free (job);
}

/* ---- folders ---- */

static int
by_name (gconstpointer one, gconstpointer other)
{
  return ys_text_collate ((*(YsAttachItem *const *)one)->name, (*(YsAttachItem *const *)other)->name);
}

static void
expand_folder (GPtrArray *items, const YsAttachItem *folder)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder->path, 0, &error);
  const char *name;

  while (dir != NULL && found->len < MOST_FROM_FOLDER && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder->path, name, NULL);
      gsize length = strlen (name);

      if (length > 4 && g_ascii_strcasecmp (name + length - 4, ".pdf") == 0
          && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (found, ys_attach_item_new (path, NULL));
    }
  g_ptr_array_sort (found, by_name);
  if (found->len == 0)
    {
      YsAttachItem *item = ys_attach_item_new (folder->path, NULL);

      if (error != NULL)
        ys_set_error_from_foreign (&item->error, g_steal_pointer (&error), item->name, _ ("Reading the folder"));
      else
        ys_set_error (&item->error, YS_ERROR_NOT_PDF, item->name, _ ("There is no PDF in this folder"));
      g_ptr_array_add (found, item);
    }
  g_ptr_array_extend_and_steal (items, g_steal_pointer (&found));
}

static void
expand_folders (Job *job)
{
  g_autoptr (GPtrArray) plain = g_ptr_array_new ();
  guint n = job->items->len;

  for (guint i = 0; i < n; i++)
    {
      YsAttachItem *item = g_ptr_array_index (job->items, i);

      if (g_file_test (item->path, G_FILE_TEST_IS_DIR))
        {
          expand_folder (plain, item);
          ys_attach_item_free (item);
        }
      else
        g_ptr_array_add (plain, item);
    }
  g_ptr_array_steal (job->items, NULL);
  g_ptr_array_extend_and_steal (job->items, g_steal_pointer (&plain));
}

/* ---- the job ---- */

static void
report (guint64 done, guint64 total, gpointer data)
{
  const Job *job = data;

  if (job->progress != NULL)
    ys_progress_box_report (job->before + done, job->total, job->progress);
}

static guint64
size_of (const YsAttachItem *item)
{
  GStatBuf status;

  return g_stat (item->path, &status) == 0 ? (guint64)status.st_size : 0;
}

static gpointer
attach_job (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  expand_folders (job);
  for (guint i = 0; i < job->items->len; i++)
    job->total += size_of (g_ptr_array_index (job->items, i));
  for (guint i = 0; i < job->items->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      YsAttachItem *item = g_ptr_array_index (job->items, i);

      if (item->digest == NULL && item->error == NULL)
        item->digest = ys_workspace_attach (workspace, item->path, item->title, item->password, &item->already, report,
                                            job, cancellable, &item->error);
      if (g_error_matches (item->error, YS_ERROR, YS_ERROR_CANCELLED))
        g_clear_error (&item->error);
      job->before += size_of (item);
    }
  return g_ptr_array_ref (job->items);
}

void
ys_attach_run_async (YsWorkspace *workspace, GPtrArray *items, gpointer progress, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->items = g_ptr_array_ref (items);
  job->progress = progress; /* the caller keeps it until the callback */
  ys_workspace_run_async (workspace, attach_job, job, job_free, (GDestroyNotify)g_ptr_array_unref, cancellable,
                          callback, user_data);
}
