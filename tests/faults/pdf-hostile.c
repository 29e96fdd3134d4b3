/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A worker that has been taken over: it confines itself as the real one does and then misbehaves in the way
 * that the "document" names after "%PDF-1.7 ". Started by the real client through YANSHOU_PDF; used by
 * test-pdf-hostile.c. */
#include "ys-config.h"

#include "ys-confine.h"
#include "ys-pdf-protocol.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static char mode[64];
static guint8 *buffer;
static char inherited[256];

static void
send_raw (const void *message, gsize length)
{
  if (send (YS_PDF_FD_SOCKET, message, length, MSG_NOSIGNAL) < 0)
    _exit (1);
}

static gboolean
is_mode (const char *name)
{
  return strcmp (mode, name) == 0;
}

/* ---- what a confined process must not be able to do; each returns TRUE where it could ---- */

static gboolean
can_write_file (void)
{
  return open ("/tmp/yanshou-hostile", O_WRONLY | O_CREAT, 0600) >= 0 || open ("/dev/null", O_WRONLY) >= 0
         || open ("/tmp", O_TMPFILE | O_RDWR, 0600) >= 0 || open ("/dev/null", O_RDONLY | O_CREAT, 0600) >= 0
         || creat ("/tmp/yanshou-hostile", 0600) >= 0;
}

static gboolean
can_change_files (void)
{
  return mkdir ("/tmp/yanshou-hostile-folder", 0700) == 0 || symlink ("/", "/tmp/yanshou-hostile-link") == 0
         || unlink ("/tmp/yanshou-hostile-nothing") == 0 || errno != EPERM || chmod ("/tmp", 01777) == 0
         || truncate ("/tmp/yanshou-hostile-nothing", 0) == 0 || errno != EPERM;
}

static gboolean
can_use_network (void)
{
  int pair[2];
  return socket (AF_INET, SOCK_STREAM, 0) >= 0 || socket (AF_UNIX, SOCK_STREAM, 0) >= 0
         || socketpair (AF_UNIX, SOCK_STREAM, 0, pair) == 0;
}

static gboolean
can_fork (void)
{
  pid_t child = fork ();
  if (child == 0)
    _exit (0);
  if (child > 0)
    waitpid (child, NULL, 0);
  return child >= 0 || syscall (SYS_clone3, NULL, 0) >= 0 || errno != ENOSYS;
}

static gboolean
can_execute (void)
{
  char *const arguments[] = { (char *)"true", NULL };
  execve ("/bin/true", arguments, NULL);
  return errno != EPERM;
}

static gboolean
can_touch_others (void)
{
  char byte = 0;
  struct iovec local = { &byte, 1 }, remote = { &byte, 1 };
  return kill (getppid (), 0) == 0 || ptrace (PTRACE_ATTACH, getppid (), NULL, NULL) == 0
         || syscall (SYS_tgkill, getppid (), getppid (), 0) == 0
         || syscall (SYS_process_vm_readv, getppid (), &local, 1, &remote, 1, 0) >= 0;
}

static gboolean
can_raise_limits (void)
{
  struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };
  return setrlimit (RLIMIT_AS, &limit) == 0 || setrlimit (RLIMIT_FSIZE, &limit) == 0;
}

static gboolean
can_take_much_memory (void)
{
  return !YS_SANITIZED
         && mmap (NULL, (gsize)2 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                  -1, 0)
                != MAP_FAILED;
}

static gboolean
can_resize_buffer (void)
{
  return ftruncate (YS_PDF_FD_BUFFER, (off_t)YS_PDF_BUFFER_SIZE * 2) == 0
         || ftruncate (YS_PDF_FD_BUFFER, 0) == 0;
}

static gboolean
can_change_document (void)
{
  return write (YS_PDF_FD_DOCUMENT, "x", 1) == 1 || fchmod (YS_PDF_FD_DOCUMENT, 0777) == 0
         || open ("/proc/self/fd/4", O_RDWR) >= 0;
}

/* Only landlock forbids this; the answer says so and the test allows it where there is no landlock. */
static gboolean
can_read_elsewhere (void)
{
  return open ("/etc/passwd", O_RDONLY) >= 0;
}

