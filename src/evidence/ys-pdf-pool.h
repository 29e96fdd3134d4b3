/* SPDX-License-Identifier: GPL-3.0-or-later */
/* At most two workers alive for the whole program, lent to one call at a time; a dead or worn one is
 * replaced. Private to src/evidence. */
#pragma once

#include "ys-pdf-worker.h"

G_BEGIN_DECLS

/* Who a worker belongs to: a document, its descriptor, and the password it was opened with. */
typedef struct
{
  gconstpointer document; /* only compared */
  int fd;
  const char *name;
  const char *password; /* nullable */
} YsPdfTenant;

/* Asks @request of a worker on @tenant's document: one that has it open, else a new one, which opens it
 * first. Where a worker that had served before dies of it, the call is tried once more in a fresh one. An
 * answer whose status is not OK is turned into an error. Blocks while both workers are busy with others; any
 * thread. */
gboolean ys_pdf_pool_call (const YsPdfTenant *tenant, YsPdfRequest *request, YsPdfReply *reply,
                           GCancellable *cancellable, GError **error);
/* Ends the idle workers of @document; without blocking the caller. */
void ys_pdf_pool_leave (gconstpointer document);
/* Ends all idle workers now: at the end of the program, and between tests. */
void ys_pdf_pool_shut_down (void);
/* Process ids of the living workers, for tests that look after them. */
guint ys_pdf_pool_get_n_alive (void);

/* Runs @job with @data in one of two threads, higher @priority (smaller number, as in GLib) first, then in
 * order. */
typedef void (*YsPdfJob) (gpointer data);
void ys_pdf_pool_queue (YsPdfJob job, gpointer data, int priority);

/* Sets @error for an answer whose status is not OK. */
void ys_pdf_set_error_from_status (const YsPdfReply *reply, const YsPdfRequest *request, const char *name,
                                   gboolean had_password, GError **error);

G_END_DECLS
