/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts yanshou-read, answers its requests for files of a folder, and takes its records one by one, each
 * checked against what is agreed; its death or garbage is an error, never a crash. */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ys-bag-folder.h"
#include "ys-bag-names.h"
#include "ys-config.h"
#include "ys-package-reading-private.h"
#include "ys-package-wire.h"

#define READER_SOCKET 3
/* The reader speaks at least every 4 MiB; a slow stick takes seconds for that. */
#define SILENCE_MILLISECONDS 60000
#define MAX_FAULTS 500
#define MAX_DOCUMENT_BYTES (G_GUINT64_CONSTANT (256) * 1024 * 1024)

typedef struct
{
  YsPackageReading *reading;
  YsBagSource *listing; /* NULL: an archive */
  YsPackageProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
  guint64 document_bytes;
  GPid pid;
  int socket;
  gboolean has_bag, ended;
} Client;

static gboolean
refuse_reader (GError **error)
{
  ys_set_error (error, YS_ERROR_PACKAGE_READER, NULL,
                _ ("The program that reads packages stopped or sent garbage."));
  return FALSE;
}

/* ---- the process ---- */

static gboolean
start_reader (Client *self, GError **error)
{
  const char *named = g_getenv ("YANSHOU_READ");
  const char *program = named != NULL ? named : YS_LIBEXECDIR "/yanshou-read";
  const char *argv[] = { program, NULL };
  const int target = READER_SOCKET;
  g_autoptr (GError) local_error = NULL;
  int pair[2];
  gboolean started;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
    {
      ys_set_error_from_errno (error, errno, NULL, _ ("Starting the program that reads packages"));
      return FALSE;
    }
  started = g_spawn_async_with_pipes_and_fds (
      NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
      NULL, NULL, -1, -1, -1, &pair[1], &target, 1, &self->pid, NULL, NULL, NULL, &local_error);
  close (pair[1]);
  self->socket = pair[0];
  if (started)
    return TRUE;
  self->pid = 0;
  ys_set_error_from_foreign (error, g_steal_pointer (&local_error), program,
                             _ ("Starting the program that reads packages"));
  return FALSE;
}

static void
stop_reader (Client *self)
{
  if (self->socket >= 0)
    close (self->socket);
  if (self->pid == 0)
    return;
  /* It has nothing to save; what is not over yet is not waited for. */
  kill (self->pid, SIGKILL);
  while (waitpid (self->pid, NULL, 0) < 0 && errno == EINTR)
    continue;
  g_spawn_close_pid (self->pid);
}

static gboolean
wait_for_reader (int socket, gpointer user_data, GError **error)
{
  Client *self = user_data;
  GPollFD cancel = { -1, 0, 0 };
  gboolean cancellable = g_cancellable_make_pollfd (self->cancellable, &cancel);
  struct pollfd polled[2] = { { socket, POLLIN, 0 }, { cancel.fd, POLLIN, 0 } };
  int ready;

  do
    ready = poll (polled, cancellable ? 2 : 1, SILENCE_MILLISECONDS);
  while (ready < 0 && errno == EINTR);
  if (cancellable)
    g_cancellable_release_fd (self->cancellable);
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      ys_set_error (error, YS_ERROR_CANCELLED, NULL, _ ("Reading the package was cancelled."));
      return FALSE;
    }
  if (ready > 0)
    return TRUE;
  ys_set_error (error, YS_ERROR_PACKAGE_READER, NULL,
                _ ("The program that reads packages did not answer for a minute and was ended."));
  return FALSE;
}

/* ---- records ---- */

static char *
text_or_null (const char *text)
{
  return *text != '\0' ? ys_text_clean (text, -1) : NULL;
}

