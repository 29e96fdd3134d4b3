/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every record is rebuilt from the few values that may vary and compared byte for byte, so that what is not
 * canonical need not be foreseen; the checks of single fields only find words for the refusal. */
#include "ys-zip-reader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ys-id.h"

struct _YsZipReader
{
  GPtrArray *entries; /* YsZipEntry */
  char *top;
  int fd;
};

#define LOCAL_SIGNATURE "PK\3\4"
#define CENTRAL_SIGNATURE "PK\1\2"
#define END_SIGNATURE "PK\5\6"

static YsZipReader *
zip_reader_new (int fd)
{
  YsZipReader *self = g_new0 (YsZipReader, 1);

  self->fd = fd;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_zip_entry_free);
  return self;
}

void
ys_zip_reader_free (YsZipReader *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self->top);
  g_free (self);
}

gboolean
ys_zip_read_exactly (int fd, guint64 offset, void *buffer, gsize length, const char *where, GError **error)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n = pread (fd, (char *)buffer + done, length - done, (off_t)(offset + done));

      if (n > 0)
        done += (gsize)n;
      else if (n == 0)
        {
          ys_set_error (error, YS_ERROR_ZIP_DAMAGED, where, _ ("The file ends too early (at byte %llu)."),
                        (unsigned long long)(offset + done));
          return FALSE;
        }
      else if (errno != EINTR)
        {
          ys_set_error_from_errno (error, errno, where, _ ("Reading the package"));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
get_size (int fd, guint64 *size, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    {
      ys_set_error_from_errno (error, errno, NULL, _ ("Reading the package"));
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      ys_set_error (error, YS_ERROR_ZIP_NOT_CANONICAL, NULL, _ ("The package is not a regular file."));
      return FALSE;
    }
  *size = (guint64)status.st_size;
  return TRUE;
}

/* An entry refused by a rule; @rule is a translated half sentence. */
static gboolean
refuse_entry (GError **error, const char *name, guint64 offset, const char *rule)
{
  ys_set_error (error, YS_ERROR_ZIP_NOT_CANONICAL, name,
                _ ("The entry at byte %llu is not as Yanshou writes it: %s."), (unsigned long long)offset,
                rule);
  return FALSE;
}

/* Words for a header that is not canonical; @common points at its "version needed" field. */
static const char *
explain_common (const guint8 *common)
{
  guint16 flags = ys_zip_get_u16 (common + 2);

  if (flags & 0x2041)
    return _ ("it is encrypted");
  if (flags & 0x0008)
    return _ ("its sizes stand in a descriptor behind the data");
  if (flags != 0)
    return _ ("it has flags set");
  if (ys_zip_get_u16 (common + 4) != 0)
    return _ ("it is compressed; only stored files are accepted");
  if (ys_zip_get_u32 (common + 14) != ys_zip_get_u32 (common + 18))
    return _ ("its two sizes differ");
  if (ys_zip_get_u32 (common + 18) == G_MAXUINT32)
    return _ ("it uses zip64");
  if (ys_zip_get_u16 (common + 24) != 0)
    return _ ("it has an extra field");
  if (ys_zip_get_u32 (common + 6) != 0x00210000)
    return _ ("it carries another date than 1980-01-01");
  return NULL;
}

static const char *
explain_central (const guint8 *record)
{
  const char *common = explain_common (record + 6);
  guint32 mode = ys_zip_get_u32 (record + 38) >> 16;

  if (common != NULL)
    return common;
  if (ys_zip_get_u16 (record + 32) != 0)
    return _ ("it has a comment");
  if ((mode & S_IFMT) == S_IFLNK)
    return _ ("it is a symbolic link");
  if ((mode & S_IFMT) != S_IFREG)
    return _ ("it is not a regular file");
  if (ys_zip_get_u32 (record + 38) != 0100644u << 16)
    return _ ("it has an odd mode");
  return _ ("its header has fields that are not fixed as they must be");
}

/* A new entry from a header whose name follows at @name; NULL if the name breaks the grammar. */
static YsZipEntry *
entry_new (const guint8 *common, const char *name, guint64 header_offset, GError **error)
{
  gsize length = ys_zip_get_u16 (common + 22);
  const char *rule = ys_zip_name_check (name, length);
  YsZipEntry *entry;

  if (rule != NULL)
    {
      g_autofree char *bytes = g_strndup (name, length);
      g_autofree char *shown = ys_text_from_filename (bytes);
      const char *explained = explain_common (common);

      /* What another archiver did to the entry says more than its name does. */
      refuse_entry (error, shown, header_offset, explained != NULL ? explained : rule);
      return NULL;
    }
  entry = g_new0 (YsZipEntry, 1);
  entry->name = g_strndup (name, length);
  entry->crc = ys_zip_get_u32 (common + 10);
  entry->size = ys_zip_get_u32 (common + 14);
  entry->header_offset = (guint32)header_offset;
  entry->data_offset = header_offset + YS_ZIP_LOCAL_LENGTH + length;
  return entry;
}

/* Compares the local header in the file with the one that @entry must have. */
static gboolean
check_local (int fd, const YsZipEntry *entry, GError **error)
{
  gsize name_length = strlen (entry->name);
  guint8 expected[YS_ZIP_LOCAL_LENGTH];
  guint8 found[YS_ZIP_LOCAL_LENGTH + YS_ZIP_MAX_NAME];
  const char *rule;

  if (!ys_zip_read_exactly (fd, entry->header_offset, found, YS_ZIP_LOCAL_LENGTH + name_length, entry->name,
                            error))
    return FALSE;
  ys_zip_record_local (entry, expected);
  if (memcmp (found, expected, YS_ZIP_LOCAL_LENGTH) == 0
      && memcmp (found + YS_ZIP_LOCAL_LENGTH, entry->name, name_length) == 0)
    return TRUE;
  if (memcmp (found, LOCAL_SIGNATURE, 4) != 0)
    rule = _ ("no file header stands where the directory says");
  else
    rule = explain_common (found + 4);
  return refuse_entry (error, entry->name, entry->header_offset,
                       rule != NULL ? rule : _ ("its header differs from its directory record"));
}

/* ---- the end record and the directory ---- */

typedef struct
{
  guint n_entries;
  guint64 offset, size;
} Directory;

/* Words for a file whose last 22 bytes are no canonical end record. */
static gboolean
refuse_end (int fd, guint64 size, const guint8 *end, GError **error)
{
  guint8 first[4] = { 0 };

  if (!ys_zip_read_exactly (fd, 0, first, MIN (size, 4), NULL, error))
    return FALSE;
  if (memcmp (first, LOCAL_SIGNATURE, 4) != 0)
    ys_set_error (error, YS_ERROR_ZIP_NOT_CANONICAL, NULL,
                  _ ("This file is not a package: it does not begin with a stored file (byte 0)."));
  else if (end != NULL && memcmp (end, END_SIGNATURE, 4) == 0)
    ys_set_error (error, YS_ERROR_ZIP_NOT_CANONICAL, NULL,
                  _ ("The end record at byte %llu is not as Yanshou writes it: its counts, sizes or comment "
                     "are wrong."),
                  (unsigned long long)(size - YS_ZIP_END_LENGTH));
  else
    ys_set_error (error, YS_ERROR_ZIP_DAMAGED, NULL,
                  _ ("The end of the package is missing or something follows it (%llu bytes are there)."),
                  (unsigned long long)size);
  return FALSE;
}

static gboolean
read_end (int fd, Directory *directory, GError **error)
{
  guint8 found[YS_ZIP_END_LENGTH], expected[YS_ZIP_END_LENGTH];
  guint64 size;

  if (!get_size (fd, &size, error))
    return FALSE;
  if (size < YS_ZIP_END_LENGTH)
    return refuse_end (fd, size, NULL, error);
  if (size > YS_ZIP_MAX_SIZE)
    {
      ys_set_error (error, YS_ERROR_ZIP_NOT_CANONICAL, NULL,
                    _ ("The file is 4 GiB or larger; no package is."));
      return FALSE;
    }
  if (!ys_zip_read_exactly (fd, size - YS_ZIP_END_LENGTH, found, sizeof found, NULL, error))
    return FALSE;
  directory->n_entries = ys_zip_get_u16 (found + 10);
  directory->size = ys_zip_get_u32 (found + 12);
  directory->offset = ys_zip_get_u32 (found + 16);
  ys_zip_record_end (directory->n_entries, (guint32)directory->offset, (guint32)directory->size, expected);
  if (memcmp (found, expected, sizeof found) != 0
      || directory->offset + directory->size != size - YS_ZIP_END_LENGTH || directory->n_entries == 0
      || directory->n_entries > YS_ZIP_MAX_ENTRIES
      || directory->size > (guint64)directory->n_entries * (YS_ZIP_CENTRAL_LENGTH + YS_ZIP_MAX_NAME))
    return refuse_end (fd, size, found, error);
  return TRUE;
}

/* Reads one directory record at @record (@left bytes to the directory's end); its length goes to @used. */
static YsZipEntry *
read_central (const guint8 *record, guint64 left, guint64 record_offset, guint64 header_offset, gsize *used,
              GError **error)
{
  guint8 expected[YS_ZIP_CENTRAL_LENGTH];
  g_autofree char *number = g_strdup_printf ("@%" G_GUINT64_FORMAT, record_offset);
  YsZipEntry *entry;

  if (left < YS_ZIP_CENTRAL_LENGTH || memcmp (record, CENTRAL_SIGNATURE, 4) != 0
      || left - YS_ZIP_CENTRAL_LENGTH < ys_zip_get_u16 (record + 28))
    {
      ys_set_error (error, YS_ERROR_ZIP_DAMAGED, number,
                    _ ("The directory of the package is broken at byte %llu."),
                    (unsigned long long)record_offset);
      return NULL;
    }
  entry = entry_new (record + 6, (const char *)record + YS_ZIP_CENTRAL_LENGTH, header_offset, error);
  if (entry == NULL)
    return NULL;
  *used = YS_ZIP_CENTRAL_LENGTH + strlen (entry->name);
  ys_zip_record_central (entry, expected);
  if (memcmp (record, expected, sizeof expected) == 0)
    return entry;
  if (ys_zip_get_u32 (record + 42) != header_offset && memcmp (record, expected, 42) == 0)
    refuse_entry (error, entry->name, record_offset,
                  _ ("it does not follow the entry before it without gap or overlap"));
  else
    refuse_entry (error, entry->name, record_offset, explain_central (record));
  ys_zip_entry_free (entry);
  return NULL;
}

static gboolean
read_directory (YsZipReader *self, const Directory *directory, GError **error)
{
  g_autofree guint8 *bytes = g_malloc (directory->size + 1);
  guint64 position = 0;
  guint64 header_offset = 0;

  if (!ys_zip_read_exactly (self->fd, directory->offset, bytes, directory->size, NULL, error))
    return FALSE;
  for (guint i = 0; i < directory->n_entries; i++)
    {
      gsize used = 0;
      YsZipEntry *entry = read_central (bytes + position, directory->size - position,
                                        directory->offset + position, header_offset, &used, error);

      if (entry == NULL)
        return FALSE;
      g_ptr_array_add (self->entries, entry);
      position += used;
      header_offset = entry->data_offset + entry->size;
      if (header_offset > directory->offset)
        return refuse_entry (error, entry->name, entry->header_offset, _ ("it reaches beyond the file data"));
      if (!check_local (self->fd, entry, error))
        return FALSE;
    }
  if (position == directory->size && header_offset == directory->offset)
    return TRUE;
  ys_set_error (
      error, YS_ERROR_ZIP_NOT_CANONICAL, NULL, _ ("Bytes that belong to no file stand before byte %llu."),
      (unsigned long long)(header_offset != directory->offset ? directory->offset
                                                              : directory->offset + directory->size));
  return FALSE;
}

/* ---- names among each other ---- */

static gboolean
check_names (const YsZipReader *self, GError **error)
{
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize top_length;

  g_return_val_if_fail (self->top != NULL, FALSE);
  top_length = strlen (self->top);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const YsZipEntry *entry = g_ptr_array_index (self->entries, i);
      char *lower = g_ascii_strdown (entry->name, -1);

      if (strncmp (entry->name, self->top, top_length) != 0 || entry->name[top_length] != '/')
        {
          g_free (lower);
          return refuse_entry (error, entry->name, entry->header_offset,
                               _ ("it lies in a second top folder"));
        }
      for (const char *slash = strchr (lower, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
        g_hash_table_add (folders, g_strndup (lower, (gsize)(slash - lower)));
      if (!g_hash_table_add (files, lower))
        return refuse_entry (error, entry->name, entry->header_offset,
                             _ ("its name occurs twice (capitals and small letters count as equal)"));
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      const YsZipEntry *entry = g_ptr_array_index (self->entries, i);
      g_autofree char *lower = g_ascii_strdown (entry->name, -1);

      if (g_hash_table_contains (folders, lower))
        return refuse_entry (error, entry->name, entry->header_offset,
                             _ ("it is a file and a folder at once"));
    }
  return TRUE;
}

static void
set_top (YsZipReader *self)
{
  if (self->entries->len > 0)
    {
      const YsZipEntry *first = g_ptr_array_index (self->entries, 0);

      self->top = g_strndup (first->name, strcspn (first->name, "/"));
    }
}

YsZipReader *
ys_zip_reader_open (int fd, GError **error)
{
  g_autoptr (YsZipReader) self = zip_reader_new (fd);
  Directory directory = { 0 };

  if (!read_end (fd, &directory, error) || !read_directory (self, &directory, error))
    return NULL;
  set_top (self);
  if (!check_names (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* ---- damaged archives ---- */

/* The next local header if it is canonical and its content lies in the file, else NULL. */
static YsZipEntry *
read_sound_local (int fd, guint64 offset, guint64 size)
{
  guint8 header[YS_ZIP_LOCAL_LENGTH], expected[YS_ZIP_LOCAL_LENGTH];
  char name[YS_ZIP_MAX_NAME];
  gsize name_length;
  YsZipEntry *entry;

  if (offset > YS_ZIP_MAX_SIZE || !ys_zip_read_exactly (fd, offset, header, sizeof header, NULL, NULL))
    return NULL;
  name_length = ys_zip_get_u16 (header + 26);
  if (name_length > sizeof name
      || !ys_zip_read_exactly (fd, offset + sizeof header, name, name_length, NULL, NULL))
    return NULL;
  entry = entry_new (header + 4, name, offset, NULL);
  if (entry == NULL)
    return NULL;
  ys_zip_record_local (entry, expected);
  if (memcmp (header, expected, sizeof header) == 0 && entry->data_offset + entry->size <= size)
    return entry;
  ys_zip_entry_free (entry);
  return NULL;
}

YsZipReader *
ys_zip_reader_open_damaged (int fd, GError **error)
{
  g_autoptr (YsZipReader) self = zip_reader_new (fd);
  guint64 offset = 0;
  guint64 size;
  YsZipEntry *entry;

  if (!get_size (fd, &size, error))
    return NULL;
  while (self->entries->len < YS_ZIP_MAX_ENTRIES && (entry = read_sound_local (fd, offset, size)) != NULL)
    {
      g_ptr_array_add (self->entries, entry);
      offset = entry->data_offset + entry->size;
    }
  set_top (self);
  return g_steal_pointer (&self);
}

guint
ys_zip_reader_get_n (const YsZipReader *self)
{
  return self->entries->len;
}

const YsZipEntry *
ys_zip_reader_get (const YsZipReader *self, guint index)
{
  return g_ptr_array_index (self->entries, index);
}

const char *
ys_zip_reader_get_top (const YsZipReader *self)
{
  return self->top;
}

char *
ys_zip_reader_peek_top (int fd)
{
  guint8 header[YS_ZIP_LOCAL_LENGTH];
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  gsize length;

  if (!ys_zip_read_exactly (fd, 0, header, sizeof header, NULL, NULL)
      || memcmp (header, LOCAL_SIGNATURE, 4) != 0)
    return NULL;
  length = ys_zip_get_u16 (header + 26);
  name = g_malloc0 (length + 1);
  if (!ys_zip_read_exactly (fd, sizeof header, name, length, NULL, NULL))
    return NULL;
  /* Decode first, split afterwards: the second byte of a GBK character may be a backslash. */
  shown = ys_text_from_filename (name);
  shown[strcspn (shown, "/\\")] = '\0';
  return ys_text_clean_line (shown, -1);
}
