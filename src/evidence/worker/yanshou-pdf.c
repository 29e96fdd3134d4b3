/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF worker: confines itself, then answers requests about the one document it was given until its client
 * goes. It is started by src/evidence only, with its descriptors; it opens no document by name and writes no
 * file. */
#include "ys-config.h"

#include "ys-confine.h"
#include "ys-pdf-server.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define ADDRESS_SPACE ((guint64)1 << 30)

/* What fontconfig, poppler and glibc read while drawing; the last two folders are a Flatpak's. */
static const char *const read_only_folders[] = { "/usr/share", "/usr/local/share", "/usr/lib",
                                                 "/lib",       "/etc/fonts",       "/var/cache/fontconfig",
                                                 "/app/share", "/app/lib",         "/run/host" };
static const char *const read_only_in_home[] = { ".fonts", ".local/share/fonts", ".cache/fontconfig",
                                                 ".config/fontconfig" };

static char **
list_read_only (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (read_only_folders); i++)
    g_strv_builder_add (builder, read_only_folders[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (read_only_in_home); i++)
    {
      g_autofree char *folder = g_build_filename (g_get_home_dir (), read_only_in_home[i], NULL);
      g_strv_builder_add (builder, folder);
    }
  return g_strv_builder_end (builder);
}

static gboolean
confine (YsPdfAnswer *hello)
{
  g_auto (GStrv) read_only = list_read_only ();
  const YsConfineLimits limits = { .address_space = YS_SANITIZED ? 0 : ADDRESS_SPACE,
                                   .cpu_seconds = YS_PDF_CPU_SECONDS,
                                   .read_only = (const char *const *)read_only };
  YsConfineReport report = { 0 };
  g_autoptr (GError) error = NULL;

  if (!ys_confine_self (&limits, &report, &error))
    {
      hello->status = YS_PDF_STATUS_UNCONFINED;
      ys_pdf_server_copy_text (hello->title, sizeof hello->title, error->message);
      return FALSE;
    }
  hello->flags =
      (report.limits ? YS_PDF_HELLO_LIMITS : 0) | (report.no_new_privs ? YS_PDF_HELLO_NO_NEW_PRIVS : 0)
      | (report.seccomp ? YS_PDF_HELLO_SECCOMP : 0) | (report.landlock ? YS_PDF_HELLO_LANDLOCK : 0);
  return TRUE;
}

/* ---- what the library complains of ---- */

/* Of the present operation. A broken page can bring millions of complaints; a few tell enough. */
static guint32 notes;
static guint n_said;

#define MOST_SAID 50

/* poppler-glib hands its complaints to GLib's log, in words and at the level of debugging. */
static void
hear_complaint (const char *domain, GLogLevelFlags level, const char *message, gpointer unused)
{
  static const struct
  {
    const char *words;
    guint32 note;
  } rows[] = {
    { "Missing language pack", YS_PDF_NOTE_MAPS_MISSING },
    { "Couldn't find a font", YS_PDF_NOTE_FONTS_MISSING },
    { "Unknown character collection", YS_PDF_NOTE_MAPS_MISSING },
    { "security handler", YS_PDF_NOTE_UNKNOWN_LOCK },
    { "Unsupported version/revision", YS_PDF_NOTE_UNKNOWN_LOCK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (strstr (message, rows[i].words))
        notes |= rows[i].note;
    }
  /* For the debug topic of the client, which keeps the first few. */
  if (n_said++ < MOST_SAID)
    g_printerr ("%s\n", message);
}

static guint64
cpu_microseconds (void)
{
  struct rusage usage;
  if (getrusage (RUSAGE_SELF, &usage) != 0)
    return 0;
  return (guint64)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC
         + (guint64)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static gboolean
send_answer (YsPdfAnswer *answer, guint32 serial)
{
  answer->magic = YS_PDF_PROTOCOL_MAGIC;
  answer->serial = serial;
  answer->cpu_microseconds = cpu_microseconds ();
  return send (YS_PDF_FD_SOCKET, answer, sizeof *answer, MSG_NOSIGNAL) == (gssize)sizeof *answer;
}

static void
serve (YsPdfServer *server, const YsPdfRequest *request, YsPdfAnswer *answer)
{
  static void (*const operations[]) (YsPdfServer *, const YsPdfRequest *, YsPdfAnswer *) = {
    [YS_PDF_OPERATION_OPEN] = ys_pdf_server_open,
    [YS_PDF_OPERATION_PAGES] = ys_pdf_server_pages,
    [YS_PDF_OPERATION_RENDER] = ys_pdf_server_render,
    [YS_PDF_OPERATION_TEXT] = ys_pdf_server_text,
    [YS_PDF_OPERATION_INSPECT] = ys_pdf_server_inspect,
    [YS_PDF_OPERATION_ATTACHMENTS] = ys_pdf_server_attachments,
    [YS_PDF_OPERATION_EXTRACT] = ys_pdf_server_extract,
  };

  notes = n_said = 0;
  if (request->operation < G_N_ELEMENTS (operations) && operations[request->operation])
    operations[request->operation](server, request, answer);
  else
    answer->status = YS_PDF_STATUS_REQUEST;
  answer->notes = notes;
}

int
main (int argc, char **argv)
{
  YsPdfServer server = { 0 };
  YsPdfAnswer hello = { 0 };
  YsPdfRequest request;
  void *buffer;
  gboolean confined;

  buffer = mmap (NULL, YS_PDF_BUFFER_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, YS_PDF_FD_BUFFER, 0);
  if (buffer == MAP_FAILED)
    return 2; /* not started by its client */
  server.buffer = buffer;
  confined = confine (&hello);
  /* The client hears also why nothing will be read. */
  if (!send_answer (&hello, 0) || !confined)
    return 1;
  g_log_set_default_handler (hear_complaint, NULL);
  while (recv (YS_PDF_FD_SOCKET, &request, sizeof request, 0) == (gssize)sizeof request
         && request.magic == YS_PDF_PROTOCOL_MAGIC)
    {
      YsPdfAnswer answer = { 0 };
      request.password[sizeof request.password - 1] = '\0';
      serve (&server, &request, &answer);
      explicit_bzero (request.password, sizeof request.password);
      if (!send_answer (&answer, request.serial))
        break;
    }
  /* No tidying: the libraries' exit handlers would run on memory that a hostile document shaped. */
  _exit (0);
}
