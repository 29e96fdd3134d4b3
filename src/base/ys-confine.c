/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Confinement of a helper process: limits, no_new_privs, a seccomp allow-list and landlock where there is
 * one. What a helper does not need is refused with EPERM, so that a library that merely tries goes on without
 * it. */
#include "ys-confine.h"
#include "ys-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Rights that later versions of landlock added; Debian 12's header knows only the first. */
#define ACCESS_FS_V1 ((G_GUINT64_CONSTANT (1) << 13) - 1)
#define ACCESS_FS_REFER (G_GUINT64_CONSTANT (1) << 13)
#define ACCESS_FS_TRUNCATE (G_GUINT64_CONSTANT (1) << 14)

#define OPEN_FILES_LIMIT 64

/* What readers of files need besides opening: memory, reading, answering on descriptors they were given,
 * time. No call here makes a process, a socket, a file or a change to one. */
static const int allowed_calls[] = {
  SCMP_SYS (read),          SCMP_SYS (pread64),         SCMP_SYS (readv),
  SCMP_SYS (preadv),        SCMP_SYS (write),           SCMP_SYS (writev),
  SCMP_SYS (close),         SCMP_SYS (fstat),           SCMP_SYS (newfstatat),
  SCMP_SYS (stat),          SCMP_SYS (lstat),           SCMP_SYS (statx),
  SCMP_SYS (statfs),        SCMP_SYS (fstatfs),         SCMP_SYS (lseek),
  SCMP_SYS (fadvise64),     SCMP_SYS (access),          SCMP_SYS (faccessat),
  SCMP_SYS (faccessat2),    SCMP_SYS (readlink),        SCMP_SYS (readlinkat),
  SCMP_SYS (getdents64),    SCMP_SYS (getcwd),          SCMP_SYS (dup),
  SCMP_SYS (mmap),          SCMP_SYS (mprotect),        SCMP_SYS (munmap),
  SCMP_SYS (mremap),        SCMP_SYS (madvise),         SCMP_SYS (brk),
  SCMP_SYS (futex),         SCMP_SYS (rt_sigaction),    SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),  SCMP_SYS (sigaltstack),     SCMP_SYS (getpid),
  SCMP_SYS (gettid),        SCMP_SYS (getppid),         SCMP_SYS (getuid),
  SCMP_SYS (geteuid),       SCMP_SYS (getgid),          SCMP_SYS (getegid),
  SCMP_SYS (exit),          SCMP_SYS (exit_group),      SCMP_SYS (restart_syscall),
  SCMP_SYS (clock_gettime), SCMP_SYS (clock_getres),    SCMP_SYS (clock_nanosleep),
  SCMP_SYS (nanosleep),     SCMP_SYS (gettimeofday),    SCMP_SYS (time),
  SCMP_SYS (times),         SCMP_SYS (getrandom),       SCMP_SYS (getrusage),
  SCMP_SYS (poll),          SCMP_SYS (ppoll),           SCMP_SYS (select),
  SCMP_SYS (pselect6),      SCMP_SYS (recvmsg),         SCMP_SYS (recvfrom),
  SCMP_SYS (sendmsg),       SCMP_SYS (sendto),          SCMP_SYS (uname),
  SCMP_SYS (sysinfo),       SCMP_SYS (sched_yield),     SCMP_SYS (sched_getaffinity),
  SCMP_SYS (arch_prctl),    SCMP_SYS (set_robust_list), SCMP_SYS (rseq),
  SCMP_SYS (eventfd2),      SCMP_SYS (pipe2),           SCMP_SYS (getrlimit),
};

static gboolean
set_limit (__rlimit_resource_t resource, rlim_t soft, rlim_t hard, GError **error)
{
  struct rlimit limit = { soft, hard };
  if (setrlimit (resource, &limit) == 0)
    return TRUE;
  ys_set_error (error, YS_ERROR_CONFINEMENT, NULL, _ ("The helper process cannot limit itself: %s"),
                g_strerror (errno));
  return FALSE;
}

static gboolean
set_limits (const YsConfineLimits *limits, GError **error)
{
  if (limits->address_space > 0
      && !set_limit (RLIMIT_AS, limits->address_space, limits->address_space, error))
    return FALSE;
  /* The hard limit a second later, so that the signal tells time (SIGXCPU) from the kernel's want of memory
   * (SIGKILL).
   */
  if (limits->cpu_seconds > 0
      && !set_limit (RLIMIT_CPU, limits->cpu_seconds, (rlim_t)limits->cpu_seconds + 1, error))
    return FALSE;
  return set_limit (RLIMIT_CORE, 0, 0, error) && set_limit (RLIMIT_FSIZE, 0, 0, error)
         && set_limit (RLIMIT_NOFILE, OPEN_FILES_LIMIT, OPEN_FILES_LIMIT, error);
}

