/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain records of what a PDF is: the document, its pages, pictures of pages and files inside it. */
#pragma once

#include "ys-pdf-flags.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * YsPdfInfo: the document as a whole.
 * @title: (nullable): the title inside the PDF, one clean line
 * @n_pages: at least 1
 * @n_attachments: files inside
 * @inspected: whether ys_pdf_document_inspect() has been through all pages; only then is what is marked with
 *   a star in YsPdfFlags complete
 * @n_bad_pages: pages that cannot be read
 */
typedef struct
{
  char *title;
  guint n_pages, n_attachments;
  YsPdfFlags flags;
  gboolean inspected;
  guint n_bad_pages;
} YsPdfInfo;

YsPdfInfo *ys_pdf_info_copy (const YsPdfInfo *self);
void ys_pdf_info_free (YsPdfInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPdfInfo, ys_pdf_info_free)
/* Translated sentences, one for each restriction or danger, ready to show; NULL-terminated, empty if there is
 * none. */
char **ys_pdf_info_dup_remarks (const YsPdfInfo *self);

/* A rectangle on a page in points (1/72 inch), origin top left, the page as it is shown (turned, cropped). */
typedef struct
{
  float x1, y1, x2, y2;
} YsPdfFrame;

/* @label: the printed page number, equal to index + 1 where the PDF names none. */
typedef struct
{
  float width, height;
  char *label;
} YsPdfPage;

/* A picture of (part of) a page: @pixels are rows of @stride bytes, premultiplied ARGB32 in host order,
 * opaque. */
typedef struct
{
  guint width, height, stride;
  GBytes *pixels;
  gboolean fonts_missing; /* a font or poppler-data is missing on this computer; words may be absent */
  gboolean maps_missing;  /* it is poppler-data */
} YsPdfPicture;

YsPdfPicture *ys_pdf_picture_copy (const YsPdfPicture *self); /* shares the pixels */
void ys_pdf_picture_free (YsPdfPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPdfPicture, ys_pdf_picture_free)

/* One file inside a PDF; @name is clean text for display, never a path to use. */
typedef struct
{
  char *name;
  guint64 size;
} YsPdfAttachment;

void ys_pdf_attachment_free (YsPdfAttachment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPdfAttachment, ys_pdf_attachment_free)

#define YS_TYPE_PDF_INFO (ys_pdf_info_get_type ())
GType ys_pdf_info_get_type (void);
#define YS_TYPE_PDF_PICTURE (ys_pdf_picture_get_type ())
GType ys_pdf_picture_get_type (void);

G_END_DECLS
