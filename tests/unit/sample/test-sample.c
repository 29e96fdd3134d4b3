/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample: whole, the same for the same seed, and nothing left behind where it is stopped. */
#include "ys-sample.h"
#include "ys-workspace-submit.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static char *root;

static char *
run (const char *format, const char *first, const char *second)
{
  g_autofree char *script = g_strdup_printf (format, first, second);
  const char *argv[] = { "/bin/sh", "-c", script, NULL };
  char *output = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, NULL));
  return g_strchomp (output);
}

static char *
make (const char *name, guint counties, guint64 seed)
{
  char *folder = g_build_filename (root, name, NULL);
  g_autoptr (GError) error = NULL;

  ys_sample_make (folder, counties, seed, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return folder;
}

static void
test_same_bytes (void)
{
  g_autofree char *one = make ("one", 2, 7);
  g_setenv ("TZ", "Pacific/Kiritimati", TRUE);
  g_autofree char *two = make ("two", 2, 7);
  g_unsetenv ("TZ");
  g_autofree char *other = make ("other", 1, 8);
  g_autofree char *differences = run ("diff -rq '%1$s/plan' '%2$s/plan'; diff -rq '%1$s/packages' '%2$s/packages'", one, two);
  g_autofree char *pdfs = run ("cd '%s' && find . -name '*.pdf' | sort", one, "");
  g_autofree char *same_pdfs = run ("cd '%s' && find . -name '*.pdf' | sort", two, "");
  g_autofree char *other_pdfs = run ("cd '%s' && find . -name '*.pdf' | sort", other, "");

  g_assert_cmpstr (differences, ==, "");
  g_assert_cmpstr (pdfs, ==, same_pdfs); /* named by their content */
  g_assert_cmpstr (pdfs, !=, other_pdfs);
}

static void
test_stages (void)
{
  g_autofree char *folder = make ("stages", 2, 1);
  g_autofree char *first = g_build_filename (folder, ys_sample_first_county (), NULL);
  g_autofree char *second = g_build_filename (folder, "county-990103", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkspace) filling = ys_workspace_open (first, YS_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_autoptr (YsWorkspace) accepted = ys_workspace_open (second, YS_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ys_workspace_get_state (filling), ==, YS_SUBMISSION_DRAFT);
  g_assert_cmpint (ys_workspace_get_state (accepted), ==, YS_SUBMISSION_ACCEPTED);
  g_autoptr (GPtrArray) checks = ys_workspace_dup_checks (filling, NULL);
  gboolean unreadable = FALSE, open = FALSE;
  for (guint i = 0; i < checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);
      unreadable |= strcmp (check->nick, "unreadable") == 0;
      open |= strcmp (check->nick, "threshold-open") == 0;
    }
  g_assert_true (unreadable);
  g_assert_true (open);
}

static void
stop_at_once (guint64 done, guint64 total, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_stopped_leaves_nothing (void)
{
  g_autofree char *folder = g_build_filename (root, "stopped", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_sample_make (folder, 2, 1, stop_at_once, cancellable, cancellable, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_CANCELLED);
  g_autofree char *left = run ("ls -d '%s'* 2>/dev/null", folder, "");
  g_assert_cmpstr (left, ==, "");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  root = g_dir_make_tmp ("ys-sample-XXXXXX", NULL);
  g_test_add_func ("/sample/same-bytes", test_same_bytes);
  g_test_add_func ("/sample/stages", test_stages);
  g_test_add_func ("/sample/stopped", test_stopped_leaves_nothing);
  int result = g_test_run ();
  g_free (run ("rm -rf '%s'", root, ""));
  return result;
}
