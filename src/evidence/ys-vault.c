/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Storing into the vault: staged, hashed while copied, synced, renamed, synced again. Everything goes by
 * descriptors of the folders and by names made of digits. */
#include "ys-vault-private.h"

#include "ys-error.h"
#include "ys-id.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* Left free beside the file itself, for the store's row and journal. */
#define SPACE_MARGIN ((guint64)1 << 20)

void
ys_vault_stored_clear (YsVaultStored *self)
{
  g_clear_pointer (&self->digest, g_free);
}

char *
ys_vault_name_inside (const char *digest)
{
  return g_strdup_printf ("%.2s/%s.pdf", digest, digest);
}

char *
ys_vault_get_relative_path (const char *digest)
{
  return g_strdup_printf ("evidence/%.2s/%s.pdf", digest, digest);
}

/* ---- opening ---- */

/* The folder @name under @parent, made where it is missing; -1 on error. */
static int
open_folder (int parent, const char *name, const char *shown, GError **error)
{
  int fd;

  if (mkdirat (parent, name, 0755) == 0)
    fsync (parent);
  else if (errno != EEXIST && errno != EROFS)
    {
      ys_set_error_from_errno (error, errno, shown, _ ("Making the folder of the evidence"));
      return -1;
    }
  fd = openat (parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0)
    ys_set_error_from_errno (error, errno, shown, _ ("Opening the folder of the evidence"));
  return fd;
}

YsVault *
ys_vault_open (const char *workspace, GError **error)
{
  g_autoptr (YsVault) self = g_new0 (YsVault, 1);

  self->evidence_fd = self->staging_fd = -1;
  self->workspace = ys_text_from_filename (workspace);
  self->workspace_fd = open (workspace, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->workspace_fd < 0)
    {
      ys_set_error_from_errno (error, errno, self->workspace, _ ("Opening the workspace"));
      return NULL;
    }
  self->evidence_fd = open_folder (self->workspace_fd, "evidence", self->workspace, error);
  if (self->evidence_fd < 0)
    return NULL;
  self->staging_fd = open_folder (self->workspace_fd, "staging", self->workspace, error);
  return self->staging_fd < 0 ? NULL : g_steal_pointer (&self);
}

void
ys_vault_free (YsVault *self)
{
  const int fds[] = { self->workspace_fd, self->evidence_fd, self->staging_fd };

  for (gsize i = 0; i < G_N_ELEMENTS (fds); i++)
    {
      if (fds[i] >= 0)
        close (fds[i]);
    }
  g_free (self->workspace);
  g_free (self);
}

/* ---- storing ---- */

typedef struct
{
  int source, target;
  const char *name;
  guint64 total;
  YsVaultProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} Copy;

static gboolean
write_all (int fd, const char *data, gsize length)
{
  for (gsize done = 0; done < length;)
    {
      gssize written = write (fd, data + done, length - done);
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      done += (gsize)written;
    }
  return TRUE;
}

static gssize
read_at (int fd, char *block, guint64 offset)
{
  gssize got;
  do
    got = pread (fd, block, YS_VAULT_BLOCK, (off_t)offset);
  while (got < 0 && errno == EINTR);
  return got;
}

static gboolean
check_cancelled (GCancellable *cancellable, const char *name, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return TRUE;
  ys_set_error (error, YS_ERROR_CANCELLED, name, _ ("Storing the PDF was cancelled"));
  return FALSE;
}

/* Copies and hashes; the digest, or NULL. */
static char *
copy (const Copy *copy, guint64 *size, GError **error)
{
  g_autoptr (YsDigest) digest = ys_digest_new ();
  g_autofree char *block = g_malloc (YS_VAULT_BLOCK);

  for (*size = 0;;)
    {
      gssize got = read_at (copy->source, block, *size);
      if (got == 0)
        return ys_digest_finish (digest);
      if (got < 0)
        {
          ys_set_error_from_errno (error, errno, copy->name, _ ("Reading the PDF"));
          return NULL;
        }
      if (!check_cancelled (copy->cancellable, copy->name, error))
        return NULL;
      ys_digest_update (digest, block, (gsize)got);
      if (!write_all (copy->target, block, (gsize)got))
        {
          ys_set_error_from_errno (error, errno, copy->name, _ ("Storing the PDF in the workspace"));
          return NULL;
        }
      *size += (guint64)got;
      if (copy->progress)
        copy->progress (*size, MAX (*size, copy->total), copy->user_data);
    }
}

static gboolean
check_space (YsVault *self, guint64 needed, const char *name, GError **error)
{
  struct statvfs space;
  guint64 available;
  g_autofree char *needed_text = NULL, *free_text = NULL;

  if (fstatvfs (self->staging_fd, &space) != 0)
    return TRUE; /* the write itself will tell */
  available = (guint64)space.f_bavail * space.f_frsize;
  if (available >= needed + SPACE_MARGIN)
    return TRUE;
  needed_text = g_format_size (needed + SPACE_MARGIN);
  free_text = g_format_size (available);
  ys_set_error (error, YS_ERROR_NO_SPACE, name,
                _ ("The disk of the workspace is full: %s are needed, %s are free"), needed_text, free_text);
  return FALSE;
}

