/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recent workspaces in GSettings. A stick that is not plugged in keeps its line for the next time. */
#include "ys-recent.h"

#define MOST_KEPT 12
#define LINE_TYPE "(ssssx)"

void
ys_recent_free (YsRecent *self)
{
  g_free (self->folder);
  g_free (self->unit);
  g_free (self->round);
  g_free (self->state);
  g_free (self);
}

GPtrArray *
ys_recent_dup_all (GSettings *settings)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_recent_free);
  g_autoptr (GVariant) kept = g_settings_get_value (settings, "recent-workspaces");
  GVariantIter lines;
  YsRecent line;

  g_variant_iter_init (&lines, kept);
  while (g_variant_iter_next (&lines, LINE_TYPE, &line.folder, &line.unit, &line.round, &line.state,
                              &line.used))
    {
      YsRecent *one = g_memdup2 (&line, sizeof line);
      if (g_file_test (one->folder, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (all, one);
      else
        ys_recent_free (one);
    }
  return all;
}

void
ys_recent_add (GSettings *settings, const char *folder, const char *unit, const char *round, const char *state)
{
  g_autoptr (GVariant) kept = g_settings_get_value (settings, "recent-workspaces");
  GVariantBuilder builder;
  GVariantIter lines;
  const char *other, *other_unit, *other_round, *other_state;
  gint64 used;
  guint n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" LINE_TYPE));
  g_variant_builder_add (&builder, LINE_TYPE, folder, unit, round, state,
                         g_get_real_time () / G_USEC_PER_SEC);
  g_variant_iter_init (&lines, kept);
  while (n < MOST_KEPT && g_variant_iter_next (&lines, "(&s&s&s&sx)", &other, &other_unit, &other_round, &other_state, &used))
    if (g_strcmp0 (other, folder) != 0)
      {
        g_variant_builder_add (&builder, LINE_TYPE, other, other_unit, other_round, other_state, used);
        n++;
      }
  g_settings_set_value (settings, "recent-workspaces", g_variant_builder_end (&builder));
}
