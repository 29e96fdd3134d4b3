/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the folder, has every package in it read, finds the one that names the others, and compares.
 * A package is known by its digest, so that it may also lie there as an unpacked folder. */
#include "ys-dossier-read.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ys-bag-names.h"
#include "ys-dossier-folder.h"

/* More than any city has counties, in the folder's first look. */
#define MAX_ENTRIES 1000

/* Something in the folder that may be a package. */
typedef struct
{
  char *path, *base;
  guint64 size;
  YsPackageReading *reading;
  YsDossierIndex *index; /* where it is a dossier's own package */
  gboolean named;
} Entry;

struct _YsDossierReading
{
  char *folder, *name;
  GPtrArray *entries; /* Entry */
  GArray *bags;       /* of the head's index: Entry* or NULL */
  Entry *head, *city; /* unowned */
  YsFaults *faults;
  guint64 size;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->path);
  g_free (entry->base);
  g_clear_pointer (&entry->reading, ys_package_reading_free);
  g_clear_pointer (&entry->index, ys_dossier_index_free);
  g_free (entry);
}

void
ys_dossier_reading_free (YsDossierReading *self)
{
  if (self == NULL)
    return;
  g_free (self->folder);
  g_free (self->name);
  g_ptr_array_unref (self->entries);
  g_array_unref (self->bags);
  ys_faults_unref (self->faults);
  g_free (self);
}

static YsDossierReading *
reading_new (const char *path)
{
  YsDossierReading *self = g_new0 (YsDossierReading, 1);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *base = NULL;

  self->folder =
      g_file_test (absolute, G_FILE_TEST_IS_REGULAR) ? g_path_get_dirname (absolute) : g_strdup (absolute);
  base = g_path_get_basename (self->folder);
  self->name = ys_text_from_filename (base);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->bags = g_array_new (FALSE, FALSE, sizeof (Entry *));
  self->faults = ys_faults_new ();
  return self;
}

/* ---- listing ---- */

static void
add_stranger (YsDossierReading *self, const char *base)
{
  g_autofree char *shown = ys_text_from_filename (base);

  if (g_str_has_suffix (base, ".part"))
    ys_faults_add (self->faults, YS_ERROR_DOSSIER_MISSING, shown, 0, NULL,
                   _ ("\"%s\" was not written to its end."), shown);
  else
    ys_faults_add (self->faults, YS_ERROR_DOSSIER_STRANGE, shown, 0, NULL,
                   _ ("\"%s\" does not belong to this dossier."), shown);
}

static void
add_entry (YsDossierReading *self, const char *base)
{
  g_autofree char *path = g_build_filename (self->folder, base, NULL);
  GStatBuf status;
  gboolean regular, folder;

  if (ys_bag_is_system_file (base))
    return;
  regular = g_lstat (path, &status) == 0 && S_ISREG (status.st_mode);
  folder = !regular && g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK)
           && !g_str_has_suffix (base, ".part");
  if (!folder && !(regular && ys_dossier_is_package_name (base)))
    {
      add_stranger (self, base);
      return;
    }
  Entry *entry = g_new0 (Entry, 1);
  entry->path = g_steal_pointer (&path);
  entry->base = g_strdup (base);
  entry->size = regular ? (guint64)status.st_size : 0;
  g_ptr_array_add (self->entries, entry);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
list_folder (YsDossierReading *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, &local);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *base;

  if (dir == NULL)
    {
      ys_set_error_from_foreign (error, g_steal_pointer (&local), self->folder,
                                 _ ("Opening the folder of the dossier"));
      return FALSE;
    }
  while ((base = g_dir_read_name (dir)) != NULL && names->len < MAX_ENTRIES)
    g_ptr_array_add (names, g_strdup (base));
  g_ptr_array_sort (names, compare_names); /* the same folder, the same order of faults */
  for (guint i = 0; i < names->len; i++)
    add_entry (self, g_ptr_array_index (names, i));
  for (guint i = 0; i < self->entries->len; i++)
    self->size += ((const Entry *)g_ptr_array_index (self->entries, i))->size;
  return TRUE;
}

