/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every import does alike: no other package gives way, PDFs into the vault, rows into the store, the receipt for the sender.
 * Evidence that is here already, from whomever it came, is stored once. */
#include "ys-workspace-import.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

gboolean
ys_import_clashes (YsWorkspace *self, const YsPackageReading *reading, gboolean *held)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (reading);
  g_autofree char *top = ys_package_facts_dup_top (facts);
  g_autofree char *name = g_strconcat (top, YS_PACKAGE_SUFFIX, NULL);
  gboolean clashes = FALSE;
  gboolean found = FALSE;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->packages->len; i++)
    {
      const YsPackageRow *row = g_ptr_array_index (self->packages, i);
      gboolean same_id = g_strcmp0 (row->id, facts->id) == 0;
      gboolean same = same_id && g_strcmp0 (row->digest, ys_package_reading_get_digest (reading)) == 0;

      found = found || same;
      clashes = clashes || ((same_id || g_strcmp0 (row->name, name) == 0) && !same);
    }
  g_mutex_unlock (&self->lock);
  if (held != NULL)
    *held = found;
  return clashes;
}

static gboolean
take_one (YsWorkspace *self, const YsPackageReading *reading, const YsPackageEvidence *evidence,
          GCancellable *cancellable, GError **error)
{
  g_autofree char *staging = g_build_filename (self->folder, "staging", NULL);
  g_auto (YsVaultStored) stored = { 0 };
  int fd;
  gboolean done;

  if (ys_vault_has (self->vault, evidence->id))
    return TRUE;
  fd = open (staging, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      ys_set_error_from_errno (error, errno, staging, _ ("Taking in the evidence"));
      return FALSE;
    }
  done = ys_package_reading_copy_evidence (reading, evidence->id, fd, cancellable, error)
         && ys_vault_store_fd (self->vault, fd, evidence->title, NULL, NULL, cancellable, &stored, error);
  close (fd);
  return done;
}

gboolean
ys_import_take_evidence (YsWorkspace *self, const YsPackageReading *reading, GCancellable *cancellable,
                         GError **error)
{
  const GPtrArray *evidence = ys_package_reading_get_facts (reading)->evidence;

  for (guint i = 0; i < evidence->len; i++)
    if (!take_one (self, reading, g_ptr_array_index (evidence, i), cancellable, error))
      return FALSE;
  return TRUE;
}

/* Rows are asked of the store, not of the desk: the packages of a dossier share evidence inside one change.
 */
gboolean
ys_import_store_evidence (const YsPackageFacts *facts, YsConnection *connection, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rows = ys_evidence_list (connection, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (known, ((YsEvidenceRow *)g_ptr_array_index (rows, i))->digest);
  for (guint i = 0; i < facts->evidence->len; i++)
    {
      const YsPackageEvidence *one = g_ptr_array_index (facts->evidence, i);
      YsEvidenceRow row = { .digest = one->id,
                            .title = one->title,
                            .number = one->number,
                            .original_name = one->file != NULL ? one->file : one->title,
                            .pages = one->pages,
                            .size = one->size,
                            .added_at = ys_clock_now () };
      if (!g_hash_table_contains (known, one->id) && !ys_evidence_add (connection, &row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_import_mint_receipt (YsMinting *minting, YsWorkspace *self, const YsAssessment *round,
                        const YsPackageReading *reading, const char *state, GError **error)
{
  const YsPackageVerdict *verdict = ys_package_reading_get_verdict (reading);
  const YsPackageFacts *facts = ys_package_reading_get_facts (reading);
  YsPackageReceipt *receipt;

  if (!ys_minting_begin_in_round (minting, self, round, YS_PACKAGE_RECEIPT, facts->from, facts->revision,
                                  error))
    return FALSE;
  receipt = g_new0 (YsPackageReceipt, 1);
  receipt->package = g_strdup (facts->id);
  receipt->kind = facts->kind;
  receipt->number = facts->number;
  receipt->digest = g_strdup (ys_package_reading_get_digest (reading));
  receipt->complete = g_strdup (ys_package_complete_nick (verdict->complete));
  receipt->origin = g_strdup (ys_package_origin_nick (verdict->origin));
  receipt->order = g_strdup (ys_package_order_nick (verdict->order));
  receipt->state = g_strdup (state);
  receipt->time = minting->facts->time;
  minting->facts->receipt = receipt;
  return ys_minting_add_journal (minting, self, G_MAXUINT64, error)
         && ys_minting_write (minting, self, NULL, NULL, NULL, error);
}

gboolean
ys_import_register (const YsPackageReading *reading, const char *name, const char *state, const char *reply,
                    YsConnection *connection, GError **error)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (reading);
  YsPackageRow row = { .id = facts->id,
                       .kind = (char *)ys_package_kind_nick (facts->kind),
                       .incoming = TRUE,
                       .sender = facts->from,
                       .receiver = facts->to,
                       .round = facts->round,
                       .digest = (char *)ys_package_reading_get_digest (reading),
                       .name = (char *)name,
                       .state = (char *)state,
                       .replaces = facts->replaces,
                       .reply = (char *)reply,
                       .number = facts->number,
                       .revision = facts->revision,
                       .size = ys_package_reading_get_size (reading),
                       .at = ys_clock_now () };

  return ys_package_add (connection, &row, error);
}
