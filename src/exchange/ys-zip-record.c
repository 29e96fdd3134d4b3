/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodes the records of APPNOTE.TXT 4.3 in the single form that Yanshou writes and accepts: stored, dated
 * 1980-01-01, mode 0644, without anything optional. */
#include "ys-zip-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LOCAL_SIGNATURE 0x04034b50u
#define CENTRAL_SIGNATURE 0x02014b50u
#define END_SIGNATURE 0x06054b50u
#define VERSION_NEEDED 20 /* the entries lie in folders */
#define MADE_BY_UNIX ((3 << 8) | 20)
#define FIXED_DATE ((0 << 9) | (1 << 5) | 1)
#define FIXED_MODE (0100644u << 16)

void
ys_zip_entry_free (YsZipEntry *self)
{
  g_free (self->name);
  g_free (self);
}

static guint8 *
put_u16 (guint8 *out, guint value)
{
  out[0] = value & 0xff;
  out[1] = (value >> 8) & 0xff;
  return out + 2;
}

static guint8 *
put_u32 (guint8 *out, guint32 value)
{
  return put_u16 (put_u16 (out, value & 0xffff), value >> 16);
}

guint16
ys_zip_get_u16 (const guint8 *bytes)
{
  return (guint16)(bytes[0] | bytes[1] << 8);
}

guint32
ys_zip_get_u32 (const guint8 *bytes)
{
  return ys_zip_get_u16 (bytes) | (guint32)ys_zip_get_u16 (bytes + 2) << 16;
}

/* The part that local header and central record share: from "version needed" to the length of the extra
 * field. */
static guint8 *
put_common (guint8 *out, const YsZipEntry *entry)
{
  out = put_u16 (out, VERSION_NEEDED);
  out = put_u16 (out, 0); /* flags */
  out = put_u16 (out, 0); /* method: stored */
  out = put_u16 (out, 0); /* time */
  out = put_u16 (out, FIXED_DATE);
  out = put_u32 (out, entry->crc);
  out = put_u32 (out, entry->size);
  out = put_u32 (out, entry->size);
  out = put_u16 (out, (guint)strlen (entry->name));
  return put_u16 (out, 0); /* extra field */
}

void
ys_zip_record_local (const YsZipEntry *entry, guint8 *buffer)
{
  put_common (put_u32 (buffer, LOCAL_SIGNATURE), entry);
}

void
ys_zip_record_central (const YsZipEntry *entry, guint8 *buffer)
{
  guint8 *out = put_u32 (buffer, CENTRAL_SIGNATURE);

  out = put_u16 (out, MADE_BY_UNIX);
  out = put_common (out, entry);
  out = put_u16 (out, 0); /* comment */
  out = put_u16 (out, 0); /* disk */
  out = put_u16 (out, 0); /* internal attributes */
  out = put_u32 (out, FIXED_MODE);
  put_u32 (out, entry->header_offset);
}

void
ys_zip_record_end (guint n_entries, guint32 central_offset, guint32 central_size, guint8 *buffer)
{
  guint8 *out = put_u32 (buffer, END_SIGNATURE);

  out = put_u16 (out, 0); /* this disk */
  out = put_u16 (out, 0); /* disk of the directory */
  out = put_u16 (out, n_entries);
  out = put_u16 (out, n_entries);
  out = put_u32 (out, central_size);
  out = put_u32 (out, central_offset);
  put_u16 (out, 0); /* comment */
}

static const char *
character_rule (guchar byte)
{
  if (byte == '\0')
    return _ ("its name holds a NUL byte");
  if (byte < 0x20 || byte == 0x7f)
    return _ ("its name holds a control character");
  if (byte >= 0x80)
    return _ ("its name is not plain ASCII");
  if (byte == '\\')
    return _ ("its name holds a backslash");
  if (byte == ':')
    return _ ("its name holds a colon, as a drive letter would");
  if (!g_ascii_isalnum (byte) && strchr ("._-/", byte) == NULL)
    return _ ("its name holds a character other than letters, digits, point, underscore and hyphen");
  return NULL;
}

const char *
ys_zip_name_check (const char *name, gsize length)
{
  gboolean at_start = TRUE;
  gboolean has_folder = FALSE;

  if (length == 0)
    return _ ("its name is empty");
  if (length > YS_ZIP_MAX_NAME)
    return _ ("its name is too long");
  for (gsize i = 0; i < length; i++)
    {
      const char *rule = character_rule ((guchar)name[i]);

      if (rule != NULL)
        return rule;
      if (at_start && name[i] == '/')
        return i == 0 ? _ ("its name is absolute") : _ ("its name has an empty part");
      if (at_start && name[i] == '.')
        return _ ("its name climbs out of the folder or is hidden (a part begins with a point)");
      at_start = name[i] == '/';
      has_folder |= at_start;
    }
  if (at_start)
    return _ ("it is a folder entry; only files may be listed");
  return has_folder ? NULL : _ ("it does not lie in the folder of the package");
}

guint64
ys_zip_size_of (guint n, guint64 name_bytes, guint64 content_bytes)
{
  return (guint64)n * (YS_ZIP_LOCAL_LENGTH + YS_ZIP_CENTRAL_LENGTH) + 2 * name_bytes + content_bytes
         + YS_ZIP_END_LENGTH;
}
