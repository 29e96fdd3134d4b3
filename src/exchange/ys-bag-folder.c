/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the three known folders (the top, data, and data/schema with data/evidence) beneath a descriptor. */
#include "ys-bag-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ys-bag-names.h"

#define MAX_FAULTS 200

typedef struct
{
  GPtrArray *found; /* FoundFile */
  GPtrArray *ignored;
  YsFaults *faults;
} Walk;

typedef struct
{
  char *name;
  guint64 size;
} FoundFile;

static void
found_file_free (FoundFile *file)
{
  g_free (file->name);
  g_free (file);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const FoundFile *const *left = a;
  const FoundFile *const *right = b;

  return ys_bag_compare_names ((*left)->name, (*right)->name);
}

static void
refuse (Walk *walk, const char *name, const char *rule)
{
  g_autofree char *shown = ys_text_from_filename (name);

  if (ys_faults_get_n (walk->faults) < MAX_FAULTS)
    ys_faults_add (walk->faults, YS_ERROR_BAG_EXTRA, shown, 0, NULL,
                   _ ("\"%s\" does not belong to the package: %s."), shown, rule);
}

static gboolean walk_folder (Walk *walk, int parent, const char *base, const char *path, GError **error);

static gboolean
is_known_folder (const char *path)
{
  return strcmp (path, "data") == 0 || strcmp (path, "data/schema") == 0
         || strcmp (path, "data/evidence") == 0;
}

static gboolean
visit (Walk *walk, int directory, const char *base, const char *path, GError **error)
{
  struct stat status;

  if (fstatat (directory, base, &status, AT_SYMLINK_NOFOLLOW) != 0)
    {
      ys_set_error_from_errno (error, errno, path, _ ("Reading the folder of the package"));
      return FALSE;
    }
  if (S_ISDIR (status.st_mode))
    {
      if (is_known_folder (path))
        return walk_folder (walk, directory, base, path, error);
      refuse (walk, path, _ ("no rule names such a folder"));
    }
  else if (!S_ISREG (status.st_mode))
    refuse (walk, path, S_ISLNK (status.st_mode) ? _ ("it is a link") : _ ("it is not a regular file"));
  else if (ys_bag_is_system_file (base))
    g_ptr_array_add (walk->ignored, g_strdup (path));
  else if (ys_bag_role_of (path) == YS_BAG_UNKNOWN)
    refuse (walk, path, ys_bag_explain_unknown (path));
  else
    {
      FoundFile *file = g_new0 (FoundFile, 1);

      file->name = g_strdup (path);
      file->size = (guint64)status.st_size;
      g_ptr_array_add (walk->found, file);
    }
  return TRUE;
}

static gboolean
walk_entries (Walk *walk, DIR *folder, const char *path, GError **error)
{
  const struct dirent *entry;

  /* One stream is read by one thread, which glibc's readdir() allows. */
  /* cppcheck-suppress readdirCalled */
  while (errno = 0, (entry = readdir (folder)) != NULL)
    {
      g_autofree char *child = NULL;

      if (strcmp (entry->d_name, ".") == 0 || strcmp (entry->d_name, "..") == 0)
        continue;
      child = *path == '\0' ? g_strdup (entry->d_name) : g_strconcat (path, "/", entry->d_name, NULL);
      if (!visit (walk, dirfd (folder), entry->d_name, child, error))
        return FALSE;
      if (walk->found->len > YS_ZIP_MAX_ENTRIES || walk->ignored->len > MAX_FAULTS)
        {
          ys_set_error (error, YS_ERROR_TOO_LARGE, NULL, _ ("The folder holds more files than any package."));
          return FALSE;
        }
    }
  if (errno == 0)
    return TRUE;
  ys_set_error_from_errno (error, errno, path, _ ("Reading the folder of the package"));
  return FALSE;
}

static gboolean
walk_folder (Walk *walk, int parent, const char *base, const char *path, GError **error)
{
  int fd = openat (parent, base, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  DIR *folder = fd >= 0 ? fdopendir (fd) : NULL;
  gboolean done;

  if (folder == NULL)
    {
      ys_set_error_from_errno (error, errno, path, _ ("Reading the folder of the package"));
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  done = walk_entries (walk, folder, path, error);
  closedir (folder);
  return done;
}

/* What the source needs to open its files later. */
typedef struct
{
  GPtrArray *found;
  int directory;
} FolderFiles;

static void
folder_files_free (gpointer data)
{
  FolderFiles *files = data;

  g_ptr_array_unref (files->found);
  g_free (files);
}

static int
open_found (guint index, gpointer user_data, GError **error)
{
  FolderFiles *files = user_data;
  const FoundFile *file = g_ptr_array_index (files->found, index);

  return ys_bag_folder_open_file (files->directory, file->name, error);
}

YsBagSource *
ys_bag_folder_open (int directory, GPtrArray *ignored, YsFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)found_file_free);
  Walk walk = { found, ignored, faults };
  FolderFiles *files;
  YsBagSource *source;

  if (!walk_folder (&walk, directory, ".", "", error))
    return NULL;
  g_ptr_array_sort (found, compare_found);
  files = g_new0 (FolderFiles, 1);
  files->found = g_ptr_array_ref (found);
  files->directory = directory;
  source = ys_bag_source_new (open_found, files, folder_files_free);
  for (guint i = 0; i < found->len; i++)
    {
      const FoundFile *file = g_ptr_array_index (found, i);

      ys_bag_source_add (source, file->name, file->size);
    }
  return source;
}

int
ys_bag_folder_open_file (int directory, const char *name, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  struct stat status;
  int at = directory;
  int fd = -1;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean last = parts[i + 1] == NULL;

      /* O_NONBLOCK: a FIFO put here since the listing must not hold us. */
      fd = openat (at, parts[i],
                   O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | (last ? 0 : O_DIRECTORY));
      if (at != directory)
        close (at);
      at = fd;
      if (fd < 0)
        {
          ys_set_error_from_errno (error, errno, name, _ ("Opening a file of the package"));
          return -1;
        }
    }
  if (fd >= 0 && fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    return fd;
  if (fd >= 0)
    close (fd);
  ys_set_error (error, YS_ERROR_BAG_EXTRA, name, _ ("\"%s\" is not a regular file any more."), name);
  return -1;
}
