/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canonical gate and the bag layer: one form passes, every truncation and changed bit is refused. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "small-bag.h"
#include "ys-bag-folder.h"
#include "ys-bag-names.h"
#include "ys-bag.h"
#include "ys-id.h"

#define TOP "610302-submission-2021-0001-0a1b"

/* TRUE if the archive behind @fd passes gate and bag layer; @digest (nullable) gets the package digest. */
static gboolean
accepts (int fd, char **digest)
{
  g_autoptr (YsZipReader) reader = ys_zip_reader_open (fd, NULL);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsBagSource) source = NULL;
  g_autoptr (YsBag) bag = NULL;

  if (reader == NULL)
    return FALSE;
  source = ys_bag_source_new_for_zip (reader, fd);
  bag = ys_bag_verify (source, YS_BAG_ARCHIVE_ORDER, NULL, NULL, NULL, faults, NULL);
  if (bag == NULL || !ys_bag_is_sound (bag))
    return FALSE;
  if (digest != NULL)
    *digest = g_strdup (ys_bag_get_digest (bag));
  return TRUE;
}

static void
test_sound (void)
{
  int fd = small_bag_zip (TOP);
  g_autoptr (GBytes) tags = small_bag_content (YS_BAG_TAG_MANIFEST_NAME);
  g_autofree char *expected = ys_digest_of_bytes (g_bytes_get_data (tags, NULL), g_bytes_get_size (tags));
  g_autofree char *digest = NULL;

  g_assert_true (accepts (fd, &digest));
  g_assert_cmpstr (digest, ==, expected);
  close (fd);
}

static void
test_every_length (void)
{
  int fd = small_bag_zip (TOP);
  g_autoptr (GBytes) bytes = small_bag_bytes (fd);
  gsize size = g_bytes_get_size (bytes);

  for (gsize length = 0; length < size; length++)
    {
      g_assert_cmpint (ftruncate (fd, 0), ==, 0);
      g_assert_cmpint (pwrite (fd, g_bytes_get_data (bytes, NULL), length, 0), ==, length);
      g_assert_false (accepts (fd, NULL));
    }
  g_assert_cmpint (pwrite (fd, g_bytes_get_data (bytes, NULL), size, 0), ==, size);
  g_assert_true (accepts (fd, NULL));
  g_assert_cmpint (pwrite (fd, "x", 1, (off_t)size), ==, 1);
  g_assert_false (accepts (fd, NULL));
  close (fd);
}

static void
test_every_bit (void)
{
  int fd = small_bag_zip (TOP);
  g_autoptr (GBytes) bytes = small_bag_bytes (fd);
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  gsize n_bits = g_bytes_get_size (bytes) * 8;

  for (gsize bit = 0; bit < n_bits; bit++)
    {
      guint8 changed = data[bit / 8] ^ (guint8)(1 << bit % 8);

      g_assert_cmpint (pwrite (fd, &changed, 1, (off_t)(bit / 8)), ==, 1);
      if (accepts (fd, NULL))
        g_error ("a change of bit %" G_GSIZE_FORMAT " of byte %" G_GSIZE_FORMAT " was accepted", bit % 8,
                 bit / 8);
      g_assert_cmpint (pwrite (fd, data + bit / 8, 1, (off_t)(bit / 8)), ==, 1);
    }
  g_assert_true (accepts (fd, NULL));
  close (fd);
}

/* As far as a cut archive is sound its entries are still found. */
static void
test_damaged_reading (void)
{
  int fd = small_bag_zip (TOP);
  g_autoptr (YsZipReader) whole = ys_zip_reader_open_damaged (fd, NULL);
  const YsZipEntry *last = ys_zip_reader_get (whole, ys_zip_reader_get_n (whole) - 1);
  g_autoptr (YsZipReader) cut = NULL;

  g_assert_cmpuint (ys_zip_reader_get_n (whole), ==, 7);
  g_assert_cmpint (ftruncate (fd, (off_t)(last->data_offset + last->size - 1)), ==, 0);
  cut = ys_zip_reader_open_damaged (fd, NULL);
  g_assert_cmpuint (ys_zip_reader_get_n (cut), ==, 6);
  g_assert_cmpstr (ys_zip_reader_get_top (cut), ==, TOP);
  close (fd);
}

/* ---- folders ---- */

typedef struct
{
  GPtrArray *ignored;
  YsFaults *faults;
  char *digest;
  gboolean sound;
} FolderResult;

static void
folder_result_clear (FolderResult *result)
{
  g_ptr_array_unref (result->ignored);
  ys_faults_unref (result->faults);
  g_free (result->digest);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolderResult, folder_result_clear)

