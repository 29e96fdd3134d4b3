/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Client side of the worker process: conversation, time limit, bounded standard error, and telling what
 * killed it. Everything that comes from the process is taken as hostile. */
#include "ys-config.h"

#include "ys-pdf-worker.h"
#include "ys-pdf-worker-private.h"

#include "ys-debug.h"
#include "ys-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <linux/falloc.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* Wall time for one page (packages.md, PDF). */
#define TIME_LIMIT_MILLISECONDS 10000
/* How long a cancelled call may still take before its worker is killed: most pages are done sooner, and a new
 * worker has to read the document again. */
#define CANCEL_GRACE_MILLISECONDS 150
/* Poppler says a line for each oddity; more than this in one call is an attack. */
#define COMPLAINTS_LIMIT ((gsize)8 << 20)
/* A buffer used beyond this is given back to the kernel after the call. */
#define BUFFER_KEPT ((guint64)8 << 20)

static gint time_limit; /* atomic; 0 = TIME_LIMIT_MILLISECONDS */

void
ys_pdf_worker_set_time_limit (guint milliseconds)
{
  g_atomic_int_set (&time_limit, (gint)milliseconds);
}

static gint64
get_deadline (void)
{
  gint limit = g_atomic_int_get (&time_limit);
  return g_get_monotonic_time () + (gint64)(limit > 0 ? limit : TIME_LIMIT_MILLISECONDS) * 1000;
}

void
ys_pdf_reply_clear (YsPdfReply *self)
{
  g_clear_pointer (&self->data, g_bytes_unref);
}

/* ---- the end of a worker ---- */

/* Kills it if it still lives, and says how it ended. */
static void
reap (YsPdfWorker *self, int *status, struct rusage *usage)
{
  if (self->pid <= 0)
    return;
  kill (self->pid, SIGKILL);
  while (wait4 (self->pid, status, 0, usage) < 0 && errno == EINTR)
    ;
  self->pid = 0;
}

/* As reap(), but gives a worker that closed its end by dying the moment it needs to be dead, so that its own
 * signal is seen and not our SIGKILL. FALSE where it had to be killed. */
static gboolean
reap_dying (YsPdfWorker *self, int *status, struct rusage *usage)
{
  for (guint i = 0; i < 50; i++)
    {
      pid_t got = wait4 (self->pid, status, WNOHANG, usage);
      if (got == self->pid)
        {
          self->pid = 0;
          return TRUE;
        }
      g_usleep (2000);
    }
  reap (self, status, usage);
  return FALSE;
}

static gboolean
complained_of (const YsPdfWorker *self, const char *const *words)
{
  for (gsize i = 0; words[i]; i++)
    {
      if (strstr (self->complaints, words[i]))
        return TRUE;
    }
  return FALSE;
}

/* Reads what the worker has to say on standard error, keeping the first part. FALSE if it is too much. */
static gboolean
drain_complaints (YsPdfWorker *self)
{
  char chunk[4096];

  for (;;)
    {
      gssize got = read (self->complaint_fd, chunk, sizeof chunk);
      gsize kept = strlen (self->complaints);
      gsize room = sizeof self->complaints - 1 - kept;
      if (got <= 0)
        return TRUE;
      for (gssize i = 0; i < got && room > 0; i++, room--)
        self->complaints[kept++] = chunk[i] ? chunk[i] : ' ';
      self->complaint_bytes += (gsize)got;
      if (self->complaint_bytes > COMPLAINTS_LIMIT)
        return FALSE;
    }
}

