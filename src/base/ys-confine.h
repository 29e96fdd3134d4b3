/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Confinement of a helper process: limits, no_new_privs, seccomp, landlock. Called by the helper itself, once,
 * before it reads a byte of foreign data. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint64 address_space;          /* bytes; 0 = none (sanitizer builds) */
  guint cpu_seconds;              /* RLIMIT_CPU */
  const char *const *read_only;   /* folders that landlock leaves readable (fonts, poppler-data), NULL-terminated */
} YsConfineLimits;

/* What is in force afterwards, for the diagnosis page and `doctor`. */
typedef struct {
  gboolean limits, no_new_privs, seccomp, landlock;
} YsConfineReport;

/* Confines the calling process for good. Seccomp and limits are required (else error); landlock where the kernel has
 * it. Refused afterwards: clone, fork, execve, socket, open for writing, ptrace, kill of others. */
gboolean ys_confine_self (const YsConfineLimits *limits, YsConfineReport *report, GError **error);

G_END_DECLS