static FolderResult
verify_folder (const char *path)
{
  FolderResult result = { g_ptr_array_new_with_free_func (g_free), ys_faults_new (), NULL, FALSE };
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_autoptr (YsBagSource) source = ys_bag_folder_open (fd, result.ignored, result.faults, NULL);
  g_autoptr (YsBag) bag = NULL;

  g_assert_nonnull (source);
  bag = ys_bag_verify (source, YS_BAG_ANY_ORDER, NULL, NULL, NULL, result.faults, NULL);
  g_assert_nonnull (bag);
  result.sound = ys_faults_get_n (result.faults) == 0;
  result.digest = g_strdup (ys_bag_get_digest (bag));
  close (fd);
  return result;
}

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A folder under any name has the digest of the archive; system files are named and ignored (case 86). */
static void
test_folder (void)
{
  g_autofree char *folder = small_bag_folder ("报送包（终稿）");
  g_autofree char *digest = NULL;
  int fd = small_bag_zip (TOP);

  g_assert_true (accepts (fd, &digest));
  close (fd);
  put (folder, "data/Thumbs.db", "x");
  put (folder, "desktop.ini", "x");
  put (folder, "data/evidence/.DS_Store", "x");
  {
    g_auto (FolderResult) result = verify_folder (folder);

    g_assert_true (result.sound);
    g_assert_cmpstr (result.digest, ==, digest);
    g_assert_cmpuint (result.ignored->len, ==, 3);
  }
  put (folder, "data/.~lock.package.xml#", "x");
  {
    g_auto (FolderResult) result = verify_folder (folder);

    g_assert_false (result.sound);
    g_assert_cmpuint (ys_faults_get_n (result.faults), ==, 1);
    g_assert_cmpint (ys_faults_get (result.faults, 0)->code, ==, YS_ERROR_BAG_EXTRA);
    g_assert_cmpstr (ys_faults_get (result.faults, 0)->file, ==, "data/.~lock.package.xml#");
  }
  small_bag_remove (folder);
}

static void
assert_folder_refused (const char *folder, YsErrorCode code)
{
  g_auto (FolderResult) result = verify_folder (folder);

  g_assert_false (result.sound);
  g_assert_cmpstr (ys_error_code_nick (ys_faults_get (result.faults, 0)->code), ==,
                   ys_error_code_nick (code));
  small_bag_remove (folder);
}

static void
test_folder_links (void)
{
  g_autofree char *linked = small_bag_folder ("bag");
  g_autofree char *piped = small_bag_folder ("bag");
  g_autofree char *through = small_bag_folder ("bag");
  g_autofree char *target = g_build_filename (linked, "data", "package.xml", NULL);
  g_autofree char *pipe_path = g_build_filename (piped, "data", "package.xml", NULL);
  g_autofree char *data = g_build_filename (through, "data", NULL);
  g_autofree char *moved = g_build_filename (through, "..", "elsewhere", NULL);

  g_unlink (target);
  g_assert_cmpint (symlink ("../README.txt", target), ==, 0);
  assert_folder_refused (linked, YS_ERROR_BAG_EXTRA);
  g_unlink (pipe_path);
  g_assert_cmpint (mkfifo (pipe_path, 0644), ==, 0);
  assert_folder_refused (piped, YS_ERROR_BAG_EXTRA);
  g_assert_cmpint (g_rename (data, moved), ==, 0);
  g_assert_cmpint (symlink ("../elsewhere", data), ==, 0);
  assert_folder_refused (through, YS_ERROR_BAG_EXTRA);
  small_bag_remove (moved);
}

static void
test_folder_changes (void)
{
  g_autofree char *missing = small_bag_folder ("bag");
  g_autofree char *changed = small_bag_folder ("bag");
  g_autofree char *fetch = small_bag_folder ("bag");
  g_autofree char *unlisted = small_bag_folder ("bag");
  g_autofree char *nested = small_bag_folder ("bag");
  g_autofree char *inner = g_build_filename (nested, "data", "inner", NULL);
  g_autofree char *victim = g_build_filename (missing, "README.txt", NULL);

  g_unlink (victim);
  assert_folder_refused (missing, YS_ERROR_BAG_LAYOUT);
  put (changed, "README.txt", "x");
  assert_folder_refused (changed, YS_ERROR_BAG_DIGEST);
  put (fetch, "fetch.txt", "http://example.org/ - data/package.xml\n");
  assert_folder_refused (fetch, YS_ERROR_BAG_EXTRA);
  put (unlisted, "data/review.xml", "<review/>");
  assert_folder_refused (unlisted, YS_ERROR_BAG_EXTRA);
  g_assert_cmpint (g_mkdir (inner, 0755), ==, 0);
  assert_folder_refused (nested, YS_ERROR_BAG_EXTRA);
}

/* ---- text files ---- */

#define HEX "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static guint
manifest_faults (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (YsFaults) faults = ys_faults_new ();

  ys_bag_parse_manifest (bytes, YS_BAG_MANIFEST_NAME, digests, faults);
  return ys_faults_get_n (faults);
}

