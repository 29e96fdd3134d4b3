/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The insides of YsPdfWorker, shared by the file that starts one and the file that talks with it. */
#pragma once

#include "ys-pdf-worker.h"

G_BEGIN_DECLS

/* A worker that had this much in memory when it died most probably died of it (its address space ends at 1
 * GiB). */
#define YS_PDF_MEMORY_SUSPECT_KIB (700L * 1024)

struct _YsPdfWorker
{
  char *name;
  GPid pid; /* 0 once it is ended and reaped */
  int socket_fd, complaint_fd, buffer_fd;
  gboolean complaint_open, timed_out;
  void *buffer; /* mapped for reading */
  guint32 serial;
  guint64 cpu_microseconds;
  YsConfineReport confinement;
  gsize complaint_bytes; /* of the present call */
  char complaints[4096]; /* their beginning, NUL-terminated */
};

gboolean ys_pdf_worker_finish_call (YsPdfWorker *self, YsPdfReply *reply, GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