/* ---- reading ---- */

typedef struct
{
  YsPackageProgress progress;
  gpointer progress_data;
  guint64 before, total;
} Meter;

static void
forward_progress (guint64 done, guint64 total, gpointer user_data)
{
  Meter *meter = user_data;

  if (meter->progress != NULL)
    meter->progress (MIN (meter->before + done, meter->total), meter->total, meter->progress_data);
}

/* The faults of one package, under its name. */
static void
take_faults (YsDossierReading *self, const Entry *entry)
{
  const YsFaults *faults = ys_package_reading_get_faults (entry->reading);
  g_autofree char *name = ys_text_from_filename (entry->base);

  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);
      g_autofree char *inside = g_build_path ("/", name, fault->file, NULL);
      g_autofree char *place = fault->where != NULL && g_strcmp0 (fault->where, fault->file) != 0
                                   ? g_strdup_printf ("%s %s", inside, fault->where)
                                   : g_strdup (inside);
      ys_faults_add (self->faults, fault->code, place, fault->line, NULL, "%s", fault->message);
    }
}

static gboolean
read_entries (YsDossierReading *self, Meter *meter, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      const YsPackageFacts *facts;
      GBytes *document;

      entry->reading = ys_package_read (entry->path, forward_progress, meter, cancellable, error);
      if (entry->reading == NULL)
        return FALSE;
      meter->before += entry->size;
      take_faults (self, entry);
      facts = ys_package_reading_get_facts (entry->reading);
      document = ys_package_reading_get_document (entry->reading, "dossier");
      if (facts != NULL && facts->kind == YS_PACKAGE_DOSSIER && document != NULL)
        entry->index = ys_dossier_index_read_xml (document, "dossier.xml", self->faults);
    }
  return TRUE;
}

/* ---- comparing ---- */

static gboolean
has_name (const Entry *entry, const char *file)
{
  gsize length = strlen (file) - strlen (".yanshou.zip");

  return g_str_equal (entry->base, file)
         || (strlen (entry->base) == length && strncmp (entry->base, file, length) == 0);
}

/* The package of that digest, under its own name where several have it. */
static Entry *
find_digest (const YsDossierReading *self, const YsDossierBag *bag)
{
  Entry *found = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      if (g_strcmp0 (ys_package_reading_get_digest (entry->reading), bag->digest) == 0
          && (found == NULL || has_name (entry, bag->file)))
        found = entry;
    }
  return found;
}

static Entry *
find_name (const YsDossierReading *self, const char *file)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      if (has_name (entry, file))
        return entry;
    }
  return NULL;
}

/* Of several dossier packages the one that no other names. */
static gboolean
find_head (YsDossierReading *self, GError **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      gboolean named = FALSE;

      if (entry->index == NULL)
        continue;
      for (guint j = 0; j < self->entries->len && !named; j++)
        {
          const Entry *other = g_ptr_array_index (self->entries, j);
          named = other->index != NULL && other != entry
                  && ys_dossier_index_find_bag (other->index, ys_package_reading_get_digest (entry->reading),
                                                NULL)
                         != NULL;
        }
      if (!named && self->head == NULL)
        self->head = entry;
    }
  if (self->head != NULL)
    {
      self->head->named = TRUE;
      return TRUE;
    }
  if (ys_faults_get_n (self->faults) > 0)
    ys_set_error_from_faults (error, self->faults);
  else
    ys_set_error (error, YS_ERROR_DOSSIER_MISSING, self->name,
                  _ ("No package in this folder is a city's dossier, which would name the others."));
  return FALSE;
}

