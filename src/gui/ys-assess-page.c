/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 县区评审: matrix and pane. Figures are read off the main loop after every change; the pane
 * follows the current cell. */
#include "ys-assess-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-overview.h"
#include "ys-sheet-window.h"

/* From this width of the window up the pane is broader. */
#define WIDTH_WIDE 1600
#define PANE_USUAL 376
#define PANE_WIDE 560

static void ys_assess_page_iface (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsAssessPage, ys_assess_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_assess_page_iface))

/* ---- the pane ---- */

static gboolean
is_pane_shown (YsAssessPage *self)
{
  return adw_flap_get_reveal_flap (self->flap);
}

static void
show_cell (YsAssessPage *self)
{
  const char *unit;
  guint task;

  if (is_pane_shown (self) && ys_matrix_get_selected (self->matrix, &unit, &task) && task != 0)
    ys_assess_pane_show (self->pane, unit, task);
}

static void
on_revealed (YsAssessPage *self)
{
  gtk_widget_set_visible (self->show_pane, !is_pane_shown (self));
  if (is_pane_shown (self))
    show_cell (self);
  else
    ys_assess_pane_settle (self->pane);
}

static void
open_pane (YsAssessPage *self, const char *digits)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  show_cell (self);
  ys_assess_pane_begin (self->pane, digits);
}

static void
on_activated (YsAssessPage *self)
{
  open_pane (self, NULL);
}

static void
on_typed (YsAssessPage *self, const char *digits)
{
  open_pane (self, digits);
}

static void
on_pane_step (YsAssessPage *self, int columns, int rows)
{
  ys_matrix_step (self->matrix, columns, rows, TRUE);
}

/* The next cell of the queue; of the whole matrix the next one that waits. */
static void
on_pane_next (YsAssessPage *self)
{
  YsMatrixFilter filter = self->query.filter == YS_MATRIX_ALL || self->query.filter == YS_MATRIX_MINE
                              ? YS_MATRIX_WAITING
                              : self->query.filter;

  if (ys_matrix_next (self->matrix, filter))
    ys_assess_pane_begin (self->pane, NULL);
  else
    ys_tell (GTK_WIDGET (self), _ ("Nothing else waits in this queue."));
}

static void
on_pane_back (YsAssessPage *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
}

static void
on_pane_close (YsAssessPage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
}

/* ---- width ---- */

static gboolean
on_width_idle (gpointer data)
{
  YsAssessPage *self = data;
  gboolean wide = self->surface != NULL && gdk_surface_get_width (self->surface) >= WIDTH_WIDE;

  self->width_idle = 0;
  ys_pane_holder_set_width (self->holder, wide ? PANE_WIDE : PANE_USUAL);
  ys_assess_pane_set_wide (self->pane, wide);
  return G_SOURCE_REMOVE;
}

static void
on_width (YsAssessPage *self)
{
  if (self->width_idle == 0) /* sizes must not be asked for while they are given */
    self->width_idle = g_idle_add (on_width_idle, self);
}

static void
on_map (YsAssessPage *self)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));

  if (self->surface == surface)
    return;
  if (self->surface != NULL)
    g_signal_handlers_disconnect_by_data (self->surface, self);
  g_set_object (&self->surface, surface);
  g_signal_connect_object (surface, "notify::width", G_CALLBACK (on_width), self, G_CONNECT_SWAPPED);
  on_width (self);
}

/* ---- figures ---- */

static void
go_to_wanted (YsAssessPage *self)
{
  g_autoptr (YsLocation) to = g_steal_pointer (&self->wanted);

  if (to == NULL)
    return;
  if (to->scroll > 0)
    ys_matrix_set_scroll (self->matrix, to->scroll);
  if (to->task != 0)
    ys_matrix_select (self->matrix, to->item, to->task);
}

/* Where work goes on: the first cell that waits. */
static void
begin (YsAssessPage *self)
{
  const YsMatrixCell *cell = ys_matrix_get_cell (self->matrix);

  if (cell == NULL || !cell->review.received)
    ys_matrix_next (self->matrix, YS_MATRIX_WAITING);
  if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
  self->wants_focus = FALSE;
}

static void
take_data (YsAssessPage *self, YsMatrixData *data)
{
  gboolean first = !self->has_data;
  int least;

  self->received = FALSE;
  for (guint i = 0; i < data->columns->len; i++)
    self->received |= ((const YsMatrixColumn *)g_ptr_array_index (data->columns, i))->received;
  ys_matrix_set_data (self->matrix, data);
  /* what can scroll asks for no width of its own, and the pane would not fold for it */
  gtk_widget_measure (GTK_WIDGET (self->matrix), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_scrolled_window_set_min_content_width (self->scroller, least);
  self->has_data = TRUE;
  ys_assess_page_show_stack (self);
  if (first)
    begin (self);
  go_to_wanted (self);
  show_cell (self);
}

static void read_data (YsAssessPage *self);

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsAssessPage) self = user_data;
  g_autoptr (YsMatrixData) data = ys_workspace_run_finish (YS_WORKSPACE (source), result, NULL);

  self->reading = FALSE;
  if (self->workspace == NULL)
    return;
  if (data != NULL)
    take_data (self, data);
  if (self->again)
    read_data (self);
}

static void
read_data (YsAssessPage *self)
{
  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  ys_workspace_run_async (self->workspace, ys_matrix_data_read, NULL, NULL,
                          (GDestroyNotify)ys_matrix_data_unref, NULL, on_read, g_object_ref (self));
}

static void
on_workspace_changed (YsAssessPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  read_data (self);
  if (is_pane_shown (self))
    ys_assess_pane_update (self->pane);
}

