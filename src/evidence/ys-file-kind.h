/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, told by its content and never by its name: people name anything .pdf. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YS_FILE_KIND_UNKNOWN,
  YS_FILE_KIND_EMPTY,
  YS_FILE_KIND_PDF,
  YS_FILE_KIND_OFD,
  YS_FILE_KIND_WORD,
  YS_FILE_KIND_SHEET,
  YS_FILE_KIND_SLIDES,
  YS_FILE_KIND_OPEN_DOCUMENT,
  YS_FILE_KIND_OLD_OFFICE, /* .doc, .xls, .ppt, .wps, .et: all one container */
  YS_FILE_KIND_ZIP,
  YS_FILE_KIND_ARCHIVE, /* RAR, 7z */
  YS_FILE_KIND_IMAGE,
  YS_FILE_KIND_HTML,
  YS_FILE_KIND_RTF,
  YS_FILE_KIND_TEXT,
} YsFileKind;

/* Reads the beginning (and, of a zip, the end) with pread. A PDF may have up to 1,024 bytes before its
 * header. */
YsFileKind ys_file_kind_of_fd (int fd);
/* FALSE with NOT_PDF and a sentence that says what it is and what to do instead. @name for messages. */
gboolean ys_file_kind_require_pdf (int fd, const char *name, GError **error);

G_END_DECLS
