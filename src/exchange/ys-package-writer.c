/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prepares the list of files from the inside out (payload, manifest, tag manifest) and hands it to
 * ys-package-output as a bag source, so that making and passing on a package share one way of writing. */
#include "ys-package-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ys-bag-names.h"
#include "ys-bag.h"
#include "ys-config.h"
#include "ys-date.h"
#include "ys-schema.h"

/* One file of the package: bytes in memory, or a path. */
typedef struct
{
  char *name;
  GBytes *bytes;
  char *path;
  char *digest;
  guint64 size;
} Item;

struct _YsPackageWriter
{
  YsPackageFacts *facts;
  GHashTable *documents; /* stem → GBytes */
  GHashTable *evidence;  /* id → path */
  GBytes *signature;
};

static void
item_free (Item *item)
{
  g_free (item->name);
  g_clear_pointer (&item->bytes, g_bytes_unref);
  g_free (item->path);
  g_free (item->digest);
  g_free (item);
}

YsPackageWriter *
ys_package_writer_new (YsPackageFacts *facts)
{
  YsPackageWriter *self = g_new0 (YsPackageWriter, 1);

  self->facts = facts;
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  self->evidence = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
ys_package_writer_free (YsPackageWriter *self)
{
  ys_package_facts_free (self->facts);
  g_hash_table_unref (self->documents);
  g_hash_table_unref (self->evidence);
  g_clear_pointer (&self->signature, g_bytes_unref);
  g_free (self);
}

void
ys_package_writer_add_document (YsPackageWriter *self, const char *stem, GBytes *document)
{
  g_hash_table_insert (self->documents, g_strdup (stem), g_bytes_ref (document));
}

void
ys_package_writer_add_evidence (YsPackageWriter *self, const char *id, const char *path)
{
  g_hash_table_insert (self->evidence, g_strdup (id), g_strdup (path));
}

void
ys_package_writer_set_signature (YsPackageWriter *self, GBytes *signature)
{
  g_clear_pointer (&self->signature, g_bytes_unref);
  self->signature = g_bytes_ref (signature);
}

/* ---- the list of files ---- */

static Item *
add_bytes (GPtrArray *items, const char *name, GBytes *bytes)
{
  Item *item = g_new0 (Item, 1);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  item->name = g_strdup (name);
  item->bytes = g_bytes_ref (bytes);
  item->digest = ys_digest_of_bytes (data, length);
  item->size = length;
  g_ptr_array_add (items, item);
  return item;
}

/* Documents first, for package.xml lists them. */
static gboolean
add_documents (YsPackageWriter *self, GPtrArray *items, GError **error)
{
  const char *const *stems = ys_bag_document_stems ();

  g_ptr_array_set_size (self->facts->documents, 0);
  for (guint i = 0; stems[i] != NULL; i++)
    {
      GBytes *bytes = g_hash_table_lookup (self->documents, stems[i]);
      g_autoptr (GBytes) schema = bytes != NULL ? ys_schema_get (stems[i]) : NULL;
      g_autofree char *name = g_strdup_printf ("data/%s.xml", stems[i]);
      g_autofree char *schema_name = g_strdup_printf ("data/schema/%s.xsd", stems[i]);
      YsPackageDocument *listed;
      const Item *item;

      if (bytes == NULL)
        continue;
      if (strcmp (stems[i], "journal") != 0
          && !g_strv_contains (ys_package_kind_stems (self->facts->kind), stems[i]))
        {
          ys_set_error (error, YS_ERROR_PACKAGE_KIND, name,
                        _ ("A package of this kind does not hold %s.xml."), stems[i]);
          return FALSE;
        }
      item = add_bytes (items, name, bytes);
      if (schema != NULL)
        add_bytes (items, schema_name, schema);
      listed = g_new0 (YsPackageDocument, 1);
      listed->name = g_strconcat (stems[i], ".xml", NULL);
      listed->digest = g_strdup (item->digest);
      listed->size = item->size;
      g_ptr_array_add (self->facts->documents, listed);
    }
  return TRUE;
}

static gboolean
add_package_xml (YsPackageWriter *self, GPtrArray *items, GError **error)
{
  g_autoptr (GBytes) schema = ys_schema_get ("package");
  g_autoptr (GBytes) description = ys_package_facts_to_xml (self->facts, error);

  if (description == NULL)
    return FALSE;
  add_bytes (items, YS_BAG_PACKAGE_NAME, description);
  add_bytes (items, "data/schema/package.xsd", schema);
  return TRUE;
}

static gboolean
add_evidence (YsPackageWriter *self, GPtrArray *items, GError **error)
{
  for (guint i = 0; i < self->facts->evidence->len; i++)
    {
      const YsPackageEvidence *evidence = g_ptr_array_index (self->facts->evidence, i);
      const char *path = g_hash_table_lookup (self->evidence, evidence->id);
      Item *item;

      if (path == NULL)
        {
          ys_set_error (error, YS_ERROR_NOT_FOUND, evidence->id, _ ("The file of \"%s\" is missing."),
                        evidence->title);
          return FALSE;
        }
      item = g_new0 (Item, 1);
      item->name = g_strdup_printf ("data/evidence/%s.pdf", evidence->id);
      item->path = g_strdup (path);
      item->digest = g_strdup (evidence->id);
      item->size = evidence->size;
      g_ptr_array_add (items, item);
    }
  return TRUE;
}

static GBytes *
make_info (const YsPackageWriter *self, GPtrArray *payload)
{
  const YsPackageFacts *facts = self->facts;
  g_autofree char *time = ys_time_to_xml (facts->time);
  g_autofree char *date = g_strndup (time, strlen ("2022-01-12"));
  g_autofree char *count = facts->parts > 0 ? g_strdup_printf ("%u of %u", facts->part, facts->parts) : NULL;
  YsBagInfo info = { facts->from_name, date,  facts->id, (char *)"Yanshou " YS_VERSION,
                     facts->group,     count, 0,         0 };

  for (guint i = 0; i < payload->len; i++)
    info.payload_bytes += ((const Item *)g_ptr_array_index (payload, i))->size;
  info.payload_files = payload->len;
  return ys_bag_text_info (&info);
}

static GBytes *
make_manifest (GPtrArray *items, guint first)
{
  g_autoptr (GHashTable) digests = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = first; i < items->len; i++)
    {
      Item *item = g_ptr_array_index (items, i);

      g_hash_table_insert (digests, item->name, item->digest);
    }
  return ys_bag_text_manifest (digests);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *const *left = a;
  const Item *const *right = b;

  return ys_bag_compare_names ((*left)->name, (*right)->name);
}

