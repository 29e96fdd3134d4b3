/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of named files that may be a bag, read the same way whether they lie in a zip, in a folder, or are
 * handed over by another process one descriptor at a time. */
#pragma once

#include <gio/gio.h>

#include "ys-zip-reader.h"
#include "ys-zip-writer.h"

G_BEGIN_DECLS

/* @name: relative to the package's folder; @offset: in the descriptor that opening gives. */
typedef struct
{
  char *name;
  guint64 size;
  guint64 offset;
  gboolean has_crc;
  guint32 crc;
} YsBagFile;

typedef struct _YsBagSource YsBagSource;

/* Opens file @index for reading; the source closes the descriptor. -1 with @error. */
typedef int (*YsBagOpenFunc) (guint index, gpointer user_data, GError **error);

/* The entries of @reader, read from @fd; both stay the caller's and must outlive the source. */
YsBagSource *ys_bag_source_new_for_zip (const YsZipReader *reader, int fd);
/* Files that @open opens. Add them with ys_bag_source_add(). */
YsBagSource *ys_bag_source_new (YsBagOpenFunc open, gpointer user_data, GDestroyNotify destroy);
void ys_bag_source_add (YsBagSource *self, const char *name, guint64 size);
void ys_bag_source_free (YsBagSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsBagSource, ys_bag_source_free)

guint ys_bag_source_get_n (const YsBagSource *self);
const YsBagFile *ys_bag_source_get (const YsBagSource *self, guint index);
/* Index of @name, -1 if absent. */
int ys_bag_source_find (const YsBagSource *self, const char *name);
guint64 ys_bag_source_get_total_size (const YsBagSource *self);

/* A descriptor for file @index, whose content begins at its `offset`; give it back with
 * ys_bag_source_close(). */
int ys_bag_source_open (YsBagSource *self, guint index, GError **error);
void ys_bag_source_close (YsBagSource *self, int fd);

/* The content of @index; refused with TOO_LARGE above @limit. */
GBytes *ys_bag_source_read (YsBagSource *self, guint index, guint64 limit, GError **error);
/* SHA-256 of the content of @index (full); compares the CRC-32 where the archive states one (ZIP_DAMAGED).
 * @progress (nullable) hears of the bytes read. */
char *ys_bag_source_hash (YsBagSource *self, guint index, YsZipProgress progress, gpointer user_data,
                          GCancellable *cancellable, GError **error);

G_END_DECLS