/* ---- landlock, by raw calls: glibc 2.36 has no wrappers ---- */

static guint64
landlock_rights (void)
{
  long version = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  guint64 rights = ACCESS_FS_V1;
  if (version < 1)
    return 0;
  if (version >= 2)
    rights |= ACCESS_FS_REFER;
  if (version >= 3)
    rights |= ACCESS_FS_TRUNCATE;
  return rights;
}

static void
landlock_allow_reading (int ruleset, const char *path)
{
  struct landlock_path_beneath_attr rule = { 0 };
  int parent = open (path, O_PATH | O_CLOEXEC);
  /* A folder that isn't there needs no permission. */
  if (parent < 0)
    return;
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  rule.parent_fd = parent;
  if (syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0)
    g_debug ("landlock: no rule for %s: %s", path, g_strerror (errno));
  close (parent);
}

/* FALSE where the kernel has no landlock or refuses it: that is reported, not an error. */
static gboolean
restrict_by_landlock (const YsConfineLimits *limits)
{
  struct landlock_ruleset_attr attributes = { .handled_access_fs = landlock_rights () };
  gboolean restricted = FALSE;
  int ruleset;

  if (attributes.handled_access_fs == 0)
    return FALSE;
  ruleset = (int)syscall (SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
  if (ruleset < 0)
    return FALSE;
  for (gsize i = 0; limits->read_only && limits->read_only[i]; i++)
    landlock_allow_reading (ruleset, limits->read_only[i]);
  restricted = syscall (SYS_landlock_restrict_self, ruleset, 0) == 0;
  close (ruleset);
  return restricted;
}

/* ---- seccomp ---- */

/* Calls that this architecture lacks (open and stat on arm64) have negative numbers. */
static gboolean
exists (int call)
{
  return call >= 0;
}

static int
allow_reading_opens (scmp_filter_ctx filter)
{
  /* Only what cannot make, change or empty a file. */
  const scmp_datum_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  int failed = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1,
                                 SCMP_A2 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY));
  if (failed || !exists (SCMP_SYS (open)))
    return failed;
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (open), 1,
                           SCMP_A1 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY));
}

static int
allow_with_argument (scmp_filter_ctx filter)
{
  static const int commands[] = { F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC, F_GET_SEALS };
  int failed = 0;

  for (gsize i = 0; !failed && i < G_N_ELEMENTS (commands); i++)
    failed = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (fcntl), 1,
                               SCMP_A1 (SCMP_CMP_EQ, (scmp_datum_t)commands[i]));
  /* abort() signals the process itself; nothing else may be signalled. */
  if (!failed)
    failed = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1,
                               SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t)getpid ()));
  /* glibc tries clone3 first and falls back to clone only on ENOSYS; that then gets the EPERM it understands.
   */
  if (!failed)
    failed = seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0);
  return failed;
}

static gboolean
restrict_by_seccomp (GError **error)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  int failed = filter ? 0 : -ENOMEM;

  for (gsize i = 0; !failed && i < G_N_ELEMENTS (allowed_calls); i++)
    {
      if (exists (allowed_calls[i]))
        failed = seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed_calls[i], 0);
    }
  if (!failed)
    failed = allow_reading_opens (filter);
  if (!failed)
    failed = allow_with_argument (filter);
  if (!failed)
    failed = seccomp_load (filter);
  if (filter)
    seccomp_release (filter);
  if (failed)
    ys_set_error (error, YS_ERROR_CONFINEMENT, NULL,
                  _ ("The kernel does not let the helper process give up its rights: %s"),
                  g_strerror (-failed));
  return failed == 0;
}

gboolean
ys_confine_self (const YsConfineLimits *limits, YsConfineReport *report, GError **error)
{
  YsConfineReport active = { 0 };

  active.limits = set_limits (limits, error);
  if (!active.limits)
    return FALSE;
  active.no_new_privs = prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  if (!active.no_new_privs)
    {
      ys_set_error (error, YS_ERROR_CONFINEMENT, NULL,
                    _ ("The kernel does not let the helper process give up its rights: %s"),
                    g_strerror (errno));
      return FALSE;
    }
  active.landlock = restrict_by_landlock (limits);
  active.seccomp = restrict_by_seccomp (error);
  if (!active.seccomp)
    return FALSE;
  if (report)
    *report = active;
  return TRUE;
}
