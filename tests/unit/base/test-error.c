/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every error code has a stable name, an exit status and an advice; errors carry their place and their
 * faults. What the machine reports is told in our own words, with the system's or the library's as detail. */
#include <errno.h>
#include <gio/gio.h>

#include "ys-error.h"

static void
test_codes (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = 0; code < YS_N_ERRORS; code++)
    {
      const char *nick = ys_error_code_nick ((YsErrorCode)code);
      const char *advice = ys_error_code_advice ((YsErrorCode)code);
      int status = ys_error_code_exit_status ((YsErrorCode)code);

      g_test_message ("%s", nick);
      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", nick, 0, 0));
      g_assert_true (g_hash_table_add (seen, (gpointer)nick));
      g_assert_true (g_str_has_suffix (advice, "."));
      g_assert_cmpint (status, >=, 1);
      g_assert_cmpint (status, <=, 3);
    }
  g_assert_cmpstr (ys_error_code_nick (YS_ERROR_ZIP_NOT_CANONICAL), ==, "zip-not-canonical");
  g_assert_cmpint (ys_error_code_exit_status (YS_ERROR_USAGE), ==, 2);
  g_assert_cmpint (ys_error_code_exit_status (YS_ERROR_NO_SPACE), ==, 3);
}

static void
test_place (void)
{
  g_autoptr (GError) error = NULL;

  ys_set_error (NULL, YS_ERROR_VALUE, "nowhere", "ignored");
  ys_set_error (&error, YS_ERROR_VALUE, "任务 7", "%d is above %d", 5, 3);
  g_assert_error (error, YS_ERROR, YS_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "5 is above 3");
  g_assert_cmpstr (ys_error_get_where (error), ==, "任务 7");
  g_assert_null (ys_error_get_faults (error));

  g_autoptr (GError) copy = g_error_copy (error);
  g_clear_error (&error);
  g_assert_cmpstr (ys_error_get_where (copy), ==, "任务 7");

  g_autoptr (GError) placeless = NULL;
  ys_set_error (&placeless, YS_ERROR_FAILED, NULL, "it failed");
  g_assert_null (ys_error_get_where (placeless));
}

static void
test_faults (void)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsFaults) more = ys_faults_new ();
  g_autoptr (GError) error = NULL;

  ys_faults_add (faults, YS_ERROR_XML_SCHEMA, "plan\xff.xml", 12, "units/unit[3]", "%s is missing", "code");
  ys_faults_add (more, YS_ERROR_ID_TWICE, NULL, 0, "D1-1", "second");
  ys_faults_add (more, YS_ERROR_VALUE, "b.xml", 0, NULL, "third");
  ys_faults_steal_all (faults, more);
  g_assert_cmpuint (ys_faults_get_n (more), ==, 0);
  ys_faults_add (more, YS_ERROR_VALUE, NULL, 3, NULL, "of its own");
  g_assert_cmpuint (ys_faults_get_n (faults), ==, 3);

  const YsFault *first = ys_faults_get (faults, 0);
  g_assert_cmpstr (first->file, ==, "plan\ufffd.xml");
  g_assert_cmpuint (first->line, ==, 12);
  g_assert_cmpstr (ys_faults_get (faults, 1)->message, ==, "second");
  g_assert_cmpstr (ys_faults_get (faults, 2)->message, ==, "third");

  ys_set_error_from_faults (&error, faults);
  g_assert_error (error, YS_ERROR, YS_ERROR_XML_SCHEMA);
  g_assert_cmpstr (error->message, ==, "code is missing");
  g_assert_cmpstr (ys_error_get_where (error), ==, "plan\ufffd.xml:12, units/unit[3]");

  /* The list outlives the caller's reference and the first of two errors. */
  g_autoptr (GError) copy = g_error_copy (error);
  g_clear_error (&error);
  g_clear_pointer (&faults, ys_faults_unref);
  g_assert_cmpuint (ys_faults_get_n (ys_error_get_faults (copy)), ==, 3);

  g_autoptr (GError) short_place = NULL;
  ys_set_error_from_faults (&short_place, more);
  g_assert_cmpstr (ys_error_get_where (short_place), ==, ":3");
}

