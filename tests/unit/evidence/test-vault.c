/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vault: storing, recognising, checking, sweeping, and leaving nothing behind when it fails. */
#include "ys-date.h"
#include "ys-error.h"
#include "ys-file-kind.h"
#include "ys-id.h"
#include "ys-vault.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* SHA-256 of "abc" (FIPS 180-2, B.1). */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

typedef struct
{
  char *folder;
  YsVault *vault;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  fixture->folder = g_dir_make_tmp ("验收 50%#-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->vault = ys_vault_open (fixture->folder, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_tree (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  ys_vault_free (fixture->vault);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  ys_clock_set_override (0);
}

static char *
write_source (Fixture *fixture, const char *name, const char *content, gsize length)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
  return path;
}

static guint
count_staged (Fixture *fixture)
{
  g_autofree char *staging = g_build_filename (fixture->folder, "staging", NULL);
  g_autoptr (GDir) dir = g_dir_open (staging, 0, NULL);
  guint n = 0;
  while (g_dir_read_name (dir))
    n++;
  return n;
}

static char *
stored_path (Fixture *fixture, const char *digest)
{
  g_autofree char *relative = ys_vault_get_relative_path (digest);
  return g_build_filename (fixture->folder, relative, NULL);
}

static void
test_store (Fixture *fixture, gconstpointer unused)
{
  /* A name that is no UTF-8: 文件 in GB18030. */
  g_autofree char *source = write_source (fixture, "\xCE\xC4\xBC\xFE.pdf", "abc", 3);
  g_autofree char *path = stored_path (fixture, ABC);
  g_auto (YsVaultStored) stored = { 0 };
  g_auto (YsVaultStored) again = { 0 };
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_true (ys_vault_store_path (fixture->vault, source, NULL, NULL, NULL, &stored, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (stored.digest, ==, ABC);
  g_assert_cmpuint (stored.size, ==, 3);
  g_assert_false (stored.already_there);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0444);
  g_assert_true (ys_vault_has (fixture->vault, ABC));
  g_assert_true (ys_vault_store_path (fixture->vault, source, NULL, NULL, NULL, &again, &error));
  g_assert_true (again.already_there);
  g_assert_cmpuint (count_staged (fixture), ==, 0);
}

static void
test_refuses_links_and_fifos (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *source = write_source (fixture, "a.pdf", "abc", 3);
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.pdf", NULL);
  g_autofree char *fifo_path = g_build_filename (fixture->folder, "fifo.pdf", NULL);
  g_auto (YsVaultStored) stored = { 0 };
  g_autoptr (GError) link_error = NULL;
  g_autoptr (GError) fifo_error = NULL;

  g_assert_cmpint (symlink (source, link_path), ==, 0);
  g_assert_cmpint (mkfifo (fifo_path, 0600), ==, 0);
  g_assert_false (ys_vault_store_path (fixture->vault, link_path, NULL, NULL, NULL, &stored, &link_error));
  g_assert_error (link_error, YS_ERROR, YS_ERROR_NOT_PDF);
  g_assert_false (ys_vault_store_path (fixture->vault, fifo_path, NULL, NULL, NULL, &stored, &fifo_error));
  g_assert_error (fifo_error, YS_ERROR, YS_ERROR_NOT_PDF);
}

/* What no package could ever carry is refused before a byte of it is copied. */
static void
test_refuses_what_no_package_carries (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "huge.pdf", NULL);
  g_auto (YsVaultStored) stored = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "%PDF-1.7\n", -1, NULL));
  g_assert_cmpint (truncate (path, (G_GINT64_CONSTANT (3) << 30) + 1), ==, 0);
  g_assert_false (ys_vault_store_path (fixture->vault, path, NULL, NULL, NULL, &stored, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_TOO_LARGE);
}

static void
damage (const char *path)
{
  g_assert_cmpint (chmod (path, 0644), ==, 0);
  g_assert_true (g_file_set_contents (path, "abd", 3, NULL));
}

