/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files are told apart by inode, for a rollback journal is made anew for each change under the same name.
 * A sync makes a file's bytes safe; names become safe by a sync of their folder only, as POSIX has it. */
#include "power-disk.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

typedef enum { NOTE_CREATE, NOTE_DELETE, NOTE_WRITE, NOTE_TRUNCATE, NOTE_SYNC, NOTE_SYNC_FOLDER, NOTE_ACKNOWLEDGE } Kind;

typedef struct {
  Kind kind;
  guint inode;     /* create, write, truncate, sync */
  gboolean journal; /* create, delete: which of the two names */
  goffset offset;  /* write; truncate: the new length */
  GBytes *data;    /* write */
  guint changes;   /* acknowledge */
} Note;

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;
  guint inode;
  gboolean is_new; /* its first sync syncs the folder too, as the unix VFS does for a new journal */
} File;

static struct {
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  sqlite3_io_methods methods;
  PowerDiskKind kind;
  char *path;
  GBytes *initial;
  GPtrArray *notes;
  guint n_inodes;
} disk;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_clear_pointer (&note->data, g_bytes_unref);
  g_free (note);
}

static Note *
add_note (Kind kind, guint inode)
{
  Note *note = g_new0 (Note, 1);

  note->kind = kind;
  note->inode = inode;
  g_ptr_array_add (disk.notes, note);
  return note;
}

/* ---- the VFS ---- */

static int
file_close (sqlite3_file *file)
{
  File *self = (File *) file;
  int result = self->real->pMethods->xClose (self->real);

  g_free (self->real);
  return result;
}

static int
file_read (sqlite3_file *file, void *data, int length, sqlite3_int64 offset)
{
  sqlite3_file *real = ((File *) file)->real;

  return real->pMethods->xRead (real, data, length, offset);
}

static int
file_write (sqlite3_file *file, const void *data, int length, sqlite3_int64 offset)
{
  File *self = (File *) file;
  Note *note = add_note (NOTE_WRITE, self->inode);

  note->offset = offset;
  note->data = g_bytes_new (data, (gsize) length);
  return self->real->pMethods->xWrite (self->real, data, length, offset);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 length)
{
  File *self = (File *) file;

  add_note (NOTE_TRUNCATE, self->inode)->offset = length;
  return self->real->pMethods->xTruncate (self->real, length);
}

/* Nothing is really synced: this disk only remembers that it was asked for. */
static int
file_sync (sqlite3_file *file, int flags)
{
  File *self = (File *) file;

  if (self->inode == 0 || disk.kind == POWER_DISK_HONEST)
    add_note (NOTE_SYNC, self->inode);
  if (self->is_new)
    add_note (NOTE_SYNC_FOLDER, 0);
  self->is_new = FALSE;
  return SQLITE_OK;
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  sqlite3_file *real = ((File *) file)->real;

  return real->pMethods->xFileSize (real, size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  sqlite3_file *real = ((File *) file)->real;

  return real->pMethods->xLock (real, level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  sqlite3_file *real = ((File *) file)->real;

  return real->pMethods->xUnlock (real, level);
}

static int
file_check_lock (sqlite3_file *file, int *reserved)
{
  sqlite3_file *real = ((File *) file)->real;

  return real->pMethods->xCheckReservedLock (real, reserved);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  sqlite3_file *real = ((File *) file)->real;

  return real->pMethods->xFileControl (real, operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  sqlite3_file *real = ((File *) file)->real;

  return real->pMethods->xSectorSize (real);
}

static int
file_characteristics (sqlite3_file *file)
{
  sqlite3_file *real = ((File *) file)->real;

  return real->pMethods->xDeviceCharacteristics (real);
}

/* Database and rollback journal are noted; what else SQLite opens (none in this store) goes to the real disk. */
static int
disk_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;
  gboolean journal = (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0;
  int exists = 0;
  int result;

  memset (self, 0, sizeof *self);
  if (name == NULL || (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL)) == 0
      || !g_str_has_prefix (name, disk.path))
    g_error ("an unexpected file of the store: %s", name != NULL ? name : "(temporary)");
  disk.real->xAccess (disk.real, name, SQLITE_ACCESS_EXISTS, &exists);
  self->real = g_malloc0 ((gsize) disk.real->szOsFile);
  result = disk.real->xOpen (disk.real, name, self->real, flags, out_flags);
  if (result != SQLITE_OK)
    {
      g_free (self->real);
      return result;
    }
  self->base.pMethods = &disk.methods;
  if (journal)
    self->inode = disk.n_inodes++;
  if (journal && !exists)
    {
      add_note (NOTE_CREATE, self->inode)->journal = TRUE;
      self->is_new = TRUE;
    }
  return SQLITE_OK;
}

static int
disk_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  int result = disk.real->xDelete (disk.real, name, 0);

  add_note (NOTE_DELETE, 0)->journal = !g_str_equal (name, disk.path);
  if (sync_folder)
    add_note (NOTE_SYNC_FOLDER, 0);
  return result;
}

static int
disk_access (sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
  return disk.real->xAccess (disk.real, name, flags, result);
}

static int
disk_full_name (sqlite3_vfs *vfs, const char *name, int length, char *output)
{
  return disk.real->xFullPathname (disk.real, name, length, output);
}

void
power_disk_begin (const char *path, PowerDiskKind kind)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  disk.initial = g_bytes_new (content, length);
  disk.path = g_strdup (path);
  disk.kind = kind;
  disk.n_inodes = 1; /* the database */
  disk.notes = g_ptr_array_new_with_free_func (note_free);
  disk.real = sqlite3_vfs_find ("unix");
  disk.methods = (sqlite3_io_methods){ .iVersion = 1, .xClose = file_close, .xRead = file_read, .xWrite = file_write,
                                       .xTruncate = file_truncate, .xSync = file_sync, .xFileSize = file_size,
                                       .xLock = file_lock, .xUnlock = file_unlock,
                                       .xCheckReservedLock = file_check_lock, .xFileControl = file_control,
                                       .xSectorSize = file_sector_size,
                                       .xDeviceCharacteristics = file_characteristics };
  disk.vfs = *disk.real;
  disk.vfs.szOsFile = (int) sizeof (File);
  disk.vfs.zName = "power-disk";
  disk.vfs.pNext = NULL;
  disk.vfs.xOpen = disk_open;
  disk.vfs.xDelete = disk_delete;
  disk.vfs.xAccess = disk_access;
  disk.vfs.xFullPathname = disk_full_name;
  sqlite3_vfs_register (&disk.vfs, 1);
}