static void
try_all (char *result, gsize size)
{
  static const struct
  {
    const char *name;
    gboolean (*could) (void);
  } acts[] = {
    { "write-file ", can_write_file },
    { "change-files ", can_change_files },
    { "network ", can_use_network },
    { "fork ", can_fork },
    { "execute ", can_execute },
    { "touch-others ", can_touch_others },
    { "raise-limits ", can_raise_limits },
    { "take-much-memory ", can_take_much_memory },
    { "resize-buffer ", can_resize_buffer },
    { "change-document ", can_change_document },
    { "read-elsewhere ", can_read_elsewhere },
  };

  g_strlcpy (result, "could: ", size);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      if (acts[i].could ())
        g_strlcat (result, acts[i].name, size);
    }
}

/* ---- misbehaving instead of answering; these don't return ---- */

/* Sanitizers need their address space, so that there the process itself has to stop. */
#define MOST_BLOCKS (YS_SANITIZED ? 16u : 256u)

static void
eat_memory (void)
{
  for (guint n = 0;; n++)
    {
      char *block = n < MOST_BLOCKS ? malloc (16 << 20) : NULL;
      if (block == NULL)
        {
          static const char words[] = "Out of memory\n";
          if (write (STDERR_FILENO, words, sizeof words - 1) < 0)
            _exit (2);
          _exit (1);
        }
      for (gsize i = 0; i < (16 << 20); i += 4096)
        block[i] = 1;
    }
}

static void
flood (void)
{
  char words[4096];
  memset (words, 'x', sizeof words);
  while (write (STDERR_FILENO, words, sizeof words) > 0)
    ;
  _exit (1);
}

static void
misbehave (const YsPdfRequest *request, YsPdfAnswer *answer)
{
  if (is_mode ("loop"))
    for (;;)
      __asm__ volatile("");
  if (is_mode ("sleep"))
    for (;;)
      sleep (1000);
  if (is_mode ("memory"))
    eat_memory ();
  if (is_mode ("past-the-end"))
    memset (mmap (NULL, YS_PDF_BUFFER_SIZE * 2, PROT_READ | PROT_WRITE, MAP_SHARED, YS_PDF_FD_BUFFER, 0), 1,
            YS_PDF_BUFFER_SIZE * 2);
  if (is_mode ("flood"))
    flood ();
  if (is_mode ("die"))
    _exit (0);
  if (is_mode ("abort"))
    abort ();
  if (is_mode ("half"))
    {
      send_raw (answer, sizeof *answer / 2);
      _exit (0);
    }
}

/* ---- answers that are wrong ---- */

static void
send_oversized (const YsPdfAnswer *answer)
{
  char message[64 * 1024] = { 0 };
  memcpy (message, answer, sizeof *answer);
  send_raw (message, sizeof message);
}

static void
answer_wrongly (const YsPdfRequest *request, YsPdfAnswer *answer)
{
  if (is_mode ("garbage"))
    memset (answer, 0xa5, sizeof *answer);
  else if (is_mode ("serial"))
    answer->serial++;
  else if (is_mode ("length"))
    answer->length = YS_PDF_BUFFER_SIZE + 1;
  else if (is_mode ("status"))
    answer->status = 4711;
  else if (is_mode ("title"))
    memset (answer->title, 'x', sizeof answer->title);
  else if (is_mode ("no-text"))
    memcpy (answer->title, "\xff\xfe", 3);
  else if (is_mode ("many-pages"))
    answer->n_pages = G_MAXUINT32;
  else if (is_mode ("twice"))
    send_raw (answer, sizeof *answer);
  else if (is_mode ("oversized"))
    {
      send_oversized (answer);
      return;
    }
  send_raw (answer, sizeof *answer);
}