static gboolean
is_same_source (const struct stat *before, int fd)
{
  struct stat after;
  return fstat (fd, &after) == 0 && before->st_size == after.st_size
         && before->st_mtim.tv_sec == after.st_mtim.tv_sec
         && before->st_mtim.tv_nsec == after.st_mtim.tv_nsec;
}

/* TRUE where the vault holds @digest already and it is sound: then it is touched, so that no sweep takes it.
 */
static gboolean
is_stored_soundly (YsVault *self, const char *digest, GCancellable *cancellable)
{
  g_autofree char *inside = ys_vault_name_inside (digest);

  return ys_vault_check (self, digest, cancellable, NULL)
         && utimensat (self->evidence_fd, inside, NULL, 0) == 0;
}

/* Moves the staged file to its name and makes sure of it. */
static gboolean
settle (YsVault *self, int fd, const char *staged, const char *digest, const char *name, GError **error)
{
  const char folder[] = { digest[0], digest[1], '\0' };
  g_autofree char *file = g_strconcat (digest, ".pdf", NULL);
  int folder_fd = open_folder (self->evidence_fd, folder, name, error);
  gboolean settled;

  if (folder_fd < 0)
    return FALSE;
  settled = fchmod (fd, 0444) == 0 && fsync (fd) == 0
            && renameat (self->staging_fd, staged, folder_fd, file) == 0 && fsync (folder_fd) == 0;
  if (!settled)
    ys_set_error_from_errno (error, errno, name, _ ("Storing the PDF in the workspace"));
  close (folder_fd);
  return settled;
}

/* Copies into the staged file and settles it. The caller removes what is still staged. */
static gboolean
store_staged (YsVault *self, const Copy *job, const struct stat *source, const char *staged,
              YsVaultStored *stored, GError **error)
{
  g_autofree char *digest = copy (job, &stored->size, error);

  if (digest == NULL)
    return FALSE;
  if (!is_same_source (source, job->source) || stored->size != job->total)
    {
      ys_set_error (error, YS_ERROR_IO, job->name, _ ("The file was changed while it was being copied"));
      return FALSE;
    }
  stored->already_there = is_stored_soundly (self, digest, job->cancellable);
  if (!check_cancelled (job->cancellable, job->name, error))
    return FALSE;
  if (!stored->already_there && !settle (self, job->target, staged, digest, job->name, error))
    return FALSE;
  stored->digest = g_steal_pointer (&digest);
  return TRUE;
}

gboolean
ys_vault_store_fd (YsVault *self, int fd, const char *name, YsVaultProgress progress, gpointer user_data,
                   GCancellable *cancellable, YsVaultStored *stored, GError **error)
{
  g_autofree char *shown = ys_text_from_filename (name);
  g_autofree char *id = ys_id_new ();
  g_autofree char *staged = g_strconcat (YS_VAULT_STAGED_PREFIX, id, YS_VAULT_STAGED_SUFFIX, NULL);
  Copy job = {
    .source = fd, .name = shown, .progress = progress, .user_data = user_data, .cancellable = cancellable
  };
  struct stat source;
  gboolean done;
  int target;

  *stored = (YsVaultStored){ 0 };
  if (fstat (fd, &source) != 0 || !S_ISREG (source.st_mode))
    {
      ys_set_error (error, YS_ERROR_NOT_PDF, shown, _ ("This is no ordinary file"));
      return FALSE;
    }
  job.total = (guint64)source.st_size;
  if (job.total > YS_VAULT_MAX_SIZE)
    {
      ys_set_error (error, YS_ERROR_TOO_LARGE, shown,
                    _ ("This file is larger than 3 GiB; no package could carry it"));
      return FALSE;
    }
  if (!check_space (self, job.total, shown, error))
    return FALSE;
  target = openat (self->staging_fd, staged, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (target < 0)
    {
      ys_set_error_from_errno (error, errno, shown, _ ("Storing the PDF in the workspace"));
      return FALSE;
    }
  job.target = target;
  done = store_staged (self, &job, &source, staged, stored, error);
  close (target);
  /* Once settled it has another name; in any other case it must go. */
  if (!done || stored->already_there)
    unlinkat (self->staging_fd, staged, 0);
  return done;
}

gboolean
ys_vault_store_path (YsVault *self, const char *path, YsVaultProgress progress, gpointer user_data,
                     GCancellable *cancellable, YsVaultStored *stored, GError **error)
{
  g_autofree char *shown = ys_text_from_filename (path);
  /* NONBLOCK so that a FIFO of that name cannot hang us. */
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  gboolean done;

  if (fd < 0)
    {
      if (errno == ELOOP)
        ys_set_error (error, YS_ERROR_NOT_PDF, shown, _ ("This is a link; choose the file itself"));
      else
        ys_set_error_from_errno (error, errno, shown, _ ("Reading the PDF"));
      return FALSE;
    }
  done = ys_vault_store_fd (self, fd, path, progress, user_data, cancellable, stored, error);
  close (fd);
  return done;
}
