/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into a program under test: the folder SMALL_DISK holds SMALL_DISK_BYTES and no more, as a full disk would
 * have it. Needs no rights, unlike a mount; files may still be overwritten in place, emptied and deleted. */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))
#define BLOCK 4096

/* Blocks taken below @path. */
static long long
used (const char *path)
{
  DIR *folder = opendir (path);
  struct dirent *entry;
  long long total = 0;

  while (folder != NULL && (entry = readdir (folder)) != NULL)
    {
      char inner[4096];
      struct stat info;

      if (strcmp (entry->d_name, ".") == 0 || strcmp (entry->d_name, "..") == 0
          || snprintf (inner, sizeof inner, "%s/%s", path, entry->d_name) >= (int) sizeof inner
          || lstat (inner, &info) != 0)
        continue;
      if (S_ISDIR (info.st_mode))
        total += used (inner);
      else
        total += (info.st_size + BLOCK - 1) / BLOCK * BLOCK;
    }
  if (folder != NULL)
    closedir (folder);
  return total;
}

static int
is_inside (int fd, const char *disk)
{
  char link[64], path[4096];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length < 0)
    return 0;
  path[length] = '\0';
  return strncmp (path, disk, strlen (disk)) == 0;
}

static long long
room (const char *disk)
{
  const char *bytes = getenv ("SMALL_DISK_BYTES");
  long long left = (bytes != NULL ? atoll (bytes) : 0) - used (disk);

  return left > 0 ? left : 0;
}

/* 1, with errno set, where @fd would grow to @end beyond what the disk holds. */
static int
is_full (int fd, long long end)
{
  const char *disk = getenv ("SMALL_DISK");
  struct stat info;
  long long growth;

  if (disk == NULL || fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || end <= info.st_size || !is_inside (fd, disk))
    return 0;
  growth = (end + BLOCK - 1) / BLOCK * BLOCK - (info.st_size + BLOCK - 1) / BLOCK * BLOCK;
  if (growth == 0 || growth <= room (disk))
    return 0;
  errno = ENOSPC;
  return 1;
}

ssize_t
pwrite (int fd, const void *data, size_t length, off_t offset)
{
  return is_full (fd, offset + (long long) length) ? -1 : NEXT (pwrite64) (fd, data, length, offset);
}

ssize_t
write (int fd, const void *data, size_t length)
{
  off_t offset = lseek (fd, 0, SEEK_CUR);
  int saved = errno;

  if (offset >= 0 && is_full (fd, offset + (long long) length))
    return -1;
  errno = saved;
  return NEXT (write) (fd, data, length);
}

ssize_t
splice (int in, off64_t *in_offset, int out, off64_t *out_offset, size_t length, unsigned int flags)
{
  off_t offset = lseek (out, 0, SEEK_CUR);

  if (offset >= 0 && is_full (out, offset + (long long) length))
    return -1;
  return NEXT (splice) (in, in_offset, out, out_offset, length, flags);
}

int
ftruncate (int fd, off_t length)
{
  return is_full (fd, length) ? -1 : NEXT (ftruncate64) (fd, length);
}

int
fallocate (int fd, int mode, off_t offset, off_t length)
{
  return is_full (fd, offset + length) ? -1 : NEXT (fallocate64) (fd, mode, offset, length);
}

int
posix_fallocate (int fd, off_t offset, off_t length)
{
  return is_full (fd, offset + length) ? ENOSPC : NEXT (posix_fallocate64) (fd, offset, length);
}

int
fstatvfs (int fd, struct statvfs *info)
{
  const char *disk = getenv ("SMALL_DISK");
  int result = NEXT (fstatvfs64) (fd, (struct statvfs64 *) info);

  if (result == 0 && disk != NULL && is_inside (fd, disk))
    {
      info->f_frsize = BLOCK;
      info->f_bavail = info->f_bfree = (fsblkcnt_t) (room (disk) / BLOCK);
    }
  return result;
}
