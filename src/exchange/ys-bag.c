/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names first, then the small text files, then every content; nothing is believed that was not compared. */
#include "ys-bag.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-bag-names.h"
#include "ys-id.h"

#define MAX_FAULTS 200

struct _YsBag
{
  char *digest;
  GPtrArray *file_digests; /* char* or NULL, by index of the source */
  YsBagInfo info;
  gboolean sound, has_signature;
};

/* One run of ys_bag_verify(). */
typedef struct
{
  YsBag *bag;
  YsBagSource *source;
  GHashTable *indices; /* name → index + 1 */
  GHashTable *listed;  /* name → digest, of both manifests */
  YsFaults *faults;    /* of this run */
} Verification;

void
ys_bag_free (YsBag *self)
{
  g_free (self->digest);
  g_ptr_array_unref (self->file_digests);
  ys_bag_info_clear (&self->info);
  g_free (self);
}

static void
add_fault (Verification *run, YsErrorCode code, const char *name, const char *sentence)
{
  if (ys_faults_get_n (run->faults) < MAX_FAULTS)
    ys_faults_add (run->faults, code, name, 0, NULL, "%s", sentence);
}

/* ---- names ---- */

static void
check_name (Verification *run, const YsBagFile *file, const YsBagFile *before, YsBagFlags flags)
{
  YsBagRole role = ys_bag_role_of (file->name);
  g_autofree char *sentence = NULL;

  if (role == YS_BAG_UNKNOWN)
    {
      sentence = g_strdup_printf (_ ("\"%s\" does not belong to the package: %s."), file->name,
                                  ys_bag_explain_unknown (file->name));
      add_fault (run, YS_ERROR_BAG_EXTRA, file->name, sentence);
    }
  else if (file->size > ys_bag_role_get_limit (role))
    {
      sentence = g_strdup_printf (_ ("\"%s\" is larger than such a file may be."), file->name);
      add_fault (run, YS_ERROR_BAG_LAYOUT, file->name, sentence);
    }
  else if ((flags & YS_BAG_ARCHIVE_ORDER) && before != NULL
           && ys_bag_compare_names (before->name, file->name) >= 0)
    {
      sentence = g_strdup_printf (_ ("\"%s\" does not stand at its place in the archive."), file->name);
      add_fault (run, YS_ERROR_ZIP_NOT_CANONICAL, file->name, sentence);
    }
}

static void
check_names (Verification *run, YsBagFlags flags)
{
  const YsBagFile *before = NULL;

  for (guint i = 0; i < ys_bag_source_get_n (run->source); i++)
    {
      const YsBagFile *file = ys_bag_source_get (run->source, i);

      check_name (run, file, before, flags);
      g_hash_table_insert (run->indices, file->name, GUINT_TO_POINTER (i + 1));
      before = file;
    }
}

/* ---- the text files ---- */

/* Content of the one file of @role; NULL with a fault where it is missing or unreadable. Only
 * trouble of the machine is an error. */
static GBytes *
read_role (Verification *run, YsBagRole role, GError **error)
{
  const char *name = ys_bag_role_get_name (role);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (run->indices, name));
  g_autoptr (GError) local_error = NULL;
  GBytes *bytes;

  if (index == 0)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("\"%s\" is missing."), name);

      add_fault (run, YS_ERROR_BAG_LAYOUT, name, sentence);
      return NULL;
    }
  bytes = ys_bag_source_read (run->source, index - 1, ys_bag_role_get_limit (role), &local_error);
  if (bytes != NULL)
    return bytes;
  if (local_error->code == YS_ERROR_TOO_LARGE || local_error->code == YS_ERROR_ZIP_DAMAGED)
    add_fault (run, (YsErrorCode)local_error->code, name, local_error->message);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
read_text_files (Verification *run, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (GBytes) declaration = read_role (run, YS_BAG_DECLARATION, &local_error);
  g_autoptr (GBytes) info = local_error == NULL ? read_role (run, YS_BAG_INFO, &local_error) : NULL;
  g_autoptr (GBytes) manifest = local_error == NULL ? read_role (run, YS_BAG_MANIFEST, &local_error) : NULL;
  g_autoptr (GBytes) tags = local_error == NULL ? read_role (run, YS_BAG_TAG_MANIFEST, &local_error) : NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (declaration != NULL)
    ys_bag_parse_declaration (declaration, run->faults);
  if (info != NULL)
    ys_bag_parse_info (info, &run->bag->info, run->faults);
  if (manifest != NULL)
    ys_bag_parse_manifest (manifest, YS_BAG_MANIFEST_NAME, run->listed, run->faults);
  if (tags != NULL)
    {
      gsize length;
      const void *data = g_bytes_get_data (tags, &length);

      ys_bag_parse_manifest (tags, YS_BAG_TAG_MANIFEST_NAME, run->listed, run->faults);
      run->bag->digest = ys_digest_of_bytes (data, length);
    }
  return TRUE;
}

/* ---- the listing against what is there ---- */

static gboolean
must_be_listed (YsBagRole role)
{
  return role != YS_BAG_TAG_MANIFEST && role != YS_BAG_SIGNATURE && role != YS_BAG_UNKNOWN;
}

