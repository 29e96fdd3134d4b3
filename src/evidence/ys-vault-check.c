/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading from the vault, checking what it holds against the digests, and sweeping what nobody cites any
 * more. */
#include "ys-vault-private.h"

#include "ys-date.h"
#include "ys-error.h"
#include "ys-id.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECONDS_OF_A_DAY ((gint64)24 * 60 * 60)
#define ORPHAN_DAYS 30
#define STAGED_DAYS 1

int
ys_vault_open_file (YsVault *self, const char *digest, GError **error)
{
  g_autofree char *inside = NULL;
  int fd;

  if (!ys_digest_is_valid (digest))
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, digest, _ ("This is not the name of a stored PDF"));
      return -1;
    }
  inside = ys_vault_name_inside (digest);
  fd = openat (self->evidence_fd, inside, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0 && errno == ENOENT)
    ys_set_error (error, YS_ERROR_NOT_FOUND, inside, _ ("The PDF is missing from the workspace's folder"));
  else if (fd < 0)
    ys_set_error_from_errno (error, errno, inside, _ ("Reading the PDF"));
  return fd;
}

gboolean
ys_vault_has (YsVault *self, const char *digest)
{
  int fd = ys_vault_open_file (self, digest, NULL);
  if (fd < 0)
    return FALSE;
  close (fd);
  return TRUE;
}

char *
ys_vault_digest_fd (int fd, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsDigest) digest = ys_digest_new ();
  g_autofree char *block = g_malloc (YS_VAULT_BLOCK);

  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  for (off_t offset = 0;;)
    {
      gssize got = pread (fd, block, YS_VAULT_BLOCK, offset);
      if (got == 0)
        return ys_digest_finish (digest);
      if (g_cancellable_is_cancelled (cancellable))
        {
          ys_set_error (error, YS_ERROR_CANCELLED, name, _ ("Checking was cancelled"));
          return NULL;
        }
      if (got < 0 && errno != EINTR)
        {
          ys_set_error_from_errno (error, errno, name, _ ("Reading the PDF"));
          return NULL;
        }
      if (got > 0)
        {
          ys_digest_update (digest, block, (gsize)got);
          offset += got;
        }
    }
}

gboolean
ys_vault_check (YsVault *self, const char *digest, GCancellable *cancellable, GError **error)
{
  int fd = ys_vault_open_file (self, digest, error);
  g_autofree char *inside = NULL, *found = NULL;

  if (fd < 0)
    return FALSE;
  inside = ys_vault_name_inside (digest);
  found = ys_vault_digest_fd (fd, inside, cancellable, error);
  close (fd);
  if (found == NULL)
    return FALSE;
  if (strcmp (found, digest) == 0)
    return TRUE;
  ys_set_error (error, YS_ERROR_BAG_DIGEST, inside,
                _ ("The stored PDF is not what was once attached: its content changed"));
  return FALSE;
}

void
ys_vault_report_free (YsVaultReport *self)
{
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->unreadable);
  g_free (self);
}

static void
note_failure (YsVaultReport *report, const char *digest, const GError *failure)
{
  GPtrArray *list = report->unreadable;

  if (g_error_matches (failure, YS_ERROR, YS_ERROR_NOT_FOUND))
    list = report->missing;
  else if (g_error_matches (failure, YS_ERROR, YS_ERROR_BAG_DIGEST))
    list = report->changed;
  g_ptr_array_add (list, g_strdup (digest));
}

static guint64
get_size (YsVault *self, const char *digest)
{
  g_autofree char *inside = ys_vault_name_inside (digest);
  struct stat status;
  return fstatat (self->evidence_fd, inside, &status, AT_SYMLINK_NOFOLLOW) == 0 ? (guint64)status.st_size : 0;
}

YsVaultReport *
ys_vault_check_all (YsVault *self, const char *const *known, YsVaultProgress progress, gpointer user_data,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (YsVaultReport) report = g_new0 (YsVaultReport, 1);
  guint64 done = 0, total = 0;

  report->missing = g_ptr_array_new_with_free_func (g_free);
  report->changed = g_ptr_array_new_with_free_func (g_free);
  report->unreadable = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; known[i]; i++)
    total += get_size (self, known[i]);
  for (gsize i = 0; known[i]; i++)
    {
      g_autoptr (GError) failure = NULL;
      if (ys_vault_check (self, known[i], cancellable, &failure))
        report->n_sound++;
      else if (g_error_matches (failure, YS_ERROR, YS_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      else
        note_failure (report, known[i], failure);
      done += get_size (self, known[i]);
      if (progress)
        progress (done, MAX (done, total), user_data);
    }
  return g_steal_pointer (&report);
}

/* ---- sweeping ---- */

typedef gboolean (*IsWanted) (const char *name, GHashTable *known);

static gboolean
is_older (int folder, const char *name, guint days)
{
  struct stat status;
  return fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (status.st_mode)
         && ys_clock_now () / G_USEC_PER_SEC - (gint64)status.st_mtim.tv_sec > days * SECONDS_OF_A_DAY;
}

/* Removes the old files of @folder (taken) that @is_wanted does not want. */
static gboolean
sweep_folder (int folder, const char *shown, IsWanted is_wanted, GHashTable *known, guint days,
              guint *n_removed, GError **error)
{
  DIR *listing = fdopendir (folder);
  const struct dirent *entry;
  gboolean swept = TRUE;

  if (listing == NULL)
    {
      ys_set_error_from_errno (error, errno, shown, _ ("Clearing away PDFs that nothing cites"));
      close (folder);
      return FALSE;
    }
  /* cppcheck-suppress readdirCalled ; the listing is this thread's alone */
  while (swept && (entry = readdir (listing)) != NULL)
    {
      if (is_wanted (entry->d_name, known) || !is_older (dirfd (listing), entry->d_name, days))
        continue;
      swept = unlinkat (dirfd (listing), entry->d_name, 0) == 0;
      if (swept)
        ++*n_removed;
      else
        ys_set_error_from_errno (error, errno, entry->d_name, _ ("Clearing away PDFs that nothing cites"));
    }
  closedir (listing);
  return swept;
}

/* What isn't named as the vault names its files is not the vault's to remove. */
static gboolean
is_wanted_evidence (const char *name, GHashTable *known)
{
  g_autofree char *digest = g_strndup (name, YS_SHA256_HEX_LENGTH);
  return !ys_digest_is_valid (digest) || strcmp (name + YS_SHA256_HEX_LENGTH, ".pdf") != 0
         || g_hash_table_contains (known, digest);
}

static gboolean
is_wanted_staged (const char *name, GHashTable *known)
{
  return !g_str_has_prefix (name, YS_VAULT_STAGED_PREFIX) || !g_str_has_suffix (name, YS_VAULT_STAGED_SUFFIX);
}

gboolean
ys_vault_sweep (YsVault *self, GHashTable *known, guint *n_removed, GError **error)
{
  guint removed = 0, staged = 0;
  gboolean swept = TRUE;
  int staging = openat (self->workspace_fd, "staging", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

  if (staging >= 0)
    swept = sweep_folder (staging, self->workspace, is_wanted_staged, known, STAGED_DAYS, &staged, error);
  for (guint i = 0; swept && i < 256; i++)
    {
      char name[3];
      int folder;
      g_snprintf (name, sizeof name, "%02x", i);
      folder = openat (self->evidence_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (folder >= 0)
        swept = sweep_folder (folder, name, is_wanted_evidence, known, ORPHAN_DAYS, &removed, error);
    }
  if (n_removed)
    *n_removed = removed;
  return swept;
}
