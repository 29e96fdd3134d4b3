/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vault: the PDFs of a workspace as files that are named by their content and never change,
 * evidence/ab/<sha256>.pdf, mode 0444. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YsVault YsVault;

/* @workspace: the workspace's folder, with or without evidence/ and staging/ in it, which are made when first
 * needed. Holds descriptors of the folders: a later rename of the workspace does no harm. */
YsVault *ys_vault_open (const char *workspace, GError **error);
void ys_vault_free (YsVault *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsVault, ys_vault_free)

/* Bytes done and bytes in all; called in the thread of the operation. */
typedef void (*YsVaultProgress) (guint64 done, guint64 total, gpointer user_data);

/* @already_there: this content was stored before; nothing was written. */
typedef struct
{
  char *digest;
  guint64 size;
  gboolean already_there;
} YsVaultStored;
void ys_vault_stored_clear (YsVaultStored *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsVaultStored, ys_vault_stored_clear)

/* Bytes of one piece of evidence: a package stays below 4 GiB and holds more than one PDF. */
#define YS_VAULT_MAX_SIZE (G_GUINT64_CONSTANT (3) << 30)

/**
 * ys_vault_store_fd: stores all of @fd, read from offset 0; hashed while it is copied; on disk for sure
 * (fsync of file and folder) when this returns TRUE. On an error, a full disk or cancelling nothing is left
 * behind. Blocks: call it in a thread. @progress may be NULL. @name: for messages. Errors: TOO_LARGE, IO,
 * NO_SPACE, READ_ONLY, NO_PERMISSION, CANCELLED, IO also where the source changes while it is read.
 */
gboolean ys_vault_store_fd (YsVault *self, int fd, const char *name, YsVaultProgress progress,
                            gpointer user_data, GCancellable *cancellable, YsVaultStored *stored,
                            GError **error);
/* Opens @path (any bytes; a last component that is a link, and what is no regular file, are refused) and
 * stores it. */
gboolean ys_vault_store_path (YsVault *self, const char *path, YsVaultProgress progress, gpointer user_data,
                              GCancellable *cancellable, YsVaultStored *stored, GError **error);

/* A descriptor for reading; -1 with NOT_FOUND where the file is missing. */
int ys_vault_open_file (YsVault *self, const char *digest, GError **error);
gboolean ys_vault_has (YsVault *self, const char *digest);
/* "evidence/ab/<digest>.pdf", from the workspace's folder. */
char *ys_vault_get_relative_path (const char *digest);

/* Reads the file again and compares: BAG_DIGEST where its content was changed, NOT_FOUND where it is missing.
 */
gboolean ys_vault_check (YsVault *self, const char *digest, GCancellable *cancellable, GError **error);

/* What a check of all found. Arrays of digests (NULL-terminated at the end is not promised; use len). */
typedef struct
{
  guint n_sound;
  GPtrArray *missing, *changed, *unreadable; /* char* */
} YsVaultReport;
void ys_vault_report_free (YsVaultReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsVaultReport, ys_vault_report_free)
/* Checks every digest in @known (NULL-terminated). NULL only where it was cancelled. */
YsVaultReport *ys_vault_check_all (YsVault *self, const char *const *known, YsVaultProgress progress,
                                   gpointer user_data, GCancellable *cancellable, GError **error);

/* Removes stored files that are not among @known (a set: digests as keys) and were last touched more than 30
 * days before ys_clock_now(), and what a crash left in staging for a day. Storing again touches. @n_removed
 * may be NULL. */
gboolean ys_vault_sweep (YsVault *self, GHashTable *known, guint *n_removed, GError **error);

G_END_DECLS
