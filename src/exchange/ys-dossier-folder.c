/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a dossier's folder: looks at what is there, then brings package after package, the naming one last.
 * A folder with that last one in it is complete. */
#include "ys-dossier-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ys-bag-names.h"
#include "ys-package-part.h"
#include "ys-package-writer.h"

#define BLOCK (256 * 1024)

/* One package to be there. */
typedef struct
{
  const char *source;
  char *name, *target;
  guint64 size;
  gboolean is_there, is_same;
} Item;

typedef struct
{
  const char *folder;
  GPtrArray *items; /* Item */
  const YsPackageOutputOptions *options;
  guint64 done, total; /* bytes; each counts twice: written and read back */
} Delivery;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->name);
  g_free (item->target);
  g_free (item);
}

gboolean
ys_dossier_is_package_name (const char *base)
{
  return g_str_has_suffix (base, YS_PACKAGE_SUFFIX) && strlen (base) > strlen (YS_PACKAGE_SUFFIX);
}

/* ---- what is there ---- */

static gboolean
list_sources (Delivery *self, const char *const *sources, GError **error)
{
  for (guint i = 0; sources[i] != NULL; i++)
    {
      Item *item = g_new0 (Item, 1);
      struct stat status;

      g_ptr_array_add (self->items, item);
      item->source = sources[i];
      item->name = g_path_get_basename (sources[i]);
      item->target = g_build_filename (self->folder, item->name, NULL);
      if (stat (item->source, &status) != 0)
        {
          ys_set_error_from_errno (error, errno, item->source, _ ("Reading the package"));
          return FALSE;
        }
      item->size = (guint64)status.st_size;
      self->total += 2 * item->size;
    }
  return TRUE;
}

static gboolean
make_folder (const char *folder, GError **error)
{
  struct stat status;

  if (mkdir (folder, 0755) == 0)
    return TRUE;
  if (errno == EEXIST && lstat (folder, &status) == 0 && S_ISDIR (status.st_mode))
    return TRUE;
  if (errno == EEXIST)
    ys_set_error (error, YS_ERROR_EXISTS, folder,
                  _ ("Something of this name is there already, and it is no folder."));
  else
    ys_set_error_from_errno (error, errno, folder, _ ("Making the folder of the dossier"));
  return FALSE;
}

