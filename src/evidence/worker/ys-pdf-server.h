/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The operations of the PDF worker on its one document: each fills an answer and, where more is to be said,
 * the shared buffer. */
#pragma once

#include "ys-pdf-protocol.h"

#include <poppler.h>

G_BEGIN_DECLS

/* Under a name of our own: later poppler-glib defines the cleanup of its types itself. */
typedef PopplerPage YsPopplerPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPopplerPage, g_object_unref)

typedef struct
{
  PopplerDocument *document; /* NULL until opened */
  int n_pages;
  guint8 *buffer; /* YS_PDF_BUFFER_SIZE bytes, shared with the client */
} YsPdfServer;

void ys_pdf_server_open (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer);
void ys_pdf_server_pages (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer);
void ys_pdf_server_render (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer);
void ys_pdf_server_text (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer);
/* In ys-pdf-server-inspect.c. */
void ys_pdf_server_inspect (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer);
void ys_pdf_server_attachments (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer);
void ys_pdf_server_extract (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer);

/* Copies @text into a field of @size bytes, cut at a character, always terminated; "" for NULL or no UTF-8.
 */
void ys_pdf_server_copy_text (char *field, gsize size, const char *text);

G_END_DECLS
