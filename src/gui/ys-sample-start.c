/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the sample that lies in the person's data folder. */
#include "ys-sample-start.h"

#include <glib/gi18n-lib.h>

#include "ys-place.h"

/* The first county of the sample below @folder, or NULL. Full. */
static char *
find_county (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *first = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "county-") && (first == NULL || strcmp (name, first) < 0))
      {
        g_free (first);
        first = g_strdup (name);
      }
  return first != NULL ? g_build_filename (folder, first, NULL) : NULL;
}

void
ys_sample_start (YsWindow *window)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "yanshou", "sample", NULL);
  g_autofree char *county = find_county (folder);

  if (county != NULL)
    ys_window_open_folder (window, county);
  else
    ys_tell (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)),
             _("There is no sample on this computer."));
}