static void
on_counted (YsAssessPage *self)
{
  ys_assess_page_show_chips (self);
  ys_assess_page_apply_query (self);
}

/* ---- cells ---- */

static void
on_total (YsAssessPage *self, const char *unit)
{
  g_autoptr (YsSheet) sheet = ys_workspace_dup_sheet (self->workspace);
  const YsSheetUnit *of = sheet != NULL ? ys_sheet_get_unit (sheet, unit) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (of != NULL)
    gtk_window_present (ys_sheet_window_new (GTK_WINDOW (root), sheet, of, of->figure));
}

static void
on_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_matrix_step (YS_ASSESS_PAGE (widget)->matrix, 0, g_str_equal (name, "place.previous-task") ? -1 : 1,
                  TRUE);
}

static void
on_toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsAssessPage *self = YS_ASSESS_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/* ---- as a place ---- */

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsAssessPage *self = YS_ASSESS_PAGE (place);
  YsMatrixFilter filter;

  if (location->key != NULL && g_str_has_prefix (location->key, "filter:")
      && ys_matrix_filter_from_nick (location->key + strlen ("filter:"), &filter))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[filter]), TRUE);
  g_clear_pointer (&self->wanted, ys_location_free);
  self->wanted = ys_location_copy (location);
  if (self->has_data)
    go_to_wanted (self);
  read_data (self);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsAssessPage *self = YS_ASSESS_PAGE (place);
  YsLocation *here = ys_location_new (YS_PLACE_ASSESS);
  const char *unit = NULL;

  here->key = g_strconcat ("filter:", ys_matrix_filter_nick (self->query.filter), NULL);
  if (ys_matrix_get_selected (self->matrix, &unit, &here->task))
    here->item = g_strdup (unit);
  here->scroll = ys_matrix_get_scroll (self->matrix);
  return here;
}

static void
settle (YsPlace *place)
{
  ys_assess_pane_settle (YS_ASSESS_PAGE (place)->pane);
}

static gboolean
next_pane (YsPlace *place, gboolean backward)
{
  YsAssessPage *self = YS_ASSESS_PAGE (place);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean in_pane = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pane));

  if (!backward && !in_pane && is_pane_shown (self))
    return gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
  return backward && in_pane && gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
}

static void
ys_assess_page_iface (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
  iface->settle = settle;
  iface->next_pane = next_pane;
}

/* ---- made and gone ---- */

static gboolean
grab_focus (GtkWidget *widget)
{
  YsAssessPage *self = YS_ASSESS_PAGE (widget);

  self->wants_focus = !self->has_data;
  return self->has_data && gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
}

/* Who comes in is in the matrix, not on the first chip. */
static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) == NULL && direction == GTK_DIR_TAB_FORWARD
      && gtk_widget_grab_focus (widget))
    return TRUE;
  return GTK_WIDGET_CLASS (ys_assess_page_parent_class)->focus (widget, direction);
}

static void
ys_assess_page_dispose (GObject *object)
{
  YsAssessPage *self = YS_ASSESS_PAGE (object);

  g_clear_handle_id (&self->width_idle, g_source_remove);
  g_clear_object (&self->surface);
  g_clear_pointer (&self->wanted, ys_location_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_assess_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, flap);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, column);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, chips);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, search);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, part);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, show_pane);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, legend);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPage, scroller);
}

static void
ys_assess_page_class_init (YsAssessPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_assess_page_dispose;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = focus;
  g_type_ensure (YS_TYPE_MATRIX);
  gtk_widget_class_install_action (widget_class, "place.next-task", NULL, on_step);
  gtk_widget_class_install_action (widget_class, "place.previous-task", NULL, on_step);
  gtk_widget_class_install_action (widget_class, "place.toggle-evidence", NULL, on_toggle_pane);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-assess-page.ui");
  ys_assess_page_class_add_queue (widget_class);
  bind_children (widget_class);
  ys_assess_page_class_add_queue (widget_class); /* once the template is set */
}

static void
ys_assess_page_init (YsAssessPage *self)
{
  self->query.part = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_status_page_skip_inside (self->none_page);
  ys_status_page_skip_inside (self->empty_page);
  ys_assess_page_make_chips (self);
  g_signal_connect_object (self->matrix, "total", G_CALLBACK (on_total), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->matrix, "selected", G_CALLBACK (show_cell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->matrix, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->matrix, "typed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_revealed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self, "map", G_CALLBACK (on_map), self);
}

GtkWidget *
ys_assess_page_new (YsWorkspace *workspace)
{
  YsAssessPage *self = g_object_new (YS_TYPE_ASSESS_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->pane = YS_ASSESS_PANE (ys_assess_pane_new (workspace));
  self->holder = YS_PANE_HOLDER (ys_pane_holder_new (GTK_WIDGET (self->pane), PANE_USUAL));
  g_signal_connect_object (self->pane, "step", G_CALLBACK (on_pane_step), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "next", G_CALLBACK (on_pane_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "back", G_CALLBACK (on_pane_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "close", G_CALLBACK (on_pane_close), self, G_CONNECT_SWAPPED);
  adw_flap_set_flap (self->flap, GTK_WIDGET (self->holder));
  adw_flap_set_reveal_flap (self->flap, TRUE);
  ys_assess_page_make_part_menu (self);
  ys_assess_page_show_chips (self);
  g_signal_connect_object (workspace, "sheet-changed", G_CALLBACK (on_workspace_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ys_overview_of (workspace), "changed", G_CALLBACK (on_counted), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
