/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The default folder of a new workspace and the default person. */
#include "ys-setup-place.h"

char *
ys_setup_dup_default_folder (const char *unit, int year)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = g_strdup_printf ("%s%d", unit, year);

  /* a system that was never set up has no documents folder yet: it is made under its Chinese name */
  if (documents != NULL && g_strcmp0 (documents, g_get_home_dir ()) != 0)
    return g_build_filename (documents, "验收", name, NULL);
  return g_build_filename (g_get_home_dir (), "文档", "验收", name, NULL);
}

char *
ys_setup_take_free_folder (char *folder)
{
  g_autofree char *first = folder;
  char *free_one = g_strdup (first);

  for (guint number = 2; g_file_test (free_one, G_FILE_TEST_EXISTS); number++)
    {
      g_free (free_one);
      free_one = g_strdup_printf ("%s-%u", first, number);
    }
  return free_one;
}

const char *
ys_setup_get_default_person (void)
{
  const char *name = g_get_real_name ();

  return g_strcmp0 (name, "Unknown") != 0 && g_strcmp0 (name, "root") != 0 ? name : "";
}
