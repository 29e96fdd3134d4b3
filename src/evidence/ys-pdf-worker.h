/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One confined worker process as its client sees it: started with nothing but its descriptors, asked one
 * thing at a time, bounded in time and in what it may say, ended for sure. Private to src/evidence. */
#pragma once

#include "ys-confine.h"
#include "worker/ys-pdf-protocol.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YsPdfWorker YsPdfWorker;

/* What a worker said to one request. @data: the used part of the buffer, copied before anyone looks at it,
 * since a hostile worker may go on writing; NULL where @answer.length is 0. */
typedef struct
{
  YsPdfAnswer answer;
  GBytes *data;
} YsPdfReply;

void ys_pdf_reply_clear (YsPdfReply *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsPdfReply, ys_pdf_reply_clear)

/* Starts a worker on @document_fd (a regular file, opened for reading; not taken) and waits for its first
 * word.
 * @name is for messages. Blocks, at most the page limit. */
YsPdfWorker *ys_pdf_worker_new (int document_fd, const char *name, GCancellable *cancellable, GError **error);
/* Kills it without waiting for its end; it is only good for ys_pdf_worker_free() then. */
void ys_pdf_worker_kill (YsPdfWorker *self);
/* Kills and reaps it: may wait until the kernel has taken back its memory. */
void ys_pdf_worker_free (YsPdfWorker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPdfWorker, ys_pdf_worker_free)

/* Asks @request (magic and serial are filled in) and waits for the answer, at most 10 s. FALSE where the
 * worker died, was killed for taking too long, answered garbage, or @cancellable was cancelled: it is then of
 * no more use. A refusal inside an answer is not an error here. Blocks. */
gboolean ys_pdf_worker_call (YsPdfWorker *self, YsPdfRequest *request, YsPdfReply *reply,
                             GCancellable *cancellable, GError **error);

/* FALSE once a call has failed, and when it has used so much of its lifetime that it should be replaced. */
gboolean ys_pdf_worker_is_usable (const YsPdfWorker *self);
/* Whether the failed call was given up for its time: trying again would only take as long again. */
gboolean ys_pdf_worker_timed_out (const YsPdfWorker *self);
YsConfineReport ys_pdf_worker_get_confinement (const YsPdfWorker *self);
/* The program: $YANSHOU_PDF, else the installed one. */
const char *ys_pdf_worker_get_path (void);

/* For tests: the limit for one call, in milliseconds; 0 = the normal 10 s. */
void ys_pdf_worker_set_time_limit (guint milliseconds);

G_END_DECLS
