/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a canonical zip: the three kinds of record and the names they may carry, in one place, so that
 * writer and gate cannot differ. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YS_ZIP_LOCAL_LENGTH 30
#define YS_ZIP_CENTRAL_LENGTH 46
#define YS_ZIP_END_LENGTH 22
#define YS_ZIP_MAX_NAME 200
#define YS_ZIP_MAX_ENTRIES 65534
/* Below 4 GiB, also the limit of FAT32 sticks; 0xffffffff itself would announce zip64. */
#define YS_ZIP_MAX_SIZE G_GUINT64_CONSTANT (0xfffffffe)

/**
 * YsZipEntry: one stored file.
 * @name: as in the archive, "<top>/data/package.xml"
 * @size: bytes; @crc: CRC-32 of them
 * @header_offset: where its local header begins; @data_offset: where its bytes begin
 */
typedef struct
{
  char *name;
  guint32 size;
  guint32 crc;
  guint32 header_offset;
  guint64 data_offset;
} YsZipEntry;

void ys_zip_entry_free (YsZipEntry *self);

/* The one form that each record has; @buffer must hold the record's length. Names follow the fixed part. */
void ys_zip_record_local (const YsZipEntry *entry, guint8 *buffer);
void ys_zip_record_central (const YsZipEntry *entry, guint8 *buffer);
void ys_zip_record_end (guint n_entries, guint32 central_offset, guint32 central_size, guint8 *buffer);

guint16 ys_zip_get_u16 (const guint8 *bytes);
guint32 ys_zip_get_u32 (const guint8 *bytes);

/**
 * ys_zip_name_check: the closed grammar of names: at least two parts of [A-Za-z0-9._-], joined by "/", none
 * of them empty or beginning with a dot, at most YS_ZIP_MAX_NAME bytes.
 *
 * Returns: NULL if @name of @length bytes keeps it, else the rule that it breaks, translated.
 */
const char *ys_zip_name_check (const char *name, gsize length);

/* Bytes of an archive of @n files with @name_bytes bytes of names and @content_bytes of content in all. */
guint64 ys_zip_size_of (guint n, guint64 name_bytes, guint64 content_bytes);

G_END_DECLS
