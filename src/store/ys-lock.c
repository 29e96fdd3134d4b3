/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lock of a workspace folder, as an open file description lock.
 * A POSIX lock would be lost when its owner closes any descriptor of the file; this one dies with its holder only. */
#include "ys-lock.h"
#include "ys-date.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Ends the line of a holder, before its number. */
#define PID_WORD ", pid "

/* Readers leave no name; the line in the file is then of somebody who is long gone. */
static gboolean
is_read (int fd)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  return fcntl (fd, F_OFD_GETLK, &lock) == 0 && lock.l_type == F_RDLCK;
}

/* How long a holder may take to write down its name, and how often one looks. */
#define NAME_WITHIN (500 * G_TIME_SPAN_MILLISECOND)
#define LOOK_EVERY (2 * G_TIME_SPAN_MILLISECOND)

/* The line of the holder; NULL where there is none yet. @living: nor where it may be of one who was killed; inside a
 * sandbox other programs have no numbers, so in the end any line will do. Full. */
static char *
read_holder (int fd, gboolean living)
{
  char line[256] = "";
  ssize_t got = pread (fd, line, sizeof line - 1, 0);
  const char *number = got > 0 ? strstr (line, PID_WORD) : NULL;
  int pid = number != NULL ? atoi (number + strlen (PID_WORD)) : 0;

  if (pid <= 0 || line[got - 1] != '\n' || (living && kill (pid, 0) != 0 && errno == ESRCH))
    return NULL;
  g_strchomp (line);
  return g_utf8_validate (line, -1, NULL) ? g_strdup (line) : NULL;
}

static void
set_busy (const char *folder, gboolean nameless, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  g_autofree char *holder = NULL;
  int fd = nameless ? -1 : open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  gint64 end = g_get_monotonic_time () + NAME_WITHIN;

  while (fd >= 0 && (holder = read_holder (fd, TRUE)) == NULL && g_get_monotonic_time () < end)
    g_usleep (LOOK_EVERY);
  if (fd >= 0 && holder == NULL)
    holder = read_holder (fd, FALSE);
  if (fd >= 0)
    close (fd);
  ys_set_error (error, YS_ERROR_STORE_BUSY, folder, _("This workspace is open elsewhere: %s"),
                holder != NULL ? holder : _("another program"));
}

int
ys_lock_take (const char *folder, const char *holder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);

  if (fd < 0)
    {
      ys_set_error_from_errno (error, errno, path, _("Locking the workspace"));
      return -1;
    }
  if (fcntl (fd, F_OFD_SETLK, &lock) != 0)
    {
      if (errno == EAGAIN || errno == EACCES)
        set_busy (folder, is_read (fd), error);
      else
        ys_set_error_from_errno (error, errno, path, _("Locking the workspace"));
      close (fd);
      return -1;
    }

  g_autofree char *since = ys_time_to_display (ys_clock_now ());
  g_autofree char *line = g_strdup_printf ("%s, %s" PID_WORD "%d\n", holder, since, (int) getpid ());
  /* The words are for the second comer; the lock holds without them, so a full disk is no reason to refuse. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, line, strlen (line), 0) < 0)
    g_debug ("the holder of %s could not be written", path);
  return fd;
}

gboolean
ys_lock_share (const char *folder, int *fd, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET };

  *fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (*fd < 0 || fcntl (*fd, F_OFD_SETLK, &lock) == 0)
    return TRUE;
  gboolean busy = errno == EAGAIN || errno == EACCES;
  if (busy)
    set_busy (folder, FALSE, error);
  close (*fd);
  *fd = -1;
  return !busy;
}

void
ys_lock_free (int fd)
{
  if (fd < 0)
    return;
  if (ftruncate (fd, 0) != 0)
    g_debug ("the holder's name could not be taken out of the lock: %s", g_strerror (errno));
  close (fd);
}
