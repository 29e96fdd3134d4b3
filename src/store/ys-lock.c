/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lock of a workspace folder, as an open file description lock.
 * A POSIX lock would be lost when its owner closes any descriptor of the file; this one dies with its holder only. */
#include "ys-lock.h"
#include "ys-date.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Readers leave no name; the line in the file is then of somebody who is long gone. */
static gboolean
is_read (int fd)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  return fcntl (fd, F_OFD_GETLK, &lock) == 0 && lock.l_type == F_RDLCK;
}

static void
set_busy (GError **error, int fd, const char *path)
{
  char holder[256] = "";
  ssize_t got = is_read (fd) ? 0 : pread (fd, holder, sizeof holder - 1, 0);

  if (got > 0)
    g_strchomp (holder);
  if (got <= 0 || holder[0] == '\0' || !g_utf8_validate (holder, -1, NULL))
    g_strlcpy (holder, _("another program"), sizeof holder);
  ys_set_error (error, YS_ERROR_STORE_BUSY, path, _("This workspace is open elsewhere: %s"), holder);
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
        set_busy (error, fd, folder);
      else
        ys_set_error_from_errno (error, errno, path, _("Locking the workspace"));
      close (fd);
      return -1;
    }

  g_autofree char *since = ys_time_to_display (ys_clock_now ());
  g_autofree char *line = g_strdup_printf ("%s, %s, pid %d\n", holder, since, (int) getpid ());
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
    set_busy (error, *fd, folder);
  close (*fd);
  *fd = -1;
  return !busy;
}