static void
test_errno (void)
{
  static const struct
  {
    int number;
    YsErrorCode code;
    const char *message;
  } cases[] = {
    { ENOSPC, YS_ERROR_NO_SPACE, "Saving failed: the disk is full" },
    { EDQUOT, YS_ERROR_NO_SPACE, "Saving failed: the space granted to this user is used up" },
    { EROFS, YS_ERROR_READ_ONLY, "Saving failed: the disk or stick is write-protected" },
    { EACCES, YS_ERROR_NO_PERMISSION, "Saving failed: access is denied" },
    { ENOENT, YS_ERROR_NOT_FOUND, "Saving failed: there is no such file or folder" },
    { EEXIST, YS_ERROR_EXISTS, "Saving failed: there is already something of this name" },
    { EFBIG, YS_ERROR_TOO_LARGE, "Saving failed: the file is too large for this disk or stick" },
    { EIO, YS_ERROR_IO, "Saving failed: reading or writing the disk or stick failed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      ys_set_error_from_errno (&error, cases[i].number, "/stick", "Saving failed");
      g_assert_error (error, YS_ERROR, (int)cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_cmpstr (ys_error_get_where (error), ==, "/stick");
    }

  g_autoptr (GError) rare = NULL;
  g_autofree char *expected = g_strdup_printf ("Saving failed: %s", g_strerror (EPROTO));
  ys_set_error_from_errno (&rare, EPROTO, NULL, "Saving failed");
  g_assert_error (rare, YS_ERROR, YS_ERROR_IO);
  g_assert_cmpstr (rare->message, ==, expected);
}

static void
test_foreign (void)
{
  g_autoptr (GError) full = NULL, odd = NULL, file = NULL, own = NULL, encoding = NULL;
  GError *made = NULL;

  ys_set_error_from_foreign (&full, g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "ENOSPC at 7"), "a",
                             "Saving failed");
  g_assert_error (full, YS_ERROR, YS_ERROR_NO_SPACE);
  g_assert_cmpstr (full->message, ==, "Saving failed: the disk is full (ENOSPC at 7)");

  ys_set_error_from_foreign (&odd, g_error_new (G_SPAWN_ERROR, G_SPAWN_ERROR_FORK, "no fork"), NULL,
                             "Starting failed");
  g_assert_error (odd, YS_ERROR, YS_ERROR_FAILED);
  g_assert_cmpstr (odd->message, ==, "Starting failed: no fork");

  g_assert_false (g_file_get_contents ("/there is nothing/of this name", &(char *){ NULL }, NULL, &made));
  ys_set_error_from_foreign (&file, made, NULL, "Reading failed");
  g_assert_error (file, YS_ERROR, YS_ERROR_NOT_FOUND);

  ys_set_error_from_foreign (&encoding,
                             g_error_new (G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE, "bad"), NULL,
                             "Reading failed");
  g_assert_error (encoding, YS_ERROR, YS_ERROR_VALUE);

  /* One of ours is passed on as it is. */
  made = NULL;
  ys_set_error (&made, YS_ERROR_ROLE, "审核人", "not yours");
  ys_set_error_from_foreign (&own, made, "elsewhere", "Approving failed");
  g_assert_error (own, YS_ERROR, YS_ERROR_ROLE);
  g_assert_cmpstr (own->message, ==, "not yours");
  g_assert_cmpstr (ys_error_get_where (own), ==, "审核人");

  ys_set_error_from_foreign (NULL, g_error_new_literal (G_IO_ERROR, 0, "freed all the same"), NULL,
                             "Saving failed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/error/codes", test_codes);
  g_test_add_func ("/base/error/place", test_place);
  g_test_add_func ("/base/error/faults", test_faults);
  g_test_add_func ("/base/error/errno", test_errno);
  g_test_add_func ("/base/error/foreign", test_foreign);
  return g_test_run ();
}