static gboolean
belongs (const Delivery *self, const char *base)
{
  if (ys_bag_is_system_file (base))
    return TRUE;
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);
      g_autofree char *part = g_strconcat (item->name, ".part", NULL);

      if (g_str_equal (base, item->name) || g_str_equal (base, part))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_strangers (const Delivery *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, &local);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  const char *base;

  if (dir == NULL)
    {
      ys_set_error_from_foreign (error, g_steal_pointer (&local), self->folder,
                                 _ ("Opening the folder of the dossier"));
      return FALSE;
    }
  while ((base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *shown = g_filename_display_name (base);
      if (!belongs (self, base))
        ys_faults_add (faults, YS_ERROR_DOSSIER_STRANGE, shown, 0, NULL,
                       _ ("\"%s\" does not belong to this dossier."), shown);
    }
  if (ys_faults_get_n (faults) == 0)
    return TRUE;
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

/* ---- comparing ---- */

static void
advance (Delivery *self, guint64 done)
{
  if (self->options->progress != NULL)
    self->options->progress (MIN (self->done + done, self->total), self->total, self->options->progress_data);
}

static gboolean
compare_open (Delivery *self, int one, int other, guint64 size, gboolean *same, GError **error)
{
  g_autofree guint8 *left = g_malloc (BLOCK);
  g_autofree guint8 *right = g_malloc (BLOCK);

  *same = TRUE;
  for (guint64 done = 0; done < size && *same;)
    {
      gsize n = (gsize)MIN (size - done, (guint64)BLOCK);

      if (g_cancellable_is_cancelled (self->options->cancellable))
        {
          ys_set_error (error, YS_ERROR_CANCELLED, NULL, _ ("Writing the dossier was cancelled."));
          return FALSE;
        }
      if (!ys_zip_read_exactly (one, done, left, n, NULL, error)
          || !ys_zip_read_exactly (other, done, right, n, NULL, error))
        return FALSE;
      *same = memcmp (left, right, n) == 0;
      done += n;
      advance (self, done);
    }
  return TRUE;
}

/* Whether what is there under the name is the very same file; from the device, not from the cache. */
static gboolean
compare (Delivery *self, Item *item, GError **error)
{
  int target = open (item->target, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
  int source = -1;
  struct stat status;
  gboolean done = TRUE;

  if (target < 0 && errno == ENOENT)
    return TRUE;
  item->is_there = TRUE;
  if (target < 0 && errno == ELOOP)
    return TRUE; /* a link is never the same */
  source = target >= 0 ? open (item->source, O_RDONLY | O_CLOEXEC) : -1;
  if (source < 0)
    {
      ys_set_error_from_errno (error, errno, item->target, _ ("Looking at what is there"));
      done = FALSE;
    }
  else if (fstat (target, &status) == 0 && S_ISREG (status.st_mode) && (guint64)status.st_size == item->size)
    {
      posix_fadvise (target, 0, 0, POSIX_FADV_DONTNEED);
      done = compare_open (self, source, target, item->size, &item->is_same, error);
    }
  if (source >= 0)
    close (source);
  if (target >= 0)
    close (target);
  return done;
}

/* What lies there under the names; refused where one is another file that may not be replaced. */
static gboolean
look (Delivery *self, guint64 *missing, guint *n_missing, GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (!compare (self, item, error))
        return FALSE;
      if (item->is_same)
        {
          self->done += 2 * item->size;
          continue;
        }
      if (item->is_there && !self->options->force)
        {
          ys_set_error (error, YS_ERROR_EXISTS, item->target,
                        _ ("A file of this name is there already and is another one."));
          return FALSE;
        }
      *missing += item->size;
      (*n_missing)++;
    }
  return TRUE;
}

/* ---- writing ---- */

static void
forward_progress (guint64 done, guint64 total, gpointer user_data)
{
  advance (user_data, done);
}

/* A part beside a package that is whole was left by a writer that died. */
static gboolean
drop_part (const Item *item, GError **error)
{
  g_autofree char *part_path = g_strconcat (item->target, ".part", NULL);
  g_autoptr (YsPackagePart) part = NULL;

  if (!g_file_test (part_path, G_FILE_TEST_EXISTS))
    return TRUE;
  part = ys_package_part_open (item->target, FALSE, TRUE, 0, 0, error);
  return part != NULL;
}

static gboolean
bring (Delivery *self, Item *item, GError **error)
{
  YsPackageOutputOptions options = { item->is_there, forward_progress, self, self->options->cancellable };
  g_autofree char *written = NULL;

  if (item->is_same)
    return drop_part (item, error);
  if (g_cancellable_is_cancelled (self->options->cancellable))
    {
      ys_set_error (error, YS_ERROR_CANCELLED, NULL, _ ("Writing the dossier was cancelled."));
      return FALSE;
    }
  written = ys_package_export (item->source, item->target, FALSE, &options, error);
  if (written == NULL)
    return FALSE;
  self->done += 2 * item->size;
  advance (self, 0);
  return TRUE;
}

static gboolean
sync_folders (const char *folder, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder);
  const char *const paths[] = { folder, parent };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      int fd = open (paths[i], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      gboolean done = fd >= 0 && (fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP);

      if (!done)
        ys_set_error_from_errno (error, errno, paths[i],
                                 _ ("Writing the folder of the dossier to the device"));
      if (fd >= 0)
        close (fd);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_dossier_folder_write (const char *folder, const char *const *sources,
                         const YsPackageOutputOptions *options, GError **error)
{
  static const YsPackageOutputOptions none = { 0 };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  Delivery delivery = { folder, items, options != NULL ? options : &none, 0, 0 };
  guint64 missing = 0;
  guint n_missing = 0;

  if (!list_sources (&delivery, sources, error) || !make_folder (folder, error)
      || !check_strangers (&delivery, error) || !look (&delivery, &missing, &n_missing, error)
      || !ys_package_check_space (folder, missing, n_missing, error))
    {
      rmdir (folder); /* only where it is empty: made for nothing */
      return FALSE;
    }
  for (guint i = 0; i < items->len; i++)
    {
      if (!bring (&delivery, g_ptr_array_index (items, i), error))
        {
          rmdir (folder);
          return FALSE;
        }
    }
  return sync_folders (folder, error);
}
