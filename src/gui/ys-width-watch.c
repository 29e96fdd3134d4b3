/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget with a layout manager is not told of its size, so that the window's surface is asked. */
#include "ys-width-watch.h"

typedef struct
{
  GtkWidget *widget; /* unowned: the watch is its data */
  YsWidthFunc func;
  GdkSurface *surface;
  guint idle;
} Watch;

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_clear_handle_id (&watch->idle, g_source_remove);
  if (watch->surface != NULL)
    g_signal_handlers_disconnect_by_data (watch->surface, watch);
  g_clear_object (&watch->surface);
  g_free (watch);
}

static gboolean
on_idle (gpointer data)
{
  Watch *watch = data;

  watch->idle = 0;
  watch->func (watch->widget, gdk_surface_get_width (watch->surface));
  return G_SOURCE_REMOVE;
}

static void
on_width (Watch *watch)
{
  if (watch->idle == 0)
    watch->idle = g_idle_add (on_idle, watch);
}

static void
on_map (Watch *watch)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (watch->widget));

  if (watch->surface != surface)
    {
      if (watch->surface != NULL)
        g_signal_handlers_disconnect_by_data (watch->surface, watch);
      g_set_object (&watch->surface, surface);
      g_signal_connect_swapped (surface, "notify::width", G_CALLBACK (on_width), watch);
    }
  on_width (watch);
}

void
ys_width_watch (GtkWidget *widget, YsWidthFunc func)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->widget = widget;
  watch->func = func;
  g_object_set_data_full (G_OBJECT (widget), "ys-width-watch", watch, watch_free);
  g_signal_connect_swapped (widget, "map", G_CALLBACK (on_map), watch);
}
