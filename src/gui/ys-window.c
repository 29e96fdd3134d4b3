/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window itself: what it shows, what it remembers, and how wide it is.
 * Opening stands in ys-window-open.c, closing in ys-window-close.c, actions in ys-window-actions.c. */
#include "ys-window-private.h"

#include <glib/gi18n-lib.h>

#include "ys-config.h"
#include "ys-first-page.h"
#include "ys-places.h"
#include "ys-recent.h"
#include "ys-who-page.h"

G_DEFINE_FINAL_TYPE (YsWindow, ys_window, ADW_TYPE_APPLICATION_WINDOW)

void
ys_window_set_page (YsWindow *self, GtkWidget *page)
{
  GtkWidget *old = gtk_stack_get_visible_child (self->stack);

  self->frame = YS_IS_FRAME (page) ? YS_FRAME (page) : NULL;
  gtk_stack_add_child (self->stack, page);
  gtk_stack_set_visible_child (self->stack, page);
  if (old != NULL)
    gtk_stack_remove (self->stack, old);
  ys_window_update_actions (self);
}

void
ys_window_show_first (YsWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Yanshou"));
  ys_window_set_page (self, ys_first_page_new ());
}

/* ---- an open workspace ---- */

static void
on_place_changed (YsWindow *self)
{
  const YsPlaceRow *row = ys_places_get (ys_frame_get_place_id (self->frame));
  YsPlace *place = ys_frame_get_place (self->frame);
  g_autoptr (YsLocation) here = place != NULL ? ys_place_dup_location (place) : NULL;

  if (row != NULL)
    {
      g_autofree char *title
        = g_strdup_printf ("%s · %s", _ (row->title), ys_workspace_get_unit_name (self->workspace));
      gtk_window_set_title (GTK_WINDOW (self), title);
      g_settings_set_string (self->settings, "last-place", row->nick);
    }
  if (here != NULL && here->task != 0)
    g_settings_set_int (self->settings, "selected-task", here->task);
  ys_window_update_actions (self);
}

static void
apply_width (YsWindow *self)
{
  if (self->frame != NULL)
    ys_frame_set_width (self->frame, self->width, g_settings_get_boolean (self->settings, "navigation-folded"));
}

/* The place that was open last, in the workspace that was open last; the desk otherwise. */
static YsLocation *
dup_first_location (YsWindow *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "last-workspace");
  g_autofree char *nick = g_settings_get_string (self->settings, "last-place");
  const YsPlaceRow *row = ys_places_get_by_nick (nick);
  YsLocation *to = ys_location_new (YS_PLACE_DESK);

  if (g_strcmp0 (folder, ys_workspace_get_folder (self->workspace)) != 0 || row == NULL
      || row->id == YS_PLACE_RECEIPT || row->id == YS_PLACE_DOSSIER_RECEIPT)
    return to;
  to->place = row->id;
  if (to->place == YS_PLACE_FILL)
    to->task = g_settings_get_int (self->settings, "selected-task");
  return to;
}

void
ys_window_show_frame (YsWindow *self)
{
  GtkWidget *frame = ys_frame_new (self->workspace);
  g_autoptr (YsLocation) to = dup_first_location (self);

  ys_window_set_page (self, frame);
  g_signal_connect_object (frame, "place-changed", G_CALLBACK (on_place_changed), self, G_CONNECT_SWAPPED);
  apply_width (self);
  ys_frame_go (self->frame, to);
  /* the page has the focus, not the first button of the header; where it is shows once a key is used */
  gtk_widget_child_focus (GTK_WIDGET (ys_frame_get_place (self->frame)), GTK_DIR_TAB_FORWARD);
  gtk_window_set_focus_visible (GTK_WINDOW (self), FALSE);
  ys_window_remember_workspace (self);
  ys_window_update_actions (self);
}

void
ys_window_remember_workspace (YsWindow *self)
{
  const char *folder = ys_workspace_get_folder (self->workspace);
  gboolean county = ys_workspace_get_office (self->workspace) == YS_OFFICE_COUNTY;

  g_settings_set_string (self->settings, "last-workspace", folder);
  ys_recent_add (self->settings, folder, ys_workspace_get_unit_name (self->workspace),
                 ys_workspace_get_assessment (self->workspace)->title,
                 county ? ys_submission_state_label (ys_workspace_get_state (self->workspace)) : "");
}

void
ys_window_take_workspace (YsWindow *self, YsWorkspace *workspace)
{
  g_autoptr (GPtrArray) people = ys_workspace_dup_people (workspace);

  g_set_object (&self->workspace, workspace);
  g_object_unref (workspace);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (ys_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  ys_workspace_keep_scored (self->workspace);
  if (people->len > 1)
    ys_window_set_page (self, ys_who_page_new (self->workspace));
  else
    ys_window_show_frame (self);
}

/* ---- size ---- */

static gboolean
on_width_settled (gpointer data)
{
  g_autoptr (YsWindow) self = data;

  apply_width (self);
  return G_SOURCE_REMOVE;
}

static void
on_layout (YsWindow *self, int width, int height)
{
  if (width == self->width)
    return;
  self->width = width;
  /* not within the layout itself, which this would change again */
  g_idle_add (on_width_settled, g_object_ref (self));
}

static void
ys_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ys_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (on_layout), widget,
                           G_CONNECT_SWAPPED);
}

static gboolean
ys_window_close_request (GtkWindow *window)
{
  YsWindow *self = YS_WINDOW (window);

  if (self->closed)
    return GTK_WINDOW_CLASS (ys_window_parent_class)->close_request (window);
  if (self->workspace != NULL)
    {
      ys_window_close_workspace (self, YS_AFTER_CLOSE_QUIT);
      return GDK_EVENT_STOP;
    }
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  return GTK_WINDOW_CLASS (ys_window_parent_class)->close_request (window);
}

/* Asked for before a window is on screen, some window managers do not hear it; GTK 4.8 then forgets it too. */
static void
ys_window_map (GtkWidget *widget)
{
  YsWindow *self = YS_WINDOW (widget);

  GTK_WIDGET_CLASS (ys_window_parent_class)->map (widget);
  if (self->was_maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  self->was_maximized = FALSE;
}

/* ---- class ---- */

static void
ys_window_dispose (GObject *object)
{
  YsWindow *self = YS_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  self->frame = NULL;
  g_clear_object (&self->opening);
  g_clear_object (&self->workspace);
  g_clear_object (&self->next);
  g_clear_pointer (&self->backup, g_free);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ys_window_parent_class)->dispose (object);
}

static void
ys_window_class_init (YsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_window_dispose;
  widget_class->realize = ys_window_realize;
  widget_class->map = ys_window_map;
  GTK_WINDOW_CLASS (class)->close_request = ys_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YsWindow, stack);
}

static void
ys_window_init (YsWindow *self)
{
  self->settings = g_settings_new (YS_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_window_add_actions (self);
  ys_window_accept_drops (self);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  self->was_maximized = g_settings_get_boolean (self->settings, "window-maximized");
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_SET);
  g_signal_connect_object (self->settings, "changed::navigation-folded", G_CALLBACK (apply_width), self,
                           G_CONNECT_SWAPPED);
}

YsWindow *
ys_window_new (AdwApplication *application)
{
  YsWindow *self = g_object_new (YS_TYPE_WINDOW, "application", application, NULL);

  ys_window_show_first (self);
  return self;
}