static void
match_bags (YsDossierReading *self)
{
  const YsDossierIndex *index = self->head->index;

  for (guint i = 0; i < index->bags->len; i++)
    {
      const YsDossierBag *bag = g_ptr_array_index (index->bags, i);
      Entry *entry = find_digest (self, bag);
      Entry *other = entry == NULL ? find_name (self, bag->file) : NULL;

      if (entry != NULL)
        entry->named = TRUE;
      else if (other == NULL)
        ys_faults_add (self->faults, YS_ERROR_DOSSIER_MISSING, bag->file, 0, NULL,
                       _ ("\"%s\" is missing: the dossier names it."), bag->file);
      else
        {
          other->named = TRUE; /* told once */
          ys_faults_add (self->faults, YS_ERROR_BAG_DIGEST, bag->file, 0, NULL,
                         _ ("\"%s\" is not the package that the dossier names; it was changed or exchanged."),
                         bag->file);
        }
      g_array_append_val (self->bags, entry);
      if (entry != NULL && bag->kind == YS_PACKAGE_DOSSIER && entry->index != NULL)
        self->city = entry;
    }
}

/* In what a province forwards, the city's own package names the counties' as well. */
static void
match_city (YsDossierReading *self)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (self->head->reading);

  if (self->city == NULL && facts != NULL && g_strcmp0 (facts->from, self->head->index->city) == 0)
    self->city = self->head;
  if (self->city == NULL && ys_faults_get_n (self->faults) == 0)
    ys_faults_add (self->faults, YS_ERROR_DOSSIER_MISSING, self->head->base, 0, self->head->index->city,
                   _ ("The city's own package is not among those that the dossier names."));
  if (self->city == NULL || self->city == self->head)
    return;
  for (guint i = 0; i < self->city->index->bags->len; i++)
    {
      const YsDossierBag *bag = g_ptr_array_index (self->city->index->bags, i);
      if (ys_dossier_index_find_bag (self->head->index, bag->digest, NULL) == NULL)
        ys_faults_add (self->faults, YS_ERROR_DOSSIER_MISSING, bag->file, 0, NULL,
                       _ ("\"%s\" is missing: the dossier names it."), bag->file);
    }
}

YsDossierReading *
ys_dossier_read (const char *path, YsPackageProgress progress, gpointer progress_data,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (YsDossierReading) self = reading_new (path);
  Meter meter = { progress, progress_data, 0, 0 };

  if (!list_folder (self, error))
    return NULL;
  meter.total = self->size;
  if (!read_entries (self, &meter, cancellable, error) || !find_head (self, error))
    return NULL;
  match_bags (self);
  match_city (self);
  for (guint i = 0; i < self->entries->len; i++)
    if (!((const Entry *)g_ptr_array_index (self->entries, i))->named)
      add_stranger (self, ((const Entry *)g_ptr_array_index (self->entries, i))->base);
  return g_steal_pointer (&self);
}

/* ---- what was found ---- */

const char *
ys_dossier_reading_get_name (const YsDossierReading *self)
{
  return self->name;
}

YsPackageReading *
ys_dossier_reading_get_head (const YsDossierReading *self)
{
  return self->head->reading;
}

const YsDossierIndex *
ys_dossier_reading_get_index (const YsDossierReading *self)
{
  return self->head->index;
}

YsPackageReading *
ys_dossier_reading_get_city (const YsDossierReading *self)
{
  return self->city != NULL ? self->city->reading : NULL;
}

const YsDossierIndex *
ys_dossier_reading_get_city_index (const YsDossierReading *self)
{
  return self->city != NULL ? self->city->index : NULL;
}

YsDossierBagState
ys_dossier_reading_get_bag (const YsDossierReading *self, guint index, YsPackageReading **reading)
{
  const YsDossierBag *bag = g_ptr_array_index (self->head->index->bags, index);
  const Entry *entry = g_array_index (self->bags, Entry *, index);

  if (reading != NULL)
    *reading = entry != NULL ? entry->reading : NULL;
  if (entry != NULL)
    return YS_DOSSIER_BAG_PRESENT;
  return find_name (self, bag->file) != NULL ? YS_DOSSIER_BAG_OTHER : YS_DOSSIER_BAG_MISSING;
}

const YsFaults *
ys_dossier_reading_get_faults (const YsDossierReading *self)
{
  return self->faults;
}

guint64
ys_dossier_reading_get_size (const YsDossierReading *self)
{
  return self->size;
}