/* Later operations, each with a lie of its own. */
static void
answer_later (const YsPdfRequest *request, YsPdfAnswer *answer, guint n_before)
{
  if (is_mode ("die-later") && n_before >= 2)
    _exit (0);
  answer->n_pages = 1;
  answer->length = request->operation == YS_PDF_OPERATION_PAGES ? sizeof (YsPdfPageRecord) : 0;
  if (is_mode ("no-progress"))
    answer->n_pages = 0;
  if (is_mode ("backwards"))
    answer->next_page = request->page ? request->page : 7;
  if (request->operation == YS_PDF_OPERATION_RENDER)
    answer->stride = is_mode ("stride") ? 1 : request->width * 4;
  if (request->operation == YS_PDF_OPERATION_RENDER)
    answer->length = (guint64)answer->stride * request->height;
  if (request->operation == YS_PDF_OPERATION_TEXT)
    {
      answer->n_characters = is_mode ("frames") ? 1000000 : 2;
      answer->length = is_mode ("frames") ? 64 : 2 * sizeof (YsPdfFrameRecord) + 2;
      memset (buffer, 0xff, 2 * sizeof (YsPdfFrameRecord)); /* NaN */
      memcpy (buffer + 2 * sizeof (YsPdfFrameRecord), is_mode ("bytes") ? "\xff\xff" : "ab", 2);
    }
  if (request->operation == YS_PDF_OPERATION_EXTRACT)
    {
      answer->total = is_mode ("total") ? G_MAXUINT64 : 100;
      answer->length = is_mode ("short") ? 1 : YS_PDF_BUFFER_SIZE;
    }
  send_raw (answer, sizeof *answer);
}

/* ---- before ---- */

/* Descriptors and variables that came along, before landlock hides /proc. */
static void
note_inherited (char **environment)
{
  DIR *listing = opendir ("/proc/self/fd");
  const struct dirent *entry;

  while (listing && (entry = readdir (listing)) != NULL)
    {
      if (atoi (entry->d_name) > YS_PDF_FD_BUFFER && atoi (entry->d_name) != dirfd (listing))
        g_strlcat (inherited, "descriptor ", sizeof inherited);
    }
  if (listing)
    closedir (listing);
  for (; *environment; environment++)
    {
      if (g_str_has_prefix (*environment, "YANSHOU_"))
        g_strlcat (inherited, "variable ", sizeof inherited);
    }
}

static void
read_mode (void)
{
  static const char start[] = "%PDF-1.7 ";
  char head[sizeof start + sizeof mode] = { 0 };
  gssize got = pread (YS_PDF_FD_DOCUMENT, head, sizeof head - 1, 0);

  if (got > (gssize)sizeof start)
    g_strlcpy (mode, head + sizeof start - 1, sizeof mode);
}

int
main (int argc, char **argv, char **environment)
{
  const char *const read_only[] = { "/usr/share", NULL };
  const YsConfineLimits limits = { YS_SANITIZED ? 0 : (guint64)1 << 30, 60, read_only };
  YsConfineReport report = { 0 };
  YsPdfAnswer hello = { .magic = YS_PDF_PROTOCOL_MAGIC };
  YsPdfRequest request;
  guint n_answers = 0;

  note_inherited (environment);
  read_mode ();
  if (is_mode ("die-at-start"))
    _exit (3);
  buffer = mmap (NULL, YS_PDF_BUFFER_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, YS_PDF_FD_BUFFER, 0);
  if (!is_mode ("unconfined") && !ys_confine_self (&limits, &report, NULL))
    return 1;
  hello.status = is_mode ("unconfined") ? YS_PDF_STATUS_UNCONFINED : YS_PDF_STATUS_OK;
  hello.flags = report.landlock ? YS_PDF_HELLO_LANDLOCK : 0;
  send_raw (&hello, sizeof hello);
  while (recv (YS_PDF_FD_SOCKET, &request, sizeof request, 0) == (gssize)sizeof request)
    {
      YsPdfAnswer answer = { .magic = YS_PDF_PROTOCOL_MAGIC, .serial = request.serial, .n_pages = 1 };
      if (request.operation == YS_PDF_OPERATION_OPEN && is_mode ("acts"))
        try_all (answer.title, sizeof answer.title);
      if (request.operation == YS_PDF_OPERATION_OPEN && is_mode ("inherited"))
        g_snprintf (answer.title, sizeof answer.title, "came along: %s", inherited);
      misbehave (&request, &answer);
      if (request.operation == YS_PDF_OPERATION_OPEN)
        answer_wrongly (&request, &answer);
      else
        answer_later (&request, &answer, n_answers);
      n_answers++;
    }
  _exit (0);
}
