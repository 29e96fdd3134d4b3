/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a workspace's store and their return. A restored copy takes the store's place in one step, so that there is
 * a store at every moment; what was there stays beside it. */
#include "ys-lock.h"
#include "ys-workspace-keeping.h"
#include "ys-workspace-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BACKUP_PREFIX "workspace-"
#define BACKUP_SUFFIX ".db"

/* A path that is free for a copy of what is there now, or (with @done) of a copy that holds it already. Named by journal
 * number, never by clock: order and freshness hold whatever the clock says. "_02" and on where another history, or
 * another draft, came to the same number; it sorts behind. */
static char *
choose_backup_path (YsWorkspace *self, gboolean *done, GError **error)
{
  guint64 number;

  if (!ys_store_get_journal_head (self->store, &number, NULL, error))
    return NULL;
  for (guint i = 1;; i++)
    {
      g_autofree char *further = i > 1 ? g_strdup_printf ("_%02u", i) : g_strdup ("");
      g_autofree char *name = g_strdup_printf (BACKUP_PREFIX "%09" G_GUINT64_FORMAT "%s" BACKUP_SUFFIX, number, further);
      g_autofree char *path = g_build_filename (self->folder, "backup", name, NULL);

      *done = ys_store_is_copied (self->store, path);
      if (*done || !g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

char *
ys_workspace_backup (YsWorkspace *self, const char *output, GError **error)
{
  g_autofree char *path = NULL;
  gboolean done = FALSE;

  if (!ys_workspace_write_drafts (self, error))
    return NULL;
  path = output != NULL ? g_strdup (output) : choose_backup_path (self, &done, error);
  if (path == NULL || (!done && !ys_store_backup (self->store, path, error)))
    return NULL;
  return g_steal_pointer (&path);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
ys_workspace_dup_backups (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "backup", NULL);
  GPtrArray *backups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, BACKUP_PREFIX) && g_str_has_suffix (name, BACKUP_SUFFIX))
      g_ptr_array_add (backups, g_build_filename (path, name, NULL));
  g_ptr_array_sort (backups, newest_first);
  return backups;
}

/* ---- restoring ---- */

static gboolean
fail (GError **error, const char *path)
{
  ys_set_error_from_errno (error, errno, path, _("Restoring the copy"));
  return FALSE;
}

static gboolean
sync_path (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    fail (error, path);
  if (fd >= 0)
    close (fd);
  return done;
}

/* Copies @from to @part, on disk for sure, checked as a store; @id as in ys_store_check_copy(). */
static gboolean
make_part (const char *from, const char *part, char **id, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (part);
  g_autoptr (GError) local = NULL;

  if (access (from, R_OK) != 0)
    return fail (error, from);
  if (!g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, &local))
    {
      ys_set_error_from_foreign (error, g_steal_pointer (&local), from, _("Restoring the copy"));
      return FALSE;
    }
  return sync_path (part, error) && ys_store_check_copy (part, id, error);
}

/* The copy must be of this workspace, where the store in its place can still say which one that is. Opened for writing,
 * it also takes back what a killed program left in its journal. */
static gboolean
check_same (const char *database, const char *id, const char *backup, GError **error)
{
  g_autoptr (YsConnection) old = ys_connection_open (database, FALSE, FALSE, NULL);
  g_autofree char *old_id = old != NULL ? ys_setting_get (old, "id", NULL) : NULL;

  if (old_id == NULL || g_strcmp0 (old_id, id) == 0)
    return TRUE;
  ys_set_error (error, YS_ERROR_NOT_WORKSPACE, backup, _("This is a copy of another workspace"));
  return FALSE;
}

/* A name beside @database at which nothing is. */
static char *
choose_kept_path (const char *database)
{
  g_autofree char *base = g_strdup_printf ("%s.replaced-%" G_GINT64_FORMAT, database, ys_clock_now () / G_USEC_PER_SEC);
  char *path = g_strdup (base);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s-%u", base, i);
    }
  return path;
}

/* The old store gets a second name, then the copy takes the first one: no moment without a store. */
static gboolean
exchange (const char *database, const char *part, GError **error)
{
  g_autofree char *journal = g_strconcat (database, "-journal", NULL);
  g_autofree char *kept = choose_kept_path (database);
  g_autofree char *kept_journal = g_strconcat (kept, "-journal", NULL);
  gboolean is_there = g_file_test (database, G_FILE_TEST_EXISTS);

  if (is_there && link (database, kept) != 0)
    return fail (error, database);
  /* still there only where the old store is too damaged to be opened: then it belongs to that one, never to the copy */
  if (g_file_test (journal, G_FILE_TEST_EXISTS) && g_rename (journal, kept_journal) != 0)
    return fail (error, journal);
  if (g_rename (part, database) == 0)
    return TRUE;
  fail (error, part);
  g_rename (kept_journal, journal);
  g_unlink (kept);
  return FALSE;
}

gboolean
ys_workspace_restore (const char *folder, const char *backup, GError **error)
{
  g_autofree char *database = g_build_filename (folder, "workspace.db", NULL);
  g_autofree char *part = g_strconcat (database, ".part", NULL);
  g_autofree char *copies = g_build_filename (folder, "backup", NULL);
  g_autofree char *id = NULL;
  int lock;
  gboolean done;

  /* before a lock file would be made in a folder that is not ours; the database itself may be what was lost */
  if (!g_file_test (database, G_FILE_TEST_EXISTS) && !g_file_test (copies, G_FILE_TEST_IS_DIR))
    {
      ys_set_error (error, YS_ERROR_NOT_WORKSPACE, folder, _("This folder holds no workspace"));
      return FALSE;
    }
  lock = ys_store_check_place (folder, error) ? ys_lock_take (folder, _("restoring a copy"), error) : -1;
  if (lock < 0)
    return FALSE;
  done = make_part (backup, part, &id, error) && check_same (database, id, backup, error)
         && exchange (database, part, error);
  if (!done)
    g_unlink (part);
  done = done && sync_path (folder, error);
  ys_lock_free (lock);
  return done;
}
