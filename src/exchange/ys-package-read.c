/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens what is to be read, has it read, judges it, and gives out documents, evidence and the package itself.
 */
#include "ys-package-read.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ys-bag-folder.h"
#include "ys-bag-names.h"
#include "ys-package-reading-private.h"
#include "ys-package-writer.h"

#define BLOCK (256 * 1024)

static void
package_file_free (YsPackageFile *file)
{
  g_free (file->name);
  g_free (file->digest);
  g_free (file);
}

void
ys_package_reading_free (YsPackageReading *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self->digest);
  g_free (self->info_id);
  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->documents);
  g_ptr_array_unref (self->ignored);
  g_clear_pointer (&self->facts, ys_package_facts_free);
  ys_faults_unref (self->faults);
  ys_package_verdict_clear (&self->verdict);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

/* ---- reading ---- */

static YsPackageReading *
reading_new (const char *path)
{
  YsPackageReading *self = g_new0 (YsPackageReading, 1);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *base = g_path_get_basename (absolute);

  self->path = g_strdup (path);
  self->name = ys_text_from_filename (base);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify)package_file_free);
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  self->faults = ys_faults_new ();
  self->fd = -1;
  return self;
}

static gboolean
open_package (YsPackageReading *self, GError **error)
{
  struct stat status;

  /* The person names this path, so a link in it is his; O_NONBLOCK keeps a FIFO from holding us. */
  self->fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (self->fd < 0 || fstat (self->fd, &status) != 0)
    {
      ys_set_error_from_errno (error, errno, self->path, _ ("Opening the package"));
      return FALSE;
    }
  self->is_folder = S_ISDIR (status.st_mode);
  self->size = self->is_folder ? 0 : (guint64)status.st_size;
  if (self->is_folder || S_ISREG (status.st_mode))
    return TRUE;
  ys_set_error (error, YS_ERROR_ZIP_NOT_CANONICAL, self->path,
                _ ("The package is neither a file nor a folder."));
  return FALSE;
}

/* Lists a folder; faults of the listing come first and make it unsound whatever the reader says. */
static gboolean
run_reader (YsPackageReading *self, YsPackageProgress progress, gpointer progress_data,
            GCancellable *cancellable, GError **error)
{
  g_autoptr (YsFaults) of_listing = ys_faults_new ();
  g_autoptr (YsBagSource) listing = NULL;
  gboolean done;

  if (self->is_folder)
    {
      listing = ys_bag_folder_open (self->fd, self->ignored, of_listing, error);
      if (listing == NULL)
        return FALSE;
      self->size = ys_bag_source_get_total_size (listing);
    }
  done = ys_package_client_run (self, listing, progress, progress_data, cancellable, error);
  if (ys_faults_get_n (of_listing) > 0)
    self->sound = FALSE;
  ys_faults_steal_all (of_listing, self->faults);
  ys_faults_steal_all (self->faults, of_listing);
  return done;
}

static void
judge (YsPackageReading *self)
{
  GBytes *description = g_hash_table_lookup (self->documents, "package");
  guint n_byte_faults = ys_faults_get_n (self->faults);

  if (description != NULL)
    self->facts = ys_package_facts_from_xml (description, YS_BAG_PACKAGE_NAME, self->faults);
  if (self->sound && self->facts != NULL)
    ys_package_check_facts (self);
  self->usable = self->sound && self->facts != NULL && ys_faults_get_n (self->faults) == 0;
  ys_package_verdict_judge_complete (&self->verdict, self->sound, n_byte_faults, self->ignored->len);
  ys_package_verdict_judge_origin (&self->verdict, self->sound, self->signature);
  ys_package_verdict_judge_order (&self->verdict, NULL, NULL, NULL, 0);
}

YsPackageReading *
ys_package_read (const char *path, YsPackageProgress progress, gpointer progress_data,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (YsPackageReading) self = reading_new (path);

  if (!open_package (self, error) || !run_reader (self, progress, progress_data, cancellable, error))
    return NULL;
  judge (self);
  return g_steal_pointer (&self);
}

void
ys_package_reading_judge_order (YsPackageReading *self, const YsPackageHeld *held, guint n_held)
{
  static const YsPackageHeld nothing = { NULL, NULL, 0, 0 };

  ys_package_verdict_judge_order (&self->verdict, self->facts, self->digest, held != NULL ? held : &nothing,
                                  n_held);
}

/* ---- what was found ---- */

const YsPackageVerdict *
ys_package_reading_get_verdict (const YsPackageReading *self)
{
  return &self->verdict;
}

const YsFaults *
ys_package_reading_get_faults (const YsPackageReading *self)
{
  return self->faults;
}

gboolean
ys_package_reading_is_usable (const YsPackageReading *self)
{
  return self->usable;
}

const char *
ys_package_reading_get_digest (const YsPackageReading *self)
{
  return self->digest;
}

const YsPackageFacts *
ys_package_reading_get_facts (const YsPackageReading *self)
{
  return self->facts;
}

gboolean
ys_package_reading_is_sound (const YsPackageReading *self)
{
  return self->sound;
}

const char *
ys_package_reading_get_name (const YsPackageReading *self)
{
  return self->name;
}

