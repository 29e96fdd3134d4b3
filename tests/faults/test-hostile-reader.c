/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The client against a reader that was taken over: whatever it says, the answer is an error or a package that
 * may not be used; never a crash, a wait without end, or a byte written elsewhere. Arguments: hostile-reader.
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

#include "ys-package-read.h"

static char *package;

static YsPackageReading *
read_with (const char *mode, GCancellable *cancellable, GError **error)
{
  g_setenv ("HOSTILE_READER", mode, TRUE);
  return ys_package_read (package, NULL, NULL, cancellable, error);
}

static void
test_refused (gconstpointer mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPackageReading) reading = read_with (mode, NULL, &error);

  g_assert_null (reading);
  g_assert_error (error, YS_ERROR, YS_ERROR_PACKAGE_READER);
}

/* It vouches for a package.xml that this side's own gate refuses. */
static void
test_document_type (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPackageReading) reading = read_with ("document type", NULL, &error);

  g_assert_no_error (error);
  g_assert_false (ys_package_reading_is_usable (reading));
  g_assert_null (ys_package_reading_get_facts (reading));
  g_assert_cmpint (ys_faults_get (ys_package_reading_get_faults (reading), 0)->code, ==,
                   YS_ERROR_XML_FORBIDDEN);
}

static gpointer
cancel_later (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 5);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_silence (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_later, cancellable);
  gint64 began = g_get_monotonic_time ();

  g_assert_null (read_with ("silence", cancellable, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 10 * G_USEC_PER_SEC);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  static const char *const modes[] = { "garbage",
                                       "huge",
                                       "unknown kind",
                                       "half a frame",
                                       "half a payload",
                                       "not normal",
                                       "garbage payload",
                                       "descriptor",
                                       "end at once",
                                       "bag twice",
                                       "no digest",
                                       "sound without digest",
                                       "unknown code",
                                       "empty fault",
                                       "sound with faults",
                                       "endless faults",
                                       "files first",
                                       "beyond the end",
                                       "overflow",
                                       "open in an archive",
                                       "climbing",
                                       "crash",
                                       "climbing document",
                                       "evidence as document",
                                       "document of a damaged one" };
  int fd, status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_setenv ("YANSHOU_READ", argv[1], TRUE);
  fd = g_file_open_tmp ("ys-package-XXXXXX", &package, NULL);
  g_assert_cmpint (write (fd, "a package", 9), ==, 9);
  close (fd);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *name = g_strdup_printf ("/hostile-reader/%s", modes[i]);

      g_test_add_data_func (name, modes[i], test_refused);
    }
  g_test_add_func ("/hostile-reader/document type", test_document_type);
  g_test_add_func ("/hostile-reader/silence", test_silence);
  status = g_test_run ();
  g_unlink (package);
  g_free (package);
  return status;
}
