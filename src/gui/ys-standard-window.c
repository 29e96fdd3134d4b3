/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Title, version, parts, grades and notes of the standard that the scores rest on. */
#include "ys-standard-window.h"

#include <glib/gi18n-lib.h>

#include "ys-text-window.h"

static void
add_line (GtkWindow *window, const char *name, const char *value)
{
  g_autofree char *text = g_strdup_printf (_("%s: %s"), name, value);

  ys_text_window_add (window, text, NULL);
}

GtkWindow *
ys_standard_window_new (GtkWindow *parent, const YsStandard *standard)
{
  GtkWindow *window = ys_text_window_new (parent, _("Scoring standard"), 600, 560);
  g_autofree char *maximum = ys_points_to_short (standard->maximum);

  ys_text_window_add (window, standard->title, "h1");
  if (standard->sample)
    ys_text_window_add (window, _("This is a sample standard, issued by nobody. Scores under it are for practice "
                                  "only; they say so on the screen and on paper."),
                        "note");
  if (standard->number != NULL)
    add_line (window, _("Document number"), standard->number);
  add_line (window, _("Highest total"), maximum);
  for (guint i = 0; i < standard->parts->len; i++)
    {
      const YsPartStandard *part = g_ptr_array_index (standard->parts, i);
      const YsHeading *heading = ys_catalogue_get_heading (standard->catalogue, part->id);
      g_autofree char *points = ys_points_to_short (part->points);
      add_line (window, heading != NULL ? heading->name : part->id, points);
    }
  for (guint i = 0; i < standard->grades->len; i++)
    {
      const YsGrade *grade = g_ptr_array_index (standard->grades, i);
      g_autofree char *from = ys_points_to_short (grade->from);
      g_autofree char *text = g_strdup_printf (_("from %s"), from);
      add_line (window, grade->name, text);
    }
  if (standard->notes != NULL && standard->notes[0] != NULL)
    ys_text_window_add (window, _("Notes"), "h2");
  for (guint i = 0; standard->notes != NULL && standard->notes[i] != NULL; i++)
    ys_text_window_add (window, standard->notes[i], NULL);
  return window;
}
