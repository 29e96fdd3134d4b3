/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One PDF, read by a confined worker process: pages, pictures, text, files inside. No function here runs a
 * line of a PDF library in this process; the asynchronous ones never block, the others do and may be called
 * in any thread. */
#pragma once

#include "ys-confine.h"
#include "ys-pdf-info.h"
#include "ys-pdf-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define YS_TYPE_PDF_DOCUMENT (ys_pdf_document_get_type ())
G_DECLARE_FINAL_TYPE (YsPdfDocument, ys_pdf_document, YS, PDF_DOCUMENT, GObject)

/* Errors of all functions below: NOT_PDF (told by content), PDF_BROKEN, PDF_PASSWORD, PDF_ENCRYPTION,
 * PDF_LIMIT (time or memory), TOO_LARGE, PDF_WORKER (the worker died of it; the next call starts another),
 * CONFINEMENT, CANCELLED, and those of the machine. */

/* @fd: a regular file opened for reading only; duplicated. @name: for messages, any bytes. Looks at the
 * beginning of the file: what is not a PDF is refused here, by its content. */
YsPdfDocument *ys_pdf_document_new_for_fd (int fd, const char *name, GError **error);
YsPdfDocument *ys_pdf_document_new_for_path (const char *path, GError **error);

/* Opens with @password (nullable). It is kept in memory while the object lives, to open again after a worker
 * died, and nowhere else. To be called once with success before anything below; again with another password
 * after a refusal. */
gboolean ys_pdf_document_open (YsPdfDocument *self, const char *password, GCancellable *cancellable,
                               GError **error);
void ys_pdf_document_open_async (YsPdfDocument *self, const char *password, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean ys_pdf_document_open_finish (YsPdfDocument *self, GAsyncResult *result, GError **error);

/* What is known up to now; NULL before opening. Free with ys_pdf_info_free(). */
YsPdfInfo *ys_pdf_document_dup_info (YsPdfDocument *self);
/* Goes through all pages: actions, forms, pages that can't be read; completes the info. */
YsPdfInfo *ys_pdf_document_inspect (YsPdfDocument *self, GCancellable *cancellable, GError **error);
void ys_pdf_document_inspect_async (YsPdfDocument *self, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
YsPdfInfo *ys_pdf_document_inspect_finish (YsPdfDocument *self, GAsyncResult *result, GError **error);

/* Size and label of every page: array of YsPdfPage. A page that can't be read has no size. */
GPtrArray *ys_pdf_document_load_pages (YsPdfDocument *self, GCancellable *cancellable, GError **error);
void ys_pdf_document_load_pages_async (YsPdfDocument *self, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *ys_pdf_document_load_pages_finish (YsPdfDocument *self, GAsyncResult *result, GError **error);

/**
 * YsPdfView: which part of which page, how large, and how turned.
 * @page: index from 0
 * @rotation: 0, 90, 180 or 270 degrees clockwise, beside the page's own
 * @scale: pixels for a point (1/72 inch)
 * @x, @y: where the picture begins in the scaled and turned page
 * @width, @height: of the picture in pixels; at most 16 million together
 */
typedef struct
{
  guint page, rotation;
  double scale;
  int x, y;
  guint width, height;
} YsPdfView;

/* The whole page of @width × @height points; the scale is lowered where the picture would be too large. */
void ys_pdf_view_init_page (YsPdfView *view, guint page, float width, float height, double scale,
                            guint rotation);

YsPdfPicture *ys_pdf_document_render (YsPdfDocument *self, const YsPdfView *view, GCancellable *cancellable,
                                      GError **error);
/* @priority: as in GLib; what is on screen before thumbnails before indexing. Cancelled while it waits, it is
 * never begun; cancelled in the middle, it ends within moments. */
void ys_pdf_document_render_async (YsPdfDocument *self, const YsPdfView *view, int priority,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
YsPdfPicture *ys_pdf_document_render_finish (YsPdfDocument *self, GAsyncResult *result, GError **error);

YsPdfText *ys_pdf_document_load_text (YsPdfDocument *self, guint page, GCancellable *cancellable,
                                      GError **error);
void ys_pdf_document_load_text_async (YsPdfDocument *self, guint page, int priority,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
YsPdfText *ys_pdf_document_load_text_finish (YsPdfDocument *self, GAsyncResult *result, GError **error);

/* The files inside: array of YsPdfAttachment. */
GPtrArray *ys_pdf_document_list_attachments (YsPdfDocument *self, GCancellable *cancellable, GError **error);
void ys_pdf_document_list_attachments_async (YsPdfDocument *self, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *ys_pdf_document_list_attachments_finish (YsPdfDocument *self, GAsyncResult *result,
                                                    GError **error);
/* The content of one of them as a nameless file in memory, to be read from its start; -1 on error. At most
 * 512 MB. */
int ys_pdf_document_extract (YsPdfDocument *self, guint attachment, GCancellable *cancellable,
                             GError **error);
void ys_pdf_document_extract_async (YsPdfDocument *self, guint attachment, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
int ys_pdf_document_extract_finish (YsPdfDocument *self, GAsyncResult *result, GError **error);

/* For the diagnosis page: starts a worker and says how it is confined. */
gboolean ys_pdf_probe (YsConfineReport *report, GError **error);
/* The program that is started as worker. */
const char *ys_pdf_get_worker_path (void);
/* Ends idle workers; at the end of the program. */
void ys_pdf_shut_down (void);

G_END_DECLS
