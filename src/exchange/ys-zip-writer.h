/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a canonical zip: the same files in the same order give the same bytes, whatever the clock, locale,
 * user or umask. Only the content is streamed; nothing is ever compressed. */
#pragma once

#include <gio/gio.h>

#include "ys-id.h"
#include "ys-zip-record.h"

G_BEGIN_DECLS

typedef struct _YsZipWriter YsZipWriter;

/* Called while content is copied, with the bytes written since the last call. */
typedef void (*YsZipProgress) (guint64 bytes, gpointer user_data);

/* Writes to @fd (a regular file, empty, open for reading and writing) from offset 0; @fd stays the caller's.
 */
YsZipWriter *ys_zip_writer_new (int fd);
void ys_zip_writer_free (YsZipWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsZipWriter, ys_zip_writer_free)

void ys_zip_writer_set_progress (YsZipWriter *self, YsZipProgress progress, gpointer user_data);

/* Adds @name with @content. FALSE with TOO_LARGE (4 GiB, 65,534 entries), a machine's error, or VALUE for a
 * name outside the grammar. */
gboolean ys_zip_writer_add_bytes (YsZipWriter *self, const char *name, GBytes *content, GError **error);

/**
 * ys_zip_writer_add_fd: adds @size bytes of @source at @offset as @name.
 * @digest: (nullable): is fed with what was copied, so that the caller can compare
 */
gboolean ys_zip_writer_add_fd (YsZipWriter *self, const char *name, int source, guint64 offset, guint64 size,
                               YsDigest *digest, GCancellable *cancellable, GError **error);

/* Writes directory and end record. The file is not synced. */
gboolean ys_zip_writer_finish (YsZipWriter *self, GError **error);

/* Writes all of @length bytes at @offset. */
gboolean ys_zip_write_all (int fd, guint64 offset, const void *data, gsize length, GError **error);

G_END_DECLS
