/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling files by content: a handful of magic bytes, and for zips the names in them. Nothing is unpacked. */
#include "ys-file-kind.h"

#include "ys-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define LOOK_AT ((gsize)64 * 1024)
/* Viewers accept the header within the first 1,024 bytes (case 50 of the facts). */
#define PDF_HEADER_WITHIN 1024

typedef struct
{
  const char *bytes;
  gsize length;
  YsFileKind kind;
} Magic;

#define MAGIC(text, kind)                        \
  {                                              \
    text, sizeof (text) - 1, YS_FILE_KIND_##kind \
  }

static const Magic beginnings[] = {
  MAGIC ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", OLD_OFFICE),
  MAGIC ("\x89PNG\r\n\x1a\n", IMAGE),
  MAGIC ("\xFF\xD8\xFF", IMAGE),
  MAGIC ("GIF8", IMAGE),
  MAGIC ("II*\0", IMAGE),
  MAGIC ("MM\0*", IMAGE),
  MAGIC ("BM", IMAGE),
  MAGIC ("RIFF", IMAGE),
  MAGIC ("Rar!", ARCHIVE),
  MAGIC ("7z\xBC\xAF\x27\x1C", ARCHIVE),
  MAGIC ("{\\rtf", RTF),
};

/* Names of entries that only this kind of zip has. */
static const Magic zip_names[] = {
  MAGIC ("OFD.xml", OFD),
  MAGIC ("word/document.xml", WORD),
  MAGIC ("xl/workbook", SHEET),
  MAGIC ("ppt/presentation.xml", SLIDES),
  MAGIC ("mimetypeapplication/vnd.oasis.opendocument", OPEN_DOCUMENT),
};

static gboolean
contains (const char *data, gsize length, const Magic *magic)
{
  return memmem (data, length, magic->bytes, magic->length) != NULL;
}

static YsFileKind
tell_zip (int fd, const char *head, gsize length)
{
  g_autofree char *tail = g_malloc (LOOK_AT);
  off_t end = lseek (fd, 0, SEEK_END);
  gssize got = pread (fd, tail, LOOK_AT, MAX (end - (off_t)LOOK_AT, 0));

  for (gsize i = 0; i < G_N_ELEMENTS (zip_names); i++)
    {
      if (contains (head, length, &zip_names[i]) || (got > 0 && contains (tail, (gsize)got, &zip_names[i])))
        return zip_names[i].kind;
    }
  return YS_FILE_KIND_ZIP;
}

static gboolean
looks_like_html (const char *head, gsize length)
{
  static const char *const words[] = { "<!doctype html", "<html", "<head", "<body" };
  g_autofree char *start = g_ascii_strdown (head, (gssize)MIN (length, PDF_HEADER_WITHIN));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strstr (start, words[i]))
        return TRUE;
    }
  return FALSE;
}

/* No control characters save those of text; the bytes may be UTF-8 or GB18030. */
static gboolean
looks_like_text (const char *head, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar)head[i];
      if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f')
        return FALSE;
    }
  return TRUE;
}

YsFileKind
ys_file_kind_of_fd (int fd)
{
  g_autofree char *head = g_malloc0 (LOOK_AT + 1);
  gssize got = pread (fd, head, LOOK_AT, 0);
  const Magic pdf = MAGIC ("%PDF-", PDF);
  gsize length;

  if (got <= 0)
    return got == 0 ? YS_FILE_KIND_EMPTY : YS_FILE_KIND_UNKNOWN;
  length = (gsize)got;
  if (length >= 4 && memcmp (head, "PK\3\4", 4) == 0)
    return tell_zip (fd, head, length);
  if (contains (head, MIN (length, PDF_HEADER_WITHIN + pdf.length), &pdf))
    return YS_FILE_KIND_PDF;
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (length >= beginnings[i].length && memcmp (head, beginnings[i].bytes, beginnings[i].length) == 0)
        return beginnings[i].kind;
    }
  if (looks_like_html (head, length))
    return YS_FILE_KIND_HTML;
  return looks_like_text (head, length) ? YS_FILE_KIND_TEXT : YS_FILE_KIND_UNKNOWN;
}

static const char *
describe (YsFileKind kind)
{
  switch (kind)
    {
    case YS_FILE_KIND_EMPTY:
      return _ ("This file is empty; copy it again from its source");
    case YS_FILE_KIND_OFD:
      return _ ("This is an OFD document, not a PDF; open it in an OFD reader and save it as PDF there");
    case YS_FILE_KIND_WORD:
      return _ ("This is a Word document, not a PDF; open it in Word or WPS and export it as PDF");
    case YS_FILE_KIND_SHEET:
      return _ ("This is a workbook, not a PDF; open it in Excel or WPS and export it as PDF");
    case YS_FILE_KIND_SLIDES:
      return _ ("This is a presentation, not a PDF; open it in PowerPoint or WPS and export it as PDF");
    case YS_FILE_KIND_OPEN_DOCUMENT:
      return _ ("This is an OpenDocument file, not a PDF; open it in its program and export it as PDF");
    case YS_FILE_KIND_OLD_OFFICE:
      return _ (
          "This is an old Word, Excel or WPS file, not a PDF; open it in Word or WPS and export it as PDF");
    case YS_FILE_KIND_ZIP:
    case YS_FILE_KIND_ARCHIVE:
      return _ ("This is an archive, not a PDF; unpack it and choose the PDFs inside");
    case YS_FILE_KIND_IMAGE:
      return _ (
          "This is a picture, not a PDF; put it into a document and export that as PDF, or scan to PDF");
    case YS_FILE_KIND_HTML:
      return _ ("This is a web page, not a PDF; open it in a browser and print it to PDF");
    case YS_FILE_KIND_RTF:
    case YS_FILE_KIND_TEXT:
      return _ ("This is a text file, not a PDF; open it in Word or WPS and export it as PDF");
    case YS_FILE_KIND_PDF:
    case YS_FILE_KIND_UNKNOWN:
    default:
      return _ ("This file is not a PDF");
    }
}

gboolean
ys_file_kind_require_pdf (int fd, const char *name, GError **error)
{
  YsFileKind kind = ys_file_kind_of_fd (fd);

  if (kind == YS_FILE_KIND_PDF)
    return TRUE;
  ys_set_error (error, YS_ERROR_NOT_PDF, name, "%s", describe (kind));
  return FALSE;
}
