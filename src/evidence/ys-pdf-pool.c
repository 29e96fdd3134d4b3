/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two workers and the two threads that talk with them. A document whose worker died or was given away
 * gets a new one when it is next asked, without anyone noticing but the clock. */
#include "ys-config.h"

#include "ys-pdf-pool.h"

#include "ys-debug.h"
#include "ys-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_WORKERS 2
/* How often a waiting caller looks whether it was cancelled. */
#define WAIT_MICROSECONDS (50 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  YsPdfWorker *worker; /* owned while idle; NULL while a call has it or the slot is free */
  gconstpointer document;
  gboolean taken;
  gint64 last_used;
} Slot;

static GMutex mutex;
static GCond changed;
static Slot slots[MAX_WORKERS];

/* ---- slots ---- */

/* The best slot for @document: its own idle worker, a free one, the idle one unused for longest; NULL if all
 * are busy. Call with the mutex held. */
static Slot *
choose_slot (gconstpointer document)
{
  Slot *best = NULL;

  for (gsize i = 0; i < MAX_WORKERS; i++)
    {
      Slot *slot = &slots[i];
      if (slot->taken)
        continue;
      if (slot->worker && slot->document == document)
        return slot;
      if (best == NULL || (best->worker && (!slot->worker || slot->last_used < best->last_used)))
        best = slot;
    }
  return best;
}

static Slot *
take_slot (gconstpointer document, GCancellable *cancellable, const char *name, GError **error)
{
  Slot *slot;

  g_mutex_lock (&mutex);
  while ((slot = choose_slot (document)) == NULL && !g_cancellable_is_cancelled (cancellable))
    g_cond_wait_until (&changed, &mutex, g_get_monotonic_time () + WAIT_MICROSECONDS);
  if (slot)
    slot->taken = TRUE;
  g_mutex_unlock (&mutex);
  if (slot == NULL)
    ys_set_error (error, YS_ERROR_CANCELLED, name, _ ("Reading the PDF was cancelled"));
  return slot;
}

/* Gives the slot back with @worker idle in it, or with none. Takes @worker. */
static void
return_slot (Slot *slot, YsPdfWorker *worker, gconstpointer document)
{
  g_mutex_lock (&mutex);
  slot->worker = worker;
  slot->document = document;
  slot->last_used = g_get_monotonic_time ();
  slot->taken = FALSE;
  g_cond_broadcast (&changed);
  g_mutex_unlock (&mutex);
}

/* ---- one call ---- */

/* A new worker on the tenant's document, opened; the answer to OPEN in @reply. */
static YsPdfWorker *
start_worker (const YsPdfTenant *tenant, YsPdfReply *reply, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsPdfWorker) worker = ys_pdf_worker_new (tenant->fd, tenant->name, cancellable, error);
  YsPdfRequest request = { .operation = YS_PDF_OPERATION_OPEN };
  gboolean answered;

  if (worker == NULL)
    return NULL;
  if (tenant->password)
    g_strlcpy (request.password, tenant->password, sizeof request.password);
  answered = ys_pdf_worker_call (worker, &request, reply, cancellable, error);
  explicit_bzero (request.password, sizeof request.password);
  if (!answered)
    return NULL;
  if (reply->answer.status != YS_PDF_STATUS_OK)
    {
      ys_pdf_set_error_from_status (reply, &request, tenant->name, tenant->password != NULL, error);
      return NULL;
    }
  return g_steal_pointer (&worker);
}

/* Makes the call with *@worker, which is replaced by one on @tenant's document where it is missing. */
static gboolean
call_once (const YsPdfTenant *tenant, YsPdfWorker **worker, YsPdfRequest *request, YsPdfReply *reply,
           GCancellable *cancellable, GError **error)
{
  if (*worker == NULL)
    {
      *worker = start_worker (tenant, reply, cancellable, error);
      if (*worker == NULL)
        return FALSE;
      if (request->operation == YS_PDF_OPERATION_OPEN)
        return TRUE;
      ys_pdf_reply_clear (reply);
    }
  return ys_pdf_worker_call (*worker, request, reply, cancellable, error);
}

/* Whether a fresh worker may do better: this one died of the call, and not of its length. */
static gboolean
is_worth_another (const YsPdfWorker *worker, const GError *error)
{
  return !ys_pdf_worker_timed_out (worker)
         && (g_error_matches (error, YS_ERROR, YS_ERROR_PDF_WORKER)
             || g_error_matches (error, YS_ERROR, YS_ERROR_PDF_LIMIT));
}

