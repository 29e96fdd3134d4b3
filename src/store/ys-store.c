/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store's thread, its queue of work, and the checks before a file is opened for writing.
 * Callers wait for an answer or queue work; only this thread touches SQLite. */
#include "ys-store-private.h"
#include "ys-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/vfs.h>
#include <unistd.h>

typedef struct {
  YsStoreFunc func; /* NULL: end of the thread */
  gpointer data;
  GDestroyNotify free_data;
  void (*done) (gpointer data, const GError *error);
  /* of a caller who waits */
  gboolean waits, finished, result;
  GError *error;
  GMutex mutex;
  GCond condition;
} Job;

static void
finish_queued (Job *job, const GError *error)
{
  if (job->done != NULL)
    job->done (job->data, error);
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static gpointer
run_thread (gpointer data)
{
  YsStore *self = data;

  while (TRUE)
    {
      Job *job = g_async_queue_pop (self->jobs);
      g_autoptr (GError) error = NULL;

      if (job->func == NULL)
        {
          g_free (job);
          return NULL;
        }
      gboolean result = job->func (self->connection, job->data, &error);
      if (!job->waits)
        {
          finish_queued (job, error);
          continue;
        }
      g_mutex_lock (&job->mutex);
      job->result = result;
      job->error = g_steal_pointer (&error);
      job->finished = TRUE;
      g_cond_signal (&job->condition);
      g_mutex_unlock (&job->mutex);
    }
}

gboolean
ys_store_call (YsStore *self, YsStoreFunc func, gpointer data, GError **error)
{
  Job job = { .func = func, .data = data, .waits = TRUE };

  if (g_thread_self () == self->thread)
    return func (self->connection, data, error);
  g_mutex_init (&job.mutex);
  g_cond_init (&job.condition);
  g_async_queue_push (self->jobs, &job);
  g_mutex_lock (&job.mutex);
  while (!job.finished)
    g_cond_wait (&job.condition, &job.mutex);
  g_mutex_unlock (&job.mutex);
  g_mutex_clear (&job.mutex);
  g_cond_clear (&job.condition);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.result;
}

void
ys_store_queue (YsStore *self, YsStoreFunc func, gpointer data, GDestroyNotify free_data,
                void (*done) (gpointer data, const GError *error))
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->done = done;
  g_async_queue_push (self->jobs, job);
}

/* SQLite's promises do not hold on these; officials' sticks and shares are offered a copy instead. */
static const char *
unsafe_file_system (const char *folder)
{
  struct statfs info;

  if (statfs (folder, &info) != 0)
    return NULL;
  switch ((guint32) info.f_type)
    {
    case 0x6969u:
    case 0xff534d42u:
    case 0xfe534d42u:
    case 0x517bu:
    case 0x5346414fu:
      return _("a network folder");
    case 0x4d44u:
    case 0x2011bab0u:
      return _("a stick or card (FAT)");
    case 0x65735546u:
      return _("a mounted foreign folder (FUSE)");
    default:
      return NULL;
    }
}

gboolean
ys_store_check_place (const char *folder, GError **error)
{
  const char *unsafe = unsafe_file_system (folder);

  if (unsafe != NULL)
    ys_set_error (error, YS_ERROR_STORE_FILESYSTEM, folder, _("A workspace can't be written safely in %s"), unsafe);
  return unsafe == NULL;
}

static char *
resolve_folder (const char *folder, gboolean read_only, GError **error)
{
  char resolved[PATH_MAX];

  if (realpath (folder, resolved) == NULL)
    {
      ys_set_error_from_errno (error, errno, folder, _("Opening the workspace"));
      return NULL;
    }
  if (!g_file_test (resolved, G_FILE_TEST_IS_DIR))
    {
      ys_set_error (error, YS_ERROR_NOT_WORKSPACE, folder, _("This is no folder"));
      return NULL;
    }
  return read_only || ys_store_check_place (resolved, error) ? g_strdup (resolved) : NULL;
}

/* A store of an older version is copied before it is changed. */
static gboolean
keep_before_migration (YsStore *self, GError **error)
{
  int version = ys_connection_get_version (self->connection);
  g_autofree char *name = NULL;
  g_autofree char *output = NULL;

  if (version == 0)
    return TRUE;
  name = g_strdup_printf ("before-migration-%d.db", version);
  output = g_build_filename (self->folder, "backup", name, NULL);
  if (g_file_test (output, G_FILE_TEST_EXISTS))
    return TRUE;
  return ys_store_backup (self, output, error);
}