static void
test_manifest_text (void)
{
  g_assert_cmpuint (manifest_faults (HEX "  data/package.xml\n"), ==, 0);
  g_assert_cmpuint (manifest_faults (HEX "  data/journal.xml\n" HEX "  data/package.xml\n"), ==, 0);
  g_assert_cmpuint (manifest_faults (""), ==, 1);
  g_assert_cmpuint (manifest_faults ("\n"), ==, 1);
  g_assert_cmpuint (manifest_faults (HEX "  data/package.xml"), ==, 1);
  g_assert_cmpuint (manifest_faults (HEX "  data/package.xml\n\n"), ==, 1);
  g_assert_cmpuint (manifest_faults (HEX "  data/package.xml\r\n"), ==, 1);
  g_assert_cmpuint (manifest_faults ("\xef\xbb\xbf" HEX "  data/package.xml\n"), ==, 1);
  g_assert_cmpuint (manifest_faults (HEX " data/package.xml\n"), ==, 1);
  g_assert_cmpuint (manifest_faults (HEX " *data/package.xml\n"), ==, 1);
  g_assert_cmpuint (manifest_faults (HEX "0  data/package.xml\n"), ==, 1);
  g_assert_cmpuint (manifest_faults ("A" HEX "  data/package.xml\n"), ==, 1);
  g_assert_cmpuint (manifest_faults (HEX "  ../package.xml\n"), ==, 1);
  g_assert_cmpuint (manifest_faults (HEX "  bagit.txt\n"), ==, 1);
  g_assert_cmpuint (manifest_faults (HEX "  data/package.xml\n" HEX "  data/package.xml\n"), ==, 1);
  g_assert_cmpuint (manifest_faults (HEX "  data/package.xml\n" HEX "  data/journal.xml\n"), ==, 1);
}

static guint
info_faults (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_auto (YsBagInfo) info = { 0 };
  g_autoptr (YsFaults) faults = ys_faults_new ();

  ys_bag_parse_info (bytes, &info, faults);
  return ys_faults_get_n (faults);
}

static void
test_info_text (void)
{
  g_assert_cmpuint (info_faults ("Payload-Oxum: 1277.2\n"), ==, 0);
  g_assert_cmpuint (info_faults ("Source-Organization: 渭滨区\nPayload-Oxum: 1.1\n"), ==, 0);
  g_assert_cmpuint (info_faults ("Source-Organization: 渭滨区\n"), ==, 1);
  g_assert_cmpuint (info_faults ("Payload-Oxum: 01.2\n"), ==, 1);
  g_assert_cmpuint (info_faults ("Payload-Oxum: 1.2.3\n"), ==, 1);
  g_assert_cmpuint (info_faults ("Payload-Oxum: -1.2\n"), ==, 1);
  g_assert_cmpuint (info_faults ("Payload-Oxum: 99999999999999999999.2\n"), ==, 1);
  g_assert_cmpuint (info_faults ("Payload-Oxum: 1.1\nPayload-Oxum: 1.1\n"), ==, 1);
  g_assert_cmpuint (info_faults ("Payload-Oxum: 1.1\n folded\n"), ==, 1);
  g_assert_cmpuint (info_faults ("Payload-Oxum: 1.1\nContact-Name: x\n"), ==, 1);
}

/* ---- what other archivers make ---- */

/* Case 90: the top folder's GBK name is shown, whatever the gate says. */
static void
test_peek_top (void)
{
  gsize length;
  g_autofree char *name = g_convert ("报送包（终稿）/bagit.txt", -1, "GB18030", "UTF-8", NULL, &length, NULL);
  guint8 header[30] = { 'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *top = NULL;
  int fd;

  header[26] = (guint8)length;
  g_byte_array_append (bytes, header, sizeof header);
  g_byte_array_append (bytes, (const guint8 *)name, (guint)length);
  fd = small_bag_fd (bytes->data, bytes->len);
  top = ys_zip_reader_peek_top (fd);
  g_assert_cmpstr (top, ==, "报送包（终稿）");
  g_assert_false (accepts (fd, NULL));
  close (fd);
}

static void
test_name_grammar (void)
{
  g_assert_null (ys_zip_name_check ("top/data/package.xml", 20));
  for (const char *const *bad =
           (const char *const[]){ "", "/top/a", "top/../a", "../a", "top//a", "top/a\\b", "C:/a", "top/\x01",
                                  "top/名", "top", "top/", "./a", "top/.a", "top/a b", NULL };
       *bad != NULL; bad++)
    g_assert_nonnull (ys_zip_name_check (*bad, strlen (*bad)));
  g_assert_nonnull (ys_zip_name_check ("top/a\0b", 7));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bag/sound", test_sound);
  g_test_add_func ("/bag/every-length", test_every_length);
  g_test_add_func ("/bag/every-bit", test_every_bit);
  g_test_add_func ("/bag/damaged-reading", test_damaged_reading);
  g_test_add_func ("/bag/folder", test_folder);
  g_test_add_func ("/bag/folder-links", test_folder_links);
  g_test_add_func ("/bag/folder-changes", test_folder_changes);
  g_test_add_func ("/bag/manifest-text", test_manifest_text);
  g_test_add_func ("/bag/info-text", test_info_text);
  g_test_add_func ("/bag/peek-top", test_peek_top);
  g_test_add_func ("/bag/name-grammar", test_name_grammar);
  return g_test_run ();
}