static void
test_check (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *source = write_source (fixture, "a.pdf", "abc", 3);
  g_autofree char *other = write_source (fixture, "b.pdf", "%PDF-1.7", 8);
  g_autofree char *path = stored_path (fixture, ABC);
  g_auto (YsVaultStored) stored = { 0 };
  g_auto (YsVaultStored) second = { 0 };
  g_auto (YsVaultStored) healed = { 0 };
  g_autofree char *missing = g_strnfill (64, '0');
  g_autoptr (GError) error = NULL;
  g_autoptr (YsVaultReport) report = NULL;

  g_assert_true (ys_vault_store_path (fixture->vault, source, NULL, NULL, NULL, &stored, NULL));
  g_assert_true (ys_vault_store_path (fixture->vault, other, NULL, NULL, NULL, &second, NULL));
  g_assert_true (ys_vault_check (fixture->vault, ABC, NULL, &error));
  damage (path);
  g_assert_false (ys_vault_check (fixture->vault, ABC, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_BAG_DIGEST);
  report = ys_vault_check_all (fixture->vault, (const char *const[]){ ABC, second.digest, missing, NULL },
                               NULL, NULL, NULL, NULL);
  g_assert_cmpuint (report->n_sound, ==, 1);
  g_assert_cmpuint (report->changed->len, ==, 1);
  g_assert_cmpstr (report->changed->pdata[0], ==, ABC);
  g_assert_cmpuint (report->missing->len, ==, 1);
  g_assert_cmpstr (report->missing->pdata[0], ==, missing);
  /* Storing the same content again puts the sound one in its place. */
  g_assert_true (ys_vault_store_path (fixture->vault, source, NULL, NULL, NULL, &healed, NULL));
  g_assert_false (healed.already_there);
  g_assert_true (ys_vault_check (fixture->vault, ABC, NULL, NULL));
}

static void
test_missing_and_bad_names (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) climbing = NULL;

  g_assert_cmpint (ys_vault_open_file (fixture->vault, ABC, &error), ==, -1);
  g_assert_error (error, YS_ERROR, YS_ERROR_NOT_FOUND);
  g_assert_cmpint (ys_vault_open_file (fixture->vault, "../../etc/passwd", &climbing), ==, -1);
  g_assert_error (climbing, YS_ERROR, YS_ERROR_NOT_FOUND);
}

