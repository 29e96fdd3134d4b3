/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into a program under test: the n-th call that changes a file fails, or the program is killed
 * there. FAIL_NTH=n counts from 1; FAIL_ERRNO is the error number, 0 kills. Reading calls are left alone. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

int renameat2 (int, const char *, int, const char *, unsigned int);

static int count;

/* 1 where this call must fail with errno set. */
static int
is_struck (void)
{
  const char *nth = getenv ("FAIL_NTH");
  const char *code = getenv ("FAIL_ERRNO");

  if (nth == NULL || code == NULL || __atomic_add_fetch (&count, 1, __ATOMIC_SEQ_CST) != atoi (nth))
    return 0;
  if (atoi (code) == 0)
    raise (SIGKILL);
  errno = atoi (code);
  return 1;
}

#define NEXT(name) ((__typeof__ (&name))dlsym (RTLD_NEXT, #name))

ssize_t
pwrite (int fd, const void *data, size_t length, off_t offset)
{
  return is_struck () ? -1 : NEXT (pwrite) (fd, data, length, offset);
}

int
fsync (int fd)
{
  return is_struck () ? -1 : NEXT (fsync) (fd);
}

int
ftruncate (int fd, off_t length)
{
  return is_struck () ? -1 : NEXT (ftruncate) (fd, length);
}

int
mkdirat (int folder, const char *name, mode_t mode)
{
  return is_struck () ? -1 : NEXT (mkdirat) (folder, name, mode);
}

int
renameat2 (int from, const char *old, int to, const char *new, unsigned int flags)
{
  return is_struck () ? -1 : NEXT (renameat2) (from, old, to, new, flags);
}

int
openat (int folder, const char *name, int flags, ...)
{
  mode_t mode = 0;

  if (flags & O_CREAT)
    {
      va_list arguments;

      va_start (arguments, flags);
      mode = va_arg (arguments, mode_t);
      va_end (arguments);
      if (is_struck ())
        return -1;
    }
  return NEXT (openat) (folder, name, flags, mode);
}