void
power_disk_end (void)
{
  sqlite3_vfs_unregister (&disk.vfs);
  sqlite3_vfs_register (disk.real, 1);
}

void
power_disk_acknowledge (guint changes)
{
  add_note (NOTE_ACKNOWLEDGE, 0)->changes = changes;
}

guint
power_disk_count_moments (void)
{
  return disk.notes->len + 1;
}

void
power_disk_clear (void)
{
  g_clear_pointer (&disk.notes, g_ptr_array_unref);
  g_clear_pointer (&disk.initial, g_bytes_unref);
  g_clear_pointer (&disk.path, g_free);
}

/* ---- what a cut leaves ---- */

#define SECTOR 512

static void
write_part (GByteArray *file, const Note *note, gsize from, gsize length)
{
  gsize end = (gsize) note->offset + from + length;

  if (file->len < end)
    {
      gsize old = file->len;
      g_byte_array_set_size (file, (guint) end);
      memset (file->data + old, 0, end - old);
    }
  memcpy (file->data + note->offset + from, (const guint8 *) g_bytes_get_data (note->data, NULL) + from, length);
}

/* @random NULL: all of it. Else nothing, all, or some of its sectors. */
static void
apply (GByteArray *file, const Note *note, GRand *random)
{
  gsize length = note->data != NULL ? g_bytes_get_size (note->data) : 0;
  int chance = random != NULL ? g_rand_int_range (random, 0, 4) : 1;

  if (chance == 0)
    return;
  if (note->kind == NOTE_TRUNCATE)
    {
      gsize old = file->len;
      g_byte_array_set_size (file, (guint) note->offset);
      if (file->len > old)
        memset (file->data + old, 0, file->len - old);
      return;
    }
  for (gsize from = 0; from < length;)
    {
      gsize step = MIN (SECTOR - ((gsize) note->offset + from) % SECTOR, length - from);
      if (chance < 3 || g_rand_boolean (random))
        write_part (file, note, from, step);
      from += step;
    }
}

/* The bytes of @inode at @moment: up to its last sync for sure, then by chance: nothing more, all, or each for itself. */
static GByteArray *
content_of (guint inode, guint moment, GRand *random)
{
  GByteArray *file = g_byte_array_new ();
  guint synced = 0;
  int chance = g_rand_int_range (random, 0, 4);

  if (inode == 0)
    g_byte_array_append (file, g_bytes_get_data (disk.initial, NULL), (guint) g_bytes_get_size (disk.initial));
  for (guint i = 0; i < moment; i++)
    {
      const Note *note = g_ptr_array_index (disk.notes, i);
      if (note->kind == NOTE_SYNC && note->inode == inode)
        synced = i;
    }
  for (guint i = 0; i < moment; i++)
    {
      const Note *note = g_ptr_array_index (disk.notes, i);
      gboolean safe = i < synced;

      if (note->inode != inode || (note->kind != NOTE_WRITE && note->kind != NOTE_TRUNCATE))
        continue;
      if (safe || chance == 1)
        apply (file, note, NULL);
      else if (chance > 1)
        apply (file, note, random);
    }
  return file;
}

/* The inode that the journal's name leads to, 0 for none: names changed before the last sync of the folder for sure, of
 * the later ones as many as chance has it, in their order. */
static guint
find_journal (guint moment, GRand *random)
{
  guint synced = 0, end;
  guint inode = 0;

  for (guint i = 0; i < moment; i++)
    if (((Note *) g_ptr_array_index (disk.notes, i))->kind == NOTE_SYNC_FOLDER)
      synced = i;
  end = (guint) g_rand_int_range (random, (gint32) synced, (gint32) moment + 1);
  for (guint i = 0; i < end; i++)
    {
      const Note *note = g_ptr_array_index (disk.notes, i);
      if (note->journal && (note->kind == NOTE_CREATE || note->kind == NOTE_DELETE))
        inode = note->kind == NOTE_CREATE ? note->inode : 0;
    }
  return inode;
}

static void
write_file (const char *folder, const char *name, GByteArray *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  FILE *file = fopen (path, "we"); /* without the sync of g_file_set_contents(): there are thousands */

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (content->data, 1, content->len, file), ==, content->len);
  fclose (file);
}

guint
power_disk_cut (guint moment, GRand *random, const char *folder)
{
  g_autoptr (GByteArray) database = content_of (0, moment, random);
  guint inode = find_journal (moment, random);
  guint changes = 0;

  write_file (folder, "workspace.db", database);
  if (inode != 0)
    {
      g_autoptr (GByteArray) journal = content_of (inode, moment, random);
      write_file (folder, "workspace.db-journal", journal);
    }
  for (guint i = 0; i < moment; i++)
    {
      const Note *note = g_ptr_array_index (disk.notes, i);
      if (note->kind == NOTE_ACKNOWLEDGE)
        changes = note->changes;
    }
  return changes;
}