static void
cancel_now (guint64 done, guint64 total, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *content = g_strnfill (3 << 20, 'x');
  g_autofree char *source = write_source (fixture, "big.pdf", content, 3 << 20);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (YsVaultStored) stored = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (
      ys_vault_store_path (fixture->vault, source, cancel_now, cancellable, cancellable, &stored, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_CANCELLED);
  g_assert_cmpuint (count_staged (fixture), ==, 0);
}

/* A limit on the size of files fails in write() just where a full disk does. */
static void
test_write_error_leaves_nothing (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *content = g_strnfill (3 << 20, 'x');
  g_autofree char *source = write_source (fixture, "big.pdf", content, 3 << 20);
  g_auto (YsVaultStored) stored = { 0 };
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = (struct rlimit){ 2 << 20, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (ys_vault_store_path (fixture->vault, source, NULL, NULL, NULL, &stored, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  g_assert_true (error->domain == YS_ERROR);
  g_assert_cmpuint (count_staged (fixture), ==, 0);
}

static void
test_sweep (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *source = write_source (fixture, "a.pdf", "abc", 3);
  g_autofree char *left = write_source (fixture, "staging/evidence-0.part", "half", 4);
  g_autofree char *foreign = write_source (fixture, "staging/import-0", "half", 4);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (YsVaultStored) stored = { 0 };
  guint n_removed = 9;
  const gint64 now = g_get_real_time (), day = (gint64)24 * 3600 * G_USEC_PER_SEC;

  g_assert_true (ys_vault_store_path (fixture->vault, source, NULL, NULL, NULL, &stored, NULL));
  ys_clock_set_override (now + 29 * day);
  g_assert_true (ys_vault_sweep (fixture->vault, known, &n_removed, NULL));
  g_assert_cmpuint (n_removed, ==, 0);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  ys_clock_set_override (now + 31 * day);
  g_hash_table_add (known, (gpointer)ABC);
  g_assert_true (ys_vault_sweep (fixture->vault, known, &n_removed, NULL));
  g_assert_cmpuint (n_removed, ==, 0);
  g_hash_table_remove_all (known);
  g_assert_true (ys_vault_sweep (fixture->vault, known, &n_removed, NULL));
  g_assert_cmpuint (n_removed, ==, 1);
  g_assert_false (ys_vault_has (fixture->vault, ABC));
}

/* ---- what a file is ---- */

#define KIND(bytes, kind)                          \
  {                                                \
    bytes, sizeof (bytes) - 1, YS_FILE_KIND_##kind \
  }

static void
test_kinds (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    YsFileKind kind;
  } rows[] = {
    KIND ("%PDF-1.7\n", PDF),
    KIND ("\xEF\xBB\xBF%PDF-1.4\n", PDF),
    KIND ("PK\3\4..............................OFD.xml", OFD),
    KIND ("PK\3\4..............................word/document.xml", WORD),
    KIND ("PK\3\4..............................xl/workbook.xml", SHEET),
    KIND ("PK\3\4..............................other", ZIP),
    KIND ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", OLD_OFFICE),
    KIND ("\x89PNG\r\n\x1a\n", IMAGE),
    KIND ("\xFF\xD8\xFF\xE0....JFIF", IMAGE),
    KIND ("<!DOCTYPE html><html>", HTML),
    KIND ("关于印发工作方案的通知\r\n", TEXT),
    KIND ("", EMPTY),
    KIND ("\1\2\3\4", UNKNOWN),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = write_source (fixture, "what.pdf", rows[i].bytes, rows[i].length);
      int fd = open (path, O_RDONLY | O_CLOEXEC);
      g_autoptr (GError) error = NULL;
      g_assert_cmpint (ys_file_kind_of_fd (fd), ==, rows[i].kind);
      g_assert_cmpint (ys_file_kind_require_pdf (fd, "what.pdf", &error), ==,
                       rows[i].kind == YS_FILE_KIND_PDF);
      if (rows[i].kind != YS_FILE_KIND_PDF)
        g_assert_error (error, YS_ERROR, YS_ERROR_NOT_PDF);
      close (fd);
    }
}

static void
test_header_within_1024_bytes (Fixture *fixture, gconstpointer unused)
{
  for (guint before = 1024; before <= 1025; before++)
    {
      g_autofree char *junk = g_strnfill (before, 'j');
      g_autofree char *content = g_strconcat (junk, "%PDF-1.7", NULL);
      g_autofree char *path = write_source (fixture, "late.pdf", content, strlen (content));
      int fd = open (path, O_RDONLY | O_CLOEXEC);
      g_assert_cmpint (ys_file_kind_of_fd (fd), ==, before == 1024 ? YS_FILE_KIND_PDF : YS_FILE_KIND_TEXT);
      close (fd);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);
#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/evidence/vault/store", test_store);
  ADD ("/evidence/vault/refuses-links-and-fifos", test_refuses_links_and_fifos);
  ADD ("/evidence/vault/refuses-what-no-package-carries", test_refuses_what_no_package_carries);
  ADD ("/evidence/vault/check", test_check);
  ADD ("/evidence/vault/missing-and-bad-names", test_missing_and_bad_names);
  ADD ("/evidence/vault/cancel", test_cancel);
  ADD ("/evidence/vault/write-error-leaves-nothing", test_write_error_leaves_nothing);
  ADD ("/evidence/vault/sweep", test_sweep);
  ADD ("/evidence/file-kind/kinds", test_kinds);
  ADD ("/evidence/file-kind/header-within-1024-bytes", test_header_within_1024_bytes);
  return g_test_run ();
}
