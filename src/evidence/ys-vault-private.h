/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What storing and checking share. Private to src/evidence. */
#pragma once

#include "ys-vault.h"

struct _YsVault
{
  char *workspace; /* for messages */
  int workspace_fd, evidence_fd, staging_fd;
};

#define YS_VAULT_BLOCK ((gsize)1 << 20)
#define YS_VAULT_STAGED_PREFIX "evidence-"
#define YS_VAULT_STAGED_SUFFIX ".part"

/* The SHA-256 of all of @fd, from the device rather than memory where the kernel can; NULL on error. */
char *ys_vault_digest_fd (int fd, const char *name, GCancellable *cancellable, GError **error);
/* "ab/<digest>.pdf", from evidence/. */
char *ys_vault_name_inside (const char *digest);