static void
set_error_from_death (YsPdfWorker *self, GError **error)
{
  static const char *const out_of_memory[] = { "Out of memory", "bad_alloc",         "failed to allocate",
                                               "out of memory", "Memory allocation", NULL };
  struct rusage usage = { 0 };
  int status = 0;
  const gboolean died = reap_dying (self, &status, &usage);
  gboolean memory;

  drain_complaints (self);
  memory = complained_of (self, out_of_memory) || usage.ru_maxrss > YS_PDF_MEMORY_SUSPECT_KIB;
  ys_debug (YS_DEBUG_PDF, "worker ended with status 0x%x, %ld KiB; said: %s", (guint)status, usage.ru_maxrss,
            self->complaints);
  /* A SIGKILL that is not ours is the kernel's, out of memory. */
  memory |= died && WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL;
  if (WIFSIGNALED (status) && WTERMSIG (status) == SIGXCPU)
    ys_set_error (error, YS_ERROR_PDF_LIMIT, self->name, _ ("Reading this PDF took too much computing time"));
  else if (memory)
    ys_set_error (error, YS_ERROR_PDF_LIMIT, self->name, _ ("Reading this PDF needs too much memory"));
  else
    ys_set_error (error, YS_ERROR_PDF_WORKER, self->name,
                  _ ("This PDF made the reading process fail; the program itself is not affected"));
}

static void
set_error_from_garbage (YsPdfWorker *self, GError **error)
{
  ys_set_error (error, YS_ERROR_PDF_WORKER, self->name,
                _ ("The reading process gave an answer that makes no sense and was ended"));
}

/* ---- talking ---- */

/* An answer as such: right size, right serial, nothing beyond the buffer, every text ended. */
static gboolean
is_sound (const YsPdfAnswer *answer, guint32 serial)
{
  return answer->magic == YS_PDF_PROTOCOL_MAGIC && answer->serial == serial
         && answer->status <= YS_PDF_STATUS_UNCONFINED && answer->length <= YS_PDF_BUFFER_SIZE
         && memchr (answer->title, '\0', sizeof answer->title) != NULL
         && g_utf8_validate (answer->title, -1, NULL);
}

static gboolean
receive (YsPdfWorker *self, YsPdfReply *reply, GError **error)
{
  /* One byte more than an answer: an oversized one must not look right. */
  union
  {
    YsPdfAnswer answer;
    char bytes[sizeof (YsPdfAnswer) + 1];
  } message;
  gssize got = recv (self->socket_fd, &message, sizeof message, MSG_DONTWAIT);

  if (got == 0 || (got < 0 && errno == ECONNRESET))
    set_error_from_death (self, error);
  else if (got != (gssize)sizeof (YsPdfAnswer) || !is_sound (&message.answer, self->serial))
    set_error_from_garbage (self, error);
  else
    {
      reply->answer = message.answer;
      if (reply->answer.length > 0)
        reply->data = g_bytes_new (self->buffer, reply->answer.length);
      return TRUE;
    }
  return FALSE;
}

/* Waits until the worker answers, dies, takes too long or is cancelled. TRUE if there is something to
 * receive. */
static gboolean
wait_for_answer (YsPdfWorker *self, GCancellable *cancellable, GError **error)
{
  gint64 deadline = get_deadline ();
  gboolean cancelled = FALSE;

  for (;;)
    {
      struct pollfd fds[] = { { self->socket_fd, POLLIN, 0 }, { self->complaint_fd, POLLIN, 0 } };
      gint64 left = (deadline - g_get_monotonic_time ()) / 1000;
      /* Cancellation is looked at in between: descriptors for it would be one more thing to run out of. */
      int ready = left > 0 ? poll (fds, self->complaint_open ? 2 : 1, (int)MIN (left, 50)) : 0;

      if (ready < 0 && errno != EINTR)
        {
          ys_set_error_from_errno (error, errno, self->name, _ ("Waiting for the reading process"));
          return FALSE;
        }
      if (ready > 0 && fds[1].revents && !drain_complaints (self))
        {
          set_error_from_garbage (self, error);
          return FALSE;
        }
      if (ready > 0 && (fds[1].revents & POLLHUP) && !(fds[1].revents & POLLIN))
        self->complaint_open = FALSE;
      if (ready > 0 && fds[0].revents)
        return TRUE;
      if (!cancelled && g_cancellable_is_cancelled (cancellable))
        {
          cancelled = TRUE;
          deadline = MIN (deadline, g_get_monotonic_time () + CANCEL_GRACE_MILLISECONDS * 1000);
        }
      if (g_get_monotonic_time () >= deadline)
        {
          self->timed_out = !cancelled;
          if (cancelled)
            ys_set_error (error, YS_ERROR_CANCELLED, self->name, _ ("Reading the PDF was cancelled"));
          else
            ys_set_error (error, YS_ERROR_PDF_LIMIT, self->name,
                          _ ("Reading this PDF took longer than ten seconds for one page"));
          return FALSE;
        }
    }
}

