/* SPDX-License-Identifier: GPL-3.0-or-later */
/* package.xml against the rest of a sound package: what it lists is there, what is there it lists. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-bag-names.h"
#include "ys-package-reading-private.h"

#define MAX_FAULTS 200

static void
add_fault (YsPackageReading *self, const char *where, char *sentence)
{
  if (ys_faults_get_n (self->faults) < MAX_FAULTS)
    ys_faults_add (self->faults, YS_ERROR_BAG_LAYOUT, YS_BAG_PACKAGE_NAME, 0, where, "%s", sentence);
  g_free (sentence);
}

static void
check_names (YsPackageReading *self)
{
  g_autofree char *top = ys_package_facts_dup_top (self->facts);

  /* A folder may have been given any name. */
  if (!self->is_folder && strcmp (self->name, top) != 0)
    add_fault (self, NULL,
               g_strdup_printf (_ ("The folder in the archive is \"%s\"; by package.xml it must be \"%s\"."),
                                self->name, top));
  if (self->info_id != NULL && strcmp (self->info_id, self->facts->id) != 0)
    add_fault (self, "id", g_strdup (_ ("bag-info.txt and package.xml state different ids.")));
}

static void
check_documents (YsPackageReading *self)
{
  const char *const *stems = ys_package_kind_stems (self->facts->kind);
  guint n_documents = 0;

  for (guint i = 0; i < self->facts->documents->len; i++)
    {
      const YsPackageDocument *document = g_ptr_array_index (self->facts->documents, i);
      g_autofree char *name = g_strconcat ("data/", document->name, NULL);
      g_autofree char *stem = g_strndup (document->name, strlen (document->name) - strlen (".xml"));
      const YsPackageFile *file = ys_package_reading_find (self, name);

      if (file == NULL || g_strcmp0 (file->digest, document->digest) != 0 || file->size != document->size)
        add_fault (self, document->name,
                   g_strdup_printf (_ ("\"%s\" is not the document that package.xml lists."), name));
      if (strcmp (stem, "journal") != 0 && !g_strv_contains (stems, stem))
        add_fault (self, document->name,
                   g_strdup_printf (_ ("A package of this kind does not hold %s."), document->name));
    }
  for (guint i = 0; i < self->files->len; i++)
    n_documents +=
        ys_bag_role_of (((const YsPackageFile *)g_ptr_array_index (self->files, i))->name) == YS_BAG_DOCUMENT;
  if (n_documents != self->facts->documents->len)
    add_fault (self, "document",
               g_strdup (_ ("The package holds documents that package.xml does not list.")));
}

static void
check_evidence (YsPackageReading *self)
{
  g_autoptr (GHashTable) sizes = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_evidence = 0;

  for (guint i = 0; i < self->files->len; i++)
    {
      YsPackageFile *file = g_ptr_array_index (self->files, i);

      if (ys_bag_role_of (file->name) != YS_BAG_EVIDENCE)
        continue;
      n_evidence++;
      g_hash_table_insert (sizes, file->digest, file);
    }
  for (guint i = 0; i < self->facts->evidence->len; i++)
    {
      const YsPackageEvidence *evidence = g_ptr_array_index (self->facts->evidence, i);
      const YsPackageFile *file = g_hash_table_lookup (sizes, evidence->id);

      if (file == NULL || file->size != evidence->size)
        add_fault (self, evidence->id,
                   g_strdup_printf (_ ("The evidence \"%s\" that package.xml lists is not there."),
                                    evidence->title));
    }
  if (n_evidence != self->facts->evidence->len)
    add_fault (self, "evidence", g_strdup (_ ("The package holds evidence that package.xml does not list.")));
}

void
ys_package_check_facts (YsPackageReading *self)
{
  check_names (self);
  check_documents (self);
  check_evidence (self);
}