/* All files in archive order; the tag manifest's item goes to @tags. */
static GPtrArray *
make_items (YsPackageWriter *self, const Item **tags, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify)item_free);
  g_autoptr (GBytes) declaration = ys_bag_text_declaration ();
  g_autoptr (GBytes) readme = ys_bag_text_readme ();
  g_autoptr (GBytes) info = NULL;
  g_autoptr (GBytes) manifest = NULL;
  g_autoptr (GBytes) tag_manifest = NULL;
  guint n_payload;

  if (!add_documents (self, items, error) || !add_package_xml (self, items, error)
      || !add_evidence (self, items, error))
    return NULL;
  info = make_info (self, items);
  manifest = make_manifest (items, 0);
  n_payload = items->len;
  add_bytes (items, "bagit.txt", declaration);
  add_bytes (items, "bag-info.txt", info);
  add_bytes (items, "README.txt", readme);
  add_bytes (items, YS_BAG_MANIFEST_NAME, manifest);
  tag_manifest = make_manifest (items, n_payload);
  *tags = add_bytes (items, YS_BAG_TAG_MANIFEST_NAME, tag_manifest);
  if (self->signature != NULL)
    add_bytes (items, YS_BAG_SIGNATURE_NAME, self->signature);
  g_ptr_array_sort (items, compare_items);
  return g_steal_pointer (&items);
}

/* ---- the list as a source ---- */

static int
open_bytes (GBytes *bytes, GError **error)
{
  int fd = memfd_create ("package", MFD_CLOEXEC);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (fd < 0)
    ys_set_error_from_errno (error, errno, NULL, _ ("Writing the package"));
  else if (!ys_zip_write_all (fd, 0, data, length, error))
    {
      close (fd);
      fd = -1;
    }
  return fd;
}

static int
open_item (guint index, gpointer user_data, GError **error)
{
  GPtrArray *items = user_data;
  const Item *item = g_ptr_array_index (items, index);
  struct stat status;
  int fd;

  if (item->bytes != NULL)
    return open_bytes (item->bytes, error);
  fd = open (item->path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    {
      ys_set_error_from_errno (error, errno, item->path, _ ("Opening a piece of evidence"));
      return -1;
    }
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && (guint64)status.st_size == item->size)
    return fd;
  close (fd);
  ys_set_error (error, YS_ERROR_BAG_DIGEST, item->path,
                _ ("This piece of evidence no longer has the size it was attached with."));
  return -1;
}

static YsBagSource *
source_of_items (GPtrArray *items)
{
  YsBagSource *source =
      ys_bag_source_new (open_item, g_ptr_array_ref (items), (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = g_ptr_array_index (items, i);

      ys_bag_source_add (source, item->name, item->size);
    }
  return source;
}

guint64
ys_package_writer_get_size (YsPackageWriter *self, GError **error)
{
  const Item *tags;
  g_autoptr (GPtrArray) items = make_items (self, &tags, error);
  g_autofree char *top = NULL;
  guint64 name_bytes = 0;
  guint64 bytes = 0;

  if (items == NULL)
    return 0;
  top = ys_package_facts_dup_top (self->facts);
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = g_ptr_array_index (items, i);

      name_bytes += strlen (top) + 1 + strlen (item->name);
      bytes += item->size;
    }
  return ys_zip_size_of (items->len, name_bytes, bytes);
}

GBytes *
ys_package_writer_dup_tag_manifest (YsPackageWriter *self, GError **error)
{
  const Item *tags = NULL;
  g_autoptr (GPtrArray) items = make_items (self, &tags, error);

  return items != NULL ? g_bytes_ref (tags->bytes) : NULL;
}

char *
ys_package_writer_write (YsPackageWriter *self, const char *folder, const YsPackageOutputOptions *options,
                         char **digest, GError **error)
{
  const Item *tags = NULL;
  g_autoptr (GPtrArray) items = make_items (self, &tags, error);
  g_autoptr (YsBagSource) source = NULL;
  g_autofree char *top = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (items == NULL)
    return NULL;
  source = source_of_items (items);
  top = ys_package_facts_dup_top (self->facts);
  name = g_strconcat (top, YS_PACKAGE_SUFFIX, NULL);
  path = g_build_filename (folder, name, NULL);
  if (!ys_package_output_zip (source, top, path, tags->digest, options, error))
    return NULL;
  if (digest != NULL)
    *digest = g_strdup (tags->digest);
  return g_steal_pointer (&path);
}