static void
check_listing (Verification *run)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (run->listed), (GCompareFunc)strcmp);

  for (guint i = 0; i < ys_bag_source_get_n (run->source); i++)
    {
      const char *name = ys_bag_source_get (run->source, i)->name;

      if (must_be_listed (ys_bag_role_of (name)) && !g_hash_table_contains (run->listed, name))
        {
          g_autofree char *sentence = g_strdup_printf (_ ("\"%s\" is listed in no manifest."), name);

          add_fault (run, YS_ERROR_BAG_EXTRA, name, sentence);
        }
    }
  for (const GList *link = names; link != NULL; link = link->next)
    {
      if (!g_hash_table_contains (run->indices, link->data))
        {
          g_autofree char *sentence =
              g_strdup_printf (_ ("\"%s\" is listed in a manifest but missing."), (const char *)link->data);

          add_fault (run, YS_ERROR_BAG_LAYOUT, link->data, sentence);
        }
    }
  if (!g_hash_table_contains (run->indices, YS_BAG_PACKAGE_NAME))
    add_fault (run, YS_ERROR_BAG_LAYOUT, YS_BAG_PACKAGE_NAME,
               _ ("The package has no description data/package.xml."));
}

static void
check_oxum (Verification *run)
{
  const YsBagInfo *info = &run->bag->info;
  guint64 bytes = 0;
  guint64 files = 0;

  for (guint i = 0; i < ys_bag_source_get_n (run->source); i++)
    {
      const YsBagFile *file = ys_bag_source_get (run->source, i);

      if (!g_str_has_prefix (file->name, "data/"))
        continue;
      bytes += file->size;
      files++;
    }
  if (g_hash_table_contains (run->indices, "bag-info.txt")
      && (bytes != info->payload_bytes || files != info->payload_files))
    add_fault (run, YS_ERROR_BAG_LAYOUT, "bag-info.txt",
               _ ("The number or total size of the files is not what bag-info.txt states (Payload-Oxum)."));
}

/* ---- contents ---- */

/* Compares one content; a difference is a fault, only trouble of the machine is an error. */
static gboolean
check_content (Verification *run, guint index, YsZipProgress progress, gpointer user_data,
               GCancellable *cancellable, GError **error)
{
  const YsBagFile *file = ys_bag_source_get (run->source, index);
  const char *listed = g_hash_table_lookup (run->listed, file->name);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *sentence = NULL;

  digest = ys_bag_source_hash (run->source, index, progress, user_data, cancellable, &local_error);
  if (digest == NULL && local_error->code == YS_ERROR_ZIP_DAMAGED)
    {
      add_fault (run, YS_ERROR_ZIP_DAMAGED, file->name, local_error->message);
      return TRUE;
    }
  if (digest == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (ys_bag_role_of (file->name) == YS_BAG_EVIDENCE
      && strncmp (file->name + strlen ("data/evidence/"), digest, YS_SHA256_HEX_LENGTH) != 0)
    sentence = g_strdup_printf (_ ("The content of \"%s\" does not fit its name."), file->name);
  else if (listed != NULL && strcmp (listed, digest) != 0)
    sentence = g_strdup_printf (_ ("The content of \"%s\" is not what the manifest states."), file->name);
  if (sentence != NULL)
    add_fault (run, YS_ERROR_BAG_DIGEST, file->name, sentence);
  else if (listed != NULL)
    g_ptr_array_index (run->bag->file_digests, index) = g_steal_pointer (&digest);
  return TRUE;
}

static gboolean
run_checks (Verification *run, YsBagFlags flags, YsZipProgress progress, gpointer user_data,
            GCancellable *cancellable, GError **error)
{
  guint n = ys_bag_source_get_n (run->source);

  check_names (run, flags);
  g_ptr_array_set_size (run->bag->file_digests, (int)n);
  if (!read_text_files (run, error))
    return FALSE;
  check_listing (run);
  check_oxum (run);
  for (guint i = 0; i < n; i++)
    {
      if (!check_content (run, i, progress, user_data, cancellable, error))
        return FALSE;
    }
  run->bag->has_signature = g_hash_table_contains (run->indices, YS_BAG_SIGNATURE_NAME);
  run->bag->sound = ys_faults_get_n (run->faults) == 0;
  return TRUE;
}

YsBag *
ys_bag_verify (YsBagSource *source, YsBagFlags flags, YsZipProgress progress, gpointer user_data,
               GCancellable *cancellable, YsFaults *faults, GError **error)
{
  g_autoptr (YsBag) bag = g_new0 (YsBag, 1);
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (YsFaults) own = ys_faults_new ();
  Verification run = { bag, source, indices, listed, own };
  gboolean done;

  bag->file_digests = g_ptr_array_new_with_free_func (g_free);
  done = run_checks (&run, flags, progress, user_data, cancellable, error);
  ys_faults_steal_all (faults, own);
  return done ? g_steal_pointer (&bag) : NULL;
}

gboolean
ys_bag_is_sound (const YsBag *self)
{
  return self->sound;
}

const char *
ys_bag_get_digest (const YsBag *self)
{
  return self->digest;
}

const YsBagInfo *
ys_bag_get_info (const YsBag *self)
{
  return &self->info;
}

const char *
ys_bag_get_file_digest (const YsBag *self, guint index)
{
  return g_ptr_array_index (self->file_digests, index);
}

gboolean
ys_bag_has_signature (const YsBag *self)
{
  return self->has_signature;
}
