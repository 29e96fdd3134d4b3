/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into a program under test: below READ_ONLY_DISK nothing can be opened for writing, made, renamed or deleted;
 * each such call fails with READ_ONLY_ERRNO (EROFS of a mount, EACCES of a folder of somebody else). Needs no rights. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int renameat2 (int, const char *, int, const char *, unsigned int);

#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

/* 1, with errno set, where @path (from @folder) lies on the disk. */
static int
is_barred (int folder, const char *path)
{
  const char *disk = getenv ("READ_ONLY_DISK");
  const char *code = getenv ("READ_ONLY_ERRNO");
  char link[64], base[PATH_MAX] = "";

  if (disk == NULL || code == NULL)
    return 0;
  if (path[0] != '/')
    {
      ssize_t length;
      snprintf (link, sizeof link, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
      length = readlink (link, base, sizeof base - 1);
      if (length < 0)
        return 0;
      base[length] = '\0';
    }
  if (strncmp (path[0] == '/' ? path : base, disk, strlen (disk)) != 0)
    return 0;
  errno = atoi (code);
  return 1;
}

static int
is_writing (int flags)
{
  return (flags & (O_WRONLY | O_RDWR | O_TRUNC | O_APPEND)) != 0;
}

/* A file that is not there yet can't be made; one that is there can be opened for reading with O_CREAT too. */
static int
bars_opening (int folder, const char *path, int flags)
{
  int makes = (flags & O_CREAT) != 0 && faccessat (folder, path, F_OK, AT_SYMLINK_NOFOLLOW) != 0;

  return (is_writing (flags) || makes) && is_barred (folder, path);
}

int
open (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode;

  va_start (arguments, flags);
  mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (arguments, mode_t) : 0;
  va_end (arguments);
  return bars_opening (AT_FDCWD, path, flags) ? -1 : NEXT (open64) (path, flags, mode);
}

int
openat (int folder, const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode;

  va_start (arguments, flags);
  mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (arguments, mode_t) : 0;
  va_end (arguments);
  return bars_opening (folder, path, flags) ? -1 : NEXT (openat64) (folder, path, flags, mode);
}

int
mkdir (const char *path, mode_t mode)
{
  struct stat info;

  if (stat (path, &info) != 0 && is_barred (AT_FDCWD, path))
    return -1;
  return NEXT (mkdir) (path, mode);
}

int
mkdirat (int folder, const char *path, mode_t mode)
{
  struct stat info;

  if (fstatat (folder, path, &info, 0) != 0 && is_barred (folder, path))
    return -1;
  return NEXT (mkdirat) (folder, path, mode);
}

int
rename (const char *from, const char *to)
{
  return is_barred (AT_FDCWD, from) || is_barred (AT_FDCWD, to) ? -1 : NEXT (rename) (from, to);
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags)
{
  if (is_barred (from_folder, from) || is_barred (to_folder, to))
    return -1;
  return NEXT (renameat2) (from_folder, from, to_folder, to, flags);
}

int
link (const char *from, const char *to)
{
  return is_barred (AT_FDCWD, to) ? -1 : NEXT (link) (from, to);
}

int
unlink (const char *path)
{
  return is_barred (AT_FDCWD, path) ? -1 : NEXT (unlink) (path);
}

int
unlinkat (int folder, const char *path, int flags)
{
  return is_barred (folder, path) ? -1 : NEXT (unlinkat) (folder, path, flags);
}