gboolean
ys_pdf_pool_call (const YsPdfTenant *tenant, YsPdfRequest *request, YsPdfReply *reply,
                  GCancellable *cancellable, GError **error)
{
  Slot *slot = take_slot (tenant->document, cancellable, tenant->name, error);
  g_autoptr (YsPdfWorker) worker = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean answered, had_served;

  if (slot == NULL)
    return FALSE;
  worker = g_steal_pointer (&slot->worker);
  /* Opening is always done in a fresh worker: it may be with another password. */
  if (worker && (slot->document != tenant->document || request->operation == YS_PDF_OPERATION_OPEN))
    g_clear_pointer (&worker, ys_pdf_worker_free);
  had_served = worker != NULL;
  answered = call_once (tenant, &worker, request, reply, cancellable, &failure);
  if (!answered && had_served && is_worth_another (worker, failure)
      && !g_cancellable_is_cancelled (cancellable))
    {
      /* Perhaps an earlier page wore it out. */
      ys_debug (YS_DEBUG_PDF, "%s: trying again in a new worker", failure->message);
      g_clear_error (&failure);
      g_clear_pointer (&worker, ys_pdf_worker_free);
      answered = call_once (tenant, &worker, request, reply, cancellable, &failure);
    }
  if (worker && !ys_pdf_worker_is_usable (worker))
    g_clear_pointer (&worker, ys_pdf_worker_free);
  return_slot (slot, g_steal_pointer (&worker), tenant->document);
  if (answered && reply->answer.status != YS_PDF_STATUS_OK)
    {
      ys_pdf_set_error_from_status (reply, request, tenant->name, tenant->password != NULL, &failure);
      answered = FALSE;
    }
  if (!answered)
    g_propagate_error (error, g_steal_pointer (&failure));
  return answered;
}

/* ---- threads ---- */

typedef struct
{
  YsPdfJob job;
  gpointer data;
  int priority;
  guint64 serial;
} Queued;

static void
run_queued (gpointer item, gpointer unused)
{
  g_autofree Queued *queued = item;
  queued->job (queued->data);
}

static int
compare_queued (gconstpointer a, gconstpointer b, gpointer unused)
{
  const Queued *first = a, *second = b;
  if (first->priority != second->priority)
    return first->priority < second->priority ? -1 : 1;
  return first->serial < second->serial ? -1 : first->serial > second->serial;
}

static GThreadPool *
get_threads (void)
{
  static GThreadPool *threads;

  if (g_once_init_enter (&threads))
    {
      GThreadPool *made = g_thread_pool_new (run_queued, NULL, MAX_WORKERS, FALSE, NULL);
      g_thread_pool_set_sort_function (made, compare_queued, NULL);
      g_once_init_leave (&threads, made);
      /* cppcheck-suppress memleak ; it is in @threads now */
    }
  return threads;
}

void
ys_pdf_pool_queue (YsPdfJob job, gpointer data, int priority)
{
  static guint64 last_serial;
  Queued *queued = g_new (Queued, 1);

  *queued = (Queued){ .job = job, .data = data, .priority = priority };
  g_mutex_lock (&mutex);
  queued->serial = ++last_serial;
  g_mutex_unlock (&mutex);
  /* Can only fail to start another thread; the job is then done by the one there is. */
  g_thread_pool_push (get_threads (), queued, NULL);
  /* cppcheck-suppress memleak ; run_queued() frees it */
}

/* ---- ending ---- */

static void
free_worker (gpointer worker)
{
  ys_pdf_worker_free (worker);
}

void
ys_pdf_pool_leave (gconstpointer document)
{
  g_mutex_lock (&mutex);
  for (gsize i = 0; i < MAX_WORKERS; i++)
    {
      if (slots[i].document != document)
        continue;
      /* A later document may get the same address. */
      slots[i].document = NULL;
      if (slots[i].worker)
        {
          YsPdfWorker *worker = g_steal_pointer (&slots[i].worker);
          g_mutex_unlock (&mutex);
          ys_pdf_worker_kill (worker);
          ys_pdf_pool_queue (free_worker, worker, G_PRIORITY_HIGH);
          g_mutex_lock (&mutex);
        }
    }
  g_mutex_unlock (&mutex);
}

void
ys_pdf_pool_shut_down (void)
{
  g_mutex_lock (&mutex);
  for (gsize i = 0; i < MAX_WORKERS; i++)
    {
      if (!slots[i].taken)
        g_clear_pointer (&slots[i].worker, ys_pdf_worker_free);
    }
  g_mutex_unlock (&mutex);
}

guint
ys_pdf_pool_get_n_alive (void)
{
  guint alive = 0;

  g_mutex_lock (&mutex);
  for (gsize i = 0; i < MAX_WORKERS; i++)
    alive += slots[i].taken || slots[i].worker;
  g_mutex_unlock (&mutex);
  return alive;
}
