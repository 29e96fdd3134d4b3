/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starting a worker: its descriptors, its sealed buffer and an environment of a few harmless words. No shell,
 * no name of a document, nothing inherited. */
#include "ys-config.h"

#include "ys-pdf-worker-private.h"

#include "ys-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

const char *
ys_pdf_worker_get_path (void)
{
  const char *path = g_getenv ("YANSHOU_PDF");
  return path && path[0] ? path : YS_LIBEXECDIR "/yanshou-pdf";
}

/* What fontconfig looks at to find the fonts of this user and of a Flatpak; what a sanitizer build needs. */
static char **
make_environment (void)
{
  static const char *const passed[] = { "HOME",          "FONTCONFIG_FILE", "FONTCONFIG_PATH",
                                        "XDG_DATA_HOME", "XDG_CACHE_HOME",  "XDG_CONFIG_HOME",
                                        "UBSAN_OPTIONS" };
  char **environment = g_environ_setenv (NULL, "LC_ALL", "C.UTF-8", TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (passed); i++)
    {
      const char *value = g_getenv (passed[i]);
      if (value)
        environment = g_environ_setenv (environment, passed[i], value, TRUE);
    }
  /* A leak checker would need the rights that the worker gave up. */
  return g_environ_setenv (environment, "ASAN_OPTIONS", "detect_leaks=0", TRUE);
}

static gboolean
make_buffer (YsPdfWorker *self, GError **error)
{
  self->buffer_fd = memfd_create ("yanshou-pdf", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (self->buffer_fd >= 0 && ftruncate (self->buffer_fd, (off_t)YS_PDF_BUFFER_SIZE) == 0
      && fcntl (self->buffer_fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0)
    {
      void *buffer = mmap (NULL, YS_PDF_BUFFER_SIZE, PROT_READ, MAP_SHARED, self->buffer_fd, 0);
      if (buffer != MAP_FAILED)
        {
          self->buffer = buffer;
          return TRUE;
        }
    }
  ys_set_error_from_errno (error, errno, self->name, _ ("Making room for pictures of pages"));
  return FALSE;
}

static gboolean
spawn (YsPdfWorker *self, int worker_socket, int document_fd, GError **error)
{
  const char *const argv[] = { ys_pdf_worker_get_path (), NULL };
  g_auto (GStrv) environment = make_environment ();
  const int source_fds[] = { worker_socket, document_fd, self->buffer_fd };
  static const int target_fds[] = { YS_PDF_FD_SOCKET, YS_PDF_FD_DOCUMENT, YS_PDF_FD_BUFFER };
  g_autoptr (GError) foreign = NULL;

  /* Every other descriptor is closed in the child; standard input and output are /dev/null. */
  if (g_spawn_async_with_pipes_and_fds (
          "/", argv, (const char *const *)environment,
          G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_CLOEXEC_PIPES, NULL, NULL, -1, -1,
          -1, source_fds, target_fds, G_N_ELEMENTS (source_fds), &self->pid, NULL, NULL, &self->complaint_fd,
          &foreign))
    return TRUE;
  ys_set_error (error, YS_ERROR_PDF_WORKER, argv[0], _ ("The process that reads PDFs cannot be started: %s"),
                foreign->message);
  return FALSE;
}

static gboolean
hear_hello (YsPdfWorker *self, GCancellable *cancellable, GError **error)
{
  g_auto (YsPdfReply) reply = { 0 };
  guint32 flags;

  if (!ys_pdf_worker_finish_call (self, &reply, cancellable, error))
    return FALSE;
  flags = reply.answer.flags;
  if (reply.answer.status != YS_PDF_STATUS_OK)
    {
      ys_set_error (error, YS_ERROR_CONFINEMENT, self->name,
                    _ ("The process that reads PDFs could not confine itself: %s"), reply.answer.title);
      return FALSE;
    }
  self->confinement = (YsConfineReport){ .limits = (flags & YS_PDF_HELLO_LIMITS) != 0,
                                         .no_new_privs = (flags & YS_PDF_HELLO_NO_NEW_PRIVS) != 0,
                                         .seccomp = (flags & YS_PDF_HELLO_SECCOMP) != 0,
                                         .landlock = (flags & YS_PDF_HELLO_LANDLOCK) != 0 };
  return TRUE;
}

YsPdfWorker *
ys_pdf_worker_new (int document_fd, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsPdfWorker) self = g_new0 (YsPdfWorker, 1);
  int pair[2];
  gboolean started;

  self->name = g_strdup (name);
  self->socket_fd = self->complaint_fd = self->buffer_fd = -1;
  self->complaint_open = TRUE;
  if (!make_buffer (self, error))
    return NULL;
  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
    {
      ys_set_error_from_errno (error, errno, name, _ ("Starting the process that reads PDFs"));
      return NULL;
    }
  self->socket_fd = pair[0];
  started = spawn (self, pair[1], document_fd, error);
  close (pair[1]);
  if (!started || !g_unix_set_fd_nonblocking (self->complaint_fd, TRUE, error)
      || !hear_hello (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}
