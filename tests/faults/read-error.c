/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into a program under test: the READ_ERROR_NTH-th reading or opening of a file below READ_ERROR_DISK fails with
 * READ_ERROR_ERRNO, once; as a disk that stumbles, a file somebody holds, or a process out of descriptors. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

static int count;

/* 1, with errno set, where this call must fail. */
static int
is_struck (const char *path)
{
  const char *disk = getenv ("READ_ERROR_DISK");
  const char *nth = getenv ("READ_ERROR_NTH");
  const char *code = getenv ("READ_ERROR_ERRNO");

  if (disk == NULL || nth == NULL || code == NULL || strncmp (path, disk, strlen (disk)) != 0
      || __atomic_add_fetch (&count, 1, __ATOMIC_SEQ_CST) != atoi (nth))
    return 0;
  errno = atoi (code);
  return 1;
}

static int
is_struck_at (int fd)
{
  char link[64], path[PATH_MAX];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length < 0)
    return 0;
  path[length] = '\0';
  return is_struck (path);
}

int
open (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode;

  va_start (arguments, flags);
  mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (arguments, mode_t) : 0;
  va_end (arguments);
  return is_struck (path) ? -1 : NEXT (open64) (path, flags, mode);
}

ssize_t
pread (int fd, void *data, size_t length, off_t offset)
{
  return is_struck_at (fd) ? -1 : NEXT (pread64) (fd, data, length, offset);
}

ssize_t
read (int fd, void *data, size_t length)
{
  return is_struck_at (fd) ? -1 : NEXT (read) (fd, data, length);
}
