/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into a program under test: every folder says that it lies on the file system FILE_SYSTEM, a number of
 * statfs(2). */
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/vfs.h>

int
statfs (const char *path, struct statfs *info)
{
  const char *kind = getenv ("FILE_SYSTEM");
  int result = ((int (*) (const char *, struct statfs *)) dlsym (RTLD_NEXT, "statfs64")) (path, info);

  if (result == 0 && kind != NULL)
    info->f_type = (__typeof__ (info->f_type)) strtoul (kind, NULL, 0);
  return result;
}