static void
give_back_buffer (YsPdfWorker *self, guint64 used)
{
  /* Of no consequence where the kernel refuses: the memory then goes with the worker. */
  if (used > BUFFER_KEPT
      && fallocate (self->buffer_fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, (off_t)YS_PDF_BUFFER_SIZE)
             != 0)
    ys_debug (YS_DEBUG_PDF, "buffer kept: %s", g_strerror (errno));
}

/* Waits for one answer and takes it. The worker is ended where that fails. */
gboolean
ys_pdf_worker_finish_call (YsPdfWorker *self, YsPdfReply *reply, GCancellable *cancellable, GError **error)
{
  if (!wait_for_answer (self, cancellable, error) || !receive (self, reply, error))
    {
      reap (self, NULL, NULL);
      return FALSE;
    }
  if (self->complaint_open && !drain_complaints (self))
    {
      set_error_from_garbage (self, error);
      reap (self, NULL, NULL);
      return FALSE;
    }
  return TRUE;
}

gboolean
ys_pdf_worker_call (YsPdfWorker *self, YsPdfRequest *request, YsPdfReply *reply, GCancellable *cancellable,
                    GError **error)
{
  gint64 start = g_get_monotonic_time ();

  g_return_val_if_fail (self->pid > 0, FALSE);
  memset (self->complaints, 0, sizeof self->complaints);
  self->complaint_bytes = 0;
  request->magic = YS_PDF_PROTOCOL_MAGIC;
  request->serial = ++self->serial;
  if (send (self->socket_fd, request, sizeof *request, MSG_NOSIGNAL) != (gssize)sizeof *request)
    {
      set_error_from_death (self, error);
      return FALSE;
    }
  if (!ys_pdf_worker_finish_call (self, reply, cancellable, error))
    return FALSE;
  give_back_buffer (self, reply->answer.length);
  self->cpu_microseconds = reply->answer.cpu_microseconds;
  ys_debug (YS_DEBUG_PDF,
            "operation %u page %u: status %u, %" G_GUINT64_FORMAT " bytes, %" G_GINT64_FORMAT " us%s%s",
            request->operation, request->page, reply->answer.status, reply->answer.length,
            g_get_monotonic_time () - start, self->complaints[0] ? "; said: " : "", self->complaints);
  return TRUE;
}

gboolean
ys_pdf_worker_is_usable (const YsPdfWorker *self)
{
  /* Replaced long before its own limit would kill it in the middle of a page. */
  return self->pid > 0 && self->cpu_microseconds < (guint64)YS_PDF_CPU_SECONDS / 2 * G_USEC_PER_SEC;
}

gboolean
ys_pdf_worker_timed_out (const YsPdfWorker *self)
{
  return self->timed_out;
}

YsConfineReport
ys_pdf_worker_get_confinement (const YsPdfWorker *self)
{
  return self->confinement;
}

void
ys_pdf_worker_kill (YsPdfWorker *self)
{
  if (self->pid > 0)
    kill (self->pid, SIGKILL);
}

void
ys_pdf_worker_free (YsPdfWorker *self)
{
  const int fds[] = { self->socket_fd, self->complaint_fd, self->buffer_fd };

  reap (self, NULL, NULL);
  if (self->buffer)
    munmap (self->buffer, YS_PDF_BUFFER_SIZE);
  for (gsize i = 0; i < G_N_ELEMENTS (fds); i++)
    {
      if (fds[i] >= 0)
        close (fds[i]);
    }
  g_free (self->name);
  g_free (self);
}