static gboolean
take_fault (Client *self, GVariant *record, GError **error)
{
  guint32 code, line;
  const char *file, *where, *message;
  g_autofree char *clean_file = NULL;
  g_autofree char *clean_where = NULL;
  g_autofree char *clean_message = NULL;

  g_variant_get (record, "(u&su&s&s)", &code, &file, &line, &where, &message);
  if (code >= YS_N_ERRORS || *message == '\0' || ys_faults_get_n (self->reading->faults) >= MAX_FAULTS)
    return refuse_reader (error);
  clean_file = text_or_null (file);
  clean_where = text_or_null (where);
  clean_message = ys_text_clean (message, -1);
  ys_faults_add (self->reading->faults, (YsErrorCode)code, clean_file, line, clean_where, "%s",
                 clean_message);
  return TRUE;
}

static gboolean
take_bag (Client *self, GVariant *record, GError **error)
{
  YsPackageReading *reading = self->reading;
  const char *digest, *top, *id;
  gboolean sound;
  guint32 signature;

  g_variant_get (record, "(bu&s&s&s)", &sound, &signature, &digest, &top, &id);
  if (self->has_bag || (*digest != '\0' ? !ys_digest_is_valid (digest) : sound)
      || sound != (ys_faults_get_n (reading->faults) == 0) || signature >= YS_N_SIGNATURE_STATES)
    return refuse_reader (error);
  self->has_bag = TRUE;
  reading->sound = sound;
  reading->signature = (YsSignatureState)signature;
  reading->digest = text_or_null (digest);
  reading->info_id = text_or_null (id);
  if (!reading->is_folder && *top != '\0')
    {
      g_free (reading->name);
      reading->name = ys_text_clean_line (top, -1);
    }
  return TRUE;
}

/* TRUE if a file that the reader lists can be where it says. */
static gboolean
is_plausible_file (const Client *self, guint index, const char *name, guint64 size, guint64 offset,
                   const char *digest)
{
  const YsBagFile *listed;

  if (ys_bag_role_of (name) == YS_BAG_UNKNOWN && self->reading->sound)
    return FALSE;
  if (*digest != '\0' && !ys_digest_is_valid (digest))
    return FALSE;
  if (self->listing == NULL)
    return offset <= self->reading->size && size <= self->reading->size - offset;
  if (index >= ys_bag_source_get_n (self->listing))
    return FALSE;
  listed = ys_bag_source_get (self->listing, index);
  return offset == 0 && size == listed->size && strcmp (name, listed->name) == 0;
}

static gboolean
take_files (Client *self, GVariant *record, GError **error)
{
  GVariantIter iter;
  const char *name, *digest;
  guint64 size, offset;

  if (!self->has_bag || self->reading->files->len > 0 || g_variant_n_children (record) > YS_ZIP_MAX_ENTRIES)
    return refuse_reader (error);
  g_variant_iter_init (&iter, record);
  while (g_variant_iter_next (&iter, "(&stt&s)", &name, &size, &offset, &digest))
    {
      YsPackageFile *file;

      if (!is_plausible_file (self, self->reading->files->len, name, size, offset, digest))
        return refuse_reader (error);
      file = g_new0 (YsPackageFile, 1);
      file->name = g_strdup (name);
      file->size = size;
      file->offset = offset;
      file->digest = text_or_null (digest);
      g_ptr_array_add (self->reading->files, file);
    }
  return TRUE;
}

static gboolean
take_document (Client *self, GVariant *record, GError **error)
{
  const char *name;
  g_autoptr (GVariant) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *stem;
  YsBagRole role;

  g_variant_get (record, "(&s@ay)", &name, &content);
  role = ys_bag_role_of (name);
  bytes = g_variant_get_data_as_bytes (content);
  self->document_bytes += g_bytes_get_size (bytes);
  if (!self->has_bag || (role != YS_BAG_PACKAGE && (role != YS_BAG_DOCUMENT || !self->reading->sound))
      || self->document_bytes > MAX_DOCUMENT_BYTES)
    return refuse_reader (error);
  stem = g_strndup (name + strlen ("data/"), strlen (name) - strlen ("data/.xml"));
  g_hash_table_insert (self->reading->documents, stem, g_steal_pointer (&bytes));
  return TRUE;
}

