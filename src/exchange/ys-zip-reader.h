/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canonical gate: opens a zip only if it has exactly the bytes that ys-zip-writer would have written
 * around the same files. Everything is read by pread(); the descriptor's position is untouched. */
#pragma once

#include "ys-error.h"
#include "ys-zip-record.h"

G_BEGIN_DECLS

typedef struct _YsZipReader YsZipReader;

/**
 * ys_zip_reader_open: passes the archive on @fd (a regular file; stays the caller's and must outlive the
 * reader) through the gate.
 *
 * Rules (packages.md, Container): local headers tile the file from byte 0, the directory follows, the end
 * record ends the file; central records equal local headers; method 0; no extra fields, comments,
 * descriptors, encryption, zip64; fixed date and mode; names in the closed grammar of ys_zip_name_check(),
 * all under one folder, none twice (nor twice but for case), no file that is also a folder; 1 to 65,534
 * entries, below 4 GiB. The content's CRC is not read here; ys_bag_source_hash() compares it while it hashes.
 *
 * Returns: the reader, or NULL with ZIP_DAMAGED (cut, overwritten), ZIP_NOT_CANONICAL (another program's zip,
 * or no zip at all) or a machine's error. The message names entry, offset and rule.
 */
YsZipReader *ys_zip_reader_open (int fd, GError **error);

/**
 * ys_zip_reader_open_damaged: reads local headers from byte 0 as far as they are canonical and lie wholly in
 * the file, and no further; never fails but for a machine's error. What it finds may only fill a receipt that
 * says that it is not reliable.
 */
YsZipReader *ys_zip_reader_open_damaged (int fd, GError **error);

void ys_zip_reader_free (YsZipReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsZipReader, ys_zip_reader_free)

guint ys_zip_reader_get_n (const YsZipReader *self);
/* In the order of the file; owned by @self. */
const YsZipEntry *ys_zip_reader_get (const YsZipReader *self, guint index);
/* The one top folder, without slash; NULL where nothing could be read (damaged). */
const char *ys_zip_reader_get_top (const YsZipReader *self);

/**
 * ys_zip_reader_peek_top: name of the first entry's top folder in any zip, for display only: UTF-8 where the
 * bytes are, else GB18030, else with substitutes. NULL if @fd holds no zip.
 */
char *ys_zip_reader_peek_top (int fd);

/* Reads exactly @length bytes of @fd at @offset, retrying short reads. FALSE with ZIP_DAMAGED at the file's
 * end, IO or another machine's error else; @where names the entry for the message. */
gboolean ys_zip_read_exactly (int fd, guint64 offset, void *buffer, gsize length, const char *where,
                              GError **error);

G_END_DECLS
