/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edge moves while it is dragged, so that the pointer is always looked for in the page, which does not. */
#include "ys-width-grip.h"

#include "ys-config.h"

#define LEAST_WIDTH 260

typedef struct {
  GtkWidget *grip, *page, *pane, *giver; /* unowned */
  gboolean at_end;
  const char *key;
  int width; /* 0 unless dragged */
} Grip;

static void
on_drag (Grip *self, double dx, double dy, GtkGestureDrag *drag)
{
  double start_x, start_y, x, y;
  int least, most, wanted;

  gtk_gesture_drag_get_start_point (drag, &start_x, &start_y);
  if (!gtk_widget_translate_coordinates (self->grip, self->page, start_x + dx, 0, &x, &y))
    return;
  gtk_widget_measure (self->giver, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  most = gtk_widget_get_width (self->pane) + gtk_widget_get_width (self->giver) - least;
  wanted = self->at_end ? gtk_widget_get_width (self->page) - (int) x : (int) x;
  self->width = CLAMP (wanted, LEAST_WIDTH, MAX (most, LEAST_WIDTH));
  gtk_widget_set_size_request (self->pane, self->width, -1);
}

static void
on_drag_end (Grip *self)
{
  g_autoptr (GSettings) settings = g_settings_new (YS_APP_ID);

  if (self->width > 0)
    g_settings_set_int (settings, self->key, self->width);
  self->width = 0;
}

GtkWidget *
ys_width_grip_new (GtkWidget *page, GtkWidget *pane, GtkWidget *giver, gboolean at_end, const char *key)
{
  Grip *self = g_new0 (Grip, 1);
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->grip = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  self->page = page;
  self->pane = pane;
  self->giver = giver;
  self->at_end = at_end;
  self->key = key;
  gtk_widget_add_css_class (self->grip, "grip");
  gtk_widget_set_cursor_from_name (self->grip, "col-resize");
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (self->grip, GTK_EVENT_CONTROLLER (drag));
  g_object_set_data_full (G_OBJECT (self->grip), "grip", self, g_free);
  return self->grip;
}

int
ys_width_grip_get_kept (const char *key, int usual, int most)
{
  g_autoptr (GSettings) settings = g_settings_new (YS_APP_ID);
  g_autoptr (GVariant) chosen = g_settings_get_user_value (settings, key);

  return chosen != NULL ? CLAMP (g_variant_get_int32 (chosen), LEAST_WIDTH, MAX (most, LEAST_WIDTH)) : usual;
}
