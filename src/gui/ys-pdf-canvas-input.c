/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mouse and keys on the pages: dragging selects, Ctrl and the wheel zoom, the usual keys scroll. */
#include "ys-pdf-canvas-private.h"

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, YsPdfCanvas *self)
{
  guint page;
  float page_x, page_y;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->layout == NULL)
    return;
  self->press_x = x;
  self->press_y = y;
  ys_pdf_canvas_find_place (self, x, y, &page, &page_x, &page_y);
  gboolean was = ys_pdf_selection_clear (self->selection);
  ys_pdf_selection_begin (self->selection, page, page_x, page_y);
  if (was)
    ys_pdf_canvas_selection_changed (self);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, YsPdfCanvas *self)
{
  double x = self->press_x + dx, y = self->press_y + dy;
  guint page;
  float page_x, page_y;

  if (self->layout == NULL || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)dx, (int)dy))
    return;
  if (y < 0 || y > gtk_widget_get_height (GTK_WIDGET (self))) /* dragged out of the view: it follows */
    gtk_adjustment_set_value (self->down, gtk_adjustment_get_value (self->down)
                                              + (y < 0 ? y : y - gtk_widget_get_height (GTK_WIDGET (self))));
  ys_pdf_canvas_find_place (self, x, CLAMP (y, 0, gtk_widget_get_height (GTK_WIDGET (self))), &page, &page_x, &page_y);
  ys_pdf_selection_extend (self->selection, page, page_x, page_y);
  ys_pdf_canvas_selection_changed (self);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, YsPdfCanvas *self)
{
  guint page;
  float page_x, page_y;

  if (self->layout == NULL || n_press != 2)
    return;
  ys_pdf_canvas_find_place (self, x, y, &page, &page_x, &page_y);
  ys_pdf_selection_take_line (self->selection, page, page_x, page_y);
  ys_pdf_canvas_selection_changed (self);
}

static gboolean
on_wheel (GtkEventControllerScroll *scroll, double dx, double dy, YsPdfCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0 || self->layout == NULL)
    return FALSE;
  if (dy < 0 || dy > 0)
    ys_pdf_canvas_zoom (self, dy < 0);
  return TRUE;
}

void
ys_pdf_canvas_add_gestures (YsPdfCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                                | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_wheel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
}

/* ---- keys ---- */

/* @args: "(bd)": across or down, and how much of the view. */
static gboolean
scroll_by (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsPdfCanvas *self = YS_PDF_CANVAS (widget);
  GtkAdjustment *adjustment;
  gboolean across;
  double part;

  g_variant_get (args, "(bd)", &across, &part);
  adjustment = across ? self->across : self->down;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                            + part * gtk_adjustment_get_page_size (adjustment));
  return TRUE;
}

static gboolean
go_to_end (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsPdfCanvas *self = YS_PDF_CANVAS (widget);

  if (self->layout != NULL)
    ys_pdf_canvas_go_to (self, g_variant_get_boolean (args) ? ys_pdf_layout_get_n_pages (self->layout) - 1 : 0);
  return TRUE;
}

void
ys_pdf_canvas_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    gboolean across;
    double part;
  } keys[] = {
    { GDK_KEY_Up, 0, FALSE, -0.1 },         { GDK_KEY_Down, 0, FALSE, 0.1 },
    { GDK_KEY_Left, 0, TRUE, -0.1 },        { GDK_KEY_Right, 0, TRUE, 0.1 },
    { GDK_KEY_Page_Up, 0, FALSE, -0.9 },    { GDK_KEY_Page_Down, 0, FALSE, 0.9 },
    { GDK_KEY_KP_Page_Up, 0, FALSE, -0.9 }, { GDK_KEY_KP_Page_Down, 0, FALSE, 0.9 },
    { GDK_KEY_space, 0, FALSE, 0.9 },       { GDK_KEY_space, GDK_SHIFT_MASK, FALSE, -0.9 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, scroll_by, "(bd)", keys[i].across,
                                  keys[i].part);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end, "b", TRUE);
}
