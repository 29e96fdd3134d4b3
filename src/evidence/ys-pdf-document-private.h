/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of YsPdfDocument share. Private to src/evidence. */
#pragma once

#include "ys-pdf-document.h"
#include "ys-pdf-pool.h"

G_BEGIN_DECLS

/* The flags that a worker may set; the others are the client's. */
#define YS_PDF_ALL_FOUND (YS_PDF_PASSWORD_USED - 1)

struct _YsPdfDocument
{
  GObject parent_instance;
  char *name;
  char *password; /* wiped when let go */
  YsPdfInfo *info;
  GMutex mutex; /* over password and info */
  int fd;
};

/* Asks a worker on this document; see ys_pdf_pool_call(). */
gboolean ys_pdf_document_call (YsPdfDocument *self, YsPdfRequest *request, YsPdfReply *reply,
                               GCancellable *cancellable, GError **error);
/* For an answer that doesn't fit its question: sets @error and ends the worker, which is not to be believed.
 * NULL. */
gpointer ys_pdf_document_refuse_answer (YsPdfDocument *self, GError **error);

G_END_DECLS