/* What was changed outside is not worked on: the next change would seal it as if it had been right. */
static gboolean
check_seals (YsStore *self, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();

  if (!ys_seal_check (self->connection, TRUE, faults, error))
    return FALSE;
  if (ys_faults_get_n (faults) > 0)
    ys_set_error_from_faults (error, faults);
  return ys_faults_get_n (faults) == 0;
}

/* Opens the file and, for writing, keeps SQLite's own lock from now on: another program (not of ours, which share the
 * lock file) that looks into the database meanwhile could keep the first save from happening. */
static YsConnection *
lock_connection (YsStore *self, gboolean create, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YsConnection) connection = ys_connection_open (self->path, create, self->read_only, &local);

  if (connection != NULL && (self->read_only || ys_connection_exec (connection, "BEGIN EXCLUSIVE; COMMIT", &local)))
    return g_steal_pointer (&connection);
  if (!g_error_matches (local, YS_ERROR, YS_ERROR_STORE_BUSY))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    ys_set_error (error, YS_ERROR_STORE_BUSY, self->folder, _("Another program uses the database of this workspace"));
  return NULL;
}

static gboolean
open_connection (YsStore *self, YsStoreFlags flags, GError **error)
{
  gboolean create = (flags & YS_STORE_CREATE) != 0;

  self->path = g_build_filename (self->folder, "workspace.db", NULL);
  if (!create && !g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    {
      ys_set_error (error, YS_ERROR_NOT_WORKSPACE, self->folder, _("This folder holds no workspace"));
      return FALSE;
    }
  self->connection = lock_connection (self, create, error);
  if (self->connection == NULL)
    return FALSE;
  self->thread = g_thread_self (); /* until the own thread starts, calls run here */
  gboolean older = ys_connection_get_version (self->connection) < YS_STORE_VERSION;
  if (!self->read_only && older && !keep_before_migration (self, error))
    return FALSE;
  if (!ys_connection_migrate (self->connection, self->read_only, error))
    return FALSE;
  ys_store_remember_file (self);
  return self->read_only || check_seals (self, error);
}

YsStore *
ys_store_open (const char *folder, YsStoreFlags flags, const char *holder, GError **error)
{
  YsStore *self = g_new0 (YsStore, 1);

  self->lock_fd = -1;
  self->read_only = (flags & YS_STORE_READ_ONLY) != 0;
  self->jobs = g_async_queue_new ();
  self->folder = resolve_folder (folder, self->read_only, error);
  if (self->folder == NULL)
    goto failed;
  if (!self->read_only)
    {
      g_autofree char *database = g_build_filename (self->folder, "workspace.db", NULL);
      if ((flags & YS_STORE_CREATE) == 0 && !g_file_test (database, G_FILE_TEST_EXISTS))
        {
          /* before the lock file would be made in a folder that is not ours */
          ys_set_error (error, YS_ERROR_NOT_WORKSPACE, folder, _("This folder holds no workspace"));
          goto failed;
        }
      self->lock_fd = ys_lock_take (self->folder, holder, error);
      if (self->lock_fd < 0)
        goto failed;
    }
  else if (!ys_lock_share (self->folder, &self->lock_fd, error))
    goto failed;
  if (!open_connection (self, flags, error))
    goto failed;
  self->thread = g_thread_new ("store", run_thread, self);
  return self;

failed:
  self->thread = NULL;
  ys_store_close (self);
  return NULL;
}

void
ys_store_close (YsStore *self)
{
  if (self == NULL)
    return;
  if (self->thread != NULL)
    {
      g_async_queue_push (self->jobs, g_new0 (Job, 1));
      g_thread_join (self->thread);
    }
  ys_connection_close (self->connection);
  ys_lock_free (self->lock_fd);
  g_async_queue_unref (self->jobs);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

const char *
ys_store_get_folder (YsStore *self)
{
  return self->folder;
}

gboolean
ys_store_is_read_only (YsStore *self)
{
  return self->read_only;
}
