/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that stay keep their entries, and so their pictures and the selection. */
#include "ys-evidence-model.h"

#include "ys-id.h"

static YsEvidenceEntry *
get_entry (GListStore *self, guint i)
{
  g_autoptr (YsEvidenceEntry) entry = g_list_model_get_item (G_LIST_MODEL (self), i);

  return entry; /* the store holds it */
}

/* Titles that more than one PDF has. */
static GHashTable *
count_titles (GPtrArray *all)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      char *folded = ys_text_fold (((const YsEvidenceInfo *)g_ptr_array_index (all, i))->title);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (titles, folded));

      g_hash_table_replace (titles, folded, GUINT_TO_POINTER (n + 1));
    }
  return titles;
}

static gboolean
same_files (GListStore *self, GPtrArray *all)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self)) != all->len)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const YsEvidenceInfo *info = g_ptr_array_index (all, i);
      if (!g_str_equal (ys_evidence_entry_get_info (get_entry (self, i))->digest, info->digest))
        return FALSE;
    }
  return TRUE;
}

/* Files came or went: entries that stay keep their pictures. */
static void
replace_files (GListStore *self, YsWorkspace *workspace, GPtrArray *all)
{
  g_autoptr (GHashTable) old = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < before; i++)
    g_hash_table_insert (old, ys_evidence_entry_get_info (get_entry (self, i))->digest, get_entry (self, i));
  for (guint i = 0; i < all->len; i++)
    {
      YsEvidenceInfo *info = g_ptr_array_index (all, i);
      YsEvidenceEntry *entry = g_hash_table_lookup (old, info->digest);

      /* it gets what is known of it with the others, below */
      g_ptr_array_add (entries, entry != NULL ? g_object_ref (entry)
                                              : ys_evidence_entry_new (ys_workspace_dup_evidence_info (workspace, info->digest)));
    }
  g_list_store_splice (self, 0, before, entries->pdata, entries->len);
}

void
ys_evidence_model_update (GListStore *self, YsWorkspace *workspace)
{
  g_autoptr (GPtrArray) all = ys_workspace_dup_evidence (workspace);
  g_autoptr (GHashTable) titles = count_titles (all);

  if (!same_files (self, all))
    replace_files (self, workspace, all);
  g_ptr_array_set_free_func (all, NULL); /* the entries take what is in it */
  for (guint i = 0; i < all->len; i++)
    {
      YsEvidenceInfo *info = g_ptr_array_index (all, i);
      g_autofree char *folded = ys_text_fold (info->title);

      ys_evidence_entry_update (get_entry (self, i), info, GPOINTER_TO_UINT (g_hash_table_lookup (titles, folded)) > 1);
    }
}

guint
ys_evidence_model_count (GListStore *self, YsEvidenceFilter filter)
{
  guint passing = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    passing += ys_evidence_entry_passes (get_entry (self, i), filter);
  return passing;
}
