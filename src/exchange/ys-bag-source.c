/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One descriptor for all files (zip) or one for each (folder, other process); all reading is by pread(). */
#include "ys-bag-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#define BLOCK (256 * 1024)

struct _YsBagSource
{
  GPtrArray *files; /* YsBagFile */
  YsBagOpenFunc open;
  gpointer open_data;
  GDestroyNotify open_destroy;
  int shared_fd; /* -1: each file has its own */
};

static void
bag_file_free (YsBagFile *file)
{
  g_free (file->name);
  g_free (file);
}

YsBagSource *
ys_bag_source_new (YsBagOpenFunc open, gpointer user_data, GDestroyNotify destroy)
{
  YsBagSource *self = g_new0 (YsBagSource, 1);

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify)bag_file_free);
  self->open = open;
  self->open_data = user_data;
  self->open_destroy = destroy;
  self->shared_fd = -1;
  return self;
}

YsBagSource *
ys_bag_source_new_for_zip (const YsZipReader *reader, int fd)
{
  YsBagSource *self = ys_bag_source_new (NULL, NULL, NULL);

  self->shared_fd = fd;
  for (guint i = 0; i < ys_zip_reader_get_n (reader); i++)
    {
      const YsZipEntry *entry = ys_zip_reader_get (reader, i);
      YsBagFile *file = g_new0 (YsBagFile, 1);

      file->name = g_strdup (strchr (entry->name, '/') + 1);
      file->size = entry->size;
      file->offset = entry->data_offset;
      file->has_crc = TRUE;
      file->crc = entry->crc;
      g_ptr_array_add (self->files, file);
    }
  return self;
}

void
ys_bag_source_add (YsBagSource *self, const char *name, guint64 size)
{
  YsBagFile *file = g_new0 (YsBagFile, 1);

  file->name = g_strdup (name);
  file->size = size;
  g_ptr_array_add (self->files, file);
}

void
ys_bag_source_free (YsBagSource *self)
{
  if (self->open_destroy != NULL)
    self->open_destroy (self->open_data);
  g_ptr_array_unref (self->files);
  g_free (self);
}

guint
ys_bag_source_get_n (const YsBagSource *self)
{
  return self->files->len;
}

const YsBagFile *
ys_bag_source_get (const YsBagSource *self, guint index)
{
  return g_ptr_array_index (self->files, index);
}

int
ys_bag_source_find (const YsBagSource *self, const char *name)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      if (strcmp (ys_bag_source_get (self, i)->name, name) == 0)
        return (int)i;
    }
  return -1;
}

guint64
ys_bag_source_get_total_size (const YsBagSource *self)
{
  guint64 total = 0;

  for (guint i = 0; i < self->files->len; i++)
    total += ys_bag_source_get (self, i)->size;
  return total;
}

int
ys_bag_source_open (YsBagSource *self, guint index, GError **error)
{
  return self->shared_fd >= 0 ? self->shared_fd : self->open (index, self->open_data, error);
}

void
ys_bag_source_close (YsBagSource *self, int fd)
{
  if (fd >= 0 && fd != self->shared_fd)
    close (fd);
}

GBytes *
ys_bag_source_read (YsBagSource *self, guint index, guint64 limit, GError **error)
{
  const YsBagFile *file = ys_bag_source_get (self, index);
  g_autofree guint8 *data = NULL;
  gboolean done;
  int fd;

  if (file->size > limit)
    {
      ys_set_error (error, YS_ERROR_TOO_LARGE, file->name,
                    _ ("\"%s\" has %llu bytes; at most %llu are read."), file->name,
                    (unsigned long long)file->size, (unsigned long long)limit);
      return NULL;
    }
  fd = ys_bag_source_open (self, index, error);
  if (fd < 0)
    return NULL;
  data = g_malloc (file->size + 1);
  done = ys_zip_read_exactly (fd, file->offset, data, file->size, file->name, error);
  ys_bag_source_close (self, fd);
  return done ? g_bytes_new_take (g_steal_pointer (&data), file->size) : NULL;
}

/* Feeds the whole content to @digest and gives its CRC. */
static gboolean
hash_content (const YsBagFile *file, int fd, YsDigest *digest, uLong *crc, YsZipProgress progress,
              gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);

  for (guint64 done = 0; done < file->size;)
    {
      gsize n = (gsize)MIN (file->size - done, (guint64)BLOCK);

      if (g_cancellable_is_cancelled (cancellable))
        {
          ys_set_error (error, YS_ERROR_CANCELLED, NULL, _ ("Checking the package was cancelled."));
          return FALSE;
        }
      if (!ys_zip_read_exactly (fd, file->offset + done, block, n, file->name, error))
        return FALSE;
      ys_digest_update (digest, block, n);
      if (file->has_crc)
        *crc = crc32 (*crc, block, (uInt)n);
      done += n;
      if (progress != NULL)
        progress (n, user_data);
    }
  return TRUE;
}

char *
ys_bag_source_hash (YsBagSource *self, guint index, YsZipProgress progress, gpointer user_data,
                    GCancellable *cancellable, GError **error)
{
  const YsBagFile *file = ys_bag_source_get (self, index);
  g_autoptr (YsDigest) digest = ys_digest_new ();
  uLong crc = crc32 (0, NULL, 0);
  gboolean done;
  int fd = ys_bag_source_open (self, index, error);

  if (fd < 0)
    return NULL;
  done = hash_content (file, fd, digest, &crc, progress, user_data, cancellable, error);
  ys_bag_source_close (self, fd);
  if (!done)
    return NULL;
  if (!file->has_crc || crc == file->crc)
    return ys_digest_finish (digest);
  ys_set_error (error, YS_ERROR_ZIP_DAMAGED, file->name,
                _ ("The content at byte %llu does not fit its check sum."), (unsigned long long)file->offset);
  return NULL;
}