gboolean
ys_package_reading_is_folder (const YsPackageReading *self)
{
  return self->is_folder;
}

guint64
ys_package_reading_get_size (const YsPackageReading *self)
{
  return self->size;
}

guint
ys_package_reading_get_n_files (const YsPackageReading *self)
{
  return self->files->len;
}

const GPtrArray *
ys_package_reading_get_ignored (const YsPackageReading *self)
{
  return self->ignored;
}

GBytes *
ys_package_reading_get_document (const YsPackageReading *self, const char *stem)
{
  return g_hash_table_lookup (self->documents, stem);
}

const YsPackageFile *
ys_package_reading_find (const YsPackageReading *self, const char *name)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const YsPackageFile *file = g_ptr_array_index (self->files, i);

      if (strcmp (file->name, name) == 0)
        return file;
    }
  return NULL;
}

/* ---- copying out ---- */

/* A descriptor for @file; close it with close_file(). */
static int
open_file (const YsPackageReading *self, const YsPackageFile *file, GError **error)
{
  return self->is_folder ? ys_bag_folder_open_file (self->fd, file->name, error) : self->fd;
}

static void
close_file (const YsPackageReading *self, int fd)
{
  if (fd >= 0 && fd != self->fd)
    close (fd);
}

static GBytes *
dup_small_file (const YsPackageReading *self, YsBagRole role, GError **error)
{
  const YsPackageFile *file = ys_package_reading_find (self, ys_bag_role_get_name (role));
  g_autofree guint8 *data = NULL;
  gboolean done;
  int fd;

  if (file == NULL || file->size > ys_bag_role_get_limit (role))
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, ys_bag_role_get_name (role), _ ("The package holds no %s."),
                    ys_bag_role_get_name (role));
      return NULL;
    }
  fd = open_file (self, file, error);
  if (fd < 0)
    return NULL;
  data = g_malloc (file->size + 1);
  done = ys_zip_read_exactly (fd, file->offset, data, file->size, file->name, error);
  close_file (self, fd);
  return done ? g_bytes_new_take (g_steal_pointer (&data), file->size) : NULL;
}

GBytes *
ys_package_reading_dup_signed_text (const YsPackageReading *self, GError **error)
{
  return dup_small_file (self, YS_BAG_TAG_MANIFEST, error);
}

GBytes *
ys_package_reading_dup_signature (const YsPackageReading *self, GError **error)
{
  return dup_small_file (self, YS_BAG_SIGNATURE, error);
}

static char *
copy_and_hash (int input, const YsPackageFile *file, int output, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsDigest) digest = ys_digest_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);

  for (guint64 done = 0; done < file->size;)
    {
      gsize n = (gsize)MIN (file->size - done, (guint64)BLOCK);

      if (g_cancellable_is_cancelled (cancellable))
        {
          ys_set_error (error, YS_ERROR_CANCELLED, NULL, _ ("Reading the package was cancelled."));
          return NULL;
        }
      if (!ys_zip_read_exactly (input, file->offset + done, block, n, file->name, error)
          || !ys_zip_write_all (output, done, block, n, error))
        return NULL;
      ys_digest_update (digest, block, n);
      done += n;
    }
  return ys_digest_finish (digest);
}

gboolean
ys_package_reading_copy_evidence (const YsPackageReading *self, const char *id, int output,
                                  GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_strdup_printf ("data/evidence/%s.pdf", id);
  const YsPackageFile *file = ys_package_reading_find (self, name);
  g_autofree char *digest = NULL;
  int input;

  if (file == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, name, _ ("The package holds no %s."), name);
      return FALSE;
    }
  input = open_file (self, file, error);
  if (input < 0)
    return FALSE;
  digest = copy_and_hash (input, file, output, cancellable, error);
  close_file (self, input);
  if (digest == NULL)
    return FALSE;
  if (strcmp (digest, id) == 0)
    return TRUE;
  ys_set_error (error, YS_ERROR_BAG_DIGEST, name, _ ("\"%s\" has changed since the package was checked."),
                name);
  return FALSE;
}

static gboolean
keep_as (const YsPackageReading *self, const char *top, const char *path,
         const YsPackageOutputOptions *options, GError **error)
{
  g_autoptr (GPtrArray) ignored = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsBagSource) source = NULL;

  if (!self->is_folder)
    return ys_package_output_copy (self->fd, self->size, path, self->digest, options, error);
  source = ys_bag_folder_open (self->fd, ignored, faults, error);
  return source != NULL && ys_package_output_zip (source, top, path, self->digest, options, error);
}

char *
ys_package_reading_keep (const YsPackageReading *self, const char *folder,
                         const YsPackageOutputOptions *options, GError **error)
{
  g_autofree char *top = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (!self->sound || self->facts == NULL)
    {
      ys_set_error (error, YS_ERROR_BAG_DIGEST, self->path, _ ("Only a sound package can be kept."));
      return NULL;
    }
  top = ys_package_facts_dup_top (self->facts);
  name = g_strconcat (top, YS_PACKAGE_SUFFIX, NULL);
  path = g_build_filename (folder, name, NULL);
  return keep_as (self, top, path, options, error) ? g_steal_pointer (&path) : NULL;
}