/* Opens the file of the folder that the reader asks for; a file that cannot be opened ends the reading. */
static gboolean
answer_open (Client *self, GVariant *request, GError **error)
{
  guint32 index = g_variant_get_uint32 (request);
  gboolean sent;
  int fd;

  if (self->listing == NULL || index >= ys_bag_source_get_n (self->listing))
    return refuse_reader (error);
  fd = ys_bag_source_open (self->listing, index, error);
  if (fd < 0)
    return FALSE;
  sent = ys_wire_send (self->socket, YS_WIRE_FILE, g_variant_new_boolean (TRUE), fd, error);
  ys_bag_source_close (self->listing, fd);
  return sent;
}

static gboolean
take_record (Client *self, YsWireKind kind, GVariant *payload, GError **error)
{
  switch (kind)
    {
    case YS_WIRE_OPEN:
      return answer_open (self, payload, error);
    case YS_WIRE_PROGRESS:
      if (self->progress != NULL)
        self->progress (MIN (g_variant_get_uint64 (payload), self->reading->size), self->reading->size,
                        self->progress_data);
      return TRUE;
    case YS_WIRE_FAULT:
      return take_fault (self, payload, error);
    case YS_WIRE_BAG:
      return take_bag (self, payload, error);
    case YS_WIRE_FILES:
      return take_files (self, payload, error);
    case YS_WIRE_DOCUMENT:
      return take_document (self, payload, error);
    case YS_WIRE_END:
      self->ended = TRUE;
      return self->has_bag || refuse_reader (error);
    case YS_WIRE_ARCHIVE:
    case YS_WIRE_FOLDER:
    case YS_WIRE_FILE:
    case YS_N_WIRE_KINDS:
    default:
      return refuse_reader (error);
    }
}

/* ---- the conversation ---- */

static gboolean
send_request (Client *self, GError **error)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(st)"));

  if (self->listing == NULL)
    return ys_wire_send (self->socket, YS_WIRE_ARCHIVE, g_variant_new_tuple (NULL, 0), self->reading->fd,
                         error);
  for (guint i = 0; i < ys_bag_source_get_n (self->listing); i++)
    {
      const YsBagFile *file = ys_bag_source_get (self->listing, i);

      g_variant_builder_add (&builder, "(st)", file->name, file->size);
    }
  return ys_wire_send (self->socket, YS_WIRE_FOLDER, g_variant_builder_end (&builder), -1, error);
}

/* Where the reader ends without END, its last fault may tell of trouble of the machine; that is then the
 * error. */
static void
prefer_machine_trouble (const YsFaults *faults, GError **error)
{
  const YsFault *last =
      ys_faults_get_n (faults) > 0 ? ys_faults_get (faults, ys_faults_get_n (faults) - 1) : NULL;

  if (last == NULL || ys_error_code_exit_status (last->code) != 3
      || (error != NULL && !g_error_matches (*error, YS_ERROR, YS_ERROR_PACKAGE_READER)))
    return;
  g_clear_error (error);
  ys_set_error (error, last->code, last->file, "%s", last->message);
}

static gboolean
converse (Client *self, GError **error)
{
  if (!send_request (self, error))
    return FALSE;
  while (!self->ended)
    {
      g_autoptr (GVariant) payload = NULL;
      YsWireKind kind;
      int fd;

      if (!ys_wire_receive (self->socket, &kind, &payload, &fd, wait_for_reader, self, error))
        {
          prefer_machine_trouble (self->reading->faults, error);
          return FALSE;
        }
      /* The reader has no descriptor to give. */
      if (fd >= 0)
        {
          close (fd);
          return refuse_reader (error);
        }
      if (!take_record (self, kind, payload, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_package_client_run (YsPackageReading *reading, YsBagSource *listing, YsPackageProgress progress,
                       gpointer progress_data, GCancellable *cancellable, GError **error)
{
  Client self = { .reading = reading,
                  .listing = listing,
                  .progress = progress,
                  .progress_data = progress_data,
                  .cancellable = cancellable,
                  .socket = -1 };
  gboolean done = start_reader (&self, error) && converse (&self, error);

  stop_reader (&self);
  return done;
}
