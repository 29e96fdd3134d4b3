/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Content first, then its header by pwrite(), since the header holds the CRC; directory and end record last.
 * The records come from ys-zip-record, as the gate's do. */
#include "ys-zip-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "ys-error.h"
#include "ys-zip-reader.h"

#define BLOCK (256 * 1024)

struct _YsZipWriter
{
  GPtrArray *entries; /* YsZipEntry */
  guint8 *block;
  YsZipProgress progress;
  gpointer progress_data;
  guint64 offset;
  guint64 central_size;
  int fd;
};

YsZipWriter *
ys_zip_writer_new (int fd)
{
  YsZipWriter *self = g_new0 (YsZipWriter, 1);

  self->fd = fd;
  self->block = g_malloc (BLOCK);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_zip_entry_free);
  return self;
}

void
ys_zip_writer_free (YsZipWriter *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self->block);
  g_free (self);
}

void
ys_zip_writer_set_progress (YsZipWriter *self, YsZipProgress progress, gpointer user_data)
{
  self->progress = progress;
  self->progress_data = user_data;
}

gboolean
ys_zip_write_all (int fd, guint64 offset, const void *data, gsize length, GError **error)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n = pwrite (fd, (const char *)data + done, length - done, (off_t)(offset + done));

      if (n > 0)
        done += (gsize)n;
      else if (n == 0 || errno != EINTR)
        {
          ys_set_error_from_errno (error, n == 0 ? ENOSPC : errno, NULL, _ ("Writing the package"));
          return FALSE;
        }
    }
  return TRUE;
}

/* Checks name and limits before a byte of the entry is written. */
static YsZipEntry *
begin_entry (YsZipWriter *self, const char *name, guint64 size, GError **error)
{
  const char *rule = ys_zip_name_check (name, strlen (name));
  guint64 after = self->offset + YS_ZIP_LOCAL_LENGTH + strlen (name) + size + self->central_size
                  + YS_ZIP_CENTRAL_LENGTH + strlen (name) + YS_ZIP_END_LENGTH;
  YsZipEntry *entry;

  if (rule != NULL)
    {
      ys_set_error (error, YS_ERROR_VALUE, name, _ ("\"%s\" cannot go into a package: %s."), name, rule);
      return NULL;
    }
  if (size > YS_ZIP_MAX_SIZE || after > YS_ZIP_MAX_SIZE || self->entries->len == YS_ZIP_MAX_ENTRIES)
    {
      ys_set_error (error, YS_ERROR_TOO_LARGE, name,
                    _ ("A package must stay below 4 GiB and below 65,535 files."));
      return NULL;
    }
  entry = g_new0 (YsZipEntry, 1);
  entry->name = g_strdup (name);
  entry->size = (guint32)size;
  entry->header_offset = (guint32)self->offset;
  entry->data_offset = self->offset + YS_ZIP_LOCAL_LENGTH + strlen (name);
  g_ptr_array_add (self->entries, entry);
  self->central_size += YS_ZIP_CENTRAL_LENGTH + strlen (name);
  return entry;
}

static gboolean
end_entry (YsZipWriter *self, YsZipEntry *entry, guint32 crc, GError **error)
{
  guint8 header[YS_ZIP_LOCAL_LENGTH];

  entry->crc = crc;
  ys_zip_record_local (entry, header);
  self->offset = entry->data_offset + entry->size;
  return ys_zip_write_all (self->fd, entry->header_offset, header, sizeof header, error)
         && ys_zip_write_all (self->fd, entry->header_offset + sizeof header, entry->name,
                              strlen (entry->name), error);
}

static void
report (YsZipWriter *self, guint64 bytes)
{
  if (self->progress != NULL)
    self->progress (bytes, self->progress_data);
}

gboolean
ys_zip_writer_add_bytes (YsZipWriter *self, const char *name, GBytes *content, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  YsZipEntry *entry = begin_entry (self, name, size, error);

  if (entry == NULL || !ys_zip_write_all (self->fd, entry->data_offset, data, size, error))
    return FALSE;
  report (self, size);
  return end_entry (self, entry, (guint32)crc32_z (crc32 (0, NULL, 0), data, size), error);
}

gboolean
ys_zip_writer_add_fd (YsZipWriter *self, const char *name, int source, guint64 offset, guint64 size,
                      YsDigest *digest, GCancellable *cancellable, GError **error)
{
  YsZipEntry *entry = begin_entry (self, name, size, error);
  uLong crc = crc32 (0, NULL, 0);

  if (entry == NULL)
    return FALSE;
  for (guint64 done = 0; done < size;)
    {
      gsize n = (gsize)MIN (size - done, (guint64)BLOCK);

      if (g_cancellable_is_cancelled (cancellable))
        {
          ys_set_error (error, YS_ERROR_CANCELLED, NULL, _ ("Writing the package was cancelled."));
          return FALSE;
        }
      if (!ys_zip_read_exactly (source, offset + done, self->block, n, name, error)
          || !ys_zip_write_all (self->fd, entry->data_offset + done, self->block, n, error))
        return FALSE;
      crc = crc32 (crc, self->block, (uInt)n);
      if (digest != NULL)
        ys_digest_update (digest, self->block, n);
      done += n;
      report (self, n);
    }
  return end_entry (self, entry, (guint32)crc, error);
}

gboolean
ys_zip_writer_finish (YsZipWriter *self, GError **error)
{
  g_autoptr (GByteArray) directory = g_byte_array_sized_new ((guint)self->central_size + YS_ZIP_END_LENGTH);
  guint8 end[YS_ZIP_END_LENGTH];

  for (guint i = 0; i < self->entries->len; i++)
    {
      const YsZipEntry *entry = g_ptr_array_index (self->entries, i);
      guint8 record[YS_ZIP_CENTRAL_LENGTH];

      ys_zip_record_central (entry, record);
      g_byte_array_append (directory, record, sizeof record);
      g_byte_array_append (directory, (const guint8 *)entry->name, (guint)strlen (entry->name));
    }
  ys_zip_record_end (self->entries->len, (guint32)self->offset, directory->len, end);
  g_byte_array_append (directory, end, sizeof end);
  return ys_zip_write_all (self->fd, self->offset, directory->data, directory->len, error);
}
